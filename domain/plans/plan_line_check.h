// One line of a yearly plan: whether its body is fit, what becomes of it, and whether somebody was there before.
#pragma once

#include "domain/body_check.h"
#include "domain/plans/unit_plan_commands.h"

namespace luuvet {

// `pointer`: of the item, "/lines/3".
void check_line(BodyCheck& check, const std::string& pointer, const UnitPlan& plan, const PlanLineItem& item);

// Y04: the fields of the item that were set after `base`.
std::vector<std::string> moved_fields(const UnitPlan& plan, const PlanLineItem& item, Sequence base);

// What the item changes; `set` is empty where that is nothing.
UnitPlanLineSet line_set(const UnitPlan& plan, const PlanLineItem& item);

}  // namespace luuvet
