#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;
constexpr auto kStale = RejectionKind::kStale;

Given plan() {
  return given(together(a_task_at_work(), a_task("t2", {"so-noi-vu"}), a_task("t3", {"so-tai-chinh"}))).as("so-khcn");
}

Partial<TaskFields> title(std::string text) {
  Partial<TaskFields> set;
  set.values.title = std::move(text);
  set.present = 1u << 1;
  return set;
}

AmendmentItem add(std::string text) {
  AmendmentItem item;
  item.do_ = AmendmentKind::kAdd;
  item.task.emplace();
  item.task->title = std::move(text);
  item.task->lead_agencies = agencies({"so-noi-vu"});
  return item;
}
AmendmentItem change(const Given& scene, std::string row, Partial<TaskFields> set) {
  AmendmentItem item;
  item.subject = row;
  item.based_on = scene.world().head;
  item.set = std::move(set);
  return item;
}
AmendmentItem cancel(const Given& scene, std::string row) {
  AmendmentItem item;
  item.do_ = AmendmentKind::kCancel;
  item.subject = row;
  item.based_on = scene.world().head;
  return item;
}
AmendProgramme act(std::vector<AmendmentItem> items) {
  return {{"p1"}, qd1(), std::move(items)};
}

TEST(Act, T17OneDocumentAddsAmendsAndCancelsRows) {
  const Given scene = plan();
  const When made = scene.when("programme/p1",
                               act({add("Mới"), change(scene, "task/t1", title("Tên mới")), cancel(scene, "task/t2")}));
  ASSERT_TRUE(made.accepted());
  ASSERT_EQ(made.count(), 4u);
  EXPECT_EQ(made.decision().events[0].subject.text(), "task/new-1");
  EXPECT_EQ(made.decision().events[1].subject.text(), "task/new-1");
  EXPECT_EQ(std::get<TaskAmended>(made.event(2)).document, qd1());
  EXPECT_TRUE(is(made.event(3), TaskCancelled{qd1(), {}}));
  EXPECT_EQ(made.decision().resource.text(), "programme/p1");
}
TEST(Act, T17IsAllOrNothingAndNamesTheItem) {
  Given scene = plan();
  const Rejection rejection =
      scene.when("programme/p1", act({add("Mới"), change(scene, "task/t1", title("Nhiệm vụ t1"))}))
          .then_rejected(kRule, "T06");
  EXPECT_EQ(rejection.errors.front().pointer, "/items/1");
  scene.when("programme/p1", act({add("Mới"), change(scene, "task/t1", title(""))}))
      .then_rejected(kInvalid, "/items/1/set/title");
  scene.when("programme/p1", act({add("")})).then_rejected(kInvalid, "/items/0/task/title");
  scene.when("programme/p1", act({})).then_rejected(kInvalid, "/items");
}
TEST(Act, T17IsForTheStandingAgency) {
  Given scene = plan();
  scene.as("so-noi-vu").when("programme/p1", act({cancel(scene, "task/t1")})).then_rejected(kForbidden, "T01");
}
TEST(Act, T17EachRowStandsOnceAndBelongsToTheProgramme) {
  Task elsewhere = task("t9", {"so-noi-vu"});
  elsewhere.programme = {"p2"};
  const Given scene = plan().fact(a_programme("p2")).fact({"task/t9", TaskRegistered{elsewhere}});
  scene.when("programme/p1", act({cancel(scene, "task/t1"), cancel(scene, "task/t1")}))
      .then_rejected(kInvalid, "/items/1/subject");
  scene.when("programme/p1", act({cancel(scene, "task/t9")})).then_rejected(kUnknown, "/items/0/subject");
  scene.when("programme/p1", act({cancel(scene, "document/qd-1")})).then_rejected(kUnknown, "/items/0/subject");
}
TEST(Act, T17AnItemSaysWhatItDoes) {
  const Given scene = plan();
  AmendmentItem item = cancel(scene, "task/t1");
  item.set = title("Khác");
  scene.when("programme/p1", act({item})).then_rejected(kInvalid, "/items/0/set");
  item = add("Mới");
  item.subject = "task/t1";
  scene.when("programme/p1", act({item})).then_rejected(kInvalid, "/items/0");
  item = cancel(scene, "task/t1");
  item.based_on.reset();
  scene.when("programme/p1", act({item})).then_rejected(kInvalid, "/items/0/based_on");
}
TEST(Act, T03MovedRowsCloseNoRing) {
  Task group = task("g1", {});
  group.is_group = true;
  Task other = group;
  other.id = {"g2"};
  const Given scene = plan().fact({"task/g1", TaskRegistered{group}}).fact({"task/g2", TaskRegistered{other}});
  const auto under = [](std::string id) {
    Partial<TaskFields> set;
    set.values.parent = TaskId{std::move(id)};
    set.present = 1;
    return set;
  };
  scene.when("programme/p1", act({change(scene, "task/g1", under("g2"))})).then_accepted();
  scene.when("programme/p1", act({change(scene, "task/g1", under("g2")), change(scene, "task/g2", under("g1"))}))
      .then_rejected(kRule, "T03");
}

