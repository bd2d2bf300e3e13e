#include "api/reads/read_unit_plans.h"

#include "api/reads/list_answer.h"

namespace luuvet::api {
namespace {

using projections::UnitPlanFilter;
using projections::UnitPlanStanding;

constexpr Sequence kYearFirst = 2000;
constexpr Sequence kYearLast = 2100;

void write_totals(std::string& out, const projections::UnitPlanTotals& totals) {
  JsonObject(out)
      .member("missing", totals.missing_plan)
      .member("draft", totals.draft)
      .member("submitted", totals.submitted)
      .member("approved", totals.approved)
      .member("noted", totals.noted)
      .member("late", totals.late)
      .member("total", totals.total);
}

}  // namespace

UnitPlanFilter unit_plan_filter(Query& query, Date status_date) {
  UnitPlanFilter filter;
  filter.year = civil_from_date(status_date).year;
  if (const auto year = query.position("year")) {
    if (*year < kYearFirst || *year > kYearLast)
      query.refuse("year", {"Năm không hợp lệ.", "This is no year that is known here."});
    filter.year = static_cast<std::int64_t>(std::min(*year, kYearLast));
  }
  filter.agency = query.agency("agency");
  filter.state = query.words<UnitPlanStanding>("state");
  filter.missing = query.boolean("missing");
  filter.q = query.text("q");
  return filter;
}

Asked<ListAnswer> read_unit_plans(const ViewContext& context, std::string_view log, Query& query) {
  const UnitPlanFilter filter = unit_plan_filter(query, context.status_date);
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list =
      projections::list_unit_plans(context.views, filter, request, context.status_date, context.thresholds.unit_plans);
  const auto write = [&](std::string& out, const auto& item) { write_unit_plan_summary(out, context, item); };
  return list_answer(context, log, list.page, write, [&](JsonObject& object) {
    object.with("counts", [&](std::string& out) { write_totals(out, list.totals); });
  });
}

std::optional<std::string> read_unit_plan(const ViewContext& context, const std::string& id) {
  const auto item = projections::unit_plan_item(context.views, id, context.status_date, context.thresholds.unit_plans);
  if (!item) return std::nullopt;
  std::string out;
  write_unit_plan(out, context, *item);
  return out;
}

}  // namespace luuvet::api
