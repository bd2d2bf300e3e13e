#include "server/live/recent_records.h"

#include <utility>

namespace luuvet::server {

std::string_view RecentRecord::frame(Framing framing, Shown shown) {
  std::string& frame = frames_[static_cast<std::size_t>(framing) * 2 + static_cast<std::size_t>(shown)];
  if (frame.empty()) {
    std::string leaf;
    append_record(frame, framing, envelope_.sequence, bytes_for(shown, *bytes_, leaf));
  }
  return frame;
}

void RecentRecords::add(std::shared_ptr<const std::string> bytes, const Envelope& envelope) {
  if (envelope.sequence != first_ + records_.size()) {
    records_.clear();
    bytes_ = 0;
    first_ = envelope.sequence;
  }
  bytes_ += bytes->size();
  records_.emplace_back(std::move(bytes), envelope);
  while (records_.size() > kRecordsMax || (bytes_ > kBytesMax && records_.size() > 1)) {
    bytes_ -= records_.front().size();
    records_.pop_front();
    ++first_;
  }
}

RecentRecord* RecentRecords::find(Sequence sequence) {
  if (sequence < first_ || sequence >= first_ + records_.size()) return nullptr;
  return &records_[static_cast<std::size_t>(sequence - first_)];
}

}  // namespace luuvet::server
