#include "api/reads/read_measures.h"

#include "api/reads/list_answer.h"
#include "api/views/view_measure.h"

namespace luuvet::api {

Asked<ListAnswer> read_measure_suggestions(const ViewContext& context, std::string_view log, Query& query) {
  projections::MeasureFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.agency = query.agency("agency");
  filter.task = query.id<TaskTag>("task");
  filter.open = query.boolean("open");
  const auto request = query.page();
  if (auto problem = query.problem()) return std::move(*problem);
  const auto list = projections::list_measures(context.views, filter, request);
  return list_answer(
      context, log, list.page, [&](std::string& out, const auto& row) { write_measure_row(out, context, row); },
      [&](JsonObject& object) { object.member("counts", list.totals); });
}

}  // namespace luuvet::api
