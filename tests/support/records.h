// A mission m1, a big problem b1 and a row e1 of the register of models, all of so-tai-chinh and naming t1, which it
// leads; a proposal p1 for t1.
#pragma once

#include "domain/missions/mission_commands.h"
#include "tests/support/province.h"

namespace luuvet::test {

inline constexpr std::string_view kMission = "mission/m1";
inline constexpr std::string_view kBigProblem = "big-problem/b1";
inline constexpr std::string_view kEntry = "register-entry/e1";
inline constexpr std::string_view kProposal = "proposal/p1";

Organisation body_of(std::string agency);
Organisation body_named(std::string name);

OrderMission an_order();  // managed by so-tai-chinh, serves t1, ordered on 2026-01-10
RegisterBigProblem a_problem();
AddRegisterEntry a_model();     // at xa-a, for t1
MakeProposal a_proposal();      // another title for t1
Partial<TaskFields> a_title();  // "Tên mới"

std::vector<Fact> an_ordered_mission();
std::vector<Fact> a_contracted_mission();  // 2026-02-01, 1,000 đồng
std::vector<Fact> an_accepted_mission();   // 2026-03-01
std::vector<Fact> a_big_problem();
std::vector<Fact> a_register_entry();
std::vector<Fact> a_waiting_proposal();  // by vp-ubnd-tinh

}  // namespace luuvet::test
