#include <utility>

#include "domain/decide_parts.h"
#include "domain/links/twins.h"
#include "domain/people/succession.h"
#include "domain/preconditions.h"
#include "domain/tasks/handling.h"

namespace luuvet {
namespace {

// Of several rows of a command the first names what is missed.
Relation relation_of(const CommandBody& body) {
  const std::optional<CommandKind> command = kind_of(body);
  for (const Right& right : kRights)
    if (right.command == command) return right.relation;
  return Relation::kAny;
}

Result<Capacity> capacity_for(const Scene& scene, const Work& work) {
  if (auto rejection = acting_fault(work.world, work.agency)) return *std::move(rejection);
  const CommandBody& body = scene.command.body;
  const Grant* grant = grant_where(scene.acting, body,
                                   [&](Relation relation, const Grant& each) { return relates(work, relation, each); });
  if (grant) return grant->capacity;
  return unrelated(work, relation_of(body));
}

template <class Body>
std::optional<Rejection> own_part_fault(const Scene&, const Work&, const Body&) {
  return std::nullopt;
}

// K04: of whom agencies have named, one reads and writes its own part.
std::optional<Rejection> own_part_fault(const Scene& scene, const Work& work, const AssignPeople&) {
  const AgencyPeople* own = people_of(work.state, work.agency);
  const std::optional<Sequence>& seen = scene.context.based_on;
  if (!own || !seen || own->sequence <= *seen) return std::nullopt;
  return stale({"people"}, scene.world.representation(scene.command.target));
}

Decision decision(const Scene& scene, const Work& work, Capacity capacity, Outcome outcome) {
  Decision decision;
  decision.agency = work.agency;
  decision.capacity = capacity;
  decision.resource = scene.command.target;
  const Subject subject{Aggregate::kAssignment, work.state.id.value};
  const std::optional<ProgrammeId> programme = programme_id_of(scene.world, subject);
  for (Event& event : outcome.events)
    decision.events.push_back({subject, programme, outcome.causation, std::move(event)});
  return decision;
}

// Opening states are each row's own, and so are extensions and who works on it.
using WrittenOnTwins =
    boost::mp11::mp_list<StartAssignment, ReportProgress, ApproveProgress, ReturnProgress, WithdrawProgress,
                         SubmitAssignment, AcceptAssignment, ReturnAssignment, ReopenAssignment>;
template <class Body>
constexpr bool kWrittenOnTwins = boost::mp11::mp_contains<WrittenOnTwins, Body>::value;

void pass_on_all_opened(const World& world, const DocumentRef& document, Decision& decision) {
  for (std::size_t at = 0, opened = decision.events.size(); at < opened; ++at)
    pass_on_opened(world, at, document, decision);
}

}  // namespace

template <WorkBody Body>
std::optional<Rejection> body_fault(const Scene& scene, const Body& body, std::string prefix) {
  Result<Work> work = find_work(scene.world, scene.command.target, scene.context);
  if (!work) return work.error();
  BodyCheck check(scene.world, scene.context, std::move(prefix));
  check_body(check, work.value(), body);
  return check.rejection();
}

template <WorkBody Body>
Result<Decision> decide_one(const Scene& scene, const Body& body) {
  Result<Work> found = find_work(scene.world, scene.command.target, scene.context);
  if (!found) return std::move(found).error();
  const Work& work = found.value();
  BodyCheck check(scene.world, scene.context);
  check_body(check, work, body);
  if (auto rejection = check.rejection()) return *std::move(rejection);
  if (auto rejection =
          precondition_fault(scene.world, scene.command, scene.context, {&work.state.life, &work.task.life}))
    return *std::move(rejection);
  if (auto rejection = own_part_fault(scene, work, body)) return *std::move(rejection);
  const Result<Capacity> capacity = capacity_for(scene, work);
  if (!capacity) return capacity.error();
  if (auto rejection = standstill(work)) return *std::move(rejection);
  Result<Outcome> made = outcome(work, body);
  if (!made) return std::move(made).error();
  Decision decided = decision(scene, work, capacity.value(), std::move(made).value());
  if constexpr (kWrittenOnTwins<Body>) write_on_twins(scene, work, body, decided);
  if constexpr (std::is_same_v<Body, ReopenAssignment>) pass_on_all_opened(scene.world, body.document, decided);
  return decided;
}

#define LUUVET_INSTANTIATE(Body)                                   \
  template Result<Decision> decide_one(const Scene&, const Body&); \
  template std::optional<Rejection> body_fault(const Scene&, const Body&, std::string)
LUUVET_INSTANTIATE(StartAssignment);
LUUVET_INSTANTIATE(ReportProgress);
LUUVET_INSTANTIATE(ApproveProgress);
LUUVET_INSTANTIATE(ReturnProgress);
LUUVET_INSTANTIATE(SubmitAssignment);
LUUVET_INSTANTIATE(AcceptAssignment);
LUUVET_INSTANTIATE(ReturnAssignment);
LUUVET_INSTANTIATE(AskExtension);
LUUVET_INSTANTIATE(DecideExtension);
LUUVET_INSTANTIATE(ReopenAssignment);
LUUVET_INSTANTIATE(EnterOpeningState);
LUUVET_INSTANTIATE(ConfirmOpeningState);
LUUVET_INSTANTIATE(WithdrawProgress);
LUUVET_INSTANTIATE(AssignPeople);
LUUVET_INSTANTIATE(MeetMilestone);
LUUVET_INSTANTIATE(UnmeetMilestone);
LUUVET_INSTANTIATE(SubmitYear);
LUUVET_INSTANTIATE(AcceptYear);
LUUVET_INSTANTIATE(ReturnYear);
LUUVET_INSTANTIATE(ReopenYear);
#undef LUUVET_INSTANTIATE

}  // namespace luuvet
