// A long thread's entries: kept in order, found again, shared between copies.
#include "domain/base/sequence_list.h"

#include <gtest/gtest.h>

namespace luuvet {
namespace {

SequenceList every_third(std::size_t count) {
  SequenceList list;
  for (Sequence at = 1; at <= count; ++at) list.push_back(3 * at);
  return list;
}

TEST(SequenceList, KnowsWhatWasAdded) {
  const SequenceList list = every_third(1000);
  EXPECT_EQ(list.size(), 1000u);
  for (Sequence sequence = 0; sequence <= 3010; ++sequence)
    EXPECT_EQ(list.contains(sequence), sequence % 3 == 0 && sequence >= 3 && sequence <= 3000) << sequence;
}

TEST(SequenceList, PagesOldestFirst) {
  const SequenceList list = every_third(600);
  Sequence after = 0;
  std::size_t seen = 0;
  for (auto page = list.page(0, 7); !page.empty(); page = list.page(after, 7)) {
    EXPECT_LE(page.size(), 7u);
    for (const Sequence sequence : page) EXPECT_EQ(sequence, 3 * ++seen);
    after = page.back();
  }
  EXPECT_EQ(seen, 600u);
}

TEST(SequenceList, PagesNewestFirst) {
  const SequenceList list = every_third(600);
  Sequence before = 10'000;
  std::size_t left = 600;
  for (auto page = list.newest(before, 7); !page.empty(); page = list.newest(before, 7)) {
    EXPECT_LE(page.size(), 7u);
    for (const Sequence sequence : page) EXPECT_EQ(sequence, 3 * left--);
    before = page.back();
  }
  EXPECT_EQ(left, 0u);
  EXPECT_TRUE(SequenceList{}.newest(9, 9).empty());
}

TEST(SequenceList, ACopyStaysAsItWas) {
  SequenceList list = every_third(256);
  const SequenceList before = list;
  list.push_back(1000);
  EXPECT_EQ(before, every_third(256));
  EXPECT_FALSE(before == list);
  EXPECT_FALSE(before.contains(1000));
}

}  // namespace
}  // namespace luuvet
