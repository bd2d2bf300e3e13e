#include "tests/domain/right_cases.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

#include "domain/link_rows.h"
#include "tests/support/planned.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

// In the order of Role: officer, head, deputy, clerk, standing-agency, finance, statistics, committee-member,
// committee-head, inspector, social-supervision, ioc, outside-lead, administrator, public.
constexpr std::string_view kTable = R"(
                       of he de cl  st fi sa  cm ch  in so io  ou ad pu
register-document      x  x  x  x   x  x  x   x  x   .  .  .   x  .  .
amend-document         r  r  r  r   r  r  r   r  r   .  .  .   r  .  .
comment                x  x  x  .   x  x  x   x  x   .  .  .   x  .  .
register-task          .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
amend-task             .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
assign                 .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
suspend                .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
resume                 .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
cancel                 .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
reinstate              .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
amend-programme        .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
record-trigger         r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
start                  r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
report-progress        r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
submit                 r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
ask-extension          r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
enter-opening-state    r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
approve-progress       .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
return-progress        .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
confirm-opening-state  .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
accept                 .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
return                 .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
reopen                 .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
decide-extension       .  .  .  .   r  .  .   .  r   .  .  .   .  .  .
direct                 .  .  .  .   r  .  .   r  r   .  .  .   .  .  .
urge                   .  .  .  .   r  .  .   .  r   .  .  .   .  .  .
register-post          .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
amend-post             .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
fill-post              .  r  r  .   r  r  r   .  r   .  .  .   .  x  .
vacate-post            .  r  r  .   r  r  r   .  r   .  .  .   .  x  .
open-account           .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
close-account          .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
reopen-account         .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
issue-token            .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
revoke-token           .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
found-agency           .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
rename-agency          .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
merge-agency           .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
dissolve-agency        .  .  .  .   .  .  .   .  .   .  .  .   .  x  .
assign-people          .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
hand-over              .  x  x  .   .  .  .   .  .   .  .  .   .  .  .
undo-task              .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
undo-document          r  r  r  r   r  r  r   r  r   .  .  .   r  .  .
withdraw-progress      r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
withdraw-comment       r  r  r  .   r  r  r   r  r   .  .  .   r  .  .
propose-link           x  x  x  .   x  x  x   x  x   .  .  .   x  .  .
link                   .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
reject-link            .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
part-link              .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
settle-doubt           .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
reopen-doubt           .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
ask-coordination       r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
confirm-coordination   r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
dispute-coordination   r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
answer-coordination    r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
close-coordination     r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
begin-unit-plan        x  x  x  .   .  .  .   .  .   .  .  .   x  .  .
set-unit-plan-lines    r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
submit-unit-plan       r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
approve-unit-plan      .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
return-unit-plan       .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
note-unit-plan         .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
amend-unit-plan        r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
meet-milestone         r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
unmeet-milestone       r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
submit-year            r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
accept-year            .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
return-year            .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
close-year             .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
)";

constexpr std::string_view kLeads = "so-tai-chinh";  // of t1 and t2; it registered the document "bao-cao"
constexpr std::string_view kStands = "so-khcn";      // standing agency of p1; confirms t1; has the post "cv"

bool one_of(std::string_view command, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), command) != list.end();
}

bool is_committee(Role role) {
  return role == Role::kCommitteeMember || role == Role::kCommitteeHead;
}

Given tasks() {
  Task triggered = task("t2", {kLeads});
  triggered.deadline = deadline(DeadlineKind::kTriggered);
  Given scene = given(together(a_task_at_work(), registered(triggered), a_task("t3", {kLeads})));
  Document paper;
  paper.id = {"bao-cao"};
  paper.kind = "report";
  scene.fact({"document/bao-cao", DocumentRegistered{paper, {}}, std::string(kLeads)});
  Post officer;
  officer.id = {"cv"};
  officer.agency = {std::string(kStands)};
  officer.title = "Chuyên viên";
  scene.fact({"post/cv", Registered<Post>{officer}});
  for (const char* id : {"a", "b"}) scene.fact({"account/" + std::string(id), AccountOpened{}});
  scene.fact({"account/ioc", AccountOpened{AccountKind::kMachine}});
  scene.fact({"post/cv", PostFilled{{"a"}, day("2026-01-01"), {}, Capacity::kDirect, {}}});
  scene.fact({"account/a", AccountTokenIssued{{"k1"}, day("2026-12-31"), TokenScope::kRead}});
  return scene;
}

