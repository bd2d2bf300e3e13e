// The program: `luuvet serve | import | check | erase | admin | access-log`. Each subcommand in its own function; what
// cannot go on is said in one sentence.
#include <cstdio>
#include <exception>
#include <span>
#include <string_view>

#include "server/admin.h"
#include "server/command_line.h"
#include "server/maintenance.h"
#include "server/serve.h"

namespace {

using namespace luuvet::server;

int run(const CommandLine& line) {
  switch (line.subcommand) {
    case Subcommand::kServe:
      return serve(line);
    case Subcommand::kImport:
      return import_seeds_folder(line);
    case Subcommand::kCheck:
      return check(line);
    case Subcommand::kErase:
      return erase(line);
    case Subcommand::kFirstAdministrator:
      return first_administrator(line);
    case Subcommand::kPruneAccessLog:
      return prune_access_log(line);
    case Subcommand::kHelp:
      break;
  }
  std::fputs(kHelp, stdout);
  return 0;
}

int run(const AdminLine& line) {
  return admin(line);
}

// The exit code: 2 for a line that cannot be understood.
template <class Line>
int run_or_tell(const std::variant<Line, std::string>& line) {
  if (const auto* fault = std::get_if<std::string>(&line)) {
    std::fprintf(stderr, "luuvet: %s\n", fault->c_str());
    return 2;
  }
  return run(std::get<Line>(line));
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count > 1 && std::string_view(arguments[1]) == "admin")
      return run_or_tell(parse_admin_line(std::span(arguments, static_cast<std::size_t>(count)).subspan(2)));
    return run_or_tell(parse_command_line(count, arguments));
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "luuvet: %s\n", fault.what());
    return 1;
  }
}
