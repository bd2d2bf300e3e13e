#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kStale = RejectionKind::kStale;
constexpr std::string_view kWork = "assignment/t1.joint";

ReportProgress report(std::int64_t percent) {
  ReportProgress body;
  body.percent = percent;
  return body;
}
Given at_work() {
  return given(a_task_at_work()).as("so-tai-chinh");
}

Rejection bare(const World& world, std::string_view target, CommandBody body) {
  Context context{{}, day("2026-03-15"), {}, {"so-tai-chinh"}, Capacity::kDirect, "new", {}, {}};
  const auto result = decide_by_everybody(world, {subject(target), std::move(body)}, context);
  return result ? Rejection{} : result.error();
}

TEST(Concurrency, C01CommandsOnWhatIsThereNeedAPrecondition) {
  const Given scene = at_work();
  EXPECT_EQ(bare(scene.world(), kWork, StartAssignment{}).kind, RejectionKind::kPreconditionRequired);
  EXPECT_EQ(bare(scene.world(), "task/t1", CancelTask{"Vì sao", qd1()}).kind, RejectionKind::kPreconditionRequired);
  for (const CommandBody& body :
       {CommandBody(Comment{"a", {}}), CommandBody(Direct{}), CommandBody(Urge{}), CommandBody(RecordTrigger{}),
        CommandBody(RegisterTask{}), CommandBody(RegisterDocument{}), CommandBody(AmendProgramme{}),
        CommandBody(EnterOpeningStates{}), CommandBody(OpenDay{})})
    EXPECT_FALSE(needs_precondition(body)) << body.index();
}

TEST(Concurrency, C02IfMatchIsStrict) {
  Given scene = at_work();
  const Sequence seen = scene.world().representation(subject(kWork));
  scene.if_match(seen).when(kWork, StartAssignment{}).then_accepted();
  scene.if_match(seen - 1).when(kWork, StartAssignment{}).then_rejected(kStale);
  scene.if_match(seen + 1).when(kWork, StartAssignment{}).then_rejected(kStale);
  scene.fact({std::string(kWork), AssignmentExtensionAsked{}, "so-tai-chinh"});
  const Rejection rejection = scene.if_match(seen).when(kWork, StartAssignment{}).then_rejected(kStale);
  EXPECT_EQ(rejection.fields, std::vector<std::string>{"extension"});
  EXPECT_EQ(rejection.current, scene.world().head);
}
TEST(Concurrency, C02OfATaskCountsEveryAssignment) {
  Given scene = at_work();
  const Sequence seen = scene.world().representation(subject("task/t1"));
  scene.fact({std::string(kWork), AssignmentStarted{}, "so-tai-chinh"});
  EXPECT_EQ(scene.world().representation(subject("task/t1")), scene.world().head);
  scene.if_match(seen).when("task/t1", report(10)).then_rejected(kStale);
}
TEST(Concurrency, C02OfAnAssignmentCountsItsTask) {
  Given scene = at_work().fact({"task/t1", TaskSuspended{}}).fact({"task/t1", TaskResumed{}});
  EXPECT_EQ(scene.world().representation(subject(kWork)), scene.world().head);
}
TEST(Concurrency, C02AGivenPreconditionHoldsWhereNoneIsNeeded) {
  Given scene = at_work();
  scene.if_match(1).when("task/t1", Comment{"a", {}}).then_rejected(kStale);
}

TEST(Concurrency, C02NeverHoldsWhereNothingIsAddressed) {
  Given scene = at_work();
  scene.if_match(1).when("document", RegisterDocument{}).then_rejected(kStale);
  scene.if_match(1).when("assignment", ApproveProgressMany{}).then_rejected(kStale);
}

