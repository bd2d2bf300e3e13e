#include "server/app/instance.h"

#include <sodium.h>

#include <chrono>
#include <stdexcept>

namespace luuvet::server {
namespace {

// In strides, so that the roots of the past are kept on the way.
ViewsPtr replayed(const EventLog& log, PastViews& past) {
  Views views;
  api::RecordDecoder decoder;
  while (views.world.head < log.head()) {
    replay(log, views, decoder, views.world.head + PastViews::kStride);
    past.offer(std::make_shared<const Views>(views));
  }
  return std::make_shared<const Views>(std::move(views));
}

std::string source_of(const LogIdentity& identity) {
  return "/luuvet/" + identity.instance + "/" + identity.log;
}

}  // namespace

Instant system_now() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
}

Ambient system_ambient(FailureHandler fatal) {
  const auto salt = [] {
    api::Salt bits;
    randombytes_buf(bits.data(), bits.size());
    return bits;
  };
  return {system_now, salt, std::move(fatal)};
}

Correlation random_correlation() {
  Correlation correlation;
  randombytes_buf(correlation.key.data(), correlation.key.size());
  randombytes_buf(correlation.request.data(), correlation.request.size());
  return correlation;
}

Job system_job(CommandBody body, Instant now) {
  Job job;
  job.command.body = std::move(body);
  job.context.now = now;
  job.context.today = vietnam_date(now);
  job.context.actor = ActorId{std::string(kSystemActor)};
  job.context.agency = AgencyId{std::string(kSystemActor)};
  job.context.capacity = Capacity::kSystem;
  job.correlation = random_correlation();
  return job;
}

Instance::Instance(const Folders& folders, const std::string& name, MissingGuard missing_guard, Publish publish,
                   FailureHandler on_failure)
    : log_(folders.data / "log", LogStoreOptions{LogStoreOptions::Access::kReadWrite, on_failure, nullptr}),
      state_(open_state(folders.state, name, log_, log_, missing_guard)),
      past_(log_),
      engine_(std::make_unique<Engine>(log_, replayed(log_, past_), source_of(state_.identity),
                                       system_ambient(on_failure), std::move(publish))) {
  name_log();
  guard_ = std::make_unique<Guard>(std::move(state_.guard), log_, log_, std::move(on_failure));
}

// The log says first whose it is; a log that was adopted says with which key it goes on.
void Instance::name_log() {
  const std::string key = state_.signer.verifier_key();
  const std::optional<LogCreated>& log = engine_->views()->world.log;
  if (!log)
    run_one(CreateLog{{state_.identity.log, state_.identity.instance, origin_of(state_.identity), key}});
  else if (log->public_key != key)
    run_one(AdoptLog{key});
}

Outcome Instance::run_one(CommandBody body) {
  std::vector<Job> jobs;
  jobs.push_back(system_job(std::move(body), system_now()));
  Outcome outcome = std::move(engine_->run(std::move(jobs)).finished.front().outcome);
  if (const auto* rejection = std::get_if<Rejection>(&outcome))
    throw std::logic_error("refused: " + rejection->detail.en);
  return outcome;
}

void open_days(Engine& engine, Date today) {
  for (;;) {
    const std::optional<Date> last = engine.views()->world.day;
    if (last && *last >= today) return;
    std::vector<Job> jobs;
    jobs.push_back(system_job(OpenDay{last ? Date{last->days + 1} : today}, system_now()));
    engine.run(std::move(jobs));
  }
}

}  // namespace luuvet::server
