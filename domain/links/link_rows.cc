#include "domain/links/link_rows.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "domain/base/fold.h"
#include "domain/base/stable_hash.h"

namespace luuvet {

LinkId link_id(const LinkedPair& pair) {
  StableHash hash;
  hash.add(pair.kind);
  hash.add(pair.subjects);
  if (pair.component) hash.add(*pair.component);
  static constexpr std::string_view kPrefixes[] = {"twin-", "related-", "funds-"};
  return {std::string(kPrefixes[static_cast<std::size_t>(pair.kind)]) + hash.hex()};
}

LinkedPair pair_of(LinkKind kind, std::vector<std::string> subjects, std::optional<ComponentId> component) {
  std::sort(subjects.begin(), subjects.end());
  return {kind, std::move(subjects), std::move(component)};
}

namespace {

const Task* task_row(const World& world, const Subject& subject) {
  const TaskState* state = subject.aggregate == Aggregate::kTask ? world.tasks.find(subject.id) : nullptr;
  return state ? &state->content : nullptr;
}

const Indicator* indicator_row(const World& world, const Subject& subject) {
  const auto* state = subject.aggregate == Aggregate::kIndicator ? world.indicators.find(subject.id) : nullptr;
  return state ? &state->content : nullptr;
}

const BudgetLine* budget_row(const World& world, const Subject& subject) {
  const auto* state = subject.aggregate == Aggregate::kBudgetLine ? world.budget_lines.find(subject.id) : nullptr;
  return state ? &state->content : nullptr;
}

void check_row(BodyCheck& check, LinkKind kind, const std::string& pointer, const std::string& text) {
  const Subject subject = parse_subject(text).value_or(Subject{});
  const Task* task = task_row(check.world(), subject);
  const Indicator* indicator = indicator_row(check.world(), subject);
  const BudgetLine* line = kind == LinkKind::kFunds ? budget_row(check.world(), subject) : nullptr;
  if (!task && !indicator && !line) return check.unknown(pointer, text);
  if ((task && !carries_work(*task)) || (indicator && indicator->heading) || (line && line->heading))
    check.fault(pointer, "Dòng này chỉ gộp hoặc dẫn chiếu dòng khác, không liên kết được.",
                "This row only groups or points to others; it cannot be linked.");
  const LinkedRow* linked = check.world().linked.find(text);
  if (linked && linked->links.size() >= kLinksOfRowMax)
    check.fault(pointer, "Dòng này đã có quá nhiều liên kết.", "This row stands in too many links already.");
}

// The budget line of a link to something else; null where both or neither are lines.
const BudgetLine* only_line(const World& world, const std::vector<std::string>& subjects) {
  if (subjects.size() != 2) return nullptr;
  const BudgetLine* first = budget_row(world, parse_subject(subjects.front()).value_or(Subject{}));
  const BudgetLine* second = budget_row(world, parse_subject(subjects.back()).value_or(Subject{}));
  if (first && second) return nullptr;
  return first ? first : second;
}

// M25
void check_link_component(BodyCheck& check, const LinkedPair& pair) {
  if (!pair.component) return;
  const BudgetLine* line = only_line(check.world(), pair.subjects);
  if (pair.kind != LinkKind::kFunds || !line)
    return check.fault("/component", "Chỉ liên kết kinh phí giữa một dòng và nhiệm vụ, chỉ tiêu mới nêu thành phần.",
                       "Only a link of funds between a line and a task or an indicator names a component.");
  const BudgetBook* book = check.world().budget_books.find(line->id.value);
  if (!book || !find_component(*book, *pair.component)) check.unknown("/component", pair.component->value);
}

}  // namespace

void check_pair(BodyCheck& check, const LinkedPair& pair) {
  const auto& [kind, subjects, component] = pair;
  check_link_component(check, pair);
  if (subjects.size() != 2 || subjects.front() == subjects.back())
    return check.fault("/subjects", "Liên kết nối đúng hai dòng khác nhau.", "A link joins two different rows.");
  for (std::size_t i = 0; i < subjects.size(); ++i) check_row(check, kind, at("/subjects", i), subjects[i]);
  const auto first = parse_subject(subjects.front());
  const auto second = parse_subject(subjects.back());
  if (!first || !second) return;
  const World& world = check.world();
  if (kind == LinkKind::kFunds && !budget_row(world, *first) && !budget_row(world, *second))
    return check.fault("/subjects", "Liên kết kinh phí cần ít nhất một dòng kinh phí.",
                       "A link of funds has at least one budget line.");
  if (!of_one_province(world, subjects))
    check.fault("/subjects", "Hai dòng thuộc kế hoạch của hai tỉnh khác nhau nên không liên kết được.",
                "The rows are of plans of two provinces: they are not linked.");
  if (kind != LinkKind::kTwin) return;
  const bool mixed = (task_row(world, *first) && indicator_row(world, *second)) ||
                     (indicator_row(world, *first) && task_row(world, *second));
  if (mixed)
    check.fault("/kind", "Nhiệm vụ và chỉ tiêu không thể là một; chỉ có thể liên quan.",
                "A task and an indicator are never the same; they can be related.");
}

bool of_one_province(const World& world, const std::vector<std::string>& subjects) {
  const auto first = province_of_row(world, subjects.front());
  return std::all_of(subjects.begin(), subjects.end(), [&](const std::string& row) {
    const auto province = province_of_row(world, row);
    return !first || !province || *province == *first;
  });
}

namespace {

using Fields = std::vector<LinkField>;

bool same_words(std::string_view a, std::string_view b) {
  return a == b || fold(a) == fold(b);
}

bool is_printed(const std::optional<std::string>& unit) {
  return unit && !unit->empty();
}

// A plan that names nobody does not contradict one that does.
bool same_member(const std::optional<MemberId>& a, const std::optional<MemberId>& b) {
  return !a || !b || *a == *b;
}

bool same_agencies(const std::vector<AgencyId>& a, const std::vector<AgencyId>& b) {
  return std::set(a.begin(), a.end()) == std::set(b.begin(), b.end());
}

// The words of a deadline do not matter where its days say the same.
bool same_deadline(const Deadline& a, const Deadline& b) {
  if (a.kind == DeadlineKind::kNone && b.kind == DeadlineKind::kNone) return same_words(a.text, b.text);
  const auto by_words = [](const Deadline& each) {
    return each.kind == DeadlineKind::kTriggered || each.kind == DeadlineKind::kDaysAfterTrigger;
  };
  if (by_words(a) && by_words(b) && !same_words(a.text, b.text)) return false;
  return a.kind == b.kind && a.start == b.start && a.due == b.due && a.rhythms == b.rhythms && a.trigger == b.trigger &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same_deadline);
}

std::set<std::string> products(const std::vector<Deliverable>& all) {
  std::set<std::string> result;
  for (const Deliverable& each : all)
    result.insert(fold(each.text) + (each.quantity ? "|" + std::to_string(*each.quantity) : std::string()));
  return result;
}

std::map<std::int64_t, std::vector<Target>> by_year(const std::vector<Target>& targets) {
  std::map<std::int64_t, std::vector<Target>> result;
  for (Target each : targets) {
    each.text = each.comparator == Comparator::kText ? fold(each.text) : std::string();
    result[each.year].push_back(std::move(each));
  }
  return result;
}

Fields differing(const Task& a, const Task& b) {
  Fields fields;
  const auto note = [&](LinkField field, bool same) {
    if (!same) fields.push_back(field);
  };
  note(LinkField::kTitle, same_words(a.title, b.title) &&
                              same_words(a.content.value_or(std::string()), b.content.value_or(std::string())));
  note(LinkField::kDeadline, same_deadline(a.deadline, b.deadline));
  note(LinkField::kLeads, same_agencies(a.lead_agencies, b.lead_agencies));
  note(LinkField::kCoordinating, same_agencies(a.coordinating_agencies, b.coordinating_agencies));
  note(LinkField::kDeliverables, products(a.deliverables) == products(b.deliverables));
  return fields;
}

Fields differing(const Indicator& a, const Indicator& b) {
  Fields fields;
  const auto note = [&](LinkField field, bool same) {
    if (!same) fields.push_back(field);
  };
  note(LinkField::kTitle, same_words(a.name, b.name));
  note(LinkField::kLeads, same_agencies(a.tracking_agencies, b.tracking_agencies));
  note(LinkField::kCoordinating, same_agencies(a.implementing_agencies, b.implementing_agencies));
  note(LinkField::kTargets, by_year(a.targets) == by_year(b.targets));
  note(LinkField::kUnit, same_unit(a.unit, b.unit));
  note(LinkField::kMember, same_member(a.member, b.member));
  return fields;
}

}  // namespace

