// The figure that statistics gives of a period, whoever submits.
#include "domain/figures/official_figures.h"

#include "domain/indicators/indicator_terms.h"
#include "domain/people/readers.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;

Given by_statistics(const std::vector<Fact>& facts) {
  return given(facts).as("xa-c", Role::kStatistics);
}
const IndicatorBook& book_in(const Given& scene) {
  return *book_of(scene.world(), {"i1"});
}
Fact abroad() {
  Agency agency;
  agency.id = {"lc-thong-ke"};
  agency.province = "lai-chau";
  return {"agency/lc-thong-ke", Registered<Agency>{agency}};
}
SetOfficialFigure withdrawal(std::string period) {
  SetOfficialFigure body = an_official_figure(std::move(period), "0");
  body.value.reset();
  body.withdrawn = true;
  return body;
}

TEST(OfficialFigures, X82StatisticsOfTheProvinceGivesThem) {
  Given scene = by_statistics(an_indicator_to_measure());
  scene.after(kIndicator, an_official_figure("2025", "71.8"));
  const OfficialFigure* said = standing_official(book_in(scene), std::nullopt, "2025");
  ASSERT_NE(said, nullptr);
  EXPECT_EQ(said->figure.value, number("71.8"));
  EXPECT_EQ(said->by, AgencyId{"xa-c"});
  EXPECT_EQ(book_in(scene).periods, std::vector<std::string>{"2025"});
  const auto refused = [](const std::vector<Fact>& facts, const char* agency, Role role, const char* rule) {
    given(facts).as(agency, role).when(kIndicator, an_official_figure("2025", "1")).then_rejected(kForbidden, rule);
  };
  refused(an_indicator_to_measure(), "so-khcn", Role::kStandingAgency, "P01");
  refused(an_indicator_to_measure(), "so-tai-chinh", Role::kHead, "P01");
  refused(together(an_indicator_to_measure(), std::vector{abroad()}), "lc-thong-ke", Role::kStatistics, "X82");
}

TEST(OfficialFigures, X82ThePeriodIsOverAndOfTheFrequency) {
  const Given scene = by_statistics(an_indicator_to_measure());
  scene.when(kIndicator, an_official_figure("2026", "60")).then_rejected(kRule, "X82");
  scene.when(kIndicator, an_official_figure("2025-q4", "60")).then_rejected(kRule, "X82");
  scene.when(kIndicator, an_official_figure("2025-x", "60")).then_rejected(kInvalid, "/period");
  Given later = by_statistics(an_indicator_to_measure()).on("2027-01-01");
  later.when(kIndicator, an_official_figure("2026", "60")).then_accepted();
  Given last_day = by_statistics(an_indicator_to_measure()).on("2026-12-31");
  last_day.when(kIndicator, an_official_figure("2026", "60")).then_rejected(kRule, "X82");
}

TEST(OfficialFigures, X82OfTheWholeOrOfOneAgency) {
  Given scene = by_statistics(together(an_indicator_to_measure(), std::vector{abroad()}));
  SetOfficialFigure body = an_official_figure("2025", "50");
  body.agency = AgencyId{"lc-thong-ke"};
  scene.when(kIndicator, body).then_rejected(kInvalid, "/agency");
  body.agency = AgencyId{"khong-co"};
  scene.when(kIndicator, body).then_rejected(RejectionKind::kUnknownReference, "/agency");
  body.agency = AgencyId{"xa-a"};  // it does not submit
  scene.after(kIndicator, body);
  EXPECT_EQ(standing_official(book_in(scene), std::nullopt, "2025"), nullptr);
  EXPECT_NE(standing_official(book_in(scene), AgencyId{"xa-a"}, "2025"), nullptr);
  scene.when(kIndicator, an_official_figure("2025", "50")).then_accepted();  // another one: no reason is needed
}

TEST(OfficialFigures, X83ANumberAndOneThatStandsTheChecks) {
  const Given scene = by_statistics(an_indicator_to_measure());
  SetOfficialFigure body = an_official_figure("2025", "60");
  body.numerator = number("3");
  scene.when(kIndicator, body).then_rejected(kInvalid, "/value");
  body.value.reset();
  scene.when(kIndicator, body).then_rejected(kInvalid, "/denominator");
  body.denominator = number("5");
  scene.when(kIndicator, body).then_accepted();
  body.numerator = number("6");
  scene.when(kIndicator, body).then_rejected(kRule, "X09");
  scene.when(kIndicator, an_official_figure("2025", "1234567890123456")).then_rejected(kInvalid, "/value");
  SetOfficialFigure nothing = an_official_figure("2025", "60");
  nothing.value.reset();
  scene.when(kIndicator, nothing).then_rejected(kInvalid, "/value");
  SetOfficialFigure papers = an_official_figure("2025", "60");
  papers.document.id = DocumentId{"khong-co"};
  scene.when(kIndicator, papers).then_rejected(RejectionKind::kUnknownReference, "/document");
}

