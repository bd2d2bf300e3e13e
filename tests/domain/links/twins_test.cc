// Twins take one report (J08).
#include "domain/links/link_rows.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

const std::string kFirst = "assignment/t1.joint";
const std::string kSecond = "assignment/t2.joint";

Fact linked(std::string a, std::string b, std::string binds = {}) {
  const LinkedPair pair = pair_of(LinkKind::kTwin, {"task/" + a, "task/" + b});
  LinkLinked event{pair.kind, pair.subjects, {}, qd1(), {}};
  if (!binds.empty()) event.binding = {{LinkField::kDeadline, "task/" + binds}};
  return {"link/" + link_id(pair).value, event};
}

// t1 and t2, both led by so-tai-chinh, are twins.
Given twins() {
  Given scene = given(together(a_task_at_work(), a_task("t2", {"so-tai-chinh"})));
  return scene.fact(linked("t1", "t2")).as("so-tai-chinh");
}
ReportProgress forty_percent() {
  ReportProgress body;
  body.percent = 40;
  body.quantities = std::vector<Quantity>{{1, 3}};
  body.result = "Đã làm";
  body.period = "2026-03";
  return body;
}
const AssignmentState& state(const Given& scene, const std::string& subject) {
  return *scene.world().assignments.find(parse_subject(subject)->id);
}
std::vector<std::string> written_on(const When& when) {
  std::vector<std::string> result;
  for (const NewEvent& event : when.decision().events) result.push_back(event.subject.text());
  return result;
}
using Subjects = std::vector<std::string>;

