// Ratios: defined with a day and a document, their figures entered on three bases (M23); imported as the papers set
// them (M30).
#include <algorithm>
#include <set>
#include <utility>

#include "domain/money/budget_scene.h"

namespace luuvet {
namespace {

constexpr std::int64_t kPercentMax = 100;

// `place`: of the definition in the body.
void check_definition(BodyCheck& check, const std::string& place, const ProgrammeId& programme,
                      const RatioDefinition& definition) {
  const std::vector<BudgetLineId>& lines = definition.lines;
  check.text(place + "/text", definition.text);
  check.document(place + "/document", definition.document);
  check.size(place + "/lines", lines.size(), kRatioLinesMax);
  std::set<BudgetLineId> used;
  for (std::size_t i = 0; i < std::min(lines.size(), kRatioLinesMax); ++i) {
    const auto* line = check.world().budget_lines.find(lines[i].value);
    if (!line || line->content.programme != programme) check.unknown(at(place + "/lines", i), lines[i].value);
    check.once(at(place + "/lines", i), used, lines[i]);
  }
}

bool is_share(Decimal value) {
  std::int64_t most = kPercentMax;
  for (std::uint8_t i = 0; i < value.scale; ++i) most *= 10;
  return value.mantissa > 0 && value.mantissa <= most;
}

// What is said of a new ratio beside its definitions.
void check_ratio(BodyCheck& check, const ProgrammeId& programme, const std::string& name, Decimal minimum_percent) {
  if (!check.world().programmes.find(programme.value)) check.unknown("/programme", programme.value);
  check.text("/name", name);
  if (!is_share(minimum_percent))
    check.fault("/minimum_percent", "Tỷ lệ phải lớn hơn 0 và không quá 100.", "A share is above 0 and at most 100.");
}

void check_row(BodyCheck& check, const RatioRow& row) {
  if (!is_valid_id(row.id.value)) check.fault("/id", "Mã không đúng quy cách.", "The id is not well formed.");
  check_ratio(check, row.programme, row.name, row.minimum_percent);
  if (row.definitions.empty())
    check.fault("/definitions", "Cần ít nhất một định nghĩa.", "At least one definition is needed.");
  check.size("/definitions", row.definitions.size(), kRatioDefinitionsMax);
  std::set<Date> days;
  for (std::size_t i = 0; i < std::min(row.definitions.size(), kRatioDefinitionsMax); ++i) {
    const std::string place = at("/definitions", i);
    check_definition(check, place, row.programme, row.definitions[i]);
    check.once(place + "/valid_from", days, row.definitions[i].valid_from);
  }
}

// M30: what a row adds to what stands.
std::vector<Event> events_on_row(const RatioRow& row, const RatioState* there) {
  std::vector<Event> events;
  for (const RatioDefinition& each : row.definitions) {
    const bool stands = there && std::any_of(there->definitions.begin(), there->definitions.end(),
                                             [&](const auto& one) { return one.valid_from == each.valid_from; });
    if (stands) continue;
    if (there || !events.empty())
      events.push_back(RatioRedefined{each.valid_from, each.text, each.lines, each.document});
    else
      events.push_back(RatioRegistered{row.programme, row.name, row.minimum_percent, each.valid_from, each.text,
                                       each.lines, each.document});
  }
  return events;
}

Result<Capacity> ratio_capacity(const Scene& scene, const ProgrammeId& id, const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Subject programme{Aggregate::kProgramme, id.value};
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    if (relation == Relation::kProvince) return of_province(scene.world, scene.world.programme_of(programme), agency);
    return relation == Relation::kStanding && stands_over(scene.world, programme, agency, each);
  });
  if (grant) return grant->capacity;
  return forbidden("M03", "Tỷ lệ do Sở Tài chính hoặc cơ quan thường trực xác định.",
                   "Ratios are the finance department's or the standing agency's.");
}

Result<Decision> decision(const Scene& scene, const ProgrammeId& programme, Subject subject, AgencyId agency,
                          Event event) {
  const Result<Capacity> capacity = ratio_capacity(scene, programme, agency);
  if (!capacity) return capacity.error();
  return single(std::move(agency), capacity.value(), std::move(subject), programme, std::move(event));
}

const RatioState* ratio_at(const Scene& scene) {
  const Subject& target = scene.command.target;
  return target.aggregate == Aggregate::kRatio ? scene.world.ratios.find(target.id) : nullptr;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const DefineNewRatio& body) {
  BodyCheck check(scene.world, scene.context);
  check_ratio(check, body.programme, body.name, body.minimum_percent);
  check_definition(check, {}, body.programme, {body.valid_from, body.text, body.lines, body.document});
  if (auto rejection = check.rejection()) return *std::move(rejection);
  const Subject programme{Aggregate::kProgramme, body.programme.value};
  return decision(scene, body.programme, {Aggregate::kRatio, scene.context.new_id},
                  acting_agency(scene.world, scene.context, programme),
                  RatioRegistered{body.programme, body.name, body.minimum_percent, body.valid_from, body.text,
                                  body.lines, body.document});
}

Result<Decision> decide_one(const Scene& scene, const RedefineRatio& body) {
  const RatioState* state = ratio_at(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_definition(check, {}, state->programme, {body.valid_from, body.text, body.lines, body.document});
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  if (state->definitions.size() >= kRatioDefinitionsMax)
    return rule_broken("M23", "Tỷ lệ này đã có quá nhiều định nghĩa.", "The ratio has too many definitions.");
  return decision(scene, state->programme, scene.command.target,
                  acting_agency(scene.world, scene.context, scene.command.target),
                  RatioRedefined{body.valid_from, body.text, body.lines, body.document});
}

Result<Decision> decide_one(const Scene& scene, const EnterRatioFigures& body) {
  const RatioState* state = ratio_at(scene);
  if (!state) return not_found();
  BodyCheck check(scene.world, scene.context);
  check_budget_year(check, "/year", body.year);
  if (body.numerator && *body.numerator != 0) check_amount(check, "/numerator", *body.numerator);
  check_amount(check, "/denominator", body.denominator);
  check.document("/document", body.document);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection = precondition_fault(scene.world, scene.command, scene.context, {&state->life}))
    return *std::move(rejection);
  const bool counts = std::any_of(state->definitions.begin(), state->definitions.end(),
                                  [](const RatioDefinition& each) { return !each.lines.empty(); });
  if (!body.numerator && !counts)
    return rule_broken("M23", "Định nghĩa không nêu dòng kinh phí nào; cần nhập tử số.",
                       "The definition names no budget lines: enter the numerator.");
  return decision(scene, state->programme, scene.command.target,
                  acting_agency(scene.world, scene.context, scene.command.target),
                  RatioFiguresEntered{body.year, body.basis, body.numerator, body.denominator, body.document});
}

Result<Decision> decide_one(const Scene& scene, const ImportRow<RatioRow>& body) {
  if (auto rejection = import_fault(scene.context)) return *std::move(rejection);
  const RatioRow& row = body.row;
  BodyCheck check(scene.world, scene.context);
  check_row(check, row);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Decision made;
  made.agency = {std::string(kSystemActor)};
  made.resource = {Aggregate::kRatio, row.id.value};
  for (Event& event : events_on_row(row, scene.world.ratios.find(row.id.value)))
    made.events.push_back({made.resource, row.programme, std::nullopt, std::move(event)});
  return made;
}

}  // namespace luuvet
