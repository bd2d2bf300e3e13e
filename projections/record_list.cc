#include "projections/record_list.h"

#include <algorithm>
#include <map>

#include "domain/base/fold.h"
#include "domain/people/involvement.h"

namespace luuvet::projections {
namespace {

bool lists(const std::vector<TaskId>& tasks, const TaskId& task) {
  return std::find(tasks.begin(), tasks.end(), task) != tasks.end();
}
bool names_task(const Mission& row, const TaskId& task) {
  return lists(row.tasks, task);
}
bool names_task(const BigProblem& row, const TaskId& task) {
  return lists(row.tasks, task);
}
bool names_task(const RegisterEntry& row, const TaskId& task) {
  return row.task == task;
}

// What all records are filtered by.
class Common {
 public:
  Common(const Views& views, const RecordFilter& filter)
      : views_(views), filter_(filter), words_(filter.q ? query_words(*filter.q) : std::vector<std::string>{}) {}

  template <class Content>
  bool lets_through(const Content& row, Aggregate aggregate) const {
    if (filter_.programme && row.programme != filter_.programme) return false;
    if (filter_.task && !names_task(row, *filter_.task)) return false;
    const Subject subject{aggregate, row.id.value};
    return concerns(subject) && reads(subject);
  }
  bool concerns(const Subject& subject) const {
    return !filter_.agency || involves(views_.world, subject, *filter_.agency);
  }

 private:
  bool reads(const Subject& subject) const {
    if (words_.empty()) return true;
    const Card* card = views_.card(subject);
    return card && matches(*card->text, words_);
  }

  const Views& views_;
  const RecordFilter& filter_;
  const std::vector<std::string> words_;
};

template <class T>
bool is_one(const std::optional<T>& wanted, const T& value) {
  return !wanted || *wanted == value;
}

// Rows that `wanted` lets through; the one at the cursor marks its place in any case.
template <class State, class Wanted>
Page<std::shared_ptr<const State>> page_of_table(const Table<State>& table, const PageRequest& request,
                                                 const Wanted& wanted) {
  using Row = std::shared_ptr<const State>;
  std::vector<Row> rows;
  bool marked = false;
  table.for_each([&](const Row& row) {
    const bool fits = wanted(*row);
    const bool at_cursor = request.after == row->key();
    marked = marked || (at_cursor && !fits);
    if (fits || at_cursor) rows.push_back(row);
  });
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a->life.first < b->life.first; });
  return page_of(
      std::move(rows), request, [](const Row& row) { return row->key(); }, marked);
}

bool is_overdue(const MissionState& row, Date date) {
  const bool goes_on = !row.course.stop && !row.course.follow_up;
  return is_follow_up_overdue(row, date) || (goes_on && overdue_steps(row.course.milestones, date) > 0);
}
bool is_overdue(const BigProblemRow& row, Date date) {
  return !row.course.closed && overdue_steps(row.course.milestones, date) > 0;
}

// What missions are filtered by, but for their year.
class WantedMissions {
 public:
  WantedMissions(const Views& views, const MissionFilter& filter, Date status_date)
      : world_(views.world), filter_(filter), common_(views, filter), date_(status_date) {
    const auto parts = filter.counted_for ? split(*filter.counted_for) : std::nullopt;
    const auto* row = parts ? world_.indicators.find(parts->indicator.value) : nullptr;
    if (row) question_ = mission_question(world_, row->content, *parts);
  }

  bool lets_through(const MissionState& row) const {
    const auto& stages = filter_.stage;
    return is_one(filter_.kind, row.content.kind) &&
           (stages.empty() || std::find(stages.begin(), stages.end(), row.course.stage) != stages.end()) &&
           (!filter_.overdue || is_overdue(row, date_) == *filter_.overdue) && is_asked_for(row) &&
           common_.lets_through(row.content, Aggregate::kMission);
  }
  static std::int64_t year_of(const MissionState& row) { return civil_from_date(row.content.ordered_on).year; }

 private:
  // Of a figure that is not counted from missions there are none.
  bool is_asked_for(const MissionState& row) const {
    if (!filter_.counted_for) return true;
    return question_ && is_counted(world_, *question_, filter_.counted_as, row);
  }

  const World& world_;
  const MissionFilter& filter_;
  const Common common_;
  const Date date_;
  std::optional<MissionQuestion> question_;
};

}  // namespace

bool is_follow_up_overdue(const MissionState& mission, Date status_date) {
  const std::optional<Date> due = follow_up_due(mission.course);
  return due && *due < status_date;
}

Page<std::shared_ptr<const MissionState>> list_missions(const Views& views, const MissionFilter& filter,
                                                        const PageRequest& request, Date status_date) {
  const WantedMissions wanted(views, filter, status_date);
  return page_of_table(views.world.missions, request, [&](const MissionState& row) {
    return is_one(filter.year, wanted.year_of(row)) && wanted.lets_through(row);
  });
}

MissionCounts count_missions(const Views& views, const MissionFilter& filter, Date status_date) {
  const WantedMissions wanted(views, filter, status_date);
  MissionCounts counts;
  std::map<std::int64_t, std::size_t, std::greater<>> years;
  views.world.missions.for_each([&](const auto& row) {
    if (!wanted.lets_through(*row)) return;
    const std::int64_t year = wanted.year_of(*row);
    ++years[year];
    if (is_one(filter.year, year)) counts.tally.add(*row);
  });
  for (const auto& [year, total] : years)
    if (counts.years.size() < kMissionYearsMax) counts.years.push_back({year, total});
  return counts;
}

Page<std::shared_ptr<const BigProblemRow>> list_big_problems(const Views& views, const BigProblemFilter& filter,
                                                             const PageRequest& request, Date status_date) {
  const Common common(views, filter);
  return page_of_table(views.world.big_problems, request, [&](const BigProblemRow& row) {
    return is_one(filter.state, row.course.state()) &&
           (!filter.overdue || is_overdue(row, status_date) == *filter.overdue) &&
           common.lets_through(row.content, Aggregate::kBigProblem);
  });
}

Page<std::shared_ptr<const RegisterEntryState>> list_register_entries(const Views& views,
                                                                      const RegisterEntryFilter& filter,
                                                                      const LikelyDoubles& doubles,
                                                                      const PageRequest& request) {
  const Common common(views, filter);
  return page_of_table(views.world.register_entries, request, [&](const RegisterEntryState& row) {
    const RegisterEntry& entry = row.content;
    return is_one(filter.kind, entry.register_) && (!filter.budget_line || entry.budget_line == filter.budget_line) &&
           (!filter.ended || row.ended.has_value() == *filter.ended) &&
           (!filter.likely_double || doubles.contains(entry.id) == *filter.likely_double) &&
           common.lets_through(entry, Aggregate::kRegisterEntry);
  });
}

Page<std::shared_ptr<const ProposalRow>> list_proposals(const Views& views, const ProposalFilter& filter,
                                                        const PageRequest& request) {
  const Common common(views, filter);
  return page_of_table(views.world.proposals, request, [&](const ProposalRow& row) {
    const Subject subject{Aggregate::kProposal, row.id.value};
    const Programme* programme = filter.programme ? views.world.programme_of(subject) : nullptr;
    return is_one(filter.state, row.state) && is_one(filter.task, row.made.task) &&
           (!filter.system || row.made.system == filter.system) &&
           (!filter.programme || (programme && programme->id == *filter.programme)) && common.concerns(subject);
  });
}

}  // namespace luuvet::projections
