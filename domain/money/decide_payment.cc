// Payments of a component, typed (M13 to M16), and money outside the budget (M17).
#include <algorithm>
#include <set>
#include <utility>

#include "domain/money/budget_scene.h"
#include "domain/money/payment_rules.h"

namespace luuvet {
namespace {

constexpr std::size_t kVoucherBytesMax = 200;

const BudgetContract* named_contract(const LineAtHand& at, const Disburse& body) {
  return body.contract ? find_contract(at.book, *body.contract) : nullptr;
}

void check_body(BodyCheck& check, const LineAtHand& at, const Disburse& body) {
  check_component(check, at.book, body.component);
  check_budget_year(check, "/budget_year", body.budget_year);
  check_amount(check, "/amount", body.amount);
  check.not_future("/paid_on", body.paid_on);
  check.text("/voucher", body.voucher);
  check.text("/reason", body.reason);
  if (body.voucher && body.voucher->size() > kVoucherBytesMax)
    check.fault("/voucher", "Số chứng từ dài quá 200 ký tự.", "The voucher's number is longer than 200 characters.");
  if (!body.contract) return;
  const BudgetContract* contract = named_contract(at, body);
  if (!contract)
    check.unknown("/contract", body.contract->value);
  else if (contract->component != body.component)
    check.fault("/contract", "Hợp đồng thuộc dự án, nhiệm vụ khác.", "The contract is another component's.");
}

bool gives_money(PaymentKind kind) {
  return kind == PaymentKind::kAdvance || kind == PaymentKind::kPayment;
}

std::optional<Rejection> payment_fault(const LineAtHand& at, const Disburse& body) {
  const BudgetComponent& component = *find_component(at.book, body.component);
  if (component.ended && gives_money(body.kind)) return ended_component();
  if (component.content.kind == ComponentKind::kNonBudget)
    return rule_broken("M17", "Vốn ngoài ngân sách không thanh toán qua kho bạc; hãy nhập số đã thực hiện.",
                       "Money outside the budget is not paid by the treasury: enter what was spent.");
  if (at.book.entries >= kLedgerMax) return too_many_entries();
  if (!of_budget_year(body.paid_on, body.budget_year) && !body.reason)
    return rule_broken("M15", "Ngày thanh toán ngoài niên độ ngân sách; cần nêu lý do.",
                       "The day lies outside the budget year: give the reason.");
  const MoneyCell cell = cell_of(component, body.budget_year, body.funding_source);
  return ceiling_fault(cell, named_contract(at, body), body.kind, body.amount);
}

// --- reversing ---

bool keeps_the_budget(const Scene& scene, const LineAtHand& at, const AgencyId& agency) {
  return of_province(scene.world, at.programme, agency) &&
         std::any_of(scene.acting.grants.begin(), scene.acting.grants.end(),
                     [](const Grant& grant) { return grant.role == Role::kFinance; });
}

std::optional<Rejection> author_fault(const Scene& scene, const LineAtHand& at, const LedgerEntry& entry,
                                      const AgencyId& agency) {
  if (keeps_the_budget(scene, at, agency)) return std::nullopt;
  if (!entry.extract && scene.world.succeeds(agency, entry.agency)) return std::nullopt;
  return rule_broken("M16", "Chỉ cơ quan đã nhập hoặc Sở Tài chính được hủy bút toán này.",
                     "Only the agency that entered it, or the finance department, takes it back.");
}

std::optional<Rejection> undo_fault(const LineAtHand& at, const LedgerEntry& entry) {
  if (entry.reversed_by != 0) return rule_broken("M16", "Bút toán này đã được hủy.", "This was taken back already.");
  if (at.book.entries >= kLedgerMax) return too_many_entries();
  const auto kind = payment_kind(entry.kind);
  const BudgetComponent* component = find_component(at.book, entry.component);
  if (!kind || !component) return not_found();
  const BudgetContract* contract = entry.contract ? find_contract(at.book, *entry.contract) : nullptr;
  return reversal_fault(cell_of(*component, entry.budget_year, entry.funding_source), contract, entry, *kind);
}

// --- money outside the budget ---

Rejection no_longer_there() {
  return rule_broken("M17", "Mục này đã được hủy.", "This entry was taken back.");
}

// Who answers for an entry: the head of the agency that entered it; of an outside lead its sponsor's.
bool confirms_for(const World& world, const OutsideMoney& entry, const AgencyId& agency) {
  const SponsoredAgency* row = world.sponsored.find(entry.agency.value);
  if (!row || row->sponsors.empty()) return world.succeeds(agency, entry.agency);
  return std::any_of(row->sponsors.begin(), row->sponsors.end(),
                     [&](const auto& sponsor) { return sponsor.agency == agency; });
}

std::optional<Rejection> confirmation_fault(const World& world, const OutsideMoney& entry, const AgencyId& agency) {
  if (entry.reversed_at != 0) return no_longer_there();
  if (entry.confirmed_by) return rule_broken("M17", "Mục này đã được xác nhận.", "This was confirmed already.");
  if (confirms_for(world, entry, agency)) return std::nullopt;
  return rule_broken("M17", "Người đứng đầu cơ quan bảo trợ, hoặc của chính cơ quan nhập, xác nhận số liệu này.",
                     "The head of the sponsor, or of the agency that entered it, confirms this.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const Disburse& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) { check_body(to, at, body); };
  const auto concerned = [&](const LineAtHand& at) { return find_component(at.book, body.component); };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    if (auto rejection = payment_fault(at, body)) return rejection;
    add_event(made, at,
              BudgetDisbursed{{scene.context.new_id},
                              body.component,
                              body.budget_year,
                              body.funding_source,
                              body.kind,
                              body.amount,
                              body.paid_on,
                              body.voucher,
                              body.contract,
                              std::nullopt,
                              reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

Result<Decision> decide_one(const Scene& scene, const ReverseDisbursement& body) {
  const auto entry_of = [&](const LineAtHand& at) {
    return payment_entry(scene.world, at.line.content.id, body.payment);
  };
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    if (!entry_of(at)) to.unknown("/payment", body.payment.value);
    to.text("/reason", body.reason);
  };
  const auto concerned = [&](const LineAtHand& at) { return find_component(at.book, entry_of(at)->component); };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const LedgerEntry& entry = *entry_of(at);
    if (auto rejection = author_fault(scene, at, entry, made.agency)) return rejection;
    if (auto rejection = undo_fault(at, entry)) return rejection;
    add_event(made, at, BudgetDisbursementReversed{body.payment, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

Result<Decision> decide_one(const Scene& scene, const EnterOutsideMoney& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    check_component(to, at.book, body.component);
    check_budget_year(to, "/year", body.year);
    check_amount(to, "/amount", body.amount);
    to.not_future("/on_day", body.on_day);
    to.document("/document", body.document);
    to.text("/note", body.note);
  };
  const auto concerned = [&](const LineAtHand& at) { return find_component(at.book, body.component); };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const BudgetComponent& component = *find_component(at.book, body.component);
    if (component.content.kind != ComponentKind::kNonBudget)
      return rule_broken("M17", "Chỉ dự án, nhiệm vụ ngoài ngân sách nhập vốn huy động, thực hiện.",
                         "Only a component outside the budget has money that is mobilised and spent.");
    if (component.ended) return ended_component();
    if (at.book.outside.size() >= kOutsideMax) return too_many_entries();
    add_event(made, at,
              BudgetOutsideMoneyEntered{{scene.context.new_id},
                                        body.component,
                                        body.kind,
                                        body.year,
                                        body.amount,
                                        body.on_day,
                                        body.document,
                                        note_words(body.note)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

Result<Decision> decide_one(const Scene& scene, const ConfirmOutsideMoney& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    if (body.entries.empty()) to.fault("/entries", "Cần ít nhất một mục.", "At least one entry is needed.");
    to.size("/entries", body.entries.size());
    std::set<OutsideMoneyId> used;
    for (std::size_t i = 0; i < std::min(body.entries.size(), kListItemsMax); ++i) {
      if (!find_outside(at.book, body.entries[i])) to.unknown(luuvet::at("/entries", i), body.entries[i].value);
      to.once(luuvet::at("/entries", i), used, body.entries[i]);
    }
    to.document("/document", body.document);
  };
  const auto concerned = [&](const LineAtHand& at) {
    return find_component(at.book, find_outside(at.book, body.entries.front())->component);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    for (const OutsideMoneyId& id : body.entries)
      if (auto rejection = confirmation_fault(scene.world, *find_outside(at.book, id), made.agency)) return rejection;
    add_event(made, at, BudgetOutsideMoneyConfirmed{body.entries, body.document});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

Result<Decision> decide_one(const Scene& scene, const ReverseOutsideMoney& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    if (!find_outside(at.book, body.entry)) to.unknown("/entry", body.entry.value);
    to.text("/reason", body.reason);
  };
  const auto concerned = [&](const LineAtHand& at) {
    return find_component(at.book, find_outside(at.book, body.entry)->component);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const OutsideMoney& entry = *find_outside(at.book, body.entry);
    if (entry.reversed_at != 0) return no_longer_there();
    if (!scene.world.succeeds(made.agency, entry.agency))
      return rule_broken("M17", "Chỉ cơ quan đã nhập được hủy mục này.",
                         "Only the agency that entered it takes it back.");
    add_event(made, at, BudgetOutsideMoneyReversed{body.entry, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

}  // namespace luuvet
