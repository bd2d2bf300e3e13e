// Figures of indicators: entered, submitted, approved, verified, returned, restated; and many as one act.
#include "domain/figures/submission.h"

#include "domain/figures/figure_checks.h"
#include "domain/figures/submitting.h"
#include "domain/people/readers.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kStale = RejectionKind::kStale;
constexpr auto kActual = FigureKind::kActual;

Given by_officer(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh", Role::kOfficer);
}
Given by_head(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh");
}
Given by_tracking(const std::vector<Fact>& facts) {
  return given(facts).as("so-khcn");
}
const SubmittedFigure& figure_of(const Given& scene, FigureKind kind = kActual) {
  return *find_figure(*scene.world().submissions.find("i1.so-tai-chinh.2026"), kind);
}
// i1 by quarters, by each commune, added as rates.
std::vector<Fact> by_communes() {
  return together(an_indicator_to_measure(),
                  std::vector{defined(terms(Combining::kRate, {"cac-xa"}, Frequency::kQuarter))});
}

TEST(Submissions, X06AreOfWhoSubmitsForPeriodsThatHaveBegun) {
  const Given scene = by_officer(an_indicator_to_measure());
  scene.when(kFigures, a_figure("60")).then_accepted();
  scene.when("submission/i1.so-tai-chinh.2026-q1", a_figure("60")).then_rejected(kRule, "X06");
  scene.when("submission/i1.so-tai-chinh.2027", a_figure("60")).then_rejected(kRule, "X06");
  scene.when("submission/i1.so-tai-chinh.2025", a_figure("60", FigureKind::kOfficial)).then_accepted();
  scene.when(kFigures, a_figure("60", FigureKind::kOfficial)).then_rejected(kRule, "X06");
  given(an_indicator_to_measure())
      .as("so-noi-vu", Role::kOfficer)
      .when("submission/i1.so-noi-vu.2026", a_figure("60"))
      .then_rejected(kRule, "X06");
  for (const char* none : {"submission/none.so-tai-chinh.2026", "submission/i1.khong-co.2026",
                           "submission/i1.so-tai-chinh.2026-q5", "submission/i1"})
    scene.when(none, a_figure("60")).then_rejected(RejectionKind::kNotFound);
  by_officer(by_communes()).when(kFigures, a_fraction("3", "5")).then_rejected(kRule, "X06");  // the communes do now
}

TEST(Submissions, X07AFigureSaysOneThing) {
  const Given scene = by_officer(an_indicator_to_measure());
  EnterSubmission none;
  scene.when(kFigures, none).then_rejected(kInvalid, "/value");
  EnterSubmission both = a_figure("60");
  both.missing = true;
  scene.when(kFigures, both).then_rejected(kInvalid, "/value");
  EnterSubmission half;
  half.numerator = number("3");
  scene.when(kFigures, half).then_rejected(kInvalid, "/denominator");
  scene.when(kFigures, a_fraction("3", "0")).then_rejected(kInvalid, "/denominator");
  scene.when(kFigures, a_figure("1.23456")).then_rejected(kInvalid, "/value");
  scene.when(kFigures, a_figure("1234567890123456")).then_rejected(kInvalid, "/value");
  EnterSubmission evidence = a_figure("60");
  evidence.evidence = DocumentId{"khong-co"};
  scene.when(kFigures, evidence).then_rejected(RejectionKind::kUnknownReference, "/evidence");
  const When rate = scene.when(kFigures, a_fraction("29", "40"));
  EXPECT_EQ(std::get<SubmissionEntered>(rate.event()).value, number("72.5"));
}

