#include "domain/figures/submission_check.h"

#include "domain/figures/figure_body.h"

namespace luuvet {
namespace {

template <class Body>
void check_fraction(BodyCheck& check, const Body& body) {
  if (body.numerator && !body.denominator)
    check.fault("/denominator", "Cần cả tử số và mẫu số.", "Numerator and denominator go together.");
  if (body.denominator && !body.numerator)
    check.fault("/numerator", "Cần cả tử số và mẫu số.", "Numerator and denominator go together.");
  if (body.denominator && body.denominator->mantissa <= 0)
    check.fault("/denominator", "Mẫu số phải lớn hơn 0.", "The denominator is greater than 0.");
  check_number(check, "/value", body.value);
  check_number(check, "/numerator", body.numerator);
  check_number(check, "/denominator", body.denominator);
}

void one_of_them(BodyCheck& check, int said) {
  if (said == 1) return;
  check.fault("/value", "Cần đúng một trong các cách: giá trị; tử số và mẫu số; hoặc chưa có số liệu.",
              "Give exactly one of these: a value; numerator and denominator; or that it is missing.");
}

template <class Body>
void check_direction(BodyCheck& check, const IndicatorTerms& terms, const Body& body) {
  const bool share = body.numerator && !takes_shares(terms.direction);
  if (share || (body.value && !takes(terms.direction, *body.value)))
    fault_of_direction(check, "/value", terms.direction);
}

// X07, X40: what the definition asks of a number.
template <class Body>
void check_against(BodyCheck& check, const IndicatorTerms& terms, const Body& body) {
  if (terms.combine == Combining::kRate && body.value)
    check.fault("/value", "Chỉ tiêu này tổng hợp theo tử số và mẫu số; xin nhập hai số đó.",
                "This indicator is added by numerator and denominator: enter these.");
  check_direction(check, terms, body);
}

}  // namespace

void check_body(BodyCheck& check, const Submitting& at, const EnterSubmission& body) {
  const bool missing = body.missing.value_or(false);
  one_of_them(check, int{body.value.has_value()} + int{body.numerator || body.denominator} + int{missing});
  check_fraction(check, body);
  check_against(check, at.definition.terms, body);
  check.text("/reason", body.reason);
  check.text("/source", body.source);
  check.text("/comment", body.comment);
  check.document("/evidence", body.evidence);
}

void check_body(BodyCheck& check, const Submitting& at, const RestateSubmission& body) {
  const bool missing = body.missing.value_or(false);
  one_of_them(check, int{body.value.has_value()} + int{body.numerator || body.denominator} + int{missing});
  check_fraction(check, body);
  check_against(check, at.definition.terms, body);
  check.text("/reason", body.reason);
  check.document("/document", body.document);
  check.text("/source", body.source);
  check.text("/comment", body.comment);
  check.document("/evidence", body.evidence);
}

void check_official(BodyCheck& check, const IndicatorTerms& terms, const SetOfficialFigure& body) {
  const bool withdrawn = body.withdrawn.value_or(false);
  const int said = int{body.value.has_value()} + int{body.numerator || body.denominator} + int{withdrawn};
  if (said != 1)
    check.fault("/value", "Cần đúng một trong các cách: giá trị; tử số và mẫu số; hoặc rút số liệu.",
                "Give exactly one of these: a value; numerator and denominator; or that it is withdrawn.");
  check_fraction(check, body);
  check_direction(check, terms, body);
}
void check_body(BodyCheck&, const Submitting&, const SubmitSubmission&) {}
void check_body(BodyCheck&, const Submitting&, const ApproveSubmission&) {}
void check_body(BodyCheck& check, const Submitting&, const ReturnSubmissionDraft& body) {
  check.text("/reason", body.reason);
}
void check_body(BodyCheck& check, const Submitting&, const VerifySubmission& body) {
  check.text("/note", body.note);
}
void check_body(BodyCheck& check, const Submitting&, const ReturnSubmission& body) {
  check.text("/reason", body.reason);
}

}  // namespace luuvet
