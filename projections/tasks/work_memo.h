// What was gathered of each task's work, kept so that a list of tasks with hundreds of units need not walk them all for
// every reader.
#pragma once

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <utility>

#include "domain/base/table.h"
#include "projections/tasks/roll_up.h"

namespace luuvet::projections {

struct Views;

// Of one task, for as long as neither it nor one of its assignments changes: then Views put an empty memo in its place,
// so what is found here was gathered from just these rows. States such as overdue also change at midnight: kept by day.
// Any thread, without locks: what was once kept stays until the memo goes.
class WorkMemo {
 public:
  // The day that is open, and what else readers ask for: the next one until it is opened, past ones.
  static constexpr std::size_t kDaysMax = 4;

  explicit WorkMemo(std::string task) : task_(std::move(task)) {}
  ~WorkMemo();
  WorkMemo(const WorkMemo&) = delete;
  WorkMemo& operator=(const WorkMemo&) = delete;

  const std::string& key() const { return task_; }

  // Null: not kept.
  std::shared_ptr<const TaskWork> find(Date day) const;
  // Unless all places are taken. The first is for the day that is open, whatever others ask for.
  void keep(Date day, bool is_open, std::shared_ptr<const TaskWork> work) const;
  bool empty() const;

 private:
  struct Kept {
    const Date day;
    const std::shared_ptr<const TaskWork> work;
  };

  const std::string task_;
  mutable std::array<std::atomic<const Kept*>, kDaysMax> places_{};  // owned; each is filled once
};

// The work of a task of these views, as gather_work finds it.
std::shared_ptr<const TaskWork> work_on(const Views& views, const TaskState& task, Date status_date);

// Once the record is applied to the world: empties the memo of every task whose row or assignments it may have changed,
// and with a new day those that have something.
void forget_work(Views& views, const Recorded& recorded, Epoch epoch);

}  // namespace luuvet::projections
