#include "domain/missions/mission_course.h"
#include "domain/people/involvement.h"
#include "domain/people/readers.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given ordered() {
  return given(an_ordered_mission()).as("so-tai-chinh");
}
Given contracted() {
  return given(a_contracted_mission()).as("so-tai-chinh");
}
Given accepted() {
  return given(an_accepted_mission()).as("so-tai-chinh");
}
const MissionState& mission(const Given& scene) {
  return *scene.world().missions.find("m1");
}
MissionStage stage(const Given& scene) {
  return mission(scene).course.stage;
}
RecordMissionDisbursement paid(Amount amount, std::string_view on = "2026-03-01") {
  return {amount, day(on), {}, {}};
}
RecordMissionCouncil council(CouncilResult result, std::string_view on = "2026-03-05") {
  return {CouncilKind::kAcceptance, day(on), result, qd1(), "Biên bản"};
}
AcceptMission acceptance(std::string_view on = "2026-03-10") {
  return {day(on), "Đạt", qd1()};
}
SelectMission selection(std::string_view on = "2026-01-20") {
  return {SelectionWay::kOpenCall, body_named("Viện Lúa"), day(on), qd1()};
}

TEST(Mission, Z01IsOrderedForTheTasksThatItServes) {
  const When made = given(a_task_at_work()).as("so-tai-chinh").when("mission", an_order());
  Registered<Mission> event{mission(ordered()).content};
  event.content.id = {"new"};
  made.then(event);
  EXPECT_EQ(made.decision().events.front().programme, ProgrammeId{"p1"});
  EXPECT_EQ(made.decision().resource.text(), "mission/new");
}
TEST(Mission, Z01BodyLimits) {
  const auto rejected = [](const OrderMission& body, std::string_view pointer, RejectionKind kind = kInvalid) {
    given(a_task_at_work()).as("so-tai-chinh").when("mission", body).then_rejected(kind, pointer);
  };
  OrderMission body = an_order();
  body.title = " ";
  rejected(body, "/title");
  body = an_order();
  body.tasks = {{"t1"}, {"t1"}};
  rejected(body, "/tasks/1");
  body.tasks = {{"t9"}};
  rejected(body, "/tasks/0", kUnknown);
  body.tasks->assign(kServedTasksMax + 1, {"t1"});
  rejected(body, "/tasks");
  body = an_order();
  body.host = Organisation{AgencyId{"xa-a"}, "Xã A"};
  rejected(body, "/host");
  body.host = Organisation{};
  rejected(body, "/host");
  body = an_order();
  body.from = day("2026-05-01");
  body.to = day("2026-04-30");
  rejected(body, "/to");
  body = an_order();
  body.budget = 0;
  rejected(body, "/budget");
  body.budget = kMissionAmountMax + 1;
  rejected(body, "/budget");
  body = an_order();
  body.ordered_on = day("2026-03-16");
  rejected(body, "/ordered_on");
  body = an_order();
  body.programme = ProgrammeId{"p9"};
  rejected(body, "/programme", kUnknown);
}

