#include "projections/tasks/assignment_list.h"

#include <algorithm>

#include "domain/base/fold.h"
#include "domain/people/involvement.h"
#include "domain/tasks/handling.h"
#include "projections/tasks/by_agency.h"

namespace luuvet::projections {
namespace {

AssignmentItem item_of(std::shared_ptr<const TaskState> task, AssignmentState&& state, Date status_date) {
  AssignmentItem item;
  item.status = shown_status(*task, state);
  item.timeliness = timeliness_on(*task, state, status_date);
  item.window = window_on(*task, state, status_date);
  item.task = std::move(task);
  item.state = std::move(state);
  return item;
}

bool is_joint(const AgencyId& unit) {
  return unit.value == kJointUnit;
}

bool charged(const World& world, const TaskState& task, const AgencyId& unit, const AgencyId& agency) {
  return is_joint(unit) ? names_agency(world, task.content.lead_agencies, agency) : unit == agency;
}

OpeningFilter opening_of(const AssignmentState& state) {
  if (!state.opening) return OpeningFilter::kMissing;
  return state.opening->confirmed ? OpeningFilter::kConfirmed : OpeningFilter::kEntered;
}

bool handles(const World& world, const TaskState& task, const AssignmentState& state, const AccountId& account) {
  const auto people = people_in_charge(world, task, state);
  return std::any_of(people.begin(), people.end(),
                     [&](const AgencyPeople* each) { return names_account(*each, account); });
}

// Sort values that are dear to compute are taken once.
struct Sortable {
  AssignmentItem item;
  std::string text;
  std::int64_t number = 0;
};

std::int64_t number_of(const Views& views, const AssignmentItem& item, SortKey key) {
  if (key == SortKey::kDue) return item.window.due ? item.window.due->days : INT32_MAX;
  if (key != SortKey::kUpdated) return 0;
  const Card* card = views.card({Aggregate::kAssignment, item.state.id.value});
  return card ? card->updated_at.ms : 0;
}

// Equal ones stand in printed order, whichever way the sort goes.
std::vector<AssignmentItem> sorted(const Views& views, std::vector<AssignmentItem>&& items, Sort sort) {
  std::vector<Sortable> sortables;
  sortables.reserve(items.size());
  for (AssignmentItem& item : items) {
    std::string text = sort.key == SortKey::kTitle ? fold(item.task->content.title) : std::string();
    const std::int64_t number = number_of(views, item, sort.key);
    sortables.push_back({std::move(item), std::move(text), number});
  }
  const bool up = sort.order == SortOrder::kAscending;
  std::sort(sortables.begin(), sortables.end(),
            [up, by_source = sort.key == SortKey::kSource](const Sortable& a, const Sortable& b) {
              if (a.number != b.number) return (a.number < b.number) == up;
              if (const int order = a.text.compare(b.text)) return (order < 0) == up;
              const Sequence x = a.item.task->life.first, y = b.item.task->life.first;
              if (x != y) return (x < y) == (up || !by_source);
              return a.item.state.id < b.item.state.id;
            });
  items.clear();
  for (Sortable& one : sortables) items.push_back(std::move(one.item));
  return std::move(items);
}

}  // namespace

std::optional<AssignmentItem> assignment_item(const Views& views, const AssignmentId& id, Date status_date) {
  const auto parts = split(id);
  if (!parts) return std::nullopt;
  auto task = views.world.tasks.get(parts->task.value);
  auto state = views.world.assignment(id);
  if (!task || !state) return std::nullopt;
  return item_of(std::move(task), std::move(*state), status_date);
}

AssignmentList list_assignments(const Views& views, const AssignmentFilter& filter, Sort sort, const PageRequest& page,
                                Date status_date) {
  const auto words = filter.q ? query_words(*filter.q) : std::vector<std::string>{};
  AssignmentList list;
  std::vector<AssignmentItem> items;
  bool marked = false;
  const auto take = [&](const std::shared_ptr<const TaskState>& task, const AssignmentState& state) {
    if (filter.agency && !charged(views.world, *task, state.unit, *filter.agency)) return;
    const bool at_cursor = page.after == state.id.value;
    const bool matches = (!filter.opening || opening_of(state) == *filter.opening) &&
                         (!filter.handled_by || handles(views.world, *task, state, *filter.handled_by));
    if (!matches && !at_cursor) return;
    AssignmentItem item = item_of(task, AssignmentState(state), status_date);
    if (matches) list.counts.add(item.status, item.timeliness);
    const auto any_of = [](const auto& set, auto value) {
      return set.empty() || std::find(set.begin(), set.end(), value) != set.end();
    };
    const bool wanted = matches && any_of(filter.status, item.status) && any_of(filter.timeliness, item.timeliness);
    marked = marked || (at_cursor && !wanted);
    if (wanted || at_cursor) items.push_back(std::move(item));
  };
  views.world.tasks.for_each([&](const std::shared_ptr<const TaskState>& task) {
    if (filter.programme && task->content.programme != *filter.programme) return;
    if (filter.task && task->content.id != *filter.task) return;
    if (task->carried_to && !filter.programme && !filter.task) return;  // Y19: it goes on elsewhere
    if (!words.empty()) {
      const Card* card = views.card({Aggregate::kTask, task->content.id.value});
      if (!card || !matches(*card->text, words)) return;
    }
    for_each_assignment(views.world, *task, [&](const AssignmentState& state) { take(task, state); });
  });
  list.page = page_of(
      sorted(views, std::move(items), sort), page, [](const AssignmentItem& item) { return item.state.id.value; },
      marked);
  return list;
}

std::map<AgencyId, Counts> counts_by_agency(const Views& views, Date status_date) {
  ByAgency<Counts> counts;
  views.world.tasks.for_each([&](const std::shared_ptr<const TaskState>& task) {
    if (task->carried_to) return;
    const std::shared_ptr<const TaskWork> work = work_on(views, *task, status_date);
    for_each_working_agency(views.world, *task, *work, [&](const AgencyId& agency, const UnitWork& unit) {
      counts[agency].add(unit.status, unit.timeliness);
    });
  });
  return counts.take();
}

}  // namespace luuvet::projections
