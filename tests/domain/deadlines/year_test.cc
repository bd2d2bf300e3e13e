// Milestones that are met, results of a year, and what both mean for the timeliness of standing work.
#include "domain/deadlines/year_standing.h"

#include "tests/support/given.h"
#include "tests/support/planned.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;

Given by_them(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh");
}
MeetMilestone meeting(std::string_view on = "2026-03-10") {
  return {2026, "m1", day(on), 3, {}};
}
const YearWork& years(const Given& scene) {
  return scene.world().assignments.find("s1.joint")->year_work;
}
Timeliness timeliness(const Given& scene, std::string_view on, const char* task = "s1") {
  const World& world = scene.world();
  return timeliness_on(*world.tasks.find(task), *world.assignment({std::string(task) + ".joint"}), day(on));
}
// s1 was reported for this month, so that its period says nothing.
Fact a_report(std::string period) {
  AssignmentProgressReported event;
  event.percent = 10;
  event.period = std::move(period);
  return {std::string(kPlanned), event, "so-tai-chinh"};
}
Given reported_for(const std::vector<Fact>& facts, std::string period) {
  Given scene = given(facts);
  scene.fact(a_report(std::move(period)));
  return scene.fact({std::string(kPlanned), AssignmentProgressApproved{{scene.world().head}}, "so-tai-chinh"});
}

TEST(Year, Y10AMilestoneIsMetOnce) {
  Given scene = by_them(an_approved_plan());
  scene.when(kPlanned, meeting()).then(AssignmentMilestoneMet{{"so-tai-chinh"}, 2026, "m1", day("2026-03-10"), 3, {}});
  scene.when(kPlanned, meeting("2026-03-16")).then_rejected(kInvalid, "/on");
  scene.when(kPlanned, MeetMilestone{2026, "m9", day("2026-03-10"), {}, {}}).then_rejected(kRule, "Y10");
  scene.when(kPlanned, MeetMilestone{2027, "m1", day("2026-03-10"), {}, {}}).then_rejected(kRule, "Y10");
  scene.after(kPlanned, meeting());
  EXPECT_EQ(scene.world().assignments.find("s1.joint")->status, Status::kInProgress);
  scene.when(kPlanned, meeting()).then_rejected(kRule, "Y10");
  given(an_approved_plan()).as("so-noi-vu").when(kPlanned, meeting()).then_rejected(kForbidden, "A02");
  by_them(a_submitted_plan()).when(kPlanned, meeting()).then_rejected(kRule, "Y10");  // no edition in force
}
TEST(Year, Y10AMistakeIsTakenBackWithItsReason) {
  Given scene = by_them(a_met_milestone());
  scene.when(kPlanned, UnmeetMilestone{2026, "m1", ""}).then_rejected(kInvalid, "/reason");
  scene.after(kPlanned, UnmeetMilestone{2026, "m1", "Ghi nhầm"});
  EXPECT_TRUE(years(scene).met.empty());
  scene.when(kPlanned, UnmeetMilestone{2026, "m1", "Ghi nhầm"}).then_rejected(kRule, "Y10");
}

TEST(Year, Y11StandingWorkSubmitsTheResultOfAYear) {
  Given scene = by_them(an_approved_plan());
  scene.when(kPlanned, a_result())
      .then(AssignmentYearSubmitted{2026, day("2026-03-10"), {}, {}, YearText{"Đã có báo cáo"}});
  scene.when("assignment/t1.joint", a_result()).then_rejected(kRule, "Y11");
  SubmitYear body = a_result();
  body.year = 2027;
  scene.when(kPlanned, body).then_rejected(kInvalid, "/year");
  body = a_result();
  body.completed_on = day("2026-03-16");
  scene.when(kPlanned, body).then_rejected(kInvalid, "/completed_on");
  body.completed_on = day("2025-12-31");
  scene.when(kPlanned, body).then_rejected(kInvalid, "/completed_on");
  body = {2025, "Trước kế hoạch", {}, {}, day("2025-12-31")};
  scene.when(kPlanned, body).then_rejected(kRule, "Y11");
  scene.after(kPlanned, a_result()).when(kPlanned, a_result()).then_rejected(kRule, "Y11");
  EXPECT_EQ(years(scene).results.front().state, YearResultState::kSubmitted);
}

