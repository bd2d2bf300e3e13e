// Taking back what one has written: an amendment, a statement, a comment.
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kUnknown = RejectionKind::kUnknownReference;
constexpr auto kStale = RejectionKind::kStale;
constexpr std::string_view kTask = "task/t1";
constexpr std::string_view kWork = "assignment/t1.joint";

AmendTask titled(std::string title) {
  AmendTask body{{}, qd1(), "Gõ nhầm"};
  body.set.values.title = std::move(title);
  body.set.present = 1u << 1;
  return body;
}
AmendTask detailed(std::string content) {
  AmendTask body{{}, qd1(), {}};
  body.set.values.content = std::move(content);
  body.set.present = 1u << 2;
  return body;
}
AmendTask led_by(std::initializer_list<std::string_view> leads) {
  AmendTask body{{}, qd1(), {}};
  body.set.values.lead_agencies = agencies(leads);
  body.set.present = 1u << 3;
  return body;
}
AmendTask delivering(std::string what) {
  AmendTask body{{}, qd1(), {}};
  body.set.values.deliverables = {{std::move(what), DeliverableKind::kQuantity, 3, "mô hình"}};
  body.set.present = 1u << 7;
  return body;
}
AmendTask due(std::string text) {
  AmendTask body{{}, qd1(), {}};
  body.set.values.deadline.text = std::move(text);
  body.set.present = 1u << 6;
  return body;
}
Given at_work() {
  return given(a_task_at_work()).as("so-khcn");
}
const Task& content(const Given& scene) {
  return scene.world().tasks.find("t1")->content;
}
// What the command made, by its sequence.
Sequence done(Given& scene, const AmendTask& body) {
  scene.after(kTask, body);
  return scene.world().head;
}
ReportProgress report(std::int64_t percent = 40) {
  ReportProgress body;
  body.percent = percent;
  body.result = "Đã làm";
  return body;
}

TEST(Undo, U02TheOldValuesComeBackAsANewAmendment) {
  Given scene = at_work();
  const Task before = content(scene);
  const Sequence amended = done(scene, titled("Tên sai"));
  const When made = scene.when(kTask, UndoTask{amended});
  TaskAmended event;
  event.set.values.title = before.title;
  event.set.present = 1u << 5;
  event.undoes = amended;
  made.then(event);
  EXPECT_EQ(made.decision().events.front().causation, amended);
  EXPECT_EQ(made.decision().capacity, Capacity::kDirect);
  scene.after(kTask, UndoTask{amended});
  EXPECT_EQ(content(scene), before);
}
TEST(Undo, U02WhatAnotherFieldSaysDoesNotMatter) {
  Given scene = at_work();
  const Sequence title = done(scene, titled("Tên sai"));
  scene.fact({std::string(kTask),
              TaskAmended{[] {
                            Partial<Task> set;
                            set.values.content = "Nội dung mới";
                            set.present = 1u << 6;
                            return set;
                          }(),
                          {}},
              "so-khcn"});
  scene.after(kTask, UndoTask{title});
  EXPECT_EQ(content(scene).title, "Nhiệm vụ t1");
  EXPECT_EQ(content(scene).content, "Nội dung mới");
}
TEST(Undo, U02OneAfterTheOther) {
  Given scene = at_work();
  const Task before = content(scene);
  const Sequence first = done(scene, titled("Tên sai"));
  const Sequence second = done(scene, detailed("Nội dung sai"));
  scene.after(kTask, UndoTask{second}).after(kTask, UndoTask{first});
  EXPECT_EQ(content(scene), before);
  scene.when(kTask, UndoTask{first}).then_rejected(kRule, "U02");
}
TEST(Undo, U02AmongTheLastFew) {
  Given scene = at_work();
  const Sequence first = done(scene, detailed("Nội dung"));
  for (std::size_t i = 1; i < kAmendmentsKept; ++i) done(scene, titled("Tên " + std::to_string(i)));
  scene.when(kTask, UndoTask{first}).then_accepted();
  done(scene, titled("Tên nữa"));
  scene.when(kTask, UndoTask{first}).then_rejected(kRule, "U02");
  scene.when(kTask, UndoTask{scene.world().head + 7}).then_rejected(kRule, "U02");
  EXPECT_EQ(scene.when("task/none", UndoTask{first}).rejection().kind, RejectionKind::kNotFound);
}

