// The facts of a stored record that the log's keys repeat, read from its bytes. For what looks at a log without the
// domain: the check, and opening.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/event_log.h"

namespace luuvet::server {

struct RecordFacts {
  Sequence id = 0;
  std::string source;
  std::string subject;
  std::string time;
  std::uint64_t stream_version = 0;
  Correlation correlation;
};

// Which log a record belongs to; both stand in its `source`, "/luuvet/<instance>/<log>".
struct LogIdentity {
  std::string instance;
  std::string log;  // 64 random bits in hex
  bool operator==(const LogIdentity&) const = default;
};

std::optional<LogIdentity> identity_of_source(std::string_view source);

// The origin line of the log's checkpoints, and the name of its key.
std::string origin_of(const LogIdentity& identity);

// Keeps parser and buffer between calls: one per thread.
class RecordReader {
 public:
  RecordReader();
  ~RecordReader();

  // Fills `facts`. If the record cannot be read: the name of the first member that is missing or wrong ("" = it is no
  // JSON object).
  std::optional<std::string_view> read(std::string_view record, RecordFacts& facts);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

}  // namespace luuvet::server
