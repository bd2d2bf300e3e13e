#include "server/log/check.h"

#include <gtest/gtest.h>
#include <rocksdb/write_batch.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "server/log/log_keys.h"
#include "server/log/merkle_proof.h"
#include "server/log/rocks_event_log.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::correlation;
using testing::RecordSpec;
using testing::TemporaryFolder;
using testing::Writer;

class CheckLog : public ::testing::Test {
 protected:
  CheckLog() {
    RocksEventLog log(path_);
    Writer(log).fill(598);
    Writer(log).append_act({"task/a", "task/b"});
    root_ = log.tree_head()->root();
  }

  std::string wrong(std::vector<KnownRoot> known_roots = {}) {
    return check_log(path_, known_roots).wrong.value_or("");
  }

  std::optional<std::string> get(LogStore::Family family, const std::string& key) {
    return LogStore(path_, {}).get(family, key);
  }
  void put(LogStore::Family family, const std::string& key, const std::string& value) {
    LogStore store(path_, {});
    rocksdb::WriteBatch batch;
    batch.Put(store.family(family), rocksdb::Slice(key), rocksdb::Slice(value));
    store.write(batch);
  }
  void remove(LogStore::Family family, const std::string& key) {
    LogStore store(path_, {});
    rocksdb::WriteBatch batch;
    batch.Delete(store.family(family), rocksdb::Slice(key));
    store.write(batch);
  }
  void flip(LogStore::Family family, const std::string& key, std::size_t at) {
    std::string value = *get(family, key);
    value.at(at) = static_cast<char>(value.at(at) ^ 1);
    put(family, key, value);
  }
  void replace_in_record(Sequence sequence, const std::string& from, const std::string& to) {
    std::string record = *get(LogStore::kRecords, log_keys::record(sequence));
    record.replace(record.find(from), from.size(), to);
    put(LogStore::kRecords, log_keys::record(sequence), record);
  }
  std::size_t find_in_record(Sequence sequence, const std::string& what) {
    return get(LogStore::kRecords, log_keys::record(sequence))->find(what);
  }

  TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_ / "log";
  Hash root_{};
};

TEST_F(CheckLog, ASoundLogHasNothingWrong) {
  const CheckReport report = check_log(path_, {});
  EXPECT_EQ(report.wrong, std::nullopt);
  EXPECT_EQ(report.records, 600u);
  EXPECT_EQ(report.subjects, 12u);
  EXPECT_EQ(report.commands, 599u);
  EXPECT_EQ(report.tiles, 2u);
  EXPECT_TRUE(report.erased.empty());
  EXPECT_EQ(report.root, root_);
  EXPECT_EQ(report.identity, (LogIdentity{"test", "00112233445566aa"}));
}

TEST_F(CheckLog, AnEmptyLogHasNothingWrong) {
  { RocksEventLog log(folder_ / "empty"); }
  const CheckReport report = check_log(folder_ / "empty", {});
  EXPECT_EQ(report.wrong, std::nullopt);
  EXPECT_EQ(report.root, hash_empty_tree());
}

TEST_F(CheckLog, ALogIsCheckedWhileItIsWritten) {
  RocksEventLog log(path_);
  std::atomic<bool> stop = false;
  std::thread writer([&] {
    while (!stop) Writer(log).append({"task/t1", "task/t2"});
  });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(check_log(log.store(), {}).wrong, std::nullopt);
  stop = true;
  writer.join();
}

TEST_F(CheckLog, AMissingFolderIsSaid) {
  EXPECT_NE(check_log(folder_ / "nowhere", {}).wrong.value_or("").find("cannot be opened"), std::string::npos);
}

TEST_F(CheckLog, AnotherFormatIsSaid) {
  put(LogStore::kIndex, "format", "luuvet-log 1");
  {
    LogStore store(path_, {});
    rocksdb::WriteBatch batch;
    batch.Put(store.family(LogStore::kIndex), "format", "luuvet-log 9");
    store.write(batch);
  }
  EXPECT_EQ(wrong(), "the log has the format \"luuvet-log 9\"; this program reads \"luuvet-log 1\"");
  EXPECT_THROW(RocksEventLog{path_}, LogFailure);
}

