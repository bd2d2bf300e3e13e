#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

RegisterTask register_task(std::initializer_list<std::string_view> leads) {
  RegisterTask body;
  body.programme = {"p1"};
  body.title = "Nhiệm vụ phát sinh";
  body.lead_agencies = agencies(leads);
  body.deadline.text = "Quý III/2026";
  body.document = qd1();
  return body;
}

template <class Member>
AmendTask amend(Member TaskFields::*member, Member value) {
  AmendTask body;
  body.document = qd1();
  body.set.values.*member = std::move(value);
  const void* const place = &(body.set.values.*member);
  for_each_member<TaskFields>([&](std::size_t index, auto each) {
    if (place == &(body.set.values.*each.pointer)) body.set.present |= std::uint64_t{1} << index;
  });
  return body;
}

AssignTask to_each(std::optional<std::vector<AgencyId>> units, std::optional<AgencyId> group = {}) {
  return {AssignmentMode::kEach, std::move(units), std::move(group), {}};
}

Task group_row(std::string id) {
  Task row = task(std::move(id), {});
  row.is_group = true;
  row.confirming_agency = {};
  return row;
}

Given standing() {
  return given(a_task_at_work()).as("so-khcn");
}

TEST(Task, T01IsRegisteredAndChangedByTheStandingAgency) {
  standing().as("so-tai-chinh").when("task", register_task({"so-noi-vu"})).then_rejected(kForbidden, "T01");
  standing().as("so-tai-chinh").when("task/t1", CancelTask{"Vì sao", qd1()}).then_rejected(kForbidden, "T01");
  standing()
      .as("vp-tinh-uy")
      .when("task/t1", amend(&TaskFields::title, std::string("Khác")))
      .then_rejected(kForbidden, "T01");
  standing().when("task/t1", CancelTask{"Vì sao", qd1()}).then_accepted();
}

TEST(Task, T02ARowWithoutWorkIsNotAssignedOrStopped) {
  Task link = task("t2", {});
  link.links_to = DocumentId{"qd-1"};
  Given scene = given(together(a_province(), registered(group_row("g1")), registered(link))).as("so-khcn");
  for (const char* row : {"task/g1", "task/t2"}) {
    scene.when(row, AssignTask{}).then_rejected(kRule, "T02");
    scene.when(row, SuspendTask{"Vì sao", qd1(), {}}).then_rejected(kRule, "T02");
    scene.when(row, CancelTask{"Vì sao", qd1()}).then_rejected(kRule, "T02");
    scene.when(row, ReinstateTask{"Vì sao", qd1()}).then_rejected(kRule, "T02");
    scene.when(row, RecordTrigger{day("2026-03-01"), qd1()}).then_rejected(kRule, "T02");
    EXPECT_TRUE(scene.world().units_of(*scene.world().tasks.find(parse_subject(row)->id)).empty());
  }
}

TEST(Task, T03AParentIsAGroupRowOfTheSameProgramme) {
  RegisterTask body = register_task({"so-noi-vu"});
  body.parent = TaskId{"t1"};
  standing().when("task", body).then_rejected(kRule, "T03");
  Task elsewhere = group_row("g2");
  elsewhere.programme = {"p2"};
  body.parent = TaskId{"g2"};
  standing()
      .fact(a_programme("p2"))
      .fact({"task/g2", TaskRegistered{elsewhere}})
      .when("task", body)
      .then_rejected(kRule, "T03");
  body.parent = TaskId{"g1"};
  standing().fact({"task/g1", TaskRegistered{group_row("g1")}}).when("task", body).then_accepted();
  standing().when("task", body).then_rejected(kUnknown, "/parent");
}
TEST(Task, T03NoRowStandsUnderItself) {
  Task inner = group_row("g2");
  inner.parent = TaskId{"g1"};
  Given scene = standing().fact({"task/g1", TaskRegistered{group_row("g1")}}).fact({"task/g2", TaskRegistered{inner}});
  scene.when("task/g1", amend(&TaskFields::parent, std::optional(TaskId{"g2"}))).then_rejected(kRule, "T03");
  scene.when("task/g1", amend(&TaskFields::parent, std::optional(TaskId{"g1"}))).then_rejected(kRule, "T03");
}

