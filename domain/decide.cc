#include "domain/decide.h"

#include "domain/decide_parts.h"
#include "domain/preconditions.h"

namespace luuvet {

Result<Decision> decide(const World& world, const Command& command, const Context& context) {
  const Scene scene{world, command, context};
  if (command.target.id.empty())
    if (auto rejection = unaddressed_fault(world, context)) return *std::move(rejection);
  return std::visit([&](const auto& body) { return decide_one(scene, body); }, command.body);
}

std::optional<Rejection> acting_fault(const World& world, const AgencyId& agency) {
  if (world.is_agency(agency)) return std::nullopt;
  return forbidden("G01", "Cơ quan làm việc thay mặt (\"" + agency.value + "\") chưa có trong danh mục cơ quan.",
                   "The agency acted for (\"" + agency.value + "\") is not a registered agency.");
}

std::optional<ProgrammeId> programme_id_of(const World& world, const Subject& subject) {
  const Programme* programme = world.programme_of(subject);
  if (!programme) return std::nullopt;
  return programme->id;
}

}  // namespace luuvet
