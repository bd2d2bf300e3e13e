#include "domain/submission_check.h"

namespace luuvet {
namespace {

int digits_of(std::int64_t value) {
  int digits = 1;
  while (value /= 10) ++digits;
  return digits;
}

void check_number(BodyCheck& check, std::string_view pointer, const std::optional<Decimal>& number) {
  if (!number) return;
  const bool small = digits_of(number->mantissa) <= static_cast<int>(kFigureDigitsMax);
  if (!small || number->scale > kFigureDecimalsMax)
    check.fault(pointer, "Số có tối đa 15 chữ số, trong đó 4 chữ số thập phân.",
                "A figure has at most 15 digits, 4 of them decimals.");
}

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
void check_done(BodyCheck& check, const IndicatorTerms& terms, const Body& body) {
  const bool bit = body.value && (*body.value == Decimal{0, 0} || *body.value == Decimal{1, 0});
  if (terms.direction == IndicatorDirection::kDone && (body.numerator || (body.value && !bit)))
    check.fault("/value", "Chỉ nhận 1 (đã thực hiện) hoặc 0 (chưa).", "Only 1 (done) or 0 (not done).");
}

// X07: what the definition asks of a number.
template <class Body>
void check_against(BodyCheck& check, const IndicatorTerms& terms, const Body& body) {
  if (terms.combine == Combining::kRate && body.value)
    check.fault("/value", "Chỉ tiêu này tổng hợp theo tử số và mẫu số; xin nhập hai số đó.",
                "This indicator is added by numerator and denominator: enter these.");
  check_done(check, terms, body);
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
  one_of_them(check, int{body.value.has_value()} + int{body.numerator || body.denominator});
  check_fraction(check, body);
  check_against(check, at.definition.terms, body);
  check.text("/reason", body.reason);
  check.document("/document", body.document);
}

void check_official(BodyCheck& check, const IndicatorTerms& terms, const SetOfficialFigure& body) {
  const bool withdrawn = body.withdrawn.value_or(false);
  const int said = int{body.value.has_value()} + int{body.numerator || body.denominator} + int{withdrawn};
  if (said != 1)
    check.fault("/value", "Cần đúng một trong các cách: giá trị; tử số và mẫu số; hoặc rút số liệu.",
                "Give exactly one of these: a value; numerator and denominator; or that it is withdrawn.");
  check_fraction(check, body);
  check_done(check, terms, body);
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
