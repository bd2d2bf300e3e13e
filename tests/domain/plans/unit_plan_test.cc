// Yearly plans of agencies: begun, written, submitted, approved, noted, amended.
#include "domain/plans/unit_plan.h"

#include "domain/people/readers.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/planned.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kStale = RejectionKind::kStale;

Given by_them(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh");
}
const UnitPlanState& plan_of(const Given& scene) {
  return *scene.world().unit_plans.find("so-tai-chinh.2026");
}
const UnitPlanLine& line_of(const Given& scene, const std::string& assignment) {
  return *find_line(plan_of(scene).lines, {assignment});
}
PlanLineItem with_milestones(std::string assignment, std::vector<MilestoneInput> milestones) {
  PlanLineItem item;
  item.assignment = {std::move(assignment)};
  item.set.values.milestones = std::move(milestones);
  item.set.present = 1u << 1;
  return item;
}
PlanLineItem with_note(std::string assignment, std::string note) {
  PlanLineItem item;
  item.assignment = {std::move(assignment)};
  item.set.values.note = std::move(note);
  item.set.present = 1u << 2;
  return item;
}
PlanLineItem not_this_year(std::string assignment, std::string reason) {
  PlanLineItem item;
  item.assignment = {std::move(assignment)};
  item.set.values.not_this_year = std::move(reason);
  item.set.present = 1u << 3;
  return item;
}

TEST(UnitPlan, Y01IsOneAgencysForOneYear) {
  Given scene = by_them(work_to_plan());
  const When made = scene.when("unit-plan", BeginUnitPlan{2026});
  made.then(UnitPlanBegun{{"so-tai-chinh"}, 2026});
  EXPECT_EQ(made.decision().resource.text(), kPlan);
  scene.after("unit-plan", BeginUnitPlan{2026});
  scene.when("unit-plan", BeginUnitPlan{2026}).then_rejected(RejectionKind::kAlreadyExists);
  scene.when("unit-plan", BeginUnitPlan{2027}).then_accepted();
  scene.when("unit-plan", BeginUnitPlan{2028}).then_rejected(kInvalid, "/year");
  scene.when("unit-plan", BeginUnitPlan{2024}).then_rejected(kInvalid, "/year");
  const auto parts = split(UnitPlanId{"so-tai-chinh.2026"});
  EXPECT_EQ(parts->agency, AgencyId{"so-tai-chinh"});
  EXPECT_EQ(parts->year, 2026);
  for (const char* odd : {"2026", ".2026", "so-tai-chinh", "so-tai-chinh.26", "so-tai-chinh.2o26"})
    EXPECT_FALSE(split(UnitPlanId{odd})) << odd;
}

