// The rights, written out by hand a second time, and for each command a case in which nothing but rights can say no.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/given.h"

namespace luuvet::test {

// '.' never; 'x' anywhere; 'r' where the relation holds.
char cell_of(std::string_view command, Role role);

struct RightCase {
  std::string command;  // its row in the table
  std::string target;
  CommandBody body;
  Given given;
};
std::vector<RightCase> right_cases();

std::vector<Role> all_roles();

// Where the relation of the command holds for a post of that role in these cases.
Held related(std::string_view command, Role role);
// And where it does not.
Held unrelated(std::string_view command, Role role);

// Whether the relation holds, said anew. `first`: of the same account's posts the one that the cases of filling and
// vacating are about.
bool is_related(std::string_view command, const Held& held, const Held& first);

}  // namespace luuvet::test