TEST(Submissions, X07RatesThatAreAddedNeedBothNumbers) {
  const Given scene = given(by_communes()).as("xa-a", Role::kOfficer).on("2026-05-01");
  scene.when("submission/i1.xa-a.2026-q1", a_figure("60")).then_rejected(kInvalid, "/value");
  scene.when("submission/i1.xa-a.2026-q1", a_fraction("3", "5")).then_accepted();
  IndicatorTerms done = terms(Combining::kSingle, {"xa-a"});
  done.direction = IndicatorDirection::kDone;
  const Given whether =
      given(together(an_indicator_to_measure(), std::vector{defined(done)})).as("xa-a", Role::kOfficer);
  whether.when("submission/i1.xa-a.2026", a_figure("2")).then_rejected(kInvalid, "/value");
  whether.when("submission/i1.xa-a.2026", a_figure("1")).then_accepted();
}

TEST(Submissions, X08MissingNeedsAReasonAndAJumpAComment) {
  const Given scene = by_officer(an_indicator_to_measure());
  EnterSubmission missing;
  missing.missing = true;
  scene.when(kFigures, missing).then_rejected(kRule, "X08");
  missing.reason = "Chưa điều tra";
  scene.when(kFigures, missing).then_accepted();
  const Given later = by_officer(together(an_indicator_to_measure(), counted("i1.so-tai-chinh.2025", "40")));
  later.when(kFigures, a_figure("60")).then_accepted();
  const Rejection jump = later.when(kFigures, a_figure("61")).then_rejected(kRule, "X08");
  EXPECT_EQ(jump.errors.front().pointer, "/comment");
  EnterSubmission explained = a_figure("61");
  explained.comment = "Thay đổi cách tính";
  later.when(kFigures, explained).then_accepted();
}

TEST(Submissions, X09WhatBreaksACheckIsRefusedOrShown) {
  Given scene = by_officer(an_indicator_to_measure());
  scene.when(kFigures, a_figure("101")).then_accepted();  // a warning
  scene.when(kFigures, a_fraction("50", "40")).then_rejected(kRule, "X09");
  IndicatorChecksSet strict;
  strict.checks = {{CheckKind::kRange, Importance::kError, number("0"), number("100"), {}, {}},
                   {CheckKind::kMonotone, Importance::kError, {}, {}, {}, {}}};
  scene.fact({std::string(kIndicator), strict, "so-khcn"});
  scene.when(kFigures, a_figure("101")).then_rejected(kRule, "X09");
  for (const Fact& each : counted("i1.so-tai-chinh.2025", "60")) scene.fact(each);
  scene.when(kFigures, a_figure("59")).then_rejected(kRule, "X09");
  scene.when(kFigures, a_figure("60")).then_accepted();
}

TEST(Submissions, X09ASumIsThatOfItsParts) {
  std::vector<Fact> facts = an_indicator_to_measure();
  for (const char* part : {"i2", "i3"}) facts.push_back(an_indicator(an_indicator_row(part)));
  IndicatorChecksSet sum;
  sum.checks = {{CheckKind::kSumOfParts, Importance::kError, {}, {}, {{"i2"}, {"i3"}}, {}}};
  facts.push_back({std::string(kIndicator), sum, "so-khcn"});
  facts.push_back(entered("i2.so-tai-chinh.2026", "3"));
  by_officer(facts).when(kFigures, a_figure("4")).then_accepted();  // a part is not there yet
  facts.push_back(entered("i3.so-tai-chinh.2026", "2"));
  by_officer(facts).when(kFigures, a_figure("4")).then_rejected(kRule, "X09");
  by_officer(facts).when(kFigures, a_figure("5")).then_accepted();
}

// i1 of so-tai-chinh by years from 2021 on.
std::vector<Fact> with_history(std::initializer_list<const char*> values) {
  std::vector<Fact> facts = an_indicator_to_measure();
  int year = 2021;
  for (const char* value : values)
    for (const Fact& each : counted("i1.so-tai-chinh." + std::to_string(year++), value)) facts.push_back(each);
  return facts;
}

