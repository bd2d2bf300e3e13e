// Accounts and the posts that they hold, for tests: as facts of a log, or laid over a World without moving its head.
#pragma once

#include <string>
#include <vector>

#include "tests/support/recorder.h"

namespace luuvet::test {

// A post, and that somebody holds it.
struct Held {
  Role role = Role::kOfficer;
  std::string agency;
  std::string committee = "";
  std::vector<std::string> areas = {};
  std::optional<Capacity> capacity = {};  // none: the post's own
  std::string from = "2020-01-01";
  std::string to = "";
  std::string sponsor = "";
};

// Head, officer and standing agency in one: whoever may do what that agency may do at all.
std::vector<Held> everybody_at(const std::string& agency);

// The account is opened and holds these posts; their ids are "<account>-1", "<account>-2", ...
std::vector<Fact> employed(const std::string& account, const std::vector<Held>& posts);

// The same as part of the World, at its head.
World with_people(const World& world, const std::string& account, const std::vector<Held>& posts);

// The facts, and after them for each agency among them an account "at.<agency>" that is everybody there.
std::vector<Fact> staffed(std::vector<Fact> facts);

// `decide` for somebody who may do what the agency acted for may do at all.
Result<Decision> decide_by_everybody(const World& world, const Command& command, Context context);

}  // namespace luuvet::test
