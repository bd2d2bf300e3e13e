// Missions, big problems, rows of registers and proposals by filter, the oldest first.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/figures/computed_figure.h"
#include "projections/likely_doubles.h"
#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

// Empty members do not filter; all others must hold.
struct RecordFilter {
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;  // concerned by it
  std::optional<TaskId> task;      // one of those that it names
  std::optional<std::string> q;
};

struct MissionFilter : RecordFilter {
  std::optional<MissionKind> kind;
  std::vector<MissionStage> stage;
  std::optional<bool> overdue;              // a milestone, or the look after a year
  std::optional<std::int64_t> year;         // in which it was ordered
  std::optional<SubmissionId> counted_for;  // the figure for which an indicator counts it
  CountedPart counted_as = CountedPart::kDenominator;
};

// Missions ordered in a year.
struct MissionYear {
  std::int64_t year = 0;
  std::size_t total = 0;
};
BOOST_DESCRIBE_STRUCT(MissionYear, (), (year, total))

inline constexpr std::size_t kMissionYearsMax = 50;

// Of all missions that the filter lets through. Years, the newest of them, do not follow the filter by year.
struct MissionCounts {
  MissionTally tally;
  std::vector<MissionYear> years;  // the newest first
};

struct BigProblemFilter : RecordFilter {
  std::optional<BigProblemState> state;
  std::optional<bool> overdue;  // a milestone
};
struct RegisterEntryFilter : RecordFilter {
  std::optional<Register> kind;
  std::optional<BudgetLineId> budget_line;
  std::optional<bool> ended;
  std::optional<bool> likely_double;
};
struct ProposalFilter : RecordFilter {
  std::optional<ProposalState> state;
  std::optional<std::string> system;
};

bool is_follow_up_overdue(const MissionState& mission, Date status_date);

Page<std::shared_ptr<const MissionState>> list_missions(const Views& views, const MissionFilter& filter,
                                                        const PageRequest& request, Date status_date);
MissionCounts count_missions(const Views& views, const MissionFilter& filter, Date status_date);
Page<std::shared_ptr<const BigProblemRow>> list_big_problems(const Views& views, const BigProblemFilter& filter,
                                                             const PageRequest& request, Date status_date);
// `doubles`: those of the same World.
Page<std::shared_ptr<const RegisterEntryState>> list_register_entries(const Views& views,
                                                                      const RegisterEntryFilter& filter,
                                                                      const LikelyDoubles& doubles,
                                                                      const PageRequest& request);
Page<std::shared_ptr<const ProposalRow>> list_proposals(const Views& views, const ProposalFilter& filter,
                                                        const PageRequest& request);

}  // namespace luuvet::projections
