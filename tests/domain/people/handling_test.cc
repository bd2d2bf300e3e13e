// Who works on an assignment inside an agency, and handing that over.
#include "domain/tasks/handling.h"

#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;
constexpr auto kStale = RejectionKind::kStale;
constexpr std::string_view kWork = "assignment/t1.joint";

// t1 and t2 are led by so-tai-chinh, t2 together with so-noi-vu. At so-tai-chinh: head "gd", deputy "pgd", officers
// "lan" and "mai"; at so-noi-vu the officer "hoa".
std::vector<Fact> offices() {
  return together(
      a_task_at_work(), a_task("t2", {"so-tai-chinh", "so-noi-vu"}), employed("gd", {{Role::kHead, "so-tai-chinh"}}),
      employed("pgd", {{Role::kDeputy, "so-tai-chinh"}}), employed("lan", {{Role::kOfficer, "so-tai-chinh"}}),
      employed("mai", {{Role::kOfficer, "so-tai-chinh"}}), employed("hoa", {{Role::kOfficer, "so-noi-vu"}}));
}
Given at_office() {
  return given(offices()).acting("gd", "so-tai-chinh");
}
AssignPeople people(std::vector<AccountId> officers, std::optional<AccountId> leader = {}) {
  return {std::move(leader), "Phòng Ngân sách", std::move(officers)};
}
AgencyPeople named(const Given& scene, std::string_view work = kWork, std::string agency = "so-tai-chinh") {
  const auto state = scene.world().assignment({subject(work).id});
  const AgencyPeople* found = state ? people_of(*state, {std::move(agency)}) : nullptr;
  return found ? *found : AgencyPeople{};
}
HandOver from_lan(std::string to = "mai") {
  return {{"lan"}, {std::move(to)}, day("2026-03-10"), qd1(), "Nghỉ thai sản"};
}

TEST(Handling, K01TheHeadNamesWhoWorksOnIt) {
  Given scene = at_office();
  scene.when(kWork, people({{"lan"}}, AccountId{"pgd"}))
      .then(AssignmentPeopleAssigned{AccountId{"pgd"}, "Phòng Ngân sách", {{"lan"}}});
  scene.after(kWork, people({{"lan"}}, AccountId{"pgd"}));
  EXPECT_EQ(named(scene).leader, AccountId{"pgd"});
  scene.after(kWork, people({{"mai"}, {"lan"}}));
  EXPECT_EQ(named(scene).leader, std::nullopt);
  EXPECT_EQ(named(scene).officers, (std::vector<AccountId>{{"mai"}, {"lan"}}));
  scene.after(kWork, AssignPeople{});
  EXPECT_TRUE(named(scene).empty());
  scene.acting("pgd", "so-tai-chinh").when(kWork, people({{"lan"}})).then_accepted();
}
TEST(Handling, K01EachLeadAgencyNamesItsOwn) {
  Given scene = at_office().after("assignment/t2.joint", people({{"lan"}}));
  scene.as("so-noi-vu").after("assignment/t2.joint", people({{"hoa"}}));
  EXPECT_EQ(named(scene, "assignment/t2.joint").officers, (std::vector<AccountId>{{"lan"}}));
  EXPECT_EQ(named(scene, "assignment/t2.joint", "so-noi-vu").officers, (std::vector<AccountId>{{"hoa"}}));
  scene.when(kWork, people({{"hoa"}})).then_rejected(kForbidden, "A02");
  scene.when("task/t2", people({{"hoa"}}, {})).then_rejected(kRule, "K03");
}
TEST(Handling, K01ADeputyNamesPeopleInItsAreas) {
  Given scene = given(together(offices(), employed("pgd2", {{Role::kDeputy, "so-tai-chinh", "", {"cchc"}}})));
  scene.acting("pgd2", "so-tai-chinh").when(kWork, people({{"lan"}})).then_rejected(kForbidden, "P07");
  scene.acting("lan", "so-tai-chinh").when(kWork, people({{"lan"}})).then_rejected(kForbidden, "P01");
}
TEST(Handling, K01NotWhileTheWorkStandsStill) {
  at_office().fact({"task/t1", TaskSuspended{}}).when(kWork, people({{"lan"}})).then_rejected(kRule, "A03");
}

