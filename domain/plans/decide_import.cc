// The import compares three ways (I01 to I06): the new row, the row as last imported, and what people have made of it
// since.
#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/people/succession.h"
#include "domain/plans/import_doubt.h"
#include "domain/plans/import_rows.h"
#include "domain/register_traits.h"

namespace luuvet {
namespace {

template <class Content, class State>
void complete(const World&, Content&, const State*) {}
// I06: the papers seldom say who confirms. T04 is asked again only where they changed what it rests on: who succeeded
// whom since is no change of the papers.
void complete(const World& world, Task& row, const TaskState* state) {
  const Task* last = state ? state->imported.get() : nullptr;
  const bool as_before =
      last && row.confirming_agency.empty() && row.area == last->area &&
      (row.lead_agencies == last->lead_agencies || passed_on(world, row.lead_agencies) == last->lead_agencies);
  row.confirming_agency = as_before ? last->confirming_agency : confirming_by_content(world, row);
}

template <class Content>
std::optional<ProgrammeId> programme_named(const Content& row) {
  if constexpr (std::is_same_v<Content, Programme>) return row.id;
  if constexpr (OfProgramme<Content>) return row.programme;
  return std::nullopt;
}

template <class Content>
Event registered_event(const Content& row) {
  typename RegisterTraits<Content>::RegisteredEvent event;
  event.content = row;
  return event;
}

template <class Content>
Event amended_event(Partial<Content> set) {
  typename RegisterTraits<Content>::AmendedEvent event;
  event.set = std::move(set);
  return event;
}

// What to do with the members in which the row and the present content differ.
template <class Content>
struct Comparison {
  Partial<Content> take;      // only the papers have changed
  Partial<Content> conflict;  // the papers and people have
};

template <class Content>
Comparison<Content> compare(const World& world, const Content& row, const RegisterState<Content>& state) {
  Comparison<Content> result;
  const Content in_force = passed_on(world, row);  // the papers name agencies as they were
  for_each_member<Content>([&](std::size_t index, auto member) {
    const auto& now = state.content.*member.pointer;
    const auto& wanted = in_force.*member.pointer;
    if (row.*member.pointer == now || wanted == now) return;
    const Content* last = state.imported.get();
    if (last && row.*member.pointer == last->*member.pointer) return;
    Partial<Content>& part = last && now == last->*member.pointer ? result.take : result.conflict;
    part.values.*member.pointer = wanted;
    part.present |= std::uint64_t{1} << index;
  });
  return result;
}

template <class Content>
DoubtPlace place_of(const Content& row) {
  DoubtPlace place;
  place.subject = subject_of(row).text();
  if constexpr (requires { row.source.document; }) {
    place = {place.subject, row.source.document, row.source.annex, row.source.section, row.source.number, std::nullopt};
  } else if constexpr (std::is_same_v<Content, Task>) {
    if (row.source)
      place = {place.subject,       row.source->document, row.source->annex,
               row.source->section, row.source->number,   std::nullopt};
  } else if constexpr (std::is_same_v<Content, Document>) {
    place.document = row.id;
  } else if constexpr (std::is_same_v<Content, Programme>) {
    place.document = row.document;
  }
  return place;
}

template <class Content>
Doubt doubt_about(const Content& row, const Partial<Content>& conflict) {
  Doubt doubt;
  doubt.id = import_doubt_id(subject_of(row), conflict);
  doubt.programme = programme_named(row).value_or(ProgrammeId{});
  doubt.kind = "contradiction";
  doubt.text = import_doubt_text(names(conflict));
  doubt.places.push_back(place_of(row));
  return doubt;
}

// I01: a row that carries work is assigned to its leads together, until somebody assigns it otherwise.
template <class Content>
bool to_be_assigned(const Content& row, const typename RegisterTraits<Content>::State* state) {
  if constexpr (std::is_same_v<Content, Task>) return carries_work(row) && (!state || !state->assigned);
  return false;
}

template <class Content>
std::vector<Event> events_on_row(const Content& row, const typename RegisterTraits<Content>::State* state,
                                 const Comparison<Content>& comparison) {
  std::vector<Event> events;
  if (!state) events.push_back(registered_event(row));
  if (!comparison.take.empty()) events.push_back(amended_event(comparison.take));
  if (to_be_assigned(row, state)) events.push_back(TaskAssigned{});
  return events;
}

}  // namespace

std::optional<Rejection> import_fault(const Context& context) {
  if (is_system(context.actor)) return std::nullopt;
  return forbidden("I05", "Chỉ hệ thống nhập dữ liệu của văn bản.", "Only the system imports rows of the papers.");
}

template <class Content>
Result<Decision> decide_one(const Scene& scene, const ImportRow<Content>& body) {
  if (auto rejection = import_fault(scene.context)) return *std::move(rejection);
  BodyCheck check(scene.world, scene.context);
  check.allow_ended();
  check_row(check, body.row);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  Content row = body.row;
  const auto* state = (scene.world.*RegisterTraits<Content>::kTable).find(row.id.value);
  complete(scene.world, row, state);

  Decision decision;
  decision.agency = {std::string(kSystemActor)};
  decision.resource = subject_of(row);
  const Comparison<Content> comparison = state ? compare(scene.world, row, *state) : Comparison<Content>{};
  if (!state) row = passed_on(scene.world, std::move(row));
  for (Event& event : events_on_row(row, state, comparison))
    decision.events.push_back({decision.resource, programme_named(row), std::nullopt, std::move(event)});
  if (comparison.conflict.empty()) return decision;
  Doubt doubt = doubt_about(row, comparison.conflict);
  if (scene.world.doubts.find(doubt.id.value)) return decision;
  const Subject subject = subject_of(doubt);
  decision.events.push_back({subject, programme_named(row), std::nullopt, Registered<Doubt>{std::move(doubt)}});
  return decision;
}
template Result<Decision> decide_one(const Scene&, const ImportRow<Programme>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Agency>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<AgencyGroup>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Committee>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Member>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Indicator>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<BudgetLine>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<ReportingDuty>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Doubt>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Document>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Task>&);
template Result<Decision> decide_one(const Scene&, const ImportRow<Post>&);

}  // namespace luuvet
