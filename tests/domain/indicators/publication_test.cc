// The duty to publish an indicator's results, and what is recorded of publishing.
#include "domain/indicators/publication.h"

#include "domain/citations.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/indicators/publishing.h"
#include "domain/people/involvement.h"
#include "domain/people/readers.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kStale = RejectionKind::kStale;

IndicatorTerms monthly() {
  return to_publish(terms(Combining::kSingle, {"so-tai-chinh"}, Frequency::kMonth));
}
std::vector<Fact> with_a_duty() {
  return together(an_indicator_to_measure(), std::vector{defined(monthly())});
}
Given by_publisher(const std::vector<Fact>& facts) {
  return given(facts).as("vp-tinh-uy");
}
const IndicatorBook& book_in(const Given& scene) {
  return *book_of(scene.world(), {"i1"});
}
DefineIndicator asking(std::int64_t days, std::string agency = "vp-tinh-uy") {
  DefineIndicator body = a_definition();
  body.publication = PublicationDuty{AgencyId{std::move(agency)}, days};
  return body;
}

TEST(Publications, X33TheDefinitionAsksForPublication) {
  Given scene = given(an_indicator_to_measure()).as("so-khcn");
  scene.when(kIndicator, asking(0)).then_rejected(kInvalid, "/publication/within_days");
  scene.when(kIndicator, asking(367)).then_rejected(kInvalid, "/publication/within_days");
  scene.when(kIndicator, asking(15, "khong-co")).then_rejected(RejectionKind::kUnknownReference, "/publication/agency");
  scene.after(kIndicator, asking(366)).after(kIndicator, asking(15));
  const Indicator& row = scene.world().indicators.find("i1")->content;
  const IndicatorTerms now = definition_on(scene.world(), row, day("2026-03-31")).terms;
  EXPECT_EQ(publication_due(now, *parse_period("2026-q1")), day("2026-04-15"));
  EXPECT_FALSE(publication_due(definition_on(scene.world(), row, day("2025-12-31")).terms, *parse_period("2025")));
  scene.when(kIndicator, asking(15)).then_rejected(kRule, "X02");
}

TEST(Publications, X33WhoTracksItPublishesWhereNobodyIsNamed) {
  const World world = given(an_indicator_to_measure()).world();
  IndicatorTerms said = monthly();
  EXPECT_EQ(publishers_of(world, said), agencies({"vp-tinh-uy"}));
  said.publication->agency.reset();
  EXPECT_EQ(publishers_of(world, said), agencies({"so-khcn"}));
  EXPECT_EQ(publishers_of(world, terms(Combining::kSum, {"cac-xa"})), agencies({"so-khcn"}));
  const World owed = given(with_a_duty()).world();
  EXPECT_TRUE(involves(owed, {Aggregate::kIndicator, "i1"}, {"vp-tinh-uy"}));
  EXPECT_FALSE(involves(world, {Aggregate::kIndicator, "i1"}, {"vp-tinh-uy"}));
}

TEST(Publications, X34WhoPublishesRecordsIt) {
  Given officer = given(with_a_duty()).as("vp-tinh-uy", Role::kOfficer);
  officer.when(kIndicator, a_publication("2026-01")).then_accepted();
  given(with_a_duty()).as("so-khcn").when(kIndicator, a_publication("2026-01")).then_accepted();  // it stands
  Given tracking = given(with_a_duty()).as("so-khcn", Role::kOfficer);
  tracking.when(kIndicator, a_publication("2026-01")).then_rejected(kForbidden, "X34");
  Given statistics = given(with_a_duty()).as("xa-c", Role::kStatistics);
  statistics.when(kIndicator, a_publication("2026-01")).then_accepted();
  Given other = given(with_a_duty()).as("so-noi-vu");
  other.when(kIndicator, a_publication("2026-01")).then_rejected(kForbidden, "X34");
  Given inspector = given(with_a_duty()).as("vp-tinh-uy", Role::kInspector);
  inspector.when(kIndicator, a_publication("2026-01")).then_rejected(kForbidden, "P01");
}

