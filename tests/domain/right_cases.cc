#include "tests/domain/right_cases.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

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
link                   .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
reject-link            .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
part-link              .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
raise-doubt            .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
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
reopen-year            .  r  r  .   r  .  .   .  .   .  .  .   .  .  .
close-year             .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
define-indicator       .  .  .  .   r  .  x   .  .   .  .  .   .  .  .
set-indicator-targets  .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
enter-indicator-baseline . . .  .   r  .  x   .  .   .  .  .   .  .  .
mark-indicator-break   .  .  .  .   r  .  x   .  .   .  .  .   .  .  .
set-indicator-checks   .  .  .  .   r  .  x   .  .   .  .  .   .  .  .
record-publication     r  r  r  .   r  .  x   .  .   .  .  .   r  .  .
take-back-publication  r  r  r  .   r  .  x   .  .   .  .  .   r  .  .
set-official-figure    .  .  .  .   .  .  x   .  .   .  .  .   .  .  .
register-indicator     .  .  .  .   r  .  x   .  .   .  .  .   .  .  .
enter-submission       r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
submit-submission      r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
approve-submission     .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
return-submission-draft . r  r  .   .  .  .   .  .   .  .  .   .  .  .
verify-submission      .  r  r  .   r  .  r   .  .   .  .  .   .  .  .
return-submission      .  r  r  .   r  .  r   .  .   .  .  .   .  .  .
restate-submission     .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
assign-sources         .  .  .  .   .  r  .   .  .   .  .  .   .  .  .
amend-need             .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
revise-need            r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
open-need-round        .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
close-need-round       .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
register-component     r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
amend-component        r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
end-component          r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
allocate               .  .  .  .   .  r  .   .  .   .  .  .   .  .  .
reduce-allocation      .  .  .  .   .  r  .   .  .   .  .  .   .  .  .
register-contract      r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
amend-contract         r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
disburse               r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
reverse-disbursement   r  r  r  .   .  r  .   .  .   .  .  .   r  .  .
enter-outside-money    r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
confirm-outside-money  .  r  r  .   .  .  .   .  .   .  .  .   .  .  .
reverse-outside-money  r  r  r  .   .  .  .   .  .   .  .  .   r  .  .
book-treasury-extract  .  .  .  .   .  x  .   .  .   .  .  .   .  .  .
settle-treasury-rows   .  .  .  .   .  r  .   .  .   .  .  .   .  .  .
define-ratio           .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
enter-ratio-figures    .  .  .  .   r  r  .   .  .   .  .  .   .  .  .
)";

constexpr std::string_view kLeads = "so-tai-chinh";  // of t1 and t2; it registered the document "bao-cao"
constexpr std::string_view kStands = "so-khcn";      // standing agency of p1; confirms t1; has the post "cv"

bool one_of(std::string_view command, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), command) != list.end();
}

bool is_committee(Role role) {
  return role == Role::kCommitteeMember || role == Role::kCommitteeHead;
}

}  // namespace

