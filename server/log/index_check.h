// Compares the log's indexes with the records without looking a single key up: the entries that the records ask for and
// those that are there are summed under a random key, and only if the sums differ the first difference is looked for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/log_store.h"
#include "server/log/record_facts.h"

namespace luuvet::server {

struct CheckReport;

class IndexCheck {
 public:
  IndexCheck(const LogStore& store, const rocksdb::Snapshot* snapshot);

  // Takes the record's entries as due; records come in order. Says what is wrong with the record by itself.
  std::optional<std::string> expect(const RecordFacts& facts);

  // After the last record: compares, and fills `subjects` and `commands` of the report. Says the first thing that is
  // wrong.
  std::optional<std::string> finish(CheckReport& report);

 private:
  // Sum of keyed 128-bit hashes: equal for equal sets of entries, in any order.
  struct Sum {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
    bool operator==(const Sum&) const = default;
  };

  void add(Sum& sum, std::string_view key, std::string_view value) const;
  std::unique_ptr<rocksdb::Iterator> all(LogStore::Family family) const;
  // Adds an entry that is there.
  void take_index(std::string_view key, std::string_view value, CheckReport& report);
  void take_subject(std::string_view key, std::string_view value, CheckReport& report);
  std::string first_difference(Sequence records) const;
  std::optional<std::string> entry_without_record() const;

  const LogStore& store_;
  const rocksdb::Snapshot* snapshot_;
  std::array<std::uint8_t, 16> secret_{};
  Sum due_;
  Sum stored_;
  Correlation last_correlation_;
  std::uint64_t tiles_ = 0;
  std::optional<std::string> wrong_;  // an entry that no record could ask for
  std::string subject_;               // of the subject entry before
  std::uint64_t version_ = 0;
  Sequence sequence_ = 0;
};

}  // namespace luuvet::server
