// Requests for coordination (đề nghị phối hợp) as the rules and the lists see them.
#pragma once

#include "domain/world.h"

namespace luuvet {

CoordinationStatus status_of(const CoordinationState& request);

// Neither closed nor confirmed by all after its day.
bool is_overdue(const CoordinationState& request, Date status_date);

// Whether the agency speaks for one that was asked, or for whoever asked: itself, or as its successor (B10).
bool is_asked(const World& world, const CoordinationState& request, const AgencyId& agency);
bool has_asked(const World& world, const CoordinationState& request, const AgencyId& agency);

// An objection without an answer to what an agency that works on the assignment asks for (O06). Null: none.
const CoordinationState* unanswered_objection(const World& world, const TaskState& task,
                                              const AssignmentState& assignment);

inline constexpr std::size_t kCoordinationsPerTaskMax = 500;

}  // namespace luuvet
