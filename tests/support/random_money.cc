#include "tests/support/random_money.h"

#include "domain/decide.h"

namespace luuvet::test {

RandomMoney::RandomMoney(unsigned seed) : random_(seed) {
  for (const Fact& fact : a_budget()) log_.record(fact);
  log_.record(of_line(a_component("c2", "7003")));
  log_.record(Fact{"budget-line/b2", Registered<BudgetLine>{a_line_of("b2", {"so-noi-vu"})}});
  log_.record(Fact{"budget-line/b2", a_component("c1", "7002")});
  log_.record(Fact{"budget-line/b2", a_component("c2", "7004")});
}

bool RandomMoney::step() {
  const std::string line = kLines[below(2)];
  Command command{subject("budget-line/" + line), body(line)};
  Context context;
  context.today = day("2026-03-15");
  context.actor = {std::string(kSystemActor)};
  context.agency = {line == "b1" ? "so-tai-chinh" : "so-noi-vu"};
  context.new_id = "id-" + std::to_string(++number_);
  context.if_match = world().representation(command.target);
  if (std::holds_alternative<BookTreasuryExtract>(command.body)) {
    command.target = {Aggregate::kTreasuryExtract, context.new_id};
    context.if_match.reset();
  }
  const Result<Decision> made = decide(world(), command, context);
  if (made) log_.record(made.value(), context.today);
  return made.has_value();
}

std::string RandomMoney::some_entry(const std::string& line, bool allocation) {
  std::vector<std::string> ids;
  world().ledger.for_each([&](const auto& entry) {
    const bool fits = allocation ? entry->kind == LedgerKind::kAllocation : payment_kind(entry->kind).has_value();
    if (entry->place.starts_with(line + "/") && fits) ids.push_back(entry->id);
  });
  return ids.empty() ? "none" : ids[below(ids.size())];
}

// Need and sources as whole matrices of two years.
CommandBody RandomMoney::need() {
  const std::vector<SourceAmount> sources = {{2026, FundingSource::kCentralBudget, amount()},
                                             {2026, FundingSource::kProvincialBudget, amount()},
                                             {2027, source(), amount()}};
  if (below(2) == 0) return AssignSources{sources, qd1(), {}};
  return AmendNeed{{{2026, 3 * amount()}, {2027, 2 * amount()}}, sources, qd1(), {}};
}

CommandBody RandomMoney::extract(const std::string& line) {
  ExtractFact fact = a_treasury_fact("key-" + std::to_string(number_), amount());
  const ExtractPlace place{{line}, component(), 2026, source()};
  BookTreasuryExtract body{"f.xlsx", "d", ExtractProfile::kVouchers, {}, {}, {}, world().head};
  if (below(2) == 0) {
    fact.kind.reset();
    body.profile = ExtractProfile::kCumulative;
    body.as_at = fact.paid_on;
  }
  body.rows.push_back({fact, place, {}});
  return body;
}

CommandBody RandomMoney::payment() {
  Disburse paid = paying(static_cast<PaymentKind>(below(4)), amount());
  paid.component = component();
  paid.funding_source = source();
  return paid;
}

CommandBody RandomMoney::body(const std::string& line) {
  switch (below(10)) {
    case 0:
    case 1: {
      Allocate allocated = allocating(amount());
      allocated.component = component();
      allocated.funding_source = source();
      allocated.above_need_reason = "Theo quyết định";
      return allocated;
    }
    case 2:
      return ReduceAllocation{{some_entry(line, true)}, amount(), qd1(), "x"};
    case 3:
      return ReverseDisbursement{{some_entry(line, false)}, "x"};
    case 4:
      return extract(line);
    case 5:
      return need();
    default:
      return payment();
  }
}

}  // namespace luuvet::test