bool same_unit(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  if (!is_printed(a) || !is_printed(b)) return true;
  const std::string folded = fold(*a);  // signs such as "%" fold to nothing
  return *a == *b || (!folded.empty() && folded == fold(*b));
}

std::vector<LinkField> differing_fields(const World& world, const LinkedPair& pair) {
  const Subject first = parse_subject(pair.subjects.front()).value_or(Subject{});
  const Subject second = parse_subject(pair.subjects.back()).value_or(Subject{});
  const Task* a = task_row(world, first);
  const Task* b = task_row(world, second);
  if (a && b) return differing(*a, *b);
  const Indicator* c = indicator_row(world, first);
  const Indicator* d = indicator_row(world, second);
  return c && d ? differing(*c, *d) : Fields{};
}

const Life* life_of_row(const World& world, std::string_view subject) {
  const Subject row = parse_subject(subject).value_or(Subject{});
  if (row.aggregate == Aggregate::kTask) {
    const TaskState* state = world.tasks.find(row.id);
    return state ? &state->life : nullptr;
  }
  if (row.aggregate == Aggregate::kBudgetLine) {
    const auto* line = world.budget_lines.find(row.id);
    return line ? &line->life : nullptr;
  }
  const auto* state = row.aggregate == Aggregate::kIndicator ? world.indicators.find(row.id) : nullptr;
  return state ? &state->life : nullptr;
}

