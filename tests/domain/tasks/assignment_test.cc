#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr std::string_view kWork = "assignment/t1.joint";

ReportProgress report(std::int64_t percent, std::optional<std::string> period = {}) {
  ReportProgress body;
  body.percent = percent;
  body.period = std::move(period);
  return body;
}
SubmitAssignment submit() {
  return {day("2026-03-10"), {{1, DocumentId{"qd-1"}, {}}}, {}, {}};
}

AssignmentState state(const Given& scene, std::string id = "t1.joint") {
  return *scene.world().assignment({std::move(id)});
}
Sequence last(const Given& scene) {
  return scene.world().head;
}

Given at_work() {
  return given(a_task_at_work()).as("so-tai-chinh");
}
Given submitted() {
  return at_work().after(kWork, submit());
}
Given completed() {
  return submitted().as("so-khcn").after(kWork, AcceptAssignment{});
}

// Assigned to three communes, each for itself.
Given communes() {
  return given(together(a_province(), a_task("t1", {"cac-xa"}), std::vector{each("t1", {"xa-a", "xa-b", "xa-c"})}));
}

TEST(Assignment, A01ATaskMeansTheAssignmentOfTheActingAgency) {
  const When made = communes().as("xa-b").when("task/t1", StartAssignment{});
  made.then(AssignmentStarted{});
  EXPECT_EQ(made.decision().events.front().subject.text(), "assignment/t1.xa-b");
  EXPECT_EQ(made.decision().resource.text(), "task/t1");
}
TEST(Assignment, A01AnAgencyWithoutAnAssignmentMustNameOne) {
  communes().as("so-khcn").when("task/t1", StartAssignment{}).then_rejected(kForbidden, "A01");
}
TEST(Assignment, A01AJointTaskHasOneAssignmentForAll) {
  submitted().as("so-khcn").when("task/t1", AcceptAssignment{}).then(AssignmentAccepted{});
}
TEST(Assignment, A01AnAssignmentThatNobodyIsChargedWithIsNotThere) {
  EXPECT_EQ(communes().when("assignment/t1.so-khcn", StartAssignment{}).rejection().kind, RejectionKind::kNotFound);
  EXPECT_EQ(communes().when("assignment/t9.joint", StartAssignment{}).rejection().kind, RejectionKind::kNotFound);
  EXPECT_EQ(communes().when("document/qd-1", StartAssignment{}).rejection().kind, RejectionKind::kNotFound);
}

TEST(Assignment, A02OnlyItsUnitWorksOnAnAssignment) {
  communes().as("xa-a").when("assignment/t1.xa-a", StartAssignment{}).then(AssignmentStarted{});
  communes().as("xa-a").when("assignment/t1.xa-b", StartAssignment{}).then_rejected(kForbidden, "A02");
  communes().as("so-khcn").when("assignment/t1.xa-b", StartAssignment{}).then_rejected(kForbidden, "A02");
}
TEST(Assignment, A02AnyLeadWorksOnAJointAssignment) {
  Given scene = given(together(a_province(), a_task("t1", {"so-tai-chinh", "cac-xa"})));
  scene.as("so-tai-chinh").when(kWork, StartAssignment{}).then(AssignmentStarted{});
  scene.as("xa-c").when(kWork, StartAssignment{}).then(AssignmentStarted{});  // a member of a leading group
  scene.as("so-noi-vu").when(kWork, StartAssignment{}).then_rejected(kForbidden, "A02");
}

TEST(Assignment, A03NothingMovesWhileTheTaskIsSuspendedOrCancelled) {
  Given suspended = at_work().fact({"task/t1", TaskSuspended{qd1(), {}, {}}});
  suspended.when(kWork, StartAssignment{}).then_rejected(kRule, "A03");
  suspended.fact({"task/t1", TaskResumed{qd1(), {}}}).when(kWork, StartAssignment{}).then(AssignmentStarted{});
  at_work().fact({"task/t1", TaskCancelled{qd1(), {}}}).when(kWork, report(10)).then_rejected(kRule, "A03");
}
TEST(Assignment, A03AUnitTakenOffMovesNoMoreAndKeepsItsHistory) {
  Given scene = communes().as("xa-c").after("assignment/t1.xa-c", StartAssignment{}).fact(each("t1", {"xa-a", "xa-b"}));
  scene.when("assignment/t1.xa-c", report(10)).then_rejected(kRule, "A03");
  EXPECT_EQ(state(scene, "t1.xa-c").status, Status::kInProgress);
  scene.fact(each("t1", {"xa-a", "xa-c"})).when("assignment/t1.xa-c", report(10)).then_accepted();
}

