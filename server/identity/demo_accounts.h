// Accounts to try the system with: an officer and a head for every agency, one account for each other role. Their
// folder is marked, and a server for real work does not open it; their passwords and tokens stand, for people to read,
// in `<data>/demo-accounts.json` (0600). At start, before threads run.
#pragma once

#include <boost/describe.hpp>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "server/identity/identity_store.h"

namespace luuvet::server {

// The folder is the other kind: the sentence says which and what to do.
class DemoRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct DemoAgency {
  AgencyId id;
  std::string name;
};

// One account of the demo, and the post that it fills.
struct DemoPost {
  std::string role;      // "officer", as the API writes it
  std::string title;     // "Chuyên viên"
  std::string username;  // "so-khcn.officer", "inspector"
  AgencyId agency;
  std::string agency_name;
  std::optional<CommitteeId> committee;

  ActorId account() const { return {"demo." + agency.value + "." + role}; }
};

// An officer and a head of each.
std::vector<DemoPost> agency_demo_posts(const std::vector<DemoAgency>& agencies);

// As listed in the file.
struct DemoAccount {
  std::string account;
  std::string username;
  std::string password;
  std::string token;
  std::vector<std::string> roles;
  std::string agency;
  std::string agency_name;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DemoAccount, (), (account, username, password, token, roles, agency, agency_name, name))

// What has to be in the log, in this order, as far as it is not there: the account opened, its post registered and
// filled by it, its token issued.
struct DemoFacts {
  DemoPost post;
  ActorId account;
  std::string post_id;  // "demo.so-khcn.officer"
  std::string token_id;
  Date token_expires_on;
};

bool is_demo_folder(const std::filesystem::path& data);

// For `serve`: throws DemoRefused for a folder that is marked.
void require_no_demo(const std::filesystem::path& data);

// For the demo, before anything is opened: marks a folder that has neither log nor accounts yet. Throws DemoRefused for
// one that has and is not marked.
void mark_demo_folder(const std::filesystem::path& data);

// Brings file and store together: accounts that the file lists keep username, password and token, new posts get fresh
// ones, and what the store does not know is stored (passwords unhashed until their first use, tokens hashed). The file
// is written first, so a start that was cut off is made up by the next. A password that its owner has changed, an
// account that is closed and a token that was revoked stay so. Throws DemoRefused for a file that cannot be read,
// IdentityFailure, std::system_error.
std::vector<DemoFacts> prepare_demo_accounts(IdentityStore& store, const std::filesystem::path& data,
                                             const std::vector<DemoPost>& posts, Instant now);

}  // namespace luuvet::server
