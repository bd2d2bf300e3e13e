#include "server/engine/engine.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "server/engine/replay.h"

namespace luuvet::server {
namespace {

std::string hex(const std::array<std::uint8_t, 16>& bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 0xf];
  }
  return text;
}

Rejection too_large(std::string vi, std::string en) {
  Rejection rejection;
  rejection.kind = RejectionKind::kTooLarge;
  rejection.detail = {std::move(vi), std::move(en)};
  return rejection;
}

}  // namespace

// The state of a batch that is not yet on disk.
struct Engine::Draft {
  Views views;
  Sequence head_before = 0;
  Instant time;  // never earlier than the record before
  std::vector<NewRecord> records;
  std::map<std::array<std::uint8_t, 16>, CorrelationHit> correlations;  // of this batch
};

Engine::Engine(EventLog& log, ViewsPtr views, std::string source, Ambient ambient, Publish publish)
    : log_(log),
      views_(std::move(views)),
      source_(std::move(source)),
      ambient_(std::move(ambient)),
      publish_(std::move(publish)) {}

Engine::~Engine() {
  stop();
}

void Engine::start() {
  thread_ = std::thread([this] { loop(); });
}

void Engine::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Engine::submit(Job&& job) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || inbox_.size() >= kInboxMax) return false;
    inbox_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

std::vector<Job> Engine::take_waiting() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !inbox_.empty(); });
  std::vector<Job> jobs;
  while (!inbox_.empty() && jobs.size() < kBatchCommandsMax) {
    jobs.push_back(std::move(inbox_.front()));
    inbox_.pop_front();
  }
  return jobs;
}

void Engine::loop() {
  for (;;) {
    std::vector<Job> jobs = take_waiting();
    if (jobs.empty()) return;
    try {
      publish_(run(std::move(jobs)));
    } catch (const std::exception& fault) {
      ambient_.fatal(fault.what());
      return;
    }
  }
}

BatchResult Engine::run(std::vector<Job>&& jobs) {
  std::vector<Outcome> outcomes(jobs.size());
  for (;;) {
    Draft draft{*views_, views_->world.head, std::max(ambient_.now(), views_->time), {}, {}};
    for (std::size_t at = 0; at < jobs.size(); ++at) carry_out(jobs[at], draft, outcomes[at]);
    if (draft.records.empty()) break;
    const AppendOutcome appended = log_.append(draft.head_before, draft.records);
    if (std::holds_alternative<HeadMoved>(appended)) {
      catch_up();  // somebody else wrote: decide everything again on what is so now
      continue;
    }
    BatchResult result;
    result.first = draft.head_before + 1;
    for (NewRecord& record : draft.records)
      result.records.push_back(std::make_shared<const std::string>(std::move(record.bytes)));
    views_ = std::make_shared<const Views>(std::move(draft.views));
    result.views = views_;
    for (std::size_t at = 0; at < jobs.size(); ++at)
      result.finished.push_back({std::move(jobs[at].done), std::move(outcomes[at])});
    return result;
  }
  BatchResult result;
  result.views = views_;
  for (std::size_t at = 0; at < jobs.size(); ++at)
    result.finished.push_back({std::move(jobs[at].done), std::move(outcomes[at])});
  return result;
}

void Engine::carry_out(Job& job, Draft& draft, Outcome& outcome) {
  if (auto before = repeated(job, draft)) {
    outcome = std::move(*before);
    return;
  }
  Result<Decision> decided = decide(draft.views.world, job.command, job.context);
  if (!decided) {
    outcome = std::move(decided).error();
    return;
  }
  if (job.mode == Mode::kDryRun) {
    outcome = DryRun{std::move(decided).value()};
    return;
  }
  const Decision& decision = decided.value();
  Committed committed{draft.views.world.head + 1, draft.views.world.head + decision.events.size(), decision.resource};
  if (auto rejection = record(job, decision, draft))
    outcome = std::move(*rejection);
  else
    outcome = std::move(committed);
}

std::optional<Outcome> Engine::repeated(const Job& job, const Draft& draft) const {
  std::optional<CorrelationHit> hit;
  if (const auto place = draft.correlations.find(job.correlation.key); place != draft.correlations.end())
    hit = place->second;
  else
    hit = log_.find_correlation(job.correlation.key);
  if (!hit) return std::nullopt;
  if (hit->request != job.correlation.request) return KeyReused{};
  return Repeated{hit->first};
}

// Encodes all events of a command before any is applied: one that is too large leaves no trace.
std::optional<Rejection> Engine::record(const Job& job, const Decision& decision, Draft& draft) {
  if (decision.events.size() > kActEventsMax)
    return too_large("Việc này gồm quá 5.000 thay đổi; hãy chia thành nhiều lần.",
                     "More than 5,000 changes in one act; split it.");
  const std::string correlation = hex(job.correlation.key) + hex(job.correlation.request);
  std::unordered_map<std::string, std::uint64_t> versions;
  std::vector<Recorded> recorded;
  std::vector<NewRecord> records;
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < decision.events.size(); ++at) {
    const NewEvent& event = decision.events[at];
    std::string subject = event.subject.text();
    const auto [version, first] = versions.try_emplace(subject, 0);
    if (first) version->second = draft.views.world.version(event.subject);
    ++version->second;
    Recorded one{Meta{draft.views.world.head + at + 1, draft.time, job.context.actor, decision.agency},
                 decision.capacity,
                 event.subject,
                 version->second,
                 event.causation,
                 static_cast<std::uint32_t>(at),
                 static_cast<std::uint32_t>(decision.events.size()),
                 event.programme,
                 event.event};
    NewRecord record{api::encode_record(one, source_, correlation, ambient_.salt()), std::move(subject),
                     version->second, job.correlation, at == 0};
    bytes += record.bytes.size();
    if (record.bytes.size() > api::kRecordBytesMax || api::leaf_size(record.bytes) > api::kLeafBytesMax ||
        bytes > kActBytesMax)
      return too_large("Nội dung quá lớn để ghi thành một thay đổi.", "Too large to be recorded as one change.");
    recorded.push_back(std::move(one));
    records.push_back(std::move(record));
  }
  if (!records.empty()) draft.correlations[job.correlation.key] = {draft.views.world.head + 1, job.correlation.request};
  const Epoch epoch = draft.head_before + 1;  // every published batch has moved the head: no epoch is used twice
  for (const Recorded& one : recorded) draft.views.apply(one, epoch);
  std::move(records.begin(), records.end(), std::back_inserter(draft.records));
  return std::nullopt;
}

void Engine::catch_up() {
  Views views = *views_;
  replay(log_, views, decoder_);
  views_ = std::make_shared<const Views>(std::move(views));
}

}  // namespace luuvet::server
