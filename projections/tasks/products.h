// What the work on tasks has handed over, against what their products ask.
#pragma once

#include <vector>

#include "domain/world.h"

namespace luuvet::projections {

struct Products {
  std::int64_t asked = 0;      // of each unit in force every product of its task; one where the task names none
  std::int64_t delivered = 0;  // of them, in full
  std::int64_t begun = 0;      // of them, a quantity of which some is done
};

// Of all the tasks together. `year`: whose product is asked of standing work.
Products products_of(const World& world, const std::vector<TaskId>& tasks, std::int64_t year, Date status_date);

}  // namespace luuvet::projections
