// What holds for every history: of seeded random commands, and of every event type out of place.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

#include "tests/domain/random_work.h"
#include "tests/domain/same_world.h"
#include "tests/support/fill.h"
#include "tests/support/people.h"

namespace luuvet::test {
namespace {

constexpr int kCommands = 1'500;

Context context_of(const RandomWork::Try& attempt, const World& world) {
  Context context;
  context.today = day("2026-03-15");
  context.now = start_of_day(context.today);
  context.agency = {attempt.agency};
  context.new_id = "new";
  if (!attempt.command.target.id.empty()) context.if_match = world.representation(attempt.command.target);
  return context;
}

// Runs random commands and calls after(recorder, decision) for each that was accepted.
template <class After>
void run(std::uint32_t seed, const After& after) {
  SCOPED_TRACE("seed " + std::to_string(seed));
  Recorder recorder;
  for (const Fact& fact : tasks_for_random_work()) recorder.record(fact);
  RandomWork random(seed);
  int accepted = 0;
  for (int i = 0; i < kCommands; ++i) {
    const auto attempt = random.next(recorder.world);
    const Result<Decision> result =
        decide_by_everybody(recorder.world, attempt.command, context_of(attempt, recorder.world));
    if (!result) continue;
    ++accepted;
    after(recorder, result.value());
  }
  EXPECT_GT(accepted, kCommands / 20);
}

World replay(const std::vector<Recorded>& log) {
  World world;
  for (const Recorded& each : log) world.evolve(each, 1);
  return world;
}

void drop_open(Event& event) {
  std::visit(
      [](auto& each) {
        if constexpr (requires { each.open.reset(); }) each.open.reset();
      },
      event);
}

TEST(Evolve, E01IncrementalEqualsReplay) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    Recorder all;
    run(seed, [&](Recorder& recorder, const Decision& decision) {
      recorder.record(decision, day("2026-03-15"));
      all = recorder;
    });
    EXPECT_TRUE(same(all.world, replay(all.log)));
  }
}

TEST(Evolve, E02IsTotalWithoutOpen) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    Recorder all;
    run(seed, [&](Recorder& recorder, const Decision& decision) {
      recorder.record(decision, day("2026-03-15"));
      all = recorder;
    });
    std::vector<Recorded> erased = all.log;
    for (Recorded& each : erased) drop_open(each.event);
    EXPECT_TRUE(same(all.world, replay(erased), Words::kIgnored));
  }
}

TEST(Evolve, E03NoEventThatIsDecidedIsIgnored) {
  for (std::uint32_t seed = 1; seed <= 5; ++seed)
    run(seed, [](Recorder& recorder, const Decision& decision) {
      for (const NewEvent& each : decision.events) {
        const std::uint64_t version = recorder.world.version(each.subject);
        const World before = recorder.world;
        recorder.record(each.subject, each.event, decision.agency.value, day("2026-03-15"));
        EXPECT_EQ(recorder.world.version(each.subject), version + 1);
        EXPECT_FALSE(touched_fields(each.event).empty());
        if (each.subject.aggregate == Aggregate::kThread) continue;  // its entries grow
        EXPECT_FALSE(same_apart_from_life(before, recorder.world, each.subject)) << each.subject.text();
      }
    });
}

// Random fillings, vacancies, sponsors: the indexes by account and by outside lead are those of a replay.
TEST(Evolve, E01PeopleAsWell) {
  Recorder recorder;
  std::mt19937 random(7);
  const auto any = [&](std::initializer_list<const char*> list) {
    return std::string(list.begin()[random() % list.size()]);
  };
  World published;
  std::size_t length = 0;
  for (int i = 0; i < 600; ++i) {
    const std::string post = any({"p1", "p2", "p3"});
    const AccountId account{any({"a", "b", "c"})};
    const Date on{day("2026-03-01").days + static_cast<int>(random() % 30)};
    Post content;
    content.role = random() % 2 ? Role::kOutsideLead : Role::kHead;
    content.agency = {any({"vnpt", "viettel"})};
    if (random() % 2) content.sponsor = AgencyId{any({"so-khcn", "so-noi-vu"})};
    const std::vector<Fact> facts = {{"post/" + post, Registered<Post>{content}},
                                     {"post/" + post, PostFilled{account, on, {}, Capacity::kDirect, {}}},
                                     {"post/" + post, PostVacated{account, on, {}}},
                                     {"account/" + account.value, AccountOpened{}},
                                     {"account/" + account.value, AccountTokenIssued{{any({"k1", "k2"})}, on, {}}},
                                     {"account/" + account.value, AccountTokenRevoked{{any({"k1", "k2"})}}},
                                     {"account/" + account.value, AccountClosed{}},
                                     {"account/" + account.value, AccountReopened{}}};
    recorder.record(facts[random() % facts.size()]);
    if (i == 300) std::tie(published, length) = std::pair(recorder.world, recorder.log.size());
  }
  EXPECT_TRUE(same(recorder.world, replay(recorder.log)));
  EXPECT_TRUE(
      same(published, replay({recorder.log.begin(), recorder.log.begin() + static_cast<std::ptrdiff_t>(length)})));
  std::size_t sponsors = 0;
  recorder.world.sponsored.for_each([&](const auto& row) { sponsors += row->sponsors.size(); });
  std::size_t outside = 0;
  recorder.world.posts.for_each(
      [&](const auto& row) { outside += row->content.role == Role::kOutsideLead && row->content.sponsor ? 1 : 0; });
  EXPECT_EQ(sponsors, outside);
}

TEST(Evolve, E04APublishedWorldStaysAsItWas) {
  std::vector<std::pair<World, std::size_t>> published;
  Recorder all;
  run(3, [&](Recorder& recorder, const Decision& decision) {
    if (published.size() < 20) published.emplace_back(recorder.world, recorder.log.size());
    recorder.record(decision, day("2026-03-15"));
    all = recorder;
  });
  for (const auto& [world, length] : published)
    EXPECT_TRUE(same(world, replay({all.log.begin(), all.log.begin() + static_cast<std::ptrdiff_t>(length)})));
}

TEST(Evolve, E05TakesAnyEventOnAnyStream) {
  const std::vector<std::string> streams = {"task/t1",    "assignment/t1.joint", "assignment/odd",
                                            "document/d", "thread/task/t1",      "log/l"};
  for (const std::string& stream : streams) {
    Recorder recorder;
    for (const Event& event : sample_events()) recorder.record(subject(stream), event, "so-khcn", day("2026-03-15"));
    EXPECT_EQ(recorder.world.head, sample_events().size());
  }
}

TEST(Evolve, E06ATaskMovesWithItsAssignments) {
  for (std::uint32_t seed = 1; seed <= 3; ++seed)
    run(seed, [](Recorder& recorder, const Decision& decision) {
      recorder.record(decision, day("2026-03-15"));
      recorder.world.tasks.for_each([&](const auto& task) {
        Sequence latest = task->life.last;
        recorder.world.assignments.for_each([&](const auto& assignment) {
          if (assignment->task == task->content.id) latest = std::max(latest, assignment->life.last);
        });
        ASSERT_EQ(recorder.world.representation({Aggregate::kTask, task->content.id.value}), latest);
      });
    });
}

TEST(Evolve, E07EveryEventTouchesItsFields) {
  for (const Event& event : sample_events()) {
    const bool bare_amendment = std::visit(
        [](const auto& each) {
          if constexpr (requires { each.set.empty(); }) return each.set.empty();
          return false;
        },
        event);
    EXPECT_NE(touched_fields(event).empty(), !bare_amendment) << event.index();
  }
}

}  // namespace
}  // namespace luuvet::test