TEST(Year, Y12TheConfirmingAgencyJudgesIt) {
  Given scene = given(a_submitted_year());
  scene.as("so-tai-chinh").when(kPlanned, AcceptYear{2026, {}, {}}).then_rejected(kForbidden, "A07");
  scene.as("so-noi-vu").when(kPlanned, AcceptYear{2026, {}, {}}).then_rejected(kForbidden, "A08");
  scene.as("so-khcn").when(kPlanned, AcceptYear{2025, {}, {}}).then_rejected(kRule, "Y12");
  scene.when(kPlanned, AcceptYear{2026, "Đạt", {}}).then(AssignmentYearAccepted{2026, {}, ReasonText{{}, "Đạt"}});
  Given returned = scene;
  returned.after(kPlanned, ReturnYear{2026, "Thiếu số liệu"});
  EXPECT_EQ(years(returned).results.front().state, YearResultState::kReturned);
  EXPECT_EQ(years(returned).results.front().return_text->reason, "Thiếu số liệu");
  returned.as("so-tai-chinh").after(kPlanned, a_result());
  EXPECT_EQ(years(returned).results.size(), 1u);
  scene.after(kPlanned, AcceptYear{2026, {}, {}});
  scene.when(kPlanned, ReturnYear{2026, "Muộn"}).then_rejected(kRule, "Y12");
  scene.as("so-tai-chinh").when(kPlanned, a_result()).then_rejected(kRule, "Y11");
}
TEST(Year, Y12WhoSubmittedAsAMemberOfALeadingGroupDoesNotConfirm) {
  Given scene = given(together(a_province(), std::vector{a_group("cac-so", {"so-khcn", "so-noi-vu"})},
                               an_ongoing_task("s1", {"cac-so"})));
  scene.as("so-khcn").after(kPlanned, a_result());
  scene.when(kPlanned, AcceptYear{2026, {}, {}}).then_rejected(kForbidden, "A07");
  scene.as("vp-ubnd-tinh").when(kPlanned, AcceptYear{2026, {}, {}}).then_accepted();
}

TEST(Year, Y22WhoAcceptedReopensWithAReason) {
  Given scene = given(an_accepted_year());
  const ReopenYear body{2026, "Số liệu của xã chưa đúng", {}};
  scene.as("so-tai-chinh").when(kPlanned, body).then_rejected(kForbidden, "A07");
  scene.as("so-noi-vu").when(kPlanned, body).then_rejected(kForbidden, "A08");
  scene.as("so-khcn").when(kPlanned, ReopenYear{2026, " ", {}}).then_rejected(kInvalid, "/reason");
  scene.when(kPlanned, ReopenYear{2025, "Nhầm", {}}).then_rejected(kRule, "Y22");
  given(a_submitted_year()).as("so-khcn").when(kPlanned, body).then_rejected(kRule, "Y22");
  scene.when(kPlanned, body)
      .then(AssignmentYearReopened{2026, {}, ReasonText{"Số liệu của xã chưa đúng", std::nullopt}});
  scene.after(kPlanned, body).when(kPlanned, body).then_rejected(kRule, "Y22");
}
TEST(Year, Y22WhatWasReopenedIsSubmittedAgain) {
  Given scene = given(an_accepted_year()).as("so-khcn").after(kPlanned, ReopenYear{2026, "Sai số liệu", {}});
  const YearResult& result = years(scene).results.front();
  EXPECT_EQ(result.state, YearResultState::kReturned);
  EXPECT_EQ(result.text, YearText{"Đã xong"});  // what it said stays to be read
  EXPECT_EQ(result.return_text->reason, "Sai số liệu");
  EXPECT_EQ(timeliness(scene, "2027-01-01"), Timeliness::kOverdue);
  scene.as("so-tai-chinh").after(kPlanned, a_result());
  EXPECT_EQ(years(scene).results.front().state, YearResultState::kSubmitted);
  EXPECT_TRUE(needs_precondition(ReopenYear{2026, "Sai", {}}));
}
TEST(Year, Y23OnceTheYearIsClosedADocumentIsNeeded) {
  Given scene = given(an_accepted_year());
  scene.fact({"programme/p1", ProgrammeYearClosed{2026, {}, qd1(), {}}, "so-khcn"}).as("so-khcn");
  scene.when(kPlanned, ReopenYear{2026, "Sai số liệu", {}}).then_rejected(kRule, "Y23");
  scene.when(kPlanned, ReopenYear{2026, "Sai số liệu", qd1()}).then_accepted();
}