TEST(Assignment, A04StartsOnce) {
  at_work().when(kWork, StartAssignment{day("2026-03-02")}).then(AssignmentStarted{day("2026-03-02")});
  at_work().after(kWork, StartAssignment{}).when(kWork, StartAssignment{}).then_rejected(kRule, "A04");
  EXPECT_EQ(state(at_work().after(kWork, StartAssignment{})).started_on, day("2026-03-15"));
}
TEST(Assignment, A04DoesNotStartInTheFuture) {
  at_work().when(kWork, StartAssignment{day("2026-03-16")}).then_rejected(kInvalid, "/started_on");
}

TEST(Assignment, A05ProgressIsReportedWhileWorkIsUnderWay) {
  AssignmentProgressReported event;
  event.percent = 40;
  at_work().when(kWork, report(40)).then(event);
  submitted().when(kWork, report(40)).then_rejected(kRule, "A05");
  completed().as("so-tai-chinh").when(kWork, report(40)).then_rejected(kRule, "A05");
}
TEST(Assignment, A05TheWordsOfAReportAreProtected) {
  ReportProgress body;
  body.result = "Đã mở 10 lớp";
  body.obstacle = Obstacle{"nhân lực", day("2026-03-01"), "Thiếu giảng viên", "Sở Nội vụ"};
  body.quantities = std::vector<Quantity>{{2, 10}};
  AssignmentProgressReported event;
  event.quantities = {{2, 10}};
  event.open = ProgressText{body.result, body.obstacle, {}};
  at_work().when(kWork, body).then(event);
}
TEST(Assignment, A05BodyLimits) {
  at_work().when(kWork, ReportProgress{}).then_rejected(kInvalid, "");
  at_work().when(kWork, report(101)).then_rejected(kInvalid, "/percent");
  at_work().when(kWork, report(-1)).then_rejected(kInvalid, "/percent");
  at_work().when(kWork, report(5, "2026-13")).then_rejected(kInvalid, "/period");
  at_work().when(kWork, report(5, "2026-q2")).then_rejected(kInvalid, "/period");  // not begun
  at_work().when(kWork, report(5, "2026-q1")).then_accepted();
  ReportProgress body;
  body.quantities = std::vector<Quantity>{{1, 1}, {3, 1}};
  at_work().when(kWork, body).then_rejected(kInvalid, "/quantities/1/deliverable");
  body.quantities = std::vector<Quantity>{{2, -1}};
  at_work().when(kWork, body).then_rejected(kInvalid, "/quantities/0/done");
  body.quantities = std::vector<Quantity>{{2, 1}, {2, 2}};
  at_work().when(kWork, body).then_rejected(kInvalid, "/quantities/1/deliverable");
  body = {};
  body.result = std::string(kTextBytesMax + 1, 'x');
  at_work().when(kWork, body).then_rejected(kInvalid, "/result");
  body.result = "xong";
  body.document = DocumentRef{DocumentId{"qd-9"}, {}};
  at_work().when(kWork, body).then_rejected(RejectionKind::kUnknownReference, "/document");
}

TEST(Assignment, A06OnlyWaitingStatementsAreApprovedOrReturned) {
  Given scene = at_work().after(kWork, report(40));
  const Sequence statement = last(scene);
  scene.when(kWork, ApproveProgress{{statement}}).then(AssignmentProgressApproved{{statement}});
  scene.when(kWork, ReturnProgress{{statement}, "Thiếu số liệu"})
      .then(AssignmentProgressReturned{{statement}, ReasonText{"Thiếu số liệu", {}}});
  scene.when(kWork, ApproveProgress{{statement, 1}}).then_rejected(kRule, "A06");
  scene.when(kWork, ApproveProgress{{}}).then_rejected(kInvalid, "/of");
  scene.when(kWork, ApproveProgress{{statement, statement}}).then_rejected(kInvalid, "/of/1");
  scene.after(kWork, ApproveProgress{{statement}})
      .when(kWork, ApproveProgress{{statement}})
      .then_rejected(kRule, "A06");
}
TEST(Assignment, A06ApprovingIsForTheAgencyItself) {
  Given scene = at_work().after(kWork, report(40));
  scene.as("so-khcn").when(kWork, ApproveProgress{{last(scene)}}).then_rejected(kForbidden, "A02");
}

