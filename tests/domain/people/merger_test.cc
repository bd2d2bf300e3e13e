// What a merger passes to the successor, and what stays with the old name.
#include <algorithm>

#include "domain/links/link_rows.h"
#include "domain/people/readers.h"
#include "domain/people/relations.h"
#include "domain/people/succession.h"
#include "tests/domain/same_world.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;

MergeAgency into(std::string successor) {
  return {{std::move(successor)}, day("2026-03-10"), qd1()};
}
Given& merge(Given& scene, const std::string& agency, const std::string& successor) {
  return scene.as("vp-ubnd-tinh", Role::kAdministrator).after("agency/" + agency, into(successor));
}
const Task& row(const Given& scene, std::string_view id) {
  return scene.world().tasks.find(id)->content;
}
AssignmentState work(const Given& scene, const std::string& id) {
  return *scene.world().assignment({id});
}

// The unit stands at that status; under way at that percentage.
void stand(Given& scene, const std::string& task, const std::string& unit, Status status, std::int64_t percent = 0) {
  const std::string stream = "assignment/" + task + "." + unit;
  if (status == Status::kNotStarted) return;
  scene.fact({stream, AssignmentStarted{day("2026-03-02")}, unit});
  if (percent > 0) {
    AssignmentProgressReported report;
    report.percent = percent;
    scene.fact({stream, report, unit});
    scene.fact({stream, AssignmentProgressApproved{{scene.world().head}}, unit});
  }
  if (status == Status::kInProgress) return;
  scene.fact({stream, AssignmentSubmitted{day("2026-03-05"), {{1, {}, {}}}, qd1(), {}}, unit});
  if (status == Status::kCompleted) scene.fact({stream, AssignmentAccepted{}, "so-khcn"});
}

Given each_of(std::initializer_list<std::string_view> units) {
  return given(together(a_province(), a_task("t1", {"cac-xa"}), std::vector{each("t1", units)}));
}

TEST(Merger, B07AJointTaskWithSeveralLeads) {
  Task joint = task("t1", {"so-tai-chinh", "xa-a", "xa-b"});
  joint.coordinating_agencies = agencies({"xa-c", "xa-a"});
  Given scene = given(together(a_province(), registered(joint)));
  Task coordinated = task("t2", {"xa-c"});
  coordinated.coordinating_agencies = agencies({"xa-a", "so-noi-vu"});
  for (const Fact& fact : registered(coordinated)) scene.fact(fact);
  merge(scene, "xa-a", "xa-b");
  EXPECT_EQ(row(scene, "t1").lead_agencies, agencies({"so-tai-chinh", "xa-b"}));
  EXPECT_EQ(row(scene, "t1").coordinating_agencies, agencies({"xa-c"}));
  EXPECT_EQ(row(scene, "t2").coordinating_agencies, agencies({"xa-b", "so-noi-vu"}));
}

TEST(Merger, B07TheEventsFollowFromTheMerger) {
  Given scene = each_of({"xa-a", "xa-c"});
  stand(scene, "t1", "xa-a", Status::kInProgress, 40);
  const When made = scene.as("vp-ubnd-tinh", Role::kAdministrator).when("agency/xa-a", into("xa-b"));
  ASSERT_EQ(made.count(), 4u);  // the merger, the group, the units, the work
  EXPECT_TRUE(is(made.event(0), AgencyMerged{{"xa-b"}, day("2026-03-10"), qd1()}));
  const Sequence merger = scene.world().head + 1;
  for (std::size_t i = 1; i < 4; ++i) EXPECT_EQ(made.decision().events[i].causation, merger) << i;
  EXPECT_EQ(made.decision().events[2].programme, ProgrammeId{"p1"});
  EXPECT_TRUE(is(made.event(2), TaskAssigned{AssignmentMode::kEach, agencies({"xa-b", "xa-c"}), {}, qd1()}));
  EXPECT_EQ(made.decision().events[3].subject.text(), "assignment/t1.xa-b");
  EXPECT_EQ(made.decision().resource.text(), "agency/xa-a");
}