Task registered_task(const Given& scene, const RegisterTask& body) {
  const When made = scene.when("task", body);
  return made.count() == 0 ? Task{} : std::get<TaskRegistered>(made.event()).content;
}

TEST(Task, T04TheConfirmingAgencyFollowsTheAreaAndIsNoLead) {
  RegisterTask body = register_task({"so-noi-vu"});
  EXPECT_EQ(registered_task(standing(), body).confirming_agency.value, "so-khcn");
  body.confirming_agency = AgencyId{"so-tai-chinh"};
  EXPECT_EQ(registered_task(standing(), body).confirming_agency.value, "so-tai-chinh");
  body.confirming_agency = AgencyId{"so-noi-vu"};  // itself: the area's
  EXPECT_EQ(registered_task(standing(), body).confirming_agency.value, "so-khcn");
  body.lead_agencies = agencies({"so-khcn"});
  body.confirming_agency.reset();
  EXPECT_EQ(registered_task(standing(), body).confirming_agency.value, "vp-ubnd-tinh");
  body.lead_agencies = agencies({"so-khcn", "vp-ubnd-tinh"});
  EXPECT_EQ(registered_task(standing(), body).confirming_agency.value, "vp-tinh-uy");
}
TEST(Task, T04AreasHaveTheirOwnConfirmingAgency) {
  const std::pair<const char*, const char*> areas[] = {
      {"cchc", "so-noi-vu"}, {"de-an-06", "cong-an-tinh"}, {"party", "vp-tinh-uy"}, {"khcn-dmst-cds", "so-khcn"}};
  for (const auto& [area, agency] : areas) {
    Task group = group_row("g1");
    group.area = area;
    RegisterTask body = register_task({"so-tai-chinh"});
    body.parent = TaskId{"g1"};  // the area comes from the parent
    const Task made = registered_task(standing().fact({"task/g1", TaskRegistered{group}}), body);
    EXPECT_EQ(made.area, area);
    EXPECT_EQ(made.confirming_agency.value, agency);
    body.lead_agencies = agencies({agency});
    EXPECT_NE(registered_task(standing().fact({"task/g1", TaskRegistered{group}}), body).confirming_agency.value,
              agency);
  }
}
TEST(Task, T04LaiChauHasItsOwn) {
  Programme plan = programme("p2");
  plan.province = "lai-chau";
  plan.standing_agency = {"lc-so-khcn"};
  Given scene = standing()
                    .fact(an_agency("lc-so-khcn"))
                    .fact(an_agency("lc-vp-ubnd-tinh"))
                    .fact({"programme/p2", Registered<Programme>{plan}});
  RegisterTask body = register_task({"xa-a"});
  body.programme = {"p2"};
  EXPECT_EQ(registered_task(scene.as("lc-so-khcn"), body).confirming_agency.value, "lc-so-khcn");
  body.lead_agencies = agencies({"lc-so-khcn"});
  EXPECT_EQ(registered_task(scene, body).confirming_agency.value, "lc-vp-ubnd-tinh");
}
TEST(Task, T04NewLeadsMoveTheConfirmingAgency) {
  const When made = standing().when("task/t1", amend(&TaskFields::lead_agencies, agencies({"so-khcn"})));
  const Partial<Task>& set = std::get<TaskAmended>(made.event()).set;
  EXPECT_EQ(names(set), (std::vector<std::string_view>{"lead_agencies", "confirming_agency"}));
  EXPECT_EQ(set.values.confirming_agency.value, "vp-ubnd-tinh");
}