TEST(Undo, U01OneUndoesOnesOwn) {
  Given scene = at_work();
  const Sequence amended = done(scene, titled("Tên sai"));
  Given other = given(together(a_task_at_work(), employed("lan", {{Role::kStandingAgency, "so-khcn"}})));
  other.as("so-khcn").after(kTask, titled("Tên sai"));
  const Sequence theirs = other.world().head;
  other.acting("lan", "so-khcn").when(kTask, UndoTask{theirs}).then_rejected(kForbidden, "U01");
  scene.as("so-noi-vu").when(kTask, UndoTask{amended}).then_rejected(kForbidden, "T01");
}

TEST(Undo, U03WhatCameByAnActOrAnImportStands) {
  Given scene = given(a_task_at_work()).as("so-khcn");
  const auto item = [&](std::string id, const AmendTask& body) {
    AmendmentItem each;
    each.subject = "task/" + id;
    each.based_on = scene.world().head;
    each.set = body.set;
    return each;
  };
  for (const Fact& fact : a_task("t2", {"so-tai-chinh"})) scene.fact(fact);
  const AmendProgramme act{{"p1"}, qd1(), {item("t1", titled("Tên theo đợt")), item("t2", titled("Tên khác"))}};
  scene.after("programme/p1", act);
  const Sequence of_act = scene.world().tasks.find("t1")->life.last;
  scene.when(kTask, UndoTask{of_act}).then_rejected(kRule, "U03");
  scene.fact({std::string(kTask), TaskAmended{difference(content(scene), task("t1", {"so-tai-chinh"})), {}}});
  scene.when(kTask, UndoTask{scene.world().head}).then_rejected(kRule, "U03");
}
TEST(Undo, U03AnUndoIsNotUndone) {
  Given scene = at_work();
  const Sequence amended = done(scene, titled("Tên sai"));
  scene.after(kTask, UndoTask{amended});
  scene.when(kTask, UndoTask{scene.world().head}).then_rejected(kRule, "U03");
}

TEST(Undo, U04NotWhereTheSameFieldWasTouchedSince) {
  Given scene = at_work();
  const Sequence amended = done(scene, titled("Tên sai"));
  done(scene, titled("Tên khác"));
  EXPECT_EQ(scene.when(kTask, UndoTask{amended}).then_rejected(kRule, "U04").since, amended);
}
TEST(Undo, U04LeadAndConfirmingAgencyDependOnEachOther) {
  Given scene = at_work();
  const Sequence amended = done(scene, led_by({"so-noi-vu"}));
  AmendTask body{{}, qd1(), {}};
  body.set.values.confirming_agency = {"so-tai-chinh"};
  body.set.present = 1u << 5;
  done(scene, body);
  scene.when(kTask, UndoTask{amended}).then_rejected(kRule, "U04");
}
TEST(Undo, U04NotWhereWorkRestsOnIt) {
  const auto after_work = [](const AmendTask& body, const Event& work) {
    Given scene = at_work();
    const Sequence amended = done(scene, body);
    scene.fact({std::string(kWork), work, "so-tai-chinh"});
    return scene.when(kTask, UndoTask{amended});
  };
  AssignmentProgressReported counted;
  counted.quantities = {{1, 2}};
  const AssignmentExtensionAsked asked{day("2026-12-31"), {}, {}};
  after_work(delivering("Mô hình"), counted).then_rejected(kRule, "U04");
  after_work(delivering("Mô hình"), AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}).then_rejected(kRule, "U04");
  after_work(delivering("Mô hình"), asked).then_accepted();
  after_work(due("Quý III/2026"), asked).then_rejected(kRule, "U04");
  after_work(due("Quý III/2026"), counted).then_accepted();
  after_work(led_by({"so-noi-vu"}), AssignmentStarted{}).then_rejected(kRule, "U04");
  after_work(titled("Tên sai"), counted).then_accepted();
}
TEST(Undo, U04NotWhereARingWouldClose) {
  Task upper = task("g1", {}), lower = task("g2", {});
  upper.is_group = lower.is_group = true;
  Given scene = given(together(a_province(), registered(upper), registered(lower))).as("so-khcn");
  const auto below = [](std::optional<TaskId> parent) {
    AmendTask body{{}, qd1(), {}};
    body.set.values.parent = std::move(parent);
    body.set.present = 1u << 0;
    return body;
  };
  scene.after("task/g1", below(TaskId{"g2"})).after("task/g1", below({}));
  const Sequence moved_out = scene.world().head;
  scene.after("task/g2", below(TaskId{"g1"})).when("task/g1", UndoTask{moved_out}).then_rejected(kRule, "T03");
}
TEST(Undo, T07WhatIsCancelledIsReinstatedFirst) {
  Given scene = at_work();
  const Sequence amended = done(scene, titled("Tên sai"));
  scene.fact({std::string(kTask), TaskCancelled{}}).when(kTask, UndoTask{amended}).then_rejected(kRule, "T07");
}

