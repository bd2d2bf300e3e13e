#include "tests/support/log_of_facts.h"

#include <algorithm>
#include <stdexcept>

#include "api/record_codec.h"
#include "server/engine/replay.h"
#include "tests/domain/same_world.h"

namespace luuvet::test {
namespace {

std::array<std::uint8_t, 16> half(std::string_view text) {
  std::array<std::uint8_t, 16> bytes{};
  std::copy_n(text.begin(), std::min(text.size(), bytes.size()), bytes.begin());
  return bytes;
}

std::string hex(const std::array<std::uint8_t, 16>& bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes)
    for (const int digit : {byte >> 4, byte & 15}) text += "0123456789abcdef"[digit];
  return text;
}

bool same_card(const projections::Card& a, const projections::Card& b) {
  return a.subject == b.subject && *a.text == *b.text && a.updated_at == b.updated_at && a.updated_by == b.updated_by &&
         a.updated_for == b.updated_for;
}

}  // namespace

server::Correlation correlation(std::string_view key, std::string_view request) {
  return {half(key), half(request)};
}

server::NewRecord stored(const Recorded& recorded, const server::Correlation& of) {
  return {api::encode_record(recorded, kTestSource, hex(of.key) + hex(of.request), api::Salt{}),
          recorded.subject.text(), recorded.stream_version, of, recorded.act_index == 0};
}

void append_facts(server::EventLog& log, const std::vector<Fact>& facts) {
  Recorder recorder;
  recorder.world = views_of(log)->world;
  recorder.epoch = recorder.world.head + 1;
  for (const Fact& fact : facts) recorder.record(fact);
  std::vector<server::NewRecord> records;
  for (const Recorded& recorded : recorder.log)
    records.push_back(stored(recorded, correlation("fact " + std::to_string(recorded.meta.sequence), "fact")));
  const auto outcome = log.append(log.head(), records);
  if (!std::holds_alternative<server::Appended>(outcome)) throw std::runtime_error("the log moved under the facts");
}

std::shared_ptr<const projections::Views> views_of(const server::EventLog& log) {
  auto views = std::make_shared<projections::Views>();
  api::RecordDecoder decoder;
  server::replay(log, *views, decoder);
  return views;
}

bool same_views(const projections::Views& a, const projections::Views& b) {
  bool equal = same(a.world, b.world) && a.cards.size() == b.cards.size() && a.time == b.time;
  a.cards.for_each([&](const auto& card) {
    const projections::Card* other = b.cards.find(card->key());
    equal = equal && other && same_card(*card, *other);
    return equal;
  });
  equal = equal && a.citing.size() == b.citing.size();
  a.citing.for_each([&](const auto& row) {
    const projections::CitingActs* other = b.citing.find(row->key());
    equal = equal && other && row->acts == other->acts;
    return equal;
  });
  return equal;
}

}  // namespace luuvet::test
