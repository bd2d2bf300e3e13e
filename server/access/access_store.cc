#include "server/access/access_store.h"

#include <sodium.h>

#include <algorithm>
#include <map>

#include "server/access/access_record.h"
#include "server/log/prune.h"
#include "server/log/pruned.h"

namespace luuvet::server {
namespace {

template <class Bytes>
Bytes random_bytes() {
  Bytes bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return bytes;
}

template <class Bytes>
std::string_view text_of(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

AccessEvent own_event(AccessKind kind, Instant now, AccessData data) {
  AccessEvent event;
  event.kind = kind;
  event.at = now;
  event.actor = {"luuvet"};
  event.data = std::move(data);
  return event;
}

// How many of the records up to `through` are there whole and not the log's own.
std::uint64_t prunable(const EventLog& log, Sequence after, Sequence through) {
  AccessDecoder decoder;
  std::uint64_t count = 0;
  if (through <= after) return 0;
  scan(log, after, through - after, [&](Sequence sequence, std::string_view record) {
    const auto row = decoder.decode(sequence, record);
    if (row && access_subject(row->event) != kOwnSubject) ++count;
    return true;
  });
  return count;
}

}  // namespace

AccessFolders access_folders(const std::filesystem::path& data, const std::filesystem::path& state) {
  return {data / "access", state / "access"};
}

Sequence last_before(const EventLog& log, Instant moment) {
  AccessDecoder decoder;
  Sequence low = 0;
  for (Sequence high = log.head(); low < high;) {
    const Sequence middle = low + (high - low + 1) / 2;
    const auto row = decoder.decode(middle, log.read(middle).value_or(std::string()));
    if (!row || row->event.at < moment)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

Sequence pruned_through(const EventLog& log) {
  AccessDecoder decoder;
  Sequence through = 0;
  for (const Sequence sequence : log.subject_sequences(kOwnSubject, 0, log.head())) {
    const auto row = decoder.decode(sequence, log.read(sequence).value_or(std::string()));
    if (row && row->event.data.through) through = *row->event.data.through;
  }
  return through;
}

AccessStore::AccessStore(const AccessFolders& folders, const std::string& instance, MissingGuard missing_guard,
                         Instant now, FailureHandler on_failure)
    : log_(folders.log, LogStoreOptions{LogStoreOptions::Access::kReadWrite, std::move(on_failure), nullptr}),
      state_(open_state(folders.state, instance, log_, log_, missing_guard)) {
  recall();
  name_log(now);
  if (cut_off()) prune(log_, pruned_through_, kOwnSubject);
}

// What the log says of itself, and when it was written last.
void AccessStore::recall() {
  AccessDecoder decoder;
  for (const Sequence sequence : log_.subject_sequences(kOwnSubject, 0, log_.head())) {
    const auto row = decoder.decode(sequence, log_.read(sequence).value_or(std::string()));
    if (!row) continue;
    if (row->event.data.public_key) public_key_ = *row->event.data.public_key;
  }
  pruned_through_ = pruned_through(log_);
  if (log_.head() == 0) return;
  if (const auto last = decoder.decode(log_.head(), log_.read(log_.head()).value_or(std::string())))
    time_ = last->event.at;
}

// Whether the last pruning did not come to its end: it goes upwards, so its last record tells.
bool AccessStore::cut_off() const {
  AccessDecoder decoder;
  for (Sequence sequence = pruned_through_; sequence > 0; --sequence) {
    const auto row = decoder.decode(sequence, log_.read(sequence).value_or(std::string()));
    if (!row) return false;
    if (access_subject(row->event) != kOwnSubject) return true;
  }
  return false;
}

void AccessStore::name_log(Instant now) {
  const std::string key = state_.signer.verifier_key();
  if (public_key_ == key) return;
  AccessData data;
  data.origin = origin_of(state_.identity);
  data.public_key = key;
  const AccessKind kind = log_.head() == 0 ? AccessKind::kLogCreated : AccessKind::kLogAdopted;
  append(std::vector{own_event(kind, now, std::move(data))});
  public_key_ = key;
}

void AccessStore::append(std::span<const AccessEvent> events) {
  if (events.empty()) return;
  std::map<std::string, std::uint64_t> versions;
  std::vector<NewRecord> records;
  records.reserve(events.size());
  const Sequence head = log_.head();
  for (const AccessEvent& event : events) {
    NewRecord& record = records.emplace_back();
    record.subject = access_subject(event);
    const auto [version, is_new] = versions.try_emplace(record.subject, 0);
    if (is_new) version->second = log_.subject_version(record.subject);
    record.stream_version = ++version->second;
    record.correlation = {random_bytes<std::array<std::uint8_t, 16>>(), random_bytes<std::array<std::uint8_t, 16>>()};
    time_ = std::max(time_, event.at);
    const std::string correlation = hex(text_of(record.correlation.key)) + hex(text_of(record.correlation.request));
    record.bytes = encode_access(event, {head + records.size(), record.subject, record.stream_version,
                                         "/luuvet/" + state_.identity.instance + "/" + state_.identity.log, correlation,
                                         time_, random_bytes<api::Salt>()});
  }
  if (!std::holds_alternative<Appended>(log_.append(head, records)))
    throw LogFailure("somebody else wrote to the access log");
  const auto tree = log_.tree_head();
  state_.guard.write(tree->size, tree->root());
}

std::uint64_t AccessStore::prune_before(Date day, Instant now) {
  const Sequence through = last_before(log_, start_of_day(day));
  const std::uint64_t count = prunable(log_, pruned_through_, through);
  if (count == 0) return 0;
  AccessData data;
  data.through = through;
  data.before = day;
  data.count = count;
  append(std::vector{own_event(AccessKind::kLogPruned, now, std::move(data))});
  pruned_through_ = through;
  return prune(log_, through, kOwnSubject);
}

std::string AccessStore::username_digest(std::string_view username_key) const {
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest;
  static_assert(crypto_auth_hmacsha256_KEYBYTES == std::tuple_size_v<InstanceSecret>);
  crypto_auth_hmacsha256(digest.data(), reinterpret_cast<const unsigned char*>(username_key.data()),
                         username_key.size(), state_.instance_secret.data());
  return hex(text_of(digest).substr(0, 16));
}

}  // namespace luuvet::server
