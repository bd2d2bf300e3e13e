// The register of doubts: what the papers leave open is written down, and stands where it belongs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

// The contradictions that were known before the rows were written, with the rows that each must name.
struct KnownCase {
  int number;
  std::string_view doubt;
  std::vector<std::string_view> subjects;
};

const std::vector<KnownCase>& known_cases() {
  static const std::vector<KnownCase> cases = {
      {1, "da11.ii-ix-1-5-cong-nghe-moi", {"indicator/da11.i.iv.1", "task/da11.ii.ix.1.5"}},
      {2, "da11.ii-xi-1-1-ty-le-chi", {"task/da11.ii.xi.1.1", "indicator/nq26.01.ii.1", "indicator/pc25.annex.ii.1"}},
      {3, "da11.i-iv-4-khoi-nghiep", {"indicator/da11.i.iv.4", "indicator/nq26.01.iii.1", "indicator/pc25.annex.iv.1"}},
      {4, "pc25.iii-4-can-bo-nghien-cuu", {"indicator/nq26.01.ii.5", "indicator/pc25.annex.iii.4"}},
      {5, "pc25.i-1-5g-6g", {"indicator/pc25.annex.i.1"}},
      {6, "pc25.ii-4-muc-tieu-giam", {"indicator/pc25.annex.ii.4"}},
      {7, "pc25.v-13-chu-ky-so", {"member/pc25.body.8.8", "indicator/pc25.annex.v.13"}},
      {8, "bcd26.bai-toan-lon-thoi-han", {"task/bcd26.iii.13", "task/nq26.02.26"}},
      {9, "bcd26.binh-dan-hoc-vu-so-thoi-han", {"task/bcd26.body.3.d", "task/bcd26.ii.vii.1"}},
      {10, "bcd26.lo-hong-bao-mat-thoi-han", {"task/bcd26.body.4.a", "task/bcd26.ii.v.6"}},
      {10, "bcd26.kenh-ket-noi-thoi-han", {"task/bcd26.body.4.e", "task/bcd26.ii.v.7"}},
      {10, "bcd26.bon-lop-thoi-han-chu-tri", {"task/bcd26.body.4.f", "task/bcd26.ii.v.9"}},
      {11, "bcd26.trung-tam-giam-sat-san-pham", {"task/bcd26.ii.v.3"}},
      {12, "bcd26.thuong-mai-hoa-san-pham", {"task/bcd26.ii.ii.4", "task/nq26.02.9"}},
      {13, "da11.iii-i-hai-nhom-b", {"budget-line/da11.iii.i.b", "budget-line/da11.iii.i.b2"}},
      {13, "da11.ii-x-2-nhay-so", {"task/da11.ii.x.2.1", "task/da11.ii.x.2.3"}},
      {13, "lc25.vi-12-hai-lan", {"task/lc25.ii.vi.12", "task/lc25.ii.vi.12-b"}},
      {13, "da11.ii-so-thu-tu-lap", {"task/da11.ii.i.1.1", "task/da11.ii.ii.1.1"}},
      {14, "lc25.pii-don-vi", {"indicator/lc25.i.i.21", "indicator/lc25.i.ii.24"}},
      {15, "da11.ii-vii-3-5-phuong", {"indicator/da11.i.i.9", "task/da11.ii.vii.3.5", "budget-line/da11.iii.i.b2.3"}},
  };
  return cases;
}

std::set<std::string> subjects_of(const Doubt& doubt) {
  std::set<std::string> subjects;
  for (const DoubtPlace& place : doubt.places)
    if (place.subject) subjects.insert(*place.subject);
  return subjects;
}

// Subjects that a doubt of such a kind names; any kind, if none is given.
std::set<std::string> doubted(std::string_view kind = "") {
  std::set<std::string> subjects;
  for (const Doubt* doubt : rows_of<Doubt>())
    if (kind.empty() || doubt->kind == kind) subjects.merge(subjects_of(*doubt));
  return subjects;
}

