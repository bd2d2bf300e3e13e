// Counts always add up: every task in one cell of each half, whatever happened and whatever day it is.
#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "projections/indicators/measure_list.h"
#include "projections/links/link_suggestions.h"
#include "projections/tasks/assignment_list.h"
#include "tests/domain/random_work.h"
#include "tests/projections/seen.h"

namespace luuvet::test {
namespace {

using namespace projections;

constexpr const char* kDays[] = {"2025-12-31", "2026-03-15", "2026-06-27", "2026-07-01", "2027-01-01", "2031-01-01"};

void expect_adds_up(const Counts& counts) {
  EXPECT_EQ(std::accumulate(counts.status.begin(), counts.status.end(), 0u), counts.total);
  EXPECT_EQ(std::accumulate(counts.timeliness.begin(), counts.timeliness.end(), 0u), counts.total);
}

std::size_t leaves(const World& world) {
  std::size_t count = 0;
  world.tasks.for_each([&](const auto& task) { count += is_leaf(*task) ? 1 : 0; });
  return count;
}

std::size_t units(const World& world) {
  std::size_t count = 0;
  world.tasks.for_each([&](const auto& task) { count += world.units_of(*task).size(); });
  return count;
}

void expect_all_add_up(const Views& views) {
  for (const char* on : kDays) {
    SCOPED_TRACE(on);
    const Counts tasks = list_tasks(views, {}, {}, everything(), day(on)).counts;
    expect_adds_up(tasks);
    EXPECT_EQ(tasks.total, leaves(views.world));
    const AssignmentList work = list_assignments(views, {}, {}, everything(), day(on));
    expect_adds_up(work.counts);
    EXPECT_EQ(work.counts.total, units(views.world));
    EXPECT_EQ(work.page.total, work.counts.total);
    for (const auto& [agency, counts] : counts_by_agency(views, day(on))) expect_adds_up(counts);
  }
}

TEST(Counts, W26AddUpAfterAnyWork) {
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    SCOPED_TRACE(seed);
    Seen seen(tasks_for_random_work());
    for (int i = 0; i < 5; ++i) {
      seen.work(seed * 100 + static_cast<std::uint32_t>(i), 60);
      expect_all_add_up(seen.views());
    }
  }
}

TEST(Counts, W26OfThePlansAddUp) {
  expect_all_add_up(views_of_the_plans());
}

// Each status and each timeliness filters to as many rows as it counts.
TEST(Counts, W26AreWhatTheFiltersShow) {
  Seen seen(tasks_for_random_work());
  seen.work(5, 300);
  for (const Views* views : {&seen.views(), &views_of_the_plans()}) {
    const Counts counts = list_tasks(*views, {}, {}, everything(), day("2026-07-01")).counts;
    for (std::size_t at = 0; at < kStatusCount; ++at) {
      TaskFilter filter;
      filter.status = {static_cast<Status>(at)};
      const TaskList list = list_tasks(*views, filter, {}, everything(), day("2026-07-01"));
      EXPECT_EQ(list.page.total, counts.status[at]);
      EXPECT_EQ(list.counts, counts);
    }
    for (std::size_t at = 0; at < kTimelinessCount; ++at) {
      TaskFilter filter;
      filter.timeliness = {static_cast<Timeliness>(at)};
      EXPECT_EQ(list_tasks(*views, filter, {}, everything(), day("2026-07-01")).page.total, counts.timeliness[at]);
    }
  }
}

TEST(Counts, OfAProgrammeAreThoseOfItsSections) {
  const Views& views = views_of_the_plans();
  views.world.programmes.for_each([&](const auto& programme) {
    const ProgrammeProgress progress = progress_of(views, programme->content, day("2026-07-01"));
    expect_adds_up(progress.whole);
    TaskFilter filter;
    filter.programme = programme->content.id;
    EXPECT_EQ(progress.whole, list_tasks(views, filter, {}, everything(), day("2026-07-01")).counts);
    std::uint32_t in_sections = 0;
    for (const Counts& section : progress.sections) in_sections += (expect_adds_up(section), section.total);
    EXPECT_LE(in_sections, progress.whole.total) << programme->content.id.value;
    filter.group = true;
    EXPECT_EQ(progress.groups, list_tasks(views, filter, {}, everything(), day("2026-07-01")).page.total);
  });
}

// An agency that is named itself and by its group is charged once.
TEST(Counts, ByAgencyCountEachBodyOnce) {
  Task both = task("both", {"cac-xa", "xa-a"});
  Seen seen(together(a_province(), registered(both), a_task("own", {"xa-a"})));
  const auto counts = counts_by_agency(seen.views(), day("2026-03-15"));
  EXPECT_EQ(counts.at({"xa-a"}).total, 2u);
  EXPECT_EQ(counts.at({"xa-b"}).total, 1u);
  EXPECT_FALSE(counts.contains({"cac-xa"}));
  for (const auto& [agency, count] : counts) {
    AssignmentFilter filter;
    filter.agency = agency;
    EXPECT_EQ(list_assignments(seen.views(), filter, {}, everything(), day("2026-03-15")).counts, count)
        << agency.value;
  }
}

TEST(Counts, ByAgencyAreWhatItsOwnListShows) {
  const Views& views = views_of_the_plans();
  for (const auto& [agency, count] : counts_by_agency(views, day("2026-07-01"))) {
    AssignmentFilter filter;
    filter.agency = agency;
    EXPECT_EQ(list_assignments(views, filter, {}, everything(), day("2026-07-01")).counts, count) << agency.value;
  }
}

// Work that goes on in the plan of the next year is one task, however many rows it has left behind.
TEST(Counts, Y19WorkCarriedOverIsOneTask) {
  Task next = task("next", {"xa-a"});
  next.title = task("t1", {"xa-a"}).title;
  next.carried_from = TaskId{"t1"};
  Seen seen(together(a_province(), a_task("t1", {"xa-a"}), registered(next)));
  const auto list = [&](std::optional<ProgrammeId> programme) {
    TaskFilter filter;
    filter.programme = std::move(programme);
    return list_tasks(seen.views(), filter, {}, everything(), day("2027-01-10"));
  };
  EXPECT_EQ(list({}).distinct.total, 2u);
  seen.add({"task/t1", TaskCarriedOver{TaskId{"next"}, 2026, qd1()}, "so-khcn"});
  EXPECT_EQ(list({}).counts.total, 2u);
  EXPECT_EQ(list({}).distinct.total, 1u);
  EXPECT_EQ(list(next.programme).distinct.total, 2u);
  EXPECT_EQ(counts_by_agency(seen.views(), day("2027-01-10")).at({"xa-a"}).total, 1u);
  EXPECT_TRUE(find_suggestions(seen.world())->empty());
}

TEST(Counts, X45MeasuresCountWhereTheWorkGoesOn) {
  Task next = task("next", {"xa-a"});
  next.programme = {"p2"};
  next.carried_from = TaskId{"t1"};
  TaskMeasuresSet said;
  said.measures = {{Comparator::kAtLeast, {parse_decimal("3"), {}}, "mô hình", "mô hình điểm", {}, {}}};
  Seen seen(together(a_province(), a_task("t1", {"xa-a"})));
  seen.add({"programme/p2", Registered<Programme>{programme("p2")}});
  for (const Fact& each : registered(next)) seen.add(each);
  for (const char* subject : {"task/t1", "task/next"}) seen.add({subject, said, "so-khcn"});
  const auto measured = [&](projections::MeasureFilter filter) {
    return projections::list_measures(seen.views(), filter, everything()).totals.measured;
  };
  projections::MeasureFilter of_agency, of_task, of_programme;
  of_agency.agency = AgencyId{"xa-a"};
  of_task.task = TaskId{"t1"};
  of_programme.programme = task("t1", {}).programme;
  EXPECT_EQ(measured({}), 2u);
  seen.add({"task/t1", TaskCarriedOver{TaskId{"next"}, 2026, qd1()}, "so-khcn"});
  EXPECT_EQ(measured({}), 1u);
  EXPECT_EQ(measured(of_agency), 1u);
  EXPECT_EQ(measured(of_task), 1u);
  EXPECT_EQ(measured(of_programme), 1u);
}

// A task of hundreds of units: one row of the board, as many rows of work.
TEST(Counts, OfATaskWithHundredsOfUnits) {
  std::vector<Fact> facts = a_task_at_work();
  TaskAssigned assigned;
  assigned.mode = AssignmentMode::kEach;
  for (int i = 0; i < 300; ++i) {
    const std::string id = "xa-" + std::to_string(1'000 + i);
    facts.push_back(an_agency(id));
    assigned.units.push_back({id});
  }
  facts.push_back({"task/t1", assigned, "so-khcn"});
  Seen seen(facts);
  seen.add({"assignment/t1.xa-1007", AssignmentStarted{day("2026-03-10")}, "xa-1007"});
  const Counts tasks = list_tasks(seen.views(), {}, {}, everything(), day("2026-07-10")).counts;
  EXPECT_EQ(tasks.total, 1u);
  EXPECT_EQ(tasks.timeliness[static_cast<std::size_t>(Timeliness::kOverdue)], 1u);
  AssignmentFilter filter;
  filter.task = TaskId{"t1"};
  const AssignmentList work = list_assignments(seen.views(), filter, {}, {100, {}}, day("2026-07-10"));
  EXPECT_EQ(work.page.total, 300u);
  EXPECT_EQ(work.page.items.size(), 100u);
  EXPECT_EQ(work.counts.status[static_cast<std::size_t>(Status::kInProgress)], 1u);
  EXPECT_EQ(work.counts.status[static_cast<std::size_t>(Status::kNotStarted)], 299u);
}

}  // namespace
}  // namespace luuvet::test