TEST(Mission, Z02ItsManagingAgencyOrTheStandingAgencyKeepsIt) {
  given(a_task_at_work()).as("so-khcn").when("mission", an_order()).then_accepted();
  given(a_task_at_work()).as("so-noi-vu").when("mission", an_order()).then_rejected(kForbidden, "Z02");
  ordered().as("so-khcn").when(kMission, selection()).then_accepted();
  contracted().as("xa-b").when(kMission, paid(1)).then_rejected(kForbidden, "Z02");
}
TEST(Mission, Z02TheStandingAgencyOfItsProvinceWhereItNamesNoProgramme) {
  Agency abroad;
  abroad.id = {"lc-so"};
  abroad.province = "lai-chau";
  OrderMission free = an_order();
  free.tasks.reset();
  const std::vector<Fact> facts =
      together(a_task_at_work(), std::vector{Fact{"agency/lc-so", Registered<Agency>{abroad}}});
  given(facts).as("so-khcn", Role::kStandingAgency).when("mission", free).then_accepted();
  given(facts).as("lc-so", Role::kStandingAgency).when("mission", free).then_rejected(kForbidden, "Z02");
}
TEST(Mission, Z01DaysAreOfTheYears2000To2100) {
  OrderMission body = an_order();
  const auto rejected = [&](std::string_view pointer) {
    given(a_task_at_work()).as("so-tai-chinh").when("mission", body).then_rejected(kInvalid, pointer);
    body = an_order();
  };
  body.ordered_on = day("1999-12-31");
  rejected("/ordered_on");
  body.from = day("1900-01-01");
  rejected("/from");
  body.to = day("2101-01-01");
  rejected("/to");
  body.ordered_on = day("2000-01-01");
  given(a_task_at_work()).as("so-tai-chinh").when("mission", body).then_accepted();
  contracted().when(kMission, council(CouncilResult::kPassed, "1999-12-31")).then_rejected(kInvalid, "/held_on");
  contracted()
      .when(kMission, SetMissionMilestones{{{"Giữa kỳ", day("2101-01-01"), {}}}})
      .then_rejected(kInvalid, "/milestones/0/due");
}
TEST(Mission, Z14ServesTasksOfItsOwnProvince) {
  Programme plan;
  plan.id = {"p-lc"};
  plan.province = "lai-chau";
  Task task;
  task.id = {"t-lc"};
  task.programme = plan.id;
  const Given scene =
      given(together(an_ordered_mission(), std::vector{Fact{"programme/p-lc", Registered<Programme>{plan}},
                                                       Fact{"task/t-lc", Registered<Task>{task}}}))
          .as("so-tai-chinh");
  OrderMission order = an_order();
  order.tasks = {{"t1"}, {"t-lc"}};
  scene.when("mission", order).then_rejected(kInvalid, "/tasks/1");
  order = an_order();
  order.programme = plan.id;
  scene.when("mission", order).then_rejected(kInvalid, "/programme");
  AmendMission amend;
  amend.set.values.tasks = {{"t-lc"}};
  amend.set.present = 1u << 3;
  scene.when(kMission, amend).then_rejected(kInvalid, "/set/tasks/0");
}
TEST(Mission, Z02ItsHostSetsMilestonesAndFollowsUp) {
  contracted().as("xa-b").when(kMission, SetMissionMilestones{{{"Giữa kỳ", day("2026-06-30"), {}}}}).then_accepted();
  accepted().as("xa-b").when(kMission, FollowUpMission{true, day("2026-03-10"), "Đã dùng", {}}).then_accepted();
  accepted()
      .as("xa-c")
      .when(kMission, FollowUpMission{true, day("2026-03-10"), "Đã dùng", {}})
      .then_rejected(kForbidden, "Z02");
}
TEST(Mission, Z02WhomItConcernsReadsItsWords) {
  const Given scene = accepted();
  const World& world = scene.world();
  for (const char* agency : {"so-tai-chinh", "xa-b"}) EXPECT_TRUE(involves(world, subject(kMission), {agency}));
  EXPECT_FALSE(involves(world, subject(kMission), {"xa-c"}));
}

