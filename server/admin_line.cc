#include "server/admin_line.h"

#include <algorithm>
#include <array>

namespace luuvet::server {
namespace {

using Names = std::string_view;

constexpr std::array<Names, 1> kAccountOnly = {"account"};
constexpr std::array<Names, 1> kAgencyOnly = {"agency"};
constexpr std::array<Names, 2> kOpenNeeds = {"username", "name"};
constexpr std::array<Names, 2> kOpenTakes = {"email", "kind"};
constexpr std::array<Names, 3> kTokenNeeds = {"account", "label", "expires-on"};
constexpr std::array<Names, 1> kTokenTakes = {"scope"};
constexpr std::array<Names, 2> kRevokeNeeds = {"account", "token"};
constexpr std::array<Names, 3> kPostNeeds = {"role", "agency", "title"};
constexpr std::array<Names, 5> kPostTakes = {"committee", "areas", "pillar", "sponsor", "document"};
constexpr std::array<Names, 3> kFillNeeds = {"post", "account", "from"};
constexpr std::array<Names, 3> kFillTakes = {"to", "capacity", "document"};
constexpr std::array<Names, 3> kVacateNeeds = {"post", "account", "on"};
constexpr std::array<Names, 1> kVacateTakes = {"document"};

using enum AdminTarget;
constexpr auto kCommands = std::to_array<AdminCommand>({
    {"accounts", kNothing, {}, {}},
    {"posts", kNothing, {}, kAgencyOnly},
    {"open-account", kNewAccount, kOpenNeeds, kOpenTakes},
    {"close-account", kAccount, kAccountOnly, {}},
    {"reopen-account", kAccount, kAccountOnly, {}},
    {"invite", kAccount, kAccountOnly, {}},
    {"erase-profile", kAccount, kAccountOnly, {}},
    {"issue-token", kAccount, kTokenNeeds, kTokenTakes},
    {"revoke-token", kAccount, kRevokeNeeds, {}},
    {"register-post", kNewPost, kPostNeeds, kPostTakes},
    {"fill-post", kPost, kFillNeeds, kFillTakes},
    {"vacate-post", kPost, kVacateNeeds, kVacateTakes},
});

constexpr auto kDefaults = std::to_array<std::pair<Names, Names>>({{"kind", "person"}, {"scope", "read"}});

bool holds(std::span<const Names> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Whether the option belongs to every command.
bool take_common(AdminLine& line, std::string_view name, const char* value) {
  if (name == "data") line.folders.data = value;
  if (name == "state") line.folders.state = value;
  if (name == "instance") line.instance = value;
  return name == "data" || name == "state" || name == "instance";
}

std::string take_options(AdminLine& line, std::span<char*> arguments) {
  for (std::size_t at = 0; at < arguments.size(); at += 2) {
    std::string_view name = arguments[at];
    if (!name.starts_with("--")) return "unexpected argument " + std::string(name);
    name.remove_prefix(2);
    if (at + 1 == arguments.size()) return "--" + std::string(name) + " needs a value";
    if (take_common(line, name, arguments[at + 1])) continue;
    if (!holds(line.command->needed, name) && !holds(line.command->allowed, name))
      return std::string(line.command->name) + " takes no --" + std::string(name);
    if (!line.option(name).empty() && name != "areas") return "--" + std::string(name) + " stands twice";
    line.options.emplace_back(name, arguments[at + 1]);
  }
  for (const Names needed : line.command->needed)
    if (line.option(needed).empty()) return std::string(line.command->name) + " needs --" + std::string(needed);
  for (const auto& [name, value] : kDefaults)
    if (holds(line.command->allowed, name) && line.option(name).empty()) line.options.emplace_back(name, value);
  return {};
}

}  // namespace

std::string_view AdminLine::option(std::string_view name) const {
  for (const auto& [given, value] : options)
    if (given == name) return value;
  return {};
}

std::variant<AdminLine, std::string> parse_admin_line(std::span<char*> arguments) {
  AdminLine line;
  if (arguments.empty()) return line;
  const std::string_view word = arguments.front();
  if (word == "help" || word == "--help" || word == "-h") return line;
  const auto* const found = std::find_if(kCommands.begin(), kCommands.end(),
                                         [&](const AdminCommand& command) { return command.name == word; });
  if (found == kCommands.end()) return "admin has no command " + std::string(word) + "; see luuvet admin help";
  line.command = found;
  if (std::string fault = take_options(line, arguments.subspan(1)); !fault.empty()) return fault;
  if (line.folders.state.empty()) line.folders.state = line.folders.data.string() + ".state";
  return line;
}

const char* const kAdminHelp =
    R"(luuvet admin <command> [options]: accounts and posts on the data folder, while the server is stopped. In the log it is the
system that did it. WHO is an account's id or username; days are written 2026-03-31.

  accounts                                       all of them, with their posts
  posts           [--agency ID]                  who holds them today
  open-account    --username NAME --name TEXT [--email ADDRESS] [--kind machine]
                                                 prints a link, good for one use and seven days
  invite          --account WHO                  a new link, good for a day; password and sessions end
  close-account   --account WHO
  reopen-account  --account WHO
  erase-profile   --account WHO                  of a closed account: name, e-mail and username go for good
  issue-token     --account WHO --label TEXT --expires-on DAY [--scope write]
                                                 of a machine; prints the token, once
  revoke-token    --account WHO --token ID
  register-post   --role ROLE --agency ID --title TEXT [--committee ID] [--areas AREA]... [--pillar TEXT] [--sponsor ID]
                  [--document ID]
  fill-post       --post ID --account WHO --from DAY [--to DAY] [--capacity by-order|by-mandate] [--document ID]
  vacate-post     --post ID --account WHO --on DAY [--document ID]

  --data DIR       folder of the log                        data
  --state DIR      folder of keys and guard                 <data>.state
  --instance NAME  name of the instance                     lao-cai
)";

}  // namespace luuvet::server
