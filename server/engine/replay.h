// Views from the log: at start-up, after somebody else wrote, and for the past.
#pragma once

#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>

#include "api/record_codec.h"
#include "projections/views.h"
#include "server/log/event_log.h"

namespace luuvet::server {

// A stored record that this version cannot read. The process must not go on.
class UnreadableRecord : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Applies the records after views.world.head, up to and including `last`. Its epoch is the first sequence that it
// applies, so the views may be shared afterwards. Throws UnreadableRecord.
void replay(const EventLog& log, projections::Views& views, api::RecordDecoder& decoder,
            Sequence last = std::numeric_limits<Sequence>::max());

// Every 4,096th root is kept, so that any past moment is at most 4,096 records away. Any thread.
class PastViews {
 public:
  static constexpr Sequence kStride = 4'096;

  explicit PastViews(const EventLog& log) : log_(log) {}

  // Offers a published root; kept when it is the first one at or beyond the next multiple of kStride.
  void offer(const std::shared_ptr<const projections::Views>& views);

  // Views as they were when `sequence` was the head. An act in the middle of which `sequence` lies has not happened
  // yet.
  std::shared_ptr<const projections::Views> at(Sequence sequence) const;

  // The last record not later than `instant`; 0 if there is none. `head`: up to where to look.
  Sequence sequence_at(Instant instant, Sequence head) const;

 private:
  const EventLog& log_;
  mutable std::mutex mutex_;
  std::map<Sequence, std::shared_ptr<const projections::Views>> kept_;
  Sequence next_ = kStride;
};

}  // namespace luuvet::server