std::optional<Finding> history_finding(const World& world, std::string_view value) {
  const Indicator& row = world.indicators.find("i1")->content;
  const Figure figure{number(value), std::nullopt, std::nullopt};
  for (const Finding& each : findings_on(world, row, {{"i1"}, {"so-tai-chinh"}, "2026"}, kActual, figure))
    if (each.kind == CheckKind::kHistory) return each;
  return std::nullopt;
}

TEST(Submissions, X31AFigureIsHeldAgainstItsOwnHistory) {
  const Given scene = by_officer(with_history({"9", "10", "12", "11", "13"}));
  const auto found = history_finding(scene.world(), "17");  // no jump: 13 and half of it are more
  ASSERT_TRUE(found);
  EXPECT_EQ(found->median, number("11"));
  EXPECT_EQ(found->deviation, number("1"));
  EXPECT_EQ(found->figures, 5);
  EXPECT_EQ(found->low, number("6"));
  EXPECT_EQ(found->high, number("16"));
  EXPECT_FALSE(history_finding(scene.world(), "16"));
  EXPECT_TRUE(history_finding(scene.world(), "5.9"));
  scene.when(kFigures, a_figure("17")).then_accepted();  // a warning
}

TEST(Submissions, X31AShortOrEvenHistorySaysNothing) {
  EXPECT_FALSE(history_finding(by_officer(with_history({"10", "12", "11"})).world(), "500"));
  EXPECT_TRUE(history_finding(by_officer(with_history({"10", "12", "11", "13"})).world(), "500"));
  EXPECT_FALSE(history_finding(by_officer(with_history({"10", "10", "10", "10"})).world(), "500"));
  std::vector<Fact> broken = with_history({"10", "12", "11", "13", "12"});
  broken.push_back({std::string(kIndicator), IndicatorBreakMarked{2024, "6G", {}}, "so-khcn"});
  EXPECT_FALSE(history_finding(by_officer(broken).world(), "500"));
}

TEST(Submissions, X31TheSpreadIsExact) {
  const Spread even = spread_of({number("1"), number("4"), number("2"), number("10")});
  EXPECT_EQ(even.median, number("3"));
  EXPECT_EQ(even.deviation, number("1.5"));
  const Spread one = spread_of({number("-2.5")});
  EXPECT_EQ(one.median, number("-2.5"));
  EXPECT_EQ(one.deviation, number("0"));
}

TEST(Submissions, X32AFigureIsCopiedOrRound) {
  const Given scene = by_officer(with_history({"60"}));
  const auto last = previous_figure(scene.world(), {{"i1"}, {"so-tai-chinh"}, "2022"});
  const auto figure = [](std::string_view value) { return Figure{number(value), std::nullopt, std::nullopt}; };
  EXPECT_TRUE(is_copied(figure("60.0"), last));
  EXPECT_FALSE(is_copied(figure("61"), last));
  EXPECT_FALSE(is_copied(figure("60"), std::nullopt));
  EXPECT_TRUE(is_round(figure("120")));
  for (const char* value : {"0", "12", "120.5"}) EXPECT_FALSE(is_round(figure(value))) << value;
}

TEST(Submissions, X10AnOfficerEntersAndTheHeadApproves) {
  Given scene = by_officer(an_indicator_to_measure());
  scene.after(kFigures, a_figure("60"));
  EXPECT_EQ(figure_of(scene).stage, FigureStage::kDraft);
  scene.when(kFigures, ApproveSubmission{kActual}).then_rejected(kForbidden, "P01");
  scene.after(kFigures, SubmitSubmission{kActual});
  EXPECT_EQ(figure_of(scene).stage, FigureStage::kSubmitted);
  scene.when(kFigures, SubmitSubmission{kActual}).then_rejected(kRule, "X10");
  by_head(a_submitted_figure()).when(kFigures, ApproveSubmission{kActual}).then(SubmissionApproved{kActual});
  by_head(an_indicator_to_measure()).when(kFigures, ApproveSubmission{kActual}).then_rejected(kRule, "X10");
  by_head(an_approved_figure()).when(kFigures, ApproveSubmission{kActual}).then_rejected(kRule, "X10");
  scene.after(kFigures, a_figure("61"));  // recalled
  EXPECT_EQ(figure_of(scene).stage, FigureStage::kDraft);
  EnterSubmission at_once = a_figure("62");
  at_once.submit = true;
  EXPECT_EQ(scene.when(kFigures, at_once).count(), 2u);
  by_officer(an_approved_figure()).when(kFigures, a_figure("61")).then_rejected(kRule, "X10");
  given(a_drafted_figure()).as("so-noi-vu").when(kFigures, a_figure("61")).then_rejected(kForbidden, "X10");
}

