// Views: followed record by record, replayed, and shared with readers.
#include <gtest/gtest.h>

#include "domain/people/involvement.h"
#include "tests/domain/random_work.h"
#include "tests/projections/seen.h"
#include "tests/support/log_of_facts.h"

namespace luuvet::test {
namespace {

TEST(ViewsProperty, E01FollowedOrReplayedAreTheSame) {
  for (std::uint32_t seed = 1; seed <= 10; ++seed) {
    Seen seen(tasks_for_random_work());
    seen.work(seed, 200);
    Views replayed;
    for (const Recorded& recorded : seen.log()) replayed.apply(recorded, 1);
    EXPECT_TRUE(same_views(seen.views(), replayed)) << seed;
    EXPECT_GT(seen.log().size(), tasks_for_random_work().size() + 10);
  }
}

TEST(ViewsProperty, E04APublishedViewStaysAsItWas) {
  Seen seen(tasks_for_random_work());
  seen.work(3, 50);
  const Views published = seen.views();
  Views copy;
  for (const Recorded& recorded : seen.log()) copy.apply(recorded, 1);
  seen.work(4, 200);
  EXPECT_TRUE(same_views(published, copy));
  EXPECT_FALSE(same_views(published, seen.views()));
}

TEST(Cards, MoveWithTheWorkAndNotWithComments) {
  Seen seen(a_task_at_work());
  const Subject task = subject("task/t1");
  seen.add({"thread/task/t1", ThreadCommented{{}, {}}, "xa-a", day("2026-03-10")});
  EXPECT_EQ(seen.views().card(task)->updated_for.value, "luuvet");
  seen.add({"assignment/t1.joint", AssignmentStarted{day("2026-03-11")}, "so-tai-chinh", day("2026-03-11")});
  EXPECT_EQ(seen.views().card(task)->updated_for.value, "so-tai-chinh");
  EXPECT_EQ(seen.views().card(task)->updated_at, start_of_day(day("2026-03-11")));
  EXPECT_NE(*seen.views().card(task)->text, "");
}

TEST(Involves, WhoLeadsCoordinatesConfirmsOrIsCharged) {
  Task shared = task("t1", {"cac-xa"});
  shared.coordinating_agencies = agencies({"so-noi-vu"});
  const Seen seen(together(a_province(), registered(shared), std::vector{each("t1", {"cong-an-tinh"})}));
  const auto on = [&](const char* of, const char* agency) { return involves(seen.world(), subject(of), {agency}); };
  for (const char* of :
       {"task/t1", "thread/task/t1", "assignment/t1.cong-an-tinh", "thread/assignment/t1.cong-an-tinh"}) {
    for (const char* agency : {"cac-xa", "xa-a", "so-noi-vu", "so-khcn", "cong-an-tinh"})
      EXPECT_TRUE(on(of, agency)) << of << agency;
    EXPECT_FALSE(on(of, "so-tai-chinh")) << of;
  }
  EXPECT_TRUE(on("agency/xa-a", "xa-a"));
  EXPECT_FALSE(on("agency/xa-a", "xa-b"));
  EXPECT_TRUE(on("programme/p1", "so-khcn"));
  EXPECT_FALSE(on("task/none", "so-khcn"));
  EXPECT_FALSE(on("calendar/vn", "so-khcn"));
}

TEST(Involves, WhoTracksAnIndicatorOrIsInChargeOfABudgetLine) {
  const Views& views = views_of_the_plans();
  bool tracked = false;
  views.world.indicators.for_each([&](const auto& row) {
    for (const AgencyId& agency : row->content.tracking_agencies) {
      EXPECT_TRUE(involves(views.world, {Aggregate::kIndicator, row->content.id.value}, agency));
      tracked = true;
    }
  });
  EXPECT_TRUE(tracked);
}

}  // namespace
}  // namespace luuvet::test
