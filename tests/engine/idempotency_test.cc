// A key that was used says what it was used for, for ever.
#include "tests/engine/engine_under_test.h"
#include "tests/engine/logs.h"

namespace luuvet::test {
namespace {

using server::Committed;
using server::KeyReused;
using server::Repeated;

class Key : public OnEveryLog {
 protected:
  Key() { append_facts(*log_, staffed(a_task_at_work())); }
};
LUUVET_ON_EVERY_LOG(Key);

TEST_P(Key, W35SentAgainAnswersTheFirstSequence) {
  EngineUnderTest engine(*log_);
  const auto first = std::get<Committed>(engine.run_one(comment_job(engine.world(), "Một", "key")));
  engine.run_one(comment_job(engine.world(), "Chen giữa"));
  const Sequence head = log_->head();
  const auto again = engine.run_one(comment_job(engine.world(), "Một", "key"));
  EXPECT_EQ(std::get<Repeated>(again).first, first.first);
  EXPECT_EQ(log_->head(), head);
}

TEST_P(Key, W35HoldsWithinOneBatch) {
  EngineUnderTest engine(*log_);
  const Sequence before = log_->head();
  const auto outcomes =
      engine.run({comment_job(engine.world(), "Một", "key"), comment_job(engine.world(), "Một", "key"),
                  comment_job(engine.world(), "Hai", "key", "other")});
  EXPECT_EQ(std::get<Committed>(outcomes[0]).first, before + 1);
  EXPECT_EQ(std::get<Repeated>(outcomes[1]).first, before + 1);
  EXPECT_TRUE(std::holds_alternative<KeyReused>(outcomes[2]));
  EXPECT_EQ(log_->head(), before + 1);
}

TEST_P(Key, W35HoldsAfterReopening) {
  Sequence first = 0;
  {
    EngineUnderTest engine(*log_);
    first = std::get<Committed>(engine.run_one(comment_job(engine.world(), "Một", "key"))).first;
  }
  reopen();
  EngineUnderTest engine(*log_);
  EXPECT_EQ(std::get<Repeated>(engine.run_one(comment_job(engine.world(), "Một", "key"))).first, first);
}

TEST_P(Key, W36OfAnotherRequestIsRefused) {
  EngineUnderTest engine(*log_);
  engine.run_one(comment_job(engine.world(), "Một", "key", "one"));
  const Sequence head = log_->head();
  EXPECT_TRUE(std::holds_alternative<KeyReused>(engine.run_one(comment_job(engine.world(), "Hai", "key", "two"))));
  EXPECT_EQ(log_->head(), head);
}

TEST_P(Key, W35OfARefusedCommandIsFree) {
  EngineUnderTest engine(*log_);
  server::Job cancel = job(engine.world(), {subject("task/t1"), CancelTask{"Dừng", qd1()}}, "xa-a", "key");
  EXPECT_TRUE(std::holds_alternative<Rejection>(engine.run_one(cancel)));
  EXPECT_TRUE(std::holds_alternative<Committed>(engine.run_one(comment_job(engine.world(), "Một", "key", "other"))));
}

TEST_P(Key, W35OfAnActIsThatOfItsFirstEvent) {
  EngineUnderTest engine(*log_);
  RegisterTask body;
  body.programme = {"p1"};
  body.title = "Việc mới";
  body.lead_agencies = agencies({"xa-a"});
  body.deadline.text = "Quý II/2026";
  body.document = qd1();
  const server::Job creating = job(engine.world(), {Subject{Aggregate::kTask, ""}, body}, "so-khcn", "key");
  const auto made = engine.run_one(creating);
  const Committed& first = std::get<Committed>(made);
  EXPECT_EQ(first.last, first.first + 1);
  EXPECT_EQ(std::get<Repeated>(engine.run_one(creating)).first, first.first);
}

}  // namespace
}  // namespace luuvet::test
