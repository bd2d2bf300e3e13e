// What a budget line's book adds up to: for the line, for a year, for a source.
#pragma once

#include <optional>

#include "domain/world.h"

namespace luuvet::projections {

// Of a line without money all 0 but the need. `revised_need`: none where nobody has said one; `contracted`: none where
// it is asked for a year or a source, to which contracts do not belong.
struct MoneySums {
  Amount need = 0;
  std::optional<Amount> revised_need;
  Amount assigned = 0;
  Amount unassigned = 0;
  Amount allocated = 0;
  Amount carried_over = 0;  // of it
  std::optional<Amount> contracted = 0;
  Amount advances_outstanding = 0;
  Amount disbursed = 0;
  Amount remaining = 0;
  Amount above_ceiling = 0;
  Amount mobilised = 0;
  Amount spent = 0;

  MoneySums& operator+=(const MoneySums& other);
  bool operator==(const MoneySums&) const = default;
};
BOOST_DESCRIBE_STRUCT(MoneySums, (),
                      (need, revised_need, assigned, unassigned, allocated, carried_over, contracted,
                       advances_outstanding, disbursed, remaining, above_ceiling, mobilised, spent))

// What of a line is counted; empty members do not narrow. `unassigned`: only what no source is assigned to.
struct MoneySlice {
  std::optional<std::int64_t> year;
  std::optional<FundingSource> funding_source;
  bool unassigned = false;
  std::optional<ComponentId> component;
};

// `book`: null where nothing was entered. A component has no need of its own.
MoneySums sums_of(const BudgetLine& line, const BudgetBook* book, const MoneySlice& slice = {});

// The years of which the line says anything, ascending.
std::vector<std::int64_t> years_of(const BudgetLine& line, const BudgetBook* book);

}  // namespace luuvet::projections
