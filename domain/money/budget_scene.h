// What every command on the money of a budget line shares: the line with its book, the checks of amounts and years,
// who may do it (M03).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "domain/body_check.h"
#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {

struct LineAtHand {
  const RegisterState<BudgetLine>& line;
  const BudgetBook& book;  // an empty one before its first entry
  const Programme* programme;
};

// None: no such line is addressed.
std::optional<LineAtHand> line_at(const World& world, const Subject& target);

// M01
void check_amount(BodyCheck& check, std::string_view pointer, Amount amount);
void check_budget_year(BodyCheck& check, std::string_view pointer, std::int64_t year);
// Also of 0; each year once.
void check_years(BodyCheck& check, std::string_view pointer, const std::vector<YearAmount>& years);
// Each year and source once.
void check_sources(BodyCheck& check, std::string_view pointer, const std::vector<SourceAmount>& sources);
// It stands under the line.
void check_component(BodyCheck& check, const BudgetBook& book, const ComponentId& id);

// Whether the agency is of the programme's province.
bool of_province(const World& world, const Programme* programme, const AgencyId& agency);
bool leads_line(const World& world, const BudgetLine& line, const AgencyId& agency);
bool invests_in(const World& world, const BudgetComponent* component, const AgencyId& agency);

// M03. `component`: which is concerned; null: none.
Result<Capacity> money_capacity(const Scene& scene, const LineAtHand& at, const BudgetComponent* component,
                                const AgencyId& agency);

// M02
std::optional<Rejection> heading_fault(const BudgetLine& line);
Rejection ended_component();   // M08
Rejection too_many_entries();  // M24

void add_event(Decision& decision, const LineAtHand& at, Event event);

// The way of every command on a line: check(BodyCheck&, at), concerned(at) the component, rules(at, decision).
template <class Check, class Concerned, class Rules>
Result<Decision> on_line(const Scene& scene, const Check& check_body, const Concerned& concerned, const Rules& rules) {
  const std::optional<LineAtHand> at = line_at(scene.world, scene.command.target);
  if (!at) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, *at);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&at->line.life}))
    return *std::move(rejection);
  Decision made;
  made.agency = acting_agency(scene.world, scene.context, scene.command.target);
  const Result<Capacity> capacity = money_capacity(scene, *at, concerned(*at), made.agency);
  if (!capacity) return capacity.error();
  made.capacity = capacity.value();
  made.resource = scene.command.target;
  if (auto rejection = heading_fault(at->line.content)) return *std::move(rejection);
  if (auto rejection = rules(*at, made)) return *std::move(rejection);
  return made;
}

inline const BudgetComponent* no_component(const LineAtHand&) {
  return nullptr;
}

}  // namespace luuvet
