#include "projections/tasks/coordination_list.h"

#include <algorithm>

namespace luuvet::projections {
namespace {

using Request = std::shared_ptr<const CoordinationState>;

template <class T>
bool any_of(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool matches_programme(const World& world, const CoordinationState& request, const CoordinationFilter& filter) {
  if (!filter.programme) return true;
  const TaskState* task = world.tasks.find(request.task.value);
  return task && task->content.programme == *filter.programme;
}

bool matches_asked(const World& world, const CoordinationState& request, const CoordinationFilter& filter) {
  if (!filter.to && filter.answer.empty()) return true;
  return std::any_of(request.asked.begin(), request.asked.end(), [&](const AskedAgency& each) {
    return (!filter.to || world.succeeds(*filter.to, each.agency)) && any_of(filter.answer, each.answer);
  });
}

bool matches(const World& world, const CoordinationState& request, const CoordinationFilter& filter, Date date) {
  return (!filter.task || request.task == *filter.task) && any_of(filter.state, status_of(request)) &&
         (!filter.from || has_asked(world, request, *filter.from)) &&
         (!filter.overdue || is_overdue(request, date) == *filter.overdue) && matches_asked(world, request, filter) &&
         matches_programme(world, request, filter);
}

// Those that can match: of one task they are indexed.
template <class F>
void for_each_candidate(const World& world, const std::optional<TaskId>& task, const F& f) {
  if (!task) return world.coordinations.for_each(f);
  const TaskCoordinations* of_task = world.task_coordinations.find(task->value);
  if (!of_task) return;
  for (const CoordinationId& id : of_task->ids)
    if (const Request request = world.coordinations.get(id.value)) f(request);
}

}  // namespace

Page<Request> list_coordinations(const Views& views, const CoordinationFilter& filter, const PageRequest& page,
                                 Date status_date) {
  std::vector<Request> requests;
  bool marked = false;
  for_each_candidate(views.world, filter.task, [&](const Request& request) {
    const bool wanted = matches(views.world, *request, filter, status_date);
    const bool at_cursor = page.after == request->id.value;
    marked = marked || (at_cursor && !wanted);
    if (wanted || at_cursor) requests.push_back(request);
  });
  std::sort(requests.begin(), requests.end(),
            [](const Request& a, const Request& b) { return a->life.first < b->life.first; });
  return page_of(
      std::move(requests), page, [](const Request& request) { return request->id.value; }, marked);
}

}  // namespace luuvet::projections
