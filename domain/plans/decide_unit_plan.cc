// Yearly plans of agencies: begun and written there, approved by the head, noted by who confirms the work (Y01 to Y09).
#include <algorithm>
#include <set>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/plans/plan_line_check.h"
#include "domain/plans/unit_planning.h"
#include "domain/preconditions.h"
#include "domain/reason_words.h"

namespace luuvet {
namespace {

constexpr std::size_t kRowsNamedMax = 20;  // of a rejection

// Whether who decides by this grant decides over the whole plan.
bool is_undivided(const Grant& grant) {
  return grant.role != Role::kDeputy || grant.areas.empty();
}

bool sponsors(const World& world, const AgencyId& agency, const AgencyId& outside) {
  const SponsoredAgency* row = world.sponsored.find(outside.value);
  return row && std::any_of(row->sponsors.begin(), row->sponsors.end(),
                            [&](const auto& each) { return each.agency == agency; });
}

enum class Deed { kWriting, kDeciding };

Result<Capacity> capacity_for(const Scene& scene, const UnitPlan& plan, const AgencyId& agency, Deed deed) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const bool own = plan.agency == agency || (deed == Deed::kDeciding && sponsors(scene.world, agency, plan.agency));
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kOwnAgency && own && (deed == Deed::kWriting || is_undivided(each));
  });
  if (grant) return grant->capacity;
  if (own)
    return forbidden("P07", "Kế hoạch năm do người đứng đầu hoặc cấp phó phụ trách mọi mảng duyệt.",
                     "The head approves a yearly plan, or a deputy in charge of all areas.");
  return forbidden("Y07", "Đây là kế hoạch năm của cơ quan khác.", "This is the yearly plan of another agency.");
}

Decision decision(const Scene& scene, AgencyId agency, Capacity capacity) {
  Decision decision;
  decision.agency = std::move(agency);
  decision.capacity = capacity;
  decision.resource = scene.command.target;
  return decision;
}

void add(Decision& decision, Event event) {
  decision.events.push_back({decision.resource, std::nullopt, std::nullopt, std::move(event)});
}

const UnitPlanState* plan_at(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kUnitPlan ? scene.world.unit_plans.find(target.id) : nullptr;
}

// The way of every command on a plan that is there, up to its rules: check(BodyCheck&, plan), rules(plan, decision).
template <class Check, class Rules>
Result<Decision> on_plan(const Scene& scene, Deed deed, const Check& check_body, const Rules& rules) {
  const UnitPlanState* plan = plan_at(scene);
  if (!plan) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_body(check, *plan);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&plan->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, scene.command.target);
  const Result<Capacity> capacity = capacity_for(scene, *plan, agency, deed);
  if (!capacity) return capacity.error();
  Decision made = decision(scene, std::move(agency), capacity.value());
  if (auto rejection = rules(*plan, made)) return *std::move(rejection);
  return made;
}

void no_check(BodyCheck&, const UnitPlan&) {}

// --- lines ---

void check_lines(BodyCheck& check, const UnitPlan& plan, const SetUnitPlanLines& body) {
  if (body.lines.empty()) check.fault("/lines", "Cần ít nhất một dòng.", "At least one line is needed.");
  check.size("/lines", body.lines.size());
  if (body.lines.size() > kListItemsMax) return;
  std::set<AssignmentId> used;
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    const std::string pointer = at("/lines", i);
    check.once(pointer + "/assignment", used, body.lines[i].assignment);
    if (body.lines[i].based_on && *body.lines[i].based_on > check.world().head)
      check.fault(pointer + "/based_on", "Vượt quá bản ghi cuối cùng.", "This lies beyond the last record.");
    check_line(check, pointer, plan, body.lines[i]);
  }
}

// Y04: each line rests on what was seen of it.
std::optional<Rejection> overtaken(const Scene& scene, const UnitPlan& plan, const SetUnitPlanLines& body) {
  std::vector<FieldError> errors;
  std::vector<std::string> fields;
  for (std::size_t i = 0; i < body.lines.size(); ++i) {
    const auto& base = body.lines[i].based_on ? body.lines[i].based_on : scene.context.based_on;
    if (!base) continue;
    for (std::string& field : moved_fields(plan, body.lines[i], *base)) {
      errors.push_back({at("/lines", i) + "/set/" + field,
                        {"Người khác đã sửa ô này sau khi bạn mở.", "Somebody has set this since you read it."}});
      fields.push_back(std::move(field));
    }
  }
  if (errors.empty()) return std::nullopt;
  std::sort(fields.begin(), fields.end());
  fields.erase(std::unique(fields.begin(), fields.end()), fields.end());
  Rejection rejection = stale(std::move(fields), scene.world.representation(scene.command.target));
  rejection.errors = std::move(errors);
  return rejection;
}

