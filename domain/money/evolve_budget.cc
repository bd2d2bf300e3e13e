// The money of budget lines: every event changes the book's sums and, where money moved, adds a line to the ledger.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

template <class Items, class Id>
auto* find_in(Items& items, const Id& id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& each) { return each.id == id; });
  return found == items.end() ? nullptr : &*found;
}

MoneyCell& cell_in(BudgetComponent& component, std::int64_t year, FundingSource source) {
  const auto before = [](const MoneyCell& a, const MoneyCell& b) {
    return std::pair(a.year, a.funding_source) < std::pair(b.year, b.funding_source);
  };
  MoneyCell wanted;
  wanted.year = year;
  wanted.funding_source = source;
  const auto place = std::lower_bound(component.cells.begin(), component.cells.end(), wanted, before);
  if (place != component.cells.end() && !before(wanted, *place)) return *place;
  return *component.cells.insert(place, wanted);
}

// What one event makes of the book, with the lines that it adds to the ledger.
class Booking {
 public:
  Booking(World& world, const Recorded& recorded, BudgetBook& book, Epoch epoch)
      : world_(world), recorded_(recorded), book_(book), epoch_(epoch) {}

  void change(const BudgetSourcesAssigned& event) { set_sources(event.sources); }
  void change(const BudgetNeedAmended& event) {
    book_.need = event.years;
    set_sources(event.sources);
  }
  void change(const BudgetNeedRevised& event) {
    const Meta& meta = recorded_.meta;
    book_.revised = RevisedNeed{event.years, event.document, meta.agency, event.open, meta.sequence, meta.time};
  }

  void change(const BudgetComponentRegistered& event) {
    BudgetComponent component;
    component.id = event.component;
    component.content = {event.name, event.investor_agency, event.investor_text, event.code,
                         event.kind, event.medium_term_code};
    if (!find_in(book_.components, event.component)) book_.components.push_back(std::move(component));
  }
  void change(const BudgetComponentAmended& event) {
    if (BudgetComponent* component = find_in(book_.components, event.component)) apply(event.set, component->content);
  }
  void change(const BudgetComponentEnded& event) {
    BudgetComponent* component = find_in(book_.components, event.component);
    if (!component) return;
    component->ended = true;
    component->ended_at = recorded_.meta.sequence;
    component->end_text = event.open;
  }

  void change(const BudgetAllocated& event);
  void change(const BudgetAllocationReduced& event);
  void change(const BudgetContractRegistered& event);
  void change(const BudgetContractAmended& event);
  void change(const BudgetDisbursed& event);
  void change(const BudgetDisbursementReversed& event);
  void change(const BudgetOutsideMoneyEntered& event);
  void change(const BudgetOutsideMoneyConfirmed& event);
  void change(const BudgetOutsideMoneyReversed& event);

 private:
  void set_sources(const std::vector<SourceAmount>& sources) {
    book_.sources = sources;
    std::sort(book_.sources.begin(), book_.sources.end(), [](const SourceAmount& a, const SourceAmount& b) {
      return std::pair(a.year, a.funding_source) < std::pair(b.year, b.funding_source);
    });
  }

