#include "projections/indicators/indicator_publication.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/figures/figure.h"

namespace luuvet::projections {
namespace {

struct EndedPeriod {
  std::string id;
  DateRange days;
};
using EndedPeriods = std::vector<EndedPeriod>;

// From which day on some version asks for publication.
std::optional<Date> duty_begins(const IndicatorBook& book) {
  std::optional<Date> begins;
  for (const IndicatorDefinition& each : book.definitions)
    if (each.terms.publication && each.terms.valid_from && (!begins || *each.terms.valid_from < *begins))
      begins = each.terms.valid_from;
  return begins;
}

// Periods of that length, the newest first, on whose last day a version with a duty was in force.
void add_owed(const World& world, const Indicator& bearer, Frequency frequency, Date begins, Date date,
              EndedPeriods& found) {
  Date at = date;
  for (std::size_t steps = 0; steps <= kPublicationPeriodsMax; ++steps) {
    std::string id = period_of(frequency, at);
    const auto days = parse_period(id);
    if (!days || days->last < begins) return;
    if (days->last < date) {
      const IndicatorTerms terms = definition_on(world, bearer, days->last).terms;
      if (terms.frequency == frequency && terms.publication) found.push_back({std::move(id), *days});
    }
    at = Date{days->first.days - 1};
  }
}

const PublicationRecord* published_by(const IndicatorBook& book, const std::string& period, Date date) {
  const PublicationRecord* record = standing_publication(book, period);
  return record && record->published_on <= date ? record : nullptr;
}

// What was published without a duty.
void add_published(const IndicatorBook& book, Date date, EndedPeriods& found) {
  for (const PublicationRecord& each : book.publications) {
    const auto days = parse_period(each.period);
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const EndedPeriod& one) { return one.id == each.period; });
    if (!known && days && days->last < date && published_by(book, each.period, date))
      found.push_back({each.period, *days});
  }
}

EndedPeriods periods_of(const World& world, const Indicator& bearer, const IndicatorBook& book, Date date) {
  EndedPeriods found;
  if (const auto begins = duty_begins(book))
    for (const Frequency each : {Frequency::kMonth, Frequency::kQuarter, Frequency::kHalfYear, Frequency::kYear})
      add_owed(world, bearer, each, *begins, date, found);
  add_published(book, date, found);
  std::sort(found.begin(), found.end(), [](const EndedPeriod& a, const EndedPeriod& b) {
    return std::tuple(b.days.last.days, b.days.first.days) < std::tuple(a.days.last.days, a.days.first.days);
  });
  if (found.size() > kPublicationPeriodsMax) found.resize(kPublicationPeriodsMax);
  return found;
}

PublicationState state_of(const PeriodPublication& period, Date date) {
  if (!period.record) return period.due && date > *period.due ? PublicationState::kOverdue : PublicationState::kWaiting;
  const bool late = period.due && period.record->published_on > *period.due;
  return late ? PublicationState::kPublishedLate : PublicationState::kPublished;
}

PeriodPublication publication_of(const World& world, const Indicator& bearer, const IndicatorBook& book,
                                 const EndedPeriod& period, Date date) {
  const IndicatorTerms terms = definition_on(world, bearer, period.days.last).terms;
  PeriodPublication result;
  result.period = period.id;
  if (fits(terms.frequency, period.id)) result.due = publication_due(terms, period.days);
  result.publishers = publishers_of(world, terms);
  if (const PublicationRecord* record = published_by(book, period.id, date)) result.record = *record;
  result.state = state_of(result, date);
  const PeriodFigure counts = figure_of_period(world, bearer, period.id);
  result.without_figure = !counts.any;
  if (counts.whole) result.figure = counts.whole->figure.value;
  const bool both = result.figure && result.record && result.record->value;
  result.differs = both && compare(*result.figure, *result.record->value) != 0;
  return result;
}

bool has_state(const std::vector<PublicationState>& states, PublicationState state) {
  return states.empty() || std::find(states.begin(), states.end(), state) != states.end();
}

bool has_publisher(const std::optional<AgencyId>& publisher, const PeriodPublication& period) {
  return !publisher ||
         std::find(period.publishers.begin(), period.publishers.end(), *publisher) != period.publishers.end();
}

}  // namespace

std::vector<PeriodPublication> publications_on(const World& world, const Indicator& bearer, Date date) {
  std::vector<PeriodPublication> result;
  const IndicatorBook* book = book_of(world, bearer.id);
  if (!book || bearer.heading) return result;
  for (const EndedPeriod& each : periods_of(world, bearer, *book, date))
    result.push_back(publication_of(world, bearer, *book, each, date));
  return result;
}

std::optional<PublicationStanding> standing_of(const std::vector<PeriodPublication>& periods) {
  if (periods.empty()) return std::nullopt;
  const PeriodPublication& newest = periods.front();
  PublicationStanding standing{newest.period, newest.state, newest.due, 0, 0};
  for (const PeriodPublication& each : periods) {
    standing.overdue += each.state == PublicationState::kOverdue;
    standing.waiting += each.state == PublicationState::kWaiting;
  }
  return standing;
}

bool matches_publication(const World& world, const Indicator& row, const PublicationFilter& filter, Date date) {
  if (filter.empty()) return true;
  const Indicator& bearer = bearer_of(world, row, date);
  if (filter.publisher && !(bearer.id == row.id)) return false;
  const std::vector<PeriodPublication> periods = publications_on(world, bearer, date);
  return std::any_of(periods.begin(), periods.end(), [&](const PeriodPublication& each) {
    return has_state(filter.states, each.state) && has_publisher(filter.publisher, each);
  });
}

}  // namespace luuvet::projections
