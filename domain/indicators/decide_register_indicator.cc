// An indicator registered by a document, beside those that the plans print (X80, X81).
#include <algorithm>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/indicators/indicator_targets.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

using Bodies = BodyCheck::Bodies;

// As plans are read: see printed directions in domain/indicators/indicator_terms.cc.
std::string printed_word(IndicatorDirection direction) {
  switch (direction) {
    case IndicatorDirection::kHigher:
      return "higher";
    case IndicatorDirection::kLower:
      return "lower";
    case IndicatorDirection::kRank:
      return "rank";
    case IndicatorDirection::kDone:
      return "done";
    case IndicatorDirection::kText:
      return "text";
  }
  return "higher";
}

void check_agencies(BodyCheck& check, std::string_view pointer, const std::optional<std::vector<AgencyId>>& list) {
  if (list) check.agencies(pointer, *list, Bodies::kAgenciesAndGroups);
}

// X81: it stands below a row of the same plan.
void check_parent(BodyCheck& check, const RegisterIndicator& body) {
  if (!body.parent) return;
  const auto* parent = check.world().indicators.find(body.parent->value);
  if (!parent)
    check.unknown("/parent", body.parent->value);
  else if (!(parent->content.programme == body.programme))
    check.fault("/parent", "Dòng cha thuộc kế hoạch khác.", "The parent is of another plan.");
}

// X81: someone has to be asked for its figures.
void check_body(BodyCheck& check, const RegisterIndicator& body) {
  check.text("/name", body.name);
  check.text("/unit", body.unit);
  check.text("/note", body.note);
  check_parent(check, body);
  check_agencies(check, "/tracking_agencies", body.tracking_agencies);
  check_agencies(check, "/implementing_agencies", body.implementing_agencies);
  const auto none = [](const std::optional<std::vector<AgencyId>>& list) { return !list || list->empty(); };
  if (none(body.tracking_agencies) && none(body.implementing_agencies))
    check.fault("/tracking_agencies", "Cần cơ quan theo dõi hoặc đơn vị thực hiện.",
                "Who tracks it, or who carries it out, is needed.");
  if (body.targets) check_targets(check, *body.targets);
  if (body.member && !check.world().members.find(body.member->value)) check.unknown("/member", body.member->value);
  check.document("/document", std::optional(body.document));
}

Indicator row_of(const RegisterIndicator& body, std::string id) {
  Indicator row;
  row.id.value = std::move(id);
  row.programme = body.programme;
  row.parent = body.parent;
  row.source = {body.document, "body", std::nullopt, std::nullopt};
  row.name = body.name;
  if (body.unit && !body.unit->empty()) row.unit = body.unit;
  row.direction = printed_word(body.direction);
  if (body.targets) row.targets = targets_of(*body.targets);
  row.tracking_agencies = body.tracking_agencies.value_or(std::vector<AgencyId>{});
  row.implementing_agencies = body.implementing_agencies.value_or(std::vector<AgencyId>{});
  row.member = body.member;
  if (body.note && !body.note->empty()) row.note = body.note;
  return row;
}

Result<Capacity> capacity_for(const Scene& scene, const Programme& programme, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Subject plan{Aggregate::kProgramme, programme.id.value};
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return (relation == Relation::kAny && is_within(scene.world, programme.province, agency)) ||
           (relation == Relation::kStanding && stands_over(scene.world, plan, agency, each));
  });
  if (grant) return grant->capacity;
  return forbidden("X80", "Chỉ cơ quan thường trực của kế hoạch, hoặc cơ quan thống kê của tỉnh, thêm chỉ tiêu.",
                   "The standing agency of the plan registers indicators, or statistics of its province.");
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const RegisterIndicator& body) {
  const auto* state = scene.world.programmes.find(body.programme.value);
  if (!state) return unknown_reference("/programme", body.programme.value);
  const Programme& programme = state->content;
  BodyCheck check(scene.world, scene.context);
  check_body(check, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Subject subject{Aggregate::kIndicator, scene.context.new_id};
  if (scene.world.indicators.find(subject.id)) return already_exists(subject.id);
  AgencyId agency = acting_agency(scene.world, scene.context, {Aggregate::kProgramme, programme.id.value});
  const Result<Capacity> capacity = capacity_for(scene, programme, agency);
  if (!capacity) return capacity.error();
  Registered<Indicator> event{row_of(body, subject.id)};
  return single(std::move(agency), capacity.value(), std::move(subject), programme.id, std::move(event));
}

}  // namespace luuvet
