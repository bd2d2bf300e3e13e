#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr std::string_view kWork = "assignment/t1.joint";

EnterOpeningState opening(Status status, std::optional<std::int64_t> percent = {},
                          std::optional<Date> completed_on = {}) {
  return {status, percent, completed_on, {}, {}};
}
Given at_work() {
  return given(a_task_at_work()).as("so-tai-chinh");
}
Given entered(const EnterOpeningState& body) {
  return at_work().after(kWork, body);
}
AssignmentState state(const Given& scene) {
  return *scene.world().assignment({"t1.joint"});
}

TEST(OpeningState, A15IsEnteredBeforeAnyWorkIsRecorded) {
  AssignmentOpeningStateEntered event;
  event.status = Status::kInProgress;
  event.percent = 30;
  at_work().when(kWork, opening(Status::kInProgress, 30)).then(event);
  at_work().after(kWork, StartAssignment{}).when(kWork, opening(Status::kInProgress, 30)).then_rejected(kRule, "A15");
}
TEST(OpeningState, A15IsReplacedUntilItIsConfirmed) {
  Given scene = entered(opening(Status::kInProgress, 30)).after(kWork, opening(Status::kInProgress, 40));
  EXPECT_EQ(state(scene).opening->percent, 40);
  scene.after(kWork, ConfirmOpeningState{scene.world().head});
  scene.when(kWork, opening(Status::kInProgress, 50)).then_rejected(kRule, "A15");
  scene.when(kWork, ConfirmOpeningState{scene.world().head - 1}).then_rejected(kRule, "A15");
}
TEST(OpeningState, A15IsOvertakenByWork) {
  Given scene = entered(opening(Status::kInProgress, 30));
  const Sequence of = scene.world().head;
  scene.after(kWork, StartAssignment{}).when(kWork, ConfirmOpeningState{of}).then_rejected(kRule, "A15");
}
TEST(OpeningState, A15IsForTheUnitItself) {
  at_work().as("so-khcn").when(kWork, opening(Status::kNotStarted)).then_rejected(RejectionKind::kForbidden, "A02");
}
TEST(OpeningState, A15BodyLimits) {
  at_work().when(kWork, opening(Status::kAwaitingAcceptance)).then_rejected(kInvalid, "/status");
  at_work().when(kWork, opening(Status::kCompleted)).then_rejected(kInvalid, "/completed_on");
  at_work().when(kWork, opening(Status::kCompleted, 90, day("2026-01-31"))).then_rejected(kInvalid, "/percent");
  at_work().when(kWork, opening(Status::kCompleted, 100, day("2026-03-16"))).then_rejected(kInvalid, "/completed_on");
  at_work().when(kWork, opening(Status::kInProgress, 10, day("2026-01-31"))).then_rejected(kInvalid, "/completed_on");
  at_work().when(kWork, opening(Status::kNotStarted, 10)).then_rejected(kInvalid, "/percent");
}

TEST(OpeningState, A16OnlyTheOneEnteredLastIsConfirmed) {
  Given scene = entered(opening(Status::kInProgress, 30)).after(kWork, opening(Status::kInProgress, 40));
  scene.when(kWork, ConfirmOpeningState{scene.world().head - 1}).then_rejected(kRule, "A16");
  scene.when(kWork, ConfirmOpeningState{scene.world().head}).then(AssignmentOpeningStateConfirmed{scene.world().head});
  at_work().when(kWork, ConfirmOpeningState{1}).then_rejected(kRule, "A16");
}

TEST(OpeningState, A22HoldsFromItsConfirmation) {
  Given scene = entered(opening(Status::kCompleted, {}, day("2026-01-31")));
  EXPECT_EQ(state(scene).status, Status::kNotStarted);
  EXPECT_FALSE(state(scene).own_event);
  scene.after(kWork, ConfirmOpeningState{scene.world().head});
  EXPECT_EQ(state(scene).status, Status::kCompleted);
  EXPECT_EQ(state(scene).completed_on, day("2026-01-31"));
  scene.as("so-khcn").when(kWork, ReopenAssignment{"Sai", qd1()}).then_accepted();
}

}  // namespace
}  // namespace luuvet::test
