// A doubt about the papers that somebody notes (Q06): the standing agency of a plan that it concerns.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "domain/decide_parts.h"
#include "domain/links/link_rows.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"

namespace luuvet {
namespace {

constexpr std::array<std::string_view, 10> kDoubtKinds = {
    "contradiction", "cut-off",    "double-number",  "misprint", "past-due",
    "copy-error",    "definition", "responsibility", "missing",  "assumption"};
constexpr std::size_t kDoubtPlacesMax = 20;

void check_place(BodyCheck& check, const std::string& pointer, const RaiseDoubt& body, const DoubtPlaceInput& place) {
  check.text(pointer + "/quote", place.quote);
  const World& world = check.world();
  if (!life_of_row(world, place.subject)) return check.unknown(pointer + "/subject", place.subject);
  const Programme* plan = world.programme_of({Aggregate::kProgramme, body.programme.value});
  if (plan && province_of_row(world, place.subject) != plan->province)
    check.fault(pointer + "/subject", "Dòng này thuộc kế hoạch của tỉnh khác.",
                "This row is of another province's plan.");
}

void check_body(BodyCheck& check, const RaiseDoubt& body) {
  if (!check.world().programmes.find(body.programme.value)) check.unknown("/programme", body.programme.value);
  check.text("/text", body.text);
  if (std::find(kDoubtKinds.begin(), kDoubtKinds.end(), body.kind) == kDoubtKinds.end())
    check.fault("/kind", "Không có loại nghi vấn này.", "There is no such kind of doubt.");
  if (body.places.empty())
    check.fault("/places", "Cần ít nhất một chỗ trong văn bản.", "At least one place is needed.");
  check.size("/places", body.places.size(), kDoubtPlacesMax);
  std::set<std::string> named;
  bool of_plan = body.places.empty();
  for (std::size_t i = 0; i < std::min(body.places.size(), kDoubtPlacesMax); ++i) {
    const DoubtPlaceInput& place = body.places[i];
    check.once(at("/places", i) + "/subject", named, place.subject);
    check_place(check, at("/places", i), body, place);
    of_plan = of_plan || programme_of_row(check.world(), place.subject) == body.programme;
  }
  if (!of_plan) check.fault("/programme", "Không chỗ nào thuộc kế hoạch này.", "None of the places is of this plan.");
}

// Of a row that no document numbers: the document of its plan.
Source source_of_plan(const World& world, const std::string& subject) {
  const auto id = programme_of_row(world, subject);
  const Programme* plan = id ? world.programme_of({Aggregate::kProgramme, id->value}) : nullptr;
  return plan ? Source{plan->document, {}, {}, {}} : Source{};
}

std::optional<std::string> printed(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Doubt doubt_of(const Scene& scene, const RaiseDoubt& body) {
  Doubt doubt{{scene.context.new_id}, body.programme, body.kind, body.text, {}};
  for (const DoubtPlaceInput& place : body.places) {
    const Source source =
        source_of_row(scene.world, place.subject).value_or(source_of_plan(scene.world, place.subject));
    doubt.places.push_back(
        {place.subject, source.document, printed(source.annex), source.section, source.number, place.quote});
  }
  return doubt;
}

}  // namespace

Result<Decision> decide_one(const Scene& scene, const RaiseDoubt& body) {
  BodyCheck check(scene.world, scene.context);
  check_body(check, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  const Subject plan{Aggregate::kProgramme, body.programme.value};
  AgencyId agency = acting_agency(scene.world, scene.context, plan);
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return relation == Relation::kStanding && stands_over(scene.world, plan, agency, each);
  });
  if (!grant)
    return forbidden("Q06", "Điểm nghi vấn do cơ quan thường trực của kế hoạch ghi.",
                     "Doubts are noted by the standing agency of their plan.");
  Subject subject{Aggregate::kDoubt, scene.context.new_id};
  if (scene.world.doubts.find(subject.id)) return already_exists(subject.id);
  return single(std::move(agency), grant->capacity, std::move(subject), body.programme,
                Registered<Doubt>{doubt_of(scene, body)});
}

}  // namespace luuvet
