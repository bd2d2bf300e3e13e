#include "tests/support/people.h"

#include <utility>

namespace luuvet::test {
namespace {

Post post_of(const std::string& id, const Held& held) {
  Post post;
  post.id = {id};
  post.role = held.role;
  post.agency = {held.agency};
  if (!held.committee.empty()) post.committee = CommitteeId{held.committee};
  post.title = "Chức danh " + id;
  post.areas = held.areas;
  if (!held.sponsor.empty()) post.sponsor = AgencyId{held.sponsor};
  return post;
}

PostFilled filling_of(const std::string& account, const Held& held) {
  PostFilled event;
  event.account = {account};
  event.from = day(held.from);
  if (!held.to.empty()) event.to = day(held.to);
  event.capacity = held.capacity.value_or(own_capacity(held.role));
  return event;
}

}  // namespace

std::vector<Held> everybody_at(const std::string& agency) {
  return {{Role::kHead, agency}, {Role::kOfficer, agency}, {Role::kStandingAgency, agency}};
}

std::vector<Fact> employed(const std::string& account, const std::vector<Held>& posts) {
  std::vector<Fact> facts{{"account/" + account, AccountOpened{}}};
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const std::string id = account + "-" + std::to_string(i + 1);
    facts.push_back({"post/" + id, Registered<Post>{post_of(id, posts[i])}});
    facts.push_back({"post/" + id, filling_of(account, posts[i])});
  }
  return facts;
}

World with_people(const World& world, const std::string& account, const std::vector<Held>& posts) {
  World result = world;
  for (const Fact& fact : employed(account, posts)) {
    Recorded recorded;
    recorded.meta = {world.head, start_of_day(fact.on), {fact.agency}, {fact.agency}};
    recorded.subject = subject(fact.subject);
    recorded.stream_version = result.version(recorded.subject) + 1;
    recorded.event = fact.event;
    result.evolve(recorded, world.head + 1);
  }
  return result;
}

std::vector<Fact> staffed(std::vector<Fact> facts) {
  std::vector<Fact> people;
  for (const Fact& fact : facts) {
    const auto* agency = std::get_if<Registered<Agency>>(&fact.event);
    if (!agency) continue;
    const std::string& id = agency->content.id.value;
    for (Fact& each : employed("at." + id, everybody_at(id))) people.push_back(std::move(each));
  }
  facts.insert(facts.end(), people.begin(), people.end());
  return facts;
}

Result<Decision> decide_by_everybody(const World& world, const Command& command, Context context) {
  context.actor = {"at." + context.agency.value};
  return decide(with_people(world, context.actor.value, everybody_at(context.agency.value)), command, context);
}

}  // namespace luuvet::test