TEST(UnitPlan, Y02LinesAreOfWorkOfTheAgency) {
  const Given scene = by_them(together(a_begun_plan(), a_task("other", {"so-noi-vu"})));
  scene.when(kPlan, SetUnitPlanLines{{a_line("s1.joint", "Báo cáo")}}).then_accepted();
  scene.when(kPlan, SetUnitPlanLines{{a_line("other.joint", "Báo cáo")}})
      .then_rejected(kInvalid, "/lines/0/assignment");
  scene.when(kPlan, SetUnitPlanLines{{a_line("none.joint", "Báo cáo")}})
      .then_rejected(RejectionKind::kUnknownReference, "/lines/0/assignment");
  scene.when(kPlan, SetUnitPlanLines{{a_line("s1.joint", "A"), a_line("s1.joint", "B")}})
      .then_rejected(kInvalid, "/lines/1/assignment");
  scene.when(kPlan, SetUnitPlanLines{}).then_rejected(kInvalid, "/lines");
  Given many = by_them(a_begun_plan());
  many.fact(each("s1", {"so-tai-chinh", "xa-a"}));
  many.when(kPlan, SetUnitPlanLines{{a_line("s1.so-tai-chinh", "Báo cáo")}}).then_accepted();
  many.when(kPlan, SetUnitPlanLines{{a_line("s1.xa-a", "Báo cáo")}}).then_rejected(kInvalid, "/lines/0/assignment");
}
TEST(UnitPlan, Y02MilestonesLieInTheYear) {
  Given scene = by_them(a_begun_plan());
  const auto set = [&](std::vector<MilestoneInput> milestones) {
    return scene.when(kPlan, SetUnitPlanLines{{with_milestones("s1.joint", std::move(milestones))}});
  };
  set({{{}, "Quý I", day("2026-12-31"), 5}}).then_accepted();
  set({{{}, "Quý I", day("2027-01-01"), 5}}).then_rejected(kInvalid, "/lines/0/set/milestones/0/due");
  set({{{}, " ", day("2026-03-31"), 5}}).then_rejected(kInvalid, "/lines/0/set/milestones/0/name");
  set({{{}, "Quý I", day("2026-03-31"), -1}}).then_rejected(kInvalid, "/lines/0/set/milestones/0/quantity");
  set({{"a", "Một", day("2026-03-31"), {}}, {"a", "Hai", day("2026-06-30"), {}}})
      .then_rejected(kInvalid, "/lines/0/set/milestones/1/id");
  set({{std::string(41, 'a'), "Một", day("2026-03-31"), {}}}).then_rejected(kInvalid, "/lines/0/set/milestones/0/id");
  set(std::vector<MilestoneInput>(kMilestonesMax, {{}, "Mốc", day("2026-03-31"), {}})).then_accepted();
  set(std::vector<MilestoneInput>(kMilestonesMax + 1, {{}, "Mốc", day("2026-03-31"), {}}))
      .then_rejected(kInvalid, "/lines/0/set/milestones");
}
TEST(UnitPlan, Y02ANumberOfAMilestoneIsNotUsedAgain) {
  Given scene = by_them(a_written_plan());
  scene.after(kPlan, SetUnitPlanLines{{with_milestones("s1.joint", {{{}, "Hai", day("2026-09-30"), {}}})}});
  EXPECT_EQ(line_of(scene, "s1.joint").content.milestones.front().id, "m2");
  scene.after(kPlan, SetUnitPlanLines{{with_milestones(
                         "s1.joint", {{"m2", "Hai", day("2026-09-30"), {}}, {{}, "Ba", day("2026-12-31"), {}}})}});
  EXPECT_EQ(line_of(scene, "s1.joint").content.milestones.back().id, "m3");
}

TEST(UnitPlan, Y03ALineSaysItsProductOrWhyNot) {
  Given scene = by_them(a_written_plan());
  scene.when(kPlan, SetUnitPlanLines{{not_this_year("s1.joint", "Chuyển năm sau")}})
      .then_rejected(kInvalid, "/lines/0/set/not_this_year");
  PlanLineItem item = not_this_year("s1.joint", "Chuyển năm sau");
  item.set.present |= 0b11;
  scene.after(kPlan, SetUnitPlanLines{{item}});
  EXPECT_TRUE(line_of(scene, "s1.joint").content.left_out);
  EXPECT_EQ(line_of(scene, "s1.joint").reason, "Chuyển năm sau");
  PlanLineItem empty;
  empty.assignment = {"s1.joint"};
  empty.set.present = 0b1111;
  scene.after(kPlan, SetUnitPlanLines{{empty}});
  EXPECT_TRUE(line_of(scene, "s1.joint").content.empty());
}

TEST(UnitPlan, Y04FieldsOfALineMergeByThemselves) {
  Given scene = by_them(a_written_plan());
  const Sequence seen = scene.world().head;
  scene.after(kPlan, SetUnitPlanLines{{a_line("s1.joint", "Báo cáo khác")}});
  scene.based_on(seen);
  scene.when(kPlan, SetUnitPlanLines{{with_note("s1.joint", "Chờ vốn")}}).then_accepted();
  scene.when(kPlan, SetUnitPlanLines{{a_line("t1.joint", "Khác")}}).then_accepted();
  const Rejection stale = scene.when(kPlan, SetUnitPlanLines{{a_line("t1.joint", "Khác"), a_line("s1.joint", "Nữa")}})
                              .then_rejected(kStale);
  EXPECT_EQ(stale.fields, std::vector<std::string>{"product"});
  EXPECT_EQ(stale.errors.front().pointer, "/lines/1/set/product");
  PlanLineItem again = a_line("s1.joint", "Nữa");
  again.based_on = scene.world().head;
  scene.when(kPlan, SetUnitPlanLines{{again}}).then_accepted();
  again.based_on = scene.world().head + 1;
  scene.when(kPlan, SetUnitPlanLines{{again}}).then_rejected(kInvalid, "/lines/0/based_on");
  EXPECT_TRUE(needs_precondition(SetUnitPlanLines{}));
}
TEST(UnitPlan, Y04SettingChangesSomething) {
  Given scene = by_them(a_written_plan());
  PlanLineItem same = a_line("s1.joint", "Báo cáo năm");
  scene.when(kPlan, SetUnitPlanLines{{same}}).then_rejected(kRule, "Y04");
  const When made = scene.when(kPlan, SetUnitPlanLines{{same, with_note("t1.joint", "Gấp")}});
  ASSERT_EQ(made.count(), 1u);
  const auto& event = std::get<UnitPlanLineSet>(made.event());
  EXPECT_EQ(names(event.set), std::vector<std::string_view>{"noted"});
  EXPECT_EQ(event.open->note, "Gấp");
  scene.after(kPlan, SetUnitPlanLines{{with_note("t1.joint", "Gấp")}});
  scene.when(kPlan, SetUnitPlanLines{{with_note("t1.joint", "Gấp lắm")}}).then_accepted();
  scene.when(kPlan, SetUnitPlanLines{{with_note("t1.joint", "")}}).then_accepted();
}

