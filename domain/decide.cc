#include "domain/decide.h"

#include <utility>

#include "domain/decide_parts.h"
#include "domain/people/relations.h"
#include "domain/preconditions.h"

namespace luuvet {

Result<Decision> decide(const World& world, const Command& command, const Context& context) {
  const Result<Acting> acting = acting_by(world, command, context);
  if (!acting) return acting.error();
  if (command.target.id.empty())
    if (auto rejection = unaddressed_fault(world, context)) return *std::move(rejection);
  const Scene scene{world, command, context, acting.value()};
  Result<Decision> decision = std::visit([&](const auto& body) { return decide_one(scene, body); }, command.body);
  if (decision && is_system(context.actor)) decision.value().capacity = Capacity::kSystem;
  return decision;
}

std::optional<Rejection> acting_fault(const World& world, const AgencyId& agency) {
  if (world.is_agency(agency) || agency.value == kSystemActor) return std::nullopt;  // P01 lets nobody else act for it
  return forbidden("G01", "Cơ quan làm việc thay mặt (\"" + agency.value + "\") chưa có trong danh mục cơ quan.",
                   "The agency acted for (\"" + agency.value + "\") is not a registered agency.");
}

Decision single(AgencyId agency, Capacity capacity, Subject subject, const std::optional<ProgrammeId>& programme,
                Event event) {
  Decision made;
  made.agency = std::move(agency);
  made.capacity = capacity;
  made.resource = std::move(subject);
  made.events.push_back({made.resource, programme, std::nullopt, std::move(event)});
  return made;
}

Result<Decision> single_by_role(const Scene& scene, Subject subject, Event event) {
  AgencyId agency = acting_agency(scene.world, scene.context, subject);
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Capacity capacity = scene.acting.grants.front().capacity;
  return single(std::move(agency), capacity, std::move(subject), std::nullopt, std::move(event));
}

Rejection changes_nothing(std::string_view rule) {
  return rule_broken(rule, "Nội dung gửi giống hệt nội dung hiện có.", "This changes nothing.");
}

namespace {

bool is_person(const World& world, const AccountId& id) {
  const AccountState* account = world.accounts.find(id.value);
  return account && account->kind == AccountKind::kPerson && !account->closed;
}

}  // namespace

std::optional<Rejection> last_administrator_fault(const World& world, Date date,
                                                  const std::function<bool(const PostState&, const Holding&)>& leaves) {
  bool leaving = false;
  bool staying = false;
  world.posts.for_each([&](const auto& post) {
    if (post->content.role != Role::kAdministrator || world.has_ended(post->content.agency)) return;
    for (const Holding& holding : post->holdings)
      if (holding.holds(date) && is_person(world, holding.account)) (leaves(*post, holding) ? leaving : staying) = true;
  });
  if (!leaving || staying) return std::nullopt;
  return rule_broken("P25", "Đây là người quản trị cuối cùng; cần có người quản trị khác trước.",
                     "This is the last administrator: let there be another one first.");
}

std::optional<ProgrammeId> programme_id_of(const World& world, const Subject& subject) {
  const Programme* programme = world.programme_of(subject);
  if (!programme) return std::nullopt;
  return programme->id;
}

}  // namespace luuvet
