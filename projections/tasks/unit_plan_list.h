// Yearly plans of agencies: of every agency that has something to plan for the year, also where nothing was begun.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "domain/plans/unit_planning.h"
#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

enum class UnitPlanStanding : std::uint8_t {
  kMissing,  // nothing begun
  kDraft,
  kSubmitted,
  kApproved,
  kNoted  // approved, and noted by all who confirm work of it
};
BOOST_DESCRIBE_ENUM(UnitPlanStanding, kMissing, kDraft, kSubmitted, kApproved, kNoted)

// Empty members do not filter; all others must hold.
struct UnitPlanFilter {
  std::int64_t year = 0;
  std::optional<AgencyId> agency;
  std::vector<UnitPlanStanding> state;
  std::optional<bool> missing;  // Chưa có kế hoạch năm: none in force after the set day
  std::optional<std::string> q;
};

// What is counted of a plan: of its edition in force, else of its draft.
struct UnitPlanCounts {
  std::int64_t lines = 0;
  std::int64_t left_out = 0;
  std::int64_t milestones = 0;
  std::int64_t met = 0;
  std::int64_t overdue = 0;       // milestones
  std::int64_t year_results = 0;  // accepted
};
BOOST_DESCRIBE_STRUCT(UnitPlanCounts, (), (lines, left_out, milestones, met, overdue, year_results))

struct UnitPlanItem {
  UnitPlanId id;
  AgencyId agency;
  std::int64_t year = 0;
  std::shared_ptr<const UnitPlanState> plan;  // null: nothing begun
  UnitPlanStanding state = UnitPlanStanding::kMissing;
  std::optional<Date> due_on;  // none: the agency has nothing to plan
  bool missing = false;
  UnitPlanCounts counts;
};

struct UnitPlanTotals {
  std::int64_t missing_plan = 0;
  std::int64_t draft = 0;
  std::int64_t submitted = 0;
  std::int64_t approved = 0;
  std::int64_t noted = 0;
  std::int64_t late = 0;  // none in force after the set day
  std::int64_t total = 0;
};

struct UnitPlanList {
  Page<UnitPlanItem> page;
  UnitPlanTotals totals;  // all that match but for the filters by state and by missing
};

UnitPlanList list_unit_plans(const Views& views, const UnitPlanFilter& filter, const PageRequest& page,
                             Date status_date, const PlanDeadline& deadline = {});

// None where nothing was begun.
std::optional<UnitPlanItem> unit_plan_item(const Views& views, const std::string& id, Date status_date,
                                           const PlanDeadline& deadline = {});

// The agencies that have no plan in force for the status date's year though the set day has passed.
std::vector<AgencyId> agencies_without_plan(const Views& views, Date status_date, const PlanDeadline& deadline = {});

}  // namespace luuvet::projections