TEST(Year, Y13AMissedMilestoneMakesStandingWorkOverdue) {
  const Given plain = reported_for(an_approved_plan(), "2026");
  EXPECT_EQ(timeliness(plain, "2026-06-23"), Timeliness::kReported);
  EXPECT_EQ(timeliness(plain, "2026-06-24"), Timeliness::kDueSoon);
  EXPECT_EQ(timeliness(plain, "2026-06-30"), Timeliness::kDueSoon);
  EXPECT_EQ(timeliness(plain, "2026-07-01"), Timeliness::kOverdue);
  EXPECT_EQ(timeliness(plain, "2026-12-31"), Timeliness::kOverdue);
  const Given met = reported_for(a_met_milestone(), "2026");
  EXPECT_EQ(timeliness(met, "2026-07-01"), Timeliness::kReported);
}
TEST(Year, Y13WhatPressesMoreStands) {
  const Given silent = given(a_met_milestone());  // no report: the plan says nothing against it
  EXPECT_EQ(timeliness(silent, "2026-06-25"), Timeliness::kNotReported);
  const Given soon = given(an_approved_plan());
  EXPECT_EQ(timeliness(soon, "2026-06-25"), Timeliness::kNotReported);
  EXPECT_EQ(timeliness(soon, "2026-07-01"), Timeliness::kOverdue);
}
TEST(Year, Y13APlanInForceEndsBeingUnconfirmed) {
  EXPECT_EQ(timeliness(given(work_to_plan()), "2026-07-01"), Timeliness::kUnconfirmed);
  EXPECT_EQ(timeliness(given(a_submitted_plan()), "2026-07-01"), Timeliness::kUnconfirmed);
  EXPECT_EQ(timeliness(given(an_approved_plan()), "2026-07-01"), Timeliness::kOverdue);
}
TEST(Year, Y13DatedWorkIsJudgedByItsDeadlineAlone) {
  Given scene = given(an_approved_plan());
  UnitPlanLineSet event{{"t1.joint"}, {}, {}};
  event.set.values.milestones = {a_milestone("m1", "2026-04-10")};
  event.set.present = 0b10;
  scene.fact({std::string(kPlan), event, "so-tai-chinh"}).fact({std::string(kPlan), UnitPlanApproved{2, {}}});
  scene.fact({"assignment/t1.joint", AssignmentStarted{}, "so-tai-chinh"});
  EXPECT_EQ(timeliness(scene, "2026-05-01", "t1"), Timeliness::kOnTime);
  EXPECT_EQ(timeliness(scene, "2026-07-01", "t1"), Timeliness::kOverdue);
}
TEST(Year, Y13FromAPeriodOnIsStandingWork) {
  Deadline from;
  from.kind = DeadlineKind::kFromPeriodOn;
  from.start = day("2026-01-01");
  Task row = task("s1", {"so-tai-chinh"});
  row.deadline = from;
  Given scene = given(an_approved_plan());
  scene.fact({"task/s1", TaskRegistered{row}});
  EXPECT_EQ(timeliness(scene, "2026-05-01"), Timeliness::kOnTime);
  EXPECT_EQ(timeliness(scene, "2026-07-01"), Timeliness::kOverdue);
}
TEST(Year, Y13StoppedWorkDoesNotPress) {
  Given scene = given(an_approved_plan());
  EXPECT_EQ(timeliness(scene.fact({"task/s1", TaskSuspended{}}), "2026-07-01"), Timeliness::kStopped);
}

TEST(Year, Y14AYearThatIsOverNeedsItsResult) {
  Given scene = reported_for(a_met_milestone(), "2027");
  EXPECT_EQ(timeliness(scene, "2027-01-01"), Timeliness::kOverdue);
  Given submitted = scene;
  submitted.as("so-tai-chinh").after(kPlanned, a_result());
  EXPECT_EQ(timeliness(submitted, "2027-01-01"), Timeliness::kReported);  // the product is of the year
  Given accepted = submitted;
  accepted.as("so-khcn").after(kPlanned, AcceptYear{2026, {}, {}});
  EXPECT_EQ(timeliness(accepted, "2027-01-01"), Timeliness::kReported);
  submitted.as("so-khcn").after(kPlanned, ReturnYear{2026, "Thiếu"});
  EXPECT_EQ(timeliness(submitted, "2027-01-01"), Timeliness::kOverdue);
  Given late = scene;
  late.fact({std::string(kPlanned), AssignmentYearSubmitted{2026, day("2027-01-05"), {}, {}, {}}, "so-tai-chinh"});
  EXPECT_EQ(timeliness(late, "2027-01-10"), Timeliness::kOverdue);
}
TEST(Year, Y14WorkLeftOutOrNotPlannedNeedsNone) {
  Given scene = given(an_approved_plan());
  UnitPlanLineSet out{{"s1.joint"}, {}, ReasonText{"Năm sau", {}}};
  out.set.values.left_out = true;
  out.set.present = 0b111;
  scene.fact({std::string(kPlan), out, "so-tai-chinh"}).fact({std::string(kPlan), UnitPlanApproved{2, {}}});
  EXPECT_EQ(timeliness(scene, "2027-01-01"), Timeliness::kNotReported);
  EXPECT_EQ(timeliness(reported_for(work_to_plan(), "2027"), "2027-01-01"), Timeliness::kReported);
}

}  // namespace
}  // namespace luuvet::test
