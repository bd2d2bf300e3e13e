#include "projections/indicators/indicator_figures.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "domain/figures/figure.h"
#include "projections/indicators/statistics_figure.h"

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
  return {state.period, figure.kind,         state.agency,           figure.figure,
          figure.stage, is_restated(figure), waits_restated(figure), state.id};
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

// Who submits for a period, and what they say of it. There may be hundreds: the place of each is looked for once.
class PeriodFigures {
 public:
  PeriodFigures(const World& world, const Indicator& bearer, std::string period, Date last)
      : world_(world),
        bearer_(bearer),
        period_(std::move(period)),
        terms_(definition_on(world, bearer, last).terms),
        submitters_(submitters_of(world, terms_)),
        states_(states_of(world, bearer.id, period_)) {
    for (std::size_t i = 0; i < submitters_.size(); ++i) places_.emplace(submitters_[i].value, i);
  }
  PeriodFigures(const PeriodFigures&) = delete;
  PeriodFigures& operator=(const PeriodFigures&) = delete;

  std::optional<CombinedFigure> of_kind(FigureKind kind) const;
  std::optional<CombinedFigure> of_agencies(FigureKind kind) const;  // whatever statistics says
  std::optional<CombinedFigure> newest() const;
  std::optional<StatedMissing> missing() const;
  bool any() const;  // official or actual
  std::int64_t year() const { return year_of(period_); }

 private:
  struct Parts {
    std::vector<AgencyFigure> figures;  // in the order of those who submit
    std::int64_t reported = 0;          // of them; an agency may have left its own to another
    std::int64_t missing = 0;
  };
  // What an agency left to its successor is the successor's too.
  std::optional<std::size_t> place_of(const AgencyId& agency) const;
  Parts parts_of(FigureKind kind) const;
  std::optional<Figure> combined(const std::vector<AgencyFigure>& parts) const;