TEST(Undo, C01NeedsNoPrecondition) {
  for (const CommandBody& body : {CommandBody(UndoTask{}), CommandBody(UndoDocument{}), CommandBody(WithdrawProgress{}),
                                  CommandBody(WithdrawComment{}), CommandBody(HandOver{})})
    EXPECT_FALSE(needs_precondition(body)) << body.index();
  Given scene = at_work();
  const Sequence amended = done(scene, titled("Tên sai"));
  scene.if_match(amended - 1).when(kTask, UndoTask{amended}).then_rejected(kStale);
}
TEST(Undo, C03TouchesWhatItBringsBack) {
  Given scene = at_work();
  const Sequence amended = done(scene, titled("Tên sai"));
  scene.after(kTask, UndoTask{amended});
  const Rejection rejection = scene.based_on(amended).when(kTask, titled("Tên của tôi")).then_rejected(kStale);
  EXPECT_EQ(rejection.fields, std::vector<std::string>{"title"});
  scene.based_on(amended).when(kTask, detailed("Nội dung")).then_accepted();
}
TEST(Undo, I03AfterAnUndoThePapersLeadAgain) {
  Given scene = given(a_province()).actor("luuvet").after("task", ImportRow<Task>{task("t1", {"so-tai-chinh"})});
  scene.as("so-khcn").after(kTask, titled("Tên do cơ quan sửa"));
  const Sequence amended = scene.world().head;
  Task printed = task("t1", {"so-tai-chinh"});
  printed.title = "Tên trên văn bản mới";
  scene.actor("luuvet").after("task", ImportRow<Task>{printed});  // a doubt; the title stays
  scene.as("so-khcn").after(kTask, UndoTask{amended});
  EXPECT_EQ(content(scene).title, "Nhiệm vụ t1");
  scene.actor("luuvet").after("task", ImportRow<Task>{printed});
  EXPECT_EQ(content(scene).title, "Tên trên văn bản mới");
}

