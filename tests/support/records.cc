#include "tests/support/records.h"

#include <utility>

namespace luuvet::test {
namespace {

constexpr const char* kAgency = "so-tai-chinh";

Fact of(std::string_view subject, Event event, std::string_view on) {
  return {std::string(subject), std::move(event), kAgency, day(on)};
}

}  // namespace

Organisation body_of(std::string agency) {
  return {AgencyId{std::move(agency)}, std::nullopt};
}
Organisation body_named(std::string name) {
  return {std::nullopt, std::move(name)};
}

OrderMission an_order() {
  OrderMission body;
  body.title = "Nghiên cứu giống lúa chịu hạn";
  body.tasks = {{"t1"}};
  body.managing_agency = {kAgency};
  body.ordered_on = day("2026-01-10");
  body.document = qd1();
  return body;
}

RegisterBigProblem a_problem() {
  RegisterBigProblem body;
  body.problem = "Dự báo sạt lở đất";
  body.product = "Bản đồ cảnh báo";
  body.lead_agency = {kAgency};
  body.tasks = {{"t1"}};
  return body;
}

AddRegisterEntry a_model() {
  AddRegisterEntry body;
  body.register_ = Register::kModel;
  body.name = "Bình dân học vụ số";
  body.agency = {"xa-a"};
  body.task = TaskId{"t1"};
  body.place = "Thôn 1";
  return body;
}

Partial<TaskFields> a_title() {
  Partial<TaskFields> set;
  set.values.title = "Tên mới";
  set.present = 1u << 1;
  return set;
}

MakeProposal a_proposal() {
  MakeProposal body;
  body.task = TaskId{"t1"};
  body.set = a_title();
  return body;
}

std::vector<Fact> an_ordered_mission() {
  Mission mission;
  mission.id = {"m1"};
  mission.title = "Nghiên cứu giống lúa chịu hạn";
  mission.programme = ProgrammeId{"p1"};
  mission.tasks = {{"t1"}};
  mission.managing_agency = {kAgency};
  mission.ordered_on = day("2026-01-10");
  mission.document = qd1();
  return together(a_task_at_work(), std::vector{of(kMission, Registered<Mission>{mission}, "2026-01-10")});
}

std::vector<Fact> a_contracted_mission() {
  const MissionSelected selected{SelectionWay::kDirect, body_of("xa-b"), day("2026-01-20"), qd1()};
  const MissionContracted contract{"12/HĐ", 1'000, day("2026-02-01"), qd1()};
  return together(an_ordered_mission(), std::vector{of(kMission, selected, "2026-01-20"),  //
                                                    of(kMission, contract, "2026-02-01")});
}

std::vector<Fact> an_accepted_mission() {
  const MissionCouncilHeld council{CouncilKind::kAcceptance, day("2026-02-20"), CouncilResult::kPassed, qd1(), {}};
  return together(a_contracted_mission(),
                  std::vector{of(kMission, council, "2026-02-20"),
                              of(kMission, MissionAccepted{day("2026-03-01"), {}, qd1()}, "2026-03-01")});
}

std::vector<Fact> a_big_problem() {
  BigProblem problem;
  problem.id = {"b1"};
  problem.problem = "Dự báo sạt lở đất";
  problem.product = "Bản đồ cảnh báo";
  problem.lead_agency = {kAgency};
  problem.programme = ProgrammeId{"p1"};
  problem.tasks = {{"t1"}};
  return together(a_task_at_work(), std::vector{of(kBigProblem, Registered<BigProblem>{problem}, "2026-02-01")});
}

std::vector<Fact> a_register_entry() {
  RegisterEntry entry;
  entry.id = {"e1"};
  entry.register_ = Register::kModel;
  entry.name = "Bình dân học vụ số";
  entry.agency = {"xa-a"};
  entry.programme = ProgrammeId{"p1"};
  entry.task = TaskId{"t1"};
  entry.place = "Thôn 1";
  return together(a_task_at_work(), std::vector{of(kEntry, Registered<RegisterEntry>{entry}, "2026-02-01")});
}

std::vector<Fact> a_waiting_proposal() {
  const ProposalMade made{{"t1"}, std::nullopt, std::nullopt, a_title(), std::nullopt, std::nullopt};
  Fact fact{std::string(kProposal), made, "vp-ubnd-tinh"};
  return together(a_task_at_work(), std::vector{fact});
}

}  // namespace luuvet::test
