#include "domain/people/readers.h"
#include "domain/tasks/coordinating.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kRequest = "coordination/new";

// so-tai-chinh leads t1; so-khcn stands over it.
Given scene_of(std::string agency) {
  return given(a_task_at_work()).as(std::move(agency));
}
AskCoordination asking(std::initializer_list<std::string_view> to = {"xa-a", "xa-b"}) {
  return {{"t1"}, agencies(to), "Cung cấp số liệu", day("2026-04-01"), {}};
}
Given asked() {
  return scene_of("so-tai-chinh").after("coordination", asking());
}
Given disputed() {
  return asked().as("xa-a").after(kRequest, DisputeCoordination{"Không thuộc lĩnh vực"});
}
const CoordinationState& request(const Given& scene) {
  return *scene.world().coordinations.find("new");
}
CoordinationAnswer answer(const Given& scene, std::size_t index = 0) {
  return request(scene).asked.at(index).answer;
}
SubmitAssignment submission() {
  return {day("2026-03-10"), {}, {}, {}};
}

TEST(Coordination, O01WhoWorksOnTheTaskAsksOthers) {
  const When made = scene_of("so-tai-chinh").when("coordination", asking());
  made.then(CoordinationAsked{
      {"t1"}, agencies({"xa-a", "xa-b"}), day("2026-04-01"), {}, CoordinationWords{"Cung cấp số liệu"}});
  EXPECT_EQ(made.decision().events.front().subject.text(), kRequest);
  EXPECT_EQ(made.decision().events.front().programme, ProgrammeId{"p1"});
  scene_of("so-noi-vu").when("coordination", asking()).then_rejected(kForbidden, "A02");
  scene_of("so-khcn").when("coordination", asking()).then_rejected(kForbidden, "A02");
}
TEST(Coordination, O01BodyLimits) {
  const auto rejected = [](const AskCoordination& body, std::string_view pointer) {
    scene_of("so-tai-chinh").when("coordination", body).then_rejected(kInvalid, pointer);
  };
  rejected(asking({}), "/to");
  rejected(asking({"xa-a", "xa-a"}), "/to/1");
  rejected(asking({"xa-a", "so-tai-chinh"}), "/to/1");
  AskCoordination body = asking();
  body.to.assign(kAskedAgenciesMax + 1, {"xa-a"});
  rejected(body, "/to");
  body = asking();
  body.what = " ";
  rejected(body, "/what");
  body = asking();
  body.due = day("2026-03-14");
  rejected(body, "/due");
  body = asking({"cac-xa"});
  scene_of("so-tai-chinh").when("coordination", body).then_rejected(RejectionKind::kUnknownReference, "/to/0");
  body = asking();
  body.task = {"t9"};
  scene_of("so-tai-chinh").when("coordination", body).then_rejected(RejectionKind::kUnknownReference, "/task");
}
TEST(Coordination, O01NothingNewAsksAnEndedAgency) {
  Given scene = scene_of("so-tai-chinh");
  scene.fact({"agency/xa-a", AgencyMerged{{"xa-b"}, day("2026-03-01"), qd1()}});
  scene.when("coordination", asking({"xa-a"})).then_rejected(kInvalid, "/to/0");
}

TEST(Coordination, O02OnlyForWorkThatGoesOn) {
  Given scene = scene_of("so-tai-chinh");
  scene.fact({"task/t1", TaskSuspended{}}).when("coordination", asking()).then_rejected(kRule, "A03");
  Given completed = scene_of("so-tai-chinh");
  completed.fact({"assignment/t1.joint", AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}, "so-tai-chinh"})
      .fact({"assignment/t1.joint", AssignmentAccepted{}, "so-khcn"});
  completed.when("coordination", asking()).then_rejected(kRule, "O02");
}
TEST(Coordination, O02ATaskHasSoManyAndNoMore) {
  Given scene = scene_of("so-tai-chinh");
  for (std::size_t i = 0; i < kCoordinationsPerTaskMax; ++i)
    scene.fact({"coordination/c" + std::to_string(i), CoordinationAsked{{"t1"}, agencies({"xa-a"}), {}, {}, {}},
                "so-tai-chinh"});
  scene.when("coordination", asking()).then_rejected(kRule, "O02");
}

TEST(Coordination, O03EachThatIsAskedConfirmsOrDisputes) {
  ConfirmCoordination body{"Đã gửi", qd1(), day("2026-03-12")};
  asked()
      .as("xa-a")
      .when(kRequest, body)
      .then(CoordinationConfirmed{day("2026-03-12"), qd1(), ReasonText{std::nullopt, "Đã gửi"}});
  asked().as("xa-b").when(kRequest, ConfirmCoordination{}).then(CoordinationConfirmed{});
  asked()
      .as("xa-b")
      .when(kRequest, DisputeCoordination{"Không có"})
      .then(CoordinationDisputed{ReasonText{"Không có", std::nullopt}});
  asked().as("xa-c").when(kRequest, ConfirmCoordination{}).then_rejected(kForbidden, "O03");
  asked().as("so-tai-chinh").when(kRequest, DisputeCoordination{"Sai"}).then_rejected(kForbidden, "O03");
}
TEST(Coordination, O03BodyLimits) {
  ConfirmCoordination body;
  body.done_on = day("2026-03-16");
  asked().as("xa-a").when(kRequest, body).then_rejected(kInvalid, "/done_on");
  asked().as("xa-a").when(kRequest, DisputeCoordination{""}).then_rejected(kInvalid, "/reason");
  asked().as("xa-a").when("coordination/c9", ConfirmCoordination{}).then_rejected(RejectionKind::kNotFound);
}
TEST(Coordination, O03TheyDoNotHinderEachOther) {
  Given scene = asked();
  const Sequence seen = scene.world().head;
  scene.as("xa-a").after(kRequest, ConfirmCoordination{});
  scene.as("xa-b").based_on(seen).when(kRequest, ConfirmCoordination{}).then_accepted();
}

