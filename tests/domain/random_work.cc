#include "tests/domain/random_work.h"

namespace luuvet::test {
namespace {

const std::vector<std::string> kAgencies = {"so-khcn", "so-noi-vu", "so-tai-chinh", "vp-ubnd-tinh",
                                            "xa-a",    "xa-b",      "xa-c"};
const std::vector<std::string> kTasks = {"t1", "t2", "t3", "t4", "g1"};
const std::vector<std::string> kUnits = {"joint", "xa-a", "xa-b", "xa-c"};

}  // namespace

std::vector<Fact> tasks_for_random_work() {
  Task triggered = task("t3", {"so-tai-chinh"});
  triggered.deadline = deadline(DeadlineKind::kTriggered);
  Task ongoing = task("t4", {"so-khcn", "cac-xa"});
  ongoing.deadline = deadline(DeadlineKind::kOngoing);
  Task group = task("g1", {});
  group.is_group = true;
  return together(a_province(), a_task("t1", {"so-tai-chinh"}), a_task("t2", {"cac-xa"}), registered(triggered),
                  registered(ongoing), registered(group), std::vector{each("t2", {"xa-a", "xa-b"})});
}

std::string RandomWork::any_assignment(const World& world) {
  const std::string& id = any(kTasks);
  const std::vector<AgencyId> units = world.units_of(*world.tasks.find(id));
  const bool in_force = !units.empty() && below(10) != 0;
  return id + "." + (in_force ? any(units).value : any(kUnits));
}

CommandBody RandomWork::work(const World& world, const std::string& assignment) {
  const AssignmentState* state = world.assignments.find(assignment);
  std::vector<Sequence> of{world.head};
  if (state && !state->statements.empty()) of = {any(state->statements).sequence};
  const Date on{day("2026-03-01").days + static_cast<int>(below(20))};
  switch (below(14)) {
    case 0:
      return StartAssignment{on};
    case 1:
    case 2: {
      ReportProgress body;
      body.percent = static_cast<std::int64_t>(below(110));
      body.quantities = std::vector<Quantity>{{static_cast<std::int64_t>(below(3)), 4}};
      body.result = "Đã làm";
      return body;
    }
    case 3:
      return ApproveProgress{of};
    case 4:
      return ReturnProgress{of, "Thiếu"};
    case 5:
      return SubmitAssignment{on, {{1, {}, 1}}, {}, "Xong"};
    case 6:
      return coin() ? CommandBody(AcceptAssignment{}) : CommandBody(ReturnAssignment{"Thiếu"});
    case 7:
      return AskExtension{{day("2026-06-20").days + static_cast<int>(below(30))}, "Chậm", {}};
    case 8: {
      const auto& asked = state ? state->extension_asked : std::nullopt;
      return DecideExtension{asked ? asked->asked : 1,
                             coin() ? ExtensionDecision::kGrant : ExtensionDecision::kRefuse,
                             {},
                             "Vì sao",
                             qd1()};
    }
    case 9:
      return ReopenAssignment{"Sai", qd1()};
    case 10:
      return EnterOpeningState{coin() ? Status::kInProgress : Status::kCompleted,
                               {},
                               coin() ? std::optional(on) : std::nullopt,
                               {},
                               "Đầu kỳ"};
    case 11:
      return WithdrawProgress{of.front()};
    case 12: {
      const AccountId account{"at." + split(AssignmentId{assignment})->unit.value};
      return AssignPeople{coin() ? std::optional(account) : std::nullopt, "Phòng " + std::to_string(below(3)), {}};
    }
    default:
      return ConfirmOpeningState{state && state->opening ? state->opening->sequence : 1};
  }
}

CommandBody RandomWork::on_task(const TaskState& task) {
  switch (below(9)) {
    case 0:
      return SuspendTask{"Chờ", qd1(), {}};
    case 1:
      return ResumeTask{"Làm tiếp", qd1()};
    case 2:
      return CancelTask{"Dừng", qd1()};
    case 3:
      return ReinstateTask{"Làm tiếp", qd1()};
    case 4:
      return RecordTrigger{day("2026-03-01"), qd1()};
    case 5: {
      AmendTask body{{}, qd1(), {}};
      body.set.values.title = "Tên " + std::to_string(below(3));
      body.set.present = 1u << 1;
      return body;
    }
    case 6:
      return AssignTask{};
    case 7:
      return UndoTask{task.amendments.empty() ? 1 : any(task.amendments)->sequence};
    default:
      return AssignTask{
          AssignmentMode::kEach, coin() ? agencies({"xa-a", "xa-b"}) : agencies({"xa-b", "xa-c"}), {}, {}};
  }
}

RandomWork::Try RandomWork::on_coordination(const World& world) {
  std::vector<std::shared_ptr<const CoordinationState>> requests;
  world.coordinations.for_each([&](const auto& each) { requests.push_back(each); });
  if (requests.empty() || below(10) == 0)
    return {{{Aggregate::kCoordination, ""},
             AskCoordination{{"t1"}, agencies({"xa-a", "xa-b"}), "Cung cấp số liệu", day("2026-04-01"), {}}},
            "so-tai-chinh"};
  const CoordinationState& request = *any(requests);
  const AskedAgency& asked = any(request.asked);
  const Subject target{Aggregate::kCoordination, request.id.value};
  switch (below(6)) {
    case 0:
      return {{target, CloseCoordination{"Đã đủ"}}, coin() ? "so-tai-chinh" : "xa-c"};
    case 1:
    case 2:
      return {{target, AnswerCoordination{{asked.sequence}, "Chỉ cần số liệu"}}, "so-tai-chinh"};
    case 3:
      return {{target, ConfirmCoordination{"Đã gửi", {}, {}}}, asked.agency.value};
    default:
      return {{target, DisputeCoordination{"Không thuộc lĩnh vực"}}, asked.agency.value};
  }
}

RandomWork::Try RandomWork::next(const World& world) {
  const std::string assignment = any_assignment(world);
  const std::size_t kind = below(21);
  if (kind == 20) return on_coordination(world);
  if (kind == 0) return {{subject("task/" + any(kTasks)), Comment{"Chưa rõ", {}}}, any(kAgencies)};
  if (kind <= 3) {
    const std::string& id = any(kTasks);
    return {{subject("task/" + id), on_task(*world.tasks.find(id))}, "so-khcn"};
  }
  if (kind <= 5) return {{subject("assignment/" + assignment), work(world, assignment)}, any(kAgencies)};

  // By somebody who may.
  CommandBody body = work(world, assignment);
  const std::string unit = split(AssignmentId{assignment})->unit.value;
  const TaskState* task = world.tasks.find(split(AssignmentId{assignment})->task.value);
  const auto& leads = task->content.lead_agencies;
  std::string agency = unit != "joint" || leads.empty() ? unit : leads.front().value;
  if (std::holds_alternative<AcceptAssignment>(body) || std::holds_alternative<ReturnAssignment>(body) ||
      std::holds_alternative<ReopenAssignment>(body))
    agency = task->content.confirming_agency.value;
  if (std::holds_alternative<DecideExtension>(body)) agency = "so-khcn";
  return {{subject("assignment/" + assignment), std::move(body)}, agency};
}

}  // namespace luuvet::test
