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
std::vector<RightCase> right_cases_of_plans();    // those of yearly plans, which are among them
std::vector<RightCase> right_cases_of_figures();  // those of indicators, which are among them
std::vector<RightCase> right_cases_of_links();    // those of links and doubts, which are among them
std::vector<RightCase> right_cases_of_coordination();
std::vector<RightCase> right_cases_of_money();  // those of money, which are among them
// Those of missions, big problems, registers and proposals, and their rows of the table.
std::vector<RightCase> cases_of_records();
extern const std::string_view kRecordCells;
// What the agency that keeps the record does, and the standing agency as well.
bool is_of_a_record(std::string_view command);

// The tasks that most cases are about.
Given right_case_tasks();

std::vector<Role> all_roles();

// Where the relation of the command holds for a post of that role in these cases.
Held related(std::string_view command, Role role);
// And where it does not.
Held unrelated(std::string_view command, Role role);

// Whether the relation holds, said anew. `first`: of the same account's posts the one that the cases of filling and
// vacating are about.
bool is_related(std::string_view command, const Held& held, const Held& first);

}  // namespace luuvet::test