TEST(Task, T05ARegisteredTaskIsAssignedInTheSameAct) {
  const When made = standing().when("task", register_task({"so-noi-vu"}));
  ASSERT_EQ(made.count(), 2u);
  const Task& content = std::get<TaskRegistered>(made.event(0)).content;
  EXPECT_EQ(content.id.value, "new");
  EXPECT_EQ(content.mandate, DocumentId{"qd-1"});
  EXPECT_EQ(content.deadline.due, day("2026-09-30"));  // read from its text
  EXPECT_TRUE(is(made.event(1), TaskAssigned{AssignmentMode::kJoint, {}, {}, qd1()}));
  EXPECT_EQ(made.decision().resource.text(), "task/new");
}
TEST(Task, T05RegisterBodyLimits) {
  RegisterTask body = register_task({});
  standing().when("task", body).then_rejected(kInvalid, "/lead_agencies");
  standing().when("task", register_task({"so-noi-vu", "so-noi-vu"})).then_rejected(kInvalid, "/lead_agencies/1");
  standing().when("task", register_task({"so-xyz"})).then_rejected(kUnknown, "/lead_agencies/0");
  body = register_task({"so-noi-vu"});
  body.programme = {"p9"};
  standing().when("task", body).then_rejected(kUnknown, "/programme");
  body = register_task({"so-noi-vu"});
  body.title = " ";
  standing().when("task", body).then_rejected(kInvalid, "/title");
  body = register_task({"so-noi-vu"});
  body.document = {};
  standing().when("task", body).then_rejected(kInvalid, "/document");
  body.document.later = day("2026-03-15");
  standing().when("task", body).then_rejected(kInvalid, "/document/later");
  body.document.later = day("2026-03-16");
  standing().when("task", body).then_accepted();
  body.deliverables = std::vector<Deliverable>{{"Lớp", DeliverableKind::kQuantity, -1, "lớp"}};
  standing().when("task", body).then_rejected(kInvalid, "/deliverables/0/quantity");
  body = register_task({"so-noi-vu"});
  body.confirming_agency = AgencyId{"cac-xa"};  // a group confirms nothing
  standing().when("task", body).then_rejected(kUnknown, "/confirming_agency");
}
TEST(Task, T05AnIdIsUsedOnce) {
  const When made = given(together(a_task_at_work(), a_task("new", {"so-noi-vu"})))
                        .as("so-khcn")
                        .when("task", register_task({"so-noi-vu"}));
  made.then_rejected(RejectionKind::kAlreadyExists);
}

TEST(Task, T06AnAmendmentChangesSomething) {
  standing().when("task/t1", amend(&TaskFields::title, std::string("Nhiệm vụ t1"))).then_rejected(kRule, "T06");
  standing().when("task/t1", AmendTask{{}, qd1(), {}}).then_rejected(kInvalid, "/set");
  AmendTask body = amend(&TaskFields::title, std::string("Tên mới"));
  body.reason = "Theo chỉ đạo";
  TaskAmended event;
  event.set.values.title = "Tên mới";
  event.set.present = 1u << 5;
  event.document = qd1();
  event.open = ReasonText{"Theo chỉ đạo", {}};
  standing().when("task/t1", body).then(event);
}
TEST(Task, T06AmendmentPointersStandUnderSet) {
  standing().when("task/t1", amend(&TaskFields::title, std::string())).then_rejected(kInvalid, "/set/title");
  standing()
      .when("task/t1", amend(&TaskFields::coordinating_agencies, agencies({"x"})))
      .then_rejected(kUnknown, "/set/coordinating_agencies/0");
}

TEST(Task, T07ACancelledTaskIsReinstatedBeforeAnythingElse) {
  Given scene = standing().after("task/t1", CancelTask{"Dừng", qd1()});
  scene.when("task/t1", amend(&TaskFields::title, std::string("Khác"))).then_rejected(kRule, "T07");
  scene.when("task/t1", to_each(agencies({"xa-a"}))).then_rejected(kRule, "T07");
  scene.when("task/t1", SuspendTask{"Vì sao", qd1(), {}}).then_rejected(kRule, "T07");
  scene.when("task/t1", ResumeTask{"Vì sao", qd1()}).then_rejected(kRule, "T07");
  scene.after("task/t1", ReinstateTask{"Làm tiếp", qd1()}).when("task/t1", to_each(agencies({"xa-a"}))).then_accepted();
}

