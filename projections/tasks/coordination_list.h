// Requests for coordination by filter, the oldest first.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "domain/tasks/coordinating.h"
#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

// Empty members do not filter; all others must hold.
struct CoordinationFilter {
  std::optional<ProgrammeId> programme;
  std::optional<TaskId> task;
  std::optional<AgencyId> to;    // speaks for one that is asked
  std::optional<AgencyId> from;  // speaks for whoever asked
  std::vector<CoordinationStatus> state;
  std::vector<CoordinationAnswer> answer;  // of `to`, else of any that is asked
  std::optional<bool> overdue;
};

Page<std::shared_ptr<const CoordinationState>> list_coordinations(const Views& views, const CoordinationFilter& filter,
                                                                  const PageRequest& request, Date status_date);

}  // namespace luuvet::projections
