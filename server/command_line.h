// The command line of the program: `luuvet <subcommand> [options]`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.h"
#include "server/access/access_log.h"
#include "server/app/instance.h"
#include "server/app/process_log.h"

namespace luuvet::server {

enum class Subcommand { kServe, kImport, kCheck, kErase, kFirstAdministrator, kPruneAccessLog, kHelp };

struct CommandLine {
  Subcommand subcommand = Subcommand::kHelp;
  Folders folders{"data", ""};  // state: data's name with ".state"
  std::string instance = "lao-cai";
  std::uint16_t port = 8080;
  std::optional<std::filesystem::path> web;    // the built web client
  std::optional<std::filesystem::path> seeds;  // imported before serving; `import` needs it
  std::optional<std::filesystem::path> oidc;   // serve: settings of the OpenID Connect provider
  bool demo = false;
  std::string rate_limits;                         // "": the defaults; "off"; or a file
  std::string thresholds;                          // "": the defaults; or a file
  std::string listen = "127.0.0.1";                // address
  std::vector<std::string> hosts;                  // names served beside the loopback ones, as they stand in `Host`
  std::vector<std::string> proxies;                // addresses
  std::filesystem::path tls_certificate, tls_key;  // both or neither
  LoggedRequests log_requests = LoggedRequests::kErrors;
  AgencyId agency;                        // first-administrator
  std::uint64_t file_mebibytes_max = 50;  // of one file
  std::filesystem::path signature_roots;  // certificates by which signatures of PDFs are trusted
  std::int32_t access_log_days = AccessLog::kDaysKept;
  std::optional<Date> before;  // access-log prune
  MissingGuard missing_guard = MissingGuard::kRefuse;
  Sequence sequence = 0;  // erase
  std::string document;   // erase
  std::string reason;     // erase
};

// Or what is wrong, in one line.
std::variant<CommandLine, std::string> parse_command_line(int count, char** arguments);

extern const char* const kHelp;

}  // namespace luuvet::server
