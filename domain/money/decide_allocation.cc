// Allocations: money made available to a component for a year from a source (M09 to M11).
#include <algorithm>
#include <utility>

#include "domain/links/link_rows.h"
#include "domain/money/budget_scene.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

void check_receiver(BodyCheck& check, const LineAtHand& at, const AgencyId& receiver) {
  check.agency("/receiver", receiver, BodyCheck::Bodies::kAgencies);
  const bool known = at.programme && check.world().is_agency(receiver);
  if (known && !is_within(check.world(), at.programme->province, receiver))
    check.fault("/receiver", "Đơn vị nhận không thuộc tỉnh của kế hoạch.",
                "The receiver is not of the plan's province.");
}

void check_body(BodyCheck& check, const LineAtHand& at, const Allocate& body) {
  check_component(check, at.book, body.component);
  if (body.receiver) check_receiver(check, at, *body.receiver);
  check.text("/receiver_text", body.receiver_text);
  if (body.receiver && body.receiver_text)
    check.fault("/receiver_text", "Đơn vị nhận ghi bằng mã cơ quan hoặc bằng chữ, không cả hai.",
                "The receiver is an agency or words, not both.");
  check_budget_year(check, "/budget_year", body.budget_year);
  check_amount(check, "/amount", body.amount);
  check.document("/document", body.document);
  if (body.carried_from && (*body.carried_from < kBudgetYearFirst || *body.carried_from >= body.budget_year))
    check.fault("/carried_from", "Vốn kéo dài, chuyển nguồn là vốn của năm trước đó.",
                "What is carried over is the money of an earlier year.");
  check.text("/above_need_reason", body.above_need_reason);
  check.text("/no_product_reason", body.no_product_reason);
}

// Of the year's own money: what was carried over was counted in its year.
Amount allocated_of_need(const BudgetBook& book, std::int64_t year) {
  Amount sum = 0;
  for (const BudgetAllocation& each : book.allocations)
    if (each.budget_year == year && !each.carried_from) sum = plus(sum, plus(each.amount, -each.reduced));
  return sum;
}

bool is_measurable(const Task& task) {
  return std::any_of(task.deliverables.begin(), task.deliverables.end(),
                     [](const Deliverable& each) { return each.quantity || each.kind != DeliverableKind::kOther; });
}

// M10: a task that the line or this component of it pays for has no product that could be counted.
bool funds_without_product(const World& world, const BudgetLine& line, const ComponentId& component) {
  const std::string subject = Subject{Aggregate::kBudgetLine, line.id.value}.text();
  for (const LinkState* link : links_of(world, subject)) {
    if (link->pair.kind != LinkKind::kFunds || link->status != LinkStatus::kLinked) continue;
    if (link->pair.component && *link->pair.component != component) continue;
    for (const std::string& row : link->pair.subjects) {
      const auto other = parse_subject(row);
      const TaskState* task = other && other->aggregate == Aggregate::kTask ? world.tasks.find(other->id) : nullptr;
      if (task && !is_measurable(task->content)) return true;
    }
  }
  return false;
}

std::optional<Rejection> allocation_fault(const Scene& scene, const LineAtHand& at, const Allocate& body, bool above) {
  const BudgetComponent& component = *find_component(at.book, body.component);
  if (component.ended) return ended_component();
  if (component.content.kind == ComponentKind::kNonBudget)
    return rule_broken("M17", "Vốn ngoài ngân sách không giao kế hoạch vốn.",
                       "Money outside the budget is not allocated.");
  if (at.book.allocations.size() >= kAllocationsMax || at.book.entries >= kLedgerMax) return too_many_entries();
  if (above && !body.above_need_reason)
    return rule_broken("M09", "Tổng vốn giao vượt nhu cầu của năm; cần nêu lý do theo văn bản giao.",
                       "The year's allocations go beyond its need: give the reason that the document gives.");
  if (!body.no_product_reason && funds_without_product(scene.world, at.line.content, body.component))
    return rule_broken("M10", "Nhiệm vụ dùng kinh phí này chưa có sản phẩm đo được; cần nêu lý do vẫn giao vốn.",
                       "A task that the line pays for has no measurable product: say why it is allocated.");
  return std::nullopt;
}

std::optional<Rejection> reduction_fault(const BudgetBook& book, const BudgetAllocation& allocation, Amount amount) {
  if (book.entries >= kLedgerMax) return too_many_entries();
  if (amount > allocation.amount - allocation.reduced)
    return rule_broken("M11", "Không giảm quá số đã giao.", "No more is taken back than was allocated.");
  const BudgetComponent* component = find_component(book, allocation.component);
  const MoneyCell cell =
      component ? cell_of(*component, allocation.budget_year, allocation.funding_source) : MoneyCell{};
  if (cell.allocated - amount >= cell.disbursed) return std::nullopt;
  return rule_broken("M11", "Phần đã giải ngân không thể giảm; chỉ còn giảm được phần chưa giải ngân.",
                     "What was disbursed cannot be taken back; only the rest can.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const Allocate& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) { check_body(to, at, body); };
  const auto concerned = [&](const LineAtHand& at) { return find_component(at.book, body.component); };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const Amount need = of_year(need_in_force(at.line.content, &at.book), body.budget_year);
    const bool above = !body.carried_from && plus(allocated_of_need(at.book, body.budget_year), body.amount) > need;
    if (auto rejection = allocation_fault(scene, at, body, above)) return rejection;
    add_event(made, at,
              BudgetAllocated{{scene.context.new_id},
                              body.component,
                              body.receiver,
                              body.receiver_text,
                              body.budget_year,
                              body.funding_source,
                              body.amount,
                              body.document,
                              body.carried_from,
                              above,
                              reason_words(body.above_need_reason, body.no_product_reason)});
    return std::nullopt;
  };
  return on_line(scene, check, concerned, rules);
}

Result<Decision> decide_one(const Scene& scene, const ReduceAllocation& body) {
  const auto check = [&](BodyCheck& to, const LineAtHand& at) {
    if (!find_allocation(at.book, body.allocation)) to.unknown("/allocation", body.allocation.value);
    check_amount(to, "/amount", body.amount);
    to.document("/document", body.document);
    to.text("/reason", body.reason);
  };
  const auto rules = [&](const LineAtHand& at, Decision& made) -> std::optional<Rejection> {
    const BudgetAllocation& allocation = *find_allocation(at.book, body.allocation);
    if (auto rejection = reduction_fault(at.book, allocation, body.amount)) return rejection;
    add_event(made, at,
              BudgetAllocationReduced{body.allocation, body.amount, body.document, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_line(scene, check, no_component, rules);
}

}  // namespace luuvet
