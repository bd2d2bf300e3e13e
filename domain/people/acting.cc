#include "domain/people/acting.h"

#include <boost/mp11.hpp>
#include <utility>

#include "domain/people/fate.h"

namespace luuvet {
namespace {

// The system has every role, for whichever agency it is said to act (P05).
std::vector<Grant> every_grant(const AgencyId& agency) {
  std::vector<Grant> grants;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Role>>([&](auto role) {
    Grant grant;
    grant.role = role.value;
    grant.agency = agency;
    grant.capacity = Capacity::kSystem;
    grants.push_back(std::move(grant));
  });
  return grants;
}

Rejection no_such_capacity() {
  return forbidden("P06", "Bạn không được giao làm việc cho cơ quan này với tư cách đó.",
                   "You have not been given that capacity for this agency.");
}

Rejection no_role() {
  return forbidden("P01", "Không chức danh nào bạn đang giữ tại cơ quan này được làm việc này.",
                   "No post that you hold for this agency gives the right to do this.");
}

Rejection for_an_ended_agency(const World& world, const AgencyId& agency) {
  const Message fate = fate_of(world, agency);
  return forbidden("B05", "Không thể làm việc thay mặt cơ quan này: " + fate.vi,
                   "Nobody acts for this agency: " + fate.en);
}

}  // namespace

Result<Acting> acting_by(const World& world, const Command& command, const Context& context) {
  if (world.has_ended(context.agency)) return for_an_ended_agency(world, context.agency);
  if (is_system(context.actor)) return Acting{every_grant(context.agency)};
  Acting acting{grants_of(world, context.actor, context.today)};
  std::erase_if(acting.grants, [&](const Grant& grant) { return grant.agency != context.agency; });
  if (context.capacity) {
    std::erase_if(acting.grants, [&](const Grant& grant) { return grant.capacity != *context.capacity; });
    if (acting.grants.empty()) return no_such_capacity();
  }
  const std::optional<CommandKind> kind = kind_of(command.body);
  if (!kind) return acting;
  std::erase_if(acting.grants, [&](const Grant& grant) { return !takes(*kind, grant.role); });
  if (acting.grants.empty()) return no_role();
  return acting;
}

}  // namespace luuvet
