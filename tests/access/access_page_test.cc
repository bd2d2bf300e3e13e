#include "server/access/access_page.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include "tests/access/access_events.h"

namespace luuvet::server {
namespace {

using testing::after_seconds;
using testing::event_at;
using testing::kMorning;
using testing::StoredAccess;

constexpr std::int64_t kDay = 86'400;

std::vector<Sequence> sequences_of(const AccessPage& page) {
  std::vector<Sequence> found;
  simdjson::dom::parser parser;
  for (const std::string& item : page.items) found.push_back(std::uint64_t(parser.parse(item)["sequence"]));
  return found;
}

// Sequence 1 is the log's own; then one sign-in an hour, by turns of a and b, from midnight on.
class Page : public ::testing::Test {
 protected:
  Page() {
    std::vector<AccessEvent> events;
    for (int hour = 0; hour < 30; ++hour)
      events.push_back(event_at(after_seconds(hour * 3600),
                                hour % 3 == 0 ? AccessKind::kSignedOut : AccessKind::kSignedIn,
                                hour % 2 == 0 ? "a" : "b"));
    store_.append(events);
  }
  AccessPage read(const AccessQuery& query) const { return read_access_page(store_.log(), query); }

  StoredAccess stored_;
  AccessStore store_ = stored_.open();
};

TEST_F(Page, W165NewestFirstAndOnFromWhereItEnded) {
  const AccessPage first = read({.limit = 3});
  EXPECT_EQ(sequences_of(first), (std::vector<Sequence>{31, 30, 29}));
  ASSERT_EQ(first.next, 29u);
  EXPECT_EQ(sequences_of(read({.limit = 2, .before = first.next})), (std::vector<Sequence>{28, 27}));
  const AccessPage last = read({.limit = 5, .before = 4});
  EXPECT_EQ(sequences_of(last), (std::vector<Sequence>{3, 2, 1}));
  EXPECT_EQ(last.next, std::nullopt);
  EXPECT_TRUE(read({.before = 1}).items.empty());
}

TEST_F(Page, W165OnlyWhatIsNewerThanAfter) {
  EXPECT_EQ(sequences_of(read({.after = 29})), (std::vector<Sequence>{31, 30}));
  EXPECT_TRUE(read({.after = 31}).items.empty());
  EXPECT_TRUE(read({.after = 900}).items.empty());
}

TEST_F(Page, W165OfOneDayInVietnam) {
  EXPECT_EQ(sequences_of(read({.limit = 100, .day = vietnam_date(after_seconds(kDay))})),
            (std::vector<Sequence>{31, 30, 29, 28, 27, 26}));
  EXPECT_EQ(read({.day = vietnam_date(kMorning)}).items.size(), 25u);
  EXPECT_TRUE(read({.day = vietnam_date(after_seconds(-1))}).items.empty());
}

TEST_F(Page, W165OfOneAccountAndOfSomeTypes) {
  EXPECT_EQ(read({.account = ActorId{"a"}}).items.size(), 15u);
  EXPECT_TRUE(read({.account = ActorId{"c"}}).items.empty());
  EXPECT_EQ(read({.types = {"vn.luuvet.access.signed-out"}}).items.size(), 10u);
  EXPECT_TRUE(read({.types = {"vn.luuvet.access.signed"}}).items.empty()) << "whole words";
  const AccessPage page = read({.limit = 2, .account = ActorId{"a"}, .types = {"vn.luuvet.access.signed-out.v1"}});
  EXPECT_EQ(sequences_of(page), (std::vector<Sequence>{26, 20}));
  EXPECT_EQ(sequences_of(read({.account = ActorId{"a"},
                               .day = vietnam_date(after_seconds(kDay)),
                               .types = {"vn.luuvet.access.signed-out.v1"}})),
            (std::vector<Sequence>{26}));
}

TEST_F(Page, W165OnePageLooksAtSoManyRecordsAndNoMore) {
  store_.append(std::vector(300, event_at(after_seconds(3 * kDay), AccessKind::kSignedIn, "c")));
  const std::vector<std::string> wanted = {"vn.luuvet.access.signed-out"};
  const AccessPage page = read({.types = wanted, .scan_max = 300});
  EXPECT_TRUE(page.items.empty());
  ASSERT_EQ(page.next, 32u);
  EXPECT_EQ(read({.before = page.next, .types = wanted, .scan_max = 300}).items.size(), 10u);
}

}  // namespace
}  // namespace luuvet::server
