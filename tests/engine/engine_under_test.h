// An engine on a log that the test holds, with the test's own clock.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/engine/engine.h"
#include "tests/support/log_of_facts.h"
#include "tests/support/people.h"
#include "tests/support/province.h"

namespace luuvet::test {

// What the engine's clock says unless the test moves it: later than all facts.
Instant noon();

// By everybody at the agency, see `staffed`. Based on the state as it stands, where the command needs that. `key`: of
// the correlation; empty takes one that is used once.
server::Job job(const World& world, Command command, const std::string& agency, const std::string& key = {},
                const std::string& request = "request");

server::Job comment_job(const World& world, const std::string& text, const std::string& key = {},
                        const std::string& request = "request");

class EngineUnderTest {
 public:
  // The engine's views are the fold of the log.
  explicit EngineUnderTest(server::EventLog& log, server::Publish publish = {});

  // One batch on this thread.
  std::vector<server::Outcome> run(std::vector<server::Job> jobs);
  server::Outcome run_one(server::Job job);

  const World& world() const { return engine_.views()->world; }
  server::Engine& engine() { return engine_; }
  const std::vector<std::string>& fatal() const { return fatal_; }

  Instant now = noon();

 private:
  std::vector<std::string> fatal_;
  server::Engine engine_;
};

}  // namespace luuvet::test
