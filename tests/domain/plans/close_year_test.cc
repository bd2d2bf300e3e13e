// Closing a year of a programme: what is unfinished goes on in the next one.
#include "domain/deadlines/timeliness.h"
#include "domain/indicators/task_measures.h"
#include "tests/support/given.h"
#include "tests/support/planned.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;

Programme years(std::string id, int from, int to) {
  Programme row = programme(std::move(id));
  row.year_from = from;
  row.year_to = to;
  return row;
}

// p1 is for 2026 alone, p2 for 2027. t1 is unfinished, t2 completed, t3 cancelled, s1 ongoing, t4 goes on to 2028.
std::vector<Fact> a_year_gone() {
  Task long_one = task("t4", {"so-noi-vu"});
  long_one.deadline.due = day("2028-06-30");
  std::vector<Fact> facts = together(work_to_plan(), a_task("t2", {"so-noi-vu"}), a_task("t3", {"so-noi-vu"}));
  facts = together(facts, registered(long_one));
  facts.push_back({"programme/p1", Registered<Programme>{years("p1", 2026, 2026)}});
  facts.push_back({"programme/p2", Registered<Programme>{years("p2", 2027, 2027)}});
  facts.push_back({"task/t3", TaskCancelled{}});
  facts.push_back({"assignment/t2.joint", AssignmentSubmitted{day("2026-02-01"), {}, {}, {}}, "so-noi-vu"});
  facts.push_back({"assignment/t2.joint", AssignmentAccepted{}, "so-khcn"});
  AssignmentProgressReported report;
  report.percent = 40;
  facts.push_back({"assignment/t1.joint", report, "so-tai-chinh"});
  facts.push_back({"assignment/t1.joint", AssignmentProgressApproved{{facts.size()}}, "so-tai-chinh"});
  return facts;
}
Given a_new_year() {
  return given(a_year_gone()).on("2027-01-05").as("so-khcn");
}
CloseYear closing(std::optional<ProgrammeId> into = ProgrammeId{"p2"}) {
  return {2026, qd1(), std::move(into)};
}

TEST(CloseYear, Y17UnfinishedWorkIsCarriedOverAsOneAct) {
  const When made = a_new_year().when("programme/p1", closing());
  ASSERT_EQ(made.count(), 5u);
  const auto& closed = std::get<ProgrammeYearClosed>(made.event());
  EXPECT_EQ(closed.count, (YearCount{5, 1, 1, 1, 2}));
  const Task& row = std::get<TaskRegistered>(made.event(1)).content;
  EXPECT_EQ(row.programme, ProgrammeId{"p2"});
  EXPECT_EQ(row.carried_from, TaskId{"t1"});
  EXPECT_EQ(row.title, "Nhiệm vụ t1");
  EXPECT_EQ(row.source, std::nullopt);
  EXPECT_EQ(std::get<AssignmentTakenOver>(made.event(3)).percent, 40);
  EXPECT_EQ(std::get<TaskCarriedOver>(made.event(4)).to, row.id);
  EXPECT_EQ(made.decision().resource.text(), "programme/p1");
}
TEST(CloseYear, Y17TheNewRowGoesOnWhereTheOldOneStood) {
  Given scene = a_new_year().after("programme/p1", closing());
  const TaskId to = scene.world().tasks.find("t1")->carried_to->to;
  const AssignmentState& work = *scene.world().assignments.find(to.value + ".joint");
  EXPECT_EQ(work.status, Status::kInProgress);
  EXPECT_EQ(work.percent, 40);
  scene.as("so-tai-chinh")
      .when("assignment/" + to.value + ".joint", SubmitAssignment{day("2027-01-04"), {}, {}, {}})
      .then_accepted();
  EXPECT_EQ(scene.world().closed_years.find("p1")->years.front().count.carried, 1);
}
TEST(CloseYear, Y17OnceTheYearIsOver) {
  Given scene = a_new_year();
  CloseYear early = closing();
  early.year = 2027;
  scene.when("programme/p1", early).then_rejected(kInvalid, "/year");
  scene.on("2026-12-31").when("programme/p1", closing()).then_rejected(kInvalid, "/year");
  scene.on("2027-01-01").after("programme/p1", closing());
  scene.when("programme/p1", closing()).then_rejected(kRule, "Y17");
  EXPECT_TRUE(needs_precondition(closing()));
}
TEST(CloseYear, Y17NamesAProgrammeOfTheNextYear) {
  Given scene = a_new_year();
  scene.fact({"programme/p3", Registered<Programme>{years("p3", 2028, 2029)}});
  Programme elsewhere = years("p4", 2027, 2027);
  elsewhere.province = "lai-chau";
  scene.fact({"programme/p4", Registered<Programme>{elsewhere}});
  for (const char* id : {"p1", "p3", "p4"})
    scene.when("programme/p1", closing(ProgrammeId{id})).then_rejected(kInvalid, "/into");
  scene.when("programme/p1", closing(ProgrammeId{"none"})).then_rejected(RejectionKind::kUnknownReference, "/into");
  scene.when("programme/p1", closing(std::nullopt)).then_rejected(kRule, "Y17");
}
TEST(CloseYear, Y17WhereTheProgrammeGoesOnWorkStays) {
  Given scene = given(work_to_plan()).on("2027-01-05").as("so-khcn");
  const When made = scene.when("programme/p1", closing(std::nullopt));
  made.then(ProgrammeYearClosed{2026, {}, qd1(), {2, 0, 0, 0, 2}});
}
TEST(CloseYear, Y17SuspendedWorkStays) {
  Given scene = a_new_year().fact({"task/t1", TaskSuspended{}});
  const When made = scene.when("programme/p1", closing());
  ASSERT_EQ(made.count(), 1u);
  EXPECT_EQ(std::get<ProgrammeYearClosed>(made.event()).count.staying, 3);
}
TEST(CloseYear, Y17ByTheStandingAgencyOfBoth) {
  Programme other = years("p2", 2027, 2027);
  other.standing_agency = {"so-noi-vu"};
  Given scene = a_new_year();
  scene.as("so-noi-vu").when("programme/p1", closing()).then_rejected(kForbidden, "T01");
  scene.as("so-khcn").fact({"programme/p2", Registered<Programme>{other}});
  scene.when("programme/p1", closing()).then_rejected(kForbidden, "T01");
}
TEST(CloseYear, Y17TasksOfManyUnitsTakeEachUnitAlong) {
  Given scene = a_new_year().fact(each("t1", {"xa-a", "xa-b"}));
  scene.fact({"assignment/t1.xa-a", AssignmentStarted{}, "xa-a"});
  scene.after("programme/p1", closing());
  const TaskState& next = *scene.world().tasks.find(scene.world().tasks.find("t1")->carried_to->to.value);
  EXPECT_EQ(next.units, agencies({"xa-a", "xa-b"}));
  EXPECT_EQ(scene.world().assignment({next.content.id.value + ".xa-a"})->status, Status::kInProgress);
  EXPECT_EQ(scene.world().assignment({next.content.id.value + ".xa-b"})->status, Status::kNotStarted);
}