TEST(OfficialFigures, X83TheValueOfARateIsEnough) {
  Given scene = by_statistics(
      together(an_indicator_to_measure(), std::vector{defined(terms(Combining::kRate, {"so-tai-chinh"}))}));
  scene.on("2027-01-01").when(kIndicator, an_official_figure("2026", "60")).then_accepted();
}

TEST(OfficialFigures, X84AnotherOneReplacesWithAReason) {
  Given scene = by_statistics(an_indicator_to_measure());
  scene.after(kIndicator, an_official_figure("2025", "60"));
  scene.when(kIndicator, an_official_figure("2025", "60")).then_rejected(kRule, "X14");
  SetOfficialFigure again = an_official_figure("2025", "61");
  scene.when(kIndicator, again).then_rejected(kRule, "X84");
  again.reason = "Điều chỉnh sau tổng điều tra";
  scene.after(kIndicator, again);
  ASSERT_EQ(book_in(scene).official_figures.size(), 2u);
  EXPECT_EQ(book_in(scene).official_figures.front().figure.value, number("60"));
  EXPECT_EQ(standing_official(book_in(scene), std::nullopt, "2025")->text->reason, "Điều chỉnh sau tổng điều tra");
  EXPECT_TRUE(replaces(book_in(scene), book_in(scene).official_figures.back()));
  EXPECT_FALSE(replaces(book_in(scene), book_in(scene).official_figures.front()));
  again.value = number("62");
  scene.based_on(1).when(kIndicator, again).then_rejected(RejectionKind::kStale);
}

TEST(OfficialFigures, X84WithdrawnNothingStands) {
  Given scene = by_statistics(an_indicator_to_measure());
  scene.when(kIndicator, withdrawal("2025")).then_rejected(kRule, "X84");
  scene.after(kIndicator, an_official_figure("2025", "60"));
  SetOfficialFigure body = withdrawal("2025");
  scene.when(kIndicator, body).then_rejected(kRule, "X84");
  body.reason = "Nhầm kỳ";
  scene.after(kIndicator, body);
  EXPECT_EQ(standing_official(book_in(scene), std::nullopt, "2025"), nullptr);
  EXPECT_EQ(book_in(scene).official_figures.size(), 2u);
  scene.when(kIndicator, an_official_figure("2025", "60")).then_accepted();
}

TEST(OfficialFigures, X84AtMostAThousand) {
  std::vector<Fact> facts = an_indicator_to_measure();
  for (std::size_t i = 0; i < kOfficialFiguresMax; ++i) facts.push_back(officially("2025", "60"));
  by_statistics(facts).when(kIndicator, an_official_figure("2024", "50")).then_rejected(kRule, "X84");
  facts.pop_back();
  by_statistics(facts).when(kIndicator, an_official_figure("2024", "50")).then_accepted();
}

TEST(OfficialFigures, X85TwinsShareThem) {
  const Given scene = by_statistics(together(
      an_indicator_to_measure(), std::vector{an_indicator(an_indicator_row("i2")), indicator_twins("i1", "i2", "i2")}));
  const Rejection made = scene.when(kIndicator, an_official_figure("2025", "60")).then_rejected(kRule, "X85");
  EXPECT_NE(made.detail.vi.find("i2"), std::string::npos);
  scene.when("indicator/i2", an_official_figure("2025", "60")).then_accepted();
}

TEST(OfficialFigures, X01AHeadingHasNone) {
  Indicator heading = an_indicator_row("i2");
  heading.heading = true;
  const Given scene = by_statistics(together(an_indicator_to_measure(), std::vector{an_indicator(heading)}));
  scene.when("indicator/i2", an_official_figure("2025", "60")).then_rejected(kRule, "X01");
  scene.when("indicator/none", an_official_figure("2025", "60")).then_rejected(RejectionKind::kNotFound);
}

}  // namespace
}  // namespace luuvet::test
