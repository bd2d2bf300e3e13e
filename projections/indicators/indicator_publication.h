// What of an indicator's results is to be published and was, on a day: pure (X33, X38). Twins share it as they share
// their figures: it is that of the row on which these stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/indicators/publishing.h"
#include "projections/indicators/indicator_figures.h"

namespace luuvet::projections {

enum class PublicationState : std::uint8_t { kOverdue, kWaiting, kPublished, kPublishedLate };
BOOST_DESCRIBE_ENUM(PublicationState, kOverdue, kWaiting, kPublished, kPublishedLate)

struct PeriodPublication {
  std::string period;
  std::optional<Date> due;  // none: nobody had to
  PublicationState state = PublicationState::kWaiting;
  std::vector<AgencyId> publishers;
  std::optional<PublicationRecord> record;
  std::optional<Decimal> figure;  // of the whole, as it counts now
  bool differs = false;           // what was published says something else
  bool without_figure = false;    // no figure of the period counts
};

inline constexpr std::size_t kPublicationPeriodsMax = 60;  // five years of months

// Of periods that are over: those with a duty, and those that were published without one. That which ended last comes
// first; at most kPublicationPeriodsMax.
std::vector<PeriodPublication> publications_on(const World& world, const Indicator& bearer, Date date);

// In short. None: there is nothing to publish, and nothing was.
struct PublicationStanding {
  std::string period;  // the newest, and how it stands
  PublicationState state = PublicationState::kWaiting;
  std::optional<Date> due;
  std::int64_t overdue = 0;  // periods
  std::int64_t waiting = 0;
};
std::optional<PublicationStanding> standing_of(const std::vector<PeriodPublication>& periods);

// Which indicators are looked for: those with a period in one of the states, to be published by the agency.
struct PublicationFilter {
  std::vector<PublicationState> states;  // none: any
  std::optional<AgencyId> publisher;     // then of twins only the row on which the figures stand
  bool empty() const { return states.empty() && !publisher; }
};
bool matches_publication(const World& world, const Indicator& row, const PublicationFilter& filter, Date date);

}  // namespace luuvet::projections
