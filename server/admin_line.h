// The command line of `luuvet admin <command> [options]`: what an administrator does on the data folder, without the
// web.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "server/app/instance.h"

namespace luuvet::server {

enum class AdminTarget : std::uint8_t { kNothing, kNewAccount, kAccount, kNewPost, kPost };

struct AdminCommand {
  std::string_view name;
  AdminTarget target;
  std::span<const std::string_view> needed;  // options, as typed without "--"
  std::span<const std::string_view> allowed;
};

struct AdminLine {
  const AdminCommand* command = nullptr;  // null: help was asked for
  Folders folders{"data", ""};            // state: data's name with ".state"
  std::string instance = "lao-cai";
  std::vector<std::pair<std::string, std::string>> options;  // as typed, in order; a list's may stand several times

  std::string_view option(std::string_view name) const;  // the first; empty: not given
};

// Or what is wrong, in one line. `arguments` begin with the command's name.
std::variant<AdminLine, std::string> parse_admin_line(std::span<char*> arguments);

extern const char* const kAdminHelp;

}  // namespace luuvet::server
