// Sort orders, and pages that neither repeat nor skip while others work.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "domain/base/fold.h"
#include "projections/tasks/assignment_list.h"
#include "tests/domain/random_work.h"
#include "tests/projections/seen.h"

namespace luuvet::test {
namespace {

using namespace projections;

const Date kDay = day("2026-07-01");

TaskList sorted_by(const Views& views, SortKey key, SortOrder order = SortOrder::kAscending) {
  return list_tasks(views, {}, {key, order}, everything(), kDay);
}

TEST(Order, W27IsThatOfThePapersUnlessAskedOtherwise) {
  const Views& views = views_of_the_plans();
  Sequence last = 0;
  for (const auto& item : list_tasks(views, {}, {}, everything(), kDay).page.items) {
    EXPECT_GT(item.state->life.first, last);
    last = item.state->life.first;
  }
}

TEST(Order, W27ByTitleIsThatOfTheFoldedWords) {
  const TaskList list = sorted_by(views_of_the_plans(), SortKey::kTitle);
  EXPECT_TRUE(std::is_sorted(list.page.items.begin(), list.page.items.end(), [](const auto& a, const auto& b) {
    return fold(a.state->content.title) < fold(b.state->content.title);
  }));
}

TEST(Order, W27OfWorkByTitleIsTheSameAsOfTasks) {
  const Views& views = views_of_the_plans();
  std::vector<std::string> tasks, work;
  for (const auto& item : sorted_by(views, SortKey::kTitle).page.items)
    if (is_leaf(*item.state)) tasks.push_back(fold(item.state->content.title));
  for (const auto& item :
       list_assignments(views, {}, {SortKey::kTitle, SortOrder::kAscending}, everything(), kDay).page.items)
    work.push_back(fold(item.task->content.title));
  EXPECT_EQ(work, tasks);
}

TEST(Order, W27ByDueHasWhatHasNoneLast) {
  const TaskList list = sorted_by(views_of_the_plans(), SortKey::kDue);
  const auto due = [](const TaskItem& item) { return item.work.window.due ? item.work.window.due->days : INT32_MAX; };
  EXPECT_TRUE(std::is_sorted(list.page.items.begin(), list.page.items.end(),
                             [&](const auto& a, const auto& b) { return due(a) < due(b); }));
  EXPECT_TRUE(list.page.items.front().work.window.due);
  EXPECT_FALSE(list.page.items.back().work.window.due);
}

TEST(Order, W27ByUpdatedFollowsTheWork) {
  Seen seen(tasks_for_random_work());
  seen.add({"assignment/t1.joint", AssignmentStarted{day("2026-03-10")}, "so-tai-chinh", day("2026-03-10")});
  EXPECT_EQ(ids_of(sorted_by(seen.views(), SortKey::kUpdated)).back(), "t1");
  EXPECT_EQ(ids_of(sorted_by(seen.views(), SortKey::kUpdated, SortOrder::kDescending)).front(), "t1");
}

TEST(Order, W27DescendingIsTheReverseOrderOfTheSortedValues) {
  const Views& views = views_of_the_plans();
  for (const SortKey key : {SortKey::kDue, SortKey::kTitle, SortKey::kUpdated}) {
    const TaskList up = sorted_by(views, key);
    const TaskList down = sorted_by(views, key, SortOrder::kDescending);
    std::set<std::string> a, b;
    for (const auto& id : ids_of(up)) a.insert(id);
    for (const auto& id : ids_of(down)) b.insert(id);
    EXPECT_EQ(a, b);
  }
}

TEST(Order, W27EqualRowsStandInPrintedOrderBothWays) {
  const TaskList down = sorted_by(views_of_the_plans(), SortKey::kDue, SortOrder::kDescending);
  const auto due = [](const TaskItem& item) { return item.work.window.due ? item.work.window.due->days : INT32_MAX; };
  for (std::size_t i = 1; i < down.page.items.size(); ++i)
    if (due(down.page.items[i - 1]) == due(down.page.items[i])) {
      ASSERT_LT(down.page.items[i - 1].state->life.first, down.page.items[i].state->life.first) << i;
    }
}

// The rows that stay are shown once each, although the ones around them come and go.
TEST(Paging, W25NeitherRepeatsNorSkipsWhileOthersWork) {
  std::vector<Fact> facts = a_province();
  for (int i = 0; i < 60; ++i)
    for (Fact& fact : a_task("t" + std::to_string(100 + i), {"xa-a"})) facts.push_back(fact);
  Seen seen(facts);
  std::vector<std::string> shown;
  std::optional<std::string> after;
  int added = 0;
  do {
    const TaskList list = list_tasks(seen.views(), {}, {}, {7, after}, kDay);
    ASSERT_FALSE(list.page.unknown_cursor);
    for (const auto& id : ids_of(list)) shown.push_back(id);
    after = list.page.next;
    for (const Fact& fact : a_task("moi-" + std::to_string(++added), {"xa-b"})) seen.add(fact);
  } while (after && added < 12);
  EXPECT_EQ(std::set<std::string>(shown.begin(), shown.end()).size(), shown.size());
  for (int i = 0; i < 60; ++i) EXPECT_EQ(std::count(shown.begin(), shown.end(), "t" + std::to_string(100 + i)), 1) << i;
}

// The row that the cursor names has left the list meanwhile: the page after it still comes.
TEST(Paging, W25GoesOnWhereTheLastRowHasLeftTheList) {
  Seen seen(together(a_province(), a_task("t1", {"xa-a"}), a_task("t2", {"xa-a"}), a_task("t3", {"xa-a"}),
                     a_task("t4", {"xa-a"})));
  TaskFilter filter;
  filter.status = {Status::kNotStarted};
  const TaskList first = list_tasks(seen.views(), filter, {}, {2, {}}, kDay);
  EXPECT_EQ(ids_of(first), (std::vector<std::string>{"t1", "t2"}));
  seen.add({"assignment/t2.joint", AssignmentStarted{day("2026-03-10")}, "xa-a"});
  const TaskList second = list_tasks(seen.views(), filter, {}, {2, first.page.next}, kDay);
  EXPECT_FALSE(second.page.unknown_cursor);
  EXPECT_EQ(ids_of(second), (std::vector<std::string>{"t3", "t4"}));
  EXPECT_EQ(second.page.total, 3u);
}

TEST(Paging, W21ACursorThatNamesNothingIsUnknown) {
  const TaskList list = list_tasks(views_of_the_plans(), {}, {}, {10, "khong-co"}, kDay);
  EXPECT_TRUE(list.page.unknown_cursor);
}

}  // namespace
}  // namespace luuvet::test