TEST(Mission, Z03StagesGoForwardsOneByOne) {
  Given scene = ordered();
  scene.when(kMission, ContractMission{"1", 10, day("2026-02-01"), qd1()}).then_rejected(kRule, "Z03");
  scene.after(kMission, selection());
  EXPECT_EQ(stage(scene), MissionStage::kSelected);
  EXPECT_EQ(mission(scene).content.host, body_named("Viện Lúa"));
  scene.when(kMission, selection()).then_rejected(kRule, "Z03");
  scene.after(kMission, ContractMission{"1", 10, day("2026-02-01"), qd1()});
  EXPECT_EQ(stage(scene), MissionStage::kContracted);
  scene.after(kMission, paid(10)).after(kMission, council(CouncilResult::kPassed));
  EXPECT_EQ(stage(scene), MissionStage::kUnderWay);
  scene.after(kMission, acceptance());
  EXPECT_EQ(stage(scene), MissionStage::kAccepted);
  scene.when(kMission, acceptance()).then_rejected(kRule, "Z03");
  scene.after(kMission, TransferMission{body_of("xa-c"), day("2026-03-12"), qd1()});
  EXPECT_EQ(stage(scene), MissionStage::kTransferred);
  scene.after(kMission, FollowUpMission{false, day("2026-03-15"), "Chưa dùng", {}});
  EXPECT_EQ(stage(scene), MissionStage::kFollowedUp);
  scene.when(kMission, StopMission{day("2026-03-15"), "Thôi", qd1()}).then_rejected(kRule, "Z03");
}
TEST(Mission, Z03AStepIsNotDatedBeforeTheOneBeforeIt) {
  ordered().when(kMission, selection("2026-01-09")).then_rejected(kRule, "Z03");
  ordered().when(kMission, selection("2026-03-16")).then_rejected(kInvalid, "/on");
}
TEST(Mission, Z03AnAmendedContractIsEnteredAgain) {
  Given scene = contracted();
  scene.after(kMission, paid(600)).after(kMission, ContractMission{"12a/HĐ", 700, day("2026-03-02"), qd1()});
  EXPECT_EQ(stage(scene), MissionStage::kUnderWay);
  EXPECT_EQ(mission(scene).course.contract->amount, 700);
  scene.when(kMission, ContractMission{"12b/HĐ", 599, day("2026-03-02"), qd1()}).then_rejected(kRule, "Z05");
}

TEST(Mission, Z04AnAmendmentChangesSomethingWhileItGoesOn) {
  AmendMission body;
  body.set.values.title = "Nghiên cứu giống lúa chịu hạn";
  body.set.present = 1;
  ordered().when(kMission, body).then_rejected(kRule, "Z04");
  body.set.values.title = "Giống lúa chịu hạn";
  body.reason = "Gọn hơn";
  const When made = ordered().when(kMission, body);
  const auto& event = std::get<Amended<Mission>>(made.event());
  EXPECT_EQ(names(event.set), std::vector<std::string_view>{"title"});
  EXPECT_EQ(event.open, (ReasonText{"Gọn hơn", std::nullopt}));
  Given stopped = ordered().after(kMission, StopMission{day("2026-03-01"), "Thôi", qd1()});
  stopped.when(kMission, body).then_rejected(kRule, "Z03");
}
TEST(Mission, Z01AnAmendedSpanIsLookedAtAsAWhole) {
  AmendMission body;
  body.set.values.from = day("2026-05-01");
  body.set.present = 1u << 6;
  Given scene = ordered().after(kMission, body);
  body.set.values.to = day("2026-04-30");
  body.set.present = 1u << 7;
  scene.when(kMission, body).then_rejected(kInvalid, "/set/to");
}
TEST(Mission, Z04TwoWhoAmendDifferentMembersDoNotHinderEachOther) {
  Given scene = ordered();
  const Sequence seen = scene.world().head;
  AmendMission budget;
  budget.set.values.budget = 500;
  budget.set.present = 1u << 8;
  scene.after(kMission, budget);
  AmendMission title;
  title.set.values.title = "Tên khác";
  title.set.present = 1;
  Given other = scene;
  other.based_on(seen).when(kMission, title).then_accepted();
  scene.based_on(seen).when(kMission, budget).then_rejected(RejectionKind::kStale);
}

