#include "domain/figures/submission.h"

#include <algorithm>

#include "domain/deadlines/reporting_period.h"

namespace luuvet {

SubmissionId submission_id(const IndicatorId& indicator, const AgencyId& agency, std::string_view period) {
  std::string id = indicator.value + '.' + agency.value + '.';
  id += period;
  return {std::move(id)};
}

std::optional<SubmissionParts> split(const SubmissionId& id) {
  const std::size_t second = id.value.rfind('.');
  if (second == std::string::npos || second == 0) return std::nullopt;
  const std::size_t first = id.value.rfind('.', second - 1);
  if (first == std::string::npos || first == 0 || first + 1 == second) return std::nullopt;
  SubmissionParts parts{
      {id.value.substr(0, first)}, {id.value.substr(first + 1, second - first - 1)}, id.value.substr(second + 1)};
  if (!parse_period(parts.period)) return std::nullopt;
  return parts;
}

const SubmittedFigure* find_figure(const Submission& submission, FigureKind kind) {
  const auto found = std::find_if(submission.figures.begin(), submission.figures.end(),
                                  [&](const SubmittedFigure& each) { return each.kind == kind; });
  return found == submission.figures.end() ? nullptr : &*found;
}

std::string_view field_of(FigureKind kind) {
  switch (kind) {
    case FigureKind::kActual:
      return "actual";
    case FigureKind::kEstimate:
      return "estimate";
    case FigureKind::kOfficial:
      return "official";
  }
  return {};
}

bool is_approved(const SubmittedFigure& figure) {
  return figure.stage == FigureStage::kApproved || figure.stage == FigureStage::kVerified;
}

bool counts(const SubmittedFigure& figure) {
  return is_approved(figure) && !figure.missing && figure.figure.value;
}

bool is_restated(const SubmittedFigure& figure) {
  return std::any_of(figure.restatements.begin(), figure.restatements.end(),
                     [](const FigureRestatement& each) { return each.state != RestatementState::kRefused; });
}

bool waits_restated(const SubmittedFigure& figure) {
  return !figure.restatements.empty() && figure.restatements.back().state == RestatementState::kWaiting;
}

}  // namespace luuvet