std::optional<Rejection> draft_fault(const UnitPlan& plan) {
  if (plan.stage == UnitPlanStage::kDraft) return std::nullopt;
  if (plan.stage == UnitPlanStage::kSubmitted)
    return rule_broken("Y05", "Kế hoạch đang chờ duyệt; khi được trả lại thì sửa tiếp.",
                       "The plan waits for approval; it can be written again once it is returned.");
  return rule_broken("Y05", "Kế hoạch đã được duyệt; muốn sửa thì lập điều chỉnh trước.",
                     "The plan is approved; begin an amendment first.");
}

std::optional<Rejection> set_lines(const UnitPlan& plan, const SetUnitPlanLines& body, Decision& decision) {
  if (auto rejection = draft_fault(plan)) return rejection;
  for (const PlanLineItem& item : body.lines)
    if (UnitPlanLineSet event = line_set(plan, item); !event.set.empty()) add(decision, std::move(event));
  if (decision.events.empty()) return changes_nothing("Y04");
  return std::nullopt;
}

// --- submitting and approving ---

// Y06: every assignment of the year says its product, or why it has none; so does every other line.
std::optional<Rejection> incomplete_fault(const World& world, const UnitPlan& plan) {
  std::vector<AssignmentId> wanted = assignments_to_plan(world, plan.agency, plan.year);
  for (const auto& line : plan.lines)
    if (!line->content.empty() && std::find(wanted.begin(), wanted.end(), line->assignment) == wanted.end())
      wanted.push_back(line->assignment);
  std::vector<FieldError> errors;
  for (const AssignmentId& each : wanted) {
    const UnitPlanLine* line = find_line(plan.lines, each);
    if (line && (line->content.product || line->content.left_out)) continue;
    if (errors.size() < kRowsNamedMax) errors.push_back({"", {each.value, each.value}});
  }
  if (errors.empty()) return std::nullopt;
  Rejection rejection = rule_broken(
      "Y06", "Mỗi việc của năm cần sản phẩm năm hoặc lý do không làm; còn thiếu: " + errors.front().detail.vi,
      "Each assignment of the year needs a product or a reason why not; missing: " + errors.front().detail.en);
  rejection.errors = std::move(errors);
  return rejection;
}

std::optional<Rejection> submitted_fault(const UnitPlan& plan) {
  if (plan.stage == UnitPlanStage::kSubmitted) return std::nullopt;
  return rule_broken("Y07", "Kế hoạch này không chờ duyệt.", "This plan does not wait for approval.");
}

std::optional<Rejection> approve(const UnitPlan& plan, const ApproveUnitPlan& body, Decision& decision) {
  if (auto rejection = submitted_fault(plan)) return rejection;
  if (plan.editions.size() == kEditionsMax)
    return rule_broken("Y08", "Kế hoạch năm đã có quá nhiều bản điều chỉnh.", "The plan has too many editions.");
  const std::int64_t edition = plan.editions.empty() ? 1 : plan.editions.back()->number + 1;
  add(decision, UnitPlanApproved{edition, body.document});
  return std::nullopt;
}

// --- noting ---

bool confirms_a_line(const World& world, const UnitPlanLines& lines, const AgencyId& agency, const Grant& grant) {
  return std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
    const auto assignment = world.assignment(line->assignment);
    const TaskState* task = assignment ? world.tasks.find(assignment->task.value) : nullptr;
    return task && covers(grant, task->content) && confirming_agency(world, *task, *assignment) == agency &&
           !does_the_work(world, *task, *assignment, agency);
  });
}

