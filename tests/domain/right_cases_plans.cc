// The cases of rights on yearly plans.
#include "tests/domain/right_cases.h"
#include "tests/support/planned.h"

namespace luuvet::test {

std::vector<RightCase> right_cases_of_plans() {
  const std::string plan = "unit-plan/so-tai-chinh.2026", work = "assignment/s1.joint";
  const Given approved = given(an_approved_plan());
  const Given over = given(a_task_at_work()).on("2027-01-10");
  return {{"begin-unit-plan", "unit-plan", BeginUnitPlan{2026}, given(a_task_at_work())},
          {"set-unit-plan-lines", plan, SetUnitPlanLines{{a_line("s1.joint", "Báo cáo")}}, given(a_begun_plan())},
          {"submit-unit-plan", plan, SubmitUnitPlan{}, given(a_written_plan())},
          {"approve-unit-plan", plan, ApproveUnitPlan{}, given(a_submitted_plan())},
          {"return-unit-plan", plan, ReturnUnitPlan{"Thiếu"}, given(a_submitted_plan())},
          {"note-unit-plan", plan, NoteUnitPlan{}, approved},
          {"amend-unit-plan", plan, AmendUnitPlan{"Bổ sung", {}}, approved},
          {"meet-milestone", work, MeetMilestone{2026, "m1", day("2026-03-10"), {}, {}}, approved},
          {"unmeet-milestone", work, UnmeetMilestone{2026, "m1", "Nhầm"}, given(a_met_milestone())},
          {"submit-year", work, a_result(), approved},
          {"accept-year", work, AcceptYear{2026, {}, {}}, given(a_submitted_year())},
          {"return-year", work, ReturnYear{2026, "Thiếu"}, given(a_submitted_year())},
          {"reopen-year", work, ReopenYear{2026, "Sai số liệu", {}}, given(an_accepted_year())},
          {"close-year", "programme/p1", CloseYear{2026, qd1(), {}}, over}};
}

}  // namespace luuvet::test
