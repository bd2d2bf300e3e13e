#include "server/serve.h"

#include <sys/resource.h>

#include <cstdio>

#include "server/import/importer.h"
#include "server/import/seed_reader.h"
#include "server/server.h"

namespace luuvet::server {
namespace {

// A socket each for some thousand subscribers: as many as the system lets the process have.
void raise_file_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == limit.rlim_max) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

int serve(const CommandLine& line) {
  raise_file_limit();
  Server server(line);
  if (line.seeds && !import_folder(server.instance().engine(), *line.seeds)) return 1;
  return server.run();
}

bool import_folder(Engine& engine, const std::filesystem::path& folder) {
  const Instant now = system_now();
  const ImportStamp stamp{now, vietnam_date(now), random_correlation};
  const ImportOutcome outcome = import_seeds(engine, read_seeds(folder), stamp);
  if (const auto* report = std::get_if<ImportReport>(&outcome)) {
    std::printf("%s\n", report_line(*report).c_str());
    std::fflush(stdout);
    return true;
  }
  for (const SeedFault& fault : std::get<std::vector<SeedFault>>(outcome))
    std::fprintf(stderr, "%s\n", to_string(fault).c_str());
  return false;
}

void end_on_failure(const std::string& what) {
  std::fprintf(stderr, "luuvet: storage failed, the server ends: %s\n", what.c_str());
  std::_Exit(kStorageFailed);
}

}  // namespace luuvet::server