TEST(Merger, B07GroupsCommitteesAndTheOtherRegisters) {
  Committee committee;
  committee.id = {"ban-khac"};
  committee.standing_agency = {"xa-a"};
  committee.helper_groups = {{"Tổ giúp việc", {"xa-a"}}, {"Tổ khác", {"xa-c"}}};
  Programme other = programme("p2");
  other.standing_agency = {"xa-a"};
  Member member;
  member.id = {"m1"};
  member.agency = AgencyId{"xa-a"};
  member.in_charge_agencies = agencies({"xa-c", "xa-a", "xa-b"});
  Indicator indicator;
  indicator.id = {"i1"};
  indicator.programme = {"p1"};
  indicator.tracking_agencies = agencies({"xa-a"});
  indicator.implementing_agencies = agencies({"xa-b", "xa-a"});
  BudgetLine line;
  line.id = {"b1"};
  line.programme = {"p1"};
  line.lead_agencies = agencies({"xa-a"});
  line.coordinating_agencies = agencies({"xa-a", "xa-c"});
  ReportingDuty duty;
  duty.id = {"r1"};
  duty.programme = {"p1"};
  duty.from_agencies = agencies({"xa-a", "cac-xa"});
  Agency child;
  child.id = {"tram-a"};
  child.parent = AgencyId{"xa-a"};
  Held outside{Role::kOutsideLead, "cong-an-tinh"};
  outside.sponsor = "xa-a";
  Given scene = given(together(a_province(), employed("vnpt", {outside}),
                               std::vector<Fact>{{"committee/ban-khac", Registered<Committee>{committee}},
                                                 {"programme/p2", Registered<Programme>{other}},
                                                 {"member/m1", Registered<Member>{member}},
                                                 {"indicator/i1", Registered<Indicator>{indicator}},
                                                 {"budget-line/b1", Registered<BudgetLine>{line}},
                                                 {"reporting-duty/r1", Registered<ReportingDuty>{duty}},
                                                 {"agency/tram-a", Registered<Agency>{child}}}));
  merge(scene, "xa-a", "xa-b");
  const World& world = scene.world();
  EXPECT_EQ(world.agency_groups.find("cac-xa")->content.members, agencies({"xa-b", "xa-c"}));
  EXPECT_EQ(world.committees.find("ban-khac")->content.standing_agency.value, "xa-b");
  EXPECT_EQ(world.committees.find("ban-khac")->content.helper_groups,
            (std::vector<HelperGroup>{{"Tổ giúp việc", {"xa-b"}}, {"Tổ khác", {"xa-c"}}}));
  EXPECT_EQ(world.programmes.find("p2")->content.standing_agency.value, "xa-b");
  EXPECT_EQ(world.members.find("m1")->content.agency, AgencyId{"xa-b"});
  EXPECT_EQ(world.members.find("m1")->content.in_charge_agencies, agencies({"xa-c", "xa-b"}));
  EXPECT_EQ(world.indicators.find("i1")->content.tracking_agencies, agencies({"xa-b"}));
  EXPECT_EQ(world.indicators.find("i1")->content.implementing_agencies, agencies({"xa-b"}));
  EXPECT_EQ(world.budget_lines.find("b1")->content.coordinating_agencies, agencies({"xa-b", "xa-c"}));
  EXPECT_EQ(world.reporting_duties.find("r1")->content.from_agencies, agencies({"xa-b", "cac-xa"}));
  EXPECT_EQ(world.agencies.find("tram-a")->content.parent, AgencyId{"xa-b"});
  EXPECT_EQ(world.posts.find("vnpt-1")->content.sponsor, AgencyId{"xa-b"});
  EXPECT_EQ(world.sponsored.find("cong-an-tinh")->sponsors.front().agency.value, "xa-b");
}