TEST_F(CheckLog, AMissingRecordIsNamed) {
  remove(LogStore::kRecords, log_keys::record(137));
  EXPECT_EQ(wrong(), "record 137 is missing");
}

TEST_F(CheckLog, ARecordWithAnotherIdIsNamed) {
  replace_in_record(137, R"("id":"137")", R"("id":"138")");
  EXPECT_EQ(wrong(), "record 137 calls itself 138");
}

TEST_F(CheckLog, AChangedRecordIsNamed) {
  flip(LogStore::kRecords, log_keys::record(137), find_in_record(137, "percent"));
  EXPECT_EQ(wrong(), "record 137 has not the leaf whose hash stands in tile 0/0");
}

TEST_F(CheckLog, ARecordThatIsNoJsonIsNamed) {
  put(LogStore::kRecords, log_keys::record(137), "no json");
  EXPECT_EQ(wrong(), "record 137 is no JSON object");
}

TEST_F(CheckLog, ARecordWithoutAMemberIsNamed) {
  replace_in_record(137, "streamversion", "streamvision");
  EXPECT_EQ(wrong(), "record 137 has no valid \"streamversion\"");
}

TEST_F(CheckLog, ARecordOfAnotherLogIsNamed) {
  replace_in_record(599, "00112233445566aa", "00112233445566ab");
  EXPECT_EQ(wrong(), "record 599 belongs to /luuvet/test/00112233445566ab, not to /luuvet/test/00112233445566aa");
}

TEST_F(CheckLog, ATimeThatGoesBackIsNamed) {
  replace_in_record(599, "02:15:00.123Z", "02:15:00.122Z");
  EXPECT_EQ(wrong(), "record 599 is earlier than the record before it");
}

// The last tile is not full, so only a known root can tell.
TEST_F(CheckLog, AChangeInTheLastRecordsIsFoundByAKnownRoot) {
  flip(LogStore::kRecords, log_keys::record(599), find_in_record(599, "40"));
  EXPECT_EQ(wrong(), "");
  EXPECT_EQ(wrong({{600, root_, "the guard"}}), "the first 600 records are not those that the guard knows");
}

TEST_F(CheckLog, KnownRootsOfAnySizeAreCompared) {
  std::vector<KnownRoot> known = {{600, root_, "the guard"}, {0, hash_empty_tree(), "a checkpoint"}};
  {
    const RocksEventLog log(path_);
    TreeView view(log);
    known.push_back({300, view.root(300), "a checkpoint"});
  }
  EXPECT_EQ(wrong(known), "");
  known[2].root = root_;
  EXPECT_EQ(wrong(known), "the first 300 records are not those that a checkpoint knows");
}

TEST_F(CheckLog, ALogThatIsTooShortIsSaid) {
  EXPECT_EQ(wrong({{607, root_, "the guard"}}), "record 601 is missing: the log ends at 600, but the guard knows 607");
}

TEST_F(CheckLog, AChangedOpenPartIsNamed) {
  Sequence sequence = 1;
  while (find_in_record(sequence, "40% kh") == std::string::npos) ++sequence;
  replace_in_record(sequence, "40% kh", "90% kh");
  EXPECT_EQ(wrong(), "record " + std::to_string(sequence) + " has an open part that is not the one it sealed");
}

TEST_F(CheckLog, AnOpenPartWithoutASealIsNamed) {
  Sequence sequence = 1;
  while (find_in_record(sequence, "\"sealed\"") == std::string::npos) ++sequence;
  replace_in_record(sequence, "\"sealed\"", "\"scaled\"");
  EXPECT_EQ(wrong(), "record " + std::to_string(sequence) + " has an open part, but nothing that seals it");
}

