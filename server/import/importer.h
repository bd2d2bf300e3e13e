// Sends a seeds folder's rows through the engine: each row one command, in batches. What a row then means (new,
// corrected, in dispute with people) the rules decide.
#pragma once

#include <chrono>
#include <functional>
#include <variant>

#include "server/engine/engine.h"
#include "server/import/seeds.h"

namespace luuvet::server {

// What the import cannot know by itself; stamped once, by the caller.
struct ImportStamp {
  Instant now;
  Date today;
  std::function<Correlation()> correlation;  // random: an import has no idempotency key
};

// Rows by what became of them; `doubts` counts those raised because people had changed what a corrected row changes
// too.
struct ImportReport {
  std::size_t rows = 0;
  std::size_t registered = 0;
  std::size_t amended = 0;
  std::size_t unchanged = 0;
  std::size_t doubts = 0;
  std::chrono::milliseconds took{0};
};

using ImportOutcome = std::variant<ImportReport, std::vector<SeedFault>>;

// Runs on the calling thread, while the engine has no thread of its own. Faults of the folder are found before
// anything is sent; a row that the rules reject ends the import after its batch, and what was sent stays (importing
// again continues, since rows that are there already change nothing).
ImportOutcome import_seeds(Engine& engine, const Seeds& seeds, const ImportStamp& stamp);

// One line for people, Vietnamese and English, without newline.
std::string report_line(const ImportReport& report);

}  // namespace luuvet::server
