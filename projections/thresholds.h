// What an office may set of views: from where on something is pointed out. What is decided or recorded asks none of it,
// so that a log says the same wherever it is replayed.
#pragma once

#include "domain/plans/unit_planning.h"
#include "projections/indicators/indicator_figures.h"
#include "projections/money/money_findings.h"

namespace luuvet::projections {

struct Thresholds {
  PlanDeadline unit_plans;
  FindingThresholds findings;
  FigureThresholds indicators;
};
BOOST_DESCRIBE_STRUCT(Thresholds, (), (unit_plans, findings, indicators))

}  // namespace luuvet::projections