// The first post of whoever the table is asked about, for which "a" stands in.
constexpr std::string_view kOwnPost = "post/somebody-1";
Given stood_in() {
  Given scene = tasks();
  Post own;
  own.id = {"somebody-1"};
  own.agency = {std::string(kStands)};
  own.title = "Chức danh";
  scene.fact({std::string(kOwnPost), Registered<Post>{own}});
  return scene.fact(
      {std::string(kOwnPost), PostFilled{{"a"}, day("2026-01-01"), day("2026-12-31"), Capacity::kByOrder, qd1()}});
}

// All these agencies lead t4 and have named "a" for it; "b" is an officer of each.
Given handled() {
  Given scene = tasks();
  for (const Fact& fact : a_task("t4", {"so-tai-chinh", "so-khcn", "vp-tinh-uy", "xa-c"})) scene.fact(fact);
  for (const std::string agency : {"so-tai-chinh", "so-khcn", "vp-tinh-uy", "xa-c"}) {
    for (const Fact& fact : employed("b", {{Role::kOfficer, agency}})) {
      Fact at_agency = fact;
      if (at_agency.subject == "post/b-1") at_agency.subject = "post/b-" + agency;
      scene.fact(at_agency);
    }
    scene.fact({"assignment/t4.joint", AssignmentPeopleAssigned{{}, {}, {{"a"}}}, agency});
  }
  return scene;
}

Fact by_somebody(std::string subject, Event event, std::string_view agency) {
  return {std::move(subject), std::move(event), std::string(agency), day("2026-03-01"), "somebody"};
}

Given retitled_by_somebody() {
  TaskAmended event;
  event.set.values.title = "Tên sai";
  event.set.present = 1u << 5;
  return tasks().fact(by_somebody("task/t1", event, kStands));
}
Given renumbered_by_somebody() {
  DocumentAmended event;
  event.set.values.number = "13/BC";
  event.set.present = 1u << 2;
  return tasks().fact(by_somebody("document/bao-cao", event, kLeads));
}
Given reported_by_somebody() {
  AssignmentProgressReported event;
  event.percent = 40;
  return tasks().fact(by_somebody("assignment/t1.joint", event, kLeads));
}
Given commented_by_somebody() {
  return tasks().fact(by_somebody("thread/task/t1", ThreadCommented{}, kStands));
}

Given suspended() {
  return tasks().fact({"task/t1", TaskSuspended{}});
}
Given cancelled() {
  return tasks().fact({"task/t1", TaskCancelled{}});
}
Given closed() {
  return tasks().fact({"account/b", AccountClosed{}});
}
Given reported() {
  AssignmentProgressReported event;
  event.percent = 40;
  return tasks().fact({"assignment/t1.joint", event, std::string(kLeads)});
}
Given entered() {
  return tasks().fact({"assignment/t1.joint", AssignmentOpeningStateEntered{}, std::string(kLeads)});
}
Given submitted() {
  return tasks().fact({"assignment/t1.joint", AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}, std::string(kLeads)});
}
Given completed() {
  return submitted().fact({"assignment/t1.joint", AssignmentAccepted{}, std::string(kStands)});
}
Given asked() {
  return tasks().fact(
      {"assignment/t1.joint", AssignmentExtensionAsked{day("2026-07-31"), {}, {}}, std::string(kLeads)});
}

Given requested() {
  const CoordinationAsked request{{"t1"}, agencies({kStands, "xa-a"}), day("2026-04-01"), {}, {}};
  return tasks().fact({"coordination/c1", request, std::string(kLeads)});
}
Given disputed() {
  return requested().fact({"coordination/c1", CoordinationDisputed{}, std::string(kStands)});
}

