// Components under a budget line and their contracts (M07, M08, M12).
#include <algorithm>
#include <utility>

#include "domain/money/budget_scene.h"

namespace luuvet {
namespace {

constexpr std::size_t kCodeBytesMax = 100;
constexpr std::size_t kPlanCodeBytesMin = 3;
constexpr std::size_t kPlanCodeBytesMax = 50;

void check_code(BodyCheck& check, std::string_view pointer, const std::optional<std::string>& code) {
  check.text(pointer, code);
  if (code && code->size() > kCodeBytesMax)
    check.fault(pointer, "Mã dài quá 100 ký tự.", "The code is longer than 100 characters.");
}

bool is_plan_code_sign(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '/';
}

// M28
void check_medium_term_code(BodyCheck& check, const std::string& pointer, ComponentKind kind,
                            const std::optional<std::string>& code) {
  if (!code) return;
  if (kind != ComponentKind::kPublicInvestment)
    return check.fault(pointer, "Chỉ dự án đầu tư công có mã kế hoạch đầu tư công trung hạn.",
                       "Only public investment has a code in the medium-term plan.");
  const bool fits = code->size() >= kPlanCodeBytesMin && code->size() <= kPlanCodeBytesMax &&
                    std::all_of(code->begin(), code->end(), is_plan_code_sign);
  if (!fits)
    check.fault(
        pointer,
        "Mã kế hoạch trung hạn có từ 3 đến 50 ký tự: chữ cái không dấu, chữ số, dấu chấm, gạch ngang, gạch chéo.",
        "A code of the medium-term plan has 3 to 50 plain letters, digits, dots, hyphens and slashes.");
}

void check_investor(BodyCheck& check, const std::string& prefix, const std::optional<AgencyId>& agency,
                    const std::optional<std::string>& text) {
  if (agency) check.agency(prefix + "/investor_agency", *agency, BodyCheck::Bodies::kAgencies);
  check.text(prefix + "/investor_text", text);
  if (agency && text)
    check.fault(prefix + "/investor_text", "Chủ đầu tư ghi bằng mã cơ quan hoặc bằng chữ, không cả hai.",
                "The investor is an agency or words, not both.");
}

// M07: one code names one component of a line.
std::optional<Rejection> code_fault(const BudgetBook& book, const ComponentId& own,
                                    const std::optional<std::string>& code) {
  if (!code || code->empty()) return std::nullopt;
  const bool taken = std::any_of(book.components.begin(), book.components.end(), [&](const BudgetComponent& each) {
    return each.id != own && !each.ended && each.content.code == code;
  });
  if (!taken) return std::nullopt;
  return rule_broken("M07", "Mã này đã dùng cho dự án, nhiệm vụ thành phần khác của dòng.",
                     "Another component of the line has this code.");
}

bool has_money(const BudgetBook& book, const BudgetComponent& component) {
  return !component.cells.empty() || component.contracted != 0 ||
         std::any_of(book.outside.begin(), book.outside.end(),
                     [&](const OutsideMoney& each) { return each.component == component.id; });
}

bool crosses_the_budget(const ComponentFields& before, const ComponentFields& after) {
  return (before.kind == ComponentKind::kNonBudget) != (after.kind == ComponentKind::kNonBudget);
}

std::optional<Rejection> amendment_fault(const BudgetBook& book, const BudgetComponent& component,
                                         const ComponentFields& next) {
  if (component.ended) return ended_component();
  if (next == component.content) return changes_nothing("M07");
  if (crosses_the_budget(component.content, next) && has_money(book, component))
    return rule_broken("M07", "Đã có tiền ghi cho dự án này; không đổi giữa trong và ngoài ngân sách.",
                       "Money was entered already: it stays inside or outside the budget.");
  return code_fault(book, component.id, next.code);
}

template <class Body>
auto concerned_by(const Body& body) {
  return [&](const LineAtHand& at) { return find_component(at.book, body.component); };
}

// --- contracts ---

void check_contract(BodyCheck& check, const std::string& prefix, const ContractFields& fields) {
  check.text(prefix + "/number", fields.number);
  check.text(prefix + "/contractor", fields.contractor);
  check.not_future(prefix + "/signed_on", fields.signed_on);
  check_amount(check, prefix + "/amount", fields.amount);
  check.document(prefix + "/document", fields.document);
}

ContractFields fields_of(const RegisterContract& body) {
  return {body.number, body.signed_on, body.contractor, body.amount, body.document};
}

// M12
std::optional<Rejection> number_fault(const BudgetBook& book, const ComponentId& component, const ContractId& own,
                                      const std::string& number) {
  const bool taken = std::any_of(book.contracts.begin(), book.contracts.end(), [&](const BudgetContract& each) {
    return each.id != own && each.component == component && each.content.number == number;
  });
  if (!taken) return std::nullopt;
  return rule_broken("M12", "Dự án, nhiệm vụ này đã có hợp đồng số đó.",
                     "The component has a contract of that number.");
}

ContractFields amended(const BudgetBook& book, const AmendContract& body) {
  const BudgetContract* contract = find_contract(book, body.contract);
  ContractFields next = contract ? contract->content : ContractFields{};
  apply(body.set, next);
  return next;
}

std::optional<Rejection> contract_fault(const BudgetBook& book, const BudgetContract& contract,
                                        const ContractFields& next) {
  if (next == contract.content) return changes_nothing("M12");
  if (next.amount < contract.disbursed)
    return rule_broken("M12", "Giá trị hợp đồng không thấp hơn số đã thanh toán theo hợp đồng.",
                       "A contract's value is not below what was disbursed on it.");
  return number_fault(book, contract.component, contract.id, next.number);
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const RegisterComponent& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand&) {
    to.text("/name", body.name);
    check_investor(to, "", body.investor_agency, body.investor_text);
    check_code(to, "/code", body.code);
    check_medium_term_code(to, "/medium_term_code", body.kind, body.medium_term_code);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    if (at.book.components.size() >= kComponentsMax) return too_many_entries();
    if (auto rejection = code_fault(at.book, {}, body.code)) return rejection;
    add_event(made, at,
              BudgetComponentRegistered{{scene.context.new_id},
                                        body.name,
                                        body.investor_agency,
                                        body.investor_text,
                                        body.code,
                                        body.kind,
                                        body.medium_term_code});
    return std::nullopt;
  };
  return on_line(scene, check, no_component, rules);
}

Result<Decision> decide_one(const Scene& scene, const AmendComponent& body) {
  const auto next_of = [&](const LineAtHand& at) {
    const BudgetComponent* component = find_component(at.book, body.component);
    ComponentFields next = component ? component->content : ComponentFields{};
    apply(body.set, next);
    return next;
  };
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    check_component(to, at.book, body.component);
    if (!find_component(at.book, body.component)) return;
    const ComponentFields next = next_of(at);
    to.text("/set/name", next.name);
    check_investor(to, "/set", next.investor_agency, next.investor_text);
    check_code(to, "/set/code", next.code);
    check_medium_term_code(to, "/set/medium_term_code", next.kind, next.medium_term_code);
    to.text("/reason", body.reason);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const BudgetComponent& component = *find_component(at.book, body.component);
    const ComponentFields next = next_of(at);
    if (auto rejection = amendment_fault(at.book, component, next)) return rejection;
    add_event(made, at,
              BudgetComponentAmended{body.component, difference(component.content, next), reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned_by(body), rules);
}

Result<Decision> decide_one(const Scene& scene, const EndComponent& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    check_component(to, at.book, body.component);
    to.text("/reason", body.reason);
    to.document("/document", body.document);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    if (find_component(at.book, body.component)->ended) return ended_component();
    add_event(made, at, BudgetComponentEnded{body.component, body.document, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned_by(body), rules);
}

Result<Decision> decide_one(const Scene& scene, const RegisterContract& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    check_component(to, at.book, body.component);
    check_contract(to, "", fields_of(body));
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const BudgetComponent& component = *find_component(at.book, body.component);
    if (component.ended) return ended_component();
    if (component.content.kind == ComponentKind::kNonBudget)
      return rule_broken("M17", "Vốn ngoài ngân sách không ghi hợp đồng qua kho bạc.",
                         "Money outside the budget has no contracts paid by the treasury.");
    if (at.book.contracts.size() >= kContractsMax) return too_many_entries();
    if (auto rejection = number_fault(at.book, body.component, {}, body.number)) return rejection;
    add_event(made, at,
              BudgetContractRegistered{{scene.context.new_id},
                                       body.component,
                                       body.number,
                                       body.signed_on,
                                       body.contractor,
                                       body.amount,
                                       body.document});
    return std::nullopt;
  };
  return on_line(scene, check, concerned_by(body), rules);
}

Result<Decision> decide_one(const Scene& scene, const AmendContract& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    if (!find_contract(at.book, body.contract)) return to.unknown("/contract", body.contract.value);
    check_contract(to, "/set", amended(at.book, body));
    to.text("/reason", body.reason);
  };
  const auto concerned = [&](const LineAtHand& at) {
    return find_component(at.book, find_contract(at.book, body.contract)->component);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const BudgetContract& contract = *find_contract(at.book, body.contract);
    const ContractFields next = amended(at.book, body);
    if (auto rejection = contract_fault(at.book, contract, next)) return rejection;
    add_event(made, at,
              BudgetContractAmended{body.contract, difference(contract.content, next), reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

}  // namespace luuvet
