#include "projections/money/money_sums.h"

#include <algorithm>
#include <set>

namespace luuvet::projections {
namespace {

bool counts_year(const MoneySlice& slice, std::int64_t year) {
  return !slice.year || *slice.year == year;
}

bool counts_cell(const MoneySlice& slice, std::int64_t year, FundingSource source) {
  return !slice.unassigned && counts_year(slice, year) && (!slice.funding_source || *slice.funding_source == source);
}

std::optional<Amount> added(const std::optional<Amount>& a, const std::optional<Amount>& b) {
  return a && b ? std::optional(plus(*a, *b)) : std::nullopt;
}

void add_cells(MoneySums& sums, const BudgetComponent& component, const MoneySlice& slice) {
  for (const MoneyCell& cell : component.cells) {
    if (!counts_cell(slice, cell.year, cell.funding_source)) continue;
    sums.allocated = plus(sums.allocated, cell.allocated);
    sums.carried_over = plus(sums.carried_over, cell.carried_over);
    sums.advances_outstanding = plus(sums.advances_outstanding, cell.advances);
    sums.disbursed = plus(sums.disbursed, cell.disbursed);
    sums.remaining = plus(sums.remaining, cell.remaining());
    sums.above_ceiling = plus(sums.above_ceiling, cell.above_ceiling());
  }
}

// It comes from no budget: it belongs to what is private or other.
void add_outside(MoneySums& sums, const BudgetBook& book, const MoneySlice& slice) {
  for (const OutsideMoney& each : book.outside) {
    if (!each.confirmed_by || each.reversed_at != 0) continue;
    if (slice.component && each.component != *slice.component) continue;
    if (!counts_cell(slice, each.year, FundingSource::kPrivateAndOther)) continue;
    Amount& sum = each.kind == OutsideMoneyKind::kMobilised ? sums.mobilised : sums.spent;
    sum = plus(sum, each.amount);
  }
}

// Need and sources: of a source what is assigned to it, of none what is left.
void add_need(MoneySums& sums, const BudgetLine& line, const BudgetBook* book, const MoneySlice& slice) {
  static const std::vector<SourceAmount> kNone;
  const auto& sources = book ? book->sources : kNone;
  Amount need = 0, assigned = 0, of_source = 0;
  for (const YearAmount& each : need_in_force(line, book))
    if (counts_year(slice, each.year)) need = plus(need, each.amount);
  for (const SourceAmount& each : sources) {
    if (!counts_year(slice, each.year)) continue;
    assigned = plus(assigned, each.amount);
    if (slice.funding_source == each.funding_source) of_source = plus(of_source, each.amount);
  }
  if (slice.funding_source) {
    sums.need = sums.assigned = of_source;
    return;
  }
  const Amount left = plus(need, -assigned);
  sums.unassigned = left;
  sums.need = slice.unassigned ? left : need;
  if (!slice.unassigned) sums.assigned = assigned;
}

std::optional<Amount> revised(const BudgetBook* book, const MoneySlice& slice) {
  if (!book || !book->revised || slice.funding_source || slice.unassigned) return std::nullopt;
  return slice.year ? of_year(book->revised->years, *slice.year) : total(book->revised->years);
}

}  // namespace

MoneySums& MoneySums::operator+=(const MoneySums& other) {
  need = plus(need, other.need);
  if (other.revised_need) revised_need = plus(revised_need.value_or(0), *other.revised_need);
  assigned = plus(assigned, other.assigned);
  unassigned = plus(unassigned, other.unassigned);
  allocated = plus(allocated, other.allocated);
  carried_over = plus(carried_over, other.carried_over);
  contracted = added(contracted, other.contracted);
  advances_outstanding = plus(advances_outstanding, other.advances_outstanding);
  disbursed = plus(disbursed, other.disbursed);
  remaining = plus(remaining, other.remaining);
  above_ceiling = plus(above_ceiling, other.above_ceiling);
  mobilised = plus(mobilised, other.mobilised);
  spent = plus(spent, other.spent);
  return *this;
}

MoneySums sums_of(const BudgetLine& line, const BudgetBook* book, const MoneySlice& slice) {
  MoneySums sums;
  if (slice.year || slice.funding_source || slice.unassigned) sums.contracted.reset();
  if (!slice.component) {
    add_need(sums, line, book, slice);
    sums.revised_need = revised(book, slice);
  }
  if (!book) return sums;
  for (const BudgetComponent& component : book->components) {
    if (slice.component && component.id != *slice.component) continue;
    add_cells(sums, component, slice);
    sums.contracted = added(sums.contracted, component.contracted);
  }
  add_outside(sums, *book, slice);
  return sums;
}

std::vector<std::int64_t> years_of(const BudgetLine& line, const BudgetBook* book) {
  std::set<std::int64_t> years;
  for (const YearAmount& each : need_in_force(line, book)) years.insert(each.year);
  if (book) {
    if (book->revised)
      for (const YearAmount& each : book->revised->years) years.insert(each.year);
    for (const SourceAmount& each : book->sources) years.insert(each.year);
    for (const BudgetComponent& component : book->components)
      for (const MoneyCell& cell : component.cells) years.insert(cell.year);
    for (const OutsideMoney& each : book->outside) years.insert(each.year);
  }
  return {years.begin(), years.end()};
}

}  // namespace luuvet::projections
