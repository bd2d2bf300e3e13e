// Seeded random commands on one assignment against a plain model of its life.
#include <gtest/gtest.h>

#include <map>

#include "tests/domain/random_work.h"
#include "tests/support/people.h"

namespace luuvet::test {
namespace {

// Knows rules A03 to A06, A09 to A12, A14 to A16 in its own words.
struct Model {
  std::string status = "not-started";
  bool suspended = false;
  bool cancelled = false;
  bool worked = false;
  std::map<Sequence, std::string> statements;
  Sequence question = 0;
  Sequence opening = 0;
  std::string opening_status;
  bool opening_confirmed = false;

  bool under_way() const { return status == "not-started" || status == "in-progress"; }
  bool moves() const { return !suspended && !cancelled; }
  bool opening_is_open() const { return !worked && !opening_confirmed; }
  bool all_wait(const std::vector<Sequence>& of) const {
    for (const Sequence each : of)
      if (!statements.contains(each) || statements.at(each) != "draft") return false;
    return !of.empty();
  }
  std::size_t waiting() const {
    std::size_t count = 0;
    for (const auto& [sequence, state] : statements) count += state == "draft";
    return count;
  }
  void work() { worked = true; }
};

// Whether the model lets the command pass; if so, what becomes of it (`next`: the sequence of the first event).
struct Move {
  Model& model;
  Sequence next;

  bool operator()(const StartAssignment&) {
    if (!model.moves() || model.status != "not-started") return false;
    model.status = "in-progress";
    return model.work(), true;
  }
  bool operator()(const ReportProgress&) {
    if (!model.moves() || !model.under_way()) return false;
    model.status = "in-progress";
    model.statements[next] = "draft";
    while (model.waiting() > kDraftsKept)
      for (auto& [sequence, state] : model.statements)
        if (state == "draft") {
          state = "superseded";
          break;
        }
    return model.work(), true;
  }
  bool operator()(const ApproveProgress& body) {
    if (!model.moves() || !model.all_wait(body.of)) return false;
    for (const Sequence each : body.of) model.statements[each] = "approved";
    return true;
  }
  bool operator()(const ReturnProgress& body) {
    if (!model.moves() || !model.all_wait(body.of)) return false;
    for (const Sequence each : body.of) model.statements[each] = "returned";
    return true;
  }
  bool operator()(const SubmitAssignment&) {
    if (!model.moves() || !model.under_way()) return false;
    for (auto& [sequence, state] : model.statements)
      if (state == "draft") state = "approved";
    model.status = "awaiting-acceptance";
    return model.work(), true;
  }
  bool operator()(const AcceptAssignment&) { return settle("completed"); }
  bool operator()(const ReturnAssignment&) { return settle("in-progress"); }
  bool operator()(const ReopenAssignment&) {
    if (!model.moves() || model.status != "completed") return false;
    model.status = "in-progress";
    return true;
  }
  bool operator()(const AskExtension&) {
    if (!model.moves() || model.status == "completed" || model.question != 0) return false;
    model.question = next;
    return model.work(), true;
  }
  bool operator()(const DecideExtension& body) {
    if (!model.moves() || model.question == 0 || body.asked != model.question) return false;
    model.question = 0;
    return true;
  }
  bool operator()(const EnterOpeningState& body) {
    if (!model.moves() || !model.opening_is_open()) return false;
    model.opening = next;
    model.opening_status = body.status == Status::kCompleted ? "completed" : "in-progress";
    return true;
  }
  bool operator()(const ConfirmOpeningState& body) {
    if (!model.moves() || !model.opening_is_open() || model.opening == 0 || body.of != model.opening) return false;
    model.status = model.opening_status;
    return model.opening_confirmed = true;
  }
  bool operator()(const SuspendTask&) { return !model.cancelled && !model.suspended && (model.suspended = true); }
  bool operator()(const ResumeTask&) {
    if (model.cancelled || !model.suspended) return false;
    model.suspended = false;
    return true;
  }
  bool operator()(const CancelTask&) { return !model.cancelled && (model.cancelled = true); }
  bool operator()(const ReinstateTask&) {
    if (!model.cancelled) return false;
    model.cancelled = false;
    return true;
  }
  template <class Other>
  bool operator()(const Other&) {
    return false;
  }

 private:
  bool settle(const char* status) {
    if (!model.moves() || model.status != "awaiting-acceptance") return false;
    model.status = status;
    return true;
  }
};

std::string name(Status status) {
  switch (status) {
    case Status::kNotStarted:
      return "not-started";
    case Status::kInProgress:
      return "in-progress";
    case Status::kAwaitingAcceptance:
      return "awaiting-acceptance";
    default:
      return "completed";
  }
}

// One attempt on t1.joint by who may make it, with a body that is well formed.
class Attempts {
 public:
  explicit Attempts(std::uint32_t seed) : random_(seed) {}