TEST(Act, C05EachItemRestsOnWhatItWasBasedOn) {
  Given scene = plan();
  const AmendProgramme body = act({change(scene, "task/t2", title("Hai")), change(scene, "task/t1", title("Một"))});
  Partial<Task> moved;
  moved.values.deadline = deadline(DeadlineKind::kOngoing);
  moved.present = 1u << 12;
  scene.fact({"task/t1", TaskAmended{moved, {}, {}}}).when("programme/p1", body).then_accepted();  // another field
  moved = {};
  moved.values.title = "Tên khác";
  moved.present = 1u << 5;
  scene.fact({"task/t1", TaskAmended{moved, {}, {}}});
  const Rejection rejection = scene.when("programme/p1", body).then_rejected(kStale);
  EXPECT_EQ(rejection.fields, std::vector<std::string>{"title"});
  EXPECT_EQ(rejection.errors.front().pointer, "/items/1/based_on");
  EXPECT_EQ(rejection.current, scene.world().head);
}

EnterOpeningStates opening(const Given& scene, std::initializer_list<std::string> tasks) {
  EnterOpeningStates body;
  for (const std::string& id : tasks)
    body.items.push_back({"assignment/" + id + ".joint", scene.world().head, Status::kInProgress, 20, {}, {}, {}});
  return body;
}

TEST(Act, C04AnItemThatHasSeenTooMuchNamesItsPlace) {
  const Given scene = plan().as("so-tai-chinh");
  EnterOpeningStates body = opening(scene, {"t1", "t3"});
  body.items[1].based_on = scene.world().head + 1;
  const Rejection rejection = scene.when("assignment", body).then_rejected(kInvalid, "/items/1/based_on");
  EXPECT_EQ(rejection.errors.front().detail.vi.find("Luuvet-Based-On"), std::string::npos);
}

TEST(Act, G06ManyAssignmentsInOneAct) {
  Given scene = plan().as("so-tai-chinh");
  const When made = scene.when("assignment", opening(scene, {"t1", "t3"}));
  ASSERT_EQ(made.count(), 2u);
  EXPECT_EQ(made.decision().events[1].subject.text(), "assignment/t3.joint");
  EXPECT_EQ(made.decision().resource.text(), "assignment/t1.joint");
}
TEST(Act, G06OneItemThatFailsStopsAll) {
  Given scene = plan().as("so-tai-chinh");
  const Rejection rejection = scene.when("assignment", opening(scene, {"t1", "t2"})).then_rejected(kForbidden, "A02");
  EXPECT_EQ(rejection.errors.front().pointer, "/items/1");
  scene.when("assignment", opening(scene, {"t1", "t1"})).then_rejected(kInvalid, "/items/1/subject");
  scene.when("assignment", opening(scene, {"t1", "t9"})).then_rejected(kUnknown, "/items/1/subject");
  scene.when("assignment", opening(scene, {})).then_rejected(kInvalid, "/items");
  EnterOpeningStates body = opening(scene, {"t1", "t3"});
  body.items[1].percent = 101;
  scene.when("assignment", body).then_rejected(kInvalid, "/items/1/percent");
}
TEST(Act, G06BodiesOfAllItemsComeFirst) {
  Given scene = plan().as("so-tai-chinh");
  EnterOpeningStates body = opening(scene, {"t2", "t3"});  // the first is forbidden, the second is not well formed
  body.items[1].percent = 101;
  scene.when("assignment", body).then_rejected(kInvalid, "/items/1/percent");
}
TEST(Act, G06HasALimit) {
  const Given scene = plan();
  EnterOpeningStates body;
  body.items.resize(kActEventsMax + 1);
  scene.when("assignment", body).then_rejected(RejectionKind::kTooLarge);
  std::vector<AmendmentItem> items(kActEventsMax / 2 + 1, add("Mới"));  // each makes two events
  scene.when("programme/p1", act(std::move(items))).then_rejected(RejectionKind::kTooLarge);
}
TEST(Act, G06ConfirmsAndApprovesMany) {
  Given scene = plan().as("so-tai-chinh");
  scene.after("assignment", opening(scene, {"t1", "t3"}));
  const Sequence head = scene.world().head;
  const ConfirmOpeningStates confirm{{{"assignment/t1.joint", head, head - 1}, {"assignment/t3.joint", head, head}}};
  scene.when("assignment", confirm)
      .then(AssignmentOpeningStateConfirmed{head - 1}, AssignmentOpeningStateConfirmed{head});

  ReportProgress report;
  report.percent = 50;
  scene.after("assignment/t1.joint", report);
  const Sequence statement = scene.world().head;
  const ApproveProgressMany approve{{{"assignment/t1.joint", statement, {statement}}}};
  scene.when("assignment", approve).then(AssignmentProgressApproved{{statement}});
  scene.after("assignment/t1.joint", ReturnProgress{{statement}, "Thiếu"});
  scene.when("assignment", approve).then_rejected(kStale);
}

}  // namespace
}  // namespace luuvet::test