TEST(Handling, K02NamedPeopleHoldAPostOfTheAgency) {
  const Given scene = at_office();
  const Rejection officer = scene.when(kWork, people({{"lan"}, {"hoa"}})).then_rejected(kRule, "K02");
  EXPECT_EQ(officer.errors.front().pointer, "/officers/1");
  const Rejection leader = scene.when(kWork, people({}, AccountId{"lan"})).then_rejected(kRule, "K02");
  EXPECT_EQ(leader.errors.front().pointer, "/leader");
  scene.when(kWork, people({{"ai-do"}})).then_rejected(kUnknown, "/officers/0");
  scene.when(kWork, people({}, AccountId{"ai-do"})).then_rejected(kUnknown, "/leader");
  Given later = at_office().fact({"post/lan-1", PostVacated{{"lan"}, day("2026-03-15"), {}}});
  later.when(kWork, people({{"lan"}})).then_rejected(kRule, "K02");
  at_office().fact({"account/lan", AccountClosed{}}).when(kWork, people({{"lan"}})).then_rejected(kRule, "K02");
}
TEST(Handling, K02BodyLimits) {
  std::vector<Fact> facts = offices();
  std::vector<AccountId> many;
  for (std::size_t i = 0; i <= kOfficersMax; ++i) {
    many.push_back({"cv" + std::to_string(i)});
    facts = together(std::move(facts), employed(many.back().value, {{Role::kOfficer, "so-tai-chinh"}}));
  }
  const Given scene = given(facts).acting("gd", "so-tai-chinh");
  scene.when(kWork, people(many)).then_rejected(kInvalid, "/officers");
  many.pop_back();
  scene.when(kWork, people(many)).then_accepted();
  scene.when(kWork, people({{"lan"}, {"lan"}})).then_rejected(kInvalid, "/officers/1");
  AssignPeople body = people({{"lan"}});
  std::string letters;
  for (std::size_t i = 0; i < kDepartmentMax; ++i) letters += "ồ";
  body.department = letters;
  scene.when(kWork, body).then_accepted();
  *body.department += "x";
  scene.when(kWork, body).then_rejected(kInvalid, "/department");
}

TEST(Handling, K03NamingChangesSomething) {
  Given scene = at_office();
  scene.when(kWork, AssignPeople{}).then_rejected(kRule, "K03");
  scene.after(kWork, people({{"lan"}})).when(kWork, people({{"lan"}})).then_rejected(kRule, "K03");
}

TEST(Handling, K04NamingPeopleIsNoWork) {
  Given scene = at_office();
  const Sequence seen = scene.world().representation(subject(kWork));
  scene.after(kWork, people({{"lan"}}));
  const AssignmentState& state = *scene.world().assignments.find("t1.joint");
  EXPECT_EQ(state.status, Status::kNotStarted);
  EXPECT_FALSE(state.own_event);
  EXPECT_EQ(state.life.touches, (std::vector<Touch>{{"people", scene.world().head}}));
  EXPECT_EQ(scene.world().representation(subject(kWork)), scene.world().head);
  scene.based_on(seen).when(kWork, StartAssignment{}).then_accepted();
  EXPECT_TRUE(needs_precondition(AssignPeople{}));
}
TEST(Handling, K04TwoAgenciesDoNotHinderEachOther) {
  Given scene = at_office();
  const Sequence seen = scene.world().head;
  scene.after("assignment/t2.joint", people({{"lan"}}));
  Given other = scene;
  other.as("so-noi-vu").based_on(seen).when("assignment/t2.joint", people({{"hoa"}})).then_accepted();
  const Rejection own = scene.based_on(seen).when("assignment/t2.joint", people({{"mai"}})).then_rejected(kStale);
  EXPECT_EQ(own.fields, std::vector<std::string>{"people"});
  EXPECT_EQ(own.current, scene.world().head);
}

