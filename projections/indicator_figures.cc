#include "projections/indicator_figures.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "domain/figure.h"
#include "projections/statistics_figure.h"

namespace luuvet::projections {
namespace {

constexpr std::int64_t kMonths = 12;

std::vector<std::string> periods_of(const World& world, const IndicatorId& id) {
  const IndicatorBook* book = book_of(world, id);
  std::vector<std::string> periods = book ? book->periods : std::vector<std::string>{};
  std::sort(periods.begin(), periods.end(), [](const std::string& a, const std::string& b) {
    return std::pair(end_month(a), std::string_view(a)) < std::pair(end_month(b), std::string_view(b));
  });
  return periods;
}

AgencyFigure figure_of(const SubmissionState& state, const SubmittedFigure& figure) {
  return {state.period, figure.kind, state.agency, figure.figure, figure.stage, is_restated(figure), state.id};
}

using States = std::vector<const SubmissionState*>;

// In the order of entering.
States states_of(const World& world, const IndicatorId& id, const std::string& period) {
  States states;
  const PeriodSubmissions* row = world.period_submissions.find(id.value + "." + period);
  if (!row) return states;
  for (const AgencyId& agency : row->agencies)
    if (const auto* state = world.submissions.find(submission_id(id, agency, period).value)) states.push_back(state);
  return states;
}

std::vector<AgencyFigure> of_kind(const States& states, FigureKind kind) {
  std::vector<AgencyFigure> found;
  for (const SubmissionState* state : states) {
    const SubmittedFigure* figure = find_figure(*state, kind);
    if (figure && counts(*figure)) found.push_back(figure_of(*state, *figure));
  }
  return found;
}

// Of those who submit; in their order. What an agency left to its successor counts as well. There may be hundreds: the
// place of each is looked for once.
void keep_submitters(const World& world, const std::vector<AgencyId>& submitters, std::vector<AgencyFigure>& figures) {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < submitters.size(); ++i) places.emplace(submitters[i].value, i);
  std::vector<std::pair<std::size_t, AgencyFigure>> placed;
  for (AgencyFigure& each : figures) {
    const auto place = places.find(world.successor(each.agency).value);
    if (place != places.end()) placed.emplace_back(place->second, std::move(each));
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  figures.clear();
  for (auto& [place, each] : placed) figures.push_back(std::move(each));
}

std::optional<Figure> figure_of_whole(const IndicatorTerms& terms, const std::vector<AgencyFigure>& parts) {
  std::vector<Figure> figures;
  for (const AgencyFigure& each : parts) figures.push_back(each.figure);
  switch (terms.combine) {
    case Combining::kSingle:
      return figures.empty() ? std::nullopt : std::optional(figures.front());
    case Combining::kSum:
      return sum_of(figures);
    case Combining::kRate:
      return rate_of(figures, terms.unit);
    case Combining::kNone:
      return std::nullopt;
  }
  return std::nullopt;
}

// Of one agency that speaks for the whole, the first that was verified.
void keep_speaker(std::vector<AgencyFigure>& parts) {
  if (parts.empty()) return;
  const auto verified = std::find_if(parts.begin(), parts.end(),
                                     [](const AgencyFigure& each) { return each.stage == FigureStage::kVerified; });
  const AgencyFigure speaker = verified == parts.end() ? parts.front() : *verified;
  parts.assign(1, speaker);
}

std::optional<CombinedFigure> combined(const World& world, const Indicator& bearer, const std::string& period,
                                       const States& states, FigureKind kind) {
  std::vector<AgencyFigure> parts = of_kind(states, kind);
  const auto days = parse_period(period);
  if (parts.empty() || !days) return std::nullopt;
  const IndicatorTerms terms = definition_on(world, bearer, days->last).terms;
  const std::vector<AgencyId> submitters = submitters_of(world, terms);
  keep_submitters(world, submitters, parts);
  CombinedFigure result{period, kind, {}, FigureStage::kVerified, 0, 0, false, {}};
  result.due = static_cast<std::int64_t>(submitters.size());
  result.reported = static_cast<std::int64_t>(parts.size());
  if (terms.combine == Combining::kSingle) keep_speaker(parts);
  const auto figure = figure_of_whole(terms, parts);
  if (!figure) return std::nullopt;
  result.figure = *figure;
  for (const AgencyFigure& each : parts) {
    result.stage = std::min(result.stage, each.stage);
    result.restated |= each.restated;
  }
  return result;
}

// X83: where statistics says what the whole is, the agencies are not asked.
std::optional<CombinedFigure> whole(const World& world, const Indicator& bearer, const std::string& period,
                                    const States& states, FigureKind kind) {
  auto said =
      kind == FigureKind::kOfficial ? figure_of_statistics(world, bearer, period) : std::optional<CombinedFigure>{};
  return said ? said : combined(world, bearer, period, states, kind);
}

std::optional<CombinedFigure> newest_of(const World& world, const Indicator& bearer, const std::string& period,
                                        const States& states) {
  auto figure = whole(world, bearer, period, states, FigureKind::kOfficial);
  return figure ? figure : whole(world, bearer, period, states, FigureKind::kActual);
}

// f(figure) of each period that has begun, official before actual, as long as it says true.
template <class F>
void for_each_newest_first(const World& world, const Indicator& bearer, Date date, const F& f) {
  const std::vector<std::string> periods = periods_of(world, bearer.id);
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const auto days = parse_period(*period);
    if (!days || days->first > date) continue;
    auto figure = newest_of(world, bearer, *period, states_of(world, bearer.id, *period));
    if (figure && !f(std::move(*figure))) return;
  }
}

constexpr FigureKind kKinds[] = {FigureKind::kActual, FigureKind::kEstimate, FigureKind::kOfficial};

}  // namespace

