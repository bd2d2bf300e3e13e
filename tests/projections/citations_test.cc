// What rests on a document.
#include "projections/citations.h"

#include <gtest/gtest.h>

#include "domain/citations.h"
#include "tests/domain/random_work.h"
#include "tests/projections/seen.h"

namespace luuvet::test {
namespace {

using projections::CitedBy;

constexpr Sequence kEnd = 1'000'000;
const DocumentId kPaper{"qd-1"};

std::vector<Citation> of(Event event) {
  return citations_in(event);
}
DocumentRef later() {
  DocumentRef ref;
  ref.later = day("2026-12-01");
  return ref;
}

TEST(Citations, W196AnEventNamesWhatItRestsOn) {
  using Found = std::vector<Citation>;
  EXPECT_EQ(of(TaskCancelled{qd1(), {}}), (Found{{kPaper, "document"}}));
  EXPECT_EQ(of(TaskCancelled{later(), {}}), Found{});
  EXPECT_EQ(of(AssignmentStarted{}), Found{});
  AssignmentSubmitted submitted;
  submitted.deliverables = {{1, kPaper, {}}, {2, kPaper, {}}};
  submitted.document = qd1();
  EXPECT_EQ(of(submitted), (Found{{kPaper, "deliverables"}, {kPaper, "document"}}));
  Task row = task("t1", {"so-tai-chinh"});
  row.mandate = kPaper;
  EXPECT_EQ(of(TaskRegistered{row}), (Found{{kPaper, "mandate"}}));
}
TEST(Citations, W196AnAmendmentNamesWhatItSetsAndRestsOn) {
  using Found = std::vector<Citation>;
  TaskAmended event;
  event.set.values.mandate = kPaper;
  event.set.values.title = "Tên mới";
  EXPECT_EQ(of(event), Found{});  // not set
  for_each_member<Task>([&](std::size_t index, auto member) {
    if (std::string_view(member.name) == "mandate") event.set.present |= std::uint64_t{1} << index;
  });
  event.document = qd1();
  EXPECT_EQ(of(event), (Found{{kPaper, "mandate"}, {kPaper, "document"}}));
}
TEST(Citations, W196ADocumentDoesNotCiteItself) {
  Document row;
  row.id = kPaper;
  EXPECT_TRUE(of(DocumentRegistered{row, {}}).empty());
  DocumentAmended amended;
  amended.set.values = row;
  amended.set.present = ~std::uint64_t{0} >> 55;
  EXPECT_TRUE(of(amended).empty());
}

// Three acts on the task and one on its assignment; a comment rests on nothing.
Seen some_acts() {
  Seen seen(a_task_at_work());
  seen.add({"task/t1", TaskSuspended{qd1(), {}, {}}});
  seen.add({"task/t1", TaskResumed{qd1(), {}}});
  seen.add({"assignment/t1.joint", AssignmentReopened{qd1(), {}}, "so-khcn"});
  seen.add({"thread/task/t1", ThreadCommented{{}, {}}, "xa-a"});
  seen.add({"task/t1", TaskCancelled{qd1(), {}}});
  return seen;
}

TEST(Citations, W196FoundByKindNewestFirst) {
  const Seen before(a_task_at_work());
  const std::size_t none = projections::count_of_acts(before.views(), kPaper);
  const Seen seen = some_acts();
  const Sequence head = seen.world().head;
  const Views& views = seen.views();
  EXPECT_EQ(projections::count_of_acts(views, kPaper), none + 4);
  EXPECT_EQ(projections::acts_citing(views, kPaper, Aggregate::kAssignment, kEnd, 100),
            (std::vector<Sequence>{head - 2}));
  EXPECT_EQ(projections::acts_citing(views, kPaper, {}, kEnd, 3), (std::vector<Sequence>{head, head - 2, head - 3}));
  EXPECT_EQ(projections::acts_citing(views, kPaper, Aggregate::kTask, head, 1), (std::vector<Sequence>{head - 3}));
  EXPECT_TRUE(projections::cited_by(views, DocumentId{"qd"}).empty());  // another id that begins alike
  std::size_t sum = 0;
  for (const CitedBy& each : projections::cited_by(views, kPaper)) sum += each.acts;
  EXPECT_EQ(sum, none + 4);
}
TEST(Citations, W196ReplayedTheyAreTheSame) {
  Seen seen(tasks_for_random_work());
  seen.work(11, 400);
  EXPECT_FALSE(projections::cited_by(seen.views(), kPaper).empty());
  Views replayed;
  for (const Recorded& recorded : seen.log()) replayed.apply(recorded, 1);
  EXPECT_EQ(projections::cited_by(replayed, kPaper), projections::cited_by(seen.views(), kPaper));
  EXPECT_EQ(projections::acts_citing(replayed, kPaper, {}, kEnd, kEnd),
            projections::acts_citing(seen.views(), kPaper, {}, kEnd, kEnd));
}
TEST(Citations, W196AnActThatNamesItTwiceStandsOnce) {
  Seen seen(a_task_at_work());
  const std::size_t none = projections::count_of_acts(seen.views(), kPaper);
  AssignmentSubmitted submitted;
  submitted.deliverables = {{1, kPaper, {}}};
  submitted.document = qd1();
  seen.add({"assignment/t1.joint", submitted, "so-tai-chinh"});
  EXPECT_EQ(projections::count_of_acts(seen.views(), kPaper), none + 1);
}

}  // namespace
}  // namespace luuvet::test
