// What keeps a figure from being sent on, approved and verified; what wants an explanation; corrections of all that is
// said of it.
#include "domain/figures/figure_faults.h"

#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kActual = FigureKind::kActual;
const std::string kOfWhole = "i1.so-tai-chinh.2026";

Given by_officer(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh", Role::kOfficer);
}
Given by_head(const std::vector<Fact>& facts) {
  return given(facts).as("so-tai-chinh");
}
Given by_tracking(const std::vector<Fact>& facts) {
  return given(facts).as("so-khcn");
}
const SubmittedFigure& figure_of(const Given& scene) {
  return *find_figure(*scene.world().submissions.find(kOfWhole), kActual);
}
EnterSubmission explained(EnterSubmission body, std::string comment) {
  body.comment = std::move(comment);
  return body;
}
EnterSubmission sent(EnterSubmission body) {
  body.submit = true;
  return body;
}
Fact submitted(const std::string& id) {
  return {"submission/" + id, SubmissionSubmitted{kActual}, "so-tai-chinh"};
}
// i1 is the sum of i2 and i3.
std::vector<Fact> a_sum() {
  std::vector<Fact> facts = an_indicator_to_measure();
  for (const char* part : {"i2", "i3"}) facts.push_back(an_indicator(an_indicator_row(part)));
  IndicatorChecksSet sum;
  sum.checks = {{CheckKind::kSumOfParts, Importance::kError, {}, {}, {{"i2"}, {"i3"}}, {}}};
  facts.push_back({std::string(kIndicator), sum, "so-khcn"});
  return facts;
}
std::vector<Fact> parts(const char* first, const char* second) {
  return {entered("i2.so-tai-chinh.2026", first), entered("i3.so-tai-chinh.2026", second)};
}
std::vector<Fact> with_figure(const char* value, std::vector<Fact> more = {}) {
  return together(an_indicator_to_measure(), std::vector{entered(kOfWhole, value)}, more);
}
std::vector<Fact> named(std::string name, std::optional<std::string> unit, std::string direction = "higher") {
  Indicator row = an_indicator_row("i1");
  row.name = std::move(name);
  row.unit = std::move(unit);
  row.direction = std::move(direction);
  row.targets.clear();
  return together(a_province(), std::vector{an_indicator(row)});
}

TEST(Submissions, X70ASumIsJudgedAgainWhicheverCameFirst) {
  by_officer(together(a_sum(), parts("3", "2"))).when(kFigures, a_figure("4")).then_rejected(kRule, "X09");
  const std::vector<Fact> whole_first = together(a_sum(), std::vector{entered(kOfWhole, "4")}, parts("3", "2"));
  by_officer(whole_first).when(kFigures, SubmitSubmission{kActual}).then_rejected(kRule, "X09");
  by_head(whole_first).when(kFigures, SubmitSubmission{kActual}).then_rejected(kRule, "X09");
  const std::vector<Fact> waiting = together(whole_first, std::vector{submitted(kOfWhole)});
  const Rejection refused = by_head(waiting).when(kFigures, ApproveSubmission{kActual}).then_rejected(kRule, "X09");
  EXPECT_EQ(refused.errors.front().pointer, "/kind");
  EXPECT_NE(refused.detail.vi.find("Chỉ tiêu i1"), std::string::npos) << "many are approved in one act";
  const std::vector<Fact> in_force = together(waiting, std::vector{approved(kOfWhole)});
  by_tracking(in_force).when(kFigures, VerifySubmission{kActual, {}}).then_rejected(kRule, "X09");
  by_tracking(in_force).when(kFigures, ReturnSubmission{kActual, "Sai tổng"}).then_accepted();
}

TEST(Submissions, X70WhatAddsUpGoesOn) {
  const std::vector<Fact> facts = together(a_sum(), std::vector{entered(kOfWhole, "5")}, parts("3", "2"));
  by_officer(facts).when(kFigures, SubmitSubmission{kActual}).then_accepted();
  by_head(facts).when(kFigures, ApproveSubmission{kActual}).then_accepted();
}

TEST(Submissions, X70AnActOfManySaysWhichRow) {
  const std::vector<Fact> facts =
      together(a_sum(), std::vector{entered(kOfWhole, "4"), submitted(kOfWhole)}, parts("3", "2"));
  const Given scene = by_head(facts);
  const Sequence seen = scene.world().head;
  const ApproveSubmissions act{
      {{"submission/i2.so-tai-chinh.2026", seen, kActual}, {std::string(kFigures), seen, kActual}}};
  const Rejection refused = scene.when("submission", act).then_rejected(kRule, "X09");
  EXPECT_EQ(refused.errors.front().pointer, "/items/1/kind");
}