TEST(Merger, B07AGroupTaskGoesOnWithTheSuccessor) {
  Given scene = given(together(a_province(), a_task("t1", {"cac-xa"})));
  merge(scene, "xa-a", "so-noi-vu");
  EXPECT_EQ(row(scene, "t1").lead_agencies, agencies({"cac-xa"}));
  scene.as("so-noi-vu").when("assignment/t1.joint", StartAssignment{}).then_accepted();
}

TEST(Merger, B07TheStandingAgencyAsWell) {
  Given scene = given(a_task_at_work());
  merge(scene, "so-khcn", "so-noi-vu");
  EXPECT_EQ(scene.world().programmes.find("p1")->content.standing_agency.value, "so-noi-vu");
  EXPECT_EQ(row(scene, "t1").confirming_agency.value, "so-noi-vu");
  scene.as("so-noi-vu").when("task/t1", SuspendTask{"Chờ", qd1(), {}}).then_accepted();
  scene.as("so-khcn").when("task/t1", SuspendTask{"Chờ", qd1(), {}}).then_rejected(kForbidden, "B05");
}

TEST(Merger, B08OfTwinUnitsTheMoreAdvancedStateWins) {
  const std::vector<Status> all = {Status::kNotStarted, Status::kInProgress, Status::kAwaitingAcceptance,
                                   Status::kCompleted};
  for (std::size_t a = 0; a < all.size(); ++a)
    for (std::size_t b = 0; b < all.size(); ++b) {
      SCOPED_TRACE(std::to_string(a) + " into " + std::to_string(b));
      Given scene = each_of({"xa-a", "xa-b", "xa-c"});
      stand(scene, "t1", "xa-a", all[a]);
      stand(scene, "t1", "xa-b", all[b]);
      const AssignmentState own = work(scene, "t1.xa-b");
      const AssignmentState old = work(scene, "t1.xa-a");
      merge(scene, "xa-a", "xa-b");
      EXPECT_EQ(scene.world().tasks.find("t1")->units, agencies({"xa-b", "xa-c"}));
      EXPECT_EQ(work(scene, "t1.xa-b").status, all[std::max(a, b)]);
      EXPECT_EQ(work(scene, "t1.xa-b").taken_over_from.has_value(), a > b);
      if (a <= b) {
        EXPECT_EQ(work(scene, "t1.xa-b"), own);
      }
      EXPECT_EQ(work(scene, "t1.xa-a"), old);  // readable as it was
    }
}
TEST(Merger, B08ThenTheHigherPercentageAndTheSuccessorOnATie) {
  for (const auto& [a, b, expected] : {std::tuple(60, 40, 60), std::tuple(40, 60, 60), std::tuple(50, 50, 50)}) {
    Given scene = each_of({"xa-a", "xa-b"});
    stand(scene, "t1", "xa-a", Status::kInProgress, a);
    stand(scene, "t1", "xa-b", Status::kInProgress, b);
    merge(scene, "xa-a", "xa-b");
    EXPECT_EQ(work(scene, "t1.xa-b").percent, expected);
    EXPECT_EQ(work(scene, "t1.xa-b").taken_over_from.has_value(), a > b);
  }
}
TEST(Merger, B08TheStateThatIsTaken) {
  Given scene = each_of({"xa-a", "xa-c"});
  stand(scene, "t1", "xa-a", Status::kAwaitingAcceptance, 80);
  scene.fact({"assignment/t1.xa-a", AssignmentExtensionAsked{day("2026-07-31"), qd1(), {}}, "xa-a"});
  const Sequence asked = scene.world().head;
  const AssignmentState old = work(scene, "t1.xa-a");
  merge(scene, "xa-a", "xa-b");
  const AssignmentState now = work(scene, "t1.xa-b");
  EXPECT_EQ(now.taken_over_from, AgencyId{"xa-a"});
  EXPECT_EQ(std::tuple(now.status, now.percent, now.started_on, now.completed_on, now.own_event),
            std::tuple(old.status, old.percent, old.started_on, old.completed_on, true));
  EXPECT_EQ(now.delivered, old.delivered);
  EXPECT_EQ(now.submit_document, old.submit_document);
  EXPECT_EQ(now.reported_periods, old.reported_periods);
  EXPECT_TRUE(now.statements.empty());
  ASSERT_TRUE(now.extension_asked);
  EXPECT_EQ(now.extension_asked->asked, asked);
  scene.as("so-khcn").after("assignment/t1.xa-b", DecideExtension{asked, ExtensionDecision::kGrant, {}, {}, qd1()});
  scene.after("assignment/t1.xa-b", AcceptAssignment{});
  EXPECT_EQ(work(scene, "t1.xa-b").status, Status::kCompleted);
  scene.as("xa-b").when("assignment/t1.xa-a", StartAssignment{}).then_rejected(kForbidden, "A02");
}
TEST(Merger, B08AnOpeningStateIsTakenWithItsQuestion) {
  Given scene = each_of({"xa-a", "xa-c"});
  scene.fact({"assignment/t1.xa-a", AssignmentOpeningStateEntered{Status::kInProgress, 30, {}, {}, {}}, "xa-a"});
  const Sequence entered = scene.world().head;
  merge(scene, "xa-a", "xa-b");
  EXPECT_FALSE(work(scene, "t1.xa-b").own_event);
  scene.as("xa-b").after("assignment/t1.xa-b", ConfirmOpeningState{entered});
  EXPECT_EQ(work(scene, "t1.xa-b").status, Status::kInProgress);
  EXPECT_EQ(work(scene, "t1.xa-b").percent, 30);
}

