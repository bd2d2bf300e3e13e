#include "projections/money/ratio_figures.h"

#include "domain/plans/unit_plan.h"
#include "projections/money/money_sums.h"
#include "projections/wide.h"

namespace luuvet::projections {
namespace {

constexpr Wide kHundredthsOfOne = 10'000;

const RatioDefinition* valid_in(const Ratio& ratio, std::int64_t year) {
  const RatioDefinition* found = nullptr;
  for (const RatioDefinition& each : ratio.definitions)
    if (each.valid_from <= last_of_year(year)) found = &each;
  return found;
}

// Budgeted is what was allocated, otherwise what was disbursed.
std::optional<Amount> added_up(const World& world, const Ratio& ratio, const RatioFigures& figures) {
  const RatioDefinition* definition = valid_in(ratio, figures.year);
  if (!definition || definition->lines.empty()) return std::nullopt;
  MoneySlice slice;
  slice.year = figures.year;
  Amount sum = 0;
  for (const BudgetLineId& id : definition->lines) {
    const auto* line = world.budget_lines.find(id.value);
    if (!line) continue;
    const MoneySums sums = sums_of(line->content, world.budget_books.find(id.value), slice);
    sum = plus(sum, figures.basis == MoneyBasis::kBudgeted ? sums.allocated : sums.disbursed);
  }
  return sum;
}

// Exactly: numerator / denominator >= minimum / 100.
bool reaches(Amount numerator, Amount denominator, Decimal minimum) {
  Wide scale = 100;
  for (std::uint8_t i = 0; i < minimum.scale; ++i) scale *= 10;
  return static_cast<Wide>(numerator) * scale >= static_cast<Wide>(minimum.mantissa) * denominator;
}

}  // namespace

RatioOutcome outcome_of(const World& world, const Ratio& ratio, const RatioFigures& figures) {
  RatioOutcome outcome;
  outcome.entered = figures.numerator.has_value();
  outcome.numerator = outcome.entered ? figures.numerator : added_up(world, ratio, figures);
  if (!outcome.numerator || figures.denominator <= 0) return outcome;
  outcome.hundredths =
      static_cast<std::int64_t>(static_cast<Wide>(*outcome.numerator) * kHundredthsOfOne / figures.denominator);
  outcome.met = reaches(*outcome.numerator, figures.denominator, ratio.minimum_percent);
  return outcome;
}

}  // namespace luuvet::projections
