// Windows on the calendar: points, ranges, lists, "trước", "đến", "từ ... trở đi".
#pragma once

#include <optional>

#include "domain/deadlines/deadline.h"
#include "domain/deadlines/deadline_points.h"

namespace luuvet::deadline_text {

// The year that a text without one means; none in a plan of several years.
std::optional<int> only_year(PlanYears plan);
// First and last day of the plan.
Period plan_span(PlanYears plan);

// All the words as one window, or none. The result has kind, start, due (and parts, for a list with gaps: "Quý II,
// IV/2026"); its text is left to the caller.
std::optional<Deadline> read_window(Words words, PlanYears plan);

}  // namespace luuvet::deadline_text