  LedgerEntry entry(LedgerKind kind, std::string id, const ComponentId& component, std::int64_t year,
                    FundingSource source, Amount amount) const {
    const Meta& meta = recorded_.meta;
    LedgerEntry result;
    result.place = ledger_place(book_.line.value, meta.sequence);
    result.sequence = meta.sequence;
    result.time = meta.time;
    result.actor = meta.actor;
    result.agency = meta.agency;
    result.kind = kind;
    result.id = std::move(id);
    result.component = component;
    result.budget_year = year;
    result.funding_source = source;
    result.amount = amount;
    return result;
  }
  void add(LedgerEntry entry) {
    ++book_.entries;
    world_.ledger.put(std::make_shared<const LedgerEntry>(std::move(entry)), epoch_);
  }
  // `sign`: -1 takes it back.
  void pay(const LedgerEntry& paid, PaymentKind kind, int sign) {
    const Amount disbursed = sign * disbursed_by(kind, paid.amount);
    const Amount advanced = sign * advanced_by(kind, paid.amount);
    if (BudgetComponent* component = find_in(book_.components, paid.component)) {
      MoneyCell& cell = cell_in(*component, paid.budget_year, paid.funding_source);
      cell.disbursed = plus(cell.disbursed, disbursed);
      cell.advances = plus(cell.advances, advanced);
      if (paid.extract && paid.extract->cumulative && sign > 0)
        cell.cumulative_at = std::max(cell.cumulative_at, paid.extract->cumulative);
    }
    BudgetContract* contract = paid.contract ? find_in(book_.contracts, *paid.contract) : nullptr;
    if (!contract) return;
    contract->disbursed = plus(contract->disbursed, disbursed);
    contract->advances = plus(contract->advances, advanced);
  }

  World& world_;
  const Recorded& recorded_;
  BudgetBook& book_;
  const Epoch epoch_;
};

void Booking::change(const BudgetAllocated& event) {
  const Meta& meta = recorded_.meta;
  book_.allocations.push_back({event.allocation, event.component, event.receiver, event.receiver_text,
                               event.budget_year, event.funding_source, event.amount, 0, event.document,
                               event.carried_from, event.above_need, event.open, meta.sequence, meta.time});
  LedgerEntry line =
      entry(event.carried_from ? LedgerKind::kCarryOver : LedgerKind::kAllocation, event.allocation.value,
            event.component, event.budget_year, event.funding_source, event.amount);
  line.receiver = event.receiver ? std::optional(event.receiver->value) : event.receiver_text;
  line.document = event.document;
  line.text = event.open;
  add(std::move(line));
  BudgetComponent* component = find_in(book_.components, event.component);
  if (!component) return;
  MoneyCell& cell = cell_in(*component, event.budget_year, event.funding_source);
  cell.allocated = plus(cell.allocated, event.amount);
  if (event.carried_from) cell.carried_over = plus(cell.carried_over, event.amount);
}

void Booking::change(const BudgetAllocationReduced& event) {
  BudgetAllocation* allocation = find_in(book_.allocations, event.allocation);
  if (!allocation) return;
  allocation->reduced = plus(allocation->reduced, event.amount);
  LedgerEntry line = entry(LedgerKind::kReduction, event.allocation.value, allocation->component,
                           allocation->budget_year, allocation->funding_source, event.amount);
  line.document = event.document;
  line.text = event.open;
  add(std::move(line));
  BudgetComponent* component = find_in(book_.components, allocation->component);
  if (!component) return;
  MoneyCell& cell = cell_in(*component, allocation->budget_year, allocation->funding_source);
  cell.allocated = plus(cell.allocated, -event.amount);
  if (allocation->carried_from) cell.carried_over = plus(cell.carried_over, -event.amount);
}

void Booking::change(const BudgetContractRegistered& event) {
  book_.contracts.push_back({event.contract,
                             event.component,
                             {event.number, event.signed_on, event.contractor, event.amount, event.document},
                             0,
                             0,
                             recorded_.meta.sequence});
  if (BudgetComponent* component = find_in(book_.components, event.component))
    component->contracted = plus(component->contracted, event.amount);
}

void Booking::change(const BudgetContractAmended& event) {
  BudgetContract* contract = find_in(book_.contracts, event.contract);
  if (!contract) return;
  const Amount before = contract->content.amount;
  apply(event.set, contract->content);
  contract->sequence = recorded_.meta.sequence;
  if (BudgetComponent* component = find_in(book_.components, contract->component))
    component->contracted = plus(component->contracted, plus(contract->content.amount, -before));
}