TEST(Twins, J08AStatementIsWrittenOnBothWithoutTheQuantities) {
  const Given scene = twins();
  const When when = scene.when(kFirst, forty_percent());
  EXPECT_EQ(written_on(when), (Subjects{kFirst, kSecond}));
  const auto& second = std::get<AssignmentProgressReported>(when.event(1));
  EXPECT_EQ(second.percent, 40);
  EXPECT_EQ(second.open->result, "Đã làm");
  EXPECT_TRUE(second.quantities.empty());
  EXPECT_EQ(when.decision().events[1].causation, scene.world().head + 1);
  EXPECT_EQ(when.decision().resource.text(), kFirst);
}
TEST(Twins, J08WhatSaysQuantitiesAloneStaysOnItsRow) {
  ReportProgress body;
  body.quantities = std::vector<Quantity>{{1, 3}};
  EXPECT_EQ(written_on(twins().when(kFirst, body)), Subjects{kFirst});
}
TEST(Twins, J08OneApprovalFromEitherSide) {
  for (const std::string& side : {kFirst, kSecond}) {
    Given scene = twins().after(kFirst, forty_percent());
    const Sequence own = state(scene, side).statements.back().sequence;
    scene.after(side, ApproveProgress{{own}});
    EXPECT_EQ(state(scene, kFirst).percent, 40);
    EXPECT_EQ(state(scene, kSecond).percent, 40);
  }
}
TEST(Twins, J08ReturnedAndWithdrawnTogether) {
  Given returned = twins().after(kFirst, forty_percent());
  returned.after(kFirst, ReturnProgress{{state(returned, kFirst).statements.back().sequence}, "Thiếu"});
  EXPECT_EQ(state(returned, kSecond).statements.back().state, StatementState::kReturned);
  Given withdrawn = twins().after(kFirst, forty_percent());
  withdrawn.after(kFirst, WithdrawProgress{state(withdrawn, kFirst).statements.back().sequence});
  EXPECT_TRUE(state(withdrawn, kSecond).statements.empty());
  EXPECT_EQ(state(withdrawn, kSecond).status, Status::kNotStarted);
}
TEST(Twins, J08SubmittedAcceptedReturnedReopenedTogether) {
  Given scene = twins().after(kFirst, forty_percent());
  scene.after(kFirst, SubmitAssignment{day("2026-03-10"), {{1, {}, 3}}, qd1(), {}});
  EXPECT_EQ(state(scene, kSecond).status, Status::kAwaitingAcceptance);
  EXPECT_EQ(state(scene, kSecond).completed_on, day("2026-03-10"));
  EXPECT_TRUE(state(scene, kSecond).delivered.empty());
  scene.as("so-khcn").after(kFirst, ReturnAssignment{"Thiếu"});
  EXPECT_TRUE(state(scene, kSecond).returned);
  scene.as("so-tai-chinh").after(kSecond, SubmitAssignment{day("2026-03-11"), {}, {}, {}});
  scene.as("so-khcn").after(kSecond, AcceptAssignment{});
  EXPECT_EQ(state(scene, kFirst).status, Status::kCompleted);
  scene.after(kFirst, ReopenAssignment{"Sai", qd1()});
  EXPECT_EQ(state(scene, kSecond).status, Status::kInProgress);
}
TEST(Twins, J08AcceptedOnlyWhereTheSameAgencyConfirms) {
  Task other = task("t2", {"so-tai-chinh"});
  other.confirming_agency = {"so-noi-vu"};
  Given scene = given(together(a_task_at_work(), registered(other))).fact(linked("t1", "t2")).as("so-tai-chinh");
  scene.after(kFirst, SubmitAssignment{day("2026-03-10"), {}, {}, {}});
  EXPECT_EQ(state(scene, kSecond).status, Status::kAwaitingAcceptance);
  EXPECT_EQ(written_on(scene.as("so-khcn").when(kFirst, AcceptAssignment{})), Subjects{kFirst});
}
TEST(Twins, J08EachKeepsItsOwnExtensionAndOpeningState) {
  const AskExtension asked{day("2026-07-31"), "Chậm", {}};
  EXPECT_EQ(written_on(twins().when(kFirst, asked)), Subjects{kFirst});
  const EnterOpeningState opening{Status::kInProgress, 10, {}, {}, {}};
  EXPECT_EQ(written_on(twins().when(kFirst, opening)), Subjects{kFirst});
}
TEST(Twins, J08ATwinThatCannotTakeItIsLeftOut) {
  EXPECT_EQ(written_on(twins().fact({"task/t2", TaskSuspended{}}).when(kFirst, forty_percent())), Subjects{kFirst});
  EXPECT_EQ(written_on(twins().fact({"task/t2", TaskCancelled{}}).when(kFirst, forty_percent())), Subjects{kFirst});
  Given done = twins().fact({kSecond, AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}, "so-tai-chinh"});
  EXPECT_EQ(written_on(done.when(kFirst, forty_percent())), Subjects{kFirst});
  Given other = given(together(a_task_at_work(), a_task("t2", {"so-noi-vu"}))).fact(linked("t1", "t2"));
  EXPECT_EQ(written_on(other.as("so-tai-chinh").when(kFirst, forty_percent())), Subjects{kFirst});
}
TEST(Twins, J08OfAnEachTaskTheUnitsOwn) {
  Given scene = given(together(a_task_at_work(), a_task("t2", {"cac-xa", "so-tai-chinh"})));
  scene.fact(each("t2", {"xa-a", "so-tai-chinh"})).fact(linked("t1", "t2")).as("so-tai-chinh");
  EXPECT_EQ(written_on(scene.when(kFirst, StartAssignment{})), (Subjects{kFirst, "assignment/t2.so-tai-chinh"}));
  EXPECT_EQ(written_on(scene.as("xa-a").when("assignment/t2.xa-a", StartAssignment{})), Subjects{"assignment/t2.xa-a"});
}
TEST(Twins, J08OnlyWhatIsLinkedAsTwins) {
  Given scene = given(together(a_task_at_work(), a_task("t2", {"so-tai-chinh"}))).as("so-tai-chinh");
  const LinkedPair pair{LinkKind::kTwin, {"task/t1", "task/t2"}};
  scene.fact({"link/x", LinkProposed{pair.kind, pair.subjects, {}}});
  EXPECT_EQ(written_on(scene.when(kFirst, StartAssignment{})), Subjects{kFirst});
  scene.fact({"link/y", LinkLinked{LinkKind::kRelated, pair.subjects, {}, qd1(), {}}});
  EXPECT_EQ(written_on(scene.when(kFirst, StartAssignment{})), Subjects{kFirst});
  scene.fact(linked("t1", "t2")).fact({"link/" + link_id(pair).value, LinkParted{qd1(), {}}});
  EXPECT_EQ(written_on(scene.when(kFirst, StartAssignment{})), Subjects{kFirst});
}
TEST(Twins, J08AnActWritesEachTwinOnce) {
  Given scene = twins();
  for (const Fact& fact : a_task("t3", {"so-tai-chinh"})) scene.fact(fact);
  scene.fact(linked("t2", "t3")).after(kFirst, forty_percent());
  const Sequence first = state(scene, kFirst).statements.back().sequence;
  const Sequence second = state(scene, kSecond).statements.back().sequence;
  const Sequence head = scene.world().head;
  const When when = scene.when("assignment", ApproveProgressMany{{{kFirst, head, {first}}, {kSecond, head, {second}}}});
  EXPECT_EQ(written_on(when), (Subjects{kFirst, "assignment/t3.joint", kSecond}));
  EXPECT_EQ(when.decision().events[1].causation, head + 1);
}

TEST(Twins, J09ASetIsCountedByItsBindingRow) {
  Given scene = given(together(a_task_at_work(), a_task("t2", {"so-khcn"}), a_task("t3", {"so-khcn"})));
  scene.fact(linked("t1", "t2")).fact(linked("t2", "t3"));
  const auto set = twins_of(scene.world(), {"t3"});
  EXPECT_EQ(set.size(), 3U);
  EXPECT_EQ(binding_twin(scene.world(), set).value, "t1");
  scene.fact(linked("t2", "t3", "t3"));
  EXPECT_EQ(binding_twin(scene.world(), set).value, "t3");
}

}  // namespace
}  // namespace luuvet::test
