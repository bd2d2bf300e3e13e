// Twins of the five plans, found by their words alone (J10).
#include "projections/link_suggestions.h"

#include <gtest/gtest.h>

#include <chrono>

#include "domain/link_rows.h"
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
  EXPECT_LT(page.total, 500U);
  std::size_t twins = 0;
  for (const Suggestion& each : page.items) twins += each.pair.kind == LinkKind::kTwin ? 1 : 0;
  std::printf("%zu suggestions, %zu of them twins\n", page.total, twins);
}

TEST(SeedTwins, J10AreFoundWhileSomebodyWaits) {
  const auto begin = std::chrono::steady_clock::now();
  const auto all = projections::find_suggestions(seed_world());
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(took, std::chrono::seconds(20));
  std::printf("%lld ms\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(took).count()));
}

}  // namespace
}  // namespace luuvet::server::testing
