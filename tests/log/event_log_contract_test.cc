// What every event log promises, run on each of them.
#include <gtest/gtest.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include "api/record_bytes.h"
#include "server/log/memory_event_log.h"
#include "server/log/merkle_proof.h"
#include "server/log/rocks_event_log.h"
#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::correlation;
using testing::TemporaryFolder;
using testing::Writer;

struct Implementation {
  const char* name;
  std::function<std::unique_ptr<EventLog>(const TemporaryFolder&)> open;
};

class EventLogContract : public ::testing::TestWithParam<Implementation> {
 protected:
  TemporaryFolder folder_;
  std::unique_ptr<EventLog> log_ = GetParam().open(folder_);
  Writer writer_{*log_};

  const TreeSource& tree() const { return dynamic_cast<const TreeSource&>(*log_); }

  std::vector<Sequence> scanned(Sequence after, std::size_t limit) const {
    std::vector<Sequence> sequences;
    scan(*log_, after, limit, [&](Sequence sequence, std::string_view) {
      sequences.push_back(sequence);
      return true;
    });
    return sequences;
  }
};

NewRecord plain(std::string bytes, std::string subject, std::uint64_t version) {
  NewRecord record;
  record.bytes = std::move(bytes);
  record.subject = std::move(subject);
  record.stream_version = version;
  record.correlation = correlation(version);
  return record;
}

TEST_P(EventLogContract, BeginsEmpty) {
  EXPECT_EQ(log_->head(), 0u);
  EXPECT_EQ(log_->read(0), std::nullopt);
  EXPECT_EQ(log_->read(1), std::nullopt);
  EXPECT_TRUE(scanned(0, 10).empty());
  EXPECT_EQ(log_->subject_version("task/a"), 0u);
  EXPECT_EQ(tree().tree_head()->root(), hash_empty_tree());
}

TEST_P(EventLogContract, GivesBackTheBytesThatItWasGiven) {
  const std::string bytes = "{\"x\":\"\xc4\x90\xe1\xbb\x93ng\"}" + std::string(1, '\0') + " and more";
  log_->append(0, std::vector{plain(bytes, "task/a", 1)});
  EXPECT_EQ(log_->read(1), bytes);
  scan(*log_, 0, 1, [&](Sequence, std::string_view seen) {
    EXPECT_EQ(seen, bytes);
    return true;
  });
}

TEST_P(EventLogContract, NumbersRecordsFromOneWithoutGaps) {
  writer_.append({"task/a"});
  writer_.append({"task/a", "task/b", "task/a"});
  EXPECT_EQ(log_->head(), 4u);
  EXPECT_EQ(scanned(0, 10), (std::vector<Sequence>{1, 2, 3, 4}));
}

TEST_P(EventLogContract, AppendsNothingWhenTheHeadHasMoved) {
  writer_.append({"task/a"});
  const AppendOutcome outcome = log_->append(0, writer_.make(0, {"task/b"}));
  ASSERT_TRUE(std::holds_alternative<HeadMoved>(outcome));
  EXPECT_EQ(std::get<HeadMoved>(outcome).head, 1u);
  EXPECT_EQ(log_->head(), 1u);
  EXPECT_EQ(log_->subject_version("task/b"), 0u);
  EXPECT_EQ(tree().tree_head()->size, 1u);
}

TEST_P(EventLogContract, RefusesAHeadThatItHasNotReached) {
  EXPECT_TRUE(std::holds_alternative<HeadMoved>(log_->append(7, writer_.make(7, {"task/a"}))));
  EXPECT_EQ(log_->head(), 0u);
}

TEST_P(EventLogContract, AppendingNothingMovesNothing) {
  writer_.append({"task/a"});
  const AppendOutcome outcome = log_->append(1, {});
  ASSERT_TRUE(std::holds_alternative<Appended>(outcome));
  EXPECT_EQ(std::get<Appended>(outcome).head, 1u);
}