  const World& world_;
  const Indicator& bearer_;
  const std::string period_;
  const IndicatorTerms terms_;
  const std::vector<AgencyId> submitters_;
  const States states_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

std::optional<std::size_t> PeriodFigures::place_of(const AgencyId& agency) const {
  const auto place = places_.find(world_.successor(agency).value);
  return place == places_.end() ? std::nullopt : std::optional(place->second);
}

PeriodFigures::Parts PeriodFigures::parts_of(FigureKind kind) const {
  enum class Said : std::uint8_t { kNothing, kMissing, kFigure };
  std::vector<Said> said(submitters_.size(), Said::kNothing);
  std::vector<std::pair<std::size_t, AgencyFigure>> placed;
  for (const SubmissionState* state : states_) {
    const SubmittedFigure* figure = find_figure(*state, kind);
    if (!figure || !is_approved(*figure)) continue;
    const auto place = place_of(state->agency);
    if (!place) continue;
    said[*place] = std::max(said[*place], counts(*figure) ? Said::kFigure : Said::kMissing);
    if (counts(*figure)) placed.emplace_back(*place, figure_of(*state, *figure));
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Parts parts{
      {}, std::count(said.begin(), said.end(), Said::kFigure), std::count(said.begin(), said.end(), Said::kMissing)};
  for (auto& [place, each] : placed) parts.figures.push_back(std::move(each));
  return parts;
}

std::optional<Figure> PeriodFigures::combined(const std::vector<AgencyFigure>& parts) const {
  std::vector<Figure> figures;
  for (const AgencyFigure& each : parts) figures.push_back(each.figure);
  switch (terms_.combine) {
    case Combining::kSingle:
      return figures.empty() ? std::nullopt : std::optional(figures.front());
    case Combining::kSum:
      return sum_of(figures);
    case Combining::kRate:
      return rate_of(figures, terms_.unit);
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

std::optional<CombinedFigure> PeriodFigures::of_agencies(FigureKind kind) const {
  if (states_.empty() || terms_.combine == Combining::kNone) return std::nullopt;
  Parts parts = parts_of(kind);
  if (terms_.combine == Combining::kSingle) keep_speaker(parts.figures);
  const auto figure = combined(parts.figures);
  if (!figure) return std::nullopt;
  CombinedFigure whole;
  whole.period = period_;
  whole.kind = kind;
  whole.figure = *figure;
  whole.stage = FigureStage::kVerified;
  whole.combine = terms_.combine;
  whole.counting = terms_.counting;
  whole.unit = terms_.unit;
  if (whole.combine == Combining::kSingle) whole.speaker = parts.figures.front().agency;
  whole.due = static_cast<std::int64_t>(submitters_.size());
  whole.reported = parts.reported;
  whole.missing = parts.missing;
  for (const AgencyFigure& each : parts.figures) {
    whole.stage = std::min(whole.stage, each.stage);
    whole.restated |= each.restated;
    whole.waiting |= each.waiting;
  }
  return whole;
}

// X83: where statistics says what the whole is, the agencies are not asked.
std::optional<CombinedFigure> PeriodFigures::of_kind(FigureKind kind) const {
  auto said = kind == FigureKind::kOfficial ? figure_of_statistics(world_, bearer_, period_) : std::nullopt;
  if (!said) return of_agencies(kind);
  said->counting = terms_.counting;
  said->unit = terms_.unit;
  return said;
}

// The first official figure of many agencies does not hide the actual ones of the others.
std::optional<CombinedFigure> PeriodFigures::newest() const {
  auto official = of_kind(FigureKind::kOfficial);
  if (official && (!is_added(*official) || official->reported == official->due)) return official;
  auto actual = of_kind(FigureKind::kActual);
  if (!official || (actual && actual->reported > official->reported)) return actual;
  return official;
}

bool PeriodFigures::any() const {
  return newest() || !parts_of(FigureKind::kOfficial).figures.empty() || !parts_of(FigureKind::kActual).figures.empty();
}

std::optional<StatedMissing> PeriodFigures::missing() const {
  std::optional<std::pair<std::size_t, StatedMissing>> first;
  for (const SubmissionState* state : states_)
    for (const FigureKind kind : {FigureKind::kOfficial, FigureKind::kActual}) {
      const SubmittedFigure* figure = find_figure(*state, kind);
      const auto place = figure && figure->missing && is_approved(*figure) ? place_of(state->agency) : std::nullopt;
      if (place && (!first || *place < first->first)) first = {*place, {period_, kind, state->agency, state->id}};
    }
  return first ? std::optional(std::move(first->second)) : std::nullopt;
}

// f(figures) of each period that has begun, the newest first, as long as it says true.
template <class F>
void for_each_newest_first(const World& world, const Indicator& bearer, Date date, const F& f) {
  const std::vector<std::string> periods = periods_of(world, bearer.id);
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    const auto days = parse_period(*period);
    if (!days || days->first > date || !is_due_period(world, bearer, *period)) continue;
    if (!f(PeriodFigures(world, bearer, *period, days->last))) return;
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

bool is_added(const CombinedFigure& figure) {
  return figure.combine == Combining::kSum || figure.combine == Combining::kRate;
}

bool covers(const CombinedFigure& figure, const FigureThresholds& thresholds) {
  constexpr std::int64_t kPercent = 100;
  return !is_added(figure) || figure.reported * kPercent >= figure.due * thresholds.coverage_percent;
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
    const auto days = parse_period(period);
    if (!days || !is_due_period(world, bearer, period)) continue;
    const PeriodFigures figures(world, bearer, period, days->last);
    for (const FigureKind kind : kKinds)
      if (auto figure = figures.of_kind(kind)) all.push_back(std::move(*figure));
  }
  return all;
}

std::optional<CombinedFigure> figure_of_agencies(const World& world, const Indicator& bearer, const std::string& period,
                                                 FigureKind kind) {
  const auto days = parse_period(period);
  return days ? PeriodFigures(world, bearer, period, days->last).of_agencies(kind) : std::nullopt;
}

NewestFigures newest_figures(const World& world, const Indicator& bearer, Date date, std::size_t most) {
  NewestFigures newest;
  for_each_newest_first(world, bearer, date, [&](const PeriodFigures& figures) {
    auto figure = figures.newest();
    if (!newest.latest) newest.latest = figure;
    if (!newest.latest && !newest.missing) newest.missing = figures.missing();
    if (!figure || newest.trend.size() >= most) return !newest.latest || newest.trend.size() < most;
    if (!same_meaning(world, bearer, figure->period, newest.latest->period)) return false;
    newest.trend.push_back(std::move(*figure));
    return newest.trend.size() < most;
  });
  std::reverse(newest.trend.begin(), newest.trend.end());
  return newest;
}

std::optional<CombinedFigure> latest_figure(const World& world, const Indicator& bearer, Date date) {
  return newest_figures(world, bearer, date, 0).latest;
}

PeriodFigure figure_of_period(const World& world, const Indicator& bearer, const std::string& period) {
  const auto days = parse_period(period);
  if (!days) return {};
  const PeriodFigures figures(world, bearer, period, days->last);
  return {figures.any(), figures.newest()};
}

std::optional<CombinedFigure> figure_of_year(const World& world, const Indicator& bearer, Date date,
                                             std::int64_t year) {
  std::optional<CombinedFigure> found;
  for_each_newest_first(world, bearer, date, [&](const PeriodFigures& figures) {
    if (figures.year() == year) found = figures.newest();
    return !found && figures.year() >= year;
  });
  return found;
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
