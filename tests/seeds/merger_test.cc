// Mergers among the real bodies of the five plans.
#include <gtest/gtest.h>

#include <iostream>

#include "domain/people/succession.h"
#include "domain/register_traits.h"
#include "tests/seeds/seed_rows.h"
#include "tests/support/recorder.h"

namespace luuvet::server::testing {
namespace {

using test::Recorder;

Context context_of(const World& world) {
  Context context;
  context.today = test::day("2026-04-20");
  context.now = start_of_day(context.today);
  context.actor = {std::string(kSystemActor)};
  context.based_on = world.head;
  return context;
}

// The number of events that the command came to.
std::size_t run(Recorder& recorder, const Command& command) {
  const Result<Decision> made = decide(recorder.world, command, context_of(recorder.world));
  if (!made) {
    ADD_FAILURE() << made.error().rule << ' ' << made.error().detail.en;
    return 0;
  }
  recorder.record(made.value(), test::day("2026-04-20"));
  return made.value().events.size();
}

std::size_t import(Recorder& recorder) {
  std::size_t events = 0;
  for (const SeedRow& row : all_seeds().rows) events += run(recorder, row.command);
  return events;
}

Recorder imported() {
  Recorder recorder;
  import(recorder);
  return recorder;
}

std::size_t merge(Recorder& recorder, const std::string& agency, const std::string& into) {
  MergeAgency body{{into}, test::day("2026-04-01"), {DocumentId{"lao-cai-de-an-11"}, {}}};
  return run(recorder, {{Aggregate::kAgency, agency}, body});
}

// Rows that are open and name an agency which has a successor.
template <class Content>
std::vector<std::string> left_behind(const World& world) {
  std::vector<std::string> rows;
  (world.*RegisterTraits<Content>::kTable).for_each([&](const auto& row) {
    if (!(passed_on(world, row->content) == row->content)) rows.push_back(row->content.id.value);
  });
  return rows;
}

void expect_nothing_left_behind(const World& world) {
  const std::vector<std::string> none;
  EXPECT_EQ(left_behind<Programme>(world), none);
  EXPECT_EQ(left_behind<AgencyGroup>(world), none);
  EXPECT_EQ(left_behind<Committee>(world), none);
  EXPECT_EQ(left_behind<Member>(world), none);
  EXPECT_EQ(left_behind<Indicator>(world), none);
  EXPECT_EQ(left_behind<BudgetLine>(world), none);
  EXPECT_EQ(left_behind<ReportingDuty>(world), none);
  EXPECT_EQ(left_behind<Task>(world), none);
}

bool is_unit(const World& world, std::string_view task, const std::string& agency) {
  return world.in_force(*world.tasks.find(task), {agency});
}

TEST(SeedMerger, B07ACommunePassesWhatItHasInHand) {
  constexpr const char* kCommune = "ubnd-xa-bat-xat";
  constexpr const char* kInto = "ubnd-xa-yen-binh";
  Recorder recorder = imported();
  const Task* row = find_row<Task>("da11.ii.i.1.5");
  ASSERT_TRUE(row);
  const auto communes = recorder.world.agency_groups.find("ubnd-cap-xa")->content.members;  // as far as the papers go
  run(recorder, {{Aggregate::kTask, row->id.value}, AssignTask{AssignmentMode::kEach, communes, {}, {}}});
  ASSERT_TRUE(is_unit(recorder.world, row->id.value, kCommune));
  const World before = recorder.world;
  const std::size_t units = before.tasks.find(row->id.value)->units.size();
  const std::size_t events = merge(recorder, kCommune, kInto);
  EXPECT_GT(events, 2U);
  EXPECT_FALSE(is_unit(recorder.world, row->id.value, kCommune));
  EXPECT_TRUE(is_unit(recorder.world, row->id.value, kInto));
  EXPECT_EQ(recorder.world.tasks.find(row->id.value)->units.size(), units - 1);
  EXPECT_FALSE(recorder.world.in_group({"ubnd-cap-xa"}, {kCommune}));
  expect_nothing_left_behind(recorder.world);
  EXPECT_TRUE(is_unit(before, row->id.value, kCommune));
  EXPECT_EQ(import(recorder), 0U) << "the same papers say nothing new";
}

TEST(SeedMerger, B09ClosedTasksKeepTheOldNamesAlsoWhenThePapersComeAgain) {
  Recorder recorder = imported();
  const Subject task = test::subject("task/da11.ii.i.1.5");
  run(recorder, {task, CancelTask{"Trùng", {DocumentId{"lao-cai-de-an-11"}, {}}}});
  const Task before = recorder.world.tasks.find(task.id)->content;
  merge(recorder, before.confirming_agency.value, "so-noi-vu");
  merge(recorder, before.lead_agencies.front().value, "so-gddt");
  EXPECT_EQ(import(recorder), 0U);
  EXPECT_EQ(recorder.world.tasks.find(task.id)->content, before);
}

// The bodies with most to do, one after the other into the next.
TEST(SeedMerger, B07DepartmentsAsWell) {
  Recorder recorder = imported();
  const std::vector<std::string> chain = {"so-tu-phap", "so-gddt", "so-khcn", "so-noi-vu", "vp-ubnd-tinh"};
  for (std::size_t at = 0; at + 1 < chain.size(); ++at) {
    const std::size_t events = merge(recorder, chain[at], chain[at + 1]);
    std::cout << chain[at] << " into " << chain[at + 1] << ": " << events << " events\n";
    EXPECT_LT(events, kActEventsMax / 2);
    expect_nothing_left_behind(recorder.world);
  }
  recorder.world.tasks.for_each([&](const auto& task) {
    const auto& leads = task->content.lead_agencies;
    EXPECT_FALSE(recorder.world.has_ended(task->content.confirming_agency)) << task->content.id.value;
    EXPECT_EQ(std::count(leads.begin(), leads.end(), task->content.confirming_agency), 0) << task->content.id.value;
  });
  EXPECT_EQ(import(recorder), 0U);
}

}  // namespace
}  // namespace luuvet::server::testing