  CommandBody next(const Model& model) {
    switch (random_() % 16) {
      case 0:
        return StartAssignment{};
      case 1:
      case 2:
      case 3:
        return report();
      case 4:
        return ApproveProgress{some(model)};
      case 5:
        return ReturnProgress{some(model), "Thiếu"};
      case 6:
        return SubmitAssignment{day("2026-03-10"), {}, {}, {}};
      case 7:
        return AcceptAssignment{};
      case 8:
        return ReturnAssignment{"Thiếu"};
      case 9:
        return ReopenAssignment{"Sai", qd1()};
      case 10:
        return AskExtension{{due_ = Date{due_.days + 1}}, "Chậm", {}};
      case 11:
        return DecideExtension{model.question + random_() % 3 / 2, ExtensionDecision::kGrant, {}, {}, qd1()};
      case 12:
        return opening();
      case 13:
        return ConfirmOpeningState{model.opening + random_() % 3 / 2};
      case 14:
        return random_() % 2 ? CommandBody(SuspendTask{"Chờ", qd1(), {}}) : CommandBody(CancelTask{"Dừng", qd1()});
      default:
        return random_() % 2 ? CommandBody(ResumeTask{"Tiếp", qd1()}) : CommandBody(ReinstateTask{"Tiếp", qd1()});
    }
  }

 private:
  CommandBody report() {
    ReportProgress body;
    body.percent = static_cast<std::int64_t>(random_() % 101);
    return body;
  }
  CommandBody opening() {
    if (random_() % 2) return EnterOpeningState{Status::kInProgress, 10, {}, {}, {}};
    return EnterOpeningState{Status::kCompleted, {}, day("2026-01-31"), {}, {}};
  }
  std::vector<Sequence> some(const Model& model) {
    if (model.statements.empty()) return {1};
    auto place = model.statements.begin();
    std::advance(place, random_() % model.statements.size());
    return {place->first};
  }

  std::mt19937 random_;
  Date due_ = day("2026-07-01");
};

bool is_for_task(const CommandBody& body) {
  return std::holds_alternative<SuspendTask>(body) || std::holds_alternative<ResumeTask>(body) ||
         std::holds_alternative<CancelTask>(body) || std::holds_alternative<ReinstateTask>(body);
}

std::string agency_for(const CommandBody& body) {
  if (is_for_task(body)) return "so-khcn";
  const bool confirms = std::holds_alternative<AcceptAssignment>(body) ||
                        std::holds_alternative<ReturnAssignment>(body) ||
                        std::holds_alternative<ReopenAssignment>(body) || std::holds_alternative<DecideExtension>(body);
  return confirms ? "so-khcn" : "so-tai-chinh";
}

void compare(const World& world, const Model& model) {
  const AssignmentState state = *world.assignment({"t1.joint"});
  EXPECT_EQ(name(state.status), model.status);
  EXPECT_EQ(state.own_event, model.worked);
  EXPECT_EQ(state.extension_asked ? state.extension_asked->asked : 0, model.question);
  std::size_t drafts = 0;
  for (const Statement& statement : state.statements) drafts += statement.state == StatementState::kDraft;
  EXPECT_EQ(drafts, model.waiting());
}

void run(std::uint32_t seed) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Recorder recorder;
  for (const Fact& fact : a_task_at_work()) recorder.record(fact);
  Model model;
  Attempts attempts(seed);
  for (int i = 0; i < 300 && !testing::Test::HasFailure(); ++i) {
    const CommandBody body = attempts.next(model);
    const Subject target = subject(is_for_task(body) ? "task/t1" : "assignment/t1.joint");
    Context context;
    context.today = day("2026-03-15");
    context.now = start_of_day(context.today);
    context.agency = {agency_for(body)};
    context.if_match = recorder.world.representation(target);
    const Result<Decision> result = decide_by_everybody(recorder.world, {target, body}, context);
    // An act of two events approves the drafts first.
    const bool passes = std::visit(Move{model, recorder.world.head + 1}, body);
    ASSERT_EQ(result.has_value(), passes) << "step " << i << ", body " << body.index() << ": "
                                          << (result ? "" : result.error().rule + " " + result.error().detail.en);
    if (result) recorder.record(result.value(), day("2026-03-15"));
    compare(recorder.world, model);
  }
}

TEST(WorkModel, A23TheLifeOfAnAssignmentIsThatOfTheModel) {
  for (std::uint32_t seed = 1; seed <= 60; ++seed) run(seed);
}

}  // namespace
}  // namespace luuvet::test
