// Submissions by filter, and those that wait for being verified.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

enum class SubmissionStanding : std::uint8_t { kDraft, kSubmitted, kApproved, kVerified, kReturned };
BOOST_DESCRIBE_ENUM(SubmissionStanding, kDraft, kSubmitted, kApproved, kVerified, kReturned)

SubmissionStanding standing_of(const SubmittedFigure& figure);

// Empty members do not filter; all others must hold, state and kind of the same figure.
struct SubmissionFilter {
  std::optional<IndicatorId> indicator;
  std::optional<AgencyId> agency;
  std::optional<ProgrammeId> programme;
  std::optional<std::string> period;
  std::vector<SubmissionStanding> state;
  std::optional<FigureKind> kind;
  std::optional<bool> warned;  // of the queue: whether a check says something of a figure that waits
};

// Figures.
struct SubmissionTotals {
  std::int64_t draft = 0;
  std::int64_t submitted = 0;
  std::int64_t approved = 0;
  std::int64_t verified = 0;
  std::int64_t returned = 0;
};
BOOST_DESCRIBE_STRUCT(SubmissionTotals, (), (draft, submitted, approved, verified, returned))

struct SubmissionList {
  Page<std::shared_ptr<const SubmissionState>> page;
  SubmissionTotals totals;  // all that match but for the filter by state
};

// Whether the reader may know of what is not approved.
using MayRead = std::function<bool(const Subject&)>;

// In the order of the first entering. Who may not read a draft does not find it by its state.
SubmissionList list_submissions(const Views& views, const SubmissionFilter& filter, const PageRequest& page,
                                const MayRead& may_read);

// Those with a figure that the agency may verify: by the definition, or as a statistical agency; never its own.
// `filter.agency` is whose figures they are.
SubmissionList list_queue(const Views& views, const AgencyId& agency, const SubmissionFilter& filter,
                          const PageRequest& page);

}  // namespace luuvet::projections