void Booking::change(const BudgetDisbursed& event) {
  LedgerEntry line = entry(ledger_kind(event.kind), event.payment.value, event.component, event.budget_year,
                           event.funding_source, event.amount);
  line.day = event.paid_on;
  line.voucher = event.voucher;
  line.contract = event.contract;
  line.extract = event.extract;
  line.text = event.open;
  const auto disbursed = [&]() -> Amount {
    const BudgetComponent* component = find_in(book_.components, event.component);
    return component ? cell_of(*component, event.budget_year, event.funding_source).disbursed : 0;
  };
  const Amount before = disbursed();
  pay(line, event.kind, 1);
  if (event.extract) note_booked_row(world_, recorded_, event, before, disbursed(), epoch_);
  world_.payment_places.put(std::make_shared<const PaymentPlace>(
                                PaymentPlace{payment_place(book_.line.value, event.payment), recorded_.meta.sequence}),
                            epoch_);
  add(std::move(line));
}

void Booking::change(const BudgetDisbursementReversed& event) {
  const PaymentPlace* place = world_.payment_places.find(payment_place(book_.line.value, event.payment));
  const LedgerEntry* paid = place ? world_.ledger.find(ledger_place(book_.line.value, place->sequence)) : nullptr;
  const auto kind = paid && paid->reversed_by == 0 ? payment_kind(paid->kind) : std::nullopt;
  if (!kind) return;
  auto marked = std::make_shared<LedgerEntry>(*paid);
  marked->reversed_by = recorded_.meta.sequence;
  LedgerEntry line = entry(LedgerKind::kReversal, event.payment.value, marked->component, marked->budget_year,
                           marked->funding_source, marked->amount);
  line.contract = marked->contract;
  line.reverses = marked->sequence;
  line.text = event.open;
  pay(*marked, *kind, -1);
  world_.ledger.put(std::move(marked), epoch_);
  add(std::move(line));
}

void Booking::change(const BudgetOutsideMoneyEntered& event) {
  const Meta& meta = recorded_.meta;
  book_.outside.push_back({event.entry, event.component, event.kind, event.year, event.amount, event.on_day,
                           event.document, event.open, meta.agency, meta.sequence, meta.time, std::nullopt, 0});
}

void Booking::change(const BudgetOutsideMoneyConfirmed& event) {
  for (const OutsideMoneyId& id : event.entries)
    if (OutsideMoney* entry = find_in(book_.outside, id)) entry->confirmed_by = recorded_.meta.agency;
}

void Booking::change(const BudgetOutsideMoneyReversed& event) {
  if (OutsideMoney* entry = find_in(book_.outside, event.entry)) entry->reversed_at = recorded_.meta.sequence;
}

// Whether a component's name, or who has its money, may have moved.
template <class E>
constexpr bool kMovesComponents =
    std::is_same_v<E, BudgetComponentRegistered> || std::is_same_v<E, BudgetComponentAmended> ||
    std::is_same_v<E, BudgetComponentEnded> || std::is_same_v<E, BudgetAllocated>;

}  // namespace

template <BudgetEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  auto next = copy_of(world.budget_books, recorded.subject.id);
  next->line.value = recorded.subject.id;
  Booking(world, recorded, *next, epoch).change(event);
  world.budget_books.put(std::move(next), epoch);
  move_row(world.budget_lines, recorded, epoch);
  if constexpr (kMovesComponents<E>) world.rows_at = recorded.meta.sequence;
}
template void evolve_one(World&, const Recorded&, const BudgetSourcesAssigned&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetNeedAmended&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetNeedRevised&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetComponentRegistered&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetComponentAmended&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetComponentEnded&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetAllocated&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetAllocationReduced&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetContractRegistered&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetContractAmended&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetDisbursed&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetDisbursementReversed&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetOutsideMoneyEntered&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetOutsideMoneyConfirmed&, Epoch);
template void evolve_one(World&, const Recorded&, const BudgetOutsideMoneyReversed&, Epoch);

}  // namespace luuvet