TEST(UnitPlan, Y05OnlyADraftIsWritten) {
  const SetUnitPlanLines body{{a_line("s1.joint", "Khác")}};
  by_them(a_submitted_plan()).when(kPlan, body).then_rejected(kRule, "Y05");
  by_them(an_approved_plan()).when(kPlan, body).then_rejected(kRule, "Y05");
  by_them(a_submitted_plan()).when(kPlan, SubmitUnitPlan{}).then_rejected(kRule, "Y05");
}

TEST(UnitPlan, Y06EveryAssignmentOfTheYearHasALine) {
  by_them(a_written_plan()).when(kPlan, SubmitUnitPlan{}).then(UnitPlanSubmitted{});
  const Rejection missing = by_them(a_begun_plan()).when(kPlan, SubmitUnitPlan{}).then_rejected(kRule, "Y06");
  EXPECT_EQ(missing.errors.size(), 2u);
  Given scene = by_them(a_begun_plan());
  scene.after(kPlan, SetUnitPlanLines{{a_line("s1.joint", "Báo cáo"), not_this_year("t1.joint", "Đã xong")}});
  scene.when(kPlan, SubmitUnitPlan{}).then_accepted();
  scene.after(kPlan, SetUnitPlanLines{{with_milestones("s1.joint", {{{}, "Một", day("2026-03-31"), {}}})}});
  PlanLineItem bare = a_line("s1.joint", "");
  bare.set.values.product.reset();
  scene.after(kPlan, SetUnitPlanLines{{bare}});
  EXPECT_EQ(scene.when(kPlan, SubmitUnitPlan{}).then_rejected(kRule, "Y06").errors.front().detail.vi, "s1.joint");
}

TEST(UnitPlan, Y07ItsHeadApprovesOrReturns) {
  Given scene = by_them(a_submitted_plan());
  scene.when(kPlan, ApproveUnitPlan{qd1()}).then(UnitPlanApproved{1, qd1()});
  scene.when(kPlan, ReturnUnitPlan{" "}).then_rejected(kInvalid, "/reason");
  scene.after(kPlan, ReturnUnitPlan{"Thiếu mốc"});
  EXPECT_EQ(plan_of(scene).stage, UnitPlanStage::kDraft);
  EXPECT_TRUE(plan_of(scene).returned);
  scene.when(kPlan, ApproveUnitPlan{}).then_rejected(kRule, "Y07");
  scene.after(kPlan, SubmitUnitPlan{});
  EXPECT_FALSE(plan_of(scene).returned);
  given(a_submitted_plan()).as("so-noi-vu").when(kPlan, ApproveUnitPlan{}).then_rejected(kForbidden, "Y07");
}
TEST(UnitPlan, Y07ADeputyInChargeOfSomeAreasDoesNot) {
  Given scene =
      given(together(a_submitted_plan(), employed("pgd", {{Role::kDeputy, "so-tai-chinh", "", {"khcn-dmst-cds"}}}),
                     employed("pgd2", {{Role::kDeputy, "so-tai-chinh"}})));
  scene.acting("pgd", "so-tai-chinh").when(kPlan, ApproveUnitPlan{}).then_rejected(kForbidden, "P07");
  const When made = scene.acting("pgd2", "so-tai-chinh").when(kPlan, ApproveUnitPlan{});
  made.then_accepted();
  EXPECT_EQ(made.decision().capacity, Capacity::kDeputy);
}
TEST(UnitPlan, Y07TheSponsorApprovesAnOutsideLeadsPlan) {
  const std::string plan = "unit-plan/vnpt.2026";
  std::vector<Fact> facts = together(a_province(), std::vector{an_agency("vnpt")}, an_ongoing_task("s2", {"vnpt"}));
  Held outside{Role::kOutsideLead, "vnpt"};
  outside.sponsor = "so-khcn";
  facts = together(facts, employed("ngoai", {outside}), employed("gd", {{Role::kHead, "so-khcn"}}));
  Given scene = given(facts).acting("ngoai", "vnpt");
  scene.after("unit-plan", BeginUnitPlan{2026});
  scene.after(plan, SetUnitPlanLines{{a_line("s2.joint", "Trạm phát")}}).after(plan, SubmitUnitPlan{});
  scene.acting("gd", "so-khcn").when(plan, ApproveUnitPlan{}).then_accepted();
  scene.acting("gd", "so-khcn")
      .when(plan, SetUnitPlanLines{{a_line("s2.joint", "Khác")}})
      .then_rejected(kForbidden, "Y07");
}

