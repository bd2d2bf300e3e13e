// The cases of rights on indicators and their figures.
#include "tests/domain/right_cases.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

SetIndicatorChecks a_check_on_figures() {
  CheckInput check;
  check.kind = CheckKind::kMonotone;
  return {{check}};
}

}  // namespace

std::vector<RightCase> right_cases_of_figures() {
  const std::string row = "indicator/i1", figures = "submission/i1.so-tai-chinh.2026";
  const FigureKind kind = FigureKind::kActual;
  const Given there = given(an_indicator_to_measure()), approved = given(an_approved_figure());
  const Given submitted = given(a_submitted_figure());
  RestateSubmission restate;
  restate.value = number("62");
  restate.reason = "Sót";
  return {{"define-indicator", row, a_definition(), there},
          {"set-indicator-targets", row, some_targets(), there},
          {"enter-indicator-baseline", row, EnterIndicatorBaseline{{}, 2025, number("40"), {}}, there},
          {"mark-indicator-break", row, MarkIndicatorBreak{2035, "6G", {}}, there},
          {"set-indicator-checks", row, a_check_on_figures(), there},
          {"record-publication", row, a_publication("2025"), there},
          {"take-back-publication", row, TakeBackPublication{"2025", "Nhầm kỳ"},
           given(together(an_indicator_to_measure(), std::vector{published("2025")}))},
          {"set-official-figure", row, an_official_figure("2025", "60"), there},
          {"register-indicator", "indicator", a_new_indicator(), there},
          {"enter-submission", figures, a_figure("60"), there},
          {"submit-submission", figures, SubmitSubmission{kind}, given(a_drafted_figure())},
          {"approve-submission", figures, ApproveSubmission{kind}, submitted},
          {"return-submission-draft", figures, ReturnSubmissionDraft{kind, "Thiếu"}, submitted},
          {"verify-submission", figures, VerifySubmission{kind, {}}, approved},
          {"return-submission", figures, ReturnSubmission{kind, "Sai"}, approved},
          {"restate-submission", figures, restate, given(a_verified_figure())}};
}

}  // namespace luuvet::test