TEST(Merger, B09ClosedWorkKeepsTheOldName) {
  Given scene = given(together(a_province(), a_task("t1", {"xa-a"}), a_task("t2", {"xa-a"}), a_task("t3", {"cac-xa"}),
                               std::vector{each("t3", {"xa-a", "xa-c"})}));
  stand(scene, "t1", "joint", Status::kCompleted);
  scene.fact({"task/t2", TaskCancelled{}});
  for (const char* unit : {"xa-a", "xa-c"}) stand(scene, "t3", unit, Status::kCompleted);
  merge(scene, "xa-a", "xa-b");
  for (const char* id : {"t1", "t2"}) EXPECT_EQ(row(scene, id).lead_agencies, agencies({"xa-a"})) << id;
  EXPECT_EQ(scene.world().tasks.find("t3")->units, agencies({"xa-a", "xa-c"}));
}
TEST(Merger, B09WhatIsReopenedOrReinstatedPassesOn) {
  Given scene = given(together(a_province(), a_task("t1", {"xa-a"}), a_task("t2", {"xa-a"}), a_task("t3", {"cac-xa"}),
                               std::vector{each("t3", {"xa-a", "xa-c"})}));
  stand(scene, "t1", "joint", Status::kCompleted);
  scene.fact({"task/t2", TaskCancelled{}});
  for (const char* unit : {"xa-a", "xa-c"}) stand(scene, "t3", unit, Status::kCompleted);
  merge(scene, "xa-a", "xa-b");
  scene.as("so-khcn").after("assignment/t1.joint", ReopenAssignment{"Sai", qd1()});
  EXPECT_EQ(row(scene, "t1").lead_agencies, agencies({"xa-b"}));
  scene.after("task/t2", ReinstateTask{"Làm tiếp", qd1()});
  EXPECT_EQ(row(scene, "t2").lead_agencies, agencies({"xa-b"}));
  const Sequence reopening = scene.world().head + 1;
  const When made = scene.when("assignment/t3.xa-a", ReopenAssignment{"Sai", qd1()});
  ASSERT_EQ(made.count(), 3u);
  EXPECT_EQ(made.decision().events[2].causation, reopening);
  scene.after("assignment/t3.xa-a", ReopenAssignment{"Sai", qd1()});
  EXPECT_EQ(work(scene, "t3.xa-b").status, Status::kInProgress);
  scene.as("xa-b").when("assignment/t3.xa-b", SubmitAssignment{day("2026-03-12"), {}, {}, {}}).then_accepted();
}