AmendDocument abstracted(std::string text) {
  AmendDocument body{{}, "Gõ nhầm"};
  body.set.values.abstract = std::move(text);
  body.set.present = 1u << 4;
  return body;
}
AmendDocument with_file() {
  AmendDocument body{{}, "Bổ sung tệp"};
  body.set.values.number = "7/BC";
  body.set.values.file = std::string(32, 'b');
  body.set.present = 1u << 1 | 1u << 6;
  return body;
}
Given with_paper() {
  RegisterDocument paper;
  paper.kind = "report";
  paper.issuer = "Sở";
  paper.abstract = "Báo cáo";
  const StoredFile file{std::string(32, 'b'), std::string(64, 'b'), 1'000, "application/pdf", "bao-cao.pdf"};
  return given(a_province()).as("xa-a").bringing(file).after("document", paper);
}

TEST(Undo, U02OfADocumentAsWell) {
  Given scene = with_paper().after("document/new", abstracted("Báo cáo sai"));
  const Sequence amended = scene.world().head;
  scene.as("xa-b").when("document/new", UndoDocument{amended}).then_rejected(kForbidden, "V02");
  scene.as("xa-a").after("document/new", UndoDocument{amended});
  EXPECT_EQ(scene.world().documents.find("new")->content.abstract, "Báo cáo");
  scene.when("document/new", UndoDocument{scene.world().head}).then_rejected(kRule, "U03");
  scene.after("document/new", abstracted("Một")).after("document/new", abstracted("Hai"));
  scene.when("document/new", UndoDocument{scene.world().head - 1}).then_rejected(kRule, "U04");
}
TEST(Undo, P11AClerkUndoesMarksOnly) {
  Given scene = with_paper().holding({{Role::kOfficer, "xa-a"}}).after("document/new", abstracted("Báo cáo sai"));
  scene.holding({{Role::kClerk, "xa-a"}});
  scene.when("document/new", UndoDocument{scene.world().head}).then_rejected(kForbidden, "P11");
}
TEST(Undo, U03AFileIsNotTakenBack) {
  Given scene = with_paper().after("document/new", with_file());
  scene.when("document/new", UndoDocument{scene.world().head}).then_rejected(kRule, "U03");
}
// A replay finds the record without its words: the state after erasing must be the same.
TEST(Undo, E02ErasingTheFileLeavesWhatAReplayFinds) {
  Given scene = with_paper().after("document/new", with_file());
  const Sequence amended = scene.world().head;
  Given replayed = with_paper();
  DocumentAmended bare;
  bare.set.values.number = "7/BC";
  bare.set.present = 1u << 2;
  replayed.fact({"document/new", bare, "xa-a", day("2026-03-15"), "somebody"});
  const Fact erased{"log/l", RecordErased{amended, qd1(), "Thông tin cá nhân"}};
  scene.fact(erased).when("document/new", UndoDocument{amended}).then_accepted();
  replayed.fact(erased).when("document/new", UndoDocument{amended}).then_accepted();
  const auto kept = [](const Given& from) { return *from.world().documents.find("new")->amendments.back(); };
  EXPECT_EQ(kept(scene), kept(replayed));
}

Given reported() {
  return given(a_task_at_work()).as("so-tai-chinh").after(kWork, report());
}

TEST(Withdraw, U05AStatementIsAsIfItHadNotBeenWritten) {
  Given scene = reported();
  const Sequence statement = scene.world().head;
  scene.when(kWork, WithdrawProgress{statement}).then(AssignmentProgressWithdrawn{statement});
  scene.after(kWork, WithdrawProgress{statement});
  const Given before = given(a_task_at_work());
  EXPECT_TRUE(same_apart_from_life(before.world(), scene.world(), subject(kWork)));
  scene.when(kWork, WithdrawProgress{statement}).then_rejected(kRule, "U05");
  scene.when(kWork, EnterOpeningState{Status::kInProgress, 10, {}, {}, {}}).then_accepted();
}
TEST(Withdraw, U05OfSeveralTheNewest) {
  Given scene = reported();
  const Sequence first = scene.world().head;
  const World after_first = scene.world();
  scene.after(kWork, report(60));
  const Sequence second = scene.world().head;
  EXPECT_EQ(scene.when(kWork, WithdrawProgress{first}).then_rejected(kRule, "U05").since, first);
  scene.after(kWork, WithdrawProgress{second});
  EXPECT_TRUE(same_apart_from_life(after_first, scene.world(), subject(kWork)));
  EXPECT_EQ(scene.world().assignments.find("t1.joint")->status, Status::kInProgress);
  scene.when(kWork, WithdrawProgress{first}).then_accepted();
}
TEST(Withdraw, U05WorkThatHadBegunBeforeGoesOn) {
  Given scene = given(a_task_at_work()).as("so-tai-chinh").after(kWork, StartAssignment{}).after(kWork, report());
  scene.after(kWork, WithdrawProgress{scene.world().head});
  EXPECT_EQ(scene.world().assignments.find("t1.joint")->status, Status::kInProgress);
  EXPECT_TRUE(scene.world().assignments.find("t1.joint")->own_event);
}
TEST(Withdraw, U05AQuestionThatCameBeforeIsStillTheAgencysOwn) {
  Given scene = given(a_task_at_work())
                    .as("so-tai-chinh")
                    .after(kWork, AskExtension{day("2026-07-31"), "Chậm", {}})
                    .after(kWork, report());
  scene.after(kWork, WithdrawProgress{scene.world().head});
  EXPECT_EQ(scene.world().assignments.find("t1.joint")->status, Status::kNotStarted);
  EXPECT_TRUE(scene.world().assignments.find("t1.joint")->own_event);
}
TEST(Withdraw, U05NotOnceItWasJudged) {
  Given scene = reported();
  const Sequence statement = scene.world().head;
  Given approved = scene;
  approved.after(kWork, ApproveProgress{{statement}});
  approved.when(kWork, WithdrawProgress{statement}).then_rejected(kRule, "U05");
  scene.after(kWork, ReturnProgress{{statement}, "Thiếu"});
  scene.when(kWork, WithdrawProgress{statement}).then_rejected(kRule, "U05");
}
TEST(Withdraw, U01AStatementOfSomebodyElseStands) {
  Given scene = given(together(a_task_at_work(), employed("lan", {{Role::kOfficer, "so-tai-chinh"}})))
                    .as("so-tai-chinh")
                    .after(kWork, report());
  scene.acting("lan", "so-tai-chinh")
      .when(kWork, WithdrawProgress{scene.world().head})
      .then_rejected(kForbidden, "U01");
}
TEST(Withdraw, U05NotWhileTheTaskIsSuspended) {
  Given scene = reported();
  const Sequence statement = scene.world().head;
  scene.fact({std::string(kTask), TaskSuspended{}})
      .when(kWork, WithdrawProgress{statement})
      .then_rejected(kRule, "A03");
}

Given commented() {
  return given(a_task_at_work()).as("xa-c").after(kTask, Comment{"Nhầm", {}});
}
const ThreadState& thread(const Given& scene) {
  return *scene.world().threads.find("task/t1");
}

TEST(Withdraw, U06ACommentKeepsItsPlace) {
  Given scene = commented();
  const Sequence comment = scene.world().head;
  const When made = scene.when(kTask, WithdrawComment{comment});
  made.then(ThreadCommentWithdrawn{comment});
  EXPECT_EQ(made.decision().events.front().subject.text(), "thread/task/t1");
  scene.after(kTask, WithdrawComment{comment});
  EXPECT_TRUE(thread(scene).is_withdrawn(comment));
  EXPECT_EQ(thread(scene).entries.size(), 1u);
  scene.when(kTask, WithdrawComment{comment}).then_rejected(kRule, "U06");
  scene.when(kTask, Comment{"Trả lời", comment}).then_rejected(kRule, "U06");
}
TEST(Withdraw, U06NotOnceItIsAnswered) {
  Given scene = commented();
  const Sequence comment = scene.world().head;
  scene.after(kTask, Comment{"Đã rõ", comment});
  EXPECT_EQ(scene.when(kTask, WithdrawComment{comment}).then_rejected(kRule, "U06").since, comment);
  scene.when(kTask, WithdrawComment{scene.world().head}).then_accepted();
}
TEST(Withdraw, U06NoDirectiveAndNothingOld) {
  Given ordered = given(a_task_at_work()).as("so-khcn").after(kTask, Direct{"Báo cáo", agencies({"xa-a"}), {}, {}});
  ordered.when(kTask, WithdrawComment{ordered.world().head}).then_rejected(kRule, "U06");
  Given scene = commented();
  const Sequence first = scene.world().head;
  for (std::size_t i = 1; i < kCommentsKept; ++i) scene.after(kTask, Comment{"Nữa", {}});
  scene.when(kTask, WithdrawComment{first}).then_accepted();
  scene.after(kTask, Comment{"Nữa", {}}).when(kTask, WithdrawComment{first}).then_rejected(kRule, "U06");
}
TEST(Withdraw, U06AThreadTakesSoManyAndNoMore) {
  Given scene = given(a_task_at_work()).as("xa-c");
  for (std::size_t i = 0; i < kWithdrawnMax; ++i) scene.fact({"thread/task/t1", ThreadCommentWithdrawn{i + 1}, "xa-c"});
  scene.after(kTask, Comment{"Nhầm", {}});
  scene.when(kTask, WithdrawComment{scene.world().head}).then_rejected(kRule, "U06");
}
TEST(Withdraw, U06NamesAnEntryOfTheThread) {
  Given scene = commented();
  const Sequence comment = scene.world().head;
  scene.when(kTask, WithdrawComment{comment - 1}).then_rejected(kUnknown, "/sequence");
  scene.when("programme/p1", WithdrawComment{comment}).then_rejected(kUnknown, "/sequence");
  EXPECT_EQ(scene.when("task/none", WithdrawComment{comment}).rejection().kind, RejectionKind::kNotFound);
}
TEST(Withdraw, U01ACommentOfSomebodyElseStands) {
  Given scene = commented();
  const Sequence comment = scene.world().head;
  scene.as("xa-b").when(kTask, WithdrawComment{comment}).then_rejected(kForbidden, "U01");
  Given other = given(together(a_task_at_work(), employed("lan", {{Role::kOfficer, "xa-c"}})));
  other.as("xa-c").after(kTask, Comment{"Nhầm", {}});
  other.acting("lan", "xa-c").when(kTask, WithdrawComment{other.world().head}).then_rejected(kForbidden, "U01");
}

}  // namespace
}  // namespace luuvet::test
