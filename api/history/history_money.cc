#include "api/history/history_money.h"

#include <algorithm>

#include "api/history/field_list.h"

namespace luuvet::api {
namespace {

Amount disbursed_of(const BudgetComponent& component) {
  Amount sum = 0;
  for (const MoneyCell& cell : component.cells) sum = plus(sum, cell.disbursed);
  return sum;
}

void add_allocations(FieldList& list, const BudgetBook& book) {
  for (const BudgetAllocation& each : book.allocations) {
    list.add("allocation " + each.id.value, std::max<Amount>(0, plus(each.amount, -each.reduced)));
    list.add_protected("allocation_reason " + each.id.value, each.text ? each.text->reason : std::nullopt);
  }
}

}  // namespace

Fields fields_of(const RatioState* state) {
  if (!state) return {};
  FieldList list;
  list.add("programme", state->programme).add("name", state->name).add("minimum_percent", state->minimum_percent);
  return list.add("definitions", state->definitions).add("figures", state->figures).take();
}

Fields fields_of(const TreasuryExtractState* state) {
  if (!state) return {};
  std::vector<std::string> waiting;
  for (const auto& row : state->rows)
    if (row->state == ExtractRowState::kWaiting) waiting.push_back(row->fact.key);
  FieldList list;
  list.add("name", state->name).add("digest", state->digest).add("profile", state->profile);
  return list.add("as_at", state->as_at).add("waiting", waiting).take();
}

Fields fields_of_line(const World& world, const std::string& id) {
  const auto* state = world.budget_lines.find(id);
  if (!state) return {};
  FieldList list;
  list.add_members(state->content);
  const BudgetBook* book = world.budget_books.find(id);
  if (!book) return list.take();
  list.add("need_in_force", need_in_force(state->content, book)).add("sources", book->sources);
  list.add("revised_need", book->revised ? std::optional(book->revised->years) : std::nullopt);
  for (const BudgetComponent& each : book->components) {
    list.add("component " + each.id.value, each.content).add("ended " + each.id.value, each.ended);
    list.add("disbursed " + each.id.value, disbursed_of(each));
  }
  add_allocations(list, *book);
  for (const BudgetContract& each : book->contracts) list.add("contract " + each.id.value, each.content);
  for (const OutsideMoney& each : book->outside) {
    list.add("outside_money " + each.id.value, each.amount).add("confirmed_by " + each.id.value, each.confirmed_by);
    list.add("reversed " + each.id.value, each.reversed_at != 0);
  }
  return list.take();
}

std::vector<Date> need_round_days(const World& world, const std::string& programme) {
  std::vector<Date> days;
  const NeedRounds* rounds = world.need_rounds.find(programme);
  if (rounds)
    for (const NeedRound& each : rounds->rounds) days.push_back(each.due);
  return days;
}

}  // namespace luuvet::api