TEST(UnitPlan, Y08AnEditionIsInForceUntilTheNext) {
  Given scene = by_them(an_approved_plan());
  scene.after(kPlan, AmendUnitPlan{"Giao thêm việc", qd1()});
  EXPECT_EQ(plan_of(scene).stage, UnitPlanStage::kDraft);
  scene.after(kPlan, SetUnitPlanLines{{a_line("s1.joint", "Sản phẩm mới")}});
  EXPECT_EQ(plan_of(scene).editions.back()->number, 1);
  EXPECT_EQ(scene.world().assignments.find("s1.joint")->year_work.planned.front().product->text, "Báo cáo năm");
  scene.after(kPlan, SubmitUnitPlan{}).after(kPlan, ApproveUnitPlan{});
  EXPECT_EQ(plan_of(scene).editions.size(), 2u);
  EXPECT_EQ(find_line(plan_of(scene).editions.front()->lines, {"s1.joint"})->content.product->text, "Báo cáo năm");
  EXPECT_EQ(scene.world().assignments.find("s1.joint")->year_work.planned.front().product->text, "Sản phẩm mới");
  by_them(a_written_plan()).when(kPlan, AmendUnitPlan{"Sớm", {}}).then_rejected(kRule, "Y08");
}
TEST(UnitPlan, Y08NoMoreEditionsThanAreKept) {
  Given scene = by_them(a_submitted_plan());
  for (std::size_t i = 0; i < kEditionsMax; ++i)
    scene.after(kPlan, ApproveUnitPlan{}).after(kPlan, AmendUnitPlan{"Lại", {}}).after(kPlan, SubmitUnitPlan{});
  scene.when(kPlan, ApproveUnitPlan{}).then_rejected(kRule, "Y08");
}
TEST(UnitPlan, Y08ALineThatIsGoneIsNoLongerInForce) {
  Given scene = by_them(an_approved_plan());
  scene.fact({"task/t1", TaskCancelled{}}).after(kPlan, AmendUnitPlan{"Bớt việc", {}});
  PlanLineItem empty;
  empty.assignment = {"t1.joint"};
  empty.set.present = 0b1111;
  scene.after(kPlan, SetUnitPlanLines{{empty}}).after(kPlan, SubmitUnitPlan{}).after(kPlan, ApproveUnitPlan{});
  EXPECT_TRUE(scene.world().assignments.find("t1.joint")->year_work.planned.empty());
  EXPECT_EQ(plan_of(scene).editions.back()->lines.size(), 1u);
}

TEST(UnitPlan, Y09WhoConfirmsTheWorkNotesAnEdition) {
  Given scene = given(an_approved_plan()).as("so-khcn");
  scene.when(kPlan, NoteUnitPlan{"Cần sớm hơn"}).then(UnitPlanNoted{1, ReasonText{{}, "Cần sớm hơn"}});
  scene.after(kPlan, NoteUnitPlan{});
  scene.when(kPlan, NoteUnitPlan{}).then_rejected(kRule, "Y09");
  scene.as("so-noi-vu").when(kPlan, NoteUnitPlan{}).then_rejected(kForbidden, "Y09");
  scene.as("so-tai-chinh").when(kPlan, NoteUnitPlan{}).then_rejected(kForbidden, "Y09");
  given(a_submitted_plan()).as("so-khcn").when(kPlan, NoteUnitPlan{}).then_rejected(kRule, "Y09");
}

