// What a row of the import must be before it is taken: its id, and that what it names is there.
#pragma once

#include "domain/body_check.h"
#include "domain/registers.h"

namespace luuvet {

void check_row(BodyCheck& check, const Programme& row);
void check_row(BodyCheck& check, const Agency& row);
void check_row(BodyCheck& check, const AgencyGroup& row);
void check_row(BodyCheck& check, const Committee& row);
void check_row(BodyCheck& check, const Member& row);
void check_row(BodyCheck& check, const Indicator& row);
void check_row(BodyCheck& check, const BudgetLine& row);
void check_row(BodyCheck& check, const ReportingDuty& row);
void check_row(BodyCheck& check, const Doubt& row);
void check_row(BodyCheck& check, const Document& row);
void check_row(BodyCheck& check, const Task& row);
void check_row(BodyCheck& check, const Post& row);

}  // namespace luuvet
