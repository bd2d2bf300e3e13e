#include "projections/tasks/unit_plan_list.h"

#include <algorithm>
#include <set>

#include "domain/base/fold.h"
#include "projections/tasks/by_agency.h"

namespace luuvet::projections {
namespace {

bool has_edition(const World& world, const AgencyId& agency, std::int64_t year) {
  const UnitPlanState* plan = world.unit_plans.find(unit_plan_id(agency, year).value);
  return plan && !plan->editions.empty();
}

UnitPlanStanding standing_of(const World& world, const UnitPlan& plan) {
  if (plan.stage == UnitPlanStage::kDraft) return UnitPlanStanding::kDraft;
  if (plan.stage == UnitPlanStage::kSubmitted || plan.editions.empty()) return UnitPlanStanding::kSubmitted;
  const UnitPlanEdition& edition = *plan.editions.back();
  const std::set<AgencyId> asked = confirming_agencies(world, edition.lines);
  const bool noted = std::all_of(asked.begin(), asked.end(), [&](const AgencyId& agency) {
    return std::any_of(plan.notes.begin(), plan.notes.end(), [&](const UnitPlanNote& note) {
      return note.agency == agency && note.edition == edition.number;
    });
  });
  return noted && !asked.empty() ? UnitPlanStanding::kNoted : UnitPlanStanding::kApproved;
}

UnitPlanCounts counts_of(const World& world, const UnitPlan& plan, Date date) {
  UnitPlanCounts counts;
  for (const auto& line : plan.editions.empty() ? plan.lines : plan.editions.back()->lines) {
    if (line->content.empty()) continue;
    ++counts.lines;
    counts.left_out += line->content.left_out;
    const AssignmentState* assignment = world.assignments.find(line->assignment.value);
    const YearWork work = assignment ? assignment->year_work : YearWork{};
    for (const Milestone& milestone : line->content.milestones) {
      const bool met = find_met(work, plan.agency, plan.year, milestone.id) != nullptr;
      ++counts.milestones;
      counts.met += met;
      counts.overdue += !met && milestone.due < date;
    }
    const YearResult* result = find_result(work, plan.year);
    counts.year_results += result && result->state == YearResultState::kAccepted;
  }
  return counts;
}

UnitPlanItem item_of(const Views& views, const AgencyId& agency, std::int64_t year, std::optional<Date> due_on,
                     Date date) {
  UnitPlanItem item;
  item.id = unit_plan_id(agency, year);
  item.agency = agency;
  item.year = year;
  item.due_on = due_on;
  item.plan = views.world.unit_plans.get(item.id.value);
  item.missing = due_on && date > *due_on && (!item.plan || item.plan->editions.empty());
  if (!item.plan) return item;
  item.state = standing_of(views.world, *item.plan);
  item.counts = counts_of(views.world, *item.plan, date);
  return item;
}

// Who has something to plan, and who has begun a plan, in the order of registering.
std::vector<UnitPlanItem> items_of(const Views& views, std::int64_t year, Date date, const PlanDeadline& deadline) {
  const std::map<AgencyId, Date> planning = planning_agencies(views.world, year, deadline);
  std::vector<std::pair<Sequence, UnitPlanItem>> found;
  views.world.agencies.for_each([&](const auto& agency) {
    const AgencyId& id = agency->content.id;
    const auto due = planning.find(id);
    if (due == planning.end() && !views.world.unit_plans.find(unit_plan_id(id, year).value)) return;
    const auto due_on = due == planning.end() ? std::nullopt : std::optional(due->second);
    found.emplace_back(agency->life.first, item_of(views, id, year, due_on, date));
  });
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<UnitPlanItem> items;
  for (auto& [first, item] : found) items.push_back(std::move(item));
  return items;
}

bool matches(const Views& views, const UnitPlanFilter& filter, const std::vector<std::string>& words,
             const UnitPlanItem& item) {
  if (filter.agency && item.agency != *filter.agency) return false;
  if (words.empty()) return true;
  const Card* card = views.card({Aggregate::kAgency, item.agency.value});
  return card && luuvet::matches(*card->text, words);
}

void add(UnitPlanTotals& totals, const UnitPlanItem& item) {
  ++totals.total;
  totals.late += item.missing;
  switch (item.state) {
    case UnitPlanStanding::kMissing:
      ++totals.missing_plan;
      break;
    case UnitPlanStanding::kDraft:
      ++totals.draft;
      break;
    case UnitPlanStanding::kSubmitted:
      ++totals.submitted;
      break;
    case UnitPlanStanding::kApproved:
      ++totals.approved;
      break;
    case UnitPlanStanding::kNoted:
      ++totals.noted;
      break;
  }
}

bool is_wanted(const UnitPlanFilter& filter, const UnitPlanItem& item) {
  const auto& states = filter.state;
  const bool state = states.empty() || std::find(states.begin(), states.end(), item.state) != states.end();
  return state && (!filter.missing || *filter.missing == item.missing);
}

}  // namespace

UnitPlanList list_unit_plans(const Views& views, const UnitPlanFilter& filter, const PageRequest& page,
                             Date status_date, const PlanDeadline& deadline) {
  const auto words = filter.q ? query_words(*filter.q) : std::vector<std::string>{};
  UnitPlanList list;
  std::vector<UnitPlanItem> items;
  bool marked = false;
  for (UnitPlanItem& item : items_of(views, filter.year, status_date, deadline)) {
    const bool at_cursor = page.after == item.id.value;
    const bool matching = matches(views, filter, words, item);
    if (matching) add(list.totals, item);
    const bool wanted = matching && is_wanted(filter, item);
    marked = marked || (at_cursor && !wanted);
    if (wanted || at_cursor) items.push_back(std::move(item));
  }
  list.page = page_of(
      std::move(items), page, [](const UnitPlanItem& item) { return item.id.value; }, marked);
  return list;
}

std::optional<UnitPlanItem> unit_plan_item(const Views& views, const std::string& id, Date status_date,
                                           const PlanDeadline& deadline) {
  const UnitPlanState* plan = views.world.unit_plans.find(id);
  if (!plan) return std::nullopt;
  const std::map<AgencyId, Date> planning = planning_agencies(views.world, plan->year, deadline);
  const auto due = planning.find(plan->agency);
  return item_of(views, plan->agency, plan->year, due == planning.end() ? std::nullopt : std::optional(due->second),
                 status_date);
}

std::vector<AgencyId> agencies_without_plan(const Views& views, Date status_date, const PlanDeadline& deadline) {
  const World& world = views.world;
  const std::int64_t year = civil_from_date(status_date).year;
  ByAgency<bool> late;
  world.tasks.for_each([&](const std::shared_ptr<const TaskState>& task) {
    const auto due = plan_day(world, *task, year, deadline);
    if (!due || status_date <= *due) return;
    const std::shared_ptr<const TaskWork> work = work_on(views, *task, status_date);
    for_each_working_agency(world, *task, *work, [&](const AgencyId& agency, const UnitWork& unit) {
      if (unit.is_open_in_year) late[agency] = true;
    });
  });
  std::vector<AgencyId> agencies;
  for (const auto& [agency, is_late] : late.take())
    if (world.is_agency(agency) && !world.has_ended(agency) && !has_edition(world, agency, year))
      agencies.push_back(agency);
  return agencies;
}

}  // namespace luuvet::projections
