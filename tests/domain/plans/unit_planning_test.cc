// What belongs into a yearly plan, what is proposed, and by when the plan is there.
#include "domain/plans/unit_planning.h"

#include "tests/support/given.h"
#include "tests/support/planned.h"

namespace luuvet::test {
namespace {

std::vector<Fact> a_task_due(std::string id, Deadline deadline, std::vector<Deliverable> deliverables = {}) {
  Task row = task(std::move(id), {"so-tai-chinh"});
  row.deadline = std::move(deadline);
  row.deliverables = std::move(deliverables);
  return registered(row);
}
Deadline dated(std::string_view due) {
  Deadline result;
  result.kind = DeadlineKind::kDate;
  result.due = day(due);
  return result;
}
Deadline every(Every rhythm) {
  Deadline result = deadline(DeadlineKind::kRecurring);
  result.rhythms = {{rhythm, 1}};
  return result;
}
std::vector<std::string> to_plan(const std::vector<Fact>& facts, std::int64_t year,
                                 const char* agency = "so-tai-chinh") {
  std::vector<std::string> ids;
  for (const AssignmentId& id : assignments_to_plan(given(facts).world(), {agency}, year)) ids.push_back(id.value);
  return ids;
}
PlanLineContent proposed(const Deadline& due, std::vector<Deliverable> deliverables, std::string_view on) {
  const World world = given(together(a_province(), a_task_due("t9", due, std::move(deliverables)))).world();
  return proposed_line(*world.tasks.find("t9"), initial_assignment({"t9"}, {"joint"}), 2026, day(on));
}

TEST(UnitPlanning, Y16StandingWorkAndWhatTouchesTheYear) {
  EXPECT_EQ(to_plan(work_to_plan(), 2026), (std::vector<std::string>{"t1.joint", "s1.joint"}));
  EXPECT_EQ(to_plan(work_to_plan(), 2027), std::vector<std::string>{"s1.joint"});
  EXPECT_TRUE(to_plan(work_to_plan(), 2031).empty());  // the programme ends in 2030
  EXPECT_TRUE(to_plan(work_to_plan(), 2026, "so-noi-vu").empty());
  const auto with = [](Deadline due, std::int64_t year) {
    return to_plan(together(a_province(), a_task_due("t9", std::move(due))), year).size();
  };
  EXPECT_EQ(with(dated("2028-05-01"), 2026), 1u);  // runs from the beginning of its programme
  EXPECT_EQ(with(dated("2026-05-01"), 2027), 0u);
  EXPECT_EQ(with(deadline(DeadlineKind::kTriggered), 2026), 0u);
  EXPECT_EQ(with(deadline(DeadlineKind::kNone), 2026), 0u);
  Deadline from;
  from.kind = DeadlineKind::kFromPeriodOn;
  from.start = day("2027-01-01");
  EXPECT_EQ(with(from, 2026), 0u);
  EXPECT_EQ(with(from, 2028), 1u);
  Deadline parts;
  parts.kind = DeadlineKind::kCompound;
  parts.parts = {dated("2026-05-01"), every(Every::kYear)};
  EXPECT_EQ(with(parts, 2029), 1u);
}
TEST(UnitPlanning, Y16WhatIsClosedIsNotPlanned) {
  const auto without = [](const Fact& fact) {
    return to_plan(together(work_to_plan(), std::vector{fact}), 2026) == std::vector<std::string>{"t1.joint"};
  };
  EXPECT_TRUE(without({"task/s1", TaskCancelled{}}));
  EXPECT_TRUE(without({"task/s1", TaskSuspended{}}));
  EXPECT_TRUE(without({"task/s1", TaskCarriedOver{{"s2"}, 2025, qd1()}}));
  std::vector<Fact> done = together(
      work_to_plan(),
      std::vector<Fact>{{"assignment/s1.joint", AssignmentSubmitted{day("2026-02-01"), {}, {}, {}}, "so-tai-chinh"},
                        {"assignment/s1.joint", AssignmentAccepted{}, "so-khcn"}});
  EXPECT_EQ(to_plan(done, 2026), std::vector<std::string>{"t1.joint"});
}
TEST(UnitPlanning, Y16MembersOfALeadingGroupPlanToo) {
  const auto facts = together(a_province(), an_ongoing_task("s3", {"cac-xa"}));
  EXPECT_EQ(to_plan(facts, 2026, "xa-b"), std::vector<std::string>{"s3.joint"});
}

TEST(UnitPlanning, Y16ProposesProductAndMilestones) {
  const Deliverable classes{"Lớp học", DeliverableKind::kQuantity, 24, "lớp"};
  const PlanLineContent quarterly = proposed(deadline(DeadlineKind::kOngoing), {classes}, "2026-01-10");
  EXPECT_EQ(quarterly.product, (YearProduct{"Lớp học", 24, "lớp"}));
  ASSERT_EQ(quarterly.milestones.size(), 4u);
  EXPECT_EQ(quarterly.milestones.front(), (Milestone{"m1", "Quý I", day("2026-03-31"), 6}));
  EXPECT_EQ(quarterly.milestones.back(), (Milestone{"m4", "Quý IV", day("2026-12-31"), 24}));
  const PlanLineContent late = proposed(deadline(DeadlineKind::kOngoing), {classes}, "2026-07-01");
  ASSERT_EQ(late.milestones.size(), 2u);
  EXPECT_EQ(late.milestones.front(), (Milestone{"m1", "Quý III", day("2026-09-30"), 18}));
  EXPECT_EQ(proposed(every(Every::kHalfYear), {}, "2026-01-10").milestones.size(), 2u);
  EXPECT_EQ(proposed(every(Every::kYear), {}, "2026-01-10").milestones.front().due, day("2026-12-31"));
  EXPECT_TRUE(proposed(every(Every::kMonth), {}, "2026-01-10").milestones.empty());
  EXPECT_EQ(proposed(dated("2026-05-01"), {}, "2026-01-10").milestones,
            (std::vector<Milestone>{{"m1", "Hoàn thành", day("2026-05-01"), {}}}));
  EXPECT_EQ(proposed(dated("2026-05-01"), {}, "2026-01-10").product->text, "Nhiệm vụ t9");
}

TEST(UnitPlanning, Y15APlanIsThereBySetDayOrSixtyDaysAfterTheProgramme) {
  const World plain = given(work_to_plan()).world();
  EXPECT_EQ(planning_agencies(plain, 2026).at({"so-tai-chinh"}), day("2026-01-31"));
  EXPECT_EQ(planning_agencies(plain, 2027).at({"so-tai-chinh"}), day("2027-01-31"));
  EXPECT_EQ(planning_agencies(plain, 2026).count({"so-noi-vu"}), 0u);
  Programme issued = programme("p1");
  issued.issued_on = day("2026-02-03");
  Given scene = given(work_to_plan());
  scene.fact({"programme/p1", Registered<Programme>{issued}});
  EXPECT_EQ(planning_agencies(scene.world(), 2026).at({"so-tai-chinh"}), day("2026-04-04"));
  EXPECT_EQ(planning_agencies(scene.world(), 2027).at({"so-tai-chinh"}), day("2027-01-31"));
  EXPECT_EQ(planning_agencies(scene.world(), 2027, {2, 60}).at({"so-tai-chinh"}), day("2027-02-28"));
  EXPECT_EQ(planning_agencies(scene.world(), 2026, {1, 59}).at({"so-tai-chinh"}), day("2026-04-03"));
}

}  // namespace
}  // namespace luuvet::test
