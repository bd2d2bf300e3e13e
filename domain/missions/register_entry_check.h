// Which members a row of each register has, and which of them it needs (Z20).
#pragma once

#include "domain/body_check.h"
#include "domain/missions/mission_commands.h"

namespace luuvet {

// Every row has register, name, agency, programme, budget_line and task; the others are told by this table.
struct RegisterShape {
  Register kind;
  std::string_view needs;  // names in words, one space apart
  std::string_view takes;  // beside those
};
const RegisterShape& shape_of(Register kind);

// Whether forms of tenders, or those of projects, fit the register.
bool takes_form(Register kind, RegisterForm form);

// The values that are set, each by itself. `prefix`: "", "/set".
void check_entry_values(BodyCheck& check, const std::string& prefix, const Partial<AddRegisterEntry>& set);
// The row as it would stand.
void check_entry_shape(BodyCheck& check, const std::string& prefix, const RegisterEntry& entry);

}  // namespace luuvet