TEST_P(EventLogContract, RefusesRecordsBeyondTheLimitsAndWritesNoneOfTheBatch) {
  const NewRecord good = plain("{}", "task/a", 1);
  const std::string open = R"(,"open":{"salt":")" + std::string(100'000, 'x') + "\"}}}";
  const std::vector<NewRecord> bad = {plain(std::string(api::kRecordBytesMax + 1, 'x'), "task/a", 2),
                                      plain(std::string(api::kLeafBytesMax + 1, 'x'), "task/a", 2),
                                      plain(std::string(api::kLeafBytesMax, 'x') + open, "task/a", 2),
                                      plain("{}", "", 2),
                                      plain("{}", std::string("task\0a", 6), 2),
                                      plain("{}", "task/a", 0)};
  for (const NewRecord& record : bad) EXPECT_THROW(log_->append(0, std::vector{good, record}), std::invalid_argument);
  EXPECT_EQ(log_->head(), 0u);
  EXPECT_EQ(tree().tree_head()->size, 0u);
  EXPECT_NO_THROW(log_->append(0, std::vector{good, plain(std::string(30'000, 'x') + open, "task/a", 2)}));
  EXPECT_EQ(log_->head(), 2u);
}

TEST_P(EventLogContract, ScansFromAPositionUpToALimit) {
  writer_.fill(20);
  EXPECT_EQ(scanned(5, 3), (std::vector<Sequence>{6, 7, 8}));
  EXPECT_EQ(scanned(18, 100), (std::vector<Sequence>{19, 20}));
  EXPECT_TRUE(scanned(20, 100).empty());
  EXPECT_TRUE(scanned(900, 100).empty());
  EXPECT_TRUE(scanned(0, 0).empty());
}

TEST_P(EventLogContract, StopsAScanWhenTheVisitorSaysSo) {
  writer_.fill(20);
  Sequence last = 0;
  scan(*log_, 0, 100, [&](Sequence sequence, std::string_view) {
    last = sequence;
    return sequence < 7;
  });
  EXPECT_EQ(last, 7u);
}

TEST_P(EventLogContract, ReadsOtherRecordsInsideAScan) {
  writer_.fill(5);
  scan(*log_, 0, 5, [&](Sequence sequence, std::string_view bytes) {
    EXPECT_EQ(log_->read(sequence), bytes);
    return true;
  });
}

TEST_P(EventLogContract, IndexesSubjects) {
  writer_.append({"task/a", "task/ab", "task/a", "task/", "task/a.b", "task/a"});
  EXPECT_EQ(log_->subject_version("task/a"), 3u);
  EXPECT_EQ(log_->subject_version("task/ab"), 1u);
  EXPECT_EQ(log_->subject_version("task/"), 1u);
  EXPECT_EQ(log_->subject_version("task/b"), 0u);
  EXPECT_EQ(log_->subject_sequences("task/a", 0, 10), (std::vector<Sequence>{1, 3, 6}));
  EXPECT_EQ(log_->subject_sequences("task/a", 1, 1), (std::vector<Sequence>{3}));
  EXPECT_TRUE(log_->subject_sequences("task/a", 3, 10).empty());
  EXPECT_TRUE(log_->subject_sequences("task/a", ~std::uint64_t{0}, 10).empty());
}

TEST_P(EventLogContract, FindsACommandByItsKey) {
  writer_.append({"task/a"});
  writer_.append_act({"task/b", "task/c", "task/d"});
  const Correlation act = correlation(2);
  const auto hit = log_->find_correlation(act.key);
  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->first, 2u);
  EXPECT_EQ(hit->request, act.request);
  EXPECT_FALSE(log_->find_correlation(correlation(3).key));
}

TEST_P(EventLogContract, IndexesOnlyTheFirstRecordOfAnAct) {
  std::vector<NewRecord> records = writer_.make(0, {"task/a", "task/b"});
  records[1].first_of_act = false;
  log_->append(0, records);
  EXPECT_TRUE(log_->find_correlation(records[0].correlation.key));
  EXPECT_FALSE(log_->find_correlation(records[1].correlation.key));
}

TEST_P(EventLogContract, WaitEndsWhenTheHeadPasses) {
  using Clock = std::chrono::steady_clock;
  writer_.append({"task/a"});
  const auto begin = Clock::now();
  log_->wait(0, std::chrono::seconds(30));
  std::thread late([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    writer_.append({"task/a"});
  });
  log_->wait(1, std::chrono::seconds(30));
  EXPECT_EQ(log_->head(), 2u);
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(20));
  late.join();
}

TEST_P(EventLogContract, WaitEndsWhenTheTimeIsOver) {
  const auto begin = std::chrono::steady_clock::now();
  log_->wait(0, std::chrono::milliseconds(20));
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(20));
}

// A counter whose value stands in its last record. Each addition reads, and appends only if nobody came in between.
std::uint64_t counter_at(const EventLog& log, Sequence head) {
  const std::optional<std::string> last = log.read(head);
  return last ? std::stoull(*last) : 0;
}

void add_one(EventLog& log, std::mutex& appending, const std::function<void()>& between) {
  for (;;) {
    const Sequence head = log.head();
    const std::uint64_t value = counter_at(log, head);
    between();
    const std::vector<NewRecord> records = {plain(std::to_string(value + 1), "setting/counter", head + 1)};
    const std::lock_guard lock(appending);
    if (std::holds_alternative<Appended>(log.append(head, records))) return;
  }
}

TEST_P(EventLogContract, LosesNoUpdateToAnIntruderBetweenReadAndAppend) {
  std::mutex appending;
  for (int i = 0; i < 20; ++i) {
    int intrusions = 2;
    add_one(*log_, appending, [&] {
      if (intrusions-- > 0) add_one(*log_, appending, [] {});
    });
  }
  EXPECT_EQ(log_->head(), 60u);
  EXPECT_EQ(counter_at(*log_, 60), 60u);
  EXPECT_EQ(log_->subject_version("setting/counter"), 60u);
}

TEST_P(EventLogContract, LosesNoUpdateOfSeveralThreads) {
  constexpr int kThreads = 4;
  constexpr int kAdditions = 40;
  std::mutex appending;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (int n = 0; n < kAdditions; ++n) add_one(*log_, appending, [] { std::this_thread::yield(); });
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(log_->head(), std::uint64_t{kThreads * kAdditions});
  EXPECT_EQ(counter_at(*log_, log_->head()), log_->head());
}

TEST_P(EventLogContract, ReadersSeeEveryRecordInOrderWhileItIsAppended) {
  constexpr Sequence kRecords = 3000;
  std::thread appender([&] { writer_.fill(kRecords); });
  Sequence last = 0;
  while (last < kRecords) {
    log_->wait(last, std::chrono::seconds(30));
    const Sequence before = last;
    scan(*log_, last, 500, [&](Sequence sequence, std::string_view bytes) {
      EXPECT_EQ(sequence, last + 1);
      EXPECT_NE(bytes.find("\"id\":\"" + std::to_string(sequence) + "\""), std::string_view::npos);
      last = sequence;
      return true;
    });
    ASSERT_GT(last, before);
    EXPECT_TRUE(log_->read(last));
  }
  appender.join();
}

TEST_P(EventLogContract, ReadersProveEveryPublishedTreeWhileItGrows) {
  constexpr Sequence kRecords = 3000;
  std::thread appender([&] { writer_.fill(kRecords); });
  std::uint64_t old_size = 0;
  Hash old_root = hash_empty_tree();
  while (old_size < kRecords) {
    log_->wait(old_size, std::chrono::seconds(30));
    TreeView view(tree());
    const std::uint64_t size = view.head().size;
    const Hash root = view.head().root();
    const std::uint64_t index = (size * 7919) % size;
    const auto record = log_->read(index + 1);
    ASSERT_TRUE(record);
    EXPECT_TRUE(verify_inclusion(hash_leaf_of(*record), index, size, view.inclusion_proof(index, size), root));
    if (old_size > 0) {
      EXPECT_TRUE(verify_consistency(old_size, old_root, size, root, view.consistency_proof(old_size, size)));
    }
    EXPECT_EQ(view.root(old_size), old_root);
    old_size = size;
    old_root = root;
  }
  appender.join();
}

TEST_P(EventLogContract, TheTreeIsThatOfTheLeavesNotOfTheOpenParts) {
  writer_.append({"task/a", "task/b", "task/c"}, "đã xong");
  const Hash a = hash_leaf(api::leaf_of(*log_->read(1)));
  const Hash b = hash_leaf(api::leaf_of(*log_->read(2)));
  const Hash c = hash_leaf(api::leaf_of(*log_->read(3)));
  EXPECT_EQ(tree().tree_head()->root(), hash_children(hash_children(a, b), c));
  EXPECT_EQ(api::leaf_of(*log_->read(1)).find("open"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Logs, EventLogContract,
                         ::testing::Values(Implementation{"Memory",
                                                          [](auto&) { return std::make_unique<MemoryEventLog>(); }},
                                           Implementation{"Rocks",
                                                          [](const TemporaryFolder& folder) {
                                                            return std::make_unique<RocksEventLog>(folder / "log");
                                                          }}),
                         [](const auto& implementation) { return implementation.param.name; });

}  // namespace
}  // namespace luuvet::server
