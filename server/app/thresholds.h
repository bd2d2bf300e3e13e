// The settings of views, from a file.
#pragma once

#include <filesystem>

#include "projections/thresholds.h"

namespace luuvet::server {

// Of a JSON file as `{"unit_plans": {"month": 1, "days_after_issue": 60}, "findings": {"behind_time": 20,
// "behind_progress": 30, "same_money": 45}, "indicators": {"coverage_percent": 100}}`; what is left out keeps its
// default. Throws std::runtime_error with what is wrong.
projections::Thresholds read_thresholds(const std::filesystem::path& file);

}  // namespace luuvet::server
