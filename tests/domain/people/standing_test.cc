// A task as a whole.
#include <gtest/gtest.h>

#include "domain/deadlines/timeliness.h"

namespace luuvet {
namespace {

constexpr Epoch kEpoch = 1;

struct Whole {
  World world;
  TaskState task;
  Date date = parse_date("2026-05-01").value();

  explicit Whole(std::vector<std::string> units, std::string_view deadline = "Quý II/2026") {
    task.content.id = {"da11.ii.x.1.8"};
    task.content.deadline = parse_deadline(deadline, {2026, 2026});
    task.assigned = true;
    task.mode = units.empty() ? AssignmentMode::kJoint : AssignmentMode::kEach;
    for (auto& unit : units) task.units.push_back({std::move(unit)});
  }

  void put(std::string_view unit, Status status, std::optional<std::int64_t> percent = {},
           std::string_view completed_on = "") {
    AssignmentState assignment = initial_assignment(task.content.id, {std::string(unit)});
    assignment.status = status;
    assignment.percent = percent;
    assignment.own_event = true;
    assignment.completed_on = parse_date(completed_on);
    world.assignments.put(std::make_shared<const AssignmentState>(std::move(assignment)), kEpoch);
  }

  TaskStanding standing() {
    world.tasks.put(std::make_shared<const TaskState>(task), kEpoch);
    return standing_on(world, task, date);
  }
};

TEST(Standing, L19NothingHasBegun) {
  Whole whole({"xa-a", "xa-b"});
  EXPECT_EQ(whole.standing().status, Status::kNotStarted);
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kOnTime);
  EXPECT_EQ(whole.standing().progress_percent, std::nullopt);
}

TEST(Standing, L19InProgressWhenAnyHasBegun) {
  Whole whole({"xa-a", "xa-b"});
  whole.put("xa-a", Status::kInProgress);
  EXPECT_EQ(whole.standing().status, Status::kInProgress);
  whole.put("xa-a", Status::kCompleted);
  EXPECT_EQ(whole.standing().status, Status::kInProgress);
}

TEST(Standing, L19AwaitingWhenAllThatAreNotCompletedAre) {
  Whole whole({"xa-a", "xa-b"});
  whole.put("xa-a", Status::kCompleted, {}, "2026-04-30");
  whole.put("xa-b", Status::kAwaitingAcceptance, {}, "2026-04-30");
  EXPECT_EQ(whole.standing().status, Status::kAwaitingAcceptance);
}

TEST(Standing, L19CompletedWhenAllAre) {
  Whole whole({"xa-a", "xa-b"});
  whole.put("xa-a", Status::kCompleted, {}, "2026-04-30");
  whole.put("xa-b", Status::kCompleted, {}, "2026-07-02");
  EXPECT_EQ(whole.standing().status, Status::kCompleted);
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kCompletedLate);
  EXPECT_EQ(whole.standing().progress_percent, 100);
}

TEST(Standing, L20OverdueWhenOneIs) {
  Whole whole({"xa-a", "xa-b"});
  whole.put("xa-a", Status::kCompleted, {}, "2026-04-30");
  whole.put("xa-b", Status::kInProgress);
  whole.date = parse_date("2026-07-01").value();
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kOverdue);
}

TEST(Standing, L20OneKnownDelayWeighsMoreThanSilence) {
  Whole whole({"xa-a", "xa-b"});
  whole.date = parse_date("2026-07-01").value();
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kUnconfirmed);
  whole.put("xa-b", Status::kInProgress);
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kOverdue);
}

TEST(Standing, L21ProgressIsTheMeanOfAllRoundedDown) {
  Whole whole({"xa-a", "xa-b", "xa-c"});
  whole.put("xa-a", Status::kInProgress, 50);
  EXPECT_EQ(whole.standing().progress_percent, 16);
  whole.put("xa-b", Status::kCompleted, 80);
  EXPECT_EQ(whole.standing().progress_percent, 50);
}

TEST(Standing, L19UnitsTakenOffTheListDoNotCount) {
  Whole whole({"xa-a"});
  whole.task.cancelled_units = {{"xa-b"}};
  whole.put("xa-a", Status::kCompleted, {}, "2026-04-30");
  whole.put("xa-b", Status::kInProgress, 10);
  EXPECT_EQ(whole.standing().status, Status::kCompleted);
  EXPECT_EQ(whole.standing().progress_percent, 100);
}

TEST(Standing, L02ATakenOffUnitIsCancelledAndMayComeBack) {
  Whole whole({"xa-a"});
  whole.task.cancelled_units = {{"xa-b"}};
  const auto taken_off = initial_assignment(whole.task.content.id, {"xa-b"});
  EXPECT_EQ(shown_status(whole.task, taken_off), Status::kCancelled);
  EXPECT_EQ(timeliness_on(whole.task, taken_off, whole.date), Timeliness::kStopped);
  whole.task.units.push_back({"xa-b"});
  EXPECT_EQ(shown_status(whole.task, taken_off), Status::kNotStarted);
}

TEST(Standing, L02SuspendedAndCancelledTasksKeepTheirProgress) {
  Whole whole({});
  whole.put("joint", Status::kInProgress, 40);
  whole.task.suspended = true;
  EXPECT_EQ(whole.standing().status, Status::kSuspended);
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kStopped);
  EXPECT_EQ(whole.standing().progress_percent, 40);
  whole.task.cancelled = true;
  EXPECT_EQ(whole.standing().status, Status::kCancelled);
}

TEST(Standing, L22GroupsAndLinksHaveNoStandingOfTheirOwn) {
  Whole whole({});
  whole.task.assigned = false;
  whole.task.content.is_group = true;
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kNoDeadline);
  EXPECT_EQ(whole.standing().progress_percent, std::nullopt);
}

TEST(Standing, L22ALeafThatNobodyIsChargedWithIsNotLost) {
  Whole whole({});
  whole.task.assigned = false;
  whole.date = parse_date("2026-07-01").value();
  EXPECT_EQ(whole.standing().status, Status::kNotStarted);
  EXPECT_EQ(whole.standing().timeliness, Timeliness::kUnconfirmed);
}

}  // namespace
}  // namespace luuvet