std::int64_t end_month(std::string_view period) {
  const auto days = parse_period(period);
  if (!days) return 0;
  const CivilDate last = civil_from_date(days->last);
  return last.year * kMonths + last.month;
}

std::int64_t end_month(std::int64_t year) {
  return (year + 1) * kMonths;
}

std::int64_t year_of(std::string_view period) {
  const auto days = parse_period(period);
  return days ? civil_from_date(days->last).year : 0;
}

const Indicator& bearer_of(const World& world, const Indicator& row, Date date) {
  const auto twin = figures_from(world, row, date);
  const auto* state = twin ? world.indicators.find(twin->value) : nullptr;
  return state ? state->content : row;
}

std::vector<AgencyFigure> agency_figures(const World& world, const Indicator& bearer) {
  std::vector<AgencyFigure> all;
  for (const std::string& period : periods_of(world, bearer.id)) {
    const States states = states_of(world, bearer.id, period);
    for (const FigureKind kind : kKinds)
      for (AgencyFigure& each : of_kind(states, kind)) all.push_back(std::move(each));
  }
  return all;
}

std::vector<CombinedFigure> combined_figures(const World& world, const Indicator& bearer) {
  std::vector<CombinedFigure> all;
  for (const std::string& period : periods_of(world, bearer.id)) {
    const States states = states_of(world, bearer.id, period);
    for (const FigureKind kind : kKinds)
      if (auto figure = whole(world, bearer, period, states, kind)) all.push_back(std::move(*figure));
  }
  return all;
}

std::optional<CombinedFigure> figure_of_agencies(const World& world, const Indicator& bearer, const std::string& period,
                                                 FigureKind kind) {
  return combined(world, bearer, period, states_of(world, bearer.id, period), kind);
}

NewestFigures newest_figures(const World& world, const Indicator& bearer, Date date, std::size_t most) {
  NewestFigures newest;
  for_each_newest_first(world, bearer, date, [&](CombinedFigure&& figure) {
    if (!newest.latest) newest.latest = figure;
    if (figure.figure.value && newest.trend.size() < most) newest.trend.push_back(std::move(figure));
    return newest.trend.size() < most;
  });
  std::reverse(newest.trend.begin(), newest.trend.end());
  return newest;
}

std::optional<CombinedFigure> latest_figure(const World& world, const Indicator& bearer, Date date) {
  return newest_figures(world, bearer, date, 0).latest;
}

PeriodFigure figure_of_period(const World& world, const Indicator& bearer, const std::string& period) {
  const States states = states_of(world, bearer.id, period);
  const bool any = !of_kind(states, FigureKind::kOfficial).empty() || !of_kind(states, FigureKind::kActual).empty();
  auto figure = newest_of(world, bearer, period, states);
  return {any || figure, std::move(figure)};
}

Completeness completeness_on(const World& world, const Indicator& row, Date date) {
  const Indicator& bearer = bearer_of(world, row, date);
  const IndicatorTerms terms = definition_on(world, bearer, date).terms;
  Completeness result{period_of(terms.frequency, date), 0, 0, 0, 0};
  for (const AgencyId& agency : submitters_of(world, terms)) {
    ++result.due;
    const SubmissionState* state = world.submissions.find(submission_id(bearer.id, agency, result.period).value);
    if (!state) continue;
    ++result.entered;
    const auto any = [&](auto holds) { return std::any_of(state->figures.begin(), state->figures.end(), holds); };
    result.approved += any([](const SubmittedFigure& each) { return is_approved(each); });
    result.verified += any([](const SubmittedFigure& each) { return each.stage == FigureStage::kVerified; });
  }
  return result;
}

}  // namespace luuvet::projections
