// Steps of missions that were entered wrongly.
#include "domain/missions/mission_steps.h"
#include "tests/support/given.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;

using Step = MissionStep;

Given contracted() {
  return given(an_ordered_mission())
      .as("so-tai-chinh")
      .after(kMission, SelectMission{SelectionWay::kOpenCall, body_named("Viện Lúa"), day("2026-01-20"), qd1()})
      .after(kMission, ContractMission{"12/HĐ", 1'000, day("2026-02-01"), qd1()});
}
Given paid() {
  return contracted().after(kMission, RecordMissionDisbursement{600, day("2026-02-10"), {}, "Đợt 1"});
}
Given accepted() {
  return paid()
      .after(kMission,
             RecordMissionCouncil{CouncilKind::kAcceptance, day("2026-02-20"), CouncilResult::kPassed, qd1(), {}})
      .after(kMission, AcceptMission{day("2026-03-01"), "Đạt", qd1()});
}
const MissionState& mission(const Given& scene) {
  return *scene.world().missions.find("m1");
}
const MissionCourse& course(const Given& scene) {
  return mission(scene).course;
}

// What a test sets, with `present` for each member that it gives.
struct Setting {
  Partial<MissionStepReading> set;

  Setting& on(std::string_view date) { return set.values.on = day(date), mark("on"); }
  Setting& amount(Amount value) { return set.values.amount = value, mark("amount"); }
  Setting& number(std::string value) { return set.values.number = std::move(value), mark("number"); }
  Setting& host(Organisation value) { return set.values.host = std::move(value), mark("host"); }
  Setting& result(CouncilResult value) { return set.values.result = value, mark("result"); }
  Setting& no(std::string_view member) { return mark(member); }
  Setting& mark(std::string_view name) {
    for_each_member<MissionStepReading>([&](std::size_t index, auto member) {
      if (name == member.name) set.present |= std::uint64_t{1} << index;
    });
    return *this;
  }
};
CorrectMissionStep correcting(Step step, const Setting& setting, std::optional<Sequence> of = {}) {
  return {step, of, setting.set, "Gõ nhầm"};
}
TakeBackMissionStep taking_back(Step step, std::optional<Sequence> of = {}) {
  return {step, of, "Nhập nhầm nhiệm vụ"};
}

TEST(MissionCorrection, Z25BothReadingsStay) {
  Given scene = contracted();
  const CorrectMissionStep body = correcting(Step::kContract, Setting().number("12/HĐ").amount(1'500));
  const When made = scene.when(kMission, body);
  const auto& event = std::get<MissionStepCorrected>(made.event());
  EXPECT_EQ(names(event.set), std::vector<std::string_view>{"amount"});  // the number is as it was
  EXPECT_EQ(event.open, (ReasonText{"Gõ nhầm", std::nullopt}));
  scene.after(kMission, body);
  EXPECT_EQ(course(scene).contract->amount, 1'500);
  ASSERT_EQ(course(scene).corrections.size(), 1u);
  const MissionCorrection& kept = course(scene).corrections.front();
  EXPECT_EQ(kept.was.values.amount, 1'000);
  EXPECT_EQ(names(kept.was), std::vector<std::string_view>{"amount"});
  EXPECT_EQ(kept.set.values.amount, 1'500);
  EXPECT_EQ(kept.text->reason, "Gõ nhầm");
  EXPECT_EQ(course(scene).stage, MissionStage::kContracted);
  scene.when(kMission, body).then_rejected(kRule, "Z25");
}
TEST(MissionCorrection, Z25OnePaymentByItself) {
  Given scene = paid();
  const Sequence first = scene.world().head;
  scene.after(kMission, RecordMissionDisbursement{100, day("2026-02-11"), {}, {}});
  scene.after(kMission, correcting(Step::kDisbursement, Setting().amount(500).on("2026-02-12"), first));
  EXPECT_EQ(course(scene).disbursed(), 600);
  EXPECT_EQ(course(scene).disbursements.front().fact.paid_on, day("2026-02-12"));
  EXPECT_EQ(course(scene).disbursements.front().fact.open->note, "Đợt 1");
  scene.when(kMission, correcting(Step::kDisbursement, Setting().amount(1), first + 9)).then_rejected(kRule, "Z25");
  scene.when(kMission, correcting(Step::kDisbursement, Setting().amount(1))).then_rejected(kInvalid, "/of");
  scene.when(kMission, correcting(Step::kContract, Setting().amount(1), first)).then_rejected(kInvalid, "/of");
}
TEST(MissionCorrection, Z25OnlyWhatTheStepSays) {
  Given scene = accepted();
  const auto rejected = [&](Step step, const Setting& setting, std::string_view pointer) {
    scene.when(kMission, correcting(step, setting)).then_rejected(kInvalid, pointer);
  };
  rejected(Step::kAcceptance, Setting().amount(5), "/set/amount");
  rejected(Step::kAcceptance, Setting().no("on"), "/set/on");
  rejected(Step::kAcceptance, Setting().on("2026-03-16"), "/set/on");
  rejected(Step::kContract, Setting().amount(-5), "/set/amount");
  rejected(Step::kContract, Setting().number(" "), "/set/number");
  rejected(Step::kSelection, Setting().host(Organisation{}), "/set/host");
  CorrectMissionStep silent = correcting(Step::kContract, Setting().amount(5'000));
  silent.reason = "";
  scene.when(kMission, silent).then_rejected(kInvalid, "/reason");
  scene.after(kMission, correcting(Step::kAcceptance, Setting().no("grade")));
  EXPECT_EQ(course(scene).acceptance->grade, std::nullopt);
}
TEST(MissionCorrection, Z25TheHostGoesWithTheSelection) {
  Given scene = contracted().after(kMission, correcting(Step::kSelection, Setting().host(body_named("Viện Ngô"))));
  EXPECT_EQ(mission(scene).content.host, body_named("Viện Ngô"));
}
TEST(MissionCorrection, Z25WhoKeepsTheMissionCorrectsIt) {
  const CorrectMissionStep body = correcting(Step::kContract, Setting().amount(1'500));
  contracted().as("so-khcn").when(kMission, body).then_accepted();
  contracted().as("so-noi-vu").when(kMission, body).then_rejected(kForbidden, "Z02");
  contracted().as("xa-b").when(kMission, taking_back(Step::kContract)).then_rejected(kForbidden, "Z02");
  EXPECT_TRUE(needs_precondition(body));
  EXPECT_TRUE(needs_precondition(taking_back(Step::kContract)));
}
TEST(MissionCorrection, Z25RestsOnTheWholeCourse) {
  Given scene = contracted();
  const Sequence seen = scene.world().head;
  scene.after(kMission, RecordMissionDisbursement{600, day("2026-02-10"), {}, {}});
  scene.based_on(seen)
      .when(kMission, correcting(Step::kContract, Setting().amount(1'500)))
      .then_rejected(RejectionKind::kStale);
}

TEST(MissionCorrection, Z26ItsDayLiesBetweenTheOthers) {
  Given scene = accepted();
  scene.when(kMission, correcting(Step::kContract, Setting().on("2026-01-19"))).then_rejected(kRule, "Z26");
  scene.when(kMission, correcting(Step::kContract, Setting().on("2026-03-02"))).then_rejected(kRule, "Z26");
  scene.when(kMission, correcting(Step::kSelection, Setting().on("2026-01-09"))).then_rejected(kRule, "Z26");
  scene.when(kMission, correcting(Step::kContract, Setting().on("2026-02-11"))).then_rejected(kRule, "Z05");
  scene.after(kMission, correcting(Step::kContract, Setting().on("2026-02-05")));
  EXPECT_EQ(course(scene).contract_from, day("2026-02-05"));
}
TEST(MissionCorrection, Z26MoneyStaysWithinTheContract) {
  Given scene = paid();
  const Sequence payment = scene.world().head;
  scene.when(kMission, correcting(Step::kContract, Setting().amount(599))).then_rejected(kRule, "Z05");
  scene.when(kMission, correcting(Step::kDisbursement, Setting().amount(1'001), payment)).then_rejected(kRule, "Z05");
  scene.when(kMission, correcting(Step::kDisbursement, Setting().on("2026-01-31"), payment))
      .then_rejected(kRule, "Z05");
}
TEST(MissionCorrection, Z26AcceptanceKeepsItsCouncil) {
  Given scene = accepted();
  const Sequence council = course(scene).councils.front().sequence;
  scene.when(kMission, correcting(Step::kCouncil, Setting().result(CouncilResult::kFailed), council))
      .then_rejected(kRule, "Z06");
  scene.when(kMission, correcting(Step::kAcceptance, Setting().on("2026-02-19"))).then_rejected(kRule, "Z06");
  scene.when(kMission, taking_back(Step::kCouncil, council)).then_rejected(kRule, "Z06");
}

TEST(MissionCorrection, Z27TheLastStepIsTakenBack) {
  Given scene = accepted();
  scene.when(kMission, taking_back(Step::kContract)).then_rejected(kRule, "Z27");
  scene.after(kMission, taking_back(Step::kAcceptance));
  EXPECT_EQ(course(scene).stage, MissionStage::kUnderWay);
  EXPECT_FALSE(course(scene).acceptance);
  EXPECT_TRUE(course(scene).corrections.front().withdrawn);
  EXPECT_EQ(course(scene).corrections.front().was.values.grade, "Đạt");
  scene.when(kMission, taking_back(Step::kAcceptance)).then_rejected(kRule, "Z25");
  scene.when(kMission, taking_back(Step::kContract)).then_rejected(kRule, "Z27");  // it was paid under
  scene.after(kMission, taking_back(Step::kDisbursement, course(scene).disbursements.front().sequence));
  EXPECT_EQ(course(scene).stage, MissionStage::kContracted);
  scene.after(kMission, taking_back(Step::kContract)).after(kMission, taking_back(Step::kSelection));
  EXPECT_EQ(course(scene).stage, MissionStage::kOrdered);
  EXPECT_EQ(mission(scene).content.host, mission(given(an_ordered_mission())).content.host);
  scene.when(kMission, SelectMission{SelectionWay::kDirect, body_of("xa-b"), day("2026-01-20"), qd1()}).then_accepted();
}
TEST(MissionCorrection, Z27WhatWasStoppedByMistakeGoesOn) {
  Given scene = paid().after(kMission, StopMission{day("2026-03-01"), "Thôi", qd1()});
  scene.after(kMission, taking_back(Step::kStop));
  EXPECT_EQ(course(scene).stage, MissionStage::kUnderWay);
  scene.when(kMission, RecordMissionDisbursement{1, day("2026-03-02"), {}, {}}).then_accepted();
}
TEST(MissionCorrection, Z28ThereIsAnEndToCorrections) {
  Given scene = contracted();
  for (std::size_t i = 0; i < kMissionCorrectionsMax; ++i)
    scene.after(kMission, correcting(Step::kContract, Setting().amount(i % 2 == 0 ? 1'500 : 1'000)));
  scene.when(kMission, correcting(Step::kContract, Setting().amount(1'200))).then_rejected(kRule, "Z28");
  scene.when(kMission, taking_back(Step::kContract)).then_rejected(kRule, "Z28");
}

TEST(MissionCorrection, E02AnErasedReasonIsGoneAndNothingElse) {
  Given scene = contracted().after(kMission, correcting(Step::kContract, Setting().amount(1'500)));
  scene.fact({"log/x", RecordErased{scene.world().head, qd1(), "Có tên người"}});
  EXPECT_FALSE(course(scene).corrections.front().text);
  EXPECT_EQ(course(scene).contract->amount, 1'500);
}

}  // namespace
}  // namespace luuvet::test
