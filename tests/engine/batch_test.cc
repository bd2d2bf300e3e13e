// A batch is the same as its commands one after the other, and a command that is refused was never there.
#include "tests/domain/random_work.h"
#include "tests/engine/engine_under_test.h"
#include "tests/engine/logs.h"

namespace luuvet::test {
namespace {

using server::Committed;
using server::Job;
using server::Outcome;

class Batch : public OnEveryLog {
 protected:
  Batch() { append_facts(*log_, staffed(tasks_for_random_work())); }
};
LUUVET_ON_EVERY_LOG(Batch);

std::vector<std::string> records_of(const server::EventLog& log) {
  std::vector<std::string> records;
  server::scan(log, 0, 1'000'000, [&](Sequence, std::string_view bytes) { return records.emplace_back(bytes), true; });
  return records;
}

// Copies of jobs whose outcome nobody waits for.
std::vector<Job> take(const std::vector<Job>& jobs, std::size_t from, std::size_t count) {
  return {jobs.begin() + static_cast<std::ptrdiff_t>(from), jobs.begin() + static_cast<std::ptrdiff_t>(from + count)};
}

TEST_P(Batch, OfRandomWorkWritesWhatOneByOneWrites) {
  const Sequence before = log_->head();
  EngineUnderTest serial(*log_);
  RandomWork random(7);
  std::vector<Job> jobs;
  std::vector<std::size_t> kinds;
  for (int i = 0; i < 1'500; ++i) {
    RandomWork::Try next = random.next(serial.world());
    jobs.push_back(job(serial.world(), std::move(next.command), next.agency));
    kinds.push_back(serial.run_one(jobs.back()).index());
  }

  const auto other = fresh("other");
  append_facts(*other, staffed(tasks_for_random_work()));
  EngineUnderTest batched(*other);
  std::vector<std::size_t> batched_kinds;
  for (std::size_t at = 0; at < jobs.size();) {
    const std::size_t size = std::min<std::size_t>(1 + random.below(40), jobs.size() - at);
    for (const Outcome& outcome : batched.run(take(jobs, at, size))) batched_kinds.push_back(outcome.index());
    at += size;
  }
  EXPECT_EQ(batched_kinds, kinds);
  EXPECT_EQ(records_of(*other), records_of(*log_));
  EXPECT_GT(log_->head(), before + 100);
  EXPECT_TRUE(same_views(*batched.engine().views(), *serial.engine().views()));
}

TEST_P(Batch, LeavesViewsThatEqualAReplay) {
  EngineUnderTest engine(*log_);
  RandomWork random(11);
  for (int i = 0; i < 60; ++i) {
    std::vector<Job> jobs;
    for (std::size_t size = 1 + random.below(8); size > 0; --size) {
      RandomWork::Try next = random.next(engine.world());
      jobs.push_back(job(engine.world(), std::move(next.command), next.agency));
    }
    engine.run(std::move(jobs));
  }
  EXPECT_TRUE(same_views(*engine.engine().views(), *views_of(*log_)));
}

TEST_P(Batch, KeepsNoTraceOfWhatItRefuses) {
  EngineUnderTest engine(*log_);
  const Sequence before = log_->head();
  Job refused = job(engine.world(), {subject("task/t1"), CancelTask{"Dừng", qd1()}}, "xa-a");
  const auto outcomes = engine.run({comment_job(engine.world(), "Một"), refused, comment_job(engine.world(), "Hai")});
  EXPECT_EQ(std::get<Committed>(outcomes[0]).first, before + 1);
  EXPECT_EQ(std::get<Rejection>(outcomes[1]).kind, RejectionKind::kForbidden);
  EXPECT_EQ(std::get<Committed>(outcomes[2]).first, before + 2);
  EXPECT_EQ(log_->head(), before + 2);
  EXPECT_FALSE(engine.world().tasks.find("t1")->cancelled);
  EXPECT_FALSE(log_->find_correlation(refused.correlation.key));
}

TEST_P(Batch, OfRefusalsOnlyWritesNothing) {
  EngineUnderTest engine(*log_);
  const auto views = engine.engine().views();
  const Sequence before = log_->head();
  engine.run_one(job(engine.world(), {subject("task/none"), Comment{"Ai?", {}}}, "so-khcn"));
  EXPECT_EQ(log_->head(), before);
  EXPECT_EQ(engine.engine().views(), views);
}

TEST_P(Batch, LetsACommandSeeItsNeighbour) {
  EngineUnderTest engine(*log_);
  const Subject task = subject("task/t1");
  Job cancel = job(engine.world(), {task, CancelTask{"Dừng", qd1()}}, "so-khcn");
  Job again = job(engine.world(), {task, CancelTask{"Dừng", qd1()}}, "so-khcn");
  const auto outcomes = engine.run({cancel, again});
  EXPECT_TRUE(std::holds_alternative<Committed>(outcomes[0]));
  const Rejection& rejection = std::get<Rejection>(outcomes[1]);
  EXPECT_EQ(rejection.kind, RejectionKind::kStale);
  EXPECT_EQ(rejection.current, std::get<Committed>(outcomes[0]).last);
}

TEST_P(Batch, NumbersVersionsOfOneStreamWithoutGaps) {
  EngineUnderTest engine(*log_);
  std::vector<Job> jobs;
  for (int i = 0; i < 20; ++i) jobs.push_back(comment_job(engine.world(), "Lần " + std::to_string(i)));
  engine.run(std::move(jobs));
  EXPECT_EQ(log_->subject_version("thread/task/t1"), 20u);
  EXPECT_EQ(log_->subject_sequences("thread/task/t1", 0, 100).size(), 20u);
  EXPECT_EQ(engine.world().version(subject("thread/task/t1")), 20u);
}

TEST_P(Batch, OfADryRunDecidesAndWritesNothing) {
  EngineUnderTest engine(*log_);
  const Sequence before = log_->head();
  Job dry = job(engine.world(), {subject("task/t1"), CancelTask{"Dừng", qd1()}}, "so-khcn", "key");
  dry.mode = server::Mode::kDryRun;
  const Outcome outcome = engine.run_one(dry);
  EXPECT_EQ(std::get<server::DryRun>(outcome).decision.events.size(), 1u);
  EXPECT_EQ(log_->head(), before);
  dry.mode = server::Mode::kCommit;
  EXPECT_TRUE(std::holds_alternative<Committed>(engine.run_one(dry)));
}

TEST_P(Batch, NeverLetsTimeGoBack) {
  EngineUnderTest engine(*log_);
  engine.run_one(comment_job(engine.world(), "Trước"));
  engine.now.ms -= 60'000;
  engine.run_one(comment_job(engine.world(), "Sau"));
  EXPECT_EQ(engine.engine().views()->time, noon());
  engine.now.ms = noon().ms + 1;
  engine.run_one(comment_job(engine.world(), "Sau nữa"));
  EXPECT_EQ(engine.engine().views()->time.ms, noon().ms + 1);
}

}  // namespace
}  // namespace luuvet::test