TEST(Submissions, X71AQuestionWantsAnExplanationWhenItIsSentOn) {
  const Given scene = by_officer(an_indicator_to_measure());
  scene.when(kFigures, a_figure("101")).then_accepted();  // a draft
  const Rejection asked = scene.when(kFigures, sent(a_figure("101"))).then_rejected(kRule, "X08");
  EXPECT_EQ(asked.errors.front().pointer, "/comment");
  EXPECT_NE(asked.detail.vi.find("101 nằm ngoài khoảng 0 – 100"), std::string::npos) << asked.detail.vi;
  for (const char* none : {"", ".", "ok", "123", " . . . "})
    scene.when(kFigures, sent(explained(a_figure("101"), none))).then_rejected(kRule, "X08");
  scene.when(kFigures, sent(explained(a_figure("101"), "Tính cả ngoài tỉnh"))).then_accepted();
  scene.when(kFigures, sent(explained(a_figure("101"), "vì"))).then_rejected(kRule, "X08");
  by_officer(with_figure("101")).when(kFigures, SubmitSubmission{kActual}).then_rejected(kRule, "X08");
  by_head(an_indicator_to_measure()).when(kFigures, a_figure("101")).then_rejected(kRule, "X08");
  by_head(with_figure("101", {submitted(kOfWhole)})).when(kFigures, ApproveSubmission{kActual}).then_accepted();
}

TEST(Submissions, X71WhatIsCountedAsksNothing) {
  Finding counted;
  counted.kind = CheckKind::kCounted;
  EXPECT_FALSE(asks(counted));
  for (const CheckKind kind : {CheckKind::kRange, CheckKind::kMonotone, CheckKind::kOutlier, CheckKind::kHistory}) {
    Finding found;
    found.kind = kind;
    EXPECT_TRUE(asks(found));
  }
}

TEST(Submissions, X72APlaceThatCannotBeGoesNoFurther) {
  const std::vector<Fact> facts = named("Xếp hạng chuyển đổi số", "Thứ bậc", "rank");
  by_officer(facts).when(kFigures, a_figure("1")).then_accepted();
  by_officer(together(facts, std::vector{entered(kOfWhole, "0")}))
      .when(kFigures, SubmitSubmission{kActual})
      .then_rejected(kRule, "X72");
  by_tracking(together(facts, counted(kOfWhole, "1.5")))
      .when(kFigures, VerifySubmission{kActual, {}})
      .then_rejected(kRule, "X72");
}

TEST(Submissions, X72AShareIsNotNegativeButGrowthMayBe) {
  for (const char* unit : {"%", "% GRDP"}) {
    const Given share = by_officer(named("Kinh phí cho khoa học", unit));
    share.when(kFigures, a_figure("-7")).then_rejected(kRule, "X72");
    share.when(kFigures, a_fraction("-1", "5")).then_rejected(kRule, "X72");
    share.when(kFigures, sent(a_figure("12500"))).then_rejected(kRule, "X08");
    share.when(kFigures, a_fraction("50", "40")).then_rejected(kRule, "X09");
  }
  for (const char* name : {"Tốc độ tăng năng suất lao động", "Mức tăng số doanh nghiệp", "Tăng trưởng kinh tế số"}) {
    const Given growth = by_officer(named(name, "%"));
    growth.when(kFigures, sent(a_figure("-7"))).then_accepted();
    growth.when(kFigures, sent(a_figure("130"))).then_accepted();
  }
  const Given speed = by_officer(named("Hạ tầng có tốc độ 1 Gb/s", "%"));
  speed.when(kFigures, a_figure("-7")).then_rejected(kRule, "X72");
  IndicatorChecksSet own;
  own.checks = {{CheckKind::kRange, Importance::kWarning, number("-10"), number("10"), {}, {}}};
  by_officer(together(named("Chênh lệch", "%"), std::vector<Fact>{{std::string(kIndicator), own, "so-khcn"}}))
      .when(kFigures, a_figure("-7"))
      .then_accepted();
  by_officer(named("Số dư", "Tỷ đồng")).when(kFigures, a_figure("-7")).then_accepted();
}

TEST(Submissions, X73NotOfADistantPast) {
  const Given scene = by_officer(an_indicator_to_measure());  // a programme from 2026 on
  scene.when("submission/i1.so-tai-chinh.1950", a_figure("60")).then_rejected(kRule, "X73");
  scene.when("submission/i1.so-tai-chinh.2015", a_figure("60")).then_rejected(kRule, "X73");
  scene.when("submission/i1.so-tai-chinh.2016", a_figure("60")).then_accepted();
}