Given right_case_tasks() {
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

namespace {

// The first post of whoever the table is asked about, for which "a" stands in.
constexpr std::string_view kOwnPost = "post/somebody-1";
Given stood_in() {
  Given scene = right_case_tasks();
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
  Given scene = right_case_tasks();
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
  return right_case_tasks().fact(by_somebody("task/t1", event, kStands));
}
Given renumbered_by_somebody() {
  DocumentAmended event;
  event.set.values.number = "13/BC";
  event.set.present = 1u << 2;
  return right_case_tasks().fact(by_somebody("document/bao-cao", event, kLeads));
}
Given reported_by_somebody() {
  AssignmentProgressReported event;
  event.percent = 40;
  return right_case_tasks().fact(by_somebody("assignment/t1.joint", event, kLeads));
}
Given commented_by_somebody() {
  return right_case_tasks().fact(by_somebody("thread/task/t1", ThreadCommented{}, kStands));
}

Given suspended() {
  return right_case_tasks().fact({"task/t1", TaskSuspended{}});
}
Given cancelled() {
  return right_case_tasks().fact({"task/t1", TaskCancelled{}});
}
Given closed() {
  return right_case_tasks().fact({"account/b", AccountClosed{}});
}
Given reported() {
  AssignmentProgressReported event;
  event.percent = 40;
  return right_case_tasks().fact({"assignment/t1.joint", event, std::string(kLeads)});
}
Given entered() {
  return right_case_tasks().fact({"assignment/t1.joint", AssignmentOpeningStateEntered{}, std::string(kLeads)});
}
Given submitted() {
  return right_case_tasks().fact(
      {"assignment/t1.joint", AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}, std::string(kLeads)});
}
Given completed() {
  return submitted().fact({"assignment/t1.joint", AssignmentAccepted{}, std::string(kStands)});
}
Given asked() {
  return right_case_tasks().fact(
      {"assignment/t1.joint", AssignmentExtensionAsked{day("2026-07-31"), {}, {}}, std::string(kLeads)});
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
  return {AssignmentMode::kEach, agencies({"xa-a"}), {}, {}, {}, {{"task/t1", right_case_tasks().world().head}}};
}

std::vector<RightCase> cases_of_tasks() {
  const std::string t1 = "task/t1";
  return {{"register-document", "document", paper(), right_case_tasks()},
          {"amend-document", "document/bao-cao", numbered(), right_case_tasks()},
          {"comment", t1, Comment{"Chưa rõ", {}}, right_case_tasks()},
          {"register-task", "task", new_task(), right_case_tasks()},
          {"amend-task", t1, renamed(), right_case_tasks()},
          {"assign", t1, AssignTask{AssignmentMode::kEach, agencies({"xa-a"}), {}, {}}, right_case_tasks()},
          {"assign", "task", assigning(), right_case_tasks()},
          {"suspend", t1, SuspendTask{"Chờ", qd1(), {}}, right_case_tasks()},
          {"resume", t1, ResumeTask{"Tiếp", qd1()}, suspended()},
          {"cancel", t1, CancelTask{"Dừng", qd1()}, right_case_tasks()},
          {"reinstate", t1, ReinstateTask{"Tiếp", qd1()}, cancelled()},
          {"amend-programme", "programme/p1", amendment(right_case_tasks()), right_case_tasks()},
          {"record-trigger", "task/t2", RecordTrigger{day("2026-03-01"), qd1()}, right_case_tasks()},
          {"direct", t1, Direct{"Báo cáo", to_lead(), {}, {}}, right_case_tasks()},
          {"urge", t1, Urge{"Báo cáo", to_lead(), {}, {}}, right_case_tasks()}};
}

std::vector<RightCase> cases_of_work() {
  const std::string work = "assignment/t1.joint";
  const Sequence reported_at = reported().world().head;
  const Sequence entered_at = entered().world().head;
  const Sequence asked_at = asked().world().head;
  const EnterOpeningState opening{Status::kInProgress, 10, {}, {}, {}};
  return {{"start", work, StartAssignment{}, right_case_tasks()},
          {"report-progress", work, forty_percent(), right_case_tasks()},
          {"submit", work, SubmitAssignment{day("2026-03-10"), {}, {}, {}}, right_case_tasks()},
          {"ask-extension", work, AskExtension{day("2026-07-31"), "Chậm", {}}, right_case_tasks()},
          {"enter-opening-state", work, opening, right_case_tasks()},
          {"enter-opening-state", "assignment",
           EnterOpeningStates{{{work, right_case_tasks().world().head, Status::kInProgress, 10, {}, {}, {}}}},
           right_case_tasks()},
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
  return {{"register-post", "post", new_post(), right_case_tasks()},
          {"amend-post", "post/cv", retitled(), right_case_tasks()},
          {"fill-post", std::string(kOwnPost),
           FillPost{{"b"}, day("2026-03-15"), day("2026-12-31"), Capacity::kByOrder, qd1()}, stood_in()},
          {"vacate-post", std::string(kOwnPost), VacatePost{{"a"}, day("2026-03-15"), {}}, stood_in()},
          {"open-account", "account", somebody(), right_case_tasks()},
          {"close-account", "account/b", CloseAccount{}, right_case_tasks()},
          {"reopen-account", "account/b", ReopenAccount{}, closed()},
          {"issue-token", "account/ioc", IssueToken{"IOC", day("2026-12-31"), TokenScope::kRead}, right_case_tasks()},
          {"revoke-token", "account/a", RevokeToken{{"k1"}}, right_case_tasks()}};
}

std::vector<RightCase> cases_of_agencies() {
  const FoundAgency found{{"so-moi"}, "Sở mới", {}, {}, "department", "lao-cai", {}, day("2026-03-01"), qd1()};
  return {{"found-agency", "agency", found, right_case_tasks()},
          {"rename-agency", "agency/xa-a", RenameAgency{"Phường A", {}, day("2026-03-01"), qd1()}, right_case_tasks()},
          {"merge-agency", "agency/xa-a", MergeAgency{{"xa-b"}, day("2026-03-01"), qd1()}, right_case_tasks()},
          {"dissolve-agency", "agency/xa-a", DissolveAgency{day("2026-03-01"), qd1(), {}}, right_case_tasks()}};
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

bool is_of_their_figures(std::string_view command) {
  return one_of(command, {"enter-submission", "submit-submission", "approve-submission", "return-submission-draft",
                          "restate-submission"});
}

// Statistics judges everybody's but its own.
bool judges_figures(std::string_view command) {
  return one_of(command, {"verify-submission", "return-submission"});
}

// What the finance department does for any line of its province.
bool is_of_the_province(std::string_view command) {
  return one_of(command, {"link", "reject-link", "part-link", "assign-sources", "amend-need", "open-need-round",
                          "close-need-round", "register-component", "amend-component", "end-component", "allocate",
                          "reduce-allocation", "register-contract", "amend-contract", "disburse",
                          "reverse-disbursement", "settle-treasury-rows", "define-ratio", "enter-ratio-figures"});
}

bool is_of_their_line(std::string_view command) {
  return one_of(command, {"revise-need", "register-component", "amend-component", "end-component", "register-contract",
                          "amend-contract", "disburse", "reverse-disbursement", "enter-outside-money",
                          "confirm-outside-money", "reverse-outside-money"});
}

bool is_of_their_plan(std::string_view command) {
  return one_of(command, {"set-unit-plan-lines", "submit-unit-plan", "approve-unit-plan", "return-unit-plan",
                          "amend-unit-plan", "meet-milestone", "unmeet-milestone", "submit-year"});
}

// Whether the agency that leads is meant, not the one that stands.
bool is_for_leads(std::string_view command, Role role) {
  if (one_of(command, {"record-trigger", "close-coordination"})) return role != Role::kStandingAgency;
  if (is_of_their_figures(command)) return true;
  if (is_of_their_line(command)) return role != Role::kFinance;
  if (is_of_their_plan(command)) return true;
  if (is_of_a_record(command)) return role != Role::kStandingAgency;
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
  std::istringstream lines{std::string(kTable) + std::string(kRecordCells)};
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
                           right_cases_of_links(), right_cases_of_coordination(), right_cases_of_plans(),
                           right_cases_of_figures(), right_cases_of_money(), cases_of_records()})
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
  Held held{role, role == Role::kFinance && is_of_the_province(command) ? "so-tinh-khac" : "xa-c"};
  if (is_committee(role)) held.committee = "ban-khac";
  if (role == Role::kStatistics && judges_figures(command)) held.agency = kLeads;  // whose figure it is
  if (one_of(command, {"fill-post", "vacate-post"}))
    held.capacity = Capacity::kByMandate;  // its own post, but not its own
  return held;
}

bool is_related(std::string_view command, const Held& held, const Held& first) {
  const bool leads = held.agency == kLeads;
  const bool stands = held.agency == kStands && (held.committee.empty() || held.committee == "bcd");
  if (held.role == Role::kFinance && is_of_the_province(command)) return true;
  if (held.role == Role::kStatistics && judges_figures(command)) return !leads;
  if (is_for_leads(command, held.role)) return leads;
  if (one_of(command,
             {"accept", "return", "reopen", "withdraw-comment", "confirm-coordination", "dispute-coordination",
              "note-unit-plan", "accept-year", "return-year", "reopen-year", "verify-submission", "return-submission"}))
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
