#include "projections/indicators/measure_list.h"

#include <algorithm>

#include "domain/people/involvement.h"

namespace luuvet::projections {
namespace {

bool matches(const World& world, const MeasureFilter& filter, const TaskState& task) {
  const Task& row = task.content;
  if (task.carried_to && !filter.programme && !filter.task) return false;  // Y19: it goes on elsewhere
  return (!filter.programme || row.programme == *filter.programme) && (!filter.task || row.id == *filter.task) &&
         (!filter.agency || names_agency(world, row.lead_agencies, *filter.agency));
}

bool has_numbers(const MeasureRow& row) {
  return !row.open.empty() || !row.task->measures.empty() || !row.task->measures_rejected.empty();
}

void add(MeasureTotals& totals, const MeasureRow& row) {
  totals.open += row.open.size();
  totals.measured += row.task->measures.size();
  totals.rejected += row.task->measures_rejected.size();
}

}  // namespace

MeasureList list_measures(const Views& views, const MeasureFilter& filter, const PageRequest& page) {
  MeasureList list;
  std::vector<MeasureRow> rows;
  bool marked = false;
  views.world.tasks.for_each([&](const std::shared_ptr<const TaskState>& task) {
    MeasureRow row{task, {}};
    bool wanted = matches(views.world, filter, *task);
    if (wanted) {
      row.open = open_numbers(*task);
      wanted = has_numbers(row);
    }
    if (wanted) add(list.totals, row);
    if (wanted && filter.open) wanted = row.open.empty() != *filter.open;
    // What no longer belongs to the list still marks the cursor's place.
    const bool at_cursor = page.after == task->content.id.value;
    if (at_cursor && !wanted) marked = true;
    if (wanted || at_cursor) rows.push_back(std::move(row));
  });
  std::sort(rows.begin(), rows.end(),
            [](const MeasureRow& a, const MeasureRow& b) { return a.task->life.first < b.task->life.first; });
  list.page = page_of(
      std::move(rows), page, [](const MeasureRow& row) { return row.task->content.id.value; }, marked);
  return list;
}

}  // namespace luuvet::projections
