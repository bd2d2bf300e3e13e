// The program: `luuvet serve | import | check | erase | access-log`. Each subcommand in its own function; what cannot
// go on is said in one sentence.
#include <cstdio>
#include <exception>

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

}  // namespace

int main(int count, char** arguments) {
  const auto line = parse_command_line(count, arguments);
  if (const auto* fault = std::get_if<std::string>(&line)) {
    std::fprintf(stderr, "luuvet: %s\n", fault->c_str());
    return 2;
  }
  try {
    return run(std::get<CommandLine>(line));
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "luuvet: %s\n", fault.what());
    return 1;
  }
}
