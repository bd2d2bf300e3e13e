#include "domain/decide.h"

#include "domain/decide_parts.h"
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

std::optional<ProgrammeId> programme_id_of(const World& world, const Subject& subject) {
  const Programme* programme = world.programme_of(subject);
  if (!programme) return std::nullopt;
  return programme->id;
}

}  // namespace luuvet
