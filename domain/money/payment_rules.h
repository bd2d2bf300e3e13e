// What a payment may be, shared by typed entries and by rows of the treasury.
#pragma once

#include <optional>

#include "domain/base/result.h"
#include "domain/money/budget.h"
#include "domain/world.h"

namespace luuvet {

// M13, M14: of a typed entry. `contract`: null where it names none.
std::optional<Rejection> ceiling_fault(const MoneyCell& cell, const BudgetContract* contract, PaymentKind kind,
                                       Amount amount);

// M15: whether the day lies in the budget year, or in the January after it.
bool of_budget_year(Date day, std::int64_t year);

// The entry of a payment of the line; null: there is none.
const LedgerEntry* payment_entry(const World& world, const BudgetLineId& line, const PaymentId& payment);

// M16: whether taking it back leaves every sum within its bounds.
std::optional<Rejection> reversal_fault(const MoneyCell& cell, const BudgetContract* contract, const LedgerEntry& entry,
                                        PaymentKind kind);

}  // namespace luuvet
