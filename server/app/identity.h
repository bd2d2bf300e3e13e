// Accounts beside the log: who they are, what is live of them, and the thread that each part belongs to.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>

#include "api/views/view_codec.h"
#include "server/app/gate.h"
#include "server/identity/demo_accounts.h"
#include "server/identity/passwords.h"
#include "server/identity/throttle.h"

namespace luuvet::server {

// Profiles as they were when last read: shared by all that is rendered, on any thread.
using Profiles = std::map<AccountId, api::Profile>;
using ProfilesPtr = std::shared_ptr<const Profiles>;

ProfilesPtr read_profiles(const IdentityStore& store);

// A demo account as the sign-in page offers it.
struct DemoRow {
  std::string username;
  std::string name;
  std::vector<std::string> roles;
  std::string agency;
  std::string agency_name;
};
BOOST_DESCRIBE_STRUCT(DemoRow, (), (username, name, roles, agency, agency_name))

struct Identity {
  // `folder` = <data>/identity.
  Identity(const std::filesystem::path& folder, bool demo, Instant now);

  // Brings the store to what the log says of accounts: closed or open. Before the server runs; for what a crash kept
  // from the store.
  void follow_log(const World& world, Instant now);

  // Takes over what was written to the store otherwise. Before the server runs.
  void reload(Instant now);

  IdentityStore writer;       // worker, once the server runs
  const IdentityStore store;  // net
  const Passwords passwords;  // any
  const bool demo;

  // Net.
  Sessions sessions;
  Tokens tokens;
  Tickets tickets;
  Throttle throttle;
  Gate gate;
  ProfilesPtr profiles;
  std::vector<DemoRow> demo_rows;  // who leads most tasks first; empty without demo
};

}  // namespace luuvet::server