AmendTask renamed() {
  AmendTask body{{}, qd1(), {}};
  body.set.values.title = "Tên mới";
  body.set.present = 1u << 1;
  return body;
}
AmendDocument numbered() {
  AmendDocument body{{}, "Bổ sung số"};
  body.set.values.number = "12/BC";
  body.set.present = 1u << 1;
  return body;
}
AmendPost retitled() {
  AmendPost body;
  body.set.values.title = "Chuyên viên chính";
  body.set.present = 1u << 3;
  return body;
}
RegisterDocument paper() {
  RegisterDocument body;
  body.kind = "report";
  body.issuer = "Sở";
  body.abstract = "Báo cáo";
  return body;
}
RegisterTask new_task() {
  RegisterTask body;
  body.programme = {"p1"};
  body.title = "Mới";
  body.lead_agencies = agencies({kLeads});
  body.document = qd1();
  return body;
}
RegisterPost new_post() {
  RegisterPost body;
  body.agency = {"xa-a"};
  body.title = "Chủ tịch";
  body.role = Role::kHead;
  return body;
}
AmendProgramme amendment(const Given& scene) {
  AmendmentItem item;
  item.do_ = AmendmentKind::kCancel;
  item.subject = "task/t3";
  item.based_on = scene.world().head;
  return {{"p1"}, qd1(), {item}};
}
ReportProgress forty_percent() {
  ReportProgress body;
  body.percent = 40;
  return body;
}
OpenAccount somebody() {
  return {"nguyen.van.a", "Nguyễn Văn A", {}, AccountKind::kPerson};
}
std::vector<AgencyId> to_lead() {
  return agencies({kLeads});
}

AssignTasks assigning() {
  return {AssignmentMode::kEach, agencies({"xa-a"}), {}, {}, {}, {{"task/t1", tasks().world().head}}};
}

std::vector<RightCase> cases_of_tasks() {
  const std::string t1 = "task/t1";
  return {{"register-document", "document", paper(), tasks()},
          {"amend-document", "document/bao-cao", numbered(), tasks()},
          {"comment", t1, Comment{"Chưa rõ", {}}, tasks()},
          {"register-task", "task", new_task(), tasks()},
          {"amend-task", t1, renamed(), tasks()},
          {"assign", t1, AssignTask{AssignmentMode::kEach, agencies({"xa-a"}), {}, {}}, tasks()},
          {"assign", "task", assigning(), tasks()},
          {"suspend", t1, SuspendTask{"Chờ", qd1(), {}}, tasks()},
          {"resume", t1, ResumeTask{"Tiếp", qd1()}, suspended()},
          {"cancel", t1, CancelTask{"Dừng", qd1()}, tasks()},
          {"reinstate", t1, ReinstateTask{"Tiếp", qd1()}, cancelled()},
          {"amend-programme", "programme/p1", amendment(tasks()), tasks()},
          {"record-trigger", "task/t2", RecordTrigger{day("2026-03-01"), qd1()}, tasks()},
          {"direct", t1, Direct{"Báo cáo", to_lead(), {}, {}}, tasks()},
          {"urge", t1, Urge{"Báo cáo", to_lead(), {}, {}}, tasks()}};
}