TEST(Submissions, X74WhatStandsIsUnchangedBeforeAllElse) {
  EnterSubmission same = a_figure("60.0");
  same.source = "Báo cáo";
  for (const auto& facts : {a_submitted_figure(), an_approved_figure(), a_verified_figure()})
    by_officer(facts).when(kFigures, same).then_rejected(kRule, "X14");
  Given stale = by_officer(an_approved_figure());
  stale.based_on(1).when(kFigures, same).then_rejected(kRule, "X14");
  EnterSubmissionItem item;
  item.subject = kFigures;
  item.value = number("60");
  item.source = "Báo cáo";
  by_officer(an_approved_figure()).when("submission", EnterSubmissions{{item}}).then_rejected(kRule, "X14");
  by_officer(a_drafted_figure()).when(kFigures, sent(same)).then(SubmissionSubmitted{kActual});
  by_head(a_submitted_figure()).when(kFigures, same).then(SubmissionApproved{kActual});
  given(an_approved_figure()).as("so-noi-vu").when(kFigures, same).then_rejected(RejectionKind::kForbidden, "X10");
}

RestateSubmission correction(std::string reason) {
  RestateSubmission body;
  body.reason = std::move(reason);
  return body;
}

TEST(Submissions, X75ACorrectionMaySayThatItIsMissing) {
  Given scene = by_head(a_verified_figure());
  RestateSubmission body = correction("Điều tra lại");
  scene.when(kFigures, body).then_rejected(RejectionKind::kInvalid, "/value");
  body.missing = true;
  scene.after(kFigures, body);
  EXPECT_TRUE(figure_of(scene).missing);
  EXPECT_FALSE(figure_of(scene).figure.value);
  EXPECT_EQ(figure_of(scene).text->reason, "Điều tra lại");
  EXPECT_TRUE(figure_of(scene).restatements.front().missing);
  Given refused = scene;
  refused.as("so-khcn").after(kFigures, ReturnSubmission{kActual, "Có số liệu"});
  EXPECT_FALSE(figure_of(refused).missing);
  EXPECT_EQ(figure_of(refused).figure.value, number("60"));
  EXPECT_EQ(figure_of(refused).text, (FigureText{std::nullopt, "Báo cáo", std::nullopt}));
  scene.as("so-khcn").after(kFigures, VerifySubmission{kActual, {}});
  scene.as("so-tai-chinh").when(kFigures, body).then_rejected(kRule, "X14");
  RestateSubmission again = correction("Đã có số liệu");
  again.value = number("61");
  scene.after(kFigures, again);
  EXPECT_FALSE(figure_of(scene).missing);
  EXPECT_FALSE(figure_of(scene).text->reason);
}

TEST(Submissions, X75SourceAndEvidenceAreCorrectedToo) {
  Given scene = by_head(a_verified_figure());
  RestateSubmission body = correction("Ghi nhầm nguồn");
  body.value = number("60");
  scene.when(kFigures, body).then_rejected(kRule, "X14");
  body.source = "Niên giám thống kê";
  body.evidence = DocumentId{"qd-1"};
  scene.after(kFigures, body);
  EXPECT_EQ(figure_of(scene).text->source, "Niên giám thống kê");
  EXPECT_EQ(figure_of(scene).evidence, DocumentId{"qd-1"});
  scene.as("so-khcn").after(kFigures, VerifySubmission{kActual, {}});
  RestateSubmission value = correction("Sót một thôn");
  value.value = number("62");
  scene.as("so-tai-chinh").after(kFigures, value);
  EXPECT_EQ(figure_of(scene).text->source, "Niên giám thống kê");  // stays
  EXPECT_EQ(figure_of(scene).evidence, DocumentId{"qd-1"});
  RestateSubmission unknown = correction("Sai");
  unknown.value = number("63");
  unknown.evidence = DocumentId{"khong-co"};
  by_head(a_verified_figure()).when(kFigures, unknown).then_rejected(RejectionKind::kUnknownReference, "/evidence");
}

TEST(Submissions, X75AJumpIsExplainedInACorrectionToo) {
  const Given scene = by_head(together(a_verified_figure(), counted("i1.so-tai-chinh.2025", "55")));
  RestateSubmission body = correction("Tính lại");
  body.value = number("99");
  const Rejection asked = scene.when(kFigures, body).then_rejected(kRule, "X08");
  EXPECT_EQ(asked.errors.front().pointer, "/comment");
  body.comment = "Tăng do mở rộng phạm vi";
  scene.when(kFigures, body).then_accepted();
}

}  // namespace
}  // namespace luuvet::test
