// Indicators registered by a document, beside those that the plans print.
#include "domain/indicators/indicator_terms.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given by_standing() {
  return given(an_indicator_to_measure()).as("so-khcn");
}
TargetInput first_twenty() {
  TargetInput target;
  target.year = 2030;
  target.text = "Nhóm 20";
  target.comparator = Comparator::kRank;
  target.value = TargetValue{number("20"), std::nullopt};
  return target;
}

TEST(RegisteredIndicators, X80StandingAgencyAndStatisticsRegister) {
  by_standing().when("indicator", a_new_indicator()).then_accepted();
  given(an_indicator_to_measure()).as("xa-c", Role::kStatistics).when("indicator", a_new_indicator()).then_accepted();
  Given other = given(an_indicator_to_measure()).as("so-noi-vu");
  other.when("indicator", a_new_indicator()).then_rejected(kForbidden, "X80");
  Given officer = given(an_indicator_to_measure()).as("so-khcn", Role::kOfficer);
  officer.when("indicator", a_new_indicator()).then_rejected(kForbidden, "P01");
  Agency agency;
  agency.id = {"lc-thong-ke"};
  agency.province = "lai-chau";
  const Fact there{"agency/lc-thong-ke", Registered<Agency>{agency}};
  Given abroad = given(together(an_indicator_to_measure(), std::vector{there})).as("lc-thong-ke", Role::kStatistics);
  abroad.when("indicator", a_new_indicator()).then_rejected(kForbidden, "X80");
}

TEST(RegisteredIndicators, X80ByARegisteredDocument) {
  RegisterIndicator body = a_new_indicator();
  body.document = {"khong-co"};
  by_standing().when("indicator", body).then_rejected(kUnknown, "/document");
  body = a_new_indicator();
  body.programme = {"khong-co"};
  by_standing().when("indicator", body).then_rejected(kUnknown, "/programme");
}

TEST(RegisteredIndicators, X81ItStandsAsAPrintedRowDoes) {
  Given scene = by_standing();
  RegisterIndicator body = a_new_indicator();
  body.parent = IndicatorId{"i1"};
  body.targets = std::vector{first_twenty()};
  body.unit = "thứ hạng";
  const When made = scene.when("indicator", body);
  ASSERT_EQ(made.count(), 1u);
  const Indicator row = std::get<Registered<Indicator>>(made.event()).content;
  EXPECT_EQ(row.name, body.name);
  EXPECT_EQ(row.direction, "rank");
  EXPECT_EQ(row.source.document, DocumentId{"qd-1"});
  EXPECT_EQ(row.parent, IndicatorId{"i1"});
  scene.after("indicator", body);
  const Indicator& stands = scene.world().indicators.find(row.id.value)->content;
  EXPECT_EQ(stands, row);
  const IndicatorTerms now = definition_on(scene.world(), stands, day("2026-03-15")).terms;
  EXPECT_EQ(now.direction, IndicatorDirection::kRank);
  EXPECT_EQ(submitters_of(scene.world(), now), agencies({"so-tai-chinh"}));
  EXPECT_EQ(targets_on(scene.world(), stands, std::nullopt, day("2026-03-15")).size(), 1u);
  const std::string target = "indicator/" + row.id.value;
  scene.when(target, a_definition()).then_accepted();
  scene.when(target, some_targets()).then_accepted();
  scene.when(target, EnterIndicatorBaseline{{}, 2025, number("30"), {}}).then_accepted();
  const std::string figure = "submission/" + row.id.value + ".so-tai-chinh.2026";
  Given officer = scene;
  officer.as("so-tai-chinh").when(figure, a_figure("25")).then_accepted();
}

TEST(RegisteredIndicators, X81EachDirectionIsReadAsItWasSaid) {
  for (const IndicatorDirection each :
       {IndicatorDirection::kHigher, IndicatorDirection::kLower, IndicatorDirection::kRank, IndicatorDirection::kDone,
        IndicatorDirection::kText}) {
    Given scene = by_standing();
    RegisterIndicator body = a_new_indicator();
    body.direction = each;
    const When made = scene.when("indicator", body);
    ASSERT_EQ(made.count(), 1u);
    const Indicator row = std::get<Registered<Indicator>>(made.event()).content;
    EXPECT_EQ(definition_on(scene.world(), row, day("2026-03-15")).terms.direction, each);
  }
}

TEST(RegisteredIndicators, X81WhatIsWrongIsSaidAtItsPlace) {
  const Given scene = by_standing();
  const auto refused = [&](const RegisterIndicator& body, RejectionKind kind, const char* pointer) {
    scene.when("indicator", body).then_rejected(kind, pointer);
  };
  RegisterIndicator body = a_new_indicator();
  body.name = "";
  refused(body, kInvalid, "/name");
  body = a_new_indicator();
  body.tracking_agencies.reset();
  refused(body, kInvalid, "/tracking_agencies");
  body.implementing_agencies = agencies({"khong-co"});
  refused(body, kUnknown, "/implementing_agencies/0");
  body = a_new_indicator();
  body.parent = IndicatorId{"khong-co"};
  refused(body, kUnknown, "/parent");
  body = a_new_indicator();
  body.member = MemberId{"khong-co"};
  refused(body, kUnknown, "/member");
  body = a_new_indicator();
  body.targets = std::vector{first_twenty(), first_twenty()};
  refused(body, kInvalid, "/targets/1/year");
  body.targets = std::vector<TargetInput>(kTargetsMax + 1, first_twenty());
  refused(body, kInvalid, "/targets");
}

TEST(RegisteredIndicators, X81AParentIsOfTheSamePlan) {
  Indicator elsewhere = an_indicator_row("i2");
  elsewhere.programme = {"p2"};
  const Given scene =
      given(together(an_indicator_to_measure(), std::vector{a_programme("p2"), an_indicator(elsewhere)})).as("so-khcn");
  RegisterIndicator body = a_new_indicator();
  body.parent = IndicatorId{"i2"};
  scene.when("indicator", body).then_rejected(kInvalid, "/parent");
}

}  // namespace
}  // namespace luuvet::test
