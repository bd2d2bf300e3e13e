// Doubts about the papers, worked off (Q01 to Q04).
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;

Given doubted() {
  Given scene = given(a_task_at_work());
  for (const char* id : {"d1", "d2"}) {
    Doubt doubt;
    doubt.id = {id};
    doubt.programme = {"p1"};
    doubt.kind = "contradiction";
    doubt.places = {{"task/t1", {"p1"}, {}, {}, {}, "Quý II"}};
    scene.fact({"doubt/" + std::string(id), Registered<Doubt>{doubt}});
  }
  return scene.as("so-khcn", Role::kStandingAgency);
}
SettleDoubt kept() {
  return {DoubtOutcome::kKept, {}, "Giữ như văn bản"};
}

TEST(DoubtWorkedOff, Q01ByTheStandingAgencyOfItsPlan) {
  Given scene = doubted();
  scene.when("doubt/d1", kept()).then(DoubtSettled{DoubtOutcome::kKept, {}, ReasonText{"Giữ như văn bản", {}}});
  scene.as("vp-tinh-uy", Role::kStandingAgency)
      .when("doubt/d1", kept())
      .then_rejected(RejectionKind::kForbidden, "Q01");
  scene.when("doubt/none", kept()).then_rejected(RejectionKind::kNotFound);
}

TEST(DoubtWorkedOff, Q02KeptAndAmendedSayOnWhatGround) {
  const Given scene = doubted();
  scene.when("doubt/d1", SettleDoubt{DoubtOutcome::kKept, {}, {}}).then_rejected(kInvalid, "/reason");
  scene.when("doubt/d1", SettleDoubt{DoubtOutcome::kAmended, {}, {}}).then_rejected(kInvalid, "/reason");
  scene.when("doubt/d1", SettleDoubt{DoubtOutcome::kAmended, qd1(), {}}).then_accepted();
  scene.when("doubt/d1", SettleDoubt{DoubtOutcome::kConfirmedAssumption, {}, {}}).then_accepted();
  scene.when("doubt/d1", SettleDoubt{DoubtOutcome::kNoDoubt, {}, {}}).then_accepted();
}

TEST(DoubtWorkedOff, Q03OnceAndAgainWhenReopened) {
  Given scene = doubted();
  scene.when("doubt/d1", ReopenDoubt{"Nhầm"}).then_rejected(kRule, "Q03");
  scene.after("doubt/d1", kept());
  EXPECT_EQ(scene.world().doubts.find("d1")->settled->outcome, DoubtOutcome::kKept);
  scene.when("doubt/d1", kept()).then_rejected(kRule, "Q03");
  scene.when("doubt/d1", ReopenDoubt{""}).then_rejected(kInvalid, "/reason");
  scene.after("doubt/d1", ReopenDoubt{"Nhầm"});
  EXPECT_FALSE(scene.world().doubts.find("d1")->settled);
  scene.when("doubt/d1", kept()).then_accepted();
}

RaiseDoubt raised() {
  return {{"p1"}, "contradiction", "Hai thời hạn", {{"task/t1", "Quý II"}, {"programme/p9", {}}}};
}

TEST(DoubtNoted, Q06ByTheStandingAgencyOfAPlanThatItConcerns) {
  Given scene = doubted();
  RaiseDoubt body = raised();
  body.places.pop_back();
  const When made = scene.when("doubt", body);
  ASSERT_EQ(made.count(), 1u);
  const Doubt& doubt = std::get<Registered<Doubt>>(made.decision().events.front().event).content;
  EXPECT_EQ(doubt.programme.value, "p1");
  EXPECT_EQ(doubt.text, "Hai thời hạn");
  ASSERT_EQ(doubt.places.size(), 1u);
  EXPECT_EQ(doubt.places.front().subject, "task/t1");
  EXPECT_EQ(doubt.places.front().quote, "Quý II");
  EXPECT_FALSE(doubt.places.front().document.empty());
  scene.as("vp-tinh-uy", Role::kStandingAgency).when("doubt", body).then_rejected(RejectionKind::kForbidden, "Q06");
}

TEST(DoubtNoted, Q06SaysWhatAndWhere) {
  const Given scene = doubted();
  scene.when("doubt", raised()).then_rejected(RejectionKind::kUnknownReference, "/places/1/subject");
  RaiseDoubt body = raised();
  body.places.clear();
  scene.when("doubt", body).then_rejected(kInvalid, "/places");
  body = raised();
  body.places[1].subject = "task/t1";
  scene.when("doubt", body).then_rejected(kInvalid, "/places/1/subject");
  body.places.pop_back();
  body.kind = "khac";
  scene.when("doubt", body).then_rejected(kInvalid, "/kind");
  body.kind = "missing";
  body.text = "";
  scene.when("doubt", body).then_rejected(kInvalid, "/text");
  body.text = "Thiếu";
  body.programme = {"p9"};
  scene.when("doubt", body).then_rejected(kInvalid, "/programme");
  body = raised();
  body.places.assign(21, {"task/t1", {}});
  scene.when("doubt", body).then_rejected(kInvalid, "/places");
}

TEST(DoubtWorkedOff, Q04ManyInOneAct) {
  const Given scene = doubted();
  const Sequence seen = scene.world().head;
  SettleDoubts act{
      {{"doubt/d1", seen, DoubtOutcome::kNoDoubt, {}, {}}, {"doubt/d2", seen, DoubtOutcome::kKept, qd1(), {}}}};
  EXPECT_EQ(scene.when("doubt", act).count(), 2U);
  act.items.back().subject = "doubt/d1";
  scene.when("doubt", act).then_rejected(kInvalid, "/items/1/subject");
  act.items.back().subject = "task/t1";
  scene.when("doubt", act).then_rejected(RejectionKind::kUnknownReference, "/items/1/subject");
  act.items.back() = {"doubt/d2", seen, DoubtOutcome::kKept, {}, {}};
  scene.when("doubt", act).then_rejected(kInvalid, "/items/1/reason");
}

TEST(DoubtWorkedOff, C03OnlyASettlementStandsInTheWay) {
  Given scene = doubted();
  const Sequence seen = scene.world().head;
  scene.after("doubt/d1", kept());
  EXPECT_EQ(scene.based_on(seen).when("doubt/d1", kept()).then_rejected(RejectionKind::kStale).fields,
            std::vector<std::string>{"settled"});
}

}  // namespace
}  // namespace luuvet::test
