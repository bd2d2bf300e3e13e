// The engine's own thread: how much may wait, how it stops, what it does when it cannot go on.
#include <future>
#include <mutex>

#include "tests/engine/engine_under_test.h"
#include "tests/engine/logs.h"

namespace luuvet::test {
namespace {

using server::BatchResult;
using server::Job;

class EngineThread : public ::testing::Test {
 protected:
  Job waiting(std::size_t number) { return comment_job(world_, "Việc " + std::to_string(number)); }

  server::MemoryEventLog log_;
  const World world_ = (append_facts(log_, staffed(a_task_at_work())), views_of(log_)->world);
};

TEST_F(EngineThread, RefusesWhatGoesBeyondItsInbox) {
  std::promise<void> entered, go_on;
  std::size_t finished = 0;
  bool first = true;
  EngineUnderTest engine(log_, [&](BatchResult&& batch) {
    finished += batch.finished.size();
    if (!std::exchange(first, false)) return;
    entered.set_value();
    go_on.get_future().wait();
  });
  engine.engine().start();
  ASSERT_TRUE(engine.engine().submit(waiting(0)));
  entered.get_future().wait();
  for (std::size_t i = 1; i <= server::kInboxMax; ++i) ASSERT_TRUE(engine.engine().submit(waiting(i))) << i;
  EXPECT_FALSE(engine.engine().submit(waiting(server::kInboxMax + 1)));
  go_on.set_value();
  engine.engine().stop();
  EXPECT_EQ(finished, server::kInboxMax + 1);
}

TEST_F(EngineThread, CarriesOutWhatWaitsWhenItStops) {
  std::size_t finished = 0;
  const Sequence before = log_.head();
  EngineUnderTest engine(log_, [&](BatchResult&& batch) { finished += batch.finished.size(); });
  for (std::size_t i = 0; i < 300; ++i) ASSERT_TRUE(engine.engine().submit(waiting(i)));
  engine.engine().start();
  engine.engine().stop();
  EXPECT_EQ(finished, 300u);
  EXPECT_EQ(log_.head(), before + 300);
  EXPECT_FALSE(engine.engine().submit(waiting(300)));
  engine.engine().stop();
}

TEST_F(EngineThread, HandsOutRecordsInOrderOncePerBatch) {
  Sequence next = log_.head() + 1;
  std::size_t batches = 0;
  EngineUnderTest engine(log_, [&](BatchResult&& batch) {
    ++batches;
    EXPECT_EQ(batch.first, next);
    for (const auto& record : batch.records) EXPECT_EQ(*record, log_.read(next++));
    EXPECT_EQ(batch.views->world.head, next - 1);
  });
  for (std::size_t i = 0; i < 600; ++i) ASSERT_TRUE(engine.engine().submit(waiting(i)));
  engine.engine().start();
  engine.engine().stop();
  EXPECT_EQ(next, log_.head() + 1);
  EXPECT_EQ(batches, (600 + server::kBatchCommandsMax - 1) / server::kBatchCommandsMax);
}

TEST_F(EngineThread, LosesNoCommandOfManySubmitters) {
  std::atomic<std::size_t> committed = 0;
  const Sequence before = log_.head();
  EngineUnderTest engine(log_, [&](BatchResult&& batch) {
    for (server::Finished& one : batch.finished)
      if (std::holds_alternative<server::Committed>(one.outcome)) ++committed;
  });
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < 800; ++i) jobs.push_back(waiting(i));
  engine.engine().start();
  std::vector<std::thread> submitters;
  for (std::size_t t = 0; t < 8; ++t)
    submitters.emplace_back([&, t] {
      for (std::size_t i = t; i < jobs.size(); i += 8) EXPECT_TRUE(engine.engine().submit(Job(jobs[i])));
    });
  for (std::thread& submitter : submitters) submitter.join();
  engine.engine().stop();
  EXPECT_EQ(committed, 800u);
  EXPECT_EQ(log_.head(), before + 800);
}

// A log whose disk is gone.
class BrokenLog final : public server::EventLog {
 public:
  explicit BrokenLog(server::EventLog& inner) : inner_(inner) {}
  server::AppendOutcome append(Sequence, std::span<const server::NewRecord>) override {
    throw server::LogFailure("no space on the device");
  }
  Sequence head() const override { return inner_.head(); }
  void scan(Sequence after, std::size_t limit, Visit visit, void* context) const override {
    inner_.scan(after, limit, visit, context);
  }
  std::optional<std::string> read(Sequence sequence) const override { return inner_.read(sequence); }
  std::vector<Sequence> subject_sequences(std::string_view, std::uint64_t, std::size_t) const override { return {}; }
  std::uint64_t subject_version(std::string_view) const override { return 0; }
  std::optional<server::CorrelationHit> find_correlation(const std::array<std::uint8_t, 16>&) const override {
    return std::nullopt;
  }
  void wait(Sequence, std::chrono::milliseconds) const override {}

 private:
  server::EventLog& inner_;
};

TEST_F(EngineThread, SaysWhatEndedItAndAnswersNobody) {
  BrokenLog broken(log_);
  bool published = false;
  EngineUnderTest engine(broken, [&](BatchResult&&) { published = true; });
  ASSERT_TRUE(engine.engine().submit(waiting(0)));
  engine.engine().start();
  engine.engine().stop();
  EXPECT_EQ(engine.fatal(), std::vector<std::string>{"no space on the device"});
  EXPECT_FALSE(published);
}

}  // namespace
}  // namespace luuvet::test