TEST(SeedDoubts, TheFifteenKnownCasesEachHaveOne) {
  std::set<int> numbers;
  for (const KnownCase& known : known_cases()) {
    numbers.insert(known.number);
    const Doubt* doubt = find_row<Doubt>(known.doubt);
    ASSERT_TRUE(doubt) << known.number << " " << known.doubt;
    const std::set<std::string> subjects = subjects_of(*doubt);
    for (const std::string_view subject : known.subjects)
      EXPECT_TRUE(subjects.contains(std::string(subject))) << known.number << " " << subject;
  }
  EXPECT_EQ(numbers.size(), 15U);
}

TEST(SeedDoubts, AreOfAKnownKindAndQuoteTheirPlaces) {
  const std::set<std::string> kinds = {"contradiction", "cut-off",    "double-number",  "misprint", "past-due",
                                       "copy-error",    "definition", "responsibility", "missing",  "assumption"};
  for (const Doubt* doubt : rows_of<Doubt>()) {
    EXPECT_TRUE(kinds.contains(doubt->kind)) << doubt->id.value;
    EXPECT_FALSE(doubt->places.empty()) << doubt->id.value;
    for (const DoubtPlace& place : doubt->places) EXPECT_TRUE(place.quote) << doubt->id.value;
  }
}

TEST(SeedDoubts, StandInTheOrderOfProgrammesAndIds) {
  std::vector<std::string> programmes;
  for (const Programme* programme : rows_of<Programme>()) programmes.push_back(programme->id.value);
  const auto key = [&](const Doubt* doubt) {
    return std::pair(std::ranges::find(programmes, doubt->programme.value), doubt->id.value);
  };
  EXPECT_TRUE(std::ranges::is_sorted(rows_of<Doubt>(), {}, key));
}

TEST(SeedDoubts, NoTwoSayTheSameOfTheSameRows) {
  std::set<std::pair<std::string, std::set<std::string>>> said;
  for (const Doubt* doubt : rows_of<Doubt>())
    EXPECT_TRUE(said.emplace(doubt->text, subjects_of(*doubt)).second) << doubt->id.value;
}

// Where one body leads and supports the same task, both lists stay as printed, and somebody must say what is meant.
TEST(SeedDoubts, NameEveryTaskWhoseLeadIsPrintedAsCoordinatorToo) {
  const std::set<std::string> subjects = doubted();
  std::size_t found = 0;
  for (const Task* task : rows_of<Task>())
    for (const AgencyId& lead : task->lead_agencies) {
      if (std::ranges::find(task->coordinating_agencies, lead) == task->coordinating_agencies.end()) continue;
      ++found;
      EXPECT_TRUE(subjects.contains("task/" + task->id.value)) << task->id.value << " " << lead.value;
    }
  EXPECT_EQ(found, 15U);
}

// Due before the paper itself was issued. The two whose day is left blank count from the day that their month allows.
TEST(SeedDoubts, NameEveryTaskThatWasDueWhenItsPlanWasIssued) {
  const std::map<std::string, Date> issued = {{"lao-cai-de-an-11", *parse_date("2026-02-03")},
                                              {"lao-cai-bcd-2026", *parse_date("2026-04-15")},
                                              {"lao-cai-nq57-2026", *parse_date("2026-02-28")},
                                              {"lai-chau-nq57-2025", *parse_date("2025-02-28")}};
  std::set<std::string> past;
  for (const Task* task : rows_of<Task>())
    if (task->deadline.due && *task->deadline.due < issued.at(task->programme.value))
      past.insert("task/" + task->id.value);
  EXPECT_EQ(past, doubted("past-due"));
}

TEST(SeedDoubts, NameEveryTaskWithoutAProduct) {
  const std::set<std::string> subjects = doubted("missing");
  for (const Task* task : rows_of<Task>())
    if (!task->is_group && !task->links_to && task->source->annex != "body" && task->deliverables.empty()) {
      EXPECT_TRUE(subjects.contains("task/" + task->id.value)) << task->id.value;
    }
}

TEST(SeedDoubts, NameTheTasksThatPromiseNoDeadline) {
  const std::set<std::string> subjects = doubted();
  for (const Task* task : rows_of<Task>())
    if (task->deadline.kind == DeadlineKind::kNone && !task->is_group) {
      EXPECT_TRUE(task->links_to || subjects.contains("task/" + task->id.value)) << task->id.value;
    }
}

}  // namespace
}  // namespace luuvet::server::testing