TEST(Task, T08EachNeedsUnitsOrAGroupThatHasMembers) {
  Given scene = standing().fact(a_group("trong", {}));
  scene.when("task/t1", to_each(agencies({"xa-a", "xa-b"})))
      .then(TaskAssigned{AssignmentMode::kEach, agencies({"xa-a", "xa-b"}), {}, {}});
  scene.when("task/t1", to_each({}, AgencyId{"cac-xa"}))
      .then(TaskAssigned{AssignmentMode::kEach, agencies({"xa-a", "xa-b", "xa-c"}), AgencyId{"cac-xa"}, {}});
  scene
      .when("task/t1", to_each(agencies({"xa-a"}), AgencyId{"trong"}))  // the group says where they come from
      .then(TaskAssigned{AssignmentMode::kEach, agencies({"xa-a"}), AgencyId{"trong"}, {}});
  scene.when("task/t1", to_each({})).then_rejected(kInvalid, "/units");
  scene.when("task/t1", to_each({}, AgencyId{"trong"})).then_rejected(kInvalid, "/group");
  scene.when("task/t1", to_each({}, AgencyId{"so-noi-vu"})).then_rejected(kInvalid, "/group");
  scene.when("task/t1", to_each(agencies({"xa-a", "cac-xa"}))).then_rejected(kUnknown, "/units/1");
  scene.when("task/t1", to_each(std::vector<AgencyId>(kUnitsMax + 1, {"xa-a"}))).then_rejected(kInvalid, "/units/1");
  scene.when("task/t1", AssignTask{AssignmentMode::kJoint, agencies({"xa-a"}), {}, {}})
      .then_rejected(kInvalid, "/units");
}
TEST(Task, T08TheListStaysWhenTheGroupChanges) {
  Given scene = standing().after("task/t1", to_each({}, AgencyId{"cac-xa"})).fact(a_group("cac-xa", {"xa-a"}));
  EXPECT_EQ(scene.world().units_of(*scene.world().tasks.find("t1")).size(), 3u);
}

TEST(Task, T09AssigningAgainTakesUnitsOffAndBringsThemBack) {
  Given scene = standing().after("task/t1", to_each(agencies({"xa-a", "xa-b"})));
  scene.when("task/t1", to_each(agencies({"xa-a", "xa-b"}))).then_rejected(kRule, "T09");
  const auto cancelled = [&] { return scene.world().tasks.find("t1")->cancelled_units; };
  EXPECT_EQ(cancelled(), agencies({"joint"}));
  scene.after("task/t1", to_each(agencies({"xa-b", "xa-c"})));
  EXPECT_EQ(cancelled(), agencies({"joint", "xa-a"}));
  scene.after("task/t1", AssignTask{});
  EXPECT_EQ(cancelled(), agencies({"xa-a", "xa-b", "xa-c"}));
  EXPECT_EQ(scene.world().units_of(*scene.world().tasks.find("t1")), agencies({"joint"}));
}

Given triggered(Repeat repeat) {
  Task row = task("t1", {"so-tai-chinh"});
  row.deadline = deadline(DeadlineKind::kTriggered);
  row.deadline.trigger->repeat = repeat;
  return given(together(a_province(), registered(row))).as("so-tai-chinh");
}
RecordTrigger trigger() {
  return {day("2026-03-01"), qd1()};
}

TEST(Task, T10OnlyATriggeredDeadlineHasATrigger) {
  triggered(Repeat::kOnce).when("task/t1", trigger()).then(TaskTriggerRecorded{day("2026-03-01"), qd1()});
  standing().when("task/t1", trigger()).then_rejected(kRule, "T10");
  triggered(Repeat::kOnce)
      .when("task/t1", RecordTrigger{day("2026-03-16"), qd1()})
      .then_rejected(kInvalid, "/occurred_on");
  Task row = task("t1", {"so-tai-chinh"});
  row.deadline = deadline(DeadlineKind::kCompound);
  row.deadline.parts = {deadline(DeadlineKind::kQuarter), deadline(DeadlineKind::kDaysAfterTrigger)};
  given(together(a_province(), registered(row))).as("so-tai-chinh").when("task/t1", trigger()).then_accepted();
}
TEST(Task, T11ATriggerOccursOnceOrEachTime) {
  triggered(Repeat::kOnce).after("task/t1", trigger()).when("task/t1", trigger()).then_rejected(kRule, "T11");
  triggered(Repeat::kEachTime).after("task/t1", trigger()).when("task/t1", trigger()).then_accepted();
}
TEST(Task, T12ATriggerIsRecordedByALeadOrTheStandingAgency) {
  triggered(Repeat::kOnce).as("so-khcn").when("task/t1", trigger()).then_accepted();
  triggered(Repeat::kOnce).as("so-noi-vu").when("task/t1", trigger()).then_rejected(kForbidden, "T12");
  Given scene = triggered(Repeat::kOnce).fact(each("t1", {"xa-a"}));
  scene.as("xa-a").when("task/t1", trigger()).then_accepted();
  scene.as("xa-b").when("task/t1", trigger()).then_rejected(kForbidden, "T12");
}

