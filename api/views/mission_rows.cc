#include "api/views/mission_rows.h"

namespace luuvet::api {
namespace {

std::optional<std::string> reason_in(const std::optional<ReasonText>& text, bool readable) {
  return readable && text ? text->reason : std::nullopt;
}
std::optional<std::string> note_in(const std::optional<ReasonText>& text, bool readable) {
  return readable && text ? text->note : std::nullopt;
}

}  // namespace

std::vector<DisbursementRow> disbursement_rows(const MissionCourse& course, bool readable) {
  std::vector<DisbursementRow> rows;
  for (const auto& [fact, sequence] : course.disbursements)
    rows.push_back({sequence, fact.amount, fact.paid_on, fact.document, note_in(fact.open, readable)});
  return rows;
}

std::vector<CouncilRow> council_rows(const MissionCourse& course, bool readable) {
  std::vector<CouncilRow> rows;
  for (const auto& [fact, sequence] : course.councils)
    rows.push_back({sequence, fact.kind, fact.held_on, fact.result, fact.document, note_in(fact.open, readable)});
  return rows;
}

std::optional<FollowUpRow> follow_up_row(const MissionCourse& course, bool readable) {
  if (!course.follow_up) return std::nullopt;
  const auto& [fact, sequence] = *course.follow_up;
  return FollowUpRow{sequence, fact.applied, fact.on, note_in(fact.open, readable), fact.document};
}

std::optional<StopRow> stop_row(const MissionCourse& course, bool readable) {
  if (!course.stop) return std::nullopt;
  const auto& [fact, sequence] = *course.stop;
  return StopRow{sequence, fact.on, reason_in(fact.open, readable), fact.document};
}

std::vector<CorrectionRow> correction_rows(const MissionCourse& course, bool readable) {
  std::vector<CorrectionRow> rows;
  for (const MissionCorrection& each : course.corrections)
    rows.push_back({each.meta.sequence, each.meta.time, each.meta.actor, each.meta.agency, each.step, each.of,
                    each.withdrawn, each.was, each.set, reason_in(each.text, readable)});
  return rows;
}

std::optional<ClosingRow> closing_row(const BigProblemCourse& course, bool readable) {
  if (!course.closed) return std::nullopt;
  const auto& [fact, sequence] = *course.closed;
  return ClosingRow{fact.outcome, fact.on, fact.document, reason_in(fact.open, readable), sequence};
}

std::optional<EndRow> end_row(const RegisterEntryState& entry, bool readable) {
  if (!entry.ended) return std::nullopt;
  const auto& [fact, sequence] = *entry.ended;
  return EndRow{fact.on, reason_in(fact.open, readable), fact.document, sequence};
}

}  // namespace luuvet::api