TEST(Publications, X34WithoutADutyItIsRecordedAsWell) {
  Given scene = given(an_indicator_to_measure()).as("so-khcn", Role::kOfficer);
  scene.after(kIndicator, a_publication("2025"));
  const PublicationRecord* record = standing_publication(book_in(scene), "2025");
  ASSERT_NE(record, nullptr);
  EXPECT_EQ(record->published_on, day("2026-02-10"));
  EXPECT_EQ(record->value, number("60"));
  EXPECT_EQ(record->by, AgencyId{"so-khcn"});
}

TEST(Publications, X34AnAddressIsOfTheWeb) {
  const Given scene = by_publisher(with_a_duty());
  const auto with = [](std::string address) {
    RecordPublication body = a_publication("2026-01");
    body.address = std::move(address);
    return body;
  };
  for (const char* bad : {"laocai.gov.vn", "javascript:alert(1)", "ftp://laocai.gov.vn", "https://", "https:///x",
                          "https://a@b.vn", "https://b.vn/ a", "http://b.vn/\"x"})
    scene.when(kIndicator, with(bad)).then_rejected(kInvalid, "/address");
  for (const char* good : {"https://laocai.gov.vn", "http://laocai.gov.vn/a?b=c@d#e"})
    scene.when(kIndicator, with(good)).then_accepted();
  const std::string begin = "https://laocai.gov.vn/";
  scene.when(kIndicator, with(begin + std::string(kAddressMax - begin.size(), 'a'))).then_accepted();
  scene.when(kIndicator, with(begin + std::string(kAddressMax - begin.size() + 1, 'a')))
      .then_rejected(kInvalid, "/address");
  RecordPublication blank = with("");
  Given after = scene;
  after.after(kIndicator, blank);
  EXPECT_FALSE(standing_publication(book_in(after), "2026-01")->address);
}

TEST(Publications, X35ThePeriodIsOverAndOfTheFrequency) {
  const Given scene = by_publisher(with_a_duty());
  scene.when(kIndicator, a_publication("2026-13")).then_rejected(kInvalid, "/period");
  scene.when(kIndicator, a_publication("2026-01", "2026-03-16")).then_rejected(kInvalid, "/published_on");
  scene.when(kIndicator, a_publication("2026-03", "2026-03-15")).then_rejected(kRule, "X35");
  scene.when(kIndicator, a_publication("2026-02", "2026-02-28")).then_rejected(kRule, "X35");
  scene.when(kIndicator, a_publication("2026-02", "2026-03-01")).then_accepted();
  Given later = by_publisher(with_a_duty()).on("2026-04-20");
  later.when(kIndicator, a_publication("2026-q1", "2026-04-10")).then_rejected(kRule, "X35");
}

TEST(Publications, X36AnotherRecordReplacesWithAReason) {
  Given scene = by_publisher(with_a_duty());
  scene.after(kIndicator, a_publication("2026-01"));
  scene.when(kIndicator, a_publication("2026-01")).then_rejected(kRule, "X14");
  RecordPublication again = a_publication("2026-01", "2026-02-12");
  scene.when(kIndicator, again).then_rejected(kRule, "X36");
  again.reason = "Đính chính số liệu";
  scene.after(kIndicator, again);
  ASSERT_EQ(book_in(scene).publications.size(), 2u);
  EXPECT_EQ(book_in(scene).publications.front().published_on, day("2026-02-10"));
  EXPECT_EQ(standing_publication(book_in(scene), "2026-01")->text->reason, "Đính chính số liệu");
  again.published_on = day("2026-02-13");
  scene.based_on(1).when(kIndicator, again).then_rejected(kStale);
}