std::vector<RightCase> cases_of_work() {
  const std::string work = "assignment/t1.joint";
  const Sequence reported_at = reported().world().head;
  const Sequence entered_at = entered().world().head;
  const Sequence asked_at = asked().world().head;
  const EnterOpeningState opening{Status::kInProgress, 10, {}, {}, {}};
  return {{"start", work, StartAssignment{}, tasks()},
          {"report-progress", work, forty_percent(), tasks()},
          {"submit", work, SubmitAssignment{day("2026-03-10"), {}, {}, {}}, tasks()},
          {"ask-extension", work, AskExtension{day("2026-07-31"), "Chậm", {}}, tasks()},
          {"enter-opening-state", work, opening, tasks()},
          {"enter-opening-state", "assignment",
           EnterOpeningStates{{{work, tasks().world().head, Status::kInProgress, 10, {}, {}, {}}}}, tasks()},
          {"approve-progress", work, ApproveProgress{{reported_at}}, reported()},
          {"approve-progress", "assignment", ApproveProgressMany{{{work, reported_at, {reported_at}}}}, reported()},
          {"return-progress", work, ReturnProgress{{reported_at}, "Thiếu"}, reported()},
          {"confirm-opening-state", work, ConfirmOpeningState{entered_at}, entered()},
          {"confirm-opening-state", "assignment", ConfirmOpeningStates{{{work, entered_at, entered_at}}}, entered()},
          {"accept", work, AcceptAssignment{}, submitted()},
          {"return", work, ReturnAssignment{"Thiếu"}, submitted()},
          {"reopen", work, ReopenAssignment{"Sai", qd1()}, completed()},
          {"decide-extension", work, DecideExtension{asked_at, ExtensionDecision::kGrant, {}, {}, qd1()}, asked()}};
}

std::vector<RightCase> cases_of_people() {
  return {{"register-post", "post", new_post(), tasks()},
          {"amend-post", "post/cv", retitled(), tasks()},
          {"fill-post", std::string(kOwnPost),
           FillPost{{"b"}, day("2026-03-15"), day("2026-12-31"), Capacity::kByOrder, qd1()}, stood_in()},
          {"vacate-post", std::string(kOwnPost), VacatePost{{"a"}, day("2026-03-15"), {}}, stood_in()},
          {"open-account", "account", somebody(), tasks()},
          {"close-account", "account/b", CloseAccount{}, tasks()},
          {"reopen-account", "account/b", ReopenAccount{}, closed()},
          {"issue-token", "account/ioc", IssueToken{"IOC", day("2026-12-31"), TokenScope::kRead}, tasks()},
          {"revoke-token", "account/a", RevokeToken{{"k1"}}, tasks()}};
}

std::vector<RightCase> cases_of_agencies() {
  const FoundAgency found{{"so-moi"}, "Sở mới", {}, {}, "department", "lao-cai", {}, day("2026-03-01"), qd1()};
  return {{"found-agency", "agency", found, tasks()},
          {"rename-agency", "agency/xa-a", RenameAgency{"Phường A", {}, day("2026-03-01"), qd1()}, tasks()},
          {"merge-agency", "agency/xa-a", MergeAgency{{"xa-b"}, day("2026-03-01"), qd1()}, tasks()},
          {"dissolve-agency", "agency/xa-a", DissolveAgency{day("2026-03-01"), qd1(), {}}, tasks()}};
}

std::vector<RightCase> cases_at_the_desk() {
  const std::string work = "assignment/t1.joint";
  const Given named = handled(), amended = retitled_by_somebody(), numbered = renumbered_by_somebody();
  const Given reported = reported_by_somebody(), said = commented_by_somebody();
  const auto last = [](const Given& scene) { return scene.world().head; };
  const HandOver handover{{"a"}, {"b"}, day("2026-03-15"), {}, {}};
  return {{"assign-people", work, AssignPeople{{}, {}, {{"b"}}}, named},
          {"assign-people", "assignment", AssignPeopleMany{{{work, last(named), {}, {}, {{"b"}}}}}, named},
          {"hand-over", "assignment", handover, named},
          {"undo-task", "task/t1", UndoTask{last(amended)}, amended},
          {"undo-document", "document/bao-cao", UndoDocument{last(numbered)}, numbered},
          {"withdraw-progress", work, WithdrawProgress{last(reported)}, reported},
          {"withdraw-comment", "task/t1", WithdrawComment{last(said)}, said}};
}

