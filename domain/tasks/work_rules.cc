// The rules of the life of an assignment (A..), after target, body, preconditions and relations have passed.
#include <algorithm>
#include <utility>

#include "domain/deadlines/timeliness.h"
#include "domain/reason_words.h"
#include "domain/tasks/coordinating.h"
#include "domain/tasks/statements.h"
#include "domain/tasks/work.h"

namespace luuvet {
namespace {

Result<Outcome> one(Event event) {
  Outcome outcome;
  outcome.events.push_back(std::move(event));
  return outcome;
}

Result<Outcome> one(Event event, Sequence causation) {
  Outcome outcome;
  outcome.events.push_back(std::move(event));
  if (causation != 0) outcome.causation = causation;
  return outcome;
}

std::optional<ProgressText> progress_words(const ReportProgress& body) {
  if (!body.result && !body.obstacle && !body.proposal) return std::nullopt;
  return ProgressText{body.result, body.obstacle, body.proposal};
}

Rejection already_completed(std::string_view rule) {
  return rule_broken(rule, "Việc đã hoàn thành; cơ quan xác nhận có thể mở lại.",
                     "The work is completed; the confirming agency can reopen it.");
}

Rejection waiting_for_acceptance(std::string_view rule) {
  return rule_broken(rule, "Việc đang chờ xác nhận hoàn thành; khi được trả lại thì cập nhật tiếp.",
                     "The work waits for acceptance; it can go on once it is returned.");
}

// Statements are written and judged while the work is under way.
std::optional<Rejection> writing_fault(const Work& work, std::string_view rule) {
  if (work.state.status == Status::kCompleted) return already_completed(rule);
  if (work.state.status == Status::kAwaitingAcceptance) return waiting_for_acceptance(rule);
  return std::nullopt;
}

std::optional<Rejection> waiting_fault(const Work& work, const std::vector<Sequence>& of) {
  const std::vector<Sequence> waiting = waiting_drafts(work.state);
  for (const Sequence each : of) {
    if (std::binary_search(waiting.begin(), waiting.end(), each)) continue;
    const std::string number = std::to_string(each);
    return rule_broken(
        "A06", "Báo cáo tiến độ số " + number + " không chờ duyệt: đã duyệt, đã trả lại hoặc không thuộc việc này.",
        "Statement " + number + " does not wait for approval: approved, returned, or not of this assignment.");
  }
  return std::nullopt;
}

}  // namespace

Result<Outcome> outcome(const Work& work, const StartAssignment& body) {
  if (work.state.status != Status::kNotStarted)
    return rule_broken("A04", "Việc này đã bắt đầu.", "This work has started already.");
  return one(AssignmentStarted{body.started_on});
}

Result<Outcome> outcome(const Work& work, const ReportProgress& body) {
  if (auto rejection = writing_fault(work, "A05")) return *std::move(rejection);
  AssignmentProgressReported event;
  event.percent = body.percent;
  event.quantities = body.quantities.value_or(std::vector<Quantity>{});
  event.period = body.period;
  event.document = body.document;
  event.open = progress_words(body);
  return one(std::move(event));
}

Result<Outcome> outcome(const Work& work, const ApproveProgress& body) {
  if (auto rejection = waiting_fault(work, body.of)) return *std::move(rejection);
  return one(AssignmentProgressApproved{body.of}, body.of.back());
}

Result<Outcome> outcome(const Work& work, const ReturnProgress& body) {
  if (auto rejection = waiting_fault(work, body.of)) return *std::move(rejection);
  return one(AssignmentProgressReturned{body.of, reason_words(body.reason)}, body.of.back());
}

namespace {

// O06: who works on it hears what those objected whom it has asked for coordination.
std::optional<Rejection> objection_fault(const Work& work) {
  const CoordinationState* request = unanswered_objection(work.world, work.task, work.state);
  if (!request) return std::nullopt;
  return rule_broken("O06", "Có ý kiến khác của cơ quan phối hợp chưa được trả lời; cần trả lời trước khi trình.",
                     "An agency asked for coordination has objected; answer that before submitting.");
}

}  // namespace

Result<Outcome> outcome(const Work& work, const SubmitAssignment& body) {
  if (auto rejection = writing_fault(work, "A09")) return *std::move(rejection);
  if (auto rejection = objection_fault(work)) return *std::move(rejection);
  Outcome outcome;
  if (std::vector<Sequence> waiting = waiting_drafts(work.state); !waiting.empty())
    outcome.events.push_back(AssignmentProgressApproved{std::move(waiting)});
  outcome.events.push_back(
      AssignmentSubmitted{body.completed_on, body.deliverables, body.document, note_words(body.note)});
  return outcome;
}

Result<Outcome> outcome(const Work& work, const AcceptAssignment& body) {
  if (work.state.status != Status::kAwaitingAcceptance)
    return rule_broken("A10", "Chỉ xác nhận được việc đang chờ xác nhận hoàn thành.",
                       "Only work that waits for acceptance can be accepted.");
  return one(AssignmentAccepted{body.document, note_words(body.note)}, work.state.submitted_at);
}

Result<Outcome> outcome(const Work& work, const ReturnAssignment& body) {
  if (work.state.status != Status::kAwaitingAcceptance)
    return rule_broken("A10", "Chỉ trả lại được việc đang chờ xác nhận hoàn thành.",
                       "Only work that waits for acceptance can be returned.");
  return one(AssignmentReturned{reason_words(body.reason)}, work.state.submitted_at);
}

Result<Outcome> outcome(const Work& work, const ReopenAssignment& body) {
  if (work.state.status != Status::kCompleted)
    return rule_broken("A11", "Chỉ mở lại được việc đã hoàn thành.", "Only completed work can be reopened.");
  return one(AssignmentReopened{body.document, reason_words(body.reason)});
}

namespace {

// A new due day must lie beyond the one in force.
std::optional<Rejection> due_fault(const Work& work, Date due) {
  const std::optional<Date> now = window_on(work.task, work.state, work.context.today).due;
  if (!now)
    return rule_broken("A13", "Nhiệm vụ này hiện không có ngày đến hạn nên không có gì để gia hạn.",
                       "This task has no due day now, so there is nothing to extend.");
  if (due > *now) return std::nullopt;
  return rule_broken("A13", "Hạn mới phải sau hạn đang áp dụng (" + to_string(*now) + ").",
                     "The new due day must come after the one in force (" + to_string(*now) + ").");
}

}  // namespace

Result<Outcome> outcome(const Work& work, const AskExtension& body) {
  if (work.state.status == Status::kCompleted) return already_completed("A12");
  if (work.state.extension_asked)
    return rule_broken("A12", "Đã có một đề nghị gia hạn đang chờ quyết định.",
                       "A request for extension is waiting already.");
  if (auto rejection = due_fault(work, body.due)) return *std::move(rejection);
  return one(AssignmentExtensionAsked{body.due, body.document, reason_words(body.reason)});
}

Result<Outcome> outcome(const Work& work, const DecideExtension& body) {
  if (!work.state.extension_asked || work.state.extension_asked->asked != body.asked)
    return rule_broken("A14", "Đề nghị gia hạn này không chờ quyết định.",
                       "This request for extension does not wait for a decision.");
  AssignmentExtensionDecided event{body.asked, body.decision, std::nullopt, body.document, reason_words(body.reason)};
  if (body.decision == ExtensionDecision::kGrant) {
    event.due = body.due ? *body.due : work.state.extension_asked->due;
    if (auto rejection = due_fault(work, *event.due)) return *std::move(rejection);
  }
  return one(std::move(event), body.asked);
}

namespace {

std::optional<Rejection> opening_fault(const Work& work) {
  if (work.state.opening && work.state.opening->confirmed)
    return rule_broken("A15", "Hiện trạng ban đầu đã được xác nhận; từ nay cập nhật bằng báo cáo tiến độ.",
                       "The opening state is confirmed; report progress from here on.");
  if (work.state.own_event)
    return rule_broken("A15", "Việc đã được cập nhật trong hệ thống; không nhập hiện trạng ban đầu nữa.",
                       "Work has been recorded here already; there is no opening state to enter any more.");
  return std::nullopt;
}

}  // namespace

Result<Outcome> outcome(const Work& work, const EnterOpeningState& body) {
  if (auto rejection = opening_fault(work)) return *std::move(rejection);
  AssignmentOpeningStateEntered event;
  event.status = body.status;
  event.percent = body.percent;
  event.completed_on = body.completed_on;
  event.document = body.document;
  event.open = note_words(body.note);
  return one(std::move(event));
}

Result<Outcome> outcome(const Work& work, const ConfirmOpeningState& body) {
  if (auto rejection = opening_fault(work)) return *std::move(rejection);
  if (!work.state.opening || work.state.opening->sequence != body.of)
    return rule_broken("A16", "Chỉ xác nhận được hiện trạng ban đầu nhập sau cùng.",
                       "Only the opening state entered last can be confirmed.");
  return one(AssignmentOpeningStateConfirmed{body.of}, body.of);
}

}  // namespace luuvet
