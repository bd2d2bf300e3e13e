// Twins of the five plans, found by their words alone (J10).
#include "projections/links/link_suggestions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "domain/links/link_rows.h"
#include "projections/money/funds_suggestions.h"
#include "tests/seeds/seed_world.h"

namespace luuvet::server::testing {
namespace {

using projections::Suggestion;
using projections::Suggestions;

const Suggestions& found() {
  static const auto all = projections::find_suggestions(seed_world());
  return *all;
}

const Suggestion* between(const std::string& a, const std::string& b) {
  const LinkedPair pair = pair_of(LinkKind::kTwin, {"task/" + a, "task/" + b});
  for (const Suggestion& each : found())
    if (each.pair == pair) return &each;
  return nullptr;
}

// In the work plan of the committee the same work stands twice, in other words and with other dates: in the body and in
// the appendices, and in two appendices.
TEST(SeedTwins, J10TheNineteenPairsOfTheWorkPlanAreFound) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"body.2.b", "ii.iv.3"}, {"body.2.c", "ii.iv.9"}, {"body.2.d", "ii.iv.4"}, {"body.2.f", "ii.iv.5"},
      {"body.3.a", "ii.iv.6"}, {"body.3.b", "ii.iv.7"}, {"body.3.c", "ii.iv.8"}, {"body.3.d", "ii.vii.1"},
      {"body.3.j", "iii.21"},  {"body.4.a", "ii.v.6"},  {"body.4.b", "ii.v.10"}, {"body.4.c", "ii.v.3"},
      {"body.4.d", "ii.v.8"},  {"body.4.e", "ii.v.7"},  {"body.4.f", "ii.v.9"},  {"body.5.a", "ii.vi.1"},
      {"body.5.c", "ii.vi.2"}, {"ii.ii.9", "iv.7"},     {"iii.15", "iv.6"}};
  EXPECT_EQ(pairs.size(), 19U);
  for (const auto& [a, b] : pairs) {
    const Suggestion* suggestion = between("bcd26." + a, "bcd26." + b);
    ASSERT_TRUE(suggestion) << a << " " << b;
    EXPECT_GE(suggestion->score, projections::kSuggestedScore) << a << " " << b;
    EXPECT_FALSE(suggestion->shared.empty());
  }
}

TEST(SeedTwins, J10AlsoAcrossPlans) {
  const Suggestion* problems = between("bcd26.iii.13", "nq26.02.26");
  ASSERT_TRUE(problems);
  EXPECT_GE(problems->score, projections::kSuggestedScore);
  EXPECT_EQ(problems->shared.front(), "03 bài toán lớn");
}

TEST(SeedTwins, J10NoneAcrossProvinces) {
  for (const Suggestion& each : found())
    EXPECT_TRUE(of_one_province(seed_world(), each.pair.subjects)) << each.pair.subjects.front();
}

// Working through them is a matter of minutes, not of days.
TEST(SeedTwins, J10NotEveryPairOfAPlan) {
  const auto page = projections::list_suggestions(seed_world(), found(), {}, {1'000, {}});
  std::size_t twins = 0, funds = 0;
  for (const Suggestion& each : page.items) {
    twins += each.pair.kind == LinkKind::kTwin ? 1 : 0;
    funds += each.pair.kind == LinkKind::kFunds ? 1 : 0;
  }
  EXPECT_LT(page.total - funds, 500U);
  std::printf("%zu suggestions, %zu of them twins, %zu of funds\n", page.total, twins, funds);
}

TEST(SeedTwins, J10AreFoundWhileSomebodyWaits) {
  const auto begin = std::chrono::steady_clock::now();
  const auto all = projections::find_suggestions(seed_world());
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(took, std::chrono::seconds(20));
  std::printf("%lld ms\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
}

const Suggestion* funding(const std::string& line, const std::string& row) {
  const LinkedPair pair = pair_of(LinkKind::kFunds, {"budget-line/da11.iii." + line, row});
  const auto at = std::ranges::find(found(), pair, &Suggestion::pair);
  return at == found().end() ? nullptr : &*at;
}

TEST(SeedFunds, M22MostLinesAreProposedForSomething) {
  projections::SuggestionFilter filter;
  filter.kind = LinkKind::kFunds;
  const auto page = projections::list_suggestions(seed_world(), found(), filter, {1'000, {}});
  std::map<std::string, std::size_t> of_line;
  for (const Suggestion& each : page.items) ++of_line[each.pair.subjects.front()];
  std::printf("%zu of 68 lines, %zu pairs of funds\n", of_line.size(), page.total);
  EXPECT_GE(of_line.size(), 50U);
  for (const auto& [line, count] : of_line)
    EXPECT_LE(count, projections::kFundedTasksMost + projections::kFundedIndicatorsMost) << line;
}

// Read beside the papers.
TEST(SeedFunds, M22TheRightOnesAreAmongThem) {
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"i.b.1", "task/da11.ii.vii.2.1"},      // trung tâm dữ liệu của tỉnh
      {"i.b.5", "task/da11.ii.vii.2.5"},      // kho dữ liệu dùng chung
      {"iii.a.6", "task/da11.ii.ix.1.7"},     // đánh giá, hỗ trợ đổi mới công nghệ
      {"iii.c.1", "task/da11.ii.ix.3.1"},     // đổi mới công nghệ và bảo hộ SHTT
      {"iv.5", "task/da11.ii.x.1.7"},         // cổng thông tin tổng hợp
      {"ii.b.10", "indicator/da11.i.i.11-b"}  // giáo dục STEM
  };
  for (const auto& [line, row] : pairs) {
    const Suggestion* suggestion = funding(line, row);
    ASSERT_TRUE(suggestion) << line << " " << row;
    EXPECT_GE(suggestion->score, projections::kSuggestedScore) << line << " " << row;
    EXPECT_FALSE(suggestion->shared.empty()) << line;
  }
}

TEST(SeedFunds, M22NothingOfAnotherProvince) {
  for (const Suggestion& each : found()) {
    if (each.pair.kind != LinkKind::kFunds) continue;
    EXPECT_NE(programme_of_row(seed_world(), each.pair.subjects.back()), ProgrammeId{"lai-chau-nq57-2025"});
  }
}

}  // namespace
}  // namespace luuvet::server::testing