TEST(Merger, B10AConfirmingAgencyThatComesToLeadDoesNotConfirm) {
  Given scene = given(a_task_at_work());  // led by so-tai-chinh, confirmed by so-khcn
  stand(scene, "t1", "joint", Status::kAwaitingAcceptance);
  Given other = scene;
  merge(scene, "so-tai-chinh", "so-khcn");
  EXPECT_EQ(row(scene, "t1").lead_agencies, agencies({"so-khcn"}));
  EXPECT_EQ(row(scene, "t1").confirming_agency.value, "vp-ubnd-tinh");
  scene.as("so-khcn").when("assignment/t1.joint", AcceptAssignment{}).then_rejected(kForbidden, "A07");
  scene.as("vp-ubnd-tinh").when("assignment/t1.joint", AcceptAssignment{}).then_accepted();
  merge(other, "so-khcn", "so-tai-chinh");
  EXPECT_EQ(row(other, "t1").confirming_agency.value, "vp-ubnd-tinh");
  other.as("so-tai-chinh").when("assignment/t1.joint", AcceptAssignment{}).then_rejected(kForbidden, "A07");
}
TEST(Merger, B10NorDoesTheSuccessorOfWhoSubmittedOrOfAUnit) {
  Given joint = given(together(a_province(), a_task("t1", {"cac-xa"})));
  joint.as("xa-a").after("assignment/t1.joint", SubmitAssignment{day("2026-03-05"), {}, {}, {}});
  merge(joint, "xa-a", "so-khcn");
  joint.as("so-khcn").when("assignment/t1.joint", AcceptAssignment{}).then_rejected(kForbidden, "A07");
  joint.as("vp-ubnd-tinh").when("assignment/t1.joint", AcceptAssignment{}).then_accepted();
  Given unit = each_of({"xa-a", "xa-c"});
  stand(unit, "t1", "xa-a", Status::kAwaitingAcceptance);
  merge(unit, "xa-a", "so-khcn");
  unit.as("so-khcn").when("assignment/t1.so-khcn", AcceptAssignment{}).then_rejected(kForbidden, "A07");
  unit.as("vp-ubnd-tinh").when("assignment/t1.so-khcn", AcceptAssignment{}).then_accepted();
}
TEST(Merger, B10TheSuccessorConfirmsWhatItsPredecessorConfirmed) {
  Given scene = given(a_task_at_work());
  stand(scene, "t1", "joint", Status::kCompleted);
  merge(scene, "so-khcn", "so-noi-vu");
  EXPECT_EQ(row(scene, "t1").confirming_agency.value, "so-khcn");
  scene.as("so-noi-vu").when("assignment/t1.joint", ReopenAssignment{"Sai", qd1()}).then_accepted();
}

TEST(Merger, B11TheSuccessorReadsAndAmendsWhatItsPredecessorWrote) {
  Document paper;
  paper.id = {"bc"};
  Given scene = given(together(a_province(), a_task("t1", {"xa-a"}),
                               std::vector<Fact>{{"document/bc", DocumentRegistered{paper, {}}, "xa-a"}}));
  stand(scene, "t1", "joint", Status::kCompleted);
  merge(scene, "xa-a", "xa-b");
  merge(scene, "xa-b", "xa-c");
  const World world = with_people(scene.world(), "lan", {{Role::kOfficer, "xa-c"}});
  const Reader reader = reader_of(world, {"lan"}, day("2026-03-15"));
  for (const char* what : {"task/t1", "assignment/t1.joint", "document/bc"})
    EXPECT_TRUE(reader.may_read(world, subject(what))) << what;
  EXPECT_TRUE(reader.may_read(world, subject("task/t9"), {"xa-a"}));
  EXPECT_FALSE(reader.may_read(world, subject("task/t9"), {"so-noi-vu"}));
  AmendDocument body{{}, "Bổ sung số"};
  body.set.values.number = "12/BC";
  body.set.present = 1u << 1;
  scene.as("xa-c").when("document/bc", body).then_accepted();
  scene.as("so-noi-vu").when("document/bc", body).then_rejected(kForbidden, "V02");
}

