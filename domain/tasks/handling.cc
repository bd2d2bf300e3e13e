#include "domain/tasks/handling.h"

#include <algorithm>

#include "domain/people/grants.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

bool lists(const std::vector<AccountId>& accounts, const AccountId& account) {
  return std::find(accounts.begin(), accounts.end(), account) != accounts.end();
}

}  // namespace

const AgencyPeople* people_of(const AssignmentState& assignment, const AgencyId& agency) {
  const auto found = std::find_if(assignment.people.begin(), assignment.people.end(),
                                  [&](const AgencyPeople& each) { return each.agency == agency; });
  return found == assignment.people.end() ? nullptr : &*found;
}

bool names_account(const AgencyPeople& people, const AccountId& account) {
  return people.leader == account || lists(people.officers, account);
}

std::vector<const AgencyPeople*> people_in_charge(const World& world, const TaskState& task,
                                                  const AssignmentState& assignment) {
  std::vector<const AgencyPeople*> people;
  for (const AgencyPeople& each : assignment.people)
    if (!each.empty() && answers_for(world, task, assignment, each.agency)) people.push_back(&each);
  return people;
}

AgencyPeople in_place_of(AgencyPeople people, const AccountId& from, const AccountId& to) {
  if (people.leader == from) people.leader = to;
  const auto place = std::find(people.officers.begin(), people.officers.end(), from);
  if (place == people.officers.end()) return people;
  if (lists(people.officers, to))
    people.officers.erase(place);
  else
    *place = to;
  return people;
}

bool holds_post(const World& world, const AccountId& account, const AgencyId& agency, Date date, PostKind kind) {
  const std::vector<Grant> grants = grants_of(world, {account.value}, date);
  return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
    const bool leading = grant.role == Role::kHead || grant.role == Role::kDeputy;
    return grant.agency == agency && (leading || kind == PostKind::kAny);
  });
}

}  // namespace luuvet