TEST(Publications, X36AtMostFourHundredRecords) {
  std::vector<Fact> facts = with_a_duty();
  for (std::size_t i = 0; i < kPublicationsMax; ++i) facts.push_back(published("2026-01"));
  RecordPublication body = a_publication("2026-02", "2026-03-05");
  by_publisher(facts).when(kIndicator, body).then_rejected(kRule, "X36");
  facts.pop_back();
  by_publisher(facts).when(kIndicator, body).then_accepted();
}

TEST(Publications, X37WhatWasRecordedByMistakeIsTakenBack) {
  Given scene = by_publisher(together(with_a_duty(), std::vector{published("2026-01")}));
  scene.when(kIndicator, TakeBackPublication{"2026-01", ""}).then_rejected(kInvalid, "/reason");
  scene.when(kIndicator, TakeBackPublication{"2026-02", "Nhầm kỳ"}).then_rejected(kRule, "X37");
  scene.after(kIndicator, TakeBackPublication{"2026-01", "Nhầm kỳ"});
  EXPECT_EQ(standing_publication(book_in(scene), "2026-01"), nullptr);
  ASSERT_TRUE(book_in(scene).publications.front().taken_back);
  EXPECT_EQ(book_in(scene).publications.front().taken_back->text->reason, "Nhầm kỳ");
  scene.when(kIndicator, TakeBackPublication{"2026-01", "Nhầm kỳ"}).then_rejected(kRule, "X37");
  scene.when(kIndicator, a_publication("2026-01")).then_accepted();  // anew, without a reason
}

TEST(Publications, X01AHeadingIsNotPublished) {
  Indicator heading = an_indicator_row("i2");
  heading.heading = true;
  Given scene = given(together(an_indicator_to_measure(), std::vector{an_indicator(heading)})).as("so-khcn");
  scene.when("indicator/i2", a_publication("2025")).then_rejected(kRule, "X01");
  scene.when("indicator/none", a_publication("2025")).then_rejected(RejectionKind::kNotFound);
}

TEST(Publications, X39TwinsSharePublications) {
  std::vector<Fact> facts = together(
      an_indicator_to_measure(), std::vector{an_indicator(an_indicator_row("i2")), indicator_twins("i1", "i2", "i2")});
  Given scene = given(facts).as("so-khcn");
  const Rejection set = scene.when(kIndicator, asking(15)).then_rejected(kRule, "X39");
  EXPECT_NE(set.detail.vi.find("i2"), std::string::npos);
  const Rejection made = scene.when(kIndicator, a_publication("2025")).then_rejected(kRule, "X39");
  EXPECT_NE(made.detail.vi.find("i2"), std::string::npos);
  scene.when("indicator/i2", a_publication("2025")).then_accepted();
  scene.when("indicator/i2", asking(15)).then_accepted();
}

TEST(Publications, E02WithoutWordsThePublicationsStay) {
  Given scene = by_publisher(together(with_a_duty(), std::vector{published("2026-01")}));
  RecordPublication again = a_publication("2026-01", "2026-02-12");
  again.reason = "Đính chính";
  scene.after(kIndicator, again);
  const Sequence replaced = scene.world().head;
  scene.after(kIndicator, TakeBackPublication{"2026-01", "Nhầm kỳ"});
  const Sequence taken_back = scene.world().head;
  scene.fact({"log/main", RecordErased{replaced, qd1(), "Theo yêu cầu"}});
  EXPECT_FALSE(book_in(scene).publications.back().text);
  EXPECT_TRUE(book_in(scene).publications.back().taken_back->text);
  scene.fact({"log/main", RecordErased{taken_back, qd1(), "Theo yêu cầu"}});
  EXPECT_FALSE(book_in(scene).publications.back().taken_back->text);
  EXPECT_EQ(book_in(scene).publications.back().value, number("60"));
}

TEST(Publications, W196ADocumentIsCitedByWhatWasPublishedByIt) {
  const std::vector<Citation> cited = citations_in(published("2026-01").event);
  ASSERT_EQ(cited.size(), 1u);
  EXPECT_EQ(cited.front(), (Citation{{"qd-1"}, "document"}));
}

}  // namespace
}  // namespace luuvet::test
