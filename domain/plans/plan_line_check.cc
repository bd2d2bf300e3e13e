#include "domain/plans/plan_line_check.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "domain/people/relations.h"

namespace luuvet {
namespace {

using Fields = std::vector<std::string_view>;

bool has(const Fields& fields, std::string_view name) {
  return std::find(fields.begin(), fields.end(), name) != fields.end();
}

bool works_on(const World& world, const UnitPlan& plan, const AssignmentId& id) {
  const auto assignment = world.assignment(id);
  const TaskState* task = assignment ? world.tasks.find(assignment->task.value) : nullptr;
  return task && is_lead(world, *task, *assignment, plan.agency);
}

void check_milestone(BodyCheck& check, const std::string& pointer, std::int64_t year, const MilestoneInput& milestone) {
  if (milestone.id && (!is_valid_id(*milestone.id) || milestone.id->size() > kMilestoneIdBytesMax))
    check.fault(pointer + "/id", "Mã mốc gồm chữ thường, chữ số và gạch ngang, tối đa 40 ký tự.",
                "The id of a milestone has at most 40 lower-case letters, digits and hyphens.");
  check.text(pointer + "/name", milestone.name);
  if (milestone.due < first_of_year(year) || milestone.due > last_of_year(year))
    check.fault(pointer + "/due", "Mốc phải nằm trong năm của kế hoạch.", "A milestone lies in the year of the plan.");
  check.not_negative(pointer + "/quantity", milestone.quantity);
}

void check_milestones(BodyCheck& check, const std::string& pointer, std::int64_t year,
                      const std::vector<MilestoneInput>& milestones) {
  check.size(pointer, milestones.size(), kMilestonesMax);
  if (milestones.size() > kMilestonesMax) return;
  std::set<std::string> used;
  for (std::size_t i = 0; i < milestones.size(); ++i) {
    check_milestone(check, at(pointer, i), year, milestones[i]);
    if (milestones[i].id) check.once(at(pointer, i) + "/id", used, *milestones[i].id);
  }
}

void check_product(BodyCheck& check, const std::string& pointer, const YearProduct& product) {
  check.text(pointer + "/text", product.text);
  check.not_negative(pointer + "/quantity", product.quantity);
  check.text(pointer + "/unit", product.unit);
}

// "m7" is 7.
std::int64_t number_of(std::string_view id) {
  std::int64_t number = 0;
  if (!id.starts_with('m')) return 0;
  const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
  return error == std::errc() && end == id.data() + id.size() && number > 0 ? number : 0;
}

// A number is not used again, so that what was met stays met by what it was.
std::int64_t last_number(const UnitPlan& plan, const PlanLineItem& item) {
  std::int64_t last = 0;
  const auto see = [&](const UnitPlanLine* line) {
    if (!line) return;
    for (const Milestone& each : line->content.milestones) last = std::max(last, number_of(each.id));
  };
  see(find_line(plan.lines, item.assignment));
  for (const auto& edition : plan.editions) see(find_line(edition->lines, item.assignment));
  for (const MilestoneInput& each : item.set.values.milestones) last = std::max(last, number_of(each.id.value_or("")));
  return last;
}

std::vector<Milestone> milestones_of(const UnitPlan& plan, const PlanLineItem& item) {
  std::int64_t number = last_number(plan, item);
  std::vector<Milestone> milestones;
  for (const MilestoneInput& each : item.set.values.milestones) {
    std::string id = each.id ? *each.id : "m" + std::to_string(++number);
    milestones.push_back({std::move(id), each.name, each.due, each.quantity});
  }
  return milestones;
}

std::optional<std::string> said(const std::optional<std::string>& text) {
  return text && !text->empty() ? text : std::nullopt;
}

UnitPlanLine merged(const UnitPlan& plan, const PlanLineItem& item) {
  const UnitPlanLine* now = find_line(plan.lines, item.assignment);
  UnitPlanLine next = now ? *now : UnitPlanLine{};
  const PlanLineFields& values = item.set.values;
  const Fields fields = names(item.set);
  if (has(fields, "product")) next.content.product = values.product;
  if (has(fields, "milestones")) next.content.milestones = milestones_of(plan, item);
  if (has(fields, "note")) {
    next.note = said(values.note);
    next.content.noted = next.note.has_value();
  }
  if (has(fields, "not_this_year")) {
    next.reason = said(values.not_this_year);
    next.content.left_out = next.reason.has_value();
  }
  return next;
}

}  // namespace

void check_line(BodyCheck& check, const std::string& pointer, const UnitPlan& plan, const PlanLineItem& item) {
  if (!works_on(check.world(), plan, item.assignment)) {
    if (!check.world().assignment(item.assignment))
      return check.unknown(pointer + "/assignment", item.assignment.value);
    check.fault(pointer + "/assignment", "Cơ quan không được giao phần việc này.",
                "The agency does not work on this assignment.");
  }
  const PlanLineFields& values = item.set.values;
  const std::string set = pointer + "/set";
  if (values.product) check_product(check, set + "/product", *values.product);
  check_milestones(check, set + "/milestones", plan.year, values.milestones);
  check.text(set + "/note", values.note);
  check.text(set + "/not_this_year", values.not_this_year);
  if (values.milestones.size() > kMilestonesMax) return;
  const UnitPlanLine next = merged(plan, item);
  if (next.content.left_out && (next.content.product || !next.content.milestones.empty()))
    check.fault(set + "/not_this_year", "Việc không làm trong năm thì không có sản phẩm và mốc.",
                "What is not done this year has no product and no milestones.");
}

std::vector<std::string> moved_fields(const UnitPlan& plan, const PlanLineItem& item, Sequence base) {
  const UnitPlanLine* now = find_line(plan.lines, item.assignment);
  if (!now) return {};
  std::vector<std::string> moved;
  for (const std::string_view field : names(item.set)) {
    const Sequence last = field == "product"      ? now->product_at
                          : field == "milestones" ? now->milestones_at
                          : field == "note"       ? now->note_at
                                                  : now->left_out_at;
    if (last > base) moved.emplace_back(field);
  }
  return moved;
}

UnitPlanLineSet line_set(const UnitPlan& plan, const PlanLineItem& item) {
  constexpr std::uint64_t kLeftOut = 1u << 2;
  constexpr std::uint64_t kNoted = 1u << 3;
  const UnitPlanLine* found = find_line(plan.lines, item.assignment);
  const UnitPlanLine now = found ? *found : UnitPlanLine{};
  const UnitPlanLine next = merged(plan, item);
  UnitPlanLineSet event{item.assignment, difference(now.content, next.content), std::nullopt};
  const auto set_again = [&](std::uint64_t bit, const auto& before, const auto& after) {
    if (before == after) return;
    event.set.present |= bit;
    event.set.values.left_out = next.content.left_out;
    event.set.values.noted = next.content.noted;
  };
  set_again(kLeftOut, now.reason, next.reason);
  set_again(kNoted, now.note, next.note);
  ReasonText words;
  if (event.set.present & kLeftOut) words.reason = next.reason;
  if (event.set.present & kNoted) words.note = next.note;
  if (words.reason || words.note) event.open = std::move(words);
  return event;
}

}  // namespace luuvet
