#include "projections/indicators/statistics_figure.h"

#include <algorithm>
#include <utility>

#include "domain/figures/figure.h"

namespace luuvet::projections {
namespace {

const OfficialFigure* standing_in(const World& world, const Indicator& bearer, const std::optional<AgencyId>& agency,
                                  const std::string& period) {
  const IndicatorBook* book = book_of(world, bearer.id);
  return book ? standing_official(*book, agency, period) : nullptr;
}

void compare_with_statistics(ComparedFigures& figures) {
  const bool official = figures.official && figures.official->value;
  const std::optional<Figure>& own = official ? figures.official : figures.actual;
  if (!figures.statistics || !own || !own->value) return;
  figures.against = official ? FigureKind::kOfficial : FigureKind::kActual;
  figures.difference = minus(*figures.statistics->figure.value, *own->value);
}

std::optional<Figure> of_whole(const World& world, const Indicator& bearer, const std::string& period,
                               FigureKind kind) {
  const auto found = figure_of_agencies(world, bearer, period, kind);
  return found ? std::optional(found->figure) : std::nullopt;
}

std::optional<Figure> of_agency(const World& world, const Indicator& bearer, const AgencyId& agency,
                                const std::string& period, FigureKind kind) {
  const SubmissionState* state = world.submissions.find(submission_id(bearer.id, agency, period).value);
  const SubmittedFigure* figure = state ? find_figure(*state, kind) : nullptr;
  return figure && counts(*figure) ? std::optional(figure->figure) : std::nullopt;
}

// f(kind): what the agencies say of the kind.
template <class F>
ComparedFigures compared(const World& world, const Indicator& bearer, std::string period,
                         std::optional<AgencyId> agency, const F& f) {
  const OfficialFigure* statistics = standing_in(world, bearer, agency, period);
  ComparedFigures figures{std::move(period),
                          std::move(agency),
                          f(FigureKind::kEstimate),
                          f(FigureKind::kActual),
                          f(FigureKind::kOfficial),
                          statistics ? std::optional(*statistics) : std::nullopt,
                          {},
                          {}};
  compare_with_statistics(figures);
  return figures;
}

ComparedFigures compared_whole(const World& world, const Indicator& bearer, const std::string& period) {
  return compared(world, bearer, period, std::nullopt,
                  [&](FigureKind kind) { return of_whole(world, bearer, period, kind); });
}

ComparedFigures compared_agency(const World& world, const Indicator& bearer, const std::string& period,
                                const AgencyId& agency) {
  return compared(world, bearer, period, agency,
                  [&](FigureKind kind) { return of_agency(world, bearer, agency, period, kind); });
}

// Of which statistics says something of the period, in the order in which it first did.
std::vector<AgencyId> agencies_said(const IndicatorBook& book, const std::string& period) {
  std::vector<AgencyId> said;
  for (const OfficialFigure& each : book.official_figures)
    if (each.agency && each.period == period && standing_official(book, each.agency, period) &&
        std::find(said.begin(), said.end(), *each.agency) == said.end())
      said.push_back(*each.agency);
  return said;
}

bool says_anything(const ComparedFigures& figures) {
  return figures.estimate || figures.actual || figures.official || figures.statistics;
}

}  // namespace

std::optional<CombinedFigure> figure_of_statistics(const World& world, const Indicator& bearer,
                                                   const std::string& period) {
  const OfficialFigure* said = standing_in(world, bearer, std::nullopt, period);
  if (!said) return std::nullopt;
  CombinedFigure whole;
  whole.period = period;
  whole.kind = FigureKind::kOfficial;
  whole.figure = said->figure;
  whole.stage = FigureStage::kVerified;
  whole.restated = replaces(*book_of(world, bearer.id), *said);
  whole.published_by = said->by;
  return whole;
}

std::vector<ComparedFigures> compared_figures(const World& world, const Indicator& bearer) {
  std::vector<ComparedFigures> all;
  const IndicatorBook* book = book_of(world, bearer.id);
  std::vector<std::string> periods = book ? book->periods : std::vector<std::string>{};
  std::sort(periods.begin(), periods.end(), [](const std::string& a, const std::string& b) {
    return std::pair(end_month(a), std::string_view(a)) < std::pair(end_month(b), std::string_view(b));
  });
  for (const std::string& period : periods) {
    ComparedFigures whole = compared_whole(world, bearer, period);
    if (says_anything(whole)) all.push_back(std::move(whole));
    for (const AgencyId& agency : agencies_said(*book, period))
      all.push_back(compared_agency(world, bearer, period, agency));
  }
  return all;
}

std::optional<ComparedFigures> newest_compared(const World& world, const Indicator& bearer) {
  const IndicatorBook* book = book_of(world, bearer.id);
  const OfficialFigure* newest = nullptr;
  for (const OfficialFigure& each : book ? book->official_figures : std::vector<OfficialFigure>{})
    if (!each.agency && standing_official(*book, std::nullopt, each.period) &&
        (!newest || end_month(each.period) >= end_month(newest->period)))
      newest = standing_official(*book, std::nullopt, each.period);
  return newest ? std::optional(compared_whole(world, bearer, newest->period)) : std::nullopt;
}

bool differs(const ComparedFigures& figures) {
  return figures.difference && figures.difference->mantissa != 0;
}

bool differs_from_statistics(const World& world, const Indicator& row, Date date) {
  if (row.heading) return false;
  const Indicator& bearer = bearer_of(world, row, date);
  const IndicatorBook* book = book_of(world, bearer.id);
  if (!book || book->official_figures.empty()) return false;
  const std::vector<ComparedFigures> all = compared_figures(world, bearer);
  return std::any_of(all.begin(), all.end(), [](const ComparedFigures& each) { return differs(each); });
}

}  // namespace luuvet::projections
