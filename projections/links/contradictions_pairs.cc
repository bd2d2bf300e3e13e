// Contradictions of two rows that say much the same: deadlines, leads, targets, units.
#include <algorithm>
#include <set>

#include "domain/links/link_rows.h"
#include "projections/links/contradiction_parts.h"
#include "projections/links/contradictions.h"

namespace luuvet::projections {
namespace {

// Indicators are short: they must share more to be the same.
constexpr int kLikeIndicators = 40;
constexpr int kSameIndicator = 60;

const Task* task_of(const World& world, const std::string& subject) {
  const auto row = parse_subject(subject);
  const TaskState* state = row && row->aggregate == Aggregate::kTask ? world.tasks.find(row->id) : nullptr;
  return state ? &state->content : nullptr;
}
const Indicator* indicator_of(const World& world, const std::string& subject) {
  const auto row = parse_subject(subject);
  const auto* state = row && row->aggregate == Aggregate::kIndicator ? world.indicators.find(row->id) : nullptr;
  return state ? &state->content : nullptr;
}

std::string names(const World& world, const std::vector<AgencyId>& agencies) {
  std::string text;
  for (const AgencyId& each : agencies) {
    const AgencyState* agency = world.agencies.find(each.value);
    const auto* group = world.agency_groups.find(each.value);
    if (!text.empty()) text += "; ";
    text += agency ? agency->content.name : group ? group->content.name : each.value;
  }
  return text;
}

std::string leads_text(const World& world, const Task& task) {
  return task.lead_text ? *task.lead_text : names(world, task.lead_agencies);
}

bool has(const std::vector<LinkField>& fields, LinkField field) {
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

void compare_tasks(const World& world, const Suggestion& pair, const Task& a, const Task& b, Contradictions& found) {
  const auto& rows = pair.pair.subjects;
  const std::vector<LinkField> differ = differing_fields(world, pair.pair);
  const bool both_say_when = a.deadline.kind != DeadlineKind::kNone && b.deadline.kind != DeadlineKind::kNone;
  if (has(differ, LinkField::kDeadline) && both_say_when)
    found.push_back({{},
                     ContradictionKind::kDeadlines,
                     pair.score,
                     {{rows.front(), "deadline", a.deadline.text}, {rows.back(), "deadline", b.deadline.text}}});
  if (has(differ, LinkField::kLeads) && !a.lead_agencies.empty() && !b.lead_agencies.empty())
    found.push_back({{},
                     ContradictionKind::kLeads,
                     pair.score,
                     {{rows.front(), "leads", leads_text(world, a)}, {rows.back(), "leads", leads_text(world, b)}}});
}

// Whether both can hold: other values for one year, or an earlier year that asks for more than a later one.
bool go_together(const Indicator& a, const Indicator& b) {
  const bool lower = a.direction == "lower" || a.direction == "rank";
  for (const Target& one : a.targets)
    for (const Target& other : b.targets) {
      if (!one.value.low || !other.value.low || one.value.high || other.value.high) continue;
      const double first = number(*one.value.low);
      const double second = number(*other.value.low);
      if (one.year == other.year && first != second) return false;
      const double earlier = one.year < other.year ? first : second;
      const double later = one.year < other.year ? second : first;
      if (one.year != other.year && (lower ? earlier < later : earlier > later)) return false;
    }
  return true;
}

void compare_indicators(const Suggestion& pair, const Indicator& a, const Indicator& b, Contradictions& found) {
  const auto& rows = pair.pair.subjects;
  const auto note = [&](ContradictionKind kind, std::string field) {
    found.push_back(
        {{}, kind, pair.score, {{rows.front(), field, targets_text(a)}, {rows.back(), field, targets_text(b)}}});
  };
  if (!same_unit(a.unit, b.unit)) {
    if (pair.score >= kSameIndicator && a.programme == b.programme) note(ContradictionKind::kUnits, "unit");
    return;
  }
  if (!go_together(a, b)) note(ContradictionKind::kTargets, "targets");
}

// Plans of two provinces do not contradict each other.
void compare(const World& world, const Suggestion& pair, Contradictions& found) {
  if (!of_one_province(world, pair.pair.subjects)) return;
  const Task* a = task_of(world, pair.pair.subjects.front());
  const Task* b = task_of(world, pair.pair.subjects.back());
  if (a && b && pair.score >= kSuggestedScore) compare_tasks(world, pair, *a, *b, found);
  const Indicator* c = indicator_of(world, pair.pair.subjects.front());
  const Indicator* d = indicator_of(world, pair.pair.subjects.back());
  if (c && d && pair.score >= kLikeIndicators) compare_indicators(pair, *c, *d, found);
}

}  // namespace

void find_in_pairs(const World& world, const Suggestions& alike, Contradictions& found) {
  for (const Suggestion& pair : alike)
    if (pair.pair.kind == LinkKind::kTwin) compare(world, pair, found);
}

void find_in_links(const World& world, Contradictions& found) {
  world.links.for_each([&](const auto& link) {
    const bool twins = link->pair.kind == LinkKind::kTwin && link->status == LinkStatus::kLinked;
    if (twins && link->pair.subjects.size() == 2) compare(world, {link->pair, 100, {}}, found);
  });
}

}  // namespace luuvet::projections