const std::vector<std::string> kTwins = {"task/t1", "task/t3"};
Given with_link(LinkStatus status) {
  Given scene = tasks();
  const std::string link = "link/" + link_id({LinkKind::kTwin, kTwins}).value;
  scene.fact({link, LinkProposed{LinkKind::kTwin, kTwins, {}}});
  if (status == LinkStatus::kLinked) scene.fact({link, LinkLinked{LinkKind::kTwin, kTwins, {}, qd1(), {}}});
  return scene;
}
Given doubted(bool settled) {
  Given scene = tasks();
  Doubt doubt;
  doubt.id = {"d1"};
  doubt.programme = {"p1"};
  scene.fact({"doubt/d1", Registered<Doubt>{doubt}});
  if (settled) scene.fact({"doubt/d1", DoubtSettled{}});
  return scene;
}

std::vector<RightCase> cases_of_links() {
  const std::string link = "link/" + link_id({LinkKind::kTwin, kTwins}).value;
  const Given proposed = with_link(LinkStatus::kProposed), linked = with_link(LinkStatus::kLinked);
  const Given open = doubted(false);
  const Sequence head = proposed.world().head;
  std::vector<Binding> binding;
  for (const LinkField field : differing_fields(proposed.world(), {LinkKind::kTwin, kTwins}))
    binding.push_back({field, kTwins.front()});
  return {
      {"propose-link", "link", ProposeLink{LinkKind::kTwin, kTwins, "Trùng"}, tasks()},
      {"link", link, LinkRows{binding, qd1(), {}}, proposed},
      {"link", "link", LinkMany{qd1(), {}, {{LinkKind::kTwin, kTwins, head, binding}}}, proposed},
      {"reject-link", link, RejectLink{"Khác"}, proposed},
      {"reject-link", "link", RejectLinks{"Khác", {{LinkKind::kTwin, kTwins, head}}}, proposed},
      {"part-link", link, PartLink{"Khác", qd1()}, linked},
      {"settle-doubt", "doubt/d1", SettleDoubt{DoubtOutcome::kNoDoubt, {}, {}}, open},
      {"settle-doubt", "doubt", SettleDoubts{{{"doubt/d1", open.world().head, DoubtOutcome::kNoDoubt, {}, {}}}}, open},
      {"reopen-doubt", "doubt/d1", ReopenDoubt{"Nhầm"}, doubted(true)}};
}

std::vector<RightCase> cases_of_coordination() {
  const std::string request = "coordination/c1";
  const Sequence objection = disputed().world().head;
  const AskCoordination asking{{"t1"}, agencies({"xa-a"}), "Cung cấp số liệu", day("2026-04-01"), {}};
  return {{"ask-coordination", "coordination", asking, tasks()},
          {"confirm-coordination", request, ConfirmCoordination{}, requested()},
          {"dispute-coordination", request, DisputeCoordination{"Không thuộc lĩnh vực"}, requested()},
          {"answer-coordination", request, AnswerCoordination{{objection}, "Chỉ cần số liệu"}, disputed()},
          {"close-coordination", request, CloseCoordination{"Đã đủ"}, requested()}};
}

std::vector<RightCase> cases_of_unit_plans() {
  const std::string plan = "unit-plan/so-tai-chinh.2026", work = "assignment/s1.joint";
  const Given approved = given(an_approved_plan());
  const Given over = given(a_task_at_work()).on("2027-01-10");
  return {{"begin-unit-plan", "unit-plan", BeginUnitPlan{2026}, tasks()},
          {"set-unit-plan-lines", plan, SetUnitPlanLines{{a_line("s1.joint", "Báo cáo")}}, given(a_begun_plan())},
          {"submit-unit-plan", plan, SubmitUnitPlan{}, given(a_written_plan())},
          {"approve-unit-plan", plan, ApproveUnitPlan{}, given(a_submitted_plan())},
          {"return-unit-plan", plan, ReturnUnitPlan{"Thiếu"}, given(a_submitted_plan())},
          {"note-unit-plan", plan, NoteUnitPlan{}, approved},
          {"amend-unit-plan", plan, AmendUnitPlan{"Bổ sung", {}}, approved},
          {"meet-milestone", work, MeetMilestone{2026, "m1", day("2026-03-10"), {}, {}}, approved},
          {"unmeet-milestone", work, UnmeetMilestone{2026, "m1", "Nhầm"}, given(a_met_milestone())},
          {"submit-year", work, a_result(), approved},
          {"accept-year", work, AcceptYear{2026, {}, {}}, given(a_submitted_year())},
          {"return-year", work, ReturnYear{2026, "Thiếu"}, given(a_submitted_year())},
          {"close-year", "programme/p1", CloseYear{2026, qd1(), {}}, over}};
}

