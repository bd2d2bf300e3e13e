// Grants: what holding a post means, from which day to which, in which capacity.
#include "domain/people/grants.h"

#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr std::string_view kWork = "assignment/t1.joint";

// Officer of the lead from the 10th to the 20th of March.
Given for_ten_days() {
  Held held{Role::kOfficer, "so-tai-chinh"};
  held.from = "2026-03-10";
  held.to = "2026-03-20";
  return given(together(a_task_at_work(), employed("lan", {held}))).acting("lan", "so-tai-chinh");
}
bool may_start(Given scene, std::string_view on) {
  return scene.on(on).when(kWork, StartAssignment{}).accepted();
}

TEST(People, P03APostIsHeldFromItsFirstToItsLastDay) {
  EXPECT_FALSE(may_start(for_ten_days(), "2026-03-09"));
  EXPECT_TRUE(may_start(for_ten_days(), "2026-03-10"));
  EXPECT_TRUE(may_start(for_ten_days(), "2026-03-20"));
  EXPECT_FALSE(may_start(for_ten_days(), "2026-03-21"));
}
TEST(People, P03AVacatedPostIsNotHeldFromThatDayOn) {
  Given scene = for_ten_days().fact({"post/lan-1", PostVacated{{"lan"}, day("2026-03-15"), {}}});
  EXPECT_TRUE(may_start(scene, "2026-03-14"));
  EXPECT_FALSE(may_start(scene, "2026-03-15"));
  EXPECT_FALSE(may_start(scene, "2026-03-20"));
}
TEST(People, P03WhatWasOverIsNotOpenedAgainByVacating) {
  Given scene = for_ten_days().fact({"post/lan-1", PostVacated{{"lan"}, day("2026-03-25"), {}}});
  EXPECT_TRUE(may_start(scene, "2026-03-20"));
  EXPECT_FALSE(may_start(scene, "2026-03-21"));
}
TEST(People, P03ANewFillingAfterAVacancyCounts) {
  Given scene = for_ten_days()
                    .fact({"post/lan-1", PostVacated{{"lan"}, day("2026-03-15"), {}}})
                    .fact({"post/lan-1", PostFilled{{"lan"}, day("2026-03-18"), {}, Capacity::kDirect, {}}});
  EXPECT_FALSE(may_start(scene, "2026-03-17"));
  EXPECT_TRUE(may_start(scene, "2026-03-18"));
  EXPECT_TRUE(may_start(scene, "2027-03-18"));
}

TEST(People, P04AClosedAccountHoldsNothing) {
  Given scene = for_ten_days().fact({"account/lan", AccountClosed{}});
  EXPECT_FALSE(may_start(scene, "2026-03-15"));
  EXPECT_TRUE(grants_of(scene.world(), {"lan"}, day("2026-03-15")).empty());
  scene.fact({"account/lan", AccountReopened{}});
  EXPECT_TRUE(may_start(scene, "2026-03-15"));
}
TEST(People, P04NorDoesOneThatWasNeverOpened) {
  Given scene = for_ten_days().fact({"post/lan-1", PostFilled{{"ma"}, day("2026-03-01"), {}, Capacity::kDirect, {}}});
  EXPECT_FALSE(may_start(scene.acting("ma", "so-tai-chinh"), "2026-03-15"));
}

