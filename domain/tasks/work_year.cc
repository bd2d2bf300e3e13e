// Milestones of yearly plans that are met, and the result of standing work year by year (Y10 to Y12, Y22, Y23).
#include <algorithm>
#include <utility>

#include "domain/deadlines/year_standing.h"
#include "domain/plans/unit_planning.h"
#include "domain/reason_words.h"
#include "domain/tasks/work.h"

namespace luuvet {
namespace {

constexpr std::int64_t kYearFirst = 2000;

Outcome one(Event event, Sequence causation = 0) {
  Outcome outcome;
  outcome.events.push_back(std::move(event));
  if (causation != 0) outcome.causation = causation;
  return outcome;
}

void check_year(BodyCheck& check, std::int64_t year) {
  if (year < kYearFirst || year > civil_from_date(check.today()).year)
    check.fault("/year", "Năm này chưa bắt đầu hoặc không hợp lệ.", "This year has not begun, or is none.");
}

// The milestone of the plan in force of the agency acted for, or of one that was merged into it.
const PlannedYear* plan_with(const Work& work, std::int64_t year, const std::string& milestone) {
  for (const PlannedYear& plan : work.state.year_work.planned)
    if (plan.year == year && work.world.succeeds(work.agency, plan.agency) &&
        find_milestone(plan.milestones, milestone))
      return &plan;
  return nullptr;
}

// Also of an earlier edition.
const MetMilestone* met_of(const Work& work, std::int64_t year, const std::string& milestone) {
  for (const MetMilestone& met : work.state.year_work.met)
    if (met.year == year && met.milestone == milestone && work.world.succeeds(work.agency, met.agency)) return &met;
  return nullptr;
}

Rejection no_result_waits() {
  return rule_broken("Y12", "Không có kết quả của năm này đang chờ xác nhận.", "No result of this year waits.");
}

const YearResult* waiting_result(const Work& work, std::int64_t year) {
  const YearResult* result = find_result(work.state.year_work, year);
  return result && result->state == YearResultState::kSubmitted ? result : nullptr;
}

bool is_closed(const Work& work, std::int64_t year) {
  const ClosedYears* closed = work.world.closed_years.find(work.task.content.programme.value);
  return closed && std::any_of(closed->years.begin(), closed->years.end(),
                               [&](const ClosedYear& each) { return each.year == year; });
}

}  // namespace

void check_body(BodyCheck& check, const Work&, const MeetMilestone& body) {
  check.text("/milestone", body.milestone);
  check.not_future("/on", body.on);
  check.not_negative("/quantity", body.quantity);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const Work&, const UnmeetMilestone& body) {
  check.text("/milestone", body.milestone);
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const Work&, const SubmitYear& body) {
  check_year(check, body.year);
  check.text("/result", body.result);
  check.not_negative("/quantity", body.quantity);
  check.document("/document", body.document);
  check.not_future("/completed_on", body.completed_on);
  if (civil_from_date(body.completed_on).year < body.year)
    check.fault("/completed_on", "Ngày này trước năm báo cáo.", "This day comes before the year.");
}
void check_body(BodyCheck& check, const Work&, const AcceptYear& body) {
  check.text("/note", body.note);
  check.document("/document", body.document);
}
void check_body(BodyCheck& check, const Work&, const ReturnYear& body) {
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const Work&, const ReopenYear& body) {
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}

Result<Outcome> outcome(const Work& work, const MeetMilestone& body) {
  const PlannedYear* plan = plan_with(work, body.year, body.milestone);
  if (!plan)
    return rule_broken("Y10", "Kế hoạch năm đang áp dụng của cơ quan không có mốc này.",
                       "The agency's plan in force for that year has no such milestone.");
  if (find_met(work.state.year_work, plan->agency, body.year, body.milestone))
    return rule_broken("Y10", "Mốc này đã được ghi nhận là đạt.", "This milestone is met already.");
  return one(AssignmentMilestoneMet{plan->agency, body.year, body.milestone, body.on, body.quantity, body.document});
}

Result<Outcome> outcome(const Work& work, const UnmeetMilestone& body) {
  const MetMilestone* met = met_of(work, body.year, body.milestone);
  if (!met) return rule_broken("Y10", "Mốc này chưa được ghi nhận là đạt.", "This milestone is not met.");
  return one(AssignmentMilestoneUnmet{met->agency, body.year, body.milestone, reason_words(body.reason)},
             met->sequence);
}

Result<Outcome> outcome(const Work& work, const SubmitYear& body) {
  if (work.state.status == Status::kCompleted || work.state.status == Status::kAwaitingAcceptance)
    return rule_broken("Y11", "Việc đã hoàn thành hoặc đang chờ xác nhận hoàn thành.",
                       "The work is completed, or waits for acceptance.");
  const Date day = std::min(work.context.today, last_of_year(body.year));
  if (!is_standing_work(window_on(work.task, work.state, day)) ||
      !is_of_year(work.world, work.task, work.state, body.year))
    return rule_broken("Y11", "Kết quả năm chỉ dùng cho việc thường xuyên, định kỳ trong năm đó.",
                       "A result of the year goes with standing work of that year.");
  const YearResult* before = find_result(work.state.year_work, body.year);
  if (before && before->state != YearResultState::kReturned)
    return rule_broken("Y11", "Kết quả của năm này đã trình hoặc đã được xác nhận.",
                       "The result of this year has been submitted or accepted.");
  return one(
      AssignmentYearSubmitted{body.year, body.completed_on, body.quantity, body.document, YearText{body.result}});
}

Result<Outcome> outcome(const Work& work, const AcceptYear& body) {
  const YearResult* result = waiting_result(work, body.year);
  if (!result) return no_result_waits();
  return one(AssignmentYearAccepted{body.year, body.document, note_words(body.note)}, result->submitted_at);
}

Result<Outcome> outcome(const Work& work, const ReturnYear& body) {
  const YearResult* result = waiting_result(work, body.year);
  if (!result) return no_result_waits();
  return one(AssignmentYearReturned{body.year, reason_words(body.reason)}, result->submitted_at);
}

Result<Outcome> outcome(const Work& work, const ReopenYear& body) {
  const YearResult* result = find_result(work.state.year_work, body.year);
  if (!result || result->state != YearResultState::kAccepted)
    return rule_broken("Y22", "Kết quả của năm này chưa được xác nhận nên không có gì để mở lại.",
                       "The result of this year was not accepted: there is nothing to reopen.");
  if (!body.document && is_closed(work, body.year))
    return rule_broken("Y23", "Năm này của kế hoạch đã được khép: mở lại kết quả cần nêu văn bản.",
                       "The programme has closed this year: reopening its result names a document.");
  return one(AssignmentYearReopened{body.year, body.document, reason_words(body.reason)}, result->judged_at);
}

}  // namespace luuvet
