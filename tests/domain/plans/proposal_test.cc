#include "domain/plans/external_ids.h"
#include "tests/support/given.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given standing() {
  return given(together(a_task_at_work(), a_task("t2", {"so-noi-vu"}))).as("so-khcn");
}
Given waiting() {
  return given(a_waiting_proposal()).as("so-khcn");
}
SetExternalIds ids(std::vector<ExternalId> list) {
  return {std::move(list)};
}

TEST(ExternalIds, Z30OneIdOfOneSystemNamesOneTask) {
  Given scene = standing().after("task/t1", ids({{"vp", "42"}, {"tw", "A-1"}}));
  EXPECT_EQ(task_called(scene.world(), {"vp", "42"})->content.id, TaskId{"t1"});
  EXPECT_EQ(task_called(scene.world(), {"vp", "43"}), nullptr);
  scene.when("task/t2", ids({{"vp", "42"}})).then_rejected(kRule, "Z30");
  scene.when("task/t1", ids({{"vp", "42"}, {"tw", "A-1"}})).then_rejected(kRule, "Z30");
  scene.after("task/t1", ids({{"tw", "A-1"}})).after("task/t2", ids({{"vp", "42"}}));
  EXPECT_EQ(task_called(scene.world(), {"vp", "42"})->content.id, TaskId{"t2"});
}
TEST(ExternalIds, Z30BodyLimits) {
  standing().when("task/t1", ids({{"VP UBND", "1"}})).then_rejected(kInvalid, "/external_ids/0/system");
  standing().when("task/t1", ids({{"vp", ""}})).then_rejected(kInvalid, "/external_ids/0/id");
  standing().when("task/t1", ids({{"vp", "1"}, {"vp", "1"}})).then_rejected(kInvalid, "/external_ids/1");
  standing()
      .when("task/t1", ids({{"vp", std::string(kExternalIdBytesMax + 1, '1')}}))
      .then_rejected(kInvalid, "/external_ids/0/id");
  standing()
      .when("task/t1", ids(std::vector<ExternalId>(kExternalIdsMax + 1, {"vp", "1"})))
      .then_rejected(kInvalid, "/external_ids");
}
TEST(ExternalIds, Z31TheStandingAgencySetsThem) {
  standing().as("so-tai-chinh", Role::kHead).when("task/t1", ids({{"vp", "1"}})).then_rejected(kForbidden, "P01");
  standing()
      .as("so-tai-chinh", Role::kStandingAgency)
      .when("task/t1", ids({{"vp", "1"}}))
      .then_rejected(kForbidden, "T01");
  Given scene = standing().after("task/t1", ids({{"vp", "1"}}));
  EXPECT_EQ(scene.world().representation(subject("task/t1")), scene.world().head);
}

TEST(Proposal, Z32NamesATaskAndChangesNothing) {
  Given scene = standing().after("task/t1", ids({{"vp", "42"}})).as("vp-ubnd-tinh", Role::kIoc);
  MakeProposal body = a_proposal();
  body.task.reset();
  body.system = "vp";
  body.external_id = "42";
  body.note = "Theo thông báo";
  const When made = scene.when("proposal", body);
  made.then(ProposalMade{{"t1"}, "vp", "42", a_title(), {}, ReasonText{std::nullopt, "Theo thông báo"}});
  EXPECT_EQ(made.decision().agency, AgencyId{"vp-ubnd-tinh"});
  body.external_id = "43";
  scene.when("proposal", body).then_rejected(kUnknown, "/external_id");
  body.task = TaskId{"t1"};
  scene.when("proposal", body).then_rejected(kInvalid, "/task");
  body = a_proposal();
  body.set.values.title = " ";
  scene.when("proposal", body).then_rejected(kInvalid, "/set/title");
}
TEST(Proposal, Z32SoManyWaitForOneTaskAndNoMore) {
  Given scene = standing().as("so-noi-vu");
  const ProposalMade made{{"t1"}, {}, {}, a_title(), {}, {}};
  for (std::size_t i = 0; i < kOpenProposalsPerTask; ++i)
    scene.fact({"proposal/x" + std::to_string(i), made, "so-noi-vu"});
  scene.when("proposal", a_proposal()).then_rejected(kRule, "Z32");
  scene.fact({"proposal/x0", ProposalRefused{}}).when("proposal", a_proposal()).then_accepted();
}

TEST(Proposal, Z33AcceptedItAmendsTheTaskInTheSameAct) {
  const When made = waiting().when(kProposal, AcceptProposal{qd1(), "Đúng"});
  ASSERT_EQ(made.count(), 2u);
  EXPECT_TRUE(is(made.event(0), ProposalAccepted{qd1()}));
  const auto& amended = std::get<TaskAmended>(made.event(1));
  EXPECT_EQ(amended.set.values.title, "Tên mới");
  EXPECT_EQ(amended.document, qd1());
  EXPECT_EQ(made.decision().events[1].subject.text(), "task/t1");
  EXPECT_EQ(made.decision().resource.text(), kProposal);
  Given done = waiting().after(kProposal, AcceptProposal{qd1(), {}});
  EXPECT_EQ(done.world().tasks.find("t1")->content.title, "Tên mới");
  EXPECT_EQ(done.world().proposals.find("p1")->state, ProposalState::kAccepted);
}
TEST(Proposal, Z33TheStandingAgencyDecides) {
  waiting().as("so-tai-chinh", Role::kHead).when(kProposal, AcceptProposal{qd1(), {}}).then_rejected(kForbidden, "P01");
  waiting()
      .as("so-tai-chinh", Role::kStandingAgency)
      .when(kProposal, RefuseProposal{"Không"})
      .then_rejected(kForbidden, "T01");
}

TEST(Proposal, Z34WhoDecidesHasSeenTheTaskAsItIs) {
  Given scene = waiting();
  const Sequence seen = scene.world().head;
  TaskAmended renamed;
  renamed.set.values.title = "Tên của người khác";
  renamed.set.present = 1u << 5;
  scene.fact({"task/t1", renamed, "so-khcn"});
  Given now = scene;
  scene.based_on(seen).when(kProposal, AcceptProposal{qd1(), {}}).then_rejected(RejectionKind::kStale);
  now.based_on(now.world().head).when(kProposal, AcceptProposal{qd1(), {}}).then_accepted();
}

TEST(Proposal, Z35DecidedOnce) {
  Given refused = waiting().after(kProposal, RefuseProposal{"Chưa có văn bản"});
  EXPECT_EQ(refused.world().proposals.find("p1")->state, ProposalState::kRefused);
  refused.when(kProposal, AcceptProposal{qd1(), {}}).then_rejected(kRule, "Z35");
  refused.when(kProposal, RefuseProposal{"Lại"}).then_rejected(kRule, "Z35");
  waiting().when(kProposal, RefuseProposal{""}).then_rejected(kInvalid, "/reason");
}

}  // namespace
}  // namespace luuvet::test
