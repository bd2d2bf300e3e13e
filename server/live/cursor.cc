#include "server/live/cursor.h"

#include <utility>

namespace luuvet::server {
namespace {

constexpr std::size_t kScanMax = 1'024;     // records of one scan
constexpr std::size_t kClockInterval = 32;  // records between two looks at the clock

constexpr std::size_t kFramingMax = 40;  // what a framing adds to a record, at most

bool has_room(const std::string& out, std::size_t bytes, std::size_t frame) {
  return out.empty() || out.size() + frame <= bytes;
}

}  // namespace

Cursor::Cursor(Sequence after, FeedFilter filter, FeedAccess access, Framing framing)
    : position_(after), filter_(std::move(filter)), access_(std::move(access)), framing_(framing) {}

void Cursor::pull(const FeedSource& source, const TurnLimits& limits, std::string& out) {
  std::size_t steps = 0;
  while (position_ < source.head) {
    RecentRecord* recent = source.recent.find(position_ + 1);
    if (recent == nullptr) return pull_logged(source, limits, out);
    if (pull_recent(*recent, limits, out) == Step::kNoRoom) return;
    if (++steps % kClockInterval == 0 && Clock::now() >= limits.until) return;
  }
}

Cursor::Step Cursor::pull_recent(RecentRecord& record, const TurnLimits& limits, std::string& out) {
  const Envelope& envelope = record.envelope();
  if (filter_.matches(envelope)) {
    const std::string_view frame = record.frame(framing_, shown(envelope, record.bytes()));
    if (!has_room(out, limits.bytes, frame.size())) return Step::kNoRoom;
    out += frame;
  }
  position_ = envelope.sequence;
  return Step::kTaken;
}

void Cursor::pull_logged(const FeedSource& source, const TurnLimits& limits, std::string& out) {
  std::size_t steps = 0;
  scan(source.log, position_, kScanMax, [&](Sequence sequence, std::string_view bytes) {
    if (sequence > source.head) return false;
    if (take_logged(source, sequence, bytes, limits.bytes, out) == Step::kNoRoom) return false;
    return ++steps % kClockInterval != 0 || Clock::now() < limits.until;
  });
}

Cursor::Step Cursor::take_logged(const FeedSource& source, Sequence sequence, std::string_view bytes, std::size_t room,
                                 std::string& out) {
  std::string leaf;
  if (reads_envelopes()) {
    const auto envelope = source.envelopes.read(bytes);
    if (!envelope) throw LogFailure("record " + std::to_string(sequence) + " of the log cannot be read");
    if (!filter_.matches(*envelope)) {
      position_ = sequence;
      return Step::kTaken;
    }
    bytes = bytes_for(shown(*envelope, bytes), bytes, leaf);
  }
  if (!has_room(out, room, bytes.size() + kFramingMax)) return Step::kNoRoom;
  append_record(out, framing_, sequence, bytes);
  position_ = sequence;
  return Step::kTaken;
}

}  // namespace luuvet::server
