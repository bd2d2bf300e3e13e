// The one writer. Takes whatever commands wait as a batch: decide, evolve, append with one sync, apply, publish.
// Commits are serialisable because nobody else writes; durable writes get cheaper as more people write.
//
// Threads: `submit` from any thread; the rules run on the engine's own thread; results are handed out in one call to
// `publish` a batch, on the engine's thread: it is expected to post them to the net thread. No result leaves before its
// batch is on disk, not even a rejection, since it may rest on a neighbour in the batch.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "api/record_bytes.h"
#include "api/record_codec.h"
#include "domain/decide.h"
#include "projections/views.h"
#include "server/log/event_log.h"

namespace luuvet::server {

using projections::Views;
using ViewsPtr = std::shared_ptr<const Views>;

inline constexpr std::size_t kInboxMax = 1'024;  // commands waiting; beyond: 503
inline constexpr std::size_t kBatchCommandsMax = 256;
inline constexpr std::size_t kActBytesMax = 4 * 1024 * 1024;

// The command was carried out; its events are first..last (last < first: nothing had to change).
struct Committed {
  Sequence first = 0;
  Sequence last = 0;
  Subject resource;
};
// A command with this idempotency key was carried out before: `first` is its first event.
struct Repeated {
  Sequence first = 0;
};
// The key was used before for another request.
struct KeyReused {};
// Decided, but not to be carried out (dry run).
struct DryRun {
  Decision decision;
};
using Outcome = std::variant<Committed, Repeated, KeyReused, DryRun, Rejection>;

// Called on the net thread with the views in which the outcome is visible.
using Done = std::function<void(Outcome&&, const ViewsPtr&)>;

enum class Mode { kCommit, kDryRun };

struct Job {
  Command command;
  Context context;
  Correlation correlation;
  Mode mode = Mode::kCommit;
  Done done;
};

struct Finished {
  Done done;
  Outcome outcome;
};

// What one batch brought. `records` are the stored bytes of sequences first, first+1, ...
struct BatchResult {
  std::vector<Finished> finished;
  Sequence first = 0;
  std::vector<std::shared_ptr<const std::string>> records;
  ViewsPtr views;
};
using Publish = std::function<void(BatchResult&&)>;

// What the engine needs beside the log: the clock, random bits, and whom to tell that it cannot go on (called on its
// thread; the process must end).
struct Ambient {
  std::function<Instant()> now;
  std::function<api::Salt()> salt;
  std::function<void(const std::string& what)> fatal;
};

class Engine {
 public:
  // `views` must be the fold of the whole log. `source`: of the records, "/luuvet/<instance>/<log>". The log must
  // outlive the engine.
  Engine(EventLog& log, ViewsPtr views, std::string source, Ambient ambient, Publish publish);
  ~Engine();  // stop()

  void start();
  // Takes no more; what waits is carried out and published before this returns. Idempotent.
  void stop();

  // False when kInboxMax commands wait already.
  bool submit(Job&& job);

  // The last published. Only before `start`, and inside `publish`.
  const ViewsPtr& views() const { return views_; }

  // Runs one batch on the calling thread: for imports, tests and benches that have no engine thread. The same code as
  // the thread's.
  BatchResult run(std::vector<Job>&& jobs);

 private:
  struct Draft;

  void loop();
  std::vector<Job> take_waiting();
  void carry_out(Job& job, Draft& draft, Outcome& outcome);
  std::optional<Outcome> repeated(const Job& job, const Draft& draft) const;
  std::optional<Rejection> record(const Job& job, const Decision& decision, Draft& draft);
  void catch_up();

  EventLog& log_;
  ViewsPtr views_;
  const std::string source_;
  const Ambient ambient_;
  const Publish publish_;
  api::RecordDecoder decoder_;

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> inbox_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace luuvet::server