bool is_of_their_plan(std::string_view command) {
  return one_of(command, {"set-unit-plan-lines", "submit-unit-plan", "approve-unit-plan", "return-unit-plan",
                          "amend-unit-plan", "meet-milestone", "unmeet-milestone", "submit-year"});
}

// Whether the agency that leads is meant, not the one that stands.
bool is_for_leads(std::string_view command, Role role) {
  if (one_of(command, {"record-trigger", "close-coordination"})) return role != Role::kStandingAgency;
  if (is_of_their_plan(command)) return true;
  return one_of(command,
                {"amend-document", "start", "report-progress", "submit", "ask-extension", "enter-opening-state",
                 "approve-progress", "return-progress", "confirm-opening-state", "assign-people", "undo-document",
                 "withdraw-progress", "ask-coordination", "answer-coordination"});
}

std::string_view relation_agency(std::string_view command, Role role) {
  return is_for_leads(command, role) ? kLeads : kStands;
}

}  // namespace

char cell_of(std::string_view command, Role role) {
  std::istringstream lines{std::string(kTable)};
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word != command) continue;
    for (int column = 0; column <= static_cast<int>(role); ++column) words >> word;
    return word.front();
  }
  throw std::logic_error("no row " + std::string(command));
}

std::vector<RightCase> right_cases() {
  std::vector<RightCase> all = cases_of_tasks();
  for (const auto& part : {cases_of_work(), cases_of_people(), cases_of_agencies(), cases_at_the_desk(),
                           cases_of_links(), cases_of_coordination(), cases_of_unit_plans()})
    for (const RightCase& each : part) all.push_back(each);
  return all;
}

std::vector<Role> all_roles() {
  std::vector<Role> roles;
  for (int each = 0; each <= static_cast<int>(Role::kPublic); ++each) roles.push_back(static_cast<Role>(each));
  return roles;
}

Held related(std::string_view command, Role role) {
  Held held{role, std::string(relation_agency(command, role))};
  if (is_committee(role)) held.committee = "bcd";
  if (command == "amend-document") held.agency = kLeads;
  return held;
}

Held unrelated(std::string_view command, Role role) {
  Held held{role, "xa-c"};
  if (is_committee(role)) held.committee = "ban-khac";
  if (one_of(command, {"fill-post", "vacate-post"}))
    held.capacity = Capacity::kByMandate;  // its own post, but not its own
  return held;
}

bool is_related(std::string_view command, const Held& held, const Held& first) {
  const bool leads = held.agency == kLeads;
  const bool stands = held.agency == kStands && (held.committee.empty() || held.committee == "bcd");
  if (is_for_leads(command, held.role)) return leads;
  if (one_of(command, {"accept", "return", "reopen", "withdraw-comment", "confirm-coordination", "dispute-coordination",
                       "note-unit-plan", "accept-year", "return-year"}))
    return held.agency == kStands;
  if (one_of(command, {"fill-post", "vacate-post"})) {
    const bool below_head = first.role == Role::kOfficer || first.role == Role::kDeputy || first.role == Role::kClerk;
    return &held == &first || (held.role == Role::kHead && below_head);
  }
  if (is_committee(held.role)) return held.committee == "bcd";
  if (one_of(command, {"direct", "urge"}))
    return stands || (held.agency == "vp-tinh-uy" && (held.committee.empty() || held.committee == "bcd"));
  return stands;
}

}  // namespace luuvet::test
