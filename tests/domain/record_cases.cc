// The cells of missions, big problems, registers and proposals.
#include <algorithm>
#include <array>

#include "tests/domain/right_cases.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

Partial<MissionStepReading> another_amount() {
  Partial<MissionStepReading> set;
  set.values.amount = 1'500;
  set.present = 1u << 4;
  return set;
}

std::vector<RightCase> cases_of_missions() {
  const std::string m1(kMission);
  const Given ordered = given(an_ordered_mission()), contracted = given(a_contracted_mission());
  const Given accepted = given(an_accepted_mission());
  AmendMission budget;
  budget.set.values.budget = 5'000;
  budget.set.present = 1u << 8;
  const Date today = day("2026-03-15");
  const RecordMissionCouncil council{CouncilKind::kAcceptance, today, CouncilResult::kPassed, qd1(), {}};
  return {
      {"order-mission", "mission", an_order(), given(a_task_at_work())},
      {"amend-mission", m1, budget, ordered},
      {"advance-mission", m1, SelectMission{SelectionWay::kDirect, body_of("xa-a"), today, qd1()}, ordered},
      {"advance-mission", m1, ContractMission{"13/HĐ", 2'000, today, qd1()}, contracted},
      {"advance-mission", m1, RecordMissionDisbursement{100, today, {}, {}}, contracted},
      {"advance-mission", m1, council, contracted},
      {"advance-mission", m1, TransferMission{body_of("xa-a"), today, qd1()}, accepted},
      {"stop-mission", m1, StopMission{today, "Không còn cần", qd1()}, ordered},
      {"correct-mission", m1, CorrectMissionStep{MissionStep::kContract, {}, another_amount(), "Gõ nhầm"}, contracted},
      {"correct-mission", m1, TakeBackMissionStep{MissionStep::kContract, {}, "Nhập nhầm"}, contracted},
      {"follow-up-mission", m1, FollowUpMission{true, today, "Đã dùng", {}}, accepted},
      {"set-mission-milestones", m1, SetMissionMilestones{{{"Giữa kỳ", day("2026-06-30"), {}}}}, ordered}};
}

std::vector<RightCase> cases_of_problems() {
  const std::string b1(kBigProblem);
  AmendBigProblem product;
  product.set.values.product = "Bản đồ khác";
  product.set.present = 1u << 1;
  const CloseBigProblem solved{BigProblemState::kSolved, day("2026-03-10"), qd1(), {}};
  return {{"register-big-problem", "big-problem", a_problem(), given(a_task_at_work())},
          {"amend-big-problem", b1, product, given(a_big_problem())},
          {"set-big-problem-milestones", b1, SetBigProblemMilestones{{{"Bản thử", day("2026-06-30"), {}}}},
           given(a_big_problem())},
          {"close-big-problem", b1, solved, given(a_big_problem())}};
}

std::vector<RightCase> cases_of_registers() {
  const std::string e1(kEntry);
  AmendRegisterEntry renamed;
  renamed.set.values.name = "Tên khác";
  renamed.set.present = 1u << 1;
  return {{"add-register-entry", "register-entry", a_model(), given(a_task_at_work())},
          {"amend-register-entry", e1, renamed, given(a_register_entry())},
          {"end-register-entry", e1, EndRegisterEntry{day("2026-03-10"), "Hết hạn", {}}, given(a_register_entry())}};
}

std::vector<RightCase> cases_of_proposals() {
  return {
      {"set-external-ids", "task/t1", SetExternalIds{{{"vp", "42"}}}, given(a_task_at_work())},
      {"set-measures", "task/t1", SetMeasures{{{Comparator::kAtLeast, {Decimal{40, 0}, {}}, "%", "hồ sơ", {}, {}}}, {}},
       given(a_task_at_work())},
      {"propose", "proposal", a_proposal(), given(a_task_at_work())},
      {"accept-proposal", std::string(kProposal), AcceptProposal{qd1(), {}}, given(a_waiting_proposal())},
      {"refuse-proposal", std::string(kProposal), RefuseProposal{"Chưa rõ"}, given(a_waiting_proposal())}};
}

}  // namespace

// In the order of Role, as the other rows.
const std::string_view kRecordCells = R"(
order-mission          r  r  r  .   r  .  .   .  .   .  .  .   .  .  .
amend-mission          r  r  r  .   r  .  .   .  .   .  .  .   .  .  .
advance-mission        r  r  r  .   r  .  .   .  .   .  .  .   .  .  .
stop-mission           r  r  r  .   r  .  .   .  .   .  .  .   .  .  .
follow-up-mission      r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
set-mission-milestones r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
correct-mission        r  r  r  .   r  .  .   .  .   .  .  .   .  .  .
register-big-problem   .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
amend-big-problem      .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
set-big-problem-milestones r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
close-big-problem      .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
add-register-entry     r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
amend-register-entry   r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
end-register-entry     r  r  r  .   r  .  .   .  .   .  .  .   r  .  .
set-external-ids       .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
set-measures           .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
propose                x  x  x  .   x  .  .   .  .   .  .  x   x  .  .
accept-proposal        .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
refuse-proposal        .  .  .  .   r  .  .   .  .   .  .  .   .  .  .
)";

bool is_of_a_record(std::string_view command) {
  constexpr std::array<std::string_view, 11> kKept = {
      "order-mission",      "amend-mission",          "advance-mission",   "stop-mission",
      "follow-up-mission",  "set-mission-milestones", "correct-mission",   "set-big-problem-milestones",
      "add-register-entry", "amend-register-entry",   "end-register-entry"};
  return std::find(kKept.begin(), kKept.end(), command) != kKept.end();
}

std::vector<RightCase> cases_of_records() {
  std::vector<RightCase> all = cases_of_missions();
  for (const auto& part : {cases_of_problems(), cases_of_registers(), cases_of_proposals()})
    for (const RightCase& each : part) all.push_back(each);
  return all;
}

}  // namespace luuvet::test
