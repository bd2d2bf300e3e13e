// Rows by themselves: readable, well-formed, and referring to what is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>

#include "api/text.h"
#include "server/import/seed_check.h"
#include "server/import/seed_files.h"
#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

std::vector<std::string> told(const std::vector<SeedFault>& faults) {
  std::vector<std::string> result;
  for (const SeedFault& fault : faults) result.push_back(to_string(fault));
  return result;
}

template <class F>
void for_each_line(F&& f) {
  for (const std::filesystem::path& file : list_seed_files(seeds_folder())) {
    std::ifstream stream(seeds_folder() / file);
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) f(file.string() + ":" + std::to_string(++number), line);
  }
}

TEST(SeedRows, AreReadStrictlyWithoutFault) {
  EXPECT_THAT(told(all_seeds().faults), ::testing::IsEmpty());
  EXPECT_GT(all_seeds().rows.size(), 1'000U);
}

TEST(SeedRows, HaveIdsOnceAndReferToEarlierRowsOnly) {
  EXPECT_THAT(told(check_seeds(all_seeds().rows, World{})), ::testing::IsEmpty());
}

TEST(SeedRows, AreNfcWithoutDoubleSpaces) {
  for_each_line([](const std::string& place, const std::string& line) {
    std::string normal = line;
    EXPECT_EQ(api::normalise(normal), api::TextFault::kNone) << place;
    EXPECT_EQ(normal, line) << place;
    EXPECT_EQ(line.find("  "), line.npos) << place;
  });
}

TEST(SeedRows, BelongToTheFiveProgrammesInTheirOrder) {
  std::vector<std::string> ids;
  for (const Programme* programme : rows_of<Programme>()) ids.push_back(programme->id.value);
  EXPECT_THAT(ids, ::testing::ElementsAre("lao-cai-de-an-11", "lao-cai-bcd-2026", "lao-cai-nq57-2026",
                                          "lai-chau-nq57-2025", "lao-cai-phan-cong-bcd"));
}

template <class Content>
void expect_ids_tell_their_place() {
  static const std::map<std::string, std::string> prefixes = {{"lao-cai-de-an-11", "da11."},
                                                              {"lao-cai-bcd-2026", "bcd26."},
                                                              {"lao-cai-nq57-2026", "nq26."},
                                                              {"lai-chau-nq57-2025", "lc25."},
                                                              {"lao-cai-phan-cong-bcd", "pc25."}};
  for (const Content* row : rows_of<Content>()) {
    const Source& source = source_of(*row);
    std::string annex = source.annex;
    std::ranges::transform(annex, annex.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    EXPECT_EQ(source.document.value, row->programme.value) << row->id.value;
    EXPECT_TRUE(row->id.value.starts_with(prefixes.at(row->programme.value) + annex + ".")) << row->id.value;
  }
}

TEST(SeedRows, HaveIdsThatTellTheirPlace) {
  expect_ids_tell_their_place<Task>();
  expect_ids_tell_their_place<Indicator>();
  expect_ids_tell_their_place<BudgetLine>();
}

// The five plans are registered documents under their programmes' ids; what they cite is a stub.
TEST(SeedRows, PlansAreDocumentsAndCitedOnesAreStubs) {
  std::size_t stubs = 0;
  for (const Document* document : rows_of<Document>()) {
    stubs += document->stub;
    EXPECT_EQ(document->stub, find_row<Programme>(document->id.value) == nullptr) << document->id.value;
  }
  EXPECT_EQ(rows_of<Document>().size() - stubs, 5U);
}

TEST(SeedRows, CommitteesAreTheTwoOfLaoCai) {
  const Committee* party = find_row<Committee>("bcd-tinh-uy");
  const Committee* government = find_row<Committee>("bcd-ubnd");
  ASSERT_TRUE(party && government);
  EXPECT_EQ(party->standing_agency.value, "vp-tinh-uy");
  EXPECT_EQ(government->standing_agency.value, "so-khcn");
  EXPECT_EQ(government->helper_groups.size(), 3U);
  for (const Member* member : rows_of<Member>()) EXPECT_EQ(member->committee.value, "bcd-tinh-uy") << member->id.value;
}

TEST(SeedRows, IndicatorTargetsFitTheirComparator) {
  for (const Indicator* row : rows_of<Indicator>()) {
    EXPECT_EQ(row->heading && !row->targets.empty(), false) << row->id.value;
    for (const Target& target : row->targets) {
      const bool words = target.comparator == Comparator::kDone || target.comparator == Comparator::kText;
      EXPECT_EQ(words, !target.value.low.has_value()) << row->id.value << " " << target.year;
      EXPECT_EQ(target.comparator == Comparator::kRange, target.value.high.has_value()) << row->id.value;
    }
  }
}

}  // namespace
}  // namespace luuvet::server::testing