TEST_F(CheckLog, AChangedSubjectEntryIsNamed) {
  flip(LogStore::kIndex, log_keys::subject("task/a", 1), 7);
  EXPECT_EQ(wrong(), "record 599 is not the one that the subject index has for version 1 of task/a");
}

TEST_F(CheckLog, AMissingSubjectEntryIsNamed) {
  remove(LogStore::kIndex, log_keys::subject("task/b", 1));
  EXPECT_EQ(wrong(), "record 600 is not the one that the subject index has for version 1 of task/b");
}

TEST_F(CheckLog, ASubjectEntryTooManyIsNamed) {
  const std::string key = log_keys::subject("task/a", 2);
  put(LogStore::kIndex, key, log_keys::number(600));
  EXPECT_EQ(wrong(), "the subject index has an entry that no record made: " + hex(key));
}

TEST_F(CheckLog, AChangedCommandIsNamed) {
  for (const std::size_t at : {std::size_t{7}, std::size_t{8}, std::size_t{23}}) {
    flip(LogStore::kCommands, log_keys::command(correlation(42).key), at);
    EXPECT_EQ(wrong(), "record 42 is not the one that the command index has for its command");
    flip(LogStore::kCommands, log_keys::command(correlation(42).key), at);
    EXPECT_EQ(wrong(), "");
  }
}

TEST_F(CheckLog, AMissingCommandIsNamed) {
  remove(LogStore::kCommands, log_keys::command(correlation(42).key));
  EXPECT_EQ(wrong(), "record 42 is not the one that the command index has for its command");
}

TEST_F(CheckLog, ACommandTooManyIsNamed) {
  const std::string key = log_keys::command(correlation(9999).key);
  put(LogStore::kCommands, key, log_keys::command_value(42, {}));
  EXPECT_EQ(wrong(), "the command index has an entry that no record made: " + hex(key));
}

TEST_F(CheckLog, AChangedTileIsNamed) {
  flip(LogStore::kIndex, log_keys::tile({0, 1}), 5 * 32 + 3);
  EXPECT_EQ(wrong(), "record 262 has not the leaf whose hash stands in tile 0/1");
}

TEST_F(CheckLog, AMissingTileIsNamed) {
  remove(LogStore::kIndex, log_keys::tile({0, 1}));
  EXPECT_EQ(wrong(), "tile 0/1 is missing");
}

TEST_F(CheckLog, ATileTooManyIsNamed) {
  put(LogStore::kIndex, log_keys::tile({1, 0}), "early");
  EXPECT_EQ(wrong(), "there are 3 tiles, 2 are due");
}

TEST_F(CheckLog, AStrangeKeyIsNamed) {
  put(LogStore::kIndex, "zebra", "");
  EXPECT_EQ(wrong(), "the index holds a key that is none of its kinds: 7a65627261");
}

TEST_F(CheckLog, AVersionThatIsLeftOutIsNamed) {
  RocksEventLog log(path_);
  std::vector<NewRecord> records = Writer(log).make(600, {"task/a"});
  records[0].stream_version = 7;
  RecordSpec spec;
  spec.sequence = 601;
  spec.subject = "task/a";
  spec.stream_version = 7;
  spec.correlation = records[0].correlation;
  records[0].bytes = testing::record_bytes(spec);
  log.append(600, records);
  EXPECT_EQ(check_log(log.store(), {}).wrong, "record 601 is version 7 of task/a, which had version 1 before it");
}

TEST_F(CheckLog, ABrokenFileIsSaid) {
  {
    LogStore store(path_, {});
    store.compact_key(LogStore::kRecords, log_keys::record(1));
  }
  for (const auto& entry : std::filesystem::directory_iterator(path_)) {
    if (entry.path().extension() != ".sst") continue;
    std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(200);
    file << "broken";
  }
  EXPECT_NE(wrong().find("Corruption"), std::string::npos);
}

}  // namespace
}  // namespace luuvet::server
