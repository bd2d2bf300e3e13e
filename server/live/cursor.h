// A reader's position in the log, and what it is shown on the way to the head. The same code whether it is live, slow,
// resuming or replaying: only where the bytes come from differs.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "server/live/access.h"
#include "server/live/feed_filter.h"
#include "server/live/frames.h"
#include "server/live/recent_records.h"
#include "server/log/event_log.h"

namespace luuvet::server {

using Clock = std::chrono::steady_clock;

// From where cursors read. `head`: what is published; the log may hold more already.
struct FeedSource {
  const EventLog& log;
  RecentRecords& recent;
  EnvelopeReader& envelopes;
  Sequence head;
};

// How much one turn may take.
struct TurnLimits {
  std::size_t bytes;
  Clock::time_point until;
};

class Cursor {
 public:
  Cursor(Sequence after, FeedFilter filter, FeedAccess access, Framing framing);

  // Everything up to here was appended or filtered out.
  Sequence position() const { return position_; }
  const FeedFilter& filter() const { return filter_; }
  const FeedAccess& access() const { return access_; }

  // Appends frames of what follows, up to the head or a limit; at least one step is made however tight the limits. A
  // frame longer than `limits.bytes` is appended only to an empty `out`.
  void pull(const FeedSource& source, const TurnLimits& limits, std::string& out);

 private:
  enum class Step { kTaken, kNoRoom };

  Step pull_recent(RecentRecord& record, const TurnLimits& limits, std::string& out);
  void pull_logged(const FeedSource& source, const TurnLimits& limits, std::string& out);
  Step take_logged(const FeedSource& source, Sequence sequence, std::string_view bytes, std::size_t room,
                   std::string& out);
  bool reads_envelopes() const { return !filter_.passes_all() || !access_.sees_all(); }
  Shown shown(const Envelope& envelope, std::string_view record) const {
    return access_.shown ? access_.shown(envelope, record) : Shown::kRecord;
  }

  Sequence position_;
  FeedFilter filter_;
  FeedAccess access_;
  Framing framing_;
};

}  // namespace luuvet::server
