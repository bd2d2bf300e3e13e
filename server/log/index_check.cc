#include "server/log/index_check.h"

#include <sodium.h>

#include <cstring>

#include "server/log/check.h"
#include "server/log/log_keys.h"

namespace luuvet::server {
namespace {

struct Entry {
  std::string key;
  std::string value;
};

Entry subject_entry(const RecordFacts& facts) {
  return {log_keys::subject(facts.subject, facts.stream_version), log_keys::number(facts.id)};
}

Entry command_entry(const RecordFacts& facts) {
  return {log_keys::command(facts.correlation.key), log_keys::command_value(facts.id, facts.correlation.request)};
}

// Records of one command stand together; the first of them is the one that is indexed.
bool begins_command(const RecordFacts& facts, const Correlation& before) {
  return facts.id == 1 || facts.correlation != before;
}

std::optional<RecordFacts> facts_of(const LogStore& store, Sequence sequence, const rocksdb::Snapshot* snapshot) {
  const auto record = store.get(LogStore::kRecords, log_keys::record(sequence), snapshot);
  RecordReader reader;
  RecordFacts facts;
  if (!record || reader.read(*record, facts)) return std::nullopt;
  return facts;
}

}  // namespace

IndexCheck::IndexCheck(const LogStore& store, const rocksdb::Snapshot* snapshot) : store_(store), snapshot_(snapshot) {
  if (sodium_init() < 0) throw LogFailure("libsodium cannot start");
  randombytes_buf(secret_.data(), secret_.size());
}

void IndexCheck::add(Sum& sum, std::string_view key, std::string_view value) const {
  const std::string entry = std::to_string(key.size()).append(key).append(value);
  std::array<unsigned char, crypto_shorthash_siphashx24_BYTES> hash;
  crypto_shorthash_siphashx24(hash.data(), reinterpret_cast<const unsigned char*>(entry.data()), entry.size(),
                              secret_.data());
  Sum one;
  std::memcpy(&one, hash.data(), sizeof one);
  sum.low += one.low;
  sum.high += one.high;
}

std::optional<std::string> IndexCheck::expect(const RecordFacts& facts) {
  if (facts.subject.empty() || facts.subject.find('\0') != std::string::npos) return "has no valid \"subject\"";
  if (facts.stream_version == 0) return "has no valid \"streamversion\"";
  const Entry subject = subject_entry(facts);
  add(due_, subject.key, subject.value);
  if (begins_command(facts, last_correlation_)) {
    const Entry command = command_entry(facts);
    add(due_, command.key, command.value);
  }
  last_correlation_ = facts.correlation;
  return std::nullopt;
}

std::unique_ptr<rocksdb::Iterator> IndexCheck::all(LogStore::Family family) const {
  rocksdb::ReadOptions options;
  options.snapshot = snapshot_;
  options.fill_cache = false;
  auto at = store_.iterate(family, options);
  at->SeekToFirst();
  return at;
}

std::optional<std::string> IndexCheck::finish(CheckReport& report) {
  const auto index = all(LogStore::kIndex);
  for (; index->Valid(); index->Next()) take_index(index->key().ToStringView(), index->value().ToStringView(), report);
  require_ok(index->status(), "an index cannot be read");
  const auto commands = all(LogStore::kCommands);
  for (; commands->Valid(); commands->Next(), ++report.commands) {
    add(stored_, commands->key().ToStringView(), commands->value().ToStringView());
  }
  require_ok(commands->status(), "an index cannot be read");
  if (stored_ != due_) return first_difference(report.records);
  if (!wrong_ && tiles_ != report.tiles) {
    wrong_ = "there are " + std::to_string(tiles_) + " tiles, " + std::to_string(report.tiles) + " are due";
  }
  return wrong_;
}

void IndexCheck::take_index(std::string_view key, std::string_view value, CheckReport& report) {
  if (key == log_keys::kFormatKey) return;
  if (log_keys::parse_tile(key)) {
    ++tiles_;
  } else if (key.starts_with(log_keys::kSubjectPrefix)) {
    add(stored_, key, value);
    take_subject(key, value, report);
  } else if (!wrong_) {
    wrong_ = "the index holds a key that is none of its kinds: " + hex(key);
  }
}

// The entries of a subject come one after the other: versions from 1 without gaps, sequences upwards.
void IndexCheck::take_subject(std::string_view key, std::string_view value, CheckReport& report) {
  const auto parsed = log_keys::parse_subject(key);
  const auto sequence = log_keys::parse_number(value);
  if (!parsed || !sequence) return;  // no record asks for such an entry, so the sums differ
  const bool first = parsed->subject != subject_;
  if (first) {
    subject_ = parsed->subject;
    ++report.subjects;
  }
  // Of a pruned log the first entries of a subject may be gone.
  const std::uint64_t before = !first ? version_ : report.pruned > 0 ? parsed->stream_version - 1 : 0;
  if (!wrong_ && (parsed->stream_version != before + 1 || (!first && *sequence <= sequence_))) {
    wrong_ = "record " + std::to_string(*sequence) + " is version " + std::to_string(parsed->stream_version) + " of " +
             subject_ + ", which had version " + std::to_string(before) + " before it";
  }
  version_ = parsed->stream_version;
  sequence_ = *sequence;
}

std::string IndexCheck::first_difference(Sequence records) const {
  Correlation before;
  for (Sequence sequence = 1; sequence <= records; ++sequence) {
    const auto facts = facts_of(store_, sequence, snapshot_);
    if (!facts) break;
    const Entry subject = subject_entry(*facts);
    if (store_.get(LogStore::kIndex, subject.key, snapshot_) != subject.value) {
      return "record " + std::to_string(sequence) + " is not the one that the subject index has for version " +
             std::to_string(facts->stream_version) + " of " + facts->subject;
    }
    const Entry command = command_entry(*facts);
    if (begins_command(*facts, before) && store_.get(LogStore::kCommands, command.key, snapshot_) != command.value) {
      return "record " + std::to_string(sequence) + " is not the one that the command index has for its command";
    }
    before = facts->correlation;
  }
  return entry_without_record().value_or("the indexes hold something that the records do not ask for");
}

std::optional<std::string> IndexCheck::entry_without_record() const {
  for (const auto at = all(LogStore::kIndex); at->Valid(); at->Next()) {
    const std::string_view key = at->key().ToStringView();
    if (!key.starts_with(log_keys::kSubjectPrefix)) continue;
    const auto facts = facts_of(store_, log_keys::parse_number(at->value().ToStringView()).value_or(0), snapshot_);
    if (!facts || subject_entry(*facts).key != key)
      return "the subject index has an entry that no record made: " + hex(key);
  }
  for (const auto at = all(LogStore::kCommands); at->Valid(); at->Next()) {
    const std::string_view key = at->key().ToStringView();
    const auto hit = log_keys::parse_command_value(at->value().ToStringView());
    const auto facts = facts_of(store_, hit ? hit->first : 0, snapshot_);
    if (!facts || command_entry(*facts).key != key)
      return "the command index has an entry that no record made: " + hex(key);
  }
  return std::nullopt;
}

}  // namespace luuvet::server
