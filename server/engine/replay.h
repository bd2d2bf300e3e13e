// Views from the log: at start-up, after somebody else wrote, and for the past.
#pragma once

#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <vector>

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

// Roots on the way, so that any past moment is few records away: every 4,096th, thinned out evenly when they become
// too many to keep. Any thread.
class PastViews {
 public:
  static constexpr Sequence kStride = 4'096;
  static constexpr std::size_t kRootsMax = 128;

  explicit PastViews(const EventLog& log, Sequence stride = kStride, std::size_t roots_max = kRootsMax)
      : log_(log), stride_(stride), roots_max_(roots_max), next_(stride) {}

  // Offers a published root; kept when it is the first one at or beyond the next multiple of the stride. Then the root
  // goes, if there are too many, whose neighbours lie closest together.
  void offer(const std::shared_ptr<const projections::Views>& views);

  // Where the roots are, ascending.
  std::vector<Sequence> roots() const;

  // Views as they were when `sequence` was the head. An act in the middle of which `sequence` lies has not happened
  // yet.
  std::shared_ptr<const projections::Views> at(Sequence sequence) const;

  // The last record not later than `instant`; 0 if there is none. `head`: up to where to look.
  Sequence sequence_at(Instant instant, Sequence head) const;

 private:
  using Root = std::shared_ptr<const projections::Views>;

  Root take_surplus();

  const EventLog& log_;
  const Sequence stride_;
  const std::size_t roots_max_;
  mutable std::mutex mutex_;
  std::map<Sequence, Root> kept_;
  Sequence next_;
};

}  // namespace luuvet::server
