// The contradictions that were known before the rows were written are listed from the rows themselves (Q05), each by
// its own rule; that a doubt names them too is another matter.
#include "projections/links/contradictions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "domain/links/link_rows.h"
#include "tests/seeds/seed_world.h"
#include "tests/support/recorder.h"

namespace luuvet::server::testing {
namespace {

using projections::Contradiction;
using projections::ContradictionKind;
using projections::Contradictions;

const Contradictions& found() {
  static const auto all = projections::find_contradictions(seed_world(), *projections::find_suggestions(seed_world()));
  return *all;
}

const Contradiction* listed(ContradictionKind kind, const std::vector<std::string>& subjects) {
  for (const Contradiction& each : found()) {
    const bool names_all = std::all_of(subjects.begin(), subjects.end(), [&](const std::string& subject) {
      return std::any_of(each.places.begin(), each.places.end(),
                         [&](const auto& place) { return place.subject == subject; });
    });
    if (each.kind == kind && names_all) return &each;
  }
  return nullptr;
}

struct KnownCase {
  int number;
  ContradictionKind kind;
  std::vector<std::string> subjects;
};

TEST(SeedContradictions, Q05TheFifteenKnownCasesAreListedFromTheRows) {
  using enum ContradictionKind;
  const std::vector<KnownCase> cases = {
      {1, kTextTarget, {"task/da11.ii.ix.1.5", "indicator/da11.i.iv.1"}},
      {2, kTargets, {"indicator/nq26.01.ii.1", "indicator/pc25.annex.ii.1"}},
      {2, kTextTarget, {"task/da11.ii.xi.1.1", "indicator/pc25.annex.ii.1"}},
      {3, kTargets, {"indicator/da11.i.iv.4", "indicator/pc25.annex.iv.1"}},
      {3, kTargets, {"indicator/nq26.01.iii.1", "indicator/pc25.annex.iv.1"}},
      {4, kTargets, {"indicator/nq26.01.ii.5", "indicator/pc25.annex.iii.4"}},
      {5, kTurningSeries, {"indicator/pc25.annex.i.1"}},
      {6, kTurningSeries, {"indicator/pc25.annex.ii.4"}},
      {7, kResponsibility, {"member/pc25.body.8.8", "indicator/pc25.annex.v.13"}},
      {8, kDeadlines, {"task/bcd26.iii.13", "task/nq26.02.26"}},
      {9, kDeadlines, {"task/bcd26.body.3.d", "task/bcd26.ii.vii.1"}},
      {10, kDeadlines, {"task/bcd26.body.4.a", "task/bcd26.ii.v.6"}},
      {10, kDeadlines, {"task/bcd26.body.4.e", "task/bcd26.ii.v.7"}},
      {10, kDeadlines, {"task/bcd26.body.4.f", "task/bcd26.ii.v.9"}},
      {10, kLeads, {"task/bcd26.body.4.f", "task/bcd26.ii.v.9"}},
      {11, kProduct, {"task/bcd26.ii.v.3"}},
      {12, kCopiedProduct, {"task/bcd26.ii.ii.4", "task/nq26.02.9"}},
      {13, kNumbering, {"budget-line/da11.iii.i.b", "budget-line/da11.iii.i.b2"}},
      {13, kNumbering, {"task/da11.ii.x.2.1", "task/da11.ii.x.2.3"}},
      {13, kNumbering, {"task/lc25.ii.vi.12", "task/lc25.ii.vi.12-b"}},
      {14, kUnits, {"indicator/lc25.i.i.21", "indicator/lc25.i.ii.24"}},
      {15, kNames, {"task/da11.ii.vii.3.5", "budget-line/da11.iii.i.b2.3"}},
      {15, kNames, {"indicator/da11.i.i.9", "budget-line/da11.iii.i.b2.3"}},
  };
  std::set<int> numbers;
  for (const KnownCase& known : cases) {
    const Contradiction* contradiction = listed(known.kind, known.subjects);
    EXPECT_TRUE(contradiction) << known.number << " " << known.subjects.front();
    if (!contradiction) continue;
    numbers.insert(known.number);
    for (const auto& place : contradiction->places) EXPECT_FALSE(place.text.empty()) << known.subjects.front();
  }
  EXPECT_EQ(numbers.size(), 15U);
}

TEST(SeedContradictions, Q05PlansOfTwoProvincesDoNotContradictEachOther) {
  for (const Contradiction& each : found()) {
    std::set<std::string> provinces;
    for (const auto& place : each.places)
      if (const auto province = province_of_row(seed_world(), place.subject)) provinces.insert(*province);
    EXPECT_LE(provinces.size(), 1U) << each.places.front().subject << " " << each.places.back().subject;
  }
}

TEST(SeedContradictions, Q05ManyRowsShareFewNumbers) {
  const auto place = std::find_if(found().begin(), found().end(), [](const Contradiction& each) {
    return each.kind == ContradictionKind::kNumbering && each.score == 99 &&
           each.places.front().subject.starts_with("task/da11.ii.");
  });
  ASSERT_NE(place, found().end());
}

TEST(SeedContradictions, Q05SaysWhatCoversThem) {
  const Contradiction* deadline = listed(ContradictionKind::kDeadlines, {"task/bcd26.body.3.d", "task/bcd26.ii.vii.1"});
  ASSERT_TRUE(deadline);
  const auto cover = projections::cover_of(seed_world(), *deadline);
  const DoubtId known{"bcd26.binh-dan-hoc-vu-so-thoi-han"};
  EXPECT_NE(std::find(cover.doubts.begin(), cover.doubts.end(), known), cover.doubts.end());
  EXPECT_FALSE(cover.settled);
}

TEST(SeedContradictions, Q05RowsToldApartAreListedNoMore) {
  World world = seed_world();
  const LinkedPair pair = pair_of(LinkKind::kTwin, {"task/bcd26.body.3.d", "task/bcd26.ii.vii.1"});
  Recorded recorded;
  recorded.meta.sequence = world.head + 1;
  recorded.subject = {Aggregate::kLink, link_id(pair).value};
  recorded.event = LinkRejected{pair.kind, pair.subjects, {}};
  world.evolve(recorded, world.head + 1'000'000);
  projections::ContradictionFilter filter;
  filter.subject = "task/bcd26.ii.vii.1";
  filter.kind = ContradictionKind::kDeadlines;
  const auto before = projections::list_contradictions(seed_world(), found(), filter, {1'000, {}});
  const auto after = projections::list_contradictions(world, found(), filter, {1'000, {}});
  EXPECT_EQ(before.page.total, after.page.total + 1);
}

TEST(SeedContradictions, Q05AreCountedByKind) {
  const auto list = projections::list_contradictions(seed_world(), found(), {}, {1'000, {}});
  std::size_t counted = 0;
  for (const auto& count : list.counts) {
    counted += count.covered + count.uncovered;
    std::printf("kind %d: %zu covered, %zu not\n", static_cast<int>(count.kind), count.covered, count.uncovered);
  }
  EXPECT_EQ(counted, list.page.total);
}

}  // namespace
}  // namespace luuvet::server::testing
