#include "projections/money/funded_parts.h"

#include <algorithm>
#include <functional>

#include "domain/links/link_rows.h"

namespace luuvet::projections {
namespace {

FundedPart& part_for(std::vector<FundedPart>& parts, const BudgetComponent* component) {
  const auto found = std::ranges::find(parts, component, &FundedPart::component);
  if (found != parts.end()) return *found;
  FundedPart part;
  part.component = component;
  return parts.emplace_back(std::move(part));
}

void add_row(const World& world, FundedPart& part, const std::string& text) {
  const auto row = parse_subject(text);
  if (!row || row->aggregate == Aggregate::kBudgetLine) return;
  part.linked = true;
  if (row->aggregate != Aggregate::kTask || !world.tasks.find(row->id)) return;
  if (std::ranges::find(part.tasks, TaskId{row->id}) == part.tasks.end()) part.tasks.push_back({row->id});
}

}  // namespace

std::vector<FundedPart> funded_parts(const World& world, const BudgetLine& line, const BudgetBook* book) {
  std::vector<FundedPart> parts(1);
  for (const LinkState* link : links_of(world, Subject{Aggregate::kBudgetLine, line.id.value}.text())) {
    if (link->pair.kind != LinkKind::kFunds || link->status != LinkStatus::kLinked) continue;
    const BudgetComponent* named =
        link->pair.component && book ? find_component(*book, *link->pair.component) : nullptr;
    FundedPart& part = part_for(parts, named);
    for (const std::string& text : link->pair.subjects) add_row(world, part, text);
  }
  // Components stand in one vector: their addresses are in its order; the rest has none.
  std::sort(parts.begin(), parts.end(), [](const FundedPart& a, const FundedPart& b) {
    return std::less<const BudgetComponent*>()(a.component, b.component);
  });
  return parts;
}

PartMoney money_of(const BudgetComponent& component, std::optional<std::int64_t> year) {
  PartMoney money;
  for (const MoneyCell& cell : component.cells) {
    if (year && cell.year != *year) continue;
    money.allocated = plus(money.allocated, cell.allocated);
    money.disbursed = plus(money.disbursed, cell.disbursed);
  }
  return money;
}

PartMoney money_of(const BudgetBook* book, const std::vector<FundedPart>& parts, const FundedPart& part,
                   std::optional<std::int64_t> year) {
  if (part.component) return money_of(*part.component, year);
  PartMoney money;
  for (std::size_t i = 0; book && i < book->components.size(); ++i) {
    const BudgetComponent* each = &book->components[i];
    if (std::ranges::find(parts, each, &FundedPart::component) != parts.end()) continue;
    const PartMoney own = money_of(*each, year);
    money.allocated = plus(money.allocated, own.allocated);
    money.disbursed = plus(money.disbursed, own.disbursed);
  }
  return money;
}

std::int64_t last_paid_year(const BudgetBook* book, const std::vector<FundedPart>& parts, const FundedPart& part,
                            std::int64_t until) {
  for (std::int64_t year = until; year > until - kPaidYearsBack; --year)
    if (money_of(book, parts, part, year).disbursed > 0) return year;
  return until;
}

}  // namespace luuvet::projections
