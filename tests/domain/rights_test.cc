// The table of rights, cell by cell, against the one written out in right_cases.cc.
#include "domain/rights.h"

#include <algorithm>
#include <random>

#include "tests/domain/right_cases.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

std::string place(const RightCase& each, Role role) {
  return each.command + " by role " + std::to_string(static_cast<int>(role)) + " at " + each.target;
}

TEST(Rights, P02EveryCellWhereTheRelationHolds) {
  for (RightCase each : right_cases())
    for (const Role role : all_roles()) {
      SCOPED_TRACE(place(each, role));
      const When made = each.given.holding({related(each.command, role)}).when(each.target, each.body);
      if (cell_of(each.command, role) == '.')
        made.then_rejected(RejectionKind::kForbidden, "P01");
      else
        made.then_accepted();
    }
}

TEST(Rights, P02EveryCellWhereItDoesNot) {
  for (RightCase each : right_cases())
    for (const Role role : all_roles()) {
      SCOPED_TRACE(place(each, role));
      const When made = each.given.holding({unrelated(each.command, role)}).when(each.target, each.body);
      const char cell = cell_of(each.command, role);
      ASSERT_EQ(made.accepted(), cell == 'x');
      if (made.accepted()) continue;
      EXPECT_EQ(made.rejection().kind, RejectionKind::kForbidden);
      EXPECT_EQ(made.rejection().rule == "P01", cell == '.') << made.rejection().rule;
    }
}

TEST(Rights, P02TheTableNamesEveryCommandOnce) {
  std::vector<std::string> commands;
  for (const RightCase& each : right_cases())
    if (commands.empty() || commands.back() != each.command) commands.push_back(each.command);
  const std::size_t known = boost::mp11::mp_size<boost::describe::describe_enumerators<CommandKind>>::value;
  EXPECT_EQ(commands.size(), known);
}

TEST(Rights, P01WhoHasNoRoleLearnsNothing) {
  Given scene = given(a_task_at_work()).as("so-tai-chinh", Role::kInspector);
  scene.when("task/none", CancelTask{"", {}}).then_rejected(RejectionKind::kForbidden, "P01");
  scene.when("assignment/t1.joint", StartAssignment{day("2099-01-01")}).then_rejected(RejectionKind::kForbidden, "P01");
  scene.when("document/none", Comment{"", 77}).then_rejected(RejectionKind::kForbidden, "P01");
}

TEST(Rights, P01ARoleElsewhereDoesNotCount) {
  Given scene = given(together(a_task_at_work(), employed("lan", {{Role::kOfficer, "so-tai-chinh"}})));
  scene.acting("lan", "so-tai-chinh").when("assignment/t1.joint", StartAssignment{}).then_accepted();
  scene.acting("lan", "so-noi-vu")
      .when("assignment/t1.joint", StartAssignment{})
      .then_rejected(RejectionKind::kForbidden, "P01");
  scene.acting("lan", "")
      .when("assignment/t1.joint", StartAssignment{})
      .then_rejected(RejectionKind::kForbidden, "P01");
  scene.acting("nobody", "so-tai-chinh")
      .when("assignment/t1.joint", StartAssignment{})
      .then_rejected(RejectionKind::kForbidden, "P01");
}

// What only the author does.
bool takes_back(std::string_view command) {
  return command.starts_with("undo-") || command.starts_with("withdraw-");
}

TEST(Rights, P05TheSystemHasEveryRole) {
  for (RightCase each : right_cases()) {
    SCOPED_TRACE(each.command);
    const Role role = each.command == "record-trigger" ? Role::kOfficer : Role::kStandingAgency;
    const When made =
        each.given.acting(std::string(kSystemActor), related(each.command, role).agency).when(each.target, each.body);
    if (takes_back(each.command)) {
      made.then_rejected(RejectionKind::kForbidden, "U01");
      continue;
    }
    made.then_accepted();
    EXPECT_TRUE(made.accepted() && made.decision().capacity == Capacity::kSystem);
  }
}
TEST(Rights, P05RelationsHoldForTheSystemAsWell) {
  given(a_task_at_work())
      .acting(std::string(kSystemActor), "xa-a")
      .when("assignment/t1.joint", StartAssignment{})
      .then_rejected(RejectionKind::kForbidden, "A02");
}

// Random posts: what is accepted is what the hand-written table allows by one of them.
TEST(Rights, P02RandomPostsGiveWhatTheTableSaysAndNoMore) {
  const std::vector<std::string> agencies = {"so-tai-chinh", "so-khcn", "vp-tinh-uy", "xa-c"};
  std::mt19937 random(20260315);
  const auto below = [&](std::size_t n) { return random() % n; };
  const std::vector<RightCase> cases = right_cases();
  int accepted = 0;
  for (int i = 0; i < 4'000; ++i) {
    RightCase each = cases[below(cases.size())];
    std::vector<Held> posts;
    for (std::size_t n = 1 + below(4); n > 0; --n) {
      Held held{all_roles()[below(all_roles().size())], agencies[below(agencies.size())]};
      const bool committee = held.role == Role::kCommitteeMember || held.role == Role::kCommitteeHead;
      if (committee || (held.role == Role::kStandingAgency && below(2) == 0))
        held.committee = below(2) == 0 ? "bcd" : "ban-khac";
      posts.push_back(std::move(held));
    }
    const std::string acting_for = posts.front().agency;
    const bool allowed = std::any_of(posts.begin(), posts.end(), [&](const Held& held) {
      const char cell = cell_of(each.command, held.role);
      return held.agency == acting_for &&
             (cell == 'x' || (cell == 'r' && is_related(each.command, held, posts.front())));
    });
    const When made = each.given.holding(posts).when(each.target, each.body);
    ASSERT_EQ(made.accepted(), allowed) << each.command << ", try " << i << ": "
                                        << (made.accepted() ? "" : made.rejection().rule);
    accepted += allowed ? 1 : 0;
  }
  EXPECT_GT(accepted, 400);
}

}  // namespace
}  // namespace luuvet::test
