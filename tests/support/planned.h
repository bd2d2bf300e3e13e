// A yearly plan of so-tai-chinh for 2026, stage by stage: two rows of p1 that it leads, s1 ongoing and t1 for a
// quarter.
#pragma once

#include "domain/plans/unit_plan_commands.h"
#include "tests/support/province.h"

namespace luuvet::test {

inline constexpr std::string_view kPlan = "unit-plan/so-tai-chinh.2026";
inline constexpr std::string_view kPlanned = "assignment/s1.joint";

// An ongoing row led by these.
std::vector<Fact> an_ongoing_task(std::string id, std::initializer_list<std::string_view> leads);

Milestone a_milestone(std::string id, std::string_view due);
// The product, and a milestone m1 on 30 June.
Fact a_set_line(std::string assignment, std::string product);
PlanLineItem a_line(std::string assignment, std::string product);
SubmitYear a_result();

std::vector<Fact> work_to_plan();      // a_task_at_work() and s1
std::vector<Fact> a_begun_plan();      // no lines
std::vector<Fact> a_written_plan();    // both lines
std::vector<Fact> a_submitted_plan();  // waits for the head
std::vector<Fact> an_approved_plan();  // edition 1, on 2026-03-01
std::vector<Fact> a_met_milestone();   // m1 of s1
std::vector<Fact> a_submitted_year();  // of s1
std::vector<Fact> an_accepted_year();

}  // namespace luuvet::test
