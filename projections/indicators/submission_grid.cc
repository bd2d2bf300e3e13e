#include "projections/indicators/submission_grid.h"

#include <algorithm>
#include <map>

#include "domain/figures/submitting.h"
#include "projections/indicators/indicator_figures.h"

namespace luuvet::projections {
namespace {

using RowPtr = std::shared_ptr<const RegisterState<Indicator>>;

// f(row, definition for the period) for each indicator whose figures come in such periods, in printed order.
template <class F>
void for_each_due(const World& world, std::string_view period, const std::optional<ProgrammeId>& programme,
                  const F& f) {
  const auto days = parse_period(period);
  if (!days) return;
  std::vector<RowPtr> rows;
  world.indicators.for_each([&](const RowPtr& row) {
    if (!row->content.heading && (!programme || row->content.programme == *programme)) rows.push_back(row);
  });
  std::sort(rows.begin(), rows.end(), [](const RowPtr& a, const RowPtr& b) { return a->life.first < b->life.first; });
  for (const RowPtr& row : rows) {
    const IndicatorDefinition definition = definition_on(world, row->content, days->last);
    if (fits(definition.terms.frequency, period)) f(row, definition, *days);
  }
}

bool has(const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::find(list.begin(), list.end(), agency) != list.end();
}

// The newest kind that says most: official, actual, estimate.
const SubmittedFigure* foremost(const SubmissionState& state) {
  for (const FigureKind kind : {FigureKind::kOfficial, FigureKind::kActual, FigureKind::kEstimate})
    if (const SubmittedFigure* figure = find_figure(state, kind)) return figure;
  return nullptr;
}

void count(AgencyCompleteness& counts, const World& world, const SubmissionState* state) {
  ++counts.due;
  const SubmittedFigure* figure = state ? foremost(*state) : nullptr;
  if (!figure) return;
  ++counts.entered;
  counts.returned += figure->returned && !is_approved(*figure);
  if (!is_approved(*figure)) return;
  ++counts.approved;
  counts.verified += figure->stage == FigureStage::kVerified;
  counts.missing += figure->missing;
  counts.round += is_round(figure->figure);
  counts.copied += is_copied(figure->figure, previous_figure(world, {state->indicator, state->agency, state->period}));
}

void add(AgencyCompleteness& sum, const AgencyCompleteness& part) {
  for_each_member<AgencyCompleteness>([&](std::size_t, auto member) { sum.*member.pointer += part.*member.pointer; });
}

}  // namespace

std::optional<Target> target_for(const World& world, const Indicator& row, const AgencyId& agency,
                                 std::string_view period, Date date) {
  std::vector<Target> targets = targets_on(world, row, agency, date);
  if (targets.empty()) targets = targets_on(world, row, std::nullopt, date);
  const Target* target = milestone_for(targets, year_of(period));
  return target ? std::optional(*target) : std::nullopt;
}

std::vector<GridRow> submission_grid(const Views& views, const AgencyId& agency, std::string_view period,
                                     const std::optional<ProgrammeId>& programme, Date status_date) {
  const World& world = views.world;
  std::vector<GridRow> rows;
  for_each_due(world, period, programme, [&](const RowPtr& row, const IndicatorDefinition& definition, DateRange days) {
    if (!has(submitters_of(world, definition.terms), agency)) return;
    const IndicatorId& id = row->content.id;
    GridRow each;
    each.indicator = row;
    each.submission = submission_id(id, agency, period);
    each.definition = definition;
    each.target = target_for(world, row->content, agency, period, status_date);
    each.previous = previous_figure(world, {id, agency, std::string(period)});
    each.state = world.submissions.get(each.submission.value);
    each.shared_from = figures_from(world, row->content, days.last);
    each.counted = counted_figure(world, row->content, {id, agency, std::string(period)});
    if (!each.shared_from) count(each.counts, world, each.state.get());
    rows.push_back(std::move(each));
  });
  return rows;
}

PeriodCompleteness period_completeness(const Views& views, std::string_view period,
                                       const std::optional<ProgrammeId>& programme) {
  const World& world = views.world;
  std::map<AgencyId, AgencyCompleteness> found;
  for_each_due(world, period, programme, [&](const RowPtr& row, const IndicatorDefinition& definition, DateRange days) {
    if (figures_from(world, row->content, days.last)) return;  // entered once, with its twin
    for (const AgencyId& agency : submitters_of(world, definition.terms))
      count(found[agency], world, world.submissions.find(submission_id(row->content.id, agency, period).value));
  });
  PeriodCompleteness result;
  std::vector<std::pair<Sequence, CompletenessRow>> sorted;
  for (const auto& [agency, counts] : found) {
    sorted.push_back({world.agencies.find(agency.value)->life.first, {agency, counts}});
    add(result.totals, counts);
  }
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [first, row] : sorted) result.rows.push_back(std::move(row));
  return result;
}

}  // namespace luuvet::projections