TEST(UnitPlan, Y20WhoHasToDoWithThePlanReadsIt) {
  const World world = given(an_approved_plan()).world();
  const auto reads = [&](Held held) {
    return reader_of(with_people(world, "ai", {held}), {"ai"}, day("2026-03-15"))
        .may_read(with_people(world, "ai", {held}), subject(kPlan));
  };
  EXPECT_TRUE(reads({Role::kOfficer, "so-tai-chinh"}));
  EXPECT_TRUE(reads({Role::kHead, "so-khcn"}));  // confirms
  EXPECT_TRUE(reads({Role::kStandingAgency, "so-khcn"}));
  EXPECT_TRUE(reads({Role::kInspector, "thanh-tra-tinh"}));
  EXPECT_FALSE(reads({Role::kOfficer, "so-noi-vu"}));
  EXPECT_FALSE(reads({Role::kIoc, "so-khcn"}));
}

TEST(UnitPlan, Y21AMergedAgencysPlanStaysReadable) {
  Given scene = given(an_approved_plan()).as("vp-tinh-uy", Role::kAdministrator);
  scene.after("agency/so-tai-chinh", MergeAgency{{"so-noi-vu"}, day("2026-03-10"), qd1()});
  scene.as("so-noi-vu");
  scene.when(kPlan, AmendUnitPlan{"Nhận bàn giao", {}}).then_rejected(kForbidden, "Y07");
  scene.when("assignment/s1.joint", MeetMilestone{2026, "m1", day("2026-03-11"), {}, {}}).then_accepted();
  scene.after("unit-plan", BeginUnitPlan{2026});
  scene.when("unit-plan/so-noi-vu.2026", SetUnitPlanLines{{a_line("s1.joint", "Báo cáo")}}).then_accepted();
  scene.as("so-tai-chinh").when(kPlan, AmendUnitPlan{"Còn", {}}).then_rejected(kForbidden, "B05");
}
TEST(UnitPlan, Y21ASuccessorTakesOverThePlanOfAUnit) {
  Given scene = given(work_to_plan());
  scene.fact(each("s1", {"xa-a", "xa-c"}));
  scene.fact({"unit-plan/xa-a.2026", UnitPlanBegun{{"xa-a"}, 2026}, "xa-a"});
  Fact line = a_set_line("s1.xa-a", "Báo cáo xã");
  line.subject = "unit-plan/xa-a.2026";
  scene.fact(line).fact({"unit-plan/xa-a.2026", UnitPlanApproved{1, {}}, "xa-a"});
  scene.fact({"assignment/s1.xa-a", AssignmentStarted{}, "xa-a"});
  scene.as("vp-tinh-uy", Role::kAdministrator).after("agency/xa-a", MergeAgency{{"xa-b"}, day("2026-03-10"), qd1()});
  const AssignmentState& taken = *scene.world().assignments.find("s1.xa-b");
  ASSERT_EQ(taken.year_work.planned.size(), 1u);
  EXPECT_EQ(taken.year_work.planned.front().product->text, "Báo cáo xã");
  scene.as("xa-b").when("assignment/s1.xa-b", MeetMilestone{2026, "m1", day("2026-03-11"), {}, {}}).then_accepted();
}

TEST(UnitPlan, G10ErasingTakesTheWordsOfALine) {
  Given scene = by_them(a_written_plan());
  scene.after(kPlan, SetUnitPlanLines{{with_note("s1.joint", "Bí mật")}});
  const Sequence at = scene.world().head;
  scene.after(kPlan, SubmitUnitPlan{}).after(kPlan, ApproveUnitPlan{});
  scene.fact({"log/l", RecordErased{at, qd1(), "Lộ"}});
  EXPECT_EQ(line_of(scene, "s1.joint").note, std::nullopt);
  EXPECT_TRUE(line_of(scene, "s1.joint").content.noted);
  EXPECT_EQ(find_line(plan_of(scene).editions.back()->lines, {"s1.joint"})->note, std::nullopt);
}

}  // namespace
}  // namespace luuvet::test