TEST(People, P06TheCapacityIsThatOfThePost) {
  const auto capacity_of = [](Role role, std::optional<Capacity> held) {
    Held post{role, "so-tai-chinh"};
    post.capacity = held;
    const When made =
        given(a_province()).holding({post}).when("document", RegisterDocument{"plan", {}, {}, "Sở", "Về"});
    EXPECT_TRUE(made.accepted());
    return made.decision().capacity;
  };
  EXPECT_EQ(capacity_of(Role::kHead, {}), Capacity::kDirect);
  EXPECT_EQ(capacity_of(Role::kDeputy, {}), Capacity::kDeputy);
  EXPECT_EQ(capacity_of(Role::kClerk, {}), Capacity::kClerk);
  EXPECT_EQ(capacity_of(Role::kHead, Capacity::kByMandate), Capacity::kByMandate);
}
TEST(People, P06TheHoldersOwnCapacityComesFirst) {
  Held mandate{Role::kHead, "so-tai-chinh"};
  mandate.capacity = Capacity::kByMandate;
  Given scene = given(a_task_at_work()).holding({mandate, {Role::kOfficer, "so-tai-chinh"}});
  EXPECT_EQ(scene.when(kWork, StartAssignment{}).decision().capacity, Capacity::kDirect);
  ReportProgress report;
  report.percent = 10;
  scene.after(kWork, report);
  const When approved = scene.when(kWork, ApproveProgress{{scene.world().head}});
  EXPECT_EQ(approved.decision().capacity, Capacity::kByMandate);  // only that post approves
}
TEST(People, P06ACapacityThatNobodyGaveIsRefused) {
  Given scene = given(a_task_at_work()).as("so-tai-chinh", Role::kDeputy);
  scene.capacity(Capacity::kDeputy).when(kWork, StartAssignment{}).then_accepted();
  for (const Capacity capacity :
       {Capacity::kDirect, Capacity::kByOrder, Capacity::kByMandate, Capacity::kClerk, Capacity::kSystem})
    scene.capacity(capacity).when(kWork, StartAssignment{}).then_rejected(kForbidden, "P06");
}
TEST(People, P06ACapacityGivenElsewhereIsRefused) {
  Held elsewhere{Role::kHead, "so-noi-vu"};
  elsewhere.capacity = Capacity::kByMandate;
  given(a_task_at_work())
      .holding({{Role::kOfficer, "so-tai-chinh"}, elsewhere})
      .capacity(Capacity::kByMandate)
      .when(kWork, StartAssignment{})
      .then_rejected(kForbidden, "P06");
}
TEST(People, P06TheItemsOfAnActHaveOneCapacity) {
  Task other = task("t2", {"so-tai-chinh"});
  other.area = "cchc";
  Held mandate{Role::kHead, "so-tai-chinh"};
  mandate.capacity = Capacity::kByMandate;
  Held deputy{Role::kDeputy, "so-tai-chinh", "", {"cchc"}};
  Given scene = given(together(a_task_at_work(), registered(other)));
  for (const char* work : {"assignment/t1.joint", "assignment/t2.joint"})
    scene.fact({work, AssignmentProgressReported{10, {}, {}, {}, {}}, "so-tai-chinh"});
  const Sequence head = scene.world().head;
  const ApproveProgressMany body{{{"assignment/t1.joint", head, {head - 1}}, {"assignment/t2.joint", head, {head}}}};
  const Rejection rejection =
      scene.holding({mandate, deputy}).when("assignment", body).then_rejected(kForbidden, "P06");
  EXPECT_EQ(rejection.errors.front().pointer, "/items/1");
  scene.capacity(Capacity::kByMandate).when("assignment", body).then_accepted();
}

Given reported_in(std::string area) {
  Task content = task("t1", {"so-tai-chinh"});
  content.area = std::move(area);
  return given(together(a_province(), registered(content)))
      .fact({std::string(kWork), AssignmentProgressReported{10, {}, {}, {}, {}}, "so-tai-chinh"});
}

