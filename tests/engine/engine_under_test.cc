#include "tests/engine/engine_under_test.h"

namespace luuvet::test {

using server::Job;
using server::Outcome;

Instant noon() {
  return {start_of_day(day("2026-03-15")).ms + 12 * 3'600'000};
}

Job job(const World& world, Command command, const std::string& agency, const std::string& key,
        const std::string& request) {
  static int used = 0;
  const std::string once = "once " + std::to_string(++used);
  Job result;
  result.context.now = noon();
  result.context.today = vietnam_date(noon());
  result.context.actor = {"at." + agency};
  result.context.agency = {agency};
  result.context.new_id = "new-" + std::to_string(used);
  if (needs_precondition(command.body)) result.context.if_match = world.representation(command.target);
  result.command = std::move(command);
  result.correlation = correlation(key.empty() ? once : key, request);
  return result;
}

Job comment_job(const World& world, const std::string& text, const std::string& key, const std::string& request) {
  return job(world, {subject("task/t1"), Comment{text, {}}}, "so-tai-chinh", key, request);
}

EngineUnderTest::EngineUnderTest(server::EventLog& log, server::Publish publish)
    : engine_(log, views_of(log), std::string(kTestSource),
              server::Ambient{[this] { return now; }, [] { return api::Salt{}; },
                              [this](const std::string& what) { fatal_.push_back(what); }},
              std::move(publish)) {}

std::vector<Outcome> EngineUnderTest::run(std::vector<Job> jobs) {
  std::vector<Outcome> outcomes;
  for (server::Finished& finished : engine_.run(std::move(jobs)).finished)
    outcomes.push_back(std::move(finished.outcome));
  return outcomes;
}

Outcome EngineUnderTest::run_one(Job job) {
  std::vector<Job> jobs;
  jobs.push_back(std::move(job));
  return std::move(run(std::move(jobs)).front());
}

}  // namespace luuvet::test