std::optional<ProgrammeId> programme_of_row(const World& world, std::string_view subject) {
  const auto row = parse_subject(subject);
  const Programme* programme = row ? world.programme_of(*row) : nullptr;
  return programme ? std::optional(programme->id) : std::nullopt;
}

std::optional<std::string> province_of_row(const World& world, std::string_view subject) {
  const auto row = parse_subject(subject);
  const Programme* programme = row ? world.programme_of(*row) : nullptr;
  return programme ? std::optional(programme->province) : std::nullopt;
}

std::optional<Source> source_of_row(const World& world, std::string_view subject) {
  const Subject row = parse_subject(subject).value_or(Subject{});
  if (const Task* task = task_row(world, row)) return task->source;
  if (const Indicator* indicator = indicator_row(world, row)) return indicator->source;
  const BudgetLine* line = budget_row(world, row);
  return line ? std::optional(line->source) : std::nullopt;
}

std::string title_of_row(const World& world, std::string_view subject) {
  const Subject row = parse_subject(subject).value_or(Subject{});
  if (const Task* task = task_row(world, row)) return task->title;
  if (const Indicator* indicator = indicator_row(world, row)) return indicator->name;
  if (row.aggregate == Aggregate::kMember) return position_of(world, MemberId{row.id}).value_or(std::string());
  const BudgetLine* line = budget_row(world, row);
  return line ? line->name : std::string();
}

const BudgetComponent* component_of(const World& world, const LinkedPair& pair) {
  const BudgetLine* line = pair.component ? only_line(world, pair.subjects) : nullptr;
  const BudgetBook* book = line ? world.budget_books.find(line->id.value) : nullptr;
  return book ? find_component(*book, *pair.component) : nullptr;
}

std::optional<std::string> position_of(const World& world, const std::optional<MemberId>& member) {
  const auto* state = member ? world.members.find(member->value) : nullptr;
  return state ? std::optional(state->content.position) : std::nullopt;
}

const LinkState* find_link(const World& world, const LinkedPair& pair) {
  return world.links.find(link_id(pair).value);
}

std::vector<const LinkState*> links_of(const World& world, const std::string& subject) {
  std::vector<const LinkState*> result;
  const LinkedRow* row = world.linked.find(subject);
  if (!row) return result;
  for (const LinkId& id : row->links)
    if (const LinkState* link = world.links.find(id.value)) result.push_back(link);
  return result;
}

namespace {

bool joins_twins(const LinkState& link) {
  return link.pair.kind == LinkKind::kTwin && link.status == LinkStatus::kLinked;
}

std::string subject_text(const TaskId& task) {
  return Subject{Aggregate::kTask, task.value}.text();
}

}  // namespace

std::vector<TaskId> twins_of(const World& world, const TaskId& task) {
  std::vector<TaskId> set{task};
  for (std::size_t at = 0; at < set.size(); ++at) {
    for (const LinkState* link : links_of(world, subject_text(set[at]))) {
      if (!joins_twins(*link)) continue;
      for (const std::string& subject : link->pair.subjects) {
        const auto row = parse_subject(subject);
        if (!row || row->aggregate != Aggregate::kTask || !world.tasks.find(row->id)) continue;
        if (std::find(set.begin(), set.end(), TaskId{row->id}) == set.end()) set.push_back({row->id});
      }
    }
  }
  return set;
}

TaskId binding_twin(const World& world, const std::vector<TaskId>& twins) {
  struct Rank {
    int named = 0;  // negative: sorts the row that binds most often first
    Sequence first = 0;
    TaskId task;
    auto operator<=>(const Rank&) const = default;
  };
  std::map<std::string, int> named;
  for (const TaskId& task : twins)
    for (const LinkState* link : links_of(world, subject_text(task)))
      if (joins_twins(*link))
        for (const Binding& binding : link->binding)
          if (binding.field == LinkField::kDeadline) --named[binding.subject];
  std::optional<Rank> best;
  for (const TaskId& task : twins) {
    const TaskState* state = world.tasks.find(task.value);
    const auto place = named.find(subject_text(task));
    Rank rank{place == named.end() ? 0 : place->second, state ? state->life.first : 0, task};
    if (!best || rank < *best) best = std::move(rank);
  }
  return best ? best->task : TaskId{};
}

}  // namespace luuvet