TEST(People, P07ADeputyDecidesInItsAreas) {
  Given scene = reported_in("cchc");
  const ApproveProgress body{{scene.world().head}};
  scene.holding({{Role::kDeputy, "so-tai-chinh"}}).when(kWork, body).then_accepted();
  scene.holding({{Role::kDeputy, "so-tai-chinh", "", {"de-an-06", "cchc"}}}).when(kWork, body).then_accepted();
  scene.holding({{Role::kDeputy, "so-tai-chinh", "", {"de-an-06"}}}).when(kWork, body).then_rejected(kForbidden, "P07");
  scene.holding({{Role::kHead, "so-tai-chinh", "", {"de-an-06"}}}).when(kWork, body).then_accepted();
  scene.holding({{Role::kDeputy, "so-noi-vu", "", {"cchc"}}}).when(kWork, body).then_rejected(kForbidden, "A02");
}
TEST(People, P07AlsoWhereItConfirms) {
  Given scene = reported_in("khcn-dmst-cds");
  scene.fact({std::string(kWork), AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}, "so-tai-chinh"});
  scene.holding({{Role::kDeputy, "so-khcn", "", {"cchc"}}})
      .when(kWork, AcceptAssignment{})
      .then_rejected(kForbidden, "P07");
  scene.holding({{Role::kDeputy, "so-khcn", "", {"khcn-dmst-cds"}}}).when(kWork, AcceptAssignment{}).then_accepted();
}
TEST(People, P07ItsOtherWorkIsNotBoundToAreas) {
  given(a_task_at_work())
      .holding({{Role::kDeputy, "so-tai-chinh", "", {"de-an-06"}}})
      .when(kWork, StartAssignment{})
      .then_accepted();
}

TEST(People, P08WhoStandsInHasThePostsRights) {
  Given scene = reported_in("cchc");
  const ApproveProgress body{{scene.world().head}};
  for (const Capacity capacity : {Capacity::kByOrder, Capacity::kByMandate}) {
    Held head{Role::kHead, "so-tai-chinh"};
    head.capacity = capacity;
    const When made = scene.holding({head}).when(kWork, body);
    made.then_accepted();
    EXPECT_EQ(made.decision().capacity, capacity);
  }
  Held deputy{Role::kDeputy, "so-tai-chinh", "", {"de-an-06"}};
  deputy.capacity = Capacity::kByMandate;
  scene.holding({deputy}).when(kWork, body).then_rejected(kForbidden, "P07");
}

