// What is kept of a task's work is what would be gathered afresh: after any act, on any day, for any number of readers.
#include "projections/tasks/work_memo.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <set>
#include <thread>

#include "domain/plans/unit_planning.h"
#include "projections/tasks/assignment_list.h"
#include "projections/tasks/unit_plan_list.h"
#include "tests/domain/random_work.h"
#include "tests/projections/seen.h"
#include "tests/support/planned.h"

namespace luuvet::test {
namespace {

using namespace projections;

// Around the day of the acts, the deadline and the ends of a year.
constexpr const char* kDays[] = {"2026-03-15", "2026-06-30", "2026-07-01", "2027-01-01", "2027-02-01"};

bool same_window(const Window& a, const Window& b) {
  return a.kind == b.kind && a.start == b.start && a.due == b.due && a.waiting == b.waiting && a.rhythm == b.rhythm &&
         a.period_start == b.period_start && a.period_end == b.period_end && a.reported == b.reported;
}

bool same_sum(const RollUp& a, const RollUp& b) {
  return a.counts == b.counts && same_window(a.window, b.window) && a.returned == b.returned &&
         a.extension_asked == b.extension_asked && a.extended == b.extended && a.obstacle == b.obstacle &&
         a.draft.get() == b.draft.get();
}

bool same_work(const TaskWork& a, const TaskWork& b) {
  const auto same_unit = [](const UnitWork& x, const UnitWork& y) {
    return x.status == y.status && x.timeliness == y.timeliness && x.is_open_in_year == y.is_open_in_year;
  };
  return a.standing.status == b.standing.status && a.standing.timeliness == b.standing.timeliness &&
         a.standing.progress_percent == b.standing.progress_percent && same_sum(a.sum, b.sum) &&
         std::equal(a.units.begin(), a.units.end(), b.units.begin(), b.units.end(), same_unit);
}

// Asked twice: what the first question left is what the second finds.
void expect_fresh(const Views& views) {
  for (const char* on : kDays)
    views.world.tasks.for_each([&](const auto& task) {
      const TaskWork fresh = gather_work(views.world, *task, day(on));
      EXPECT_TRUE(same_work(*work_on(views, *task, day(on)), fresh)) << task->content.id.value << " " << on;
      EXPECT_TRUE(same_work(*work_on(views, *task, day(on)), fresh)) << task->content.id.value << " " << on;
    });
}

// The same by the rule, without what is kept.
std::vector<AgencyId> without_plan(const World& world, Date on) {
  const std::int64_t year = civil_from_date(on).year;
  std::vector<AgencyId> result;
  for (const auto& [agency, due] : planning_agencies(world, year)) {
    const UnitPlanState* plan = world.unit_plans.find(unit_plan_id(agency, year).value);
    if (on > due && (!plan || plan->editions.empty())) result.push_back(agency);
  }
  return result;
}

// The same, each unit looked up by itself.
std::map<AgencyId, Counts> counts_afresh(const World& world, Date on) {
  std::map<AgencyId, Counts> result;
  world.tasks.for_each([&](const auto& task) {
    if (task->carried_to) return;
    for (const AgencyId& unit : world.units_of(*task)) {
      const AssignmentState state = *world.assignment(assignment_id(task->content.id, unit.value));
      for (const AgencyId& agency : working_agencies(world, *task, unit))
        result[agency].add(shown_status(*task, state), timeliness_on(*task, state, on));
    }
  });
  return result;
}

void expect_agencies_fresh(const Views& views) {
  for (const char* on : kDays) {
    EXPECT_EQ(counts_by_agency(views, day(on)), counts_afresh(views.world, day(on))) << on;
    EXPECT_EQ(agencies_without_plan(views, day(on)), without_plan(views.world, day(on))) << on;
  }
}

// The rows from which each task's work is gathered.
using Rows = std::set<const void*>;
std::map<std::string, Rows> rows_of(const World& world) {
  std::map<std::string, Rows> rows;
  world.tasks.for_each([&](const auto& task) {
    Rows& own = rows[task->content.id.value];
    own.insert(task.get());
    for (const AgencyId& unit : world.units_of(*task))
      own.insert(world.assignments.find(assignment_id(task->content.id, unit.value).value));
  });
  return rows;
}

// One record more: wherever a row of the task is another one, so is its memo.
void expect_forgotten(Views& views, const Recorded& next) {
  const Views before = views;
  views.apply(next, next.meta.sequence);
  const auto old = rows_of(before.world);
  for (const auto& [task, rows] : rows_of(views.world)) {
    ASSERT_TRUE(views.works.find(task)) << task;
    const auto found = old.find(task);
    if (found != old.end() && found->second == rows) continue;
    EXPECT_NE(views.works.find(task), before.works.find(task)) << task << " after " << next.subject.text();
  }
}

// A plan whose second edition leaves out t1, then somebody's words are erased.
std::vector<Fact> planned_twice() {
  const auto of_plan = [](Event event) { return Fact{std::string(kPlan), std::move(event), "so-tai-chinh"}; };
  UnitPlanLineSet dropped{{"t1.joint"}, {}, std::nullopt};
  dropped.set.present = 0b11;
  AssignmentProgressReported report{40, {}, {}, {}, {}};
  report.open = ProgressText{"Đã làm", {}, {}};
  const std::vector<Fact> facts =
      together(an_accepted_year(), std::vector{of_plan(UnitPlanAmendmentBegun{}), of_plan(dropped),
                                               of_plan(UnitPlanSubmitted{}), of_plan(UnitPlanApproved{2, std::nullopt}),
                                               Fact{"assignment/t1.joint", report, "so-tai-chinh"}});
  return together(facts, std::vector{Fact{"log/log", RecordErased{facts.size(), qd1(), "Nhầm"}}});
}

TEST(WorkMemoProperty, IsWhatIsGatheredAfreshAfterAnyAct) {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    Seen seen(tasks_for_random_work());
    for (std::uint32_t i = 0; i < 80; ++i) {
      seen.work(seed * 1'000 + i, 3);
      expect_fresh(seen.views());
      if (HasFailure()) return;
    }
  }
}

TEST(WorkMemoProperty, AgenciesAreCountedAsAfreshAfterAnyAct) {
  for (std::uint32_t seed = 1; seed <= 4; ++seed) {
    SCOPED_TRACE(seed);
    Seen seen(tasks_for_random_work());
    for (std::uint32_t i = 0; i < 40; ++i) {
      seen.work(seed * 1'000 + i, 5);
      expect_agencies_fresh(seen.views());
      if (HasFailure()) return;
    }
  }
}

TEST(WorkMemoProperty, IsForgottenWithEveryRowItRestsOn) {
  for (std::uint32_t seed = 1; seed <= 6; ++seed) {
    Seen seen(tasks_for_random_work());
    seen.work(seed, 200);
    Views views;
    for (const Recorded& next : seen.log()) expect_forgotten(views, next);
    expect_fresh(views);
  }
}

TEST(WorkMemo, IsForgottenByPlansAndErasures) {
  const Seen seen(planned_twice());
  Views views;
  for (const Recorded& next : seen.log()) {
    expect_forgotten(views, next);
    expect_fresh(views);
    expect_agencies_fresh(views);
  }
  const auto* kept = views.world.assignments.find("t1.joint");
  EXPECT_TRUE(kept->year_work.planned.empty());
  EXPECT_FALSE(kept->statements.front().text);
}

TEST(WorkMemo, OfThePlansAgreesWithWhatIsGatheredAfresh) {
  expect_fresh(views_of_the_plans());
  expect_agencies_fresh(views_of_the_plans());
}

// Nothing is recorded at midnight.
TEST(WorkMemo, TurnsThePageAtMidnight) {
  Seen seen(together(a_province(), a_task("t2", {"cac-xa"}), std::vector{each("t2", {"xa-a", "xa-b"})}));
  seen.add({"assignment/t2.xa-a", AssignmentStarted{}, "xa-a"});
  const auto task = seen.world().tasks.get("t2");
  const auto timeliness = [&](const char* on) { return work_on(seen.views(), *task, day(on))->standing.timeliness; };
  EXPECT_EQ(timeliness("2026-06-30"), Timeliness::kDueSoon);
  EXPECT_EQ(timeliness("2026-07-01"), Timeliness::kOverdue);
  EXPECT_EQ(timeliness("2026-06-30"), Timeliness::kDueSoon);
  EXPECT_EQ(timeliness("2026-04-30"), Timeliness::kOnTime);
}

// Whatever days somebody asks for, there is room for the one that is open; the next one begins with an empty page.
TEST(WorkMemo, KeepsNoMoreThanItsDays) {
  Seen seen(a_task_at_work());
  const auto memo = [&]() -> const WorkMemo& { return *seen.views().works.find("t1"); };
  const auto ask = [&](Date on) { work_on(seen.views(), *seen.world().tasks.get("t1"), on); };
  const Date first = day("2026-03-01"), open = day("2026-03-15");
  seen.add({"calendar/vn", DayOpened{open}});
  EXPECT_TRUE(memo().empty());
  std::size_t kept = 0;
  for (int i = 0; i < 10; ++i) ask(Date{first.days + i});
  for (int i = 0; i < 10; ++i) kept += memo().find(Date{first.days + i}) ? 1 : 0;
  EXPECT_EQ(kept, WorkMemo::kDaysMax - 1);
  EXPECT_FALSE(memo().find(open));
  ask(open);
  EXPECT_TRUE(memo().find(open));
  seen.add({"calendar/vn", DayOpened{Date{open.days + 1}}});
  EXPECT_TRUE(memo().empty());
}

// Readers of older views may fill a shared memo while the writer looks: an erasure trusts none of them.
TEST(WorkMemo, IsForgottenByAnErasureThoughItIsEmpty) {
  Seen seen(a_task_at_work());
  const auto before = seen.views().works.get("t1");
  seen.add({"log/log", RecordErased{1, qd1(), "Nhầm"}});
  EXPECT_NE(seen.views().works.get("t1"), before);
}

// What was published keeps saying what was so.
TEST(WorkMemo, E04APublishedViewKeepsItsOwn) {
  Seen seen(together(a_province(), a_task("t2", {"cac-xa"}), std::vector{each("t2", {"xa-a", "xa-b"})}));
  const Views published = seen.views();
  const auto begun = [](const Views& views) {
    const TaskItem item = task_item(views, views.world.tasks.get("t2"), day("2026-05-01"));
    return item.work.counts.status[static_cast<std::size_t>(Status::kInProgress)];
  };
  EXPECT_EQ(begun(published), 0u);
  seen.add({"assignment/t2.xa-a", AssignmentStarted{}, "xa-a"});
  EXPECT_EQ(begun(seen.views()), 1u);
  EXPECT_EQ(begun(published), 0u);
}

// One that has a plan in force stands by its milestones, though nobody has begun it either.
TEST(WorkMemo, Y13APlannedUnitStandsByItselfAmongTheUntouched) {
  Task ongoing = task("s2", {"cac-xa"});
  ongoing.deadline = deadline(DeadlineKind::kOngoing);
  UnitPlanLineSet line{{"s2.xa-b"}, {}, std::nullopt};
  line.set.values.milestones = {a_milestone("m1", "2026-04-30")};
  line.set.present = 0b10;
  const std::string plan = "unit-plan/xa-b.2026";
  const Seen seen(together(
      a_province(), registered(ongoing),
      std::vector<Fact>{each("s2", {"xa-a", "xa-b", "xa-c"}), Fact{plan, UnitPlanBegun{{"xa-b"}, 2026}, "xa-b"},
                        Fact{plan, line, "xa-b"}, Fact{plan, UnitPlanApproved{1, std::nullopt}, "xa-b"}}));
  const auto task = seen.world().tasks.get("s2");
  const TaskItem item = task_item(seen.views(), task, day("2026-05-20"));
  EXPECT_EQ(item.work.counts.timeliness[static_cast<std::size_t>(Timeliness::kOverdue)], 1u);
  EXPECT_EQ(item.work.counts.timeliness[static_cast<std::size_t>(Timeliness::kUnconfirmed)], 2u);
}

// Published views that share most of their memos, each read by several threads on two days at once.
TEST(WorkMemo, IsSharedByReadersOfManyThreads) {
  Seen seen(tasks_for_random_work());
  seen.work(9, 200);
  const std::vector<Recorded>& log = seen.log();
  std::vector<Views> published{Views{}};
  for (std::size_t at = 0; at < log.size(); ++at) {
    if (at % 8 == 0) published.push_back(published.back());
    published.back().apply(log[at], at - at % 8 + 1);
  }
  std::atomic<std::size_t> differing = 0;
  std::vector<std::thread> readers;
  for (std::size_t reader = 0; reader < 4; ++reader)
    readers.emplace_back([&, reader] {
      for (std::size_t round = 0; round < 2 * published.size(); ++round) {
        const Views& views = published[round % published.size()];
        const Date on = day(kDays[(round + reader) % 2]);
        views.world.tasks.for_each([&](const auto& task) {
          const bool same = same_work(*work_on(views, *task, on), gather_work(views.world, *task, on));
          differing += same ? 0 : 1;
        });
      }
    });
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(differing, 0u);
}

}  // namespace
}  // namespace luuvet::test