TEST(Coordination, O04AConfirmationStandsAndAnObjectionWaits) {
  Given scene = asked().as("xa-a").after(kRequest, ConfirmCoordination{});
  EXPECT_EQ(answer(scene), CoordinationAnswer::kConfirmed);
  EXPECT_EQ(answer(scene, 1), CoordinationAnswer::kWaiting);
  scene.when(kRequest, ConfirmCoordination{}).then_rejected(kRule, "O04");
  scene.when(kRequest, DisputeCoordination{"Sai"}).then_rejected(kRule, "O04");
  Given objected = disputed();
  objected.when(kRequest, DisputeCoordination{"Nữa"}).then_rejected(kRule, "O04");
  objected.when(kRequest, ConfirmCoordination{}).then_accepted();  // thought better of it
}

TEST(Coordination, O05WhoAskedAnswersTheObjectionsThatItNames) {
  Given scene = disputed();
  const Sequence objection = scene.world().head;
  scene.as("so-tai-chinh")
      .when(kRequest, AnswerCoordination{{objection}, "Chỉ cần số liệu"})
      .then(CoordinationAnswered{{objection}, CoordinationReply{"Chỉ cần số liệu"}});
  scene.when(kRequest, AnswerCoordination{{objection, objection}, "Vậy"}).then_rejected(kInvalid, "/of/1");
  scene.when(kRequest, AnswerCoordination{{}, "Vậy"}).then_rejected(kInvalid, "/of");
  scene.when(kRequest, AnswerCoordination{{objection}, ""}).then_rejected(kInvalid, "/text");
  scene.when(kRequest, AnswerCoordination{{objection - 1}, "Vậy"}).then_rejected(kRule, "O05");
  scene.as("xa-b").when(kRequest, AnswerCoordination{{objection}, "Vậy"}).then_rejected(kForbidden, "O05");
  scene.as("so-tai-chinh").after(kRequest, AnswerCoordination{{objection}, "Chỉ cần số liệu"});
  EXPECT_EQ(answer(scene), CoordinationAnswer::kAnswered);
  scene.as("xa-a").when(kRequest, DisputeCoordination{"Vẫn không"}).then_accepted();
  scene.as("xa-a").when(kRequest, ConfirmCoordination{}).then_accepted();
}

TEST(Coordination, O06ALeadDoesNotSubmitBeforeItHasAnswered) {
  Given scene = disputed();
  const Sequence objection = scene.world().head;
  scene.as("so-tai-chinh").when("assignment/t1.joint", submission()).then_rejected(kRule, "O06");
  Given answered = scene;
  answered.after(kRequest, AnswerCoordination{{objection}, "Chỉ cần số liệu"});
  answered.when("assignment/t1.joint", submission()).then_accepted();
  Given closed = scene;
  closed.after(kRequest, CloseCoordination{"Không cần nữa"});
  closed.when("assignment/t1.joint", submission()).then_accepted();
  asked().when("assignment/t1.joint", submission()).then_accepted();  // nobody objects
}
TEST(Coordination, O06AnotherUnitIsNotHeldUp) {
  Given scene = given(together(a_province(), a_task("t1", {"cac-xa"}), std::vector{each("t1", {"xa-b", "xa-c"})}));
  scene.as("xa-b").after("coordination", asking({"xa-a"}));
  scene.as("xa-a").after(kRequest, DisputeCoordination{"Không"});
  scene.as("xa-c").when("assignment/t1.xa-c", submission()).then_accepted();
  scene.as("xa-b").when("assignment/t1.xa-b", submission()).then_rejected(kRule, "O06");
}

TEST(Coordination, O07ClosedByWhoAskedOrTheStandingAgency) {
  for (const char* agency : {"so-tai-chinh", "so-khcn"})
    asked().as(agency).when(kRequest, CloseCoordination{"Đủ"}).then(CoordinationClosed{ReasonText{"Đủ", std::nullopt}});
  asked().as("xa-a").when(kRequest, CloseCoordination{"Đủ"}).then_rejected(kForbidden, "O05");
  asked().when(kRequest, CloseCoordination{""}).then_rejected(kInvalid, "/reason");
  Given scene = asked().after(kRequest, CloseCoordination{"Đủ"});
  EXPECT_EQ(status_of(request(scene)), CoordinationStatus::kClosed);
  scene.when(kRequest, CloseCoordination{"Đủ"}).then_rejected(kRule, "O07");
  scene.as("xa-a").when(kRequest, ConfirmCoordination{}).then_rejected(kRule, "O07");
}
TEST(Coordination, O07ClosingRestsOnWhatWasSeen) {
  Given scene = asked();
  const Sequence seen = scene.world().head;
  scene.as("xa-a").after(kRequest, DisputeCoordination{"Không"});
  scene.as("so-tai-chinh").based_on(seen).when(kRequest, CloseCoordination{"Đủ"}).then_rejected(RejectionKind::kStale);
}