TEST(Assignment, A07NobodyConfirmsItsOwnWork) {
  Given scene = given(together(a_province(), a_task("t1", {"so-khcn"}))).as("so-khcn").after(kWork, submit());
  scene.when(kWork, AcceptAssignment{}).then_rejected(kForbidden, "A07");
  scene.as("vp-ubnd-tinh").when(kWork, AcceptAssignment{}).then(AssignmentAccepted{});
}
TEST(Assignment, A07AnAgencyThatSubmittedForAGroupDoesNotConfirm) {
  Given scene =
      given(together(a_province(), std::vector{a_group("cac-so", {"so-khcn", "so-noi-vu"})}, a_task("t1", {"cac-so"})));
  Given by_another = scene;
  by_another.as("so-noi-vu")
      .after(kWork, submit())
      .as("so-khcn")
      .when(kWork, AcceptAssignment{})
      .then(AssignmentAccepted{});
  scene.as("so-khcn").after(kWork, submit());
  scene.when(kWork, AcceptAssignment{}).then_rejected(kForbidden, "A07");
  scene.as("vp-ubnd-tinh").when(kWork, ReturnAssignment{"Chưa đủ"}).then_accepted();
}
TEST(Assignment, A07OfEachUnitTheUnitItself) {
  Given scene = given(together(a_province(), a_task("t1", {"xa-a"}), std::vector{each("t1", {"so-khcn", "xa-a"})}));
  scene.as("so-khcn").after("assignment/t1.so-khcn", submit()).as("xa-a").after("assignment/t1.xa-a", submit());
  scene.as("so-khcn").when("assignment/t1.so-khcn", AcceptAssignment{}).then_rejected(kForbidden, "A07");
  scene.when("assignment/t1.xa-a", AcceptAssignment{}).then_accepted();
  scene.as("vp-ubnd-tinh").when("assignment/t1.so-khcn", AcceptAssignment{}).then_accepted();
}

TEST(Assignment, A08OnlyTheConfirmingAgencyConfirms) {
  for (const char* other : {"so-noi-vu", "vp-ubnd-tinh"})
    submitted().as(other).when(kWork, AcceptAssignment{}).then_rejected(kForbidden, "A08");
  submitted().as("so-noi-vu").when(kWork, ReturnAssignment{"Thiếu"}).then_rejected(kForbidden, "A08");
  completed().as("so-noi-vu").when(kWork, ReopenAssignment{"Sai", qd1()}).then_rejected(kForbidden, "A08");
}

TEST(Assignment, A09SubmitsFromTheStartOrUnderWay) {
  AssignmentSubmitted event{day("2026-03-10"), {{1, DocumentId{"qd-1"}, {}}}, {}, {}};
  at_work().when(kWork, submit()).then(event);
  at_work().after(kWork, StartAssignment{}).when(kWork, submit()).then(event);
  submitted().when(kWork, submit()).then_rejected(kRule, "A09");
  completed().as("so-tai-chinh").when(kWork, submit()).then_rejected(kRule, "A09");
}
TEST(Assignment, A09StandingTasksAreSubmittedToo) {
  Task standing = task("t1", {"so-tai-chinh"});
  standing.deadline = deadline(DeadlineKind::kOngoing);
  given(together(a_province(), registered(standing))).as("so-tai-chinh").when(kWork, submit()).then_accepted();
}
TEST(Assignment, A09SubmitBodyLimits) {
  SubmitAssignment body = submit();
  body.completed_on = day("2026-03-16");
  at_work().when(kWork, body).then_rejected(kInvalid, "/completed_on");
  body = submit();
  body.deliverables.push_back({0, {}, {}});
  at_work().when(kWork, body).then_rejected(kInvalid, "/deliverables/1/deliverable");
  body = submit();
  body.deliverables.front().document = DocumentId{"qd-9"};
  at_work().when(kWork, body).then_rejected(RejectionKind::kUnknownReference, "/deliverables/0/document");
  body.deliverables.front().document.reset();
  body.deliverables.front().done = -1;
  at_work().when(kWork, body).then_rejected(kInvalid, "/deliverables/0/done");
}

TEST(Assignment, A10AcceptsOrReturnsWhatWaits) {
  Given scene = submitted().as("so-khcn");
  const When accepted = scene.when(kWork, AcceptAssignment{"Đạt", {}});
  accepted.then(AssignmentAccepted{{}, ReasonText{{}, "Đạt"}});
  EXPECT_EQ(accepted.decision().events.front().causation, last(scene));
  scene.when(kWork, ReturnAssignment{"Thiếu phụ lục"}).then(AssignmentReturned{ReasonText{"Thiếu phụ lục", {}}});
  scene.when(kWork, ReturnAssignment{" "}).then_rejected(kInvalid, "/reason");
  at_work().as("so-khcn").when(kWork, AcceptAssignment{}).then_rejected(kRule, "A10");
  at_work().as("so-khcn").when(kWork, ReturnAssignment{"Vì sao"}).then_rejected(kRule, "A10");
}
TEST(Assignment, A10ReturnedWorkIsInProgressWithoutADayOfCompletion) {
  const AssignmentState returned = state(submitted().as("so-khcn").after(kWork, ReturnAssignment{"Thiếu"}));
  EXPECT_EQ(returned.status, Status::kInProgress);
  EXPECT_TRUE(returned.returned);
  EXPECT_FALSE(returned.completed_on);
  EXPECT_EQ(returned.delivered.size(), 1u);
  Given scene = submitted().as("so-khcn").after(kWork, ReturnAssignment{"Thiếu"});
  EXPECT_FALSE(state(scene.as("so-tai-chinh").after(kWork, submit())).returned);
}