TEST(Merger, B07TwiceMergedGoesToTheLastSuccessor) {
  Given scene = given(together(a_province(), a_task("t1", {"xa-a"}), a_task("t2", {"xa-a"}), a_task("t3", {"cac-xa"}),
                               std::vector{each("t3", {"xa-a", "so-noi-vu"})}));
  stand(scene, "t2", "joint", Status::kCompleted);
  stand(scene, "t3", "xa-a", Status::kInProgress, 70);
  merge(scene, "xa-a", "xa-b");
  merge(scene, "xa-b", "xa-c");
  EXPECT_EQ(row(scene, "t1").lead_agencies, agencies({"xa-c"}));
  EXPECT_EQ(row(scene, "t2").lead_agencies, agencies({"xa-a"}));
  EXPECT_EQ(scene.world().tasks.find("t3")->units, agencies({"xa-c", "so-noi-vu"}));
  EXPECT_EQ(work(scene, "t3.xa-c").percent, 70);
  EXPECT_EQ(work(scene, "t3.xa-c").taken_over_from, AgencyId{"xa-b"});
  EXPECT_EQ(scene.world().successor({"xa-a"}).value, "xa-c");
  EXPECT_EQ(scene.world().agencies.find("xa-a")->merged_into, AgencyId{"xa-b"});
  EXPECT_EQ(scene.world().agencies.find("xa-c")->predecessors, agencies({"xa-b", "xa-a"}));
  scene.as("so-khcn").after("assignment/t2.joint", ReopenAssignment{"Sai", qd1()});
  EXPECT_EQ(row(scene, "t2").lead_agencies, agencies({"xa-c"}));
}
// Both predecessors were units of closed work: opened again, the further state goes on.
TEST(Merger, B09TwoPredecessorsOfOneTask) {
  Given scene = each_of({"xa-a", "xa-b"});
  for (const char* unit : {"xa-a", "xa-b"}) stand(scene, "t1", unit, Status::kCompleted);
  merge(scene, "xa-a", "xa-c");
  merge(scene, "xa-b", "xa-c");
  EXPECT_EQ(scene.world().tasks.find("t1")->units, agencies({"xa-a", "xa-b"}));
  scene.as("so-khcn").after("assignment/t1.xa-a", ReopenAssignment{"Sai", qd1()});
  EXPECT_EQ(scene.world().tasks.find("t1")->units, agencies({"xa-c"}));
  EXPECT_EQ(work(scene, "t1.xa-c").status, Status::kCompleted);
  EXPECT_EQ(work(scene, "t1.xa-c").taken_over_from, AgencyId{"xa-b"});
}

TEST(Merger, B12NobodyComesToSponsorItself) {
  Held outside{Role::kOutsideLead, "cong-an-tinh"};
  outside.sponsor = "xa-a";
  Given scene = given(together(a_province(), employed("vnpt", {outside})));
  scene.as("vp-ubnd-tinh", Role::kAdministrator).when("agency/xa-a", into("cong-an-tinh")).then_rejected(kRule, "B12");
  merge(scene, "cong-an-tinh", "xa-a");  // the outside lead's post has ended with it
}

// Rows t1 and t2, each led by one of the two, are twins; or somebody has proposed that they are.
std::string twins_link() {
  return "link/" + link_id(pair_of(LinkKind::kTwin, {"task/t1", "task/t2"})).value;
}
Given twins_of(const std::string& first, const std::string& second, bool linked) {
  Task other = task("t2", {second});
  other.title = task("t1", {first}).title;
  Given scene = given(together(a_province(), a_task("t1", {first}), registered(other)));
  scene.as(first, Role::kOfficer).after("link", ProposeLink{LinkKind::kTwin, {"task/t1", "task/t2"}, "Cùng việc"});
  if (!linked) return scene;
  const std::vector<Binding> binding = {{LinkField::kLeads, "task/t2"}};
  return scene.as("so-khcn", Role::kStandingAgency).after(twins_link(), LinkRows{binding, qd1(), "Theo kế hoạch sau"});
}

