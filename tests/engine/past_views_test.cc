// The past out of the log: any sequence, any moment, never half an act.
#include "server/engine/replay.h"

#include "tests/domain/random_work.h"
#include "tests/engine/engine_under_test.h"
#include "tests/engine/logs.h"

namespace luuvet::test {
namespace {

using projections::Views;
using server::Committed;
using server::PastViews;

class Past : public OnEveryLog {
 protected:
  Past() { append_facts(*log_, staffed(tasks_for_random_work())); }
};
LUUVET_ON_EVERY_LOG(Past);

RegisterTask a_new_task(const std::string& title) {
  RegisterTask body;
  body.programme = {"p1"};
  body.title = title;
  body.lead_agencies = agencies({"xa-a"});
  body.deadline.text = "Quý II/2026";
  body.document = qd1();
  return body;
}

TEST_P(Past, EqualsWhatWasPublishedThen) {
  EngineUnderTest engine(*log_);
  PastViews past(*log_);
  RandomWork random(3);
  std::vector<server::ViewsPtr> published;
  for (int i = 0; i < 150; ++i) {
    RandomWork::Try next = random.next(engine.world());
    engine.run_one(job(engine.world(), std::move(next.command), next.agency));
    published.push_back(engine.engine().views());
    past.offer(published.back());
  }
  for (std::size_t i = 0; i < published.size(); i += 7)
    EXPECT_TRUE(same_views(*past.at(published[i]->world.head), *published[i])) << published[i]->world.head;
  EXPECT_EQ(past.at(0)->world.head, 0u);
}

TEST_P(Past, InsideAnActIsAsBeforeIt) {
  EngineUnderTest engine(*log_);
  const PastViews past(*log_);
  const auto made =
      engine.run_one(job(engine.world(), {Subject{Aggregate::kTask, ""}, a_new_task("Việc mới")}, "so-khcn"));
  const Committed& act = std::get<Committed>(made);
  ASSERT_EQ(act.last, act.first + 1);
  EXPECT_EQ(past.at(act.first)->world.head, act.first - 1);
  EXPECT_EQ(past.at(act.last)->world.head, act.last);
}

TEST_P(Past, KnowsTheLastRecordOfAMoment) {
  EngineUnderTest engine(*log_);
  const PastViews past(*log_);
  const Sequence before = log_->head();
  for (int minute = 0; minute < 5; ++minute) {
    engine.now.ms = noon().ms + minute * 60'000;
    engine.run({comment_job(engine.world(), "Một"), comment_job(engine.world(), "Hai")});
  }
  const auto at = [&](std::int64_t ms) { return past.sequence_at({noon().ms + ms}, log_->head()); };
  EXPECT_EQ(at(-1), before);
  EXPECT_EQ(at(0), before + 2);
  EXPECT_EQ(at(59'999), before + 2);
  EXPECT_EQ(at(60'000), before + 4);
  EXPECT_EQ(at(10'000'000), log_->head());
  EXPECT_EQ(past.sequence_at({0}, log_->head()), 0u);
  EXPECT_EQ(past.sequence_at({noon().ms + 10'000'000}, before + 3), before + 3);
}

// Long enough that roots are kept on the way.
TEST(PastOfALongLog, IsReadFromTheRootsThatWereKept) {
  server::MemoryEventLog log;
  append_facts(log, staffed(a_task_at_work()));
  EngineUnderTest engine(log);
  PastViews past(log);
  std::vector<server::ViewsPtr> published;
  while (log.head() < 2 * PastViews::kStride + 500) {
    std::vector<server::Job> jobs;
    for (int i = 0; i < 97; ++i) jobs.push_back(comment_job(engine.world(), "Lần " + std::to_string(i)));
    engine.run(std::move(jobs));
    published.push_back(engine.engine().views());
    past.offer(published.back());
  }
  for (const Sequence sequence : {Sequence{50}, PastViews::kStride - 1, PastViews::kStride, PastViews::kStride + 200,
                                  2 * PastViews::kStride, log.head()})
    EXPECT_EQ(past.at(sequence)->world.head, sequence);
  for (std::size_t i = 0; i < published.size(); i += 20)
    EXPECT_TRUE(same_views(*past.at(published[i]->world.head), *published[i])) << published[i]->world.head;
}

// However long the log becomes: few roots, evenly apart, and every moment is still read right.
TEST(PastOfALongLog, KeepsFewRoots) {
  constexpr Sequence kStride = 16;
  server::MemoryEventLog log;
  append_facts(log, staffed(a_task_at_work()));
  EngineUnderTest engine(log);
  PastViews past(log, kStride, 8);
  std::vector<server::ViewsPtr> published;
  while (published.size() < 600) {
    engine.run({comment_job(engine.world(), "Lần " + std::to_string(published.size()))});
    published.push_back(engine.engine().views());
    past.offer(published.back());
    ASSERT_LE(past.roots().size(), 8u);
  }
  const std::vector<Sequence> roots = past.roots();
  ASSERT_EQ(roots.size(), 8u);
  for (std::size_t i = 1; i < roots.size(); ++i) EXPECT_LE(roots[i] - roots[i - 1], 2 * log.head() / roots.size());
  for (std::size_t i = 0; i < published.size(); i += 7)
    EXPECT_TRUE(same_views(*past.at(published[i]->world.head), *published[i])) << published[i]->world.head;
}

TEST_P(Past, OfARecordThatNobodyCanReadNamesIt) {
  Recorded recorded;
  recorded.meta = {log_->head() + 1, noon(), {"at.so-khcn"}, {"so-khcn"}};
  recorded.subject = subject("calendar/vn");
  recorded.stream_version = 1;
  recorded.event = DayOpened{day("2026-03-15")};
  server::NewRecord record = stored(recorded, correlation("future", "future"));
  const std::string known = "day-opened.v1";
  record.bytes.replace(record.bytes.find(known), known.size(), "day-opened.v9");
  log_->append(log_->head(), std::vector{record});
  try {
    views_of(*log_);
    FAIL() << "read";
  } catch (const server::UnreadableRecord& unreadable) {
    const std::string what = unreadable.what();
    EXPECT_NE(what.find(std::to_string(log_->head())), std::string::npos) << what;
    EXPECT_NE(what.find("day-opened.v9"), std::string::npos) << what;
  }
}

}  // namespace
}  // namespace luuvet::test
