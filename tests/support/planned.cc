#include "tests/support/planned.h"

#include <utility>

namespace luuvet::test {
namespace {

constexpr const char* kAgency = "so-tai-chinh";

Fact of_plan(Event event) {
  return {std::string(kPlan), std::move(event), kAgency};
}

}  // namespace

std::vector<Fact> an_ongoing_task(std::string id, std::initializer_list<std::string_view> leads) {
  Task row = task(std::move(id), leads);
  row.deadline = deadline(DeadlineKind::kOngoing);
  return registered(row);
}

Milestone a_milestone(std::string id, std::string_view due) {
  return {std::move(id), "Mốc", day(due), std::nullopt};
}

Fact a_set_line(std::string assignment, std::string product) {
  UnitPlanLineSet event{{std::move(assignment)}, {}, std::nullopt};
  event.set.values.product = YearProduct{std::move(product), std::nullopt, std::nullopt};
  event.set.values.milestones = {a_milestone("m1", "2026-06-30")};
  event.set.present = 0b11;
  return of_plan(std::move(event));
}

PlanLineItem a_line(std::string assignment, std::string product) {
  PlanLineItem item;
  item.assignment = {std::move(assignment)};
  item.set.values.product = YearProduct{std::move(product), std::nullopt, std::nullopt};
  item.set.present = 1;
  return item;
}

SubmitYear a_result() {
  return {2026, "Đã có báo cáo", std::nullopt, std::nullopt, day("2026-03-10")};
}

std::vector<Fact> work_to_plan() {
  return together(a_task_at_work(), an_ongoing_task("s1", {kAgency}));
}
std::vector<Fact> a_begun_plan() {
  return together(work_to_plan(), std::vector{of_plan(UnitPlanBegun{{kAgency}, 2026})});
}
std::vector<Fact> a_written_plan() {
  return together(a_begun_plan(),
                  std::vector{a_set_line("s1.joint", "Báo cáo năm"), a_set_line("t1.joint", "Kế hoạch")});
}
std::vector<Fact> a_submitted_plan() {
  return together(a_written_plan(), std::vector{of_plan(UnitPlanSubmitted{})});
}
std::vector<Fact> an_approved_plan() {
  return together(a_submitted_plan(), std::vector{of_plan(UnitPlanApproved{1, std::nullopt})});
}
std::vector<Fact> a_met_milestone() {
  const AssignmentMilestoneMet met{{kAgency}, 2026, "m1", day("2026-03-10"), std::nullopt, std::nullopt};
  return together(an_approved_plan(), std::vector<Fact>{{std::string(kPlanned), met, kAgency}});
}
std::vector<Fact> a_submitted_year() {
  const AssignmentYearSubmitted result{2026, day("2026-03-10"), std::nullopt, std::nullopt, YearText{"Đã xong"}};
  return together(an_approved_plan(), std::vector<Fact>{{std::string(kPlanned), result, kAgency}});
}

std::vector<Fact> an_accepted_year() {
  return together(a_submitted_year(),
                  std::vector<Fact>{{std::string(kPlanned), AssignmentYearAccepted{2026, {}, {}}, "so-khcn"}});
}

}  // namespace luuvet::test
