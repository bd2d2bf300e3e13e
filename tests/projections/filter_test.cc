// Each filter of the board lets through what a plain look at the rows says, no more and no less.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>

#include "domain/people/involvement.h"
#include "projections/register_list.h"
#include "projections/tasks/assignment_list.h"
#include "tests/projections/seen.h"

namespace luuvet::test {
namespace {

using namespace projections;

const Date kDay = day("2026-07-01");

std::vector<std::string> plain(const Views& views, const std::function<bool(const TaskState&)>& holds) {
  std::vector<std::string> ids;
  views.world.tasks.for_each([&](const auto& task) {
    if (holds(*task)) ids.push_back(task->content.id.value);
  });
  return ids;
}

void expect_filters(const Views& views, const TaskFilter& filter, const std::function<bool(const TaskState&)>& holds) {
  std::vector<std::string> shown = ids_of(list_tasks(views, filter, {}, everything(), kDay));
  std::sort(shown.begin(), shown.end());
  const std::vector<std::string> expected = plain(views, holds);
  EXPECT_EQ(shown, expected);
  EXPECT_FALSE(expected.empty()) << "the filter finds nothing: it shows nothing";
}

bool has(const std::vector<AgencyId>& list, const char* agency) {
  return std::find(list.begin(), list.end(), AgencyId{agency}) != list.end();
}

class Filter : public ::testing::Test {
 protected:
  const Views& views_ = views_of_the_plans();
  TaskFilter filter_;
};

TEST_F(Filter, W22ByProgramme) {
  filter_.programme = ProgrammeId{"lao-cai-nq57-2026"};
  expect_filters(views_, filter_, [](const TaskState& t) { return t.content.programme.value == "lao-cai-nq57-2026"; });
}

TEST_F(Filter, W22ByAnnexAndSection) {
  filter_.programme = ProgrammeId{"lao-cai-de-an-11"};
  filter_.annex = "II";
  filter_.section = "III";
  expect_filters(views_, filter_, [](const TaskState& t) {
    return t.content.programme.value == "lao-cai-de-an-11" && t.content.source && t.content.source->annex == "II" &&
           t.content.source->section == "III";
  });
}

TEST_F(Filter, W22ByArea) {
  filter_.area = "cchc";
  expect_filters(views_, filter_, [](const TaskState& t) { return t.content.area == "cchc"; });
}

TEST_F(Filter, W22ByParentAndGroup) {
  filter_.parent = TaskId{"da11.ii.i.1"};
  expect_filters(views_, filter_, [](const TaskState& t) { return t.content.parent == TaskId{"da11.ii.i.1"}; });
  filter_.parent.reset();
  for (const bool group : {true, false}) {
    filter_.group = group;
    expect_filters(views_, filter_, [=](const TaskState& t) { return t.content.is_group == group; });
  }
}

TEST_F(Filter, W22ByDeadlineKind) {
  filter_.kind = DeadlineKind::kRecurring;
  expect_filters(views_, filter_,
                 [](const TaskState& t) { return t.content.deadline.kind == DeadlineKind::kRecurring; });
}

TEST_F(Filter, W22ByIds) {
  filter_.ids = {{"da11.ii.i.1.1"}, {"da11.ii.i.1.3"}, {"khong-co"}};
  expect_filters(views_, filter_, [](const TaskState& t) {
    return t.content.id.value == "da11.ii.i.1.1" || t.content.id.value == "da11.ii.i.1.3";
  });
}

TEST_F(Filter, W22ByWhoLeadsCoordinatesAndConfirms) {
  filter_.confirming = AgencyId{"vp-ubnd-tinh"};
  expect_filters(views_, filter_,
                 [](const TaskState& t) { return t.content.confirming_agency.value == "vp-ubnd-tinh"; });
  const AgencyId agency{"so-noi-vu"};
  filter_ = {};
  filter_.lead = agency;
  expect_filters(views_, filter_,
                 [&](const TaskState& t) { return names_agency(views_.world, t.content.lead_agencies, agency); });
  EXPECT_GT(list_tasks(views_, filter_, {}, everything(), kDay).page.total,
            plain(views_, [](const TaskState& t) { return has(t.content.lead_agencies, "so-noi-vu"); }).size())
      << "members of a leading group lead";
  filter_ = {};
  filter_.coordinator = agency;
  expect_filters(views_, filter_, [&](const TaskState& t) {
    return names_agency(views_.world, t.content.coordinating_agencies, agency);
  });
  filter_ = {};
  filter_.agency = agency;
  expect_filters(views_, filter_, [&](const TaskState& t) {
    return involves(views_.world, {Aggregate::kTask, t.content.id.value}, agency);
  });
}

TEST_F(Filter, W22AllOfSeveralMustHold) {
  filter_.programme = ProgrammeId{"lao-cai-de-an-11"};
  filter_.lead = AgencyId{"so-khcn"};
  filter_.group = false;
  filter_.kind = DeadlineKind::kQuarter;
  expect_filters(views_, filter_, [&](const TaskState& t) {
    return t.content.programme.value == "lao-cai-de-an-11" &&
           names_agency(views_.world, t.content.lead_agencies, {"so-khcn"}) && !t.content.is_group &&
           t.content.deadline.kind == DeadlineKind::kQuarter;
  });
}

TEST_F(Filter, W22ByMandate) {
  Task mandated = task("t2", {"xa-a"});
  mandated.mandate = DocumentId{"qd-1"};
  const Seen seen(together(a_task_at_work(), registered(mandated)));
  filter_.document = DocumentId{"qd-1"};
  EXPECT_EQ(ids_of(list_tasks(seen.views(), filter_, {}, everything(), kDay)), std::vector<std::string>{"t2"});
}

// Only an approved statement is official; the latest one counts.
TEST_F(Filter, W22ByObstacle) {
  Seen seen(together(a_task_at_work(), a_task("t2", {"xa-a"})));
  AssignmentProgressReported reported;
  reported.percent = 30;
  reported.open.emplace();
  reported.open->obstacle.emplace();
  reported.open->obstacle->text = "Thiếu vốn";
  const std::string stream = "assignment/t1.joint";
  filter_.obstacle = true;
  const auto shown = [&] { return ids_of(list_tasks(seen.views(), filter_, {}, everything(), kDay)); };
  seen.add({stream, reported, "so-tai-chinh"});
  EXPECT_TRUE(shown().empty());
  seen.add({stream, AssignmentProgressApproved{{seen.world().head}}, "so-tai-chinh"});
  EXPECT_EQ(shown(), std::vector<std::string>{"t1"});
  AssignmentProgressReported free;
  free.percent = 60;
  seen.add({stream, free, "so-tai-chinh"});
  seen.add({stream, AssignmentProgressApproved{{seen.world().head}}, "so-tai-chinh"});
  EXPECT_TRUE(shown().empty());
  filter_.obstacle = false;
  EXPECT_EQ(shown().size(), 2u);
}

TEST(AssignmentFilters, W22ByOpeningState) {
  Seen seen(together(a_task_at_work(), a_task("t2", {"xa-a"}), a_task("t3", {"xa-b"})));
  AssignmentOpeningStateEntered entered;
  entered.status = Status::kInProgress;
  for (const char* task : {"t1", "t2"}) seen.add({"assignment/" + std::string(task) + ".joint", entered, "xa-a"});
  seen.add({"assignment/t2.joint", AssignmentOpeningStateConfirmed{seen.world().head}, "xa-a"});
  const auto shown = [&](OpeningFilter opening) {
    AssignmentFilter filter;
    filter.opening = opening;
    std::vector<std::string> ids;
    for (const auto& item : list_assignments(seen.views(), filter, {}, everything(), kDay).page.items)
      ids.push_back(item.state.id.value);
    return ids;
  };
  EXPECT_EQ(shown(OpeningFilter::kMissing), std::vector<std::string>{"t3.joint"});
  EXPECT_EQ(shown(OpeningFilter::kEntered), std::vector<std::string>{"t1.joint"});
  EXPECT_EQ(shown(OpeningFilter::kConfirmed), std::vector<std::string>{"t2.joint"});
}

TEST(RegisterFilters, W22LetThroughWhatTheRowsSay) {
  const Views& views = views_of_the_plans();
  RegisterFilter filter;
  filter.programme = ProgrammeId{"lao-cai-de-an-11"};
  EXPECT_EQ(list_register(views, views.world.budget_lines, Aggregate::kBudgetLine, filter, everything()).total, 81u);
  const auto all = list_register(views, views.world.indicators, Aggregate::kIndicator, filter, everything()).total;
  filter.heading = true;
  const auto headings = list_register(views, views.world.indicators, Aggregate::kIndicator, filter, everything()).total;
  filter.heading = false;
  EXPECT_EQ(headings + list_register(views, views.world.indicators, Aggregate::kIndicator, filter, everything()).total,
            all);
  RegisterFilter stubs;
  stubs.stub = true;
  for (const auto& row : list_register(views, views.world.documents, Aggregate::kDocument, stubs, everything()).items)
    EXPECT_TRUE(row->content.stub);
}

// What goes on elsewhere is counted there.
TEST(FilterOfAssignments, Y19WhatWasCarriedOverStandsInListsOfItsProgramme) {
  Seen seen(a_task_at_work());
  const auto count = [&](AssignmentFilter filter) {
    return list_assignments(seen.views(), filter, {}, everything(), kDay).page.total;
  };
  AssignmentFilter own, of_programme, of_task;
  own.agency = AgencyId{"so-tai-chinh"};
  of_programme.programme = ProgrammeId{"p1"};
  of_task.task = TaskId{"t1"};
  EXPECT_EQ(count(own), 1u);
  seen.add({"task/t1", TaskCarriedOver{{"t2"}, 2025, qd1()}});
  EXPECT_EQ(count(own), 0u);
  EXPECT_EQ(count(of_programme), 1u);
  EXPECT_EQ(count(of_task), 1u);
  EXPECT_EQ(counts_by_agency(seen.views(), kDay).count({"so-tai-chinh"}), 0u);
}

}  // namespace
}  // namespace luuvet::test