TEST(Submissions, X10WhatTheHeadEntersIsApproved) {
  const When made = by_head(an_indicator_to_measure()).when(kFigures, a_figure("60"));
  ASSERT_EQ(made.count(), 2u);
  EXPECT_TRUE(std::holds_alternative<SubmissionApproved>(made.event(1)));
  const When again = by_head(a_drafted_figure()).when(kFigures, [] {
    EnterSubmission body = a_figure("60");
    body.source = "Báo cáo";
    return body;
  }());
  again.then(SubmissionApproved{kActual});
  Held deputy{Role::kDeputy, "so-tai-chinh"};
  given(a_submitted_figure()).holding({deputy}).when(kFigures, ApproveSubmission{kActual}).then_accepted();
  deputy.areas = {"cchc"};
  given(a_submitted_figure())
      .holding({deputy})
      .when(kFigures, ApproveSubmission{kActual})
      .then_rejected(kForbidden, "P07");
}

TEST(Submissions, X11TheHeadReturns) {
  Given scene = by_head(an_approved_figure());
  scene.after(kFigures, ReturnSubmissionDraft{kActual, "Sai đơn vị"});
  EXPECT_EQ(figure_of(scene).stage, FigureStage::kDraft);
  EXPECT_TRUE(figure_of(scene).returned);
  EXPECT_FALSE(counts(figure_of(scene)));
  scene.when(kFigures, ReturnSubmissionDraft{kActual, "Sai"}).then_rejected(kRule, "X11");
  by_head(a_verified_figure()).when(kFigures, ReturnSubmissionDraft{kActual, "Sai"}).then_rejected(kRule, "X11");
  by_head(a_submitted_figure()).when(kFigures, ReturnSubmissionDraft{kActual, " "}).then_rejected(kInvalid, "/reason");
}

TEST(Submissions, X12AnotherAgencyVerifies) {
  Given scene = by_tracking(an_approved_figure());
  scene.after(kFigures, VerifySubmission{kActual, "Khớp"});
  EXPECT_EQ(figure_of(scene).stage, FigureStage::kVerified);
  EXPECT_EQ(figure_of(scene).verified_by, AgencyId{"so-khcn"});
  scene.when(kFigures, VerifySubmission{kActual, {}}).then_rejected(kRule, "X12");
  by_head(an_approved_figure()).when(kFigures, VerifySubmission{kActual, {}}).then_rejected(kForbidden, "X12");
  by_tracking(a_submitted_figure()).when(kFigures, VerifySubmission{kActual, {}}).then_rejected(kRule, "X12");
  given(an_approved_figure())
      .as("xa-c", Role::kStatistics)
      .when(kFigures, VerifySubmission{kActual, {}})
      .then_accepted();
  given(an_approved_figure())
      .as("so-tai-chinh", Role::kStatistics)
      .when(kFigures, VerifySubmission{kActual, {}})
      .then_rejected(kForbidden, "X12");
  given(an_approved_figure())
      .as("so-noi-vu")
      .when(kFigures, VerifySubmission{kActual, {}})
      .then_rejected(kForbidden, "X12");
}