TEST(Handling, G06ManyAssignmentsAreNamedAsOneAct) {
  Given scene = at_office();
  const Sequence seen = scene.world().head;
  AssignPeopleItem one{std::string(kWork), seen, {}, {}, {{"lan"}}};
  AssignPeopleItem two{"assignment/t2.joint", seen, AccountId{"pgd"}, {}, {{"lan"}, {"mai"}}};
  scene.when("assignment", AssignPeopleMany{{one, two}})
      .then(AssignmentPeopleAssigned{{}, {}, {{"lan"}}},
            AssignmentPeopleAssigned{AccountId{"pgd"}, {}, {{"lan"}, {"mai"}}});
  two.officers = {{"lan"}, {"hoa"}};
  const Rejection rejection = scene.when("assignment", AssignPeopleMany{{one, two}}).then_rejected(kRule, "K02");
  EXPECT_EQ(rejection.errors.front().pointer, "/items/1/officers/1");
}

TEST(Handling, K05AllOpenWorkOfOnePersonGoesToAnother) {
  Given scene = at_office()
                    .after(kWork, people({{"lan"}, {"mai"}}))
                    .after("assignment/t2.joint", people({{"lan"}}, AccountId{"pgd"}));
  const AssignmentHandedOver event{{"lan"}, {"mai"}, day("2026-03-10"), qd1(), ReasonText{{}, "Nghỉ thai sản"}};
  const When made = scene.when("assignment", from_lan());
  made.then(event, event);
  EXPECT_EQ(made.decision().events[0].subject.text(), kWork);
  EXPECT_EQ(made.decision().events[1].subject.text(), "assignment/t2.joint");
  scene.after("assignment", from_lan());
  EXPECT_EQ(named(scene).officers, (std::vector<AccountId>{{"mai"}}));  // once, not twice
  EXPECT_EQ(named(scene, "assignment/t2.joint").officers, (std::vector<AccountId>{{"mai"}}));
  EXPECT_EQ(named(scene, "assignment/t2.joint").leader, AccountId{"pgd"});
  scene.when("assignment", from_lan()).then_rejected(kRule, "K07");
}
TEST(Handling, K05OnlyWhatIsOpenAndOfTheOwnAgency) {
  Given scene = at_office().after(kWork, people({{"lan"}})).after("assignment/t2.joint", people({{"lan"}}));
  Given completed = scene;
  completed.fact({std::string(kWork), AssignmentSubmitted{day("2026-03-10"), {}, {}, {}}, "so-tai-chinh"})
      .fact({std::string(kWork), AssignmentAccepted{}, "so-khcn"});
  EXPECT_EQ(completed.when("assignment", from_lan()).count(), 1u);
  Given cancelled = scene;
  EXPECT_EQ(cancelled.fact({"task/t1", TaskCancelled{}}).when("assignment", from_lan()).count(), 1u);
  Given suspended = scene;
  EXPECT_EQ(suspended.fact({"task/t1", TaskSuspended{}}).when("assignment", from_lan()).count(), 2u);
  Given taken_off = scene;
  EXPECT_EQ(taken_off.fact(each("t1", {"xa-a"})).when("assignment", from_lan()).count(), 1u);
  scene.as("so-noi-vu");
  scene.when("assignment", from_lan("hoa")).then_rejected(kRule, "K07");
}
TEST(Handling, K01WhoNoLongerLeadsHasNobodyInCharge) {
  Given scene = at_office().after("assignment/t2.joint", people({{"lan"}}));
  Partial<Task> set;
  set.values.lead_agencies = agencies({"so-noi-vu"});
  set.present = 1u << 7;
  scene.fact({"task/t2", TaskAmended{set, qd1()}, "so-khcn"});
  const AssignmentState& state = *scene.world().assignments.find("t2.joint");
  EXPECT_TRUE(people_in_charge(scene.world(), *scene.world().tasks.find("t2"), state).empty());
  scene.when("assignment", from_lan()).then_rejected(kRule, "K07");
}
TEST(Handling, K05WhoHasLeftHandsOverAsWell) {
  Given scene = at_office().after(kWork, people({{"lan"}}));
  scene.fact({"post/lan-1", PostVacated{{"lan"}, day("2026-03-10"), {}}}).fact({"account/lan", AccountClosed{}});
  EXPECT_EQ(scene.when("assignment", from_lan()).count(), 1u);
}
TEST(Handling, K05ByTheHeadOrADeputyOfAllAreas) {
  Given scene = given(together(offices(), employed("pgd2", {{Role::kDeputy, "so-tai-chinh", "", {"cchc"}}})))
                    .acting("gd", "so-tai-chinh")
                    .after(kWork, people({{"lan"}}));
  scene.acting("pgd", "so-tai-chinh").when("assignment", from_lan()).then_accepted();
  scene.acting("pgd2", "so-tai-chinh").when("assignment", from_lan()).then_rejected(kForbidden, "P07");
  scene.acting("lan", "so-tai-chinh").when("assignment", from_lan()).then_rejected(kForbidden, "P01");
  scene.as("so-tai-chinh", Role::kAdministrator).when("assignment", from_lan()).then_rejected(kForbidden, "P01");
}
TEST(Handling, K05BodyLimits) {
  const Given scene = at_office().after(kWork, people({{"lan"}}));
  HandOver body = from_lan("lan");
  scene.when("assignment", body).then_rejected(kInvalid, "/to");
  body = from_lan("ai-do");
  scene.when("assignment", body).then_rejected(kUnknown, "/to");
  body = from_lan();
  body.from = {"ai-do"};
  scene.when("assignment", body).then_rejected(kUnknown, "/from");
  body = from_lan();
  body.on = day("2026-03-16");
  scene.when("assignment", body).then_rejected(kInvalid, "/on");
  body = from_lan();
  body.note = std::string(kTextBytesMax + 1, 'x');
  scene.when("assignment", body).then_rejected(kInvalid, "/note");
  body = from_lan();
  body.document = DocumentRef{DocumentId{"qd-9"}, {}};
  scene.when("assignment", body).then_rejected(kUnknown, "/document");
}

