#include "domain/missions/record_keeping.h"

#include <algorithm>
#include <utility>

#include "domain/people/agency_names.h"
#include "domain/people/involvement.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

constexpr int kYearFirst = 2000;
constexpr int kYearLast = 2100;

bool leads_a_row(const World& world, const Keeping& keeping, const AgencyId& agency) {
  const auto* line = keeping.budget_line ? world.budget_lines.find(keeping.budget_line->value) : nullptr;
  if (line && names_agency(world, line->content.lead_agencies, agency)) return true;
  return std::any_of(keeping.tasks.begin(), keeping.tasks.end(), [&](const TaskId& id) {
    const TaskState* task = world.tasks.find(id.value);
    return task && world.leads(task->content, agency);
  });
}

bool hosts(const World& world, const Keeping& keeping, const AgencyId& agency) {
  return keeping.host && keeping.host->agency && world.succeeds(agency, *keeping.host->agency);
}

Subject programme_subject(const std::optional<ProgrammeId>& programme) {
  return {Aggregate::kProgramme, programme ? programme->value : std::string()};
}

bool ends_a_quarter(Date date) {
  const CivilDate civil = civil_from_date(date);
  return civil.month % 3 == 0 && civil.day == days_in_month(civil.year, civil.month);
}

// A record that names no programme is still of the province of who keeps it; some are kept by nobody.
bool of_its_province(const World& world, const Keeping& keeping, const AgencyId& agency) {
  if (keeping.keeper.empty()) return true;
  const AgencyState* state = world.agencies.find(agency.value);
  return state && is_within(world, state->content.province, keeping.keeper);
}

}  // namespace

Keeping keeping_of(const Mission& mission) {
  return {mission.programme, mission.managing_agency, mission.host, mission.tasks, std::nullopt};
}

Result<Capacity> keeping_capacity(const Scene& scene, const Keeping& keeping, const AgencyId& agency,
                                  std::string_view rule) {
  const World& world = scene.world;
  if (auto rejection = acting_fault(world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (relation == Relation::kKeeper) return world.succeeds(agency, keeping.keeper);
    if (relation == Relation::kLead) return hosts(world, keeping, agency) || leads_a_row(world, keeping, agency);
    return relation == Relation::kStanding && of_its_province(world, keeping, agency) &&
           stands_over(world, programme_subject(keeping.programme), agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden(rule,
                   "Việc này do cơ quan giữ hồ sơ, cơ quan chủ trì nhiệm vụ hoặc dòng kinh phí được nêu, hoặc cơ quan "
                   "thường trực thực hiện.",
                   "This is for the agency that keeps the record, for leads of the rows that it names, or for the "
                   "standing agency.");
}

AgencyId keeping_agency(const Scene& scene, const std::optional<ProgrammeId>& programme) {
  return acting_agency(scene.world, scene.context, programme_subject(programme));
}

std::optional<ProgrammeId> programme_of_rows(const World& world, const std::optional<ProgrammeId>& named,
                                             const std::optional<BudgetLineId>& budget_line,
                                             const std::vector<TaskId>& tasks) {
  if (named) return named;
  if (budget_line) return programme_id_of(world, {Aggregate::kBudgetLine, budget_line->value});
  if (!tasks.empty()) return programme_id_of(world, {Aggregate::kTask, tasks.front().value});
  return std::nullopt;
}

void check_organisation(BodyCheck& check, const std::string& pointer, const Organisation& value) {
  if (value.agency.has_value() == (value.name && !value.name->empty())) {
    check.fault(pointer, "Cần nêu một cơ quan trong danh mục, hoặc tên tổ chức; không nêu cả hai.",
                "Name an agency that is registered, or a body by its name, and not both.");
    return;
  }
  if (value.agency) check.agency(pointer + "/agency", *value.agency, BodyCheck::Bodies::kAgencies);
  check.text(pointer + "/name", value.name);
}

void check_programme(BodyCheck& check, const std::string& pointer, const std::optional<ProgrammeId>& value) {
  if (value && !check.world().programmes.find(value->value)) check.unknown(pointer, value->value);
}

void check_tasks(BodyCheck& check, const std::string& pointer, const std::optional<std::vector<TaskId>>& values) {
  if (!values) return;
  check.size(pointer, values->size(), kServedTasksMax);
  if (values->size() > kServedTasksMax) return;
  std::set<TaskId> used;
  for (std::size_t i = 0; i < values->size(); ++i) {
    const TaskId& id = (*values)[i];
    if (!check.world().tasks.find(id.value)) check.unknown(at(pointer, i), id.value);
    check.once(at(pointer, i), used, id);
  }
}

void check_one_province(BodyCheck& check, const std::string& prefix, const Keeping& keeping) {
  const World& world = check.world();
  if (!world.agencies.find(keeping.keeper.value)) return;
  std::optional<std::string> province;
  const auto look = [&](const std::string& pointer, const Programme* plan) {
    if (!plan || plan->province == kCentre) return;
    const bool together =
        is_within(world, plan->province, keeping.keeper) && (!province || *province == plan->province);
    if (!together)
      check.fault(pointer, "Thuộc kế hoạch của tỉnh khác nên không nêu ở đây được.",
                  "This is of another province's plan: it is not named here.");
    if (!province) province = plan->province;
  };
  if (keeping.programme)
    look(prefix + "/programme", world.programme_of({Aggregate::kProgramme, keeping.programme->value}));
  for (std::size_t i = 0; i < keeping.tasks.size(); ++i)
    look(at(prefix + "/tasks", i), world.programme_of({Aggregate::kTask, keeping.tasks[i].value}));
}

void check_day(BodyCheck& check, const std::string& pointer, const std::optional<Date>& value) {
  if (!value) return;
  const int year = civil_from_date(*value).year;
  if (year < kYearFirst || year > kYearLast)
    check.fault(pointer, "Ngày nằm trong các năm 2000 đến 2100.", "A day is of the years 2000 to 2100.");
}

void check_amount(BodyCheck& check, const std::string& pointer, const std::optional<Amount>& value) {
  if (value && (*value <= 0 || *value > kMissionAmountMax))
    check.fault(pointer, "Số tiền tính bằng đồng, lớn hơn 0 và không quá 10^15.",
                "An amount is in đồng, above 0 and at most 10^15.");
}

void check_span(BodyCheck& check, const std::string& pointer, const std::optional<Date>& from,
                const std::optional<Date>& to) {
  if (from && to && *to < *from)
    check.fault(pointer, "Ngày kết thúc không được trước ngày bắt đầu.", "The end cannot come before the beginning.");
}

void check_steps(BodyCheck& check, const std::vector<PlannedStep>& steps, bool at_quarter_ends) {
  const std::string list = "/milestones";
  check.size(list, steps.size(), kPlannedStepsMax);
  if (steps.size() > kPlannedStepsMax) return;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string place = at(list, i);
    check.text(place + "/name", steps[i].name);
    check.not_future(place + "/done_on", steps[i].done_on);
    check_day(check, place + "/done_on", steps[i].done_on);
    check_day(check, place + "/due", steps[i].due);
    if (at_quarter_ends && !ends_a_quarter(steps[i].due))
      check.fault(place + "/due", "Mốc của bài toán lớn tính theo quý: hạn là ngày cuối quý.",
                  "Milestones of a big problem are quarterly: due on a quarter's last day.");
  }
}

}  // namespace luuvet
