// What a task with many units shows, and the list of requests for coordination.
#include "projections/tasks/roll_up.h"

#include <gtest/gtest.h>

#include "domain/tasks/collective.h"
#include "projections/tasks/coordination_list.h"
#include "tests/projections/seen.h"

namespace luuvet::test {
namespace {

using namespace projections;

const Date kDay = day("2026-07-01");

// The same, by looking each assignment up by itself.
Counts counts_of(const World& world, const TaskState& task) {
  Counts counts;
  for (const AgencyId& unit : world.units_of(task)) {
    const AssignmentState state = *world.assignment(assignment_id(task.content.id, unit.value));
    counts.add(shown_status(task, state), timeliness_on(task, state, kDay));
  }
  return counts;
}

TEST(RollUp, W20CountsEveryUnitAsItStandsByItself) {
  Seen seen(together(a_province(), a_task("t1", {"so-tai-chinh"}), a_task("t2", {"cac-xa"}),
                     std::vector{each("t2", {"xa-a", "xa-b", "xa-c"})}));
  seen.add({"assignment/t2.xa-a", AssignmentProgressReported{40, {}, {}, {}, {}}, "xa-a"});
  seen.add({"assignment/t2.xa-b", AssignmentProgressReported{60, {}, {}, {}, {}}, "xa-b"});
  seen.add({"task/t2", TaskAssigned{AssignmentMode::kEach, agencies({"xa-a", "xa-b"}), {}, {}}, "so-khcn"});
  seen.world().tasks.for_each([&](const auto& task) {
    const TaskItem item = task_item(seen.views(), task, kDay);
    EXPECT_EQ(item.work.counts, counts_of(seen.world(), *task)) << task->content.id.value;
  });
  const TaskItem item = task_item(seen.views(), seen.world().tasks.get("t2"), kDay);
  ASSERT_TRUE(item.work.draft);
  EXPECT_EQ(item.work.draft->percent, 60);  // the latest
  EXPECT_EQ(item.work.counts.total, 2u);
}

TEST(RollUp, W20TheWindowIsThatOfTheMostPressingUnit) {
  Seen seen(together(a_province(), a_task("t2", {"cac-xa"}), std::vector{each("t2", {"xa-a", "xa-b"})}));
  seen.add({"assignment/t2.xa-a", AssignmentStarted{}, "xa-a"});
  seen.add({"assignment/t2.xa-a",
            AssignmentExtensionDecided{1, ExtensionDecision::kGrant, day("2026-12-31"), qd1(), {}}, "so-khcn"});
  seen.add({"assignment/t2.xa-b", AssignmentStarted{}, "xa-b"});
  const TaskItem item = task_item(seen.views(), seen.world().tasks.get("t2"), kDay);
  EXPECT_EQ(item.standing.timeliness, Timeliness::kOverdue);
  EXPECT_EQ(item.work.window.due, day("2026-06-30"));
  EXPECT_TRUE(item.work.extended);
}

TEST(RollUp, W200TasksThatWaitForADecisionAreFound) {
  TaskFilter filter;
  filter.undecided_lead = true;
  const Views& views = views_of_the_plans();
  const TaskList list = list_tasks(views, filter, {}, everything(), kDay);
  std::size_t expected = 0;
  views.world.tasks.for_each([&](const auto& task) { expected += lead_is_undecided(views.world, *task) ? 1 : 0; });
  EXPECT_EQ(list.page.total, expected);
  EXPECT_EQ(expected, 43u);  // the rows of the five plans that a group leads
}

class Requests : public ::testing::Test {
 protected:
  Requests() : seen_(together(a_province(), a_task("t1", {"so-tai-chinh"}), a_task("t2", {"so-noi-vu"}))) {
    seen_.add({"coordination/c1", CoordinationAsked{{"t1"}, agencies({"xa-a", "xa-b"}), day("2026-06-01"), {}, {}},
               "so-tai-chinh"});
    seen_.add(
        {"coordination/c2", CoordinationAsked{{"t2"}, agencies({"xa-a"}), day("2026-08-01"), {}, {}}, "so-noi-vu"});
    seen_.add({"coordination/c1", CoordinationConfirmed{}, "xa-a"});
  }
  std::string found(const CoordinationFilter& filter) {
    std::string ids;
    for (const auto& row : list_coordinations(seen_.views(), filter, everything(), kDay).items) ids += row->id.value;
    return ids;
  }
  CoordinationFilter filter_;
  Seen seen_;
};

TEST_F(Requests, W202FiltersHoldTogether) {
  EXPECT_EQ(found(filter_), "c1c2");
  filter_.to = AgencyId{"xa-a"};
  EXPECT_EQ(found(filter_), "c1c2");
  filter_.answer = {CoordinationAnswer::kWaiting};
  EXPECT_EQ(found(filter_), "c2");
  filter_.to = AgencyId{"xa-b"};
  EXPECT_EQ(found(filter_), "c1");
  filter_.task = TaskId{"t2"};
  EXPECT_EQ(found(filter_), "");
}
TEST_F(Requests, W202BySenderStateAndDay) {
  filter_.from = AgencyId{"so-tai-chinh"};
  EXPECT_EQ(found(filter_), "c1");
  filter_ = {};
  filter_.overdue = true;
  EXPECT_EQ(found(filter_), "c1");
  filter_.overdue = false;
  EXPECT_EQ(found(filter_), "c2");
  filter_ = {};
  filter_.state = {CoordinationStatus::kConfirmed, CoordinationStatus::kClosed};
  EXPECT_EQ(found(filter_), "");
  filter_ = {};
  filter_.programme = ProgrammeId{"p2"};
  EXPECT_EQ(found(filter_), "");
}
TEST_F(Requests, W202ASuccessorFindsWhatItTookOver) {
  seen_.add({"agency/xa-a", AgencyMerged{{"xa-c"}, day("2026-06-15"), qd1()}});
  filter_.to = AgencyId{"xa-c"};
  EXPECT_EQ(found(filter_), "c1c2");
}

}  // namespace
}  // namespace luuvet::test