TEST(Assignment, A11ReopensWhatIsCompleted) {
  completed()
      .when(kWork, ReopenAssignment{"Kiểm tra lại", qd1()})
      .then(AssignmentReopened{qd1(), ReasonText{"Kiểm tra lại", {}}});
  submitted().as("so-khcn").when(kWork, ReopenAssignment{"Vì sao", qd1()}).then_rejected(kRule, "A11");
  const AssignmentState reopened = state(completed().after(kWork, ReopenAssignment{"Kiểm tra lại", qd1()}));
  EXPECT_EQ(reopened.status, Status::kInProgress);
  EXPECT_FALSE(reopened.completed_on);
}

TEST(Assignment, A18TheFirstReportStartsTheWork) {
  const AssignmentState reported = state(at_work().after(kWork, report(10)));
  EXPECT_EQ(reported.status, Status::kInProgress);
  EXPECT_FALSE(reported.percent);  // a draft is not official
}

TEST(Assignment, A19OfficialValuesAreThoseOfTheNewestApprovedStatement) {
  Given scene = at_work().after(kWork, report(40, "2026-02"));
  const Sequence older = last(scene);
  scene.after(kWork, report(60, "2026-03"));
  const Sequence newer = last(scene);
  scene.after(kWork, ApproveProgress{{newer}});
  EXPECT_EQ(state(scene).percent, 60);
  scene.after(kWork, ApproveProgress{{older}});  // still counts for its period
  EXPECT_EQ(state(scene).percent, 60);
  EXPECT_EQ(state(scene).reported_periods, (std::vector<std::string>{"2026-02", "2026-03"}));
}
TEST(Assignment, A19QuantitiesAreKeptByDeliverable) {
  ReportProgress first;
  first.quantities = std::vector<Quantity>{{2, 10}, {1, 1}};
  Given scene = at_work().after(kWork, first);
  scene.after(kWork, ApproveProgress{{last(scene)}});
  first.quantities = std::vector<Quantity>{{2, 12}};
  scene.after(kWork, first).after(kWork, ApproveProgress{{last(scene)}});
  EXPECT_EQ(state(scene).quantities, (std::vector<Quantity>{{1, 1}, {2, 12}}));
}
TEST(Assignment, A19AStatementWithoutAPeriodReportsForTheMonthOfItsApproval) {
  Given scene = at_work().after(kWork, report(10));
  scene.on("2026-04-02").after(kWork, ApproveProgress{{last(scene)}});
  EXPECT_EQ(state(scene).reported_periods, std::vector<std::string>{"2026-04"});
}

TEST(Assignment, A20SubmittingApprovesTheDrafts) {
  Given scene = at_work().after(kWork, report(40)).after(kWork, report(90));
  const When made = scene.when(kWork, submit());
  ASSERT_EQ(made.count(), 2u);
  EXPECT_EQ(std::get<AssignmentProgressApproved>(made.event(0)).of,
            (std::vector<Sequence>{last(scene) - 1, last(scene)}));
  EXPECT_EQ(state(scene.after(kWork, submit())).percent, 90);
}

TEST(Assignment, A21OfWaitingDraftsTheNewestSixteenAreKept) {
  Given scene = at_work();
  for (std::int64_t percent = 0; percent < 20; ++percent) scene.after(kWork, report(percent));
  EXPECT_EQ(state(scene).statements.size(), kDraftsKept);
  EXPECT_EQ(state(scene).statements.front().percent, 4);
  scene.when(kWork, ApproveProgress{{last(scene) - kDraftsKept}}).then_rejected(kRule, "A06");
}
TEST(Assignment, A21AReturnedStatementGoesWhenANewerOneIsApproved) {
  Given scene = at_work().after(kWork, report(40));
  scene.after(kWork, ReturnProgress{{last(scene)}, "Thiếu"});
  EXPECT_EQ(state(scene).statements.front().state, StatementState::kReturned);
  scene.after(kWork, report(50)).after(kWork, ApproveProgress{{last(scene)}});
  ASSERT_EQ(state(scene).statements.size(), 1u);
  EXPECT_EQ(state(scene).statements.front().percent, 50);
}

}  // namespace
}  // namespace luuvet::test