TEST(Coordination, O08TheWholeFollowsFromItsParts) {
  Given scene = asked();
  EXPECT_EQ(status_of(request(scene)), CoordinationStatus::kOpen);
  EXPECT_FALSE(is_overdue(request(scene), day("2026-04-01")));
  EXPECT_TRUE(is_overdue(request(scene), day("2026-04-02")));
  EXPECT_EQ(status_of(request(disputed())), CoordinationStatus::kDisputed);
  scene.as("xa-a").after(kRequest, ConfirmCoordination{});
  scene.as("xa-b").after(kRequest, ConfirmCoordination{});
  EXPECT_EQ(status_of(request(scene)), CoordinationStatus::kConfirmed);
  EXPECT_FALSE(is_overdue(request(scene), day("2026-04-02")));
}

TEST(Coordination, O09ASuccessorSpeaksForWhomItTookOver) {
  Given scene = asked();
  scene.fact({"agency/xa-a", AgencyMerged{{"xa-c"}, day("2026-03-14"), qd1()}});
  scene.as("xa-c").after(kRequest, DisputeCoordination{"Không"});
  EXPECT_EQ(answer(scene), CoordinationAnswer::kDisputed);
  EXPECT_EQ(request(scene).asked.front().by, AgencyId{"xa-c"});
  scene.fact({"agency/so-tai-chinh", AgencyMerged{{"so-noi-vu"}, day("2026-03-14"), qd1()}});
  const Sequence objection = request(scene).asked.front().sequence;
  scene.as("so-noi-vu").when(kRequest, AnswerCoordination{{objection}, "Vậy"}).then_accepted();
}
TEST(Coordination, O09AnswersForBothWhereBothWereAsked) {
  Given scene = asked();
  scene.fact({"agency/xa-a", AgencyMerged{{"xa-b"}, day("2026-03-14"), qd1()}});
  scene.as("xa-b").after(kRequest, ConfirmCoordination{});
  EXPECT_EQ(status_of(request(scene)), CoordinationStatus::kConfirmed);
}

TEST(Coordination, O10ReadByWhoAsksIsAskedAndSupervises) {
  const auto reads = [](Role role, std::string agency) {
    Held held{role, std::move(agency)};
    if (role == Role::kCommitteeHead) held.committee = "bcd";
    const World world = with_people(asked().world(), "lan", {held});
    return reader_of(world, {"lan"}, day("2026-03-15")).may_read(world, subject(kRequest));
  };
  EXPECT_TRUE(reads(Role::kOfficer, "so-tai-chinh"));
  EXPECT_TRUE(reads(Role::kOfficer, "xa-b"));
  EXPECT_TRUE(reads(Role::kStandingAgency, "so-khcn"));
  EXPECT_TRUE(reads(Role::kCommitteeHead, "ubnd-tinh"));
  EXPECT_TRUE(reads(Role::kInspector, "ubnd-tinh"));
  EXPECT_FALSE(reads(Role::kOfficer, "xa-c"));
  EXPECT_FALSE(reads(Role::kHead, "so-khcn"));
  EXPECT_FALSE(reads(Role::kPublic, "xa-a"));
}
TEST(Coordination, O10ErasingTakesItsWords) {
  Given scene = disputed();
  const Sequence objection = scene.world().head;
  scene.as("so-tai-chinh").after(kRequest, AnswerCoordination{{objection}, "Chỉ cần số liệu"});
  const Sequence reply = scene.world().head;
  scene.after(kRequest, CloseCoordination{"Đủ"});
  const Sequence closing = scene.world().head;
  for (const Sequence each : {request(scene).life.first, objection, reply, closing})
    scene.fact({"log/main", RecordErased{each, qd1(), "Nhầm"}});
  const CoordinationState& state = request(scene);
  EXPECT_FALSE(state.words || state.close_text || state.asked.front().text || state.asked.front().reply);
  EXPECT_EQ(state.asked.front().answer, CoordinationAnswer::kAnswered);
}
TEST(Coordination, O10ARequestMovesNoTask) {
  const Sequence before = scene_of("so-tai-chinh").world().representation(subject("task/t1"));
  const Given scene = asked();
  EXPECT_EQ(scene.world().representation(subject("task/t1")), before);
  EXPECT_EQ(scene.world().representation(subject("assignment/t1.joint")),
            scene_of("so-tai-chinh").world().representation(subject("assignment/t1.joint")));
}

}  // namespace
}  // namespace luuvet::test