Result<Capacity> noting_capacity(const Scene& scene, const UnitPlan& plan, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const UnitPlanLines& lines = plan.editions.empty() ? plan.lines : plan.editions.back()->lines;
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kConfirming && confirms_a_line(scene.world, lines, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden("Y09", "Chỉ cơ quan xác nhận của nhiệm vụ trong kế hoạch ghi nhận kế hoạch này.",
                   "Only an agency that confirms work of this plan notes it.");
}

std::optional<Rejection> noting_fault(const UnitPlan& plan, const AgencyId& agency) {
  if (plan.editions.empty())
    return rule_broken("Y09", "Kế hoạch chưa được duyệt.", "The plan has not been approved yet.");
  const bool noted = std::any_of(plan.notes.begin(), plan.notes.end(), [&](const UnitPlanNote& note) {
    return note.agency == agency && note.edition == plan.editions.back()->number;
  });
  if (noted) return rule_broken("Y09", "Cơ quan đã ghi nhận bản này.", "The agency has noted this edition.");
  return std::nullopt;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const BeginUnitPlan& body) {
  AgencyId agency = acting_agency(scene.world, scene.context, scene.command.target);
  BodyCheck check(scene.world, scene.context);
  const std::int64_t now = civil_from_date(scene.context.today).year;
  if (body.year < now - 1 || body.year > now + 1)
    check.fault("/year", "Chỉ lập kế hoạch của năm trước, năm nay hoặc năm sau.",
                "A plan is for the year before, this year or the next.");
  if (auto rejection = check.rejection()) return *std::move(rejection);
  UnitPlan plan;
  plan.agency = agency;
  const Result<Capacity> capacity = capacity_for(scene, plan, agency, Deed::kWriting);
  if (!capacity) return capacity.error();
  Decision made = decision(scene, agency, capacity.value());
  made.resource = {Aggregate::kUnitPlan, unit_plan_id(agency, body.year).value};
  if (scene.world.unit_plans.find(made.resource.id)) return already_exists(made.resource.id);
  add(made, UnitPlanBegun{std::move(agency), body.year});
  return made;
}

Result<Decision> decide_one(const Scene& scene, const SetUnitPlanLines& body) {
  const auto check = [&](BodyCheck& at, const UnitPlan& plan) { check_lines(at, plan, body); };
  return on_plan(scene, Deed::kWriting, check, [&](const UnitPlan& plan, Decision& made) -> std::optional<Rejection> {
    if (auto rejection = overtaken(scene, plan, body)) return rejection;
    return set_lines(plan, body, made);
  });
}

Result<Decision> decide_one(const Scene& scene, const SubmitUnitPlan&) {
  const auto rules = [&](const UnitPlan& plan, Decision& made) -> std::optional<Rejection> {
    if (auto rejection = draft_fault(plan)) return rejection;
    if (auto rejection = incomplete_fault(scene.world, plan)) return rejection;
    add(made, UnitPlanSubmitted{});
    return std::nullopt;
  };
  return on_plan(scene, Deed::kWriting, no_check, rules);
}

Result<Decision> decide_one(const Scene& scene, const ApproveUnitPlan& body) {
  const auto check = [&](BodyCheck& at, const UnitPlan&) { at.document("/document", body.document); };
  return on_plan(scene, Deed::kDeciding, check,
                 [&](const UnitPlan& plan, Decision& made) { return approve(plan, body, made); });
}

Result<Decision> decide_one(const Scene& scene, const ReturnUnitPlan& body) {
  const auto check = [&](BodyCheck& at, const UnitPlan&) { at.text("/reason", body.reason); };
  const auto rules = [&](const UnitPlan& plan, Decision& made) -> std::optional<Rejection> {
    if (auto rejection = submitted_fault(plan)) return rejection;
    add(made, UnitPlanReturned{reason_words(body.reason)});
    return std::nullopt;
  };
  return on_plan(scene, Deed::kDeciding, check, rules);
}

Result<Decision> decide_one(const Scene& scene, const AmendUnitPlan& body) {
  const auto check = [&](BodyCheck& at, const UnitPlan&) {
    at.text("/reason", body.reason);
    at.document("/document", body.document);
  };
  const auto rules = [&](const UnitPlan& plan, Decision& made) -> std::optional<Rejection> {
    if (plan.stage != UnitPlanStage::kApproved)
      return rule_broken("Y08", "Chỉ điều chỉnh kế hoạch đã được duyệt.", "Only an approved plan is amended.");
    add(made, UnitPlanAmendmentBegun{body.document, reason_words(body.reason)});
    return std::nullopt;
  };
  return on_plan(scene, Deed::kWriting, check, rules);
}

Result<Decision> decide_one(const Scene& scene, const NoteUnitPlan& body) {
  const UnitPlanState* plan = plan_at(scene);
  if (!plan) return not_found();
  BodyCheck check(scene.world, scene.context);
  check.text("/remark", body.remark);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&plan->life}))
    return *std::move(rejection);
  AgencyId agency = acting_agency(scene.world, scene.context, scene.command.target);
  const Result<Capacity> capacity = noting_capacity(scene, *plan, agency);
  if (!capacity) return capacity.error();
  if (auto rejection = noting_fault(*plan, agency)) return *std::move(rejection);
  Decision made = decision(scene, std::move(agency), capacity.value());
  add(made, UnitPlanNoted{plan->editions.back()->number, note_words(body.remark)});
  return made;
}

}  // namespace luuvet