TEST(Concurrency, C03BasedOnLetsOtherFieldsMove) {
  Given scene = at_work();
  const Sequence seen = scene.world().head;
  Partial<Task> set;
  set.values.title = "Tên mới";
  set.present = 1u << 5;
  scene.fact({"task/t1", TaskAmended{set, {}, {}}})
      .fact({std::string(kWork), AssignmentExtensionAsked{}, "so-tai-chinh"});
  scene.based_on(seen).when(kWork, report(10)).then_accepted();
  scene.based_on(seen).when(kWork, StartAssignment{}).then_accepted();
}
TEST(Concurrency, C03BasedOnFailsWhenAFieldThatMattersMoved) {
  Given scene = at_work();
  const Sequence seen = scene.world().head;
  scene.fact({std::string(kWork), AssignmentProgressReported{}, "so-tai-chinh"});
  const Rejection rejection = scene.based_on(seen).when(kWork, report(10)).then_rejected(kStale);
  EXPECT_EQ(rejection.fields, std::vector<std::string>{"draft"});
  scene.based_on(seen + 1).when(kWork, report(10)).then_accepted();
}
TEST(Concurrency, C03CommandsOnWorkReadWhetherTheTaskStands) {
  Given scene = at_work();
  const Sequence seen = scene.world().head;
  scene.fact({"task/t1", TaskSuspended{}}).fact({"task/t1", TaskResumed{}});
  EXPECT_EQ(scene.based_on(seen).when(kWork, report(10)).then_rejected(kStale).fields,
            std::vector<std::string>{"suspended"});
}
TEST(Concurrency, C03QuantitiesRestOnTheListOfDeliverables) {
  Given scene = at_work();
  const Sequence seen = scene.world().head;
  Partial<Task> set;
  set.values.deliverables = {{"Lớp học", DeliverableKind::kQuantity, 30, "lớp"}};
  set.present = 1u << 13;
  scene.fact({"task/t1", TaskAmended{set, {}, {}}});
  ReportProgress body;
  body.quantities = std::vector<Quantity>{{1, 10}};
  EXPECT_EQ(scene.based_on(seen).when(kWork, body).then_rejected(kStale).fields,
            std::vector<std::string>{"deliverables"});
  scene.based_on(seen).when(kWork, report(10)).then_accepted();
}
TEST(Concurrency, C03ApprovingIsNotDisturbedByANewerDraft) {
  Given scene = at_work().after(kWork, report(10));
  const Sequence statement = scene.world().head;
  scene.fact({std::string(kWork), AssignmentProgressReported{}, "so-tai-chinh"});
  scene.based_on(statement).when(kWork, ApproveProgress{{statement}}).then_accepted();
  scene.based_on(statement).when(kWork, SubmitAssignment{day("2026-03-10"), {}, {}, {}}).then_rejected(kStale);
}
TEST(Concurrency, C03TwoMayAmendDifferentFieldsOfATask) {
  Given scene = at_work();
  const Sequence seen = scene.world().head;
  Partial<Task> set;
  set.values.title = "Tên mới";
  set.present = 1u << 5;
  scene.fact({"task/t1", TaskAmended{set, {}, {}}});
  AmendTask body{{}, qd1(), {}};
  body.set.values.content = "Nội dung mới";
  body.set.present = 1u << 2;
  scene.as("so-khcn").based_on(seen).when("task/t1", body).then_accepted();
  body.set.values.title = "Tên khác";
  body.set.present |= 1u << 1;
  EXPECT_EQ(scene.based_on(seen).when("task/t1", body).then_rejected(kStale).fields, std::vector<std::string>{"title"});
}
TEST(Concurrency, C03BothMustHoldWhereBothAreGiven) {
  Given scene = at_work();
  const Sequence seen = scene.world().representation(subject(kWork));
  scene.based_on(seen).if_match(seen - 1).when(kWork, StartAssignment{}).then_rejected(kStale);
}

TEST(Concurrency, C04NobodyHasSeenBeyondTheHead) {
  Given scene = at_work();
  const Rejection rejection = scene.based_on(scene.world().head + 1).when(kWork, StartAssignment{}).rejection();
  EXPECT_EQ(rejection.kind, RejectionKind::kInvalid);
  EXPECT_TRUE(rejection.errors.empty()) << "a header has no place in the body";
}

TEST(Concurrency, G07TheBodyComesBeforePreconditionsAndTheseBeforeRights) {
  Given scene = at_work().as("so-noi-vu");
  scene.if_match(1).when(kWork, report(101)).then_rejected(RejectionKind::kInvalid, "/percent");
  scene.if_match(1).when(kWork, report(10)).then_rejected(kStale);
  scene.if_match(scene.world().head).when(kWork, report(10)).then_rejected(RejectionKind::kForbidden, "A02");
  scene.fact({"task/t1", TaskCancelled{}}).if_match(scene.world().head);
  scene.when(kWork, report(10)).then_rejected(RejectionKind::kForbidden, "A02");
  scene.as("so-tai-chinh").when(kWork, report(10)).then_rejected(RejectionKind::kRule, "A03");
}

}  // namespace
}  // namespace luuvet::test
