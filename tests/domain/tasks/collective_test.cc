#include "domain/tasks/collective.h"

#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;

// t1 is led by all communes, t2 by one department, t3 by departments that no paper names fully.
Given plan() {
  AgencyGroup open;
  open.id = {"phu-trach-linh-vuc"};
  open.name = "Các sở, ngành phụ trách lĩnh vực";
  open.members = agencies({"so-noi-vu"});
  return given(together(a_province(), a_task("t1", {"cac-xa"}), a_task("t2", {"so-tai-chinh"}),
                        std::vector<Fact>{{"agency-group/phu-trach-linh-vuc", Registered<AgencyGroup>{open}}},
                        a_task("t3", {"phu-trach-linh-vuc"})))
      .as("so-khcn");
}
AssignTask to_each(std::initializer_list<std::string_view> units) {
  return {AssignmentMode::kEach, agencies(units), {}, {}};
}
AssignTask of_group(std::string group) {
  return {AssignmentMode::kEach, {}, AgencyId{std::move(group)}, {}};
}
AssignTask focal(std::string agency) {
  return {AssignmentMode::kFocal, {}, {}, {}, AgencyId{std::move(agency)}};
}
AssignTask joint(std::optional<DocumentRef> document) {
  return {AssignmentMode::kJoint, {}, {}, std::move(document)};
}
bool undecided(const Given& scene, const char* id) {
  return lead_is_undecided(scene.world(), *scene.world().tasks.find(id));
}
AssignTasks act(const Given& scene, const AssignTask& body, std::initializer_list<std::string> tasks) {
  AssignTasks act{body.mode, body.units, body.group, body.agency, body.document, {}};
  for (const std::string& each : tasks) act.items.push_back({"task/" + each, scene.world().head});
  return act;
}

TEST(Collective, F01ATaskLedByAGroupWaitsForADecision) {
  Given scene = plan();
  EXPECT_TRUE(undecided(scene, "t1"));
  EXPECT_FALSE(undecided(scene, "t2"));
  EXPECT_TRUE(undecided(scene, "t3"));
  EXPECT_FALSE(undecided(plan().after("task/t1", to_each({"xa-a", "xa-b"})), "t1"));
  EXPECT_FALSE(undecided(plan().after("task/t1", focal("xa-a")), "t1"));
  EXPECT_FALSE(undecided(plan().after("task/t1", joint(qd1())), "t1"));
  EXPECT_FALSE(undecided(plan().after("task/t1", CancelTask{"Dừng", qd1()}), "t1"));
}
TEST(Collective, F01AGroupThatComesToTheLeadsAsksAnew) {
  Given scene = plan().after("task/t1", joint(qd1()));
  AmendTask body{{}, qd1(), {}};
  body.set.values.lead_agencies = agencies({"cac-xa", "phu-trach-linh-vuc"});
  body.set.present = 1u << 3;
  EXPECT_TRUE(undecided(scene.after("task/t1", body), "t1"));
  body.set.values.lead_agencies = agencies({"so-noi-vu", "cac-xa"});
  EXPECT_FALSE(undecided(scene.after("task/t1", body), "t1"));
}

TEST(Collective, F02OneFocalAgencyWorksForTheWhole) {
  const When made = plan().when("task/t1", focal("xa-b"));
  made.then(TaskAssigned{AssignmentMode::kFocal, agencies({"xa-b"}), {}, {}});
  const Given scene = plan().after("task/t1", focal("xa-b"));
  EXPECT_EQ(scene.world().units_of(*scene.world().tasks.find("t1")), agencies({"xa-b"}));
  Given working = scene;
  working.as("xa-b").when("task/t1", StartAssignment{}).then_accepted();
  working.as("xa-a").when("assignment/t1.xa-b", StartAssignment{}).then_rejected(kForbidden, "A02");
  working.as("xa-a").when("assignment/t1.joint", StartAssignment{}).then_rejected(kRule, "A03");
}
TEST(Collective, F02ItIsNamedAloneAndInForce) {
  plan().when("task/t1", AssignTask{AssignmentMode::kFocal, {}, {}, {}}).then_rejected(kInvalid, "/agency");
  plan().when("task/t1", focal("cac-xa")).then_rejected(RejectionKind::kUnknownReference, "/agency");
  AssignTask body = focal("xa-a");
  body.units = agencies({"xa-b"});
  plan().when("task/t1", body).then_rejected(kInvalid, "/units");
  body = focal("xa-a");
  body.group = AgencyId{"cac-xa"};
  plan().when("task/t1", body).then_rejected(kInvalid, "/group");
  for (AssignTask other : {to_each({"xa-a"}), joint(qd1())}) {
    other.agency = AgencyId{"xa-a"};
    plan().when("task/t1", other).then_rejected(kInvalid, "/agency");
  }
  Given merged = plan();
  merged.fact({"agency/xa-a", AgencyMerged{{"xa-b"}, day("2026-03-01"), qd1()}});
  merged.when("task/t1", focal("xa-a")).then_rejected(kInvalid, "/agency");
}
TEST(Collective, F02TheSuccessorGoesOnAsTheFocalAgency) {
  Given scene = plan().after("task/t1", focal("xa-a"));
  scene.fact({"assignment/t1.xa-a", AssignmentStarted{}, "xa-a"});
  scene.as("so-khcn", Role::kAdministrator).after("agency/xa-a", MergeAgency{{"xa-b"}, day("2026-03-10"), qd1()});
  const TaskState& task = *scene.world().tasks.find("t1");
  EXPECT_EQ(task.mode, AssignmentMode::kFocal);
  EXPECT_EQ(task.units, agencies({"xa-b"}));
  EXPECT_EQ(scene.world().assignment({"t1.xa-b"})->status, Status::kInProgress);
  EXPECT_FALSE(undecided(scene, "t1"));
}

