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

// Annex I.10 says who builds how many in the column of agencies, V.5 its numbers in its name.
TEST(SeedRows, TargetsOfSeveralNumbersHaveParts) {
  std::vector<std::string> ids;
  for (const Indicator* row : rows_of<Indicator>())
    for (const Target& target : row->targets) {
      if (target.parts.empty()) continue;
      ids.push_back(row->id.value);
      for (const TargetPart& part : target.parts) EXPECT_TRUE(part.value.low) << row->id.value;
    }
  EXPECT_EQ(ids, (std::vector<std::string>{"da11.i.i.10", "da11.i.v.5"}));
}

TEST(SeedRows, PlacesInARankingAreOfDirectionRank) {
  for (const char* id : {"nq26.01.iii.2", "lc25.i.ii.24", "da11.i.iii.6"}) {
    ASSERT_TRUE(find_row<Indicator>(id)) << id;
    EXPECT_EQ(find_row<Indicator>(id)->direction, "rank") << id;
  }
}

// Who prints that a series means something else from a year on has it in the row's name.
TEST(SeedRows, BreaksAreThoseThatTheNamesPrint) {
  std::vector<std::string> said;
  for (const SeriesBreakRow* row : rows_of<SeriesBreakRow>()) {
    const Indicator* indicator = find_row<Indicator>(row->id.value);
    ASSERT_TRUE(indicator) << row->id.value;
    EXPECT_NE(indicator->name.find(row->text), std::string::npos) << indicator->name;
    said.push_back(row->id.value + " " + std::to_string(row->from));
  }
  EXPECT_EQ(said, (std::vector<std::string>{"pc25.annex.i.1 2035"}));
  for (const Indicator* row : rows_of<Indicator>())
    EXPECT_EQ(row->name.find("từ năm 20") != std::string::npos, row->id.value == "pc25.annex.i.1") << row->name;
}

// Each minimum is that of the indicator or the task whose id the ratio has.
TEST(SeedRows, RatiosAreThoseOfTheThreeAndTheTwoPercent) {
  std::vector<std::string> said;
  for (const RatioRow* row : rows_of<RatioRow>()) {
    EXPECT_TRUE(find_row<Task>(row->id.value) || find_row<Indicator>(row->id.value)) << row->id.value;
    for (const RatioDefinition& each : row->definitions)
      said.push_back(row->id.value + " " + to_string(row->minimum_percent) + " " + to_string(each.valid_from));
  }
  EXPECT_EQ(said, (std::vector<std::string>{"da11.ii.xi.1.1 3 2026-02-03", "da11.ii.xi.1.2 2 2026-02-03",
                                            "pc25.annex.ii.1 1 2025-07-01", "pc25.annex.ii.2 2 2025-07-01"}));
}

}  // namespace
}  // namespace luuvet::server::testing