TEST(Submissions, X12WhatIsReturnedCountsNoMore) {
  Given scene = by_tracking(an_approved_figure());
  scene.after(kFigures, ReturnSubmission{kActual, "Chưa khớp niên giám"});
  EXPECT_EQ(figure_of(scene).stage, FigureStage::kDraft);
  EXPECT_TRUE(figure_of(scene).returned);
  EXPECT_FALSE(counts(figure_of(scene)));
  by_tracking(a_verified_figure()).when(kFigures, ReturnSubmission{kActual, "Sai"}).then_rejected(kRule, "X12");
}

TEST(Submissions, X13ARestatementKeepsBoth) {
  Given scene = by_head(a_verified_figure());
  RestateSubmission body;
  body.value = number("62");
  body.reason = "Sót một thôn";
  by_head(an_approved_figure()).when(kFigures, body).then_rejected(kRule, "X13");
  scene.after(kFigures, body);
  const SubmittedFigure& figure = figure_of(scene);
  EXPECT_EQ(figure.figure.value, number("62"));
  EXPECT_EQ(figure.stage, FigureStage::kApproved);
  ASSERT_EQ(figure.restatements.size(), 1u);
  EXPECT_EQ(figure.restatements.front().before.value, number("60"));
  EXPECT_TRUE(is_restated(figure));
  scene.when(kFigures, body).then_rejected(kRule, "X13");
  scene.when(kFigures, ReturnSubmissionDraft{kActual, "Sai"}).then_rejected(kRule, "X11");
  Given refused = scene;
  refused.as("so-khcn").after(kFigures, ReturnSubmission{kActual, "Không có căn cứ"});
  EXPECT_EQ(figure_of(refused).figure.value, number("60"));
  EXPECT_EQ(figure_of(refused).stage, FigureStage::kVerified);
  EXPECT_FALSE(is_restated(figure_of(refused)));
  scene.as("so-khcn").after(kFigures, VerifySubmission{kActual, {}});
  EXPECT_EQ(figure_of(scene).restatements.front().state, RestatementState::kVerified);
}

TEST(Submissions, X13AtMostFiftyTimes) {
  Given scene = by_head(a_verified_figure());
  for (std::size_t i = 0; i < kRestatementsMax; ++i) {
    SubmissionRestated event;
    event.value = Decimal{static_cast<std::int64_t>(i), 0};
    scene.fact({std::string(kFigures), event, "so-tai-chinh"}).fact(verified("i1.so-tai-chinh.2026"));
  }
  RestateSubmission body;
  body.value = number("62");
  body.reason = "Lại sót";
  scene.when(kFigures, body).then_rejected(kRule, "X13");
}

TEST(Submissions, X14SomethingChanges) {
  EnterSubmission same = a_figure("60");
  same.source = "Báo cáo";
  by_officer(a_drafted_figure()).when(kFigures, same).then_rejected(kRule, "X14");
  RestateSubmission body;
  body.value = number("60");
  body.reason = "Không đổi";
  by_head(a_verified_figure()).when(kFigures, body).then_rejected(kRule, "X14");
}

TEST(Submissions, X22ManyAreEnteredAsOneAct) {
  const Given scene =
      by_officer(together(an_indicator_to_measure(), std::vector{an_indicator(an_indicator_row("i2"))}));
  EnterSubmissionItem first, second, third;
  first.subject = "submission/i1.so-tai-chinh.2026";
  first.value = number("60");
  second = first;
  second.kind = FigureKind::kEstimate;
  third.subject = "submission/i2.so-tai-chinh.2026";
  third.value = number("7");
  EXPECT_EQ(scene.when("submission", EnterSubmissions{{first, second, third}}).count(), 3u);
  scene.when("submission", EnterSubmissions{{first, first}}).then_rejected(kInvalid, "/items/1/subject");
  scene.when("submission", EnterSubmissions{}).then_rejected(kInvalid, "/items");
  third.value.reset();
  third.missing = true;
  const Rejection refused = scene.when("submission", EnterSubmissions{{first, third}}).then_rejected(kRule, "X08");
  EXPECT_EQ(refused.errors.front().pointer, "/items/1/reason");
  const ApproveSubmissions approve{{{"submission/i1.so-tai-chinh.2026", 1, kActual}}};
  by_head(a_submitted_figure()).when("submission", approve).then_rejected(kStale);
}

