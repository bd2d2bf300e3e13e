#include "domain/figures/figure_body.h"

#include "domain/figures/figure.h"

namespace luuvet {
namespace {

int digits_of(std::int64_t value) {
  int digits = 1;
  while (value /= 10) ++digits;
  return digits;
}

bool is_whole(Decimal value) {
  std::int64_t unit = 1;
  for (int i = 0; i < value.scale; ++i) unit *= 10;
  return value.mantissa % unit == 0;
}

}  // namespace

void check_number(BodyCheck& check, std::string_view pointer, const std::optional<Decimal>& number) {
  if (!number) return;
  const bool small = digits_of(number->mantissa) <= static_cast<int>(kFigureDigitsMax);
  if (!small || number->scale > kFigureDecimalsMax)
    check.fault(pointer, "Số có tối đa 15 chữ số, trong đó 4 chữ số thập phân.",
                "A figure has at most 15 digits, 4 of them decimals.");
}

bool takes(IndicatorDirection direction, Decimal value) {
  if (direction == IndicatorDirection::kDone) return value == Decimal{0, 0} || value == Decimal{1, 0};
  return direction != IndicatorDirection::kRank || (is_whole(value) && value.mantissa > 0);
}

bool takes_shares(IndicatorDirection direction) {
  return direction != IndicatorDirection::kDone && direction != IndicatorDirection::kRank;
}

void fault_of_direction(BodyCheck& check, std::string_view pointer, IndicatorDirection direction) {
  if (direction == IndicatorDirection::kRank)
    check.fault(pointer, "Thứ hạng là số nguyên từ 1 trở lên.", "A place is a whole number from 1 on.");
  else
    check.fault(pointer, "Chỉ nhận 1 (đã thực hiện) hoặc 0 (chưa).", "Only 1 (done) or 0 (not done).");
}

}  // namespace luuvet
