// The newest records in memory, each with its frames made once for all who get it. Whoever is further behind reads the
// log.
#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/live/access.h"
#include "server/live/frames.h"
#include "server/live/record_envelope.h"

namespace luuvet::server {

class RecentRecord {
 public:
  RecentRecord(std::shared_ptr<const std::string> bytes, const Envelope& envelope)
      : bytes_(std::move(bytes)), envelope_(envelope) {}

  const Envelope& envelope() const { return envelope_; }
  std::string_view bytes() const { return *bytes_; }
  std::size_t size() const { return bytes_->size(); }
  // Made at the first call.
  std::string_view frame(Framing framing, Shown shown);

 private:
  std::shared_ptr<const std::string> bytes_;
  Envelope envelope_;  // views into *bytes_
  std::array<std::string, 4> frames_;
};

class RecentRecords {
 public:
  static constexpr std::size_t kRecordsMax = 4'096;
  static constexpr std::size_t kBytesMax = 4 * 1024 * 1024;  // of the records; their frames come on top

  // `envelope.sequence` follows the last one's; otherwise the older ones are forgotten.
  void add(std::shared_ptr<const std::string> bytes, const Envelope& envelope);

  // Null if it is not held.
  RecentRecord* find(Sequence sequence);

 private:
  Sequence first_ = 1;
  std::size_t bytes_ = 0;
  std::deque<RecentRecord> records_;
};

}  // namespace luuvet::server