TEST(Submissions, X22ApprovedAndVerifiedInOneAct) {
  const std::string id = "submission/i1.so-tai-chinh.2026";
  const Given submitted = by_head(a_submitted_figure()), approved = by_tracking(an_approved_figure());
  const Given drafted = by_officer(a_drafted_figure());
  submitted.when("submission", ApproveSubmissions{{{id, submitted.world().head, kActual}}})
      .then(SubmissionApproved{kActual});
  approved.when("submission", VerifySubmissions{{{id, approved.world().head, kActual, {}}}})
      .then(SubmissionVerified{kActual, std::nullopt});
  drafted.when("submission", SubmitSubmissions{{{id, drafted.world().head, kActual}}})
      .then(SubmissionSubmitted{kActual});
}

TEST(Submissions, X22ReturnedInOneAct) {
  const std::string id = "submission/i1.so-tai-chinh.2026";
  const Given submitted = by_head(a_submitted_figure()), approved = by_tracking(an_approved_figure());
  const ReturnSubmissionDrafts drafts{{{id, submitted.world().head, kActual, "Thiếu nguồn"}}};
  submitted.when("submission", drafts).then(SubmissionDraftReturned{kActual, ReasonText{"Thiếu nguồn", std::nullopt}});
  ReturnSubmissions returns{{{id, approved.world().head, kActual, "Chưa khớp niên giám"}}};
  approved.when("submission", returns)
      .then(SubmissionReturned{kActual, ReasonText{"Chưa khớp niên giám", std::nullopt}});
  by_head(an_approved_figure()).when("submission", returns).then_rejected(kForbidden, "X12");
  returns.items.front().reason = "";
  approved.when("submission", returns).then_rejected(kInvalid, "/items/0/reason");
}

TEST(Submissions, C03KindsDoNotHinderEachOther) {
  Given scene = by_officer(a_drafted_figure());
  const Sequence seen = scene.world().head;
  scene.fact(entered("i1.so-tai-chinh.2026", "80", FigureKind::kEstimate));
  scene.based_on(seen);
  scene.when(kFigures, a_figure("61")).then_accepted();
  const Rejection stale = scene.when(kFigures, a_figure("81", FigureKind::kEstimate)).then_rejected(kStale);
  EXPECT_EQ(stale.fields, std::vector<std::string>{"estimate"});
}

TEST(Submissions, X16DraftsAreReadByThoseConcerned) {
  const World world = given(a_drafted_figure()).world();
  const auto reads = [&](std::string agency, Role role) {
    Grant grant;
    grant.role = role;
    grant.agency = {std::move(agency)};
    return Reader({grant}).may_read(world, subject(kFigures));
  };
  EXPECT_TRUE(reads("so-tai-chinh", Role::kOfficer));
  EXPECT_TRUE(reads("so-khcn", Role::kOfficer));  // tracks it
  EXPECT_TRUE(reads("xa-c", Role::kStatistics));
  EXPECT_TRUE(reads("so-khcn", Role::kStandingAgency));
  EXPECT_FALSE(reads("so-noi-vu", Role::kHead));
}

TEST(Submissions, X21StaysItsAgencysAfterAMerger) {
  Given scene = by_tracking(an_approved_figure());
  scene.fact({"agency/so-tai-chinh", AgencyMerged{{"so-noi-vu"}, day("2026-03-10"), qd1()}});
  EXPECT_EQ(submitters_of(
                scene.world(),
                definition_on(scene.world(), scene.world().indicators.find("i1")->content, day("2026-12-31")).terms),
            agencies({"so-noi-vu"}));
  EXPECT_NE(scene.world().submissions.find("i1.so-tai-chinh.2026"), nullptr);
  given(an_indicator_to_measure())
      .fact({"agency/so-tai-chinh", AgencyMerged{{"so-noi-vu"}, day("2026-03-10"), qd1()}})
      .as("so-noi-vu", Role::kOfficer)
      .when("submission/i1.so-noi-vu.2026", a_figure("60"))
      .then_accepted();
}

