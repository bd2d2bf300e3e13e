#include "projections/tasks/task_list.h"

#include <algorithm>
#include <map>

#include "domain/base/fold.h"
#include "domain/links/link_rows.h"
#include "domain/people/involvement.h"
#include "domain/tasks/collective.h"

namespace luuvet::projections {
namespace {

template <class T>
bool holds(const std::optional<T>& wanted, const T& value) {
  return !wanted || *wanted == value;
}

template <class T>
bool any_of(const std::vector<T>& wanted, const T& value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

// Everything that does not depend on the status date.
class Matcher {
 public:
  Matcher(const Views& views, const TaskFilter& filter) : views_(views), world_(views.world), filter_(filter) {
    if (filter.q) words_ = query_words(*filter.q);
  }

  bool operator()(const TaskState& task) const {
    return matches_row(task.content) && matches_agencies(task) && matches_place(task.content) && matches_rest(task);
  }

 private:
  bool matches_row(const Task& row) const {
    return holds(filter_.programme, row.programme) && any_of(filter_.ids, row.id) &&
           (!filter_.parent || row.parent == filter_.parent) && holds(filter_.group, row.is_group) &&
           holds(filter_.area, row.area) && holds(filter_.kind, row.deadline.kind);
  }
  bool matches_agencies(const TaskState& task) const {
    const Task& row = task.content;
    return (!filter_.agency || involves(world_, {Aggregate::kTask, row.id.value}, *filter_.agency)) &&
           (!filter_.undecided_lead || lead_is_undecided(world_, task)) &&
           (!filter_.lead || names_agency(world_, row.lead_agencies, *filter_.lead)) &&
           (!filter_.coordinator || names_agency(world_, row.coordinating_agencies, *filter_.coordinator)) &&
           holds(filter_.confirming, row.confirming_agency);
  }
  bool matches_place(const Task& row) const {
    if (!filter_.annex && !filter_.section) return true;
    return row.source && holds(filter_.annex, row.source->annex) &&
           (!filter_.section || row.source->section == filter_.section);
  }
  bool matches_rest(const TaskState& task) const {
    if (filter_.document && task.content.mandate != filter_.document) return false;
    if (!matches_external(task)) return false;
    if (filter_.obstacle && !matches_obstacle(task)) return false;
    if (words_.empty()) return true;
    const Card* card = views_.card({Aggregate::kTask, task.content.id.value});
    return card && matches(*card->text, words_);
  }

  bool matches_external(const TaskState& task) const {
    if (!filter_.system && !filter_.external_id) return true;
    return std::any_of(task.external_ids.begin(), task.external_ids.end(), [&](const ExternalId& each) {
      return holds(filter_.system, each.system) && holds(filter_.external_id, each.id);
    });
  }

  // Whether work is held up stands in protected words: of what may not be read neither answer is given.
  bool matches_obstacle(const TaskState& task) const {
    return has_obstacle(world_, task) == *filter_.obstacle &&
           filter_.sight.may_read({Aggregate::kTask, task.content.id.value});
  }

  const Views& views_;
  const World& world_;
  const TaskFilter& filter_;
  std::vector<std::string> words_;
};

// Sort values that are dear to compute are taken once.
struct Sortable {
  TaskItem item;
  std::string text;
  std::int64_t number = 0;
};

std::int64_t number_of(const Views& views, const TaskItem& item, SortKey key) {
  const TaskState& task = *item.state;
  if (key == SortKey::kDue) return item.work.window.due ? item.work.window.due->days : INT32_MAX;
  if (key == SortKey::kUpdated) {
    const Card* card = views.card({Aggregate::kTask, task.content.id.value});
    return card ? card->updated_at.ms : 0;
  }
  return static_cast<std::int64_t>(task.life.first);
}

// Printed order is the order of registering; rows of one programme stay together since the import goes plan by plan.
std::vector<TaskItem> sorted(const Views& views, std::vector<TaskItem>&& items, Sort sort) {
  std::vector<Sortable> sortables;
  sortables.reserve(items.size());
  for (auto& item : items) {
    Sortable one{std::move(item), {}, 0};
    if (sort.key == SortKey::kTitle)
      one.text = fold(one.item.state->content.title);
    else
      one.number = number_of(views, one.item, sort.key);
    sortables.push_back(std::move(one));
  }
  const bool up = sort.order == SortOrder::kAscending;
  std::sort(sortables.begin(), sortables.end(), [up](const Sortable& a, const Sortable& b) {
    if (a.number != b.number) return (a.number < b.number) == up;
    if (const int order = a.text.compare(b.text)) return (order < 0) == up;
    return a.item.state->life.first < b.item.state->life.first;
  });
  items.clear();
  for (auto& one : sortables) items.push_back(std::move(one.item));
  return std::move(items);
}

// Counts each set of twins once.
class Distinct {
 public:
  explicit Distinct(const World& world) : world_(world) {}

  void take(const TaskState& task, const TaskStanding& standing) {
    const std::vector<TaskId> twins = twins_of(world_, task.content.id);
    if (twins.size() == 1) return counts_.add(standing.status, standing.timeliness);
    const TaskId binding = binding_twin(world_, twins);
    const Row row{task.content.id == binding, task.life.first, standing.status, standing.timeliness};
    const auto [place, is_new] = sets_.try_emplace(binding, row);
    if (!is_new && row.before(place->second)) place->second = row;
  }

  Counts counts() const {
    Counts all = counts_;
    for (const auto& [binding, row] : sets_) all.add(row.status, row.timeliness);
    return all;
  }

 private:
  struct Row {
    bool binds;
    Sequence first;
    Status status;
    Timeliness timeliness;
    bool before(const Row& other) const { return binds != other.binds ? binds : first < other.first; }
  };

  const World& world_;
  Counts counts_;
  std::map<TaskId, Row> sets_;  // by the binding row
};

}  // namespace

TaskItem task_item(const Views& views, std::shared_ptr<const TaskState> state, Date status_date) {
  const std::shared_ptr<const TaskWork> work = work_on(views, *state, status_date);
  return {std::move(state), work->standing, work->sum};
}

TaskList list_tasks(const Views& views, const TaskFilter& filter, Sort sort, const PageRequest& page,
                    Date status_date) {
  const Matcher matches_all(views, filter);
  TaskList list;
  std::vector<TaskItem> items;
  bool marked = false;
  Distinct distinct(views.world);
  const bool by_standing = !filter.status.empty() || !filter.timeliness.empty();
  views.world.tasks.for_each([&](const std::shared_ptr<const TaskState>& task) {
    const bool at_cursor = page.after == task->content.id.value;
    const bool matches = matches_all(*task);
    if (!matches && !at_cursor) return;
    TaskItem item = task_item(views, task, status_date);
    const auto& [status, timeliness, percent] = item.standing;
    if (matches && is_leaf(*task)) {
      list.counts.add(status, timeliness);
      // Carried over and listed with the row that goes on with it, it is the same work (Y19).
      if (!task->carried_to || filter.programme) distinct.take(*task, item.standing);
    }
    const bool wanted = matches && (!by_standing || is_leaf(*task)) && any_of(filter.status, status) &&
                        any_of(filter.timeliness, timeliness);
    marked = marked || (at_cursor && !wanted);
    if (wanted || at_cursor) items.push_back(std::move(item));
  });
  list.distinct = distinct.counts();
  const auto id_of = [](const TaskItem& item) { return item.state->content.id.value; };
  list.page = page_of(sorted(views, std::move(items), sort), page, id_of, marked);
  return list;
}

ProgrammeProgress progress_of(const Views& views, const Programme& programme, Date status_date) {
  ProgrammeProgress progress;
  progress.sections.resize(programme.sections.size());
  views.world.tasks.for_each([&](const std::shared_ptr<const TaskState>& task) {
    if (task->content.programme != programme.id) return;
    progress.groups += task->content.is_group ? 1 : 0;
    if (!is_leaf(*task)) return;
    const TaskStanding standing = work_on(views, *task, status_date)->standing;
    progress.whole.add(standing.status, standing.timeliness);
    for (std::size_t at = 0; at < programme.sections.size(); ++at) {
      const Section& section = programme.sections[at];
      const auto& source = task->content.source;
      if (source && source->annex == section.annex && source->section == section.section)
        progress.sections[at].add(standing.status, standing.timeliness);
    }
  });
  return progress;
}

}  // namespace luuvet::projections
