#include "domain/people/fate.h"

namespace luuvet {

Message fate_of(const World& world, const AgencyId& agency) {
  const AgencyState& state = *world.agencies.find(agency.value);
  const std::string day = to_string(*state.ended_on);
  const std::string& name = state.content.name;
  const AgencyId successor = world.successor(agency);
  const AgencyState* now = successor == agency ? nullptr : world.agencies.find(successor.value);
  if (!now) return {name + " đã kết thúc hoạt động từ ngày " + day + ".", name + " ended on " + day + "."};
  const std::string which = now->content.name + " (" + successor.value + ").";
  return {name + " đã kết thúc hoạt động từ ngày " + day + "; nay là " + which,
          name + " ended on " + day + "; it is now " + which};
}

}  // namespace luuvet