TEST(Merger, B07LinkedTwinsGoOnAndTheSuccessorReportsOnBoth) {
  Given scene = twins_of("xa-a", "xa-b", true);
  merge(scene, "xa-a", "xa-b");
  EXPECT_EQ(row(scene, "t1").lead_agencies, agencies({"xa-b"}));
  const LinkState& link = *scene.world().links.find(parse_subject(twins_link())->id);
  EXPECT_EQ(link.status, LinkStatus::kLinked);
  ReportProgress report;
  report.percent = 40;
  const When when = scene.as("xa-b").when("assignment/t1.joint", report);
  ASSERT_EQ(when.count(), 2u);
  EXPECT_EQ(when.decision().events[1].subject.text(), "assignment/t2.joint");
}

TEST(Merger, B07AnOpenProposalIsDecidedAsTheRowsStandNow) {
  Given scene = twins_of("xa-a", "xa-b", false);
  const Sequence before = scene.world().head;
  merge(scene, "xa-a", "xa-b");
  const LinkRows decision{std::nullopt, qd1(), "Cùng một việc"};
  scene.as("so-khcn", Role::kStandingAgency).based_on(before);
  scene.when(twins_link(), decision).then_rejected(RejectionKind::kStale);
  scene.based_on(scene.world().head);
  scene.when(twins_link(), decision).then_accepted();  // the leads differ no more: no row need bind
}

TEST(Merger, B07TheSuccessorOfAStandingAgencyDecidesItsOpenProposals) {
  Given scene = twins_of("xa-a", "xa-b", false);
  merge(scene, "so-khcn", "so-noi-vu");
  scene.as("so-noi-vu", Role::kStandingAgency);
  scene.when(twins_link(), RejectLink{"Hai việc khác nhau"}).then_accepted();
}

TEST(Merger, G06AMergerHasItsLimit) {
  for (const std::size_t tasks : {kActEventsMax - 2, kActEventsMax - 1}) {
    Given scene = given(a_province());
    for (std::size_t i = 0; i < tasks; ++i)
      scene.fact({"task/n" + std::to_string(i), TaskRegistered{task("n" + std::to_string(i), {"xa-a"})}});
    const When made = scene.as("vp-ubnd-tinh", Role::kAdministrator).when("agency/xa-a", into("xa-b"));
    // With the merger itself and the group of communes.
    if (tasks + 2 <= kActEventsMax)
      EXPECT_EQ(made.count(), kActEventsMax);
    else
      EXPECT_EQ(made.rejection().kind, RejectionKind::kTooLarge);
  }
}

TEST(Merger, E01TheFoldIsThatOfAReplayAndThePastStays) {
  Recorder recorder;
  Given scene = each_of({"xa-a", "xa-b", "xa-c"});
  for (const Fact& fact :
       together(a_province(), a_task("t1", {"cac-xa"}), std::vector{each("t1", {"xa-a", "xa-b", "xa-c"})}))
    recorder.record(fact);
  recorder.record({"assignment/t1.xa-a", AssignmentStarted{}, "xa-a"});
  const World before = recorder.world;
  Context context;
  context.today = day("2026-03-15");
  context.actor = {"somebody"};
  context.agency = {"vp-ubnd-tinh"};
  context.based_on = recorder.world.head;
  const World staffed = with_people(recorder.world, "somebody", {{Role::kAdministrator, "vp-ubnd-tinh"}});
  const auto made = decide(staffed, {subject("agency/xa-a"), into("xa-b")}, context);
  ASSERT_TRUE(made);
  recorder.record(made.value(), day("2026-03-15"));
  World replayed, past;
  for (const Recorded& each : recorder.log) {
    replayed.evolve(each, 1);
    if (each.meta.sequence <= before.head) past.evolve(each, 1);
  }
  EXPECT_TRUE(same(recorder.world, replayed));
  EXPECT_TRUE(same(before, past));
  EXPECT_FALSE(before.has_ended({"xa-a"}));
}

}  // namespace
}  // namespace luuvet::test
