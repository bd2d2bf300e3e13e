#include "server/engine/replay.h"

#include <string>

namespace luuvet::server {
namespace {

Recorded decoded(api::RecordDecoder& decoder, Sequence sequence, std::string_view bytes) {
  auto record = decoder.decode(bytes);
  if (!record) throw UnreadableRecord("record " + std::to_string(sequence) + ": " + record.error().detail.en);
  return std::move(record.value().recorded);
}

}  // namespace

void replay(const EventLog& log, projections::Views& views, api::RecordDecoder& decoder, Sequence last) {
  const Epoch epoch = views.world.head + 1;
  scan(log, views.world.head, std::numeric_limits<std::size_t>::max(), [&](Sequence sequence, std::string_view bytes) {
    if (sequence > last) return false;
    views.apply(decoded(decoder, sequence, bytes), epoch);
    return true;
  });
}

void PastViews::offer(const std::shared_ptr<const projections::Views>& views) {
  Root surplus;  // freed after the lock
  const std::lock_guard lock(mutex_);
  if (views->world.head < next_) return;
  kept_[views->world.head] = views;
  next_ = (views->world.head / stride_ + 1) * stride_;
  if (kept_.size() > roots_max_) surplus = take_surplus();
}

// Never the newest. Of equals the oldest goes: what is asked for most lies not far back.
PastViews::Root PastViews::take_surplus() {
  auto surplus = kept_.begin();
  Sequence before = 0, least = std::numeric_limits<Sequence>::max();
  for (auto root = kept_.begin(), after = std::next(root); after != kept_.end(); root = after++) {
    if (after->first - before < least) {
      least = after->first - before;
      surplus = root;
    }
    before = root->first;
  }
  return std::move(kept_.extract(surplus).mapped());
}

std::vector<Sequence> PastViews::roots() const {
  const std::lock_guard lock(mutex_);
  std::vector<Sequence> result;
  for (const auto& [sequence, root] : kept_) result.push_back(sequence);
  return result;
}

std::shared_ptr<const projections::Views> PastViews::at(Sequence sequence) const {
  api::RecordDecoder decoder;
  // Half an act is never shown: step back to the record before it.
  if (const auto bytes = sequence ? log_.read(sequence) : std::nullopt) {
    const Recorded record = decoded(decoder, sequence, *bytes);
    if (record.act_index + 1 < record.act_size) sequence -= record.act_index + 1;
  }
  auto views = std::make_shared<projections::Views>();
  {
    const std::lock_guard lock(mutex_);
    const auto after = kept_.upper_bound(sequence);
    if (after != kept_.begin()) *views = *std::prev(after)->second;
  }
  replay(log_, *views, decoder, sequence);
  return views;
}

Sequence PastViews::sequence_at(Instant instant, Sequence head) const {
  api::RecordDecoder decoder;
  Sequence low = 0, high = head;  // low: not later than instant; times never fall
  while (low < high) {
    const Sequence middle = low + (high - low + 1) / 2;
    const auto bytes = log_.read(middle);
    if (bytes && decoded(decoder, middle, *bytes).meta.time <= instant)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

}  // namespace luuvet::server
