// Somebody else who appends between the engine's reading and its appending: nothing is lost, and every command is
// decided on what is so.
#include <functional>

#include "tests/engine/engine_under_test.h"
#include "tests/engine/logs.h"

namespace luuvet::test {
namespace {

using server::Committed;
using server::Job;

// Passes everything on; lets an intruder write first before each of the next appends.
class IntrudedLog final : public server::EventLog {
 public:
  explicit IntrudedLog(server::EventLog& inner) : inner_(inner) {}

  std::vector<std::function<void(server::EventLog&)>> intruders;  // the last comes first

  server::AppendOutcome append(Sequence expected, std::span<const server::NewRecord> records) override {
    if (!intruders.empty()) {
      const auto intruder = std::move(intruders.back());
      intruders.pop_back();
      intruder(inner_);
    }
    return inner_.append(expected, records);
  }
  Sequence head() const override { return inner_.head(); }
  void scan(Sequence after, std::size_t limit, Visit visit, void* context) const override {
    inner_.scan(after, limit, visit, context);
  }
  std::optional<std::string> read(Sequence sequence) const override { return inner_.read(sequence); }
  std::vector<Sequence> subject_sequences(std::string_view subject, std::uint64_t after,
                                          std::size_t limit) const override {
    return inner_.subject_sequences(subject, after, limit);
  }
  std::uint64_t subject_version(std::string_view subject) const override { return inner_.subject_version(subject); }
  std::optional<server::CorrelationHit> find_correlation(const std::array<std::uint8_t, 16>& key) const override {
    return inner_.find_correlation(key);
  }
  void wait(Sequence beyond, std::chrono::milliseconds timeout) const override { inner_.wait(beyond, timeout); }

 private:
  server::EventLog& inner_;
};

class HeadMoved : public OnEveryLog {
 protected:
  HeadMoved() { append_facts(*log_, staffed(a_task_at_work())); }

  // Another engine on the same log runs what `make` gives.
  static std::function<void(server::EventLog&)> intruder(std::function<Job(const World&)> make) {
    return [make = std::move(make)](server::EventLog& log) {
      EngineUnderTest other(log);
      ASSERT_TRUE(std::holds_alternative<Committed>(other.run_one(make(other.world()))));
    };
  }
};
LUUVET_ON_EVERY_LOG(HeadMoved);

TEST_P(HeadMoved, ByAStrangerLosesNothing) {
  IntrudedLog intruded(*log_);
  EngineUnderTest engine(intruded);
  const Sequence before = log_->head();
  for (int i = 0; i < 3; ++i)
    intruded.intruders.push_back(intruder([](const World& world) { return comment_job(world, "Người khác"); }));
  const auto outcomes = engine.run({comment_job(engine.world(), "Một"), comment_job(engine.world(), "Hai")});
  EXPECT_EQ(std::get<Committed>(outcomes[0]).first, before + 4);
  EXPECT_EQ(std::get<Committed>(outcomes[1]).first, before + 5);
  EXPECT_EQ(log_->subject_version("thread/task/t1"), 5u);
  EXPECT_TRUE(same_views(*engine.engine().views(), *views_of(*log_)));
}

TEST_P(HeadMoved, ByAStrangerMakesTheEngineDecideAgain) {
  IntrudedLog intruded(*log_);
  EngineUnderTest engine(intruded);
  const auto cancel = [](const World& world) {
    return job(world, {subject("task/t1"), CancelTask{"Dừng", qd1()}}, "so-khcn");
  };
  intruded.intruders.push_back(intruder(cancel));
  const auto outcome = engine.run_one(cancel(engine.world()));
  const Rejection& rejection = std::get<Rejection>(outcome);
  EXPECT_EQ(rejection.kind, RejectionKind::kStale);
  EXPECT_EQ(rejection.current, log_->head());
  EXPECT_TRUE(engine.world().tasks.find("t1")->cancelled);
}

TEST_P(HeadMoved, ByTheSameRequestIsARepeat) {
  IntrudedLog intruded(*log_);
  EngineUnderTest engine(intruded);
  const auto comment = [](const World& world) { return comment_job(world, "Một", "key"); };
  intruded.intruders.push_back(intruder(comment));
  const auto outcome = engine.run_one(comment(engine.world()));
  EXPECT_EQ(std::get<server::Repeated>(outcome).first, log_->head());
  EXPECT_EQ(log_->subject_version("thread/task/t1"), 1u);
}

TEST_P(HeadMoved, BetweenTwoBatchesIsSeenByTheSecond) {
  IntrudedLog intruded(*log_);
  EngineUnderTest engine(intruded);
  intruder([](const World& world) { return comment_job(world, "Người khác"); })(*log_);
  const auto outcome = engine.run_one(comment_job(engine.world(), "Một"));
  EXPECT_EQ(std::get<Committed>(outcome).first, log_->head());
  EXPECT_EQ(engine.world().head, log_->head());
}

}  // namespace
}  // namespace luuvet::test