TEST(Mission, Z05WhatIsDisbursedStaysWithinTheContract) {
  Given scene = contracted();
  scene.when(kMission, paid(1'001)).then_rejected(kRule, "Z05");
  scene.after(kMission, paid(700)).when(kMission, paid(301)).then_rejected(kRule, "Z05");
  scene.when(kMission, paid(-701)).then_rejected(kRule, "Z05");
  scene.after(kMission, paid(-100)).after(kMission, paid(400));
  EXPECT_EQ(mission(scene).course.disbursed(), 1'000);
  scene.when(kMission, paid(0)).then_rejected(kInvalid, "/amount");
  scene.when(kMission, paid(1, "2026-01-31")).then_rejected(kRule, "Z05");
  ordered().when(kMission, paid(1)).then_rejected(kRule, "Z03");
}
TEST(Mission, Z05ThereIsAnEndToWhatIsRecorded) {
  Given scene = contracted();
  for (std::size_t i = 0; i < kMissionDisbursementsMax; ++i)
    scene.fact({std::string(kMission), MissionDisbursementRecorded{1, day("2026-03-01"), {}, {}}, "so-tai-chinh"});
  scene.when(kMission, paid(1)).then_rejected(kRule, "Z03");
}

TEST(Mission, Z06AcceptedOnlyAfterACouncilThatPassedIt) {
  Given scene = contracted();
  scene.when(kMission, acceptance()).then_rejected(kRule, "Z06");
  scene.after(kMission, council(CouncilResult::kPassed, "2026-03-05"));
  scene.when(kMission, acceptance("2026-03-04")).then_rejected(kRule, "Z06");
  scene.when(kMission, acceptance()).then(MissionAccepted{day("2026-03-10"), "Đạt", qd1()});
  scene.after(kMission, council(CouncilResult::kFailed, "2026-03-08"));
  scene.when(kMission, acceptance()).then_rejected(kRule, "Z06");
}

TEST(Mission, Z07ItsUseIsLookedAtAYearAfterAcceptance) {
  Given scene = accepted();
  EXPECT_EQ(follow_up_due(mission(scene).course), day("2027-03-01"));
  EXPECT_EQ(follow_up_due(mission(ordered()).course), std::nullopt);
  scene.on("2027-02-28").after(kMission, FollowUpMission{true, day("2027-02-28"), "Ba xã dùng", {}});
  EXPECT_EQ(follow_up_due(mission(scene).course), std::nullopt);
  MissionCourse leap;
  leap.acceptance = MissionAccepted{day("2028-02-29"), {}, qd1()};
  EXPECT_EQ(follow_up_due(leap), day("2029-02-28"));
}

TEST(Mission, Z08StoppingEndsIt) {
  Given scene = contracted().after(kMission, StopMission{day("2026-03-01"), "Thôi", qd1()});
  EXPECT_EQ(stage(scene), MissionStage::kStopped);
  scene.when(kMission, acceptance()).then_rejected(kRule, "Z03");
  scene.when(kMission, council(CouncilResult::kPassed)).then_rejected(kRule, "Z03");
  scene.when(kMission, SetMissionMilestones{{{"Mốc", day("2026-06-30"), {}}}}).then_rejected(kRule, "Z03");
  scene.when(kMission, paid(100)).then_accepted();  // what the contract still owes
}

TEST(Mission, Z09MilestonesAreSetAsAWhole) {
  const PlannedStep open{"Giữa kỳ", day("2026-02-28"), {}};
  PlannedStep met = open;
  met.done_on = day("2026-03-01");
  Given scene = contracted().after(kMission, SetMissionMilestones{{open}});
  EXPECT_EQ(stage(scene), MissionStage::kContracted);
  EXPECT_EQ(overdue_steps(mission(scene).course.milestones, day("2026-03-01")), 1u);
  scene.when(kMission, SetMissionMilestones{{open}}).then_rejected(kRule, "Z04");
  scene.after(kMission, SetMissionMilestones{{met}});
  EXPECT_EQ(stage(scene), MissionStage::kUnderWay);
  EXPECT_EQ(overdue_steps(mission(scene).course.milestones, day("2026-03-01")), 0u);
  met.done_on = day("2026-03-16");
  scene.when(kMission, SetMissionMilestones{{met}}).then_rejected(kInvalid, "/milestones/0/done_on");
  scene.when(kMission, SetMissionMilestones{std::vector<PlannedStep>(kPlannedStepsMax + 1, open)})
      .then_rejected(kInvalid, "/milestones");
}

TEST(Mission, E02ErasedWordsAreGoneAndNothingElse) {
  Given scene = contracted().after(kMission, council(CouncilResult::kPassed));
  const Sequence said = scene.world().head;
  scene.fact({"log/x", RecordErased{said, qd1(), "Có tên người"}});
  EXPECT_FALSE(mission(scene).course.councils.back().fact.open);
  EXPECT_EQ(mission(scene).course.councils.size(), 1u);
}

}  // namespace
}  // namespace luuvet::test
