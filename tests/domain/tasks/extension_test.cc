#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr std::string_view kWork = "assignment/t1.joint";  // due on 2026-06-30

AskExtension ask(std::string_view due = "2026-09-30") {
  return {day(due), "Chờ kinh phí", {}};
}
DecideExtension decide(Sequence asked, ExtensionDecision decision = ExtensionDecision::kGrant) {
  return {asked, decision, {}, "Đã xem xét", qd1()};
}
Given at_work() {
  return given(a_task_at_work()).as("so-tai-chinh");
}
Given asked() {
  return at_work().after(kWork, ask()).as("so-khcn");
}

TEST(Extension, A12IsAskedByTheLeadOneAtATime) {
  at_work().when(kWork, ask()).then(AssignmentExtensionAsked{day("2026-09-30"), {}, ReasonText{"Chờ kinh phí", {}}});
  at_work().as("so-khcn").when(kWork, ask()).then_rejected(kForbidden, "A02");
  at_work().after(kWork, ask()).when(kWork, ask("2026-12-31")).then_rejected(kRule, "A12");
}
TEST(Extension, A12IsNotAskedForCompletedWork) {
  at_work().fact({"assignment/t1.joint", AssignmentAccepted{}}).when(kWork, ask()).then_rejected(kRule, "A12");
}

TEST(Extension, A13TheNewDayLiesBeyondTheOneInForce) {
  at_work().when(kWork, ask("2026-06-30")).then_rejected(kRule, "A13");
  at_work().when(kWork, ask("2026-07-01")).then_accepted();
  Given granted = asked();
  granted.after(kWork, decide(granted.world().head)).as("so-tai-chinh");
  granted.when(kWork, ask("2026-09-30")).then_rejected(kRule, "A13");
  granted.when(kWork, ask("2026-10-01")).then_accepted();
}
TEST(Extension, A13NothingIsExtendedThatHasNoDueDay) {
  Task open = task("t1", {"so-tai-chinh"});
  open.deadline = deadline(DeadlineKind::kTriggered);
  given(together(a_province(), registered(open))).as("so-tai-chinh").when(kWork, ask()).then_rejected(kRule, "A13");
}
TEST(Extension, A13AGrantGivesALaterDayToo) {
  Given scene = asked();
  DecideExtension body = decide(scene.world().head);
  body.due = day("2026-06-30");
  scene.when(kWork, body).then_rejected(kRule, "A13");
}

TEST(Extension, A14OnlyTheOpenQuestionIsDecided) {
  Given scene = asked();
  const Sequence question = scene.world().head;
  const When made = scene.when(kWork, decide(question));
  made.then(AssignmentExtensionDecided{question, ExtensionDecision::kGrant, day("2026-09-30"), qd1(),
                                       ReasonText{"Đã xem xét", {}}});
  EXPECT_EQ(made.decision().events.front().causation, question);
  scene.when(kWork, decide(question - 1)).then_rejected(kRule, "A14");
  scene.after(kWork, decide(question)).when(kWork, decide(question)).then_rejected(kRule, "A14");
}
TEST(Extension, A14AGrantMayGiveAnotherDay) {
  Given scene = asked();
  DecideExtension body = decide(scene.world().head);
  body.due = day("2026-07-31");
  scene.after(kWork, body);
  EXPECT_EQ(scene.world().assignment({"t1.joint"})->extended_due, day("2026-07-31"));
}
TEST(Extension, A14ARefusalNeedsItsReasonAndGivesNoDay) {
  Given scene = asked();
  const DecideExtension body = decide(scene.world().head, ExtensionDecision::kRefuse);
  scene.when(kWork, body).then_accepted();
  DecideExtension dated = body;
  dated.due = day("2026-09-30");
  scene.when(kWork, dated).then_rejected(kInvalid, "/due");
  const DecideExtension unexplained{body.asked, body.decision, {}, {}, body.document};
  scene.when(kWork, unexplained).then_rejected(kInvalid, "/reason");
}
TEST(Extension, A14AfterARefusalTheDayStaysAndMayBeAskedAgain) {
  Given scene = asked();
  scene.after(kWork, decide(scene.world().head, ExtensionDecision::kRefuse));
  EXPECT_FALSE(scene.world().assignment({"t1.joint"})->extended_due);
  scene.as("so-tai-chinh").when(kWork, ask()).then_accepted();
}

TEST(Extension, A17IsDecidedByTheStandingAgency) {
  Given scene = asked();
  const Sequence question = scene.world().head;
  for (const char* other : {"so-tai-chinh", "vp-ubnd-tinh", "vp-tinh-uy"})
    scene.as(other).when(kWork, decide(question)).then_rejected(kForbidden, "A17");
}

}  // namespace
}  // namespace luuvet::test