TEST(People, P11AClerkSuppliesNumberDayAndFile) {
  const auto amend = [](std::initializer_list<unsigned> fields) {
    AmendDocument body{{}, "Bổ sung"};
    body.set.values = {"decision",     "12/QĐ",    day("2026-03-01"),    "Sở",
                       "Về việc khác", "Giám đốc", std::string(32, 'a'), "9"};
    for (const unsigned field : fields) body.set.present |= 1u << field;
    return body;
  };
  Given scene = given(a_province()).fact({"document/bc", DocumentRegistered{}, "xa-a"}).as("xa-a", Role::kClerk);
  scene.bringing({std::string(32, 'a'), std::string(64, 'b'), 1'000, "application/pdf", "a.pdf"});
  scene.when("document/bc", amend({1, 2, 6})).then_accepted();
  EXPECT_EQ(scene.when("document/bc", amend({1})).decision().capacity, Capacity::kClerk);
  for (const unsigned other : {0u, 3u, 4u, 5u, 7u})
    scene.when("document/bc", amend({1, other})).then_rejected(kForbidden, "P11");
  scene.as("xa-b", Role::kClerk).when("document/bc", amend({1})).then_rejected(kForbidden, "V02");
  scene.holding({{Role::kClerk, "xa-a"}, {Role::kOfficer, "xa-a"}}).when("document/bc", amend({1, 4})).then_accepted();
}

Given of_an_outside_lead() {
  Held outside{Role::kOutsideLead, "vnpt"};
  outside.sponsor = "so-khcn";
  return given(together(a_province(), std::vector{an_agency("vnpt")}, a_task("t1", {"vnpt"}),
                        employed("ngoai", {outside})))
      .fact({std::string(kWork), AssignmentProgressReported{10, {}, {}, {}, {}}, "vnpt"});
}

TEST(People, P12TheSponsorsHeadApprovesForAnOutsideLead) {
  Given scene = of_an_outside_lead();
  const ApproveProgress body{{scene.world().head}};
  ReportProgress report;
  report.percent = 20;
  scene.acting("ngoai", "vnpt").when(kWork, report).then_accepted();
  scene.when(kWork, body).then_rejected(kForbidden, "P01");
  scene.as("so-khcn", Role::kHead).when(kWork, body).then_accepted();
  scene.as("so-noi-vu", Role::kHead).when(kWork, body).then_rejected(kForbidden, "A02");
  scene.as("so-khcn", Role::kHead).when(kWork, report).then_rejected(kForbidden, "A02");
}
TEST(People, P12ASponsorThatChangesIsNotTheSponsorAnyMore) {
  Given scene = of_an_outside_lead();
  const ApproveProgress body{{scene.world().head}};
  Amended<Post> moved;
  moved.set.values.sponsor = AgencyId{"so-noi-vu"};
  moved.set.present = 1u << 7;
  scene.fact({"post/ngoai-1", moved});
  scene.as("so-khcn", Role::kHead).when(kWork, body).then_rejected(kForbidden, "A02");
  scene.as("so-noi-vu", Role::kHead).when(kWork, body).then_accepted();
}

TEST(People, P13ACommitteesPostActsForItsProgrammes) {
  const Direct body{"Báo cáo", agencies({"so-tai-chinh"}), {}, {}};
  Given scene = given(a_task_at_work());
  scene.holding({{Role::kCommitteeMember, "xa-a", "bcd"}}).when("task/t1", body).then_accepted();
  scene.holding({{Role::kCommitteeHead, "xa-a", "ban-khac"}}).when("task/t1", body).then_rejected(kForbidden, "H03");
  scene.holding({{Role::kCommitteeHead, "xa-a", "ban-khac"}}).when("agency/xa-b", body).then_accepted();
}
TEST(People, P13AStandingAgencysPostMayBeBoundToOneCommittee) {
  const SuspendTask body{"Chờ", qd1(), {}};
  Given scene = given(a_task_at_work());
  scene.holding({{Role::kStandingAgency, "so-khcn", "bcd"}}).when("task/t1", body).then_accepted();
  scene.holding({{Role::kStandingAgency, "so-khcn", "ban-khac"}})
      .when("task/t1", body)
      .then_rejected(kForbidden, "T01");
}
TEST(People, A17TheHeadOfTheCommitteeDecidesExtensions) {
  Given scene = given(a_task_at_work())
                    .fact({std::string(kWork), AssignmentExtensionAsked{day("2026-07-31"), {}, {}}, "so-tai-chinh"});
  const DecideExtension body{scene.world().head, ExtensionDecision::kGrant, {}, {}, qd1()};
  scene.holding({{Role::kCommitteeHead, "ubnd-tinh", "bcd"}}).when(kWork, body).then_accepted();
  scene.holding({{Role::kCommitteeHead, "ubnd-tinh", "ban-khac"}}).when(kWork, body).then_rejected(kForbidden, "A17");
  scene.holding({{Role::kCommitteeMember, "ubnd-tinh", "bcd"}}).when(kWork, body).then_rejected(kForbidden, "P01");
}

TEST(People, P02WhatSomebodyMayDoForAnAgencyIsListed) {
  const World world = with_people({}, "lan", {{Role::kClerk, "xa-a"}, {Role::kInspector, "xa-b"}});
  const std::vector<Grant> grants = grants_of(world, {"lan"}, day("2026-03-15"));
  EXPECT_EQ(agencies_of(grants), agencies({"xa-a", "xa-b"}));
  EXPECT_EQ(commands_of(grants, {"xa-a"}),
            (std::vector{CommandKind::kRegisterDocument, CommandKind::kAmendDocument, CommandKind::kUndoDocument}));
  EXPECT_TRUE(commands_of(grants, {"xa-b"}).empty());
}

}  // namespace
}  // namespace luuvet::test
