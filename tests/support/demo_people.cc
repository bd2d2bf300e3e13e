#include "tests/support/demo_people.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include "tests/support/json.h"

namespace luuvet::test {
namespace {

constexpr std::string_view kStandingCommands[] = {
    "assign",           "suspend", "resume", "cancel", "reinstate",    "direct", "amend-programme",
    "decide-extension", "urge",    "link",   "part",   "reject-links", "settle", "settle-doubts"};

using Tokens = std::map<std::string, std::string, std::less<>>;  // by username

std::mutex mutex;
std::map<std::uint16_t, Tokens>& tokens_by_port() {
  static std::map<std::uint16_t, Tokens> tokens;
  return tokens;
}

// What only a standing agency does.
bool is_standing_work(std::string_view target) {
  const std::string_view path = target.substr(0, target.find('?'));
  if (path == "/api/v1/tasks") return true;
  const std::string_view command = path.substr(path.rfind('/') + 1);
  if (command == "amend") return path.starts_with("/api/v1/tasks/");
  if (command == "reject") return path.starts_with("/api/v1/links/");
  if (command == "reopen") return path.starts_with("/api/v1/doubts/");
  return std::find(std::begin(kStandingCommands), std::end(kStandingCommands), command) != std::end(kStandingCommands);
}

}  // namespace

void know_demo_people(std::uint16_t port, const std::filesystem::path& data) {
  Tokens tokens;
  const std::filesystem::path file = data / "demo-accounts.json";
  if (!std::filesystem::exists(file)) return;  // a register without agencies has no people
  simdjson::dom::parser parser;
  for (const auto account : parser.load(file.string()).get_array())
    tokens.emplace(std::string(account["username"].get_string().value()),
                   std::string(account["token"].get_string().value()));
  const std::lock_guard lock(mutex);
  tokens_by_port()[port] = std::move(tokens);
}

std::string bearer_of(std::uint16_t port, std::string_view agency, std::string_view role) {
  const std::lock_guard lock(mutex);
  const auto known = tokens_by_port().find(port);
  if (known == tokens_by_port().end()) return {};
  const auto token = known->second.find(std::string(agency) + "." + std::string(role));
  return token == known->second.end() ? std::string() : "Bearer " + token->second;
}

HttpHeaders authorization_for(std::uint16_t port, std::string_view method, std::string_view target,
                              const HttpHeaders& headers) {
  std::string agency = "so-khcn";
  for (const auto& [name, value] : headers) {
    if (name == "Authorization" || name == "Cookie") return {};
    if (name == "Luuvet-Acting-For") agency = value;
  }
  std::string bearer;
  if (method != "POST") bearer = bearer_of(port, "thanh-tra-tinh", "inspector");
  if (bearer.empty() && is_standing_work(target)) bearer = bearer_of(port, agency, "standing-agency");
  if (bearer.empty()) bearer = bearer_of(port, agency, "head");
  if (bearer.empty()) bearer = bearer_of(port, "so-khcn", "head");
  if (bearer.empty()) return {};
  return {{"Authorization", bearer}};
}

}  // namespace luuvet::test