TEST(Collective, F03AGroupThatNoPaperNamesFullyNeedsItsList) {
  plan().when("task/t3", of_group("phu-trach-linh-vuc")).then_rejected(kInvalid, "/group");
  AssignTask body = to_each({"so-noi-vu", "so-tai-chinh"});
  body.group = AgencyId{"phu-trach-linh-vuc"};
  plan()
      .when("task/t3", body)
      .then(TaskAssigned{
          AssignmentMode::kEach, agencies({"so-noi-vu", "so-tai-chinh"}), AgencyId{"phu-trach-linh-vuc"}, {}});
  plan().when("task/t1", of_group("cac-xa")).then_accepted();
}

TEST(Collective, F04KeepingItJointIsADecisionByDocument) {
  plan().when("task/t1", joint({})).then_rejected(kRule, "F04");
  plan().when("task/t1", joint(qd1())).then(TaskAssigned{AssignmentMode::kJoint, {}, {}, qd1()});
  plan().after("task/t1", joint(qd1())).when("task/t1", joint(qd1())).then_rejected(kRule, "T09");
  plan().when("task/t2", joint(qd1())).then_rejected(kRule, "T09");
  plan().after("task/t2", to_each({"xa-a"})).when("task/t2", joint({})).then_accepted();
}

TEST(Collective, F05OneListForManyTasks) {
  const Given scene = plan();
  const When made = scene.when("task", act(scene, to_each({"xa-a", "xa-c"}), {"t1", "t3"}));
  ASSERT_EQ(made.count(), 2u);
  for (std::size_t i : {0u, 1u})
    EXPECT_TRUE(is(made.event(i), TaskAssigned{AssignmentMode::kEach, agencies({"xa-a", "xa-c"}), {}, {}}));
  EXPECT_EQ(made.decision().events[1].subject.text(), "task/t3");
  scene.when("task", act(scene, focal("xa-a"), {"t1", "t2", "t3"})).then_accepted();
}
TEST(Collective, F05AllOrNothingEachOnceAndOnWhatItWasBasedOn) {
  Given scene = plan();
  scene.when("task", act(scene, to_each({"xa-a"}), {})).then_rejected(kInvalid, "/items");
  scene.when("task", act(scene, to_each({}), {"t1"})).then_rejected(kInvalid, "/units");
  scene.when("task", act(scene, to_each({"xa-a"}), {"t1", "t1"})).then_rejected(kInvalid, "/items/1/subject");
  scene.when("task", act(scene, to_each({"xa-a"}), {"t9"}))
      .then_rejected(RejectionKind::kUnknownReference, "/items/0/subject");
  const Rejection twice = scene.when("task", act(scene, joint(qd1()), {"t1", "t2"})).then_rejected(kRule, "T09");
  EXPECT_EQ(twice.errors.front().pointer, "/items/1");
  const AssignTasks late = act(scene, to_each({"xa-a"}), {"t1", "t3"});
  scene.after("task/t3", focal("xa-b"));
  const Rejection stale = scene.when("task", late).then_rejected(RejectionKind::kStale);
  EXPECT_EQ(stale.errors.front().pointer, "/items/1");
  scene.as("so-noi-vu").when("task", act(scene, to_each({"xa-a"}), {"t1"})).then_rejected(kForbidden, "T01");
}
TEST(Collective, F05UnitsAndItemsHaveLimits) {
  const Given scene = plan();
  AssignTasks many = act(scene, to_each({"xa-a"}), {"t1"});
  many.units->assign(kUnitsMax + 1, AgencyId{"xa-a"});
  EXPECT_EQ(scene.when("task", many).rejection().errors.back().pointer, "/units");
  many = act(scene, to_each({"xa-a"}), {"t1"});
  many.items.assign(kActEventsMax + 1, many.items.front());
  scene.when("task", many).then_rejected(RejectionKind::kTooLarge);
}

}  // namespace
}  // namespace luuvet::test
