// The event log: the one virtual seam of the server. Records are opaque bytes here, but for the few facts that index
// them.
//
// Threads: `append` is called by one thread at a time (the engine); every other function by any thread. `read` sees a
// record only after the append that wrote it is on disk.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "domain/base/ids.h"

namespace luuvet::server {

// 128 bits each, from the command's correlation id: who and which key; and what was asked under that key.
struct Correlation {
  std::array<std::uint8_t, 16> key{};
  std::array<std::uint8_t, 16> request{};
  bool operator==(const Correlation&) const = default;
};

// One record to append. `bytes` is the whole stored line (without newline); its `id` is the sequence that the append
// gives it.
struct NewRecord {
  std::string bytes;
  std::string subject;               // "task/<id>"
  std::uint64_t stream_version = 0;  // from 1 within the subject
  Correlation correlation;
  bool first_of_act = true;  // the correlation is indexed at the first record of a command
};

struct Appended {
  Sequence head;
};
// Somebody else appended since `expected_head`: nothing was written. `head` is the head now.
struct HeadMoved {
  Sequence head;
};
using AppendOutcome = std::variant<Appended, HeadMoved>;

struct CorrelationHit {
  Sequence first;                        // the first record of that command
  std::array<std::uint8_t, 16> request;  // to compare with the request of the repeat
};

// Storage failed, or holds what it must not hold. Never handled: the process says so and ends; a restart recovers what
// is on disk.
class LogFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class EventLog {
 public:
  virtual ~EventLog() = default;

  // Appends all or nothing, durably, as sequences expected_head+1..., together with subject and correlation indexes and
  // the audit tree. A failed write is fatal: it throws LogFailure and the process must end. Records that break a limit
  // of record_bytes.h, or have no subject or version, are a bug of the caller: std::invalid_argument, nothing written.
  virtual AppendOutcome append(Sequence expected_head, std::span<const NewRecord> records) = 0;

  virtual Sequence head() const = 0;

  // Calls `visit(sequence, bytes)` for records after `after` in order until it returns false, `limit` records are done,
  // or the head (as of the call) is reached. The bytes are valid during the call only.
  using Visit = bool (*)(void* context, Sequence sequence, std::string_view bytes);
  virtual void scan(Sequence after, std::size_t limit, Visit visit, void* context) const = 0;

  // In a log that was pruned (prune.h) this and `scan` answer the stub in a pruned record's place.
  virtual std::optional<std::string> read(Sequence sequence) const = 0;

  // Sequences of the subject's records with stream version > `after_version`, ascending, at most `limit`.
  virtual std::vector<Sequence> subject_sequences(std::string_view subject, std::uint64_t after_version,
                                                  std::size_t limit) const = 0;
  // 0 when the subject has no record.
  virtual std::uint64_t subject_version(std::string_view subject) const = 0;

  virtual std::optional<CorrelationHit> find_correlation(const std::array<std::uint8_t, 16>& key) const = 0;

  // Returns when head() > `beyond` or the time is over.
  virtual void wait(Sequence beyond, std::chrono::milliseconds timeout) const = 0;
};

// scan with any callable `bool(Sequence, std::string_view)`.
template <class F>
void scan(const EventLog& log, Sequence after, std::size_t limit, F&& f) {
  log.scan(
      after, limit,
      [](void* context, Sequence sequence, std::string_view bytes) {
        return static_cast<bool>((*static_cast<std::remove_reference_t<F>*>(context))(sequence, bytes));
      },
      &f);
}

}  // namespace luuvet::server
