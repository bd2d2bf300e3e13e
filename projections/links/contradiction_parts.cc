#include "projections/links/contradiction_parts.h"

namespace luuvet::projections {

double number(const Decimal& value) {
  double result = static_cast<double>(value.mantissa);
  for (int i = 0; i < value.scale; ++i) result /= 10;
  return result;
}

std::string targets_text(const Indicator& row) {
  std::string text;
  for (const Target& each : row.targets) {
    if (!text.empty()) text += "; ";
    text += std::to_string(each.year) + ": " + each.text;
  }
  return row.unit ? text + " (" + *row.unit + ")" : text;
}

}  // namespace luuvet::projections