// t1 says two numbers: one is its measure, the other measures nothing.
Given with_measures() {
  Amended<Task> words;
  words.set.values.content = "Số hóa 100% tài liệu; tối thiểu 40% hồ sơ trực tuyến";
  words.set.present = 1u << 6;
  Given scene = a_new_year().fact({"task/t1", words});
  const auto numbers = open_numbers(*scene.world().tasks.find("t1"));
  return scene.fact({"task/t1", TaskMeasuresSet{{numbers.at(1).measure}, {*numbers.at(0).measure.place}}, "so-khcn"});
}

TEST(CloseYear, X45MeasuresGoAlong) {
  Given scene = with_measures();
  const When made = scene.when("programme/p1", closing());
  ASSERT_EQ(made.count(), 6u);
  const TaskState before = *scene.world().tasks.find("t1");
  EXPECT_EQ(std::get<TaskMeasuresSet>(made.event(4)), (TaskMeasuresSet{before.measures, before.measures_rejected}));
  scene.after("programme/p1", closing());
  const TaskState& old = *scene.world().tasks.find("t1");
  const TaskState& next = *scene.world().tasks.find(old.carried_to->to.value);
  EXPECT_EQ(next.measures, before.measures);
  EXPECT_EQ(next.measures_rejected, before.measures_rejected);
  EXPECT_EQ(old.measures, before.measures);
  EXPECT_TRUE(open_numbers(next).empty());
  scene.when("task/" + next.content.id.value, SetMeasures{}).then_accepted();
}

TEST(CloseYear, X45OtherWordsAreProposedAnew) {
  Given scene = with_measures().after("programme/p1", closing());
  const std::string next = "task/" + scene.world().tasks.find("t1")->carried_to->to.value;
  Amended<Task> words;
  words.set.values.content = "Số hóa 100% tài liệu; tối thiểu 60% hồ sơ trực tuyến";
  words.set.present = 1u << 6;
  scene.fact({next, words});
  const TaskState& state = *scene.world().tasks.find(parse_subject(next)->id);
  ASSERT_EQ(open_numbers(state).size(), 1u);
  EXPECT_EQ(open_numbers(state).front().measure.value.low, parse_decimal("60"));
  EXPECT_EQ(state.measures.size(), 1u);
}

TEST(CloseYear, Y18WhatWasCarriedOverStandsStill) {
  Given scene = a_new_year().after("programme/p1", closing());
  scene.as("so-tai-chinh").when("assignment/t1.joint", StartAssignment{}).then_rejected(kRule, "Y18");
  scene.as("so-khcn").when("task/t1", CancelTask{"Dừng", qd1()}).then_rejected(kRule, "Y18");
  scene.when("task/t1", SuspendTask{"Chờ", qd1(), {}}).then_rejected(kRule, "Y18");
  AmendTask rename{{}, qd1(), {}};
  rename.set.values.title = "Khác";
  rename.set.present = 1u << 1;
  scene.when("task/t1", rename).then_rejected(kRule, "Y18");
  scene.when("task/t1", Comment{"Vẫn trao đổi được", {}}).then_accepted();
}
TEST(CloseYear, Y18ItsTimelinessIsThatOfTheEndOfTheYear) {
  Task row = task("t1", {"so-tai-chinh"});
  row.deadline.due = day("2026-12-31");
  Given scene = a_new_year().fact({"task/t1", TaskRegistered{row}}).after("programme/p1", closing());
  const World& world = scene.world();
  const auto on = [&](const char* date) {
    return timeliness_on(*world.tasks.find("t1"), *world.assignments.find("t1.joint"), day(date));
  };
  EXPECT_EQ(on("2027-03-01"), on("2026-12-31"));
  EXPECT_EQ(on("2027-03-01"), Timeliness::kDueSoon);
}

}  // namespace
}  // namespace luuvet::test
