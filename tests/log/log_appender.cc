// The process that the crash test kills: appends to a log until it is killed, and writes each head that was
// acknowledged to standard output.
//   log_appender <data folder> <seed>
#include <unistd.h>

#include <cstdlib>
#include <random>

#include "server/log/rocks_event_log.h"
#include "server/log/state_dir.h"
#include "tests/log/records.h"

int main(int count, char** arguments) {
  using namespace luuvet::server;
  if (count != 3) return 2;
  const std::filesystem::path folder = arguments[1];
  std::minstd_rand random(static_cast<unsigned>(std::atoi(arguments[2])));
  RocksEventLog log(folder / "log");
  OpenedState state = open_state(folder / "state", "test", log, log, MissingGuard::kRefuse);
  const std::string source = "/luuvet/test/" + state.identity.log;
  const Guard guard(std::move(state.guard), log, log, [](const std::string&) { std::abort(); });
  luuvet::server::testing::Writer writer(log, source);
  for (;;) {
    const std::string open_text = random() % 2 == 0 ? "đang làm" : "";
    const auto records = writer.make(
        log.head(), std::vector<std::string>(1 + random() % 60, "task/t" + std::to_string(random() % 9)), open_text);
    const luuvet::Sequence head = std::get<Appended>(log.append(log.head(), records)).head;
    if (write(STDOUT_FILENO, &head, sizeof head) != sizeof head) return 1;
  }
}
