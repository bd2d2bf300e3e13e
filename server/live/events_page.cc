#include "server/live/events_page.h"

#include <utility>

#include "api/query_string.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kScanMax = 256;  // records between two looks at the clock

}  // namespace

EventsPage::EventsPage(const api::Request& request, FeedQuery query, const Involves& involves, FeedAccess access,
                       Sequence head)
    : form_(api::events_form(request)),
      target_(request.target),
      limit_(query.limit),
      filter_(std::move(query.terms), involves),
      access_(std::move(access)),
      head_(head),
      position_(query.after.value_or(0)) {}

bool EventsPage::fill(const EventLog& log, std::chrono::steady_clock::time_point until) {
  while (position_ < head_ && !full() && !no_room_) {
    scan(log, position_, kScanMax, [&](Sequence sequence, std::string_view bytes) { return take(sequence, bytes); });
    if (std::chrono::steady_clock::now() >= until) break;
  }
  return position_ >= head_ || full() || no_room_;
}

// False when there is to be no next one.
bool EventsPage::take(Sequence sequence, std::string_view bytes) {
  if (sequence > head_ || full()) return false;
  if (!filter_.passes_all() || !access_.sees_all()) {
    const auto envelope = envelopes_.read(bytes);
    if (!envelope) throw LogFailure("record " + std::to_string(sequence) + " of the log cannot be read");
    if (!filter_.matches(*envelope)) {
      position_ = sequence;
      return true;
    }
    if (access_.shown) bytes = bytes_for(access_.shown(*envelope, bytes), bytes, leaf_);
  }
  if (!give(bytes)) return false;
  position_ = sequence;
  return true;
}

bool EventsPage::give(std::string_view bytes) {
  no_room_ = count_ > 0 && body_.size() + bytes.size() > kBytesMax;
  if (no_room_) return false;
  if (form_ != api::EventsForm::kLines && count_ > 0) body_ += ",\n";
  body_ += bytes;
  if (form_ == api::EventsForm::kLines) body_ += '\n';
  ++count_;
  return true;
}

api::Reply EventsPage::reply() && {
  const bool lines = form_ == api::EventsForm::kLines;
  api::Reply reply;
  reply.headers = {
      {"Content-Type", std::string(api::media_type_of(lines ? api::EventsForm::kLines : api::EventsForm::kBatch))},
      {"Vary", "Accept"},
      {"Luuvet-Sequence", std::to_string(position_)}};
  if (position_ < head_) reply.headers.push_back({"Link", api::next_link(target_, "after", std::to_string(position_))});
  reply.body = lines ? std::move(body_) : '[' + std::move(body_) + ']';
  return reply;
}

}  // namespace luuvet::server