TEST(Handling, K06WhoTakesOverBelongsToTheAgency) {
  Given scene = at_office().after(kWork, people({{"lan"}}));
  scene.when("assignment", from_lan("hoa")).then_rejected(kRule, "K06");
  scene.fact({"account/mai", AccountClosed{}}).when("assignment", from_lan()).then_rejected(kRule, "K06");
}
TEST(Handling, K06ALeadingOfficialIsFollowedByOne) {
  Given scene =
      at_office().after(kWork, people({{"lan"}}, AccountId{"pgd"})).after("assignment/t2.joint", people({{"pgd"}}));
  HandOver body = from_lan();
  body.from = {"pgd"};
  const Rejection rejection = scene.when("assignment", body).then_rejected(kRule, "K06");
  ASSERT_EQ(rejection.errors.size(), 1u);  // of the two rows the one that it leads
  EXPECT_NE(rejection.errors.front().detail.vi.find("Nhiệm vụ t1"), std::string::npos);
  body.to = {"gd"};
  scene.after("assignment", body);
  EXPECT_EQ(named(scene).leader, AccountId{"gd"});
}

TEST(Handling, K07ThereIsSomethingToHandOver) {
  Given scene = at_office();
  scene.when("assignment", from_lan()).then_rejected(kRule, "K07");
  scene.after(kWork, people({{"mai"}})).when("assignment", from_lan()).then_rejected(kRule, "K07");
}

TEST(Handling, K08PastActsKeepTheirAuthor) {
  Given scene = at_office().after(kWork, people({{"lan"}}));
  ReportProgress report;
  report.percent = 10;
  scene.acting("lan", "so-tai-chinh").after(kWork, report);
  scene.acting("gd", "so-tai-chinh").after("assignment", from_lan());
  EXPECT_EQ(scene.world().assignments.find("t1.joint")->statements.front().actor.value, "lan");
}

}  // namespace
}  // namespace luuvet::test
