// The numbers in a task's own words, and which of them somebody has decided on.
#pragma once

#include <vector>

#include "domain/figures/figure_checks.h"
#include "domain/indicators/measure.h"
#include "domain/world.h"

namespace luuvet {

// A number as a measure that is proposed: with its place, and its product where it stands in one.
struct TaskNumber {
  TaskMeasure measure;
  std::size_t begin = 0;  // bytes, in the text of the field
  std::size_t end = 0;
  bool doubtful = false;  // how the number is written has to be asked about
};

// Of the title, the content and each product, in this order. A row that points to another plan has none.
std::vector<TaskNumber> numbers_of(const Task& task);

// Those that are neither measures nor rejected.
std::vector<TaskNumber> open_numbers(const TaskState& task);

// The text of a field of a place; empty where there is none.
std::string_view text_of(const Task& task, std::string_view field);

// What the approved statements say of the measure's product: the sum over the units that have said it, shares only of
// a single unit. None: no product, or nothing said.
std::optional<std::int64_t> measured(const World& world, const TaskState& task, const TaskMeasure& measure);

// Of a share: its ends that lie outside 0 to 100 (X44). It may be one of growth.
std::vector<Finding> findings_on(const TaskMeasure& measure);

// Whether that is what the measure asks for; "=" is reached by more.
bool is_reached(const TaskMeasure& measure, std::int64_t done);

}  // namespace luuvet
