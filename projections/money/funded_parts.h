// What of a budget line is spent for what: each component that links of funds name is a part with its own tasks, all
// other money of the line is the rest, with the tasks that are linked to the line as a whole.
#pragma once

#include <optional>
#include <vector>

#include "domain/world.h"

namespace luuvet::projections {

struct FundedPart {
  const BudgetComponent* component = nullptr;  // null: the rest
  std::vector<TaskId> tasks;                   // each once
  bool linked = false;                         // also to an indicator
};

// The rest first, then the components as the line has them. `book`: null where nothing was entered. They point into it.
std::vector<FundedPart> funded_parts(const World& world, const BudgetLine& line, const BudgetBook* book);

struct PartMoney {
  Amount allocated = 0;
  Amount disbursed = 0;
};

// Of all its cells; those of one budget year.
PartMoney money_of(const BudgetComponent& component, std::optional<std::int64_t> year = {});

// Of one budget year, or of all: no đồng of a line belongs to two of its parts.
PartMoney money_of(const BudgetBook* book, const std::vector<FundedPart>& parts, const FundedPart& part,
                   std::optional<std::int64_t> year);

inline constexpr std::int64_t kPaidYearsBack = 10;

// The newest budget year up to `until`, of so many, of which money of the part was paid; `until` where there is none.
std::int64_t last_paid_year(const BudgetBook* book, const std::vector<FundedPart>& parts, const FundedPart& part,
                            std::int64_t until);

}  // namespace luuvet::projections