TEST(Task, T13SuspendsWhatRuns) {
  const SuspendTask body{"Chờ vốn", qd1(), day("2026-06-01")};
  standing().when("task/t1", body).then(TaskSuspended{qd1(), day("2026-06-01"), ReasonText{"Chờ vốn", {}}});
  standing().after("task/t1", body).when("task/t1", body).then_rejected(kRule, "T13");
  standing().when("task/t1", SuspendTask{"Chờ vốn", qd1(), day("2026-03-15")}).then_rejected(kInvalid, "/until");
  standing().when("task/t1", SuspendTask{"", qd1(), {}}).then_rejected(kInvalid, "/reason");
}
TEST(Task, T14ResumesWhatIsSuspended) {
  const ResumeTask body{"Đã có vốn", qd1()};
  standing().when("task/t1", body).then_rejected(kRule, "T14");
  standing()
      .after("task/t1", SuspendTask{"Chờ", qd1(), {}})
      .when("task/t1", body)
      .then(TaskResumed{qd1(), ReasonText{"Đã có vốn", {}}});
}
TEST(Task, T15CancelsOnce) {
  const CancelTask body{"Trùng", qd1()};
  standing().when("task/t1", body).then(TaskCancelled{qd1(), ReasonText{"Trùng", {}}});
  standing().after("task/t1", body).when("task/t1", body).then_rejected(kRule, "T15");
}
TEST(Task, T16ReinstatesWhatIsCancelled) {
  const ReinstateTask body{"Làm tiếp", qd1()};
  standing().when("task/t1", body).then_rejected(kRule, "T16");
  standing()
      .after("task/t1", CancelTask{"Trùng", qd1()})
      .when("task/t1", body)
      .then(TaskReinstated{qd1(), ReasonText{"Làm tiếp", {}}});
}

DeadlineInput deadline_input(std::string text, std::optional<DeadlineKind> kind = {}) {
  DeadlineInput input;
  input.text = std::move(text);
  input.kind = kind;
  return input;
}
Deadline amended_deadline(const DeadlineInput& input) {
  const When made = standing().when("task/t1", amend(&TaskFields::deadline, input));
  return made.count() == 0 ? Deadline{} : std::get<TaskAmended>(made.event()).set.values.deadline;
}

TEST(Task, T18ADeadlineIsReadFromItsTextOrGivenWithItsKind) {
  EXPECT_EQ(amended_deadline(deadline_input("Tháng 5/2026")).due, day("2026-05-31"));
  EXPECT_EQ(amended_deadline(deadline_input("tùy tình hình")).kind, DeadlineKind::kNone);
  EXPECT_EQ(amended_deadline(deadline_input("Quý IV/2026", DeadlineKind::kQuarter)).due, day("2026-12-31"));
  DeadlineInput given_day = deadline_input("theo công văn", DeadlineKind::kDate);
  given_day.due = day("2026-08-15");
  EXPECT_EQ(amended_deadline(given_day).due, day("2026-08-15"));
  given_day.kind.reset();
  standing().when("task/t1", amend(&TaskFields::deadline, given_day)).then_rejected(kInvalid, "/set/deadline/kind");
  standing()
      .when("task/t1", amend(&TaskFields::deadline, deadline_input("theo công văn", DeadlineKind::kDate)))
      .then_rejected(kInvalid, "/set/deadline");
}

}  // namespace
}  // namespace luuvet::test
