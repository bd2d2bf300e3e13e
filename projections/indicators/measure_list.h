// Tasks with numbers in their words: what is measured, what is still to be decided. What was carried over into another
// programme stands only in lists of its programme or task.
#pragma once

#include <memory>
#include <optional>

#include "domain/indicators/task_measures.h"
#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

struct MeasureFilter {
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;  // leads it, by group as well
  std::optional<TaskId> task;
  std::optional<bool> open;  // only with numbers to decide on, or only without
};

// A task with numbers in its words, or with measures.
struct MeasureRow {
  std::shared_ptr<const TaskState> task;
  std::vector<TaskNumber> open;
};

struct MeasureTotals {
  std::size_t open = 0;
  std::size_t measured = 0;
  std::size_t rejected = 0;
};
BOOST_DESCRIBE_STRUCT(MeasureTotals, (), (open, measured, rejected))

struct MeasureList {
  Page<MeasureRow> page;  // in printed order
  MeasureTotals totals;   // numbers and measures, whatever `open` says
};

// Reads the words of all tasks of the filter: some milliseconds for a thousand rows.
MeasureList list_measures(const Views& views, const MeasureFilter& filter, const PageRequest& page);

}  // namespace luuvet::projections
