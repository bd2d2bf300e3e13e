#include "domain/figures/figure_faults.h"

#include <algorithm>
#include <utility>

#include "domain/base/fold.h"
#include "domain/figures/figure.h"
#include "domain/figures/figure_body.h"

namespace luuvet {
namespace {

constexpr std::size_t kExplanationMin = 3;  // characters

struct Fault {
  std::string_view rule;
  std::string pointer;
  Message detail;
};

bool is_negative(const std::optional<Decimal>& number) {
  return number && number->mantissa < 0;
}

// A range that people have set says by itself how far down a share may go.
bool has_own_range(const World& world, const Indicator& row) {
  const IndicatorBook* book = book_of(world, row.id);
  return book && std::any_of(book->checks.begin(), book->checks.end(),
                             [](const IndicatorCheck& each) { return each.kind == CheckKind::kRange; });
}

std::optional<Fault> impossible(const World& world, const Submitting& at, const Figure& figure) {
  const IndicatorTerms& terms = at.definition.terms;
  if (terms.direction == IndicatorDirection::kRank && figure.value && !takes(terms.direction, *figure.value))
    return Fault{"X72", "/value", {"Thứ bậc là số nguyên từ 1 trở lên.", "A rank is a whole number from 1 on."}};
  const bool percent = is_percent(terms.unit);
  if (percent && is_growth(terms, at.row->name)) return std::nullopt;
  if (is_negative(figure.numerator))
    return Fault{"X72", "/numerator", {"Tử số không âm.", "The numerator is not negative."}};
  if (percent && is_negative(figure.value) && !has_own_range(world, *at.row))
    return Fault{"X72", "/value", {"Tỷ lệ phần trăm không âm.", "A share in percent is not negative."}};
  return std::nullopt;
}

std::string shown(Decimal value) {
  std::string text = to_string(value);
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string bounds_of(const Finding& found) {
  return (found.low ? shown(*found.low) : "…") + " – " + (found.high ? shown(*found.high) : "…");
}

Message sentence(const Finding& found) {
  const std::string value = found.value ? shown(*found.value) : "", last = found.previous ? shown(*found.previous) : "";
  switch (found.kind) {
    case CheckKind::kRange:
      return {value + " nằm ngoài khoảng " + bounds_of(found), value + " is outside " + bounds_of(found)};
    case CheckKind::kMonotone:
      return {value + " thấp hơn kỳ trước (" + last + ")", value + " is below the last figure (" + last + ")"};
    case CheckKind::kSumOfParts:
      return {value + " khác tổng các chỉ tiêu thành phần (" + last + ")",
              value + " is not the sum of its parts (" + last + ")"};
    case CheckKind::kNumeratorWithinDenominator:
      return {"tử số lớn hơn mẫu số", "the numerator exceeds the denominator"};
    case CheckKind::kOutlier:
      return {value + " chênh lệch lớn so với kỳ trước (" + last + ")",
              value + " is far from the last figure (" + last + ")"};
    case CheckKind::kHistory:
      return {value + " nằm xa các kỳ trước (" + bounds_of(found) + ")",
              value + " is far from its history (" + bounds_of(found) + ")"};
    case CheckKind::kCounted:
      break;
  }
  return {value + " khác số đếm được", value + " is not what is counted"};
}

bool is_error(const Finding& found) {
  return found.kind != CheckKind::kOutlier && found.importance == Importance::kError;
}

bool wants_words(const Finding& found, FigureMoment moment) {
  if (moment == FigureMoment::kDecided) return false;
  return moment == FigureMoment::kSentOn ? asks(found) : found.kind == CheckKind::kOutlier;
}

std::optional<Fault> found_fault(const std::vector<Finding>& findings, bool explained, FigureMoment moment) {
  const auto error = std::find_if(findings.begin(), findings.end(), is_error);
  if (error != findings.end()) {
    const Message why = sentence(*error);
    return Fault{"X09",
                 "/value",
                 {"Số liệu không đạt quy tắc kiểm tra của chỉ tiêu: " + why.vi + ".",
                  "The figure does not stand the indicator's checks: " + why.en + "."}};
  }
  const auto open = std::find_if(findings.begin(), findings.end(),
                                 [&](const Finding& each) { return !explained && wants_words(each, moment); });
  if (open == findings.end()) return std::nullopt;
  const Message why = sentence(*open);
  return Fault{"X08",
               "/comment",
               {"Số liệu có cảnh báo: " + why.vi + "; xin giải thích ở phần ghi chú (từ 3 ký tự, có chữ).",
                "The figure is questioned: " + why.en +
                    "; explain that in the comment (at least 3 characters, one of them a letter)."}};
}

Rejection rejected(Fault fault, const Submitting& at, bool named) {
  if (named) {
    const std::string name = "\"" + at.row->name + "\", " + at.parts.period + ": ";
    fault.detail = {name + fault.detail.vi, name + fault.detail.en};
    fault.pointer = "/kind";
  }
  Rejection rejection = rule_broken(fault.rule, std::move(fault.detail.vi), std::move(fault.detail.en));
  rejection.errors.push_back({std::move(fault.pointer), rejection.detail});
  return rejection;
}

}  // namespace

bool explains(const std::optional<std::string>& comment) {
  if (!comment) return false;
  const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && c != ' '; };
  const auto characters = std::count_if(comment->begin(), comment->end(), begins_character);
  const std::string folded = fold(*comment);
  const bool letter = std::any_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letter && static_cast<std::size_t>(characters) >= kExplanationMin;
}

bool asks(const Finding& finding) {
  return finding.kind != CheckKind::kCounted;
}

std::optional<Rejection> figure_fault(const World& world, const Submitting& at, FigureKind kind, const Figure& figure,
                                      const std::optional<std::string>& comment, FigureMoment moment, bool entered) {
  const bool named = entered || moment == FigureMoment::kDecided;
  if (auto fault = impossible(world, at, figure)) return rejected(*std::move(fault), at, named);
  const std::vector<Finding> findings = findings_on(world, *at.row, at.parts, kind, figure);
  auto fault = found_fault(findings, explains(comment), moment);
  return fault ? std::optional(rejected(*std::move(fault), at, named)) : std::nullopt;
}

}  // namespace luuvet