// vnpt submits; so-khcn sponsors it.
Given of_an_outside_lead() {
  Held outside{Role::kOutsideLead, "vnpt"};
  outside.sponsor = "so-tai-chinh";
  return given(together(an_indicator_to_measure(),
                        std::vector{an_agency("vnpt"), defined(terms(Combining::kSingle, {"vnpt"}))},
                        employed("ngoai", {outside})));
}

TEST(Submissions, X27ASponsorEntersForItsOutsideLeads) {
  constexpr const char* kOutside = "submission/i1.vnpt.2026";
  Given scene = of_an_outside_lead();
  scene.as("so-noi-vu", Role::kHead).when(kOutside, a_figure("60")).then_rejected(kForbidden, "X10");
  const When by_head = scene.as("so-tai-chinh", Role::kHead).when(kOutside, a_figure("60"));
  EXPECT_EQ(by_head.count(), 2u);
  EXPECT_EQ(by_head.decision().agency, AgencyId{"so-tai-chinh"});
  scene.as("so-tai-chinh", Role::kOfficer).after(kOutside, a_figure("60"));
  const SubmittedFigure* figure = find_figure(*scene.world().submissions.find("i1.vnpt.2026"), kActual);
  EXPECT_EQ(figure->stage, FigureStage::kDraft);
  EXPECT_EQ(figure->agency, AgencyId{"so-tai-chinh"});
  SubmitSubmission submit;
  scene.after(kOutside, submit);
  scene.acting("ngoai", "vnpt").when(kOutside, ApproveSubmission{}).then_rejected(kForbidden, "P01");
  scene.as("so-tai-chinh", Role::kHead).when(kOutside, ApproveSubmission{}).then_accepted();
}

TEST(Submissions, X28SaysWhyThereIsNone) {
  const Given scene = by_officer(together(an_indicator_to_measure(), std::vector{an_agency("vnpt")}));
  const auto why = [&](const char* id) { return no_submission(scene.world(), {Aggregate::kSubmission, id}).detail.en; };
  EXPECT_EQ(why("none.so-tai-chinh.2026"), "There is no indicator none.");
  EXPECT_EQ(why("i1.khong-co.2026"), "There is no agency khong-co.");
  EXPECT_EQ(why("i1"), "Its id is of indicator, agency, period.");
  EXPECT_NE(why("i1.vnpt.2026").find("does not submit for this indicator; these do: "), std::string::npos);
  EXPECT_EQ(why("i1.so-tai-chinh.2026-q1"), "The period does not fit the indicator's frequency.");
  EXPECT_EQ(why("i1.so-tai-chinh.2026"), "The agency has entered nothing of this indicator for the period.");
  EXPECT_EQ(scene.when("submission/i1.khong-co.2026", a_figure("60")).rejection().detail.en,
            "There is no agency khong-co.");
}

TEST(Submissions, S02AnIdIsSplitFromTheRight) {
  const auto parts = split(SubmissionId{"da11.i.i.1.so-khcn.2026-q2"});
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->indicator.value, "da11.i.i.1");
  EXPECT_EQ(parts->agency.value, "so-khcn");
  EXPECT_EQ(parts->period, "2026-q2");
  for (const char* odd : {"", ".", "a.b", "a..2026", ".b.2026", "a.b.2026-13", "a.b."})
    EXPECT_FALSE(split(SubmissionId{odd})) << odd;
}

}  // namespace
}  // namespace luuvet::test
