// What an agency has to enter for a period, and how complete a period is.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/figures/computed_figure.h"
#include "projections/views.h"

namespace luuvet::projections {

// Counted indicators; `copied` and `round` are figures as the last one, and whole multiples of ten.
struct AgencyCompleteness {
  std::int64_t due = 0;
  std::int64_t entered = 0;
  std::int64_t approved = 0;  // or verified
  std::int64_t verified = 0;
  std::int64_t returned = 0;
  std::int64_t missing = 0;
  std::int64_t copied = 0;
  std::int64_t round = 0;
};
BOOST_DESCRIBE_STRUCT(AgencyCompleteness, (), (due, entered, approved, verified, returned, missing, copied, round))

struct GridRow {
  std::shared_ptr<const RegisterState<Indicator>> indicator;
  SubmissionId submission;
  IndicatorDefinition definition;  // for the period
  std::optional<Target> target;    // its own, else of the whole; in force on the status date
  std::optional<PreviousFigure> previous;
  std::shared_ptr<const SubmissionState> state;  // null: nothing was entered
  std::optional<IndicatorId> shared_from;
  std::optional<MissionsCounted> counted;  // what would be the figure; it is offered, never entered (X62)
  AgencyCompleteness counts;  // what it adds to those of its agency: 1 or 0 each, nothing where it is shared
};

// The indicators for which the agency submits in such periods, in printed order. `period` is one.
std::vector<GridRow> submission_grid(const Views& views, const AgencyId& agency, std::string_view period,
                                     const std::optional<ProgrammeId>& programme, Date status_date);

struct CompletenessRow {
  AgencyId agency;
  AgencyCompleteness counts;
};

struct PeriodCompleteness {
  std::vector<CompletenessRow> rows;  // agencies in the order of registering
  AgencyCompleteness totals;
};

PeriodCompleteness period_completeness(const Views& views, std::string_view period,
                                       const std::optional<ProgrammeId>& programme);

// Of the milestone that the agency's figure for the period is held against: its own targets, else those of the whole.
std::optional<Target> target_for(const World& world, const Indicator& row, const AgencyId& agency,
                                 std::string_view period, Date date);

}  // namespace luuvet::projections
