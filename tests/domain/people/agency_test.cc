// The life of an agency: founded, renamed, ended; what an ended one may no longer do. What passes to a successor:
// merger_test.cc.
#include "domain/people/fate.h"
#include "domain/people/grants.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;
constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;

Given administered(const std::vector<Fact>& facts = a_task_at_work()) {
  return given(facts).as("vp-ubnd-tinh", Role::kAdministrator);
}
FoundAgency a_new_department() {
  return {{"so-moi"},        "Sở mới", "SM", {{"Sở Mới lập"}}, "department", "lao-cai", AgencyId{"ubnd-tinh"},
          day("2026-03-01"), qd1()};
}
RenameAgency to(std::string name, std::string_view from = "2026-03-01") {
  return {std::move(name), {}, day(from), qd1()};
}
MergeAgency into(std::string successor, std::string_view from = "2026-03-10") {
  return {{std::move(successor)}, day(from), qd1()};
}
DissolveAgency dissolving(std::string_view on = "2026-03-10") {
  return {day(on), qd1(), "Hết nhiệm vụ"};
}
// xa-a has been merged into xa-b.
Given merged(const std::vector<Fact>& facts = a_task_at_work()) {
  return administered(facts).after("agency/xa-a", into("xa-b"));
}
const AgencyState& agency(const Given& scene, std::string_view id) {
  return *scene.world().agencies.find(id);
}

TEST(Agency, B01FoundingMakesAnAgencyWithItsDay) {
  const FoundAgency body = a_new_department();
  Given scene = administered();
  const When made = scene.when("agency", body);
  made.then(AgencyFounded{body.id, body.name, body.short_name, *body.aliases, body.kind, body.province, body.parent,
                          body.from_date, body.document});
  EXPECT_EQ(made.decision().resource.text(), "agency/so-moi");
  scene.after("agency", body);
  EXPECT_EQ(agency(scene, "so-moi").from_date, day("2026-03-01"));
  EXPECT_EQ(agency(scene, "so-moi").content.name, "Sở mới");
  scene.as("vp-ubnd-tinh", Role::kAdministrator)
      .after("post", RegisterPost{Role::kHead, {"so-moi"}, {}, "Giám đốc", {}, {}, {}, {}});
}
TEST(Agency, B01ItsIdIsWellFormedAndFree) {
  for (const char* id : {"", "Sở", "a.b", "joint", "luuvet", "mot-ma-dai-hon-bon-muoi-ky-tu-thi-khong-duoc"}) {
    FoundAgency body = a_new_department();
    body.id = {id};
    administered().when("agency", body).then_rejected(kInvalid, "/id");
  }
  for (const char* id : {"xa-a", "cac-xa"}) {
    FoundAgency body = a_new_department();
    body.id = {id};
    EXPECT_EQ(administered().when("agency", body).rejection().kind, RejectionKind::kAlreadyExists);
  }
}
TEST(Agency, B01AllThatIsWrongIsSaid) {
  const std::vector<std::string> twice = {"x", "x"};
  FoundAgency body{{"so-moi"}, " ", "", twice, "", "Lào Cai", AgencyId{"khong-co"}, day("2026-03-16"), {}};
  const Rejection rejection = administered().when("agency", body).then_rejected(kInvalid, "/name");
  std::vector<std::string> places;
  for (const FieldError& error : rejection.errors) places.push_back(error.pointer);
  EXPECT_EQ(places, (std::vector<std::string>{"/name", "/short_name", "/aliases/1", "/kind", "/province", "/parent",
                                              "/from_date", "/document"}));
}

TEST(Agency, B02TheOldNameIsKeptAndStillResolves) {
  Given scene = administered().after("agency/xa-a", RenameAgency{"Phường A", "PA", day("2026-03-01"), qd1()});
  scene.after("agency/xa-a", to("Phường Á", "2026-03-10"));
  const AgencyState& state = agency(scene, "xa-a");
  EXPECT_EQ(state.content.name, "Phường Á");
  EXPECT_FALSE(state.content.short_name);
  EXPECT_EQ(state.former_names,
            (std::vector<FormerName>{{"Cơ quan xa-a", {}, day("2026-02-28")}, {"Phường A", "PA", day("2026-03-09")}}));
  EXPECT_EQ(state.content.aliases, (std::vector<std::string>{"Cơ quan xa-a", "Phường A", "PA"}));
}
TEST(Agency, B02ARenamingChangesTheName) {
  administered().when("agency/xa-a", to("Cơ quan xa-a")).then_rejected(kRule, "B02");
  administered().when("agency/xa-a", to("")).then_rejected(kInvalid, "/name");
}

TEST(Agency, B03TheDaysOfItsLifeComeInOrder) {
  Given scene = administered().after("agency", a_new_department());
  scene.when("agency/so-moi", to("Sở khác", "2026-03-01")).then_rejected(kInvalid, "/from_date");
  scene.after("agency/so-moi", to("Sở khác", "2026-03-05"));
  scene.when("agency/so-moi", to("Sở nữa", "2026-03-05")).then_rejected(kInvalid, "/from_date");
  scene.when("agency/so-moi", into("xa-b", "2026-03-04")).then_rejected(kInvalid, "/from_date");
  scene.when("agency/so-moi", dissolving("2026-03-05")).then_rejected(kInvalid, "/on");
  scene.when("agency/so-moi", dissolving("2026-03-06")).then_accepted();
}
TEST(Agency, G03ItDoesNotChangeInTheFuture) {
  administered().when("agency/xa-a", to("Phường A", "2026-03-16")).then_rejected(kInvalid, "/from_date");
  administered().when("agency/xa-a", into("xa-b", "2026-03-16")).then_rejected(kInvalid, "/from_date");
  administered().when("agency/xa-a", dissolving("2026-03-16")).then_rejected(kInvalid, "/on");
}

TEST(Agency, B04WhatHasEndedStaysEnded) {
  Given scene = merged();
  scene.when("agency/xa-a", to("Phường A")).then_rejected(kRule, "B04");
  scene.when("agency/xa-a", into("xa-c")).then_rejected(kRule, "B04");
  const Rejection rejection = scene.when("agency/xa-a", dissolving()).then_rejected(kRule, "B04");
  EXPECT_NE(rejection.detail.vi.find("Cơ quan xa-b (xa-b)"), std::string::npos) << rejection.detail.vi;
  EXPECT_EQ(scene.when("agency/khong-co", dissolving()).rejection().kind, RejectionKind::kNotFound);
  FoundAgency again = a_new_department();
  again.id = {"xa-a"};
  EXPECT_EQ(scene.when("agency", again).rejection().kind, RejectionKind::kAlreadyExists);
}
TEST(Agency, C01RenamingMergingAndEndingNeedAPrecondition) {
  Given scene = administered();
  scene.based_on(scene.world().head).when("agency/xa-a", into("xa-b")).then_accepted();
  EXPECT_TRUE(needs_precondition(into("xa-b")) && needs_precondition(to("x")) && needs_precondition(dissolving()));
  EXPECT_FALSE(needs_precondition(a_new_department()));
  const Sequence before = scene.world().head;
  scene.after("agency/xa-a", to("Phường A"));
  EXPECT_EQ(scene.based_on(before).when("agency/xa-a", to("Phường B", "2026-03-02")).rejection().kind,
            RejectionKind::kStale);
  scene.based_on(before).when("agency/xa-a", into("xa-b")).then_accepted();  // it does not rest on the name
}

TEST(Agency, B05ItsPostsGiveNoRights) {
  Given scene = merged(together(a_task_at_work(), employed("lan", {{Role::kHead, "xa-a"}, {Role::kHead, "xa-c"}})));
  const std::vector<Grant> grants = grants_of(scene.world(), {"lan"}, day("2026-03-15"));
  EXPECT_EQ(agencies_of(grants), agencies({"xa-c"}));
  const Rejection rejection =
      scene.acting("lan", "xa-a").when("task/t1", Comment{"Chưa rõ", {}}).then_rejected(kForbidden, "B05");
  EXPECT_NE(rejection.detail.en.find("xa-b"), std::string::npos);
  scene.acting("lan", "xa-c").when("task/t1", Comment{"Chưa rõ", {}}).then_accepted();
  scene.acting(std::string(kSystemActor), "xa-a")
      .when("task/t1", Comment{"Chưa rõ", {}})
      .then_rejected(kForbidden, "B05");
}
TEST(Agency, B05ItsPostsAreNotFilledButMayMove) {
  Given scene = merged(together(a_task_at_work(), employed("lan", {{Role::kHead, "xa-a"}}),
                                std::vector<Fact>{{"account/hoa", AccountOpened{}}}));
  const FillPost filling{{"hoa"}, day("2026-03-15"), {}, {}, {}};
  scene.when("post/lan-1", filling).then_rejected(kRule, "B05");
  scene.when("post/lan-1", VacatePost{{"lan"}, day("2026-03-15"), {}}).then_accepted();
  AmendPost move;
  move.set.values.agency = {"xa-b"};
  move.set.present = 1u << 1;
  scene.after("post/lan-1", move);
  EXPECT_EQ(grants_of(scene.world(), {"lan"}, day("2026-03-15")).size(), 1u);
  scene.when("post/lan-1", filling).then_accepted();
}

Partial<TaskFields> leads(std::initializer_list<std::string_view> ids) {
  Partial<TaskFields> set;
  set.values.lead_agencies = agencies(ids);
  set.present = 1u << 3;
  return set;
}

TEST(Agency, B06NothingNewNamesIt) {
  Given scene = merged();
  scene.as("so-khcn");
  const Rejection rejection = scene.when("task/t1", AmendTask{leads({"xa-c", "xa-a"}), qd1(), {}})
                                  .then_rejected(kInvalid, "/set/lead_agencies/1");
  EXPECT_NE(rejection.detail.vi.find("(xa-b)"), std::string::npos) << rejection.detail.vi;
  scene.when("task/t1", AssignTask{AssignmentMode::kEach, agencies({"xa-a"}), {}, {}})
      .then_rejected(kInvalid, "/units/0");
  RegisterTask fresh;
  fresh.programme = {"p1"};
  fresh.title = "Mới";
  fresh.lead_agencies = agencies({"xa-c"});
  fresh.confirming_agency = AgencyId{"xa-a"};
  fresh.document = qd1();
  scene.when("task", fresh).then_rejected(kInvalid, "/confirming_agency");
  scene.when("task/t1", Urge{"Báo cáo", agencies({"xa-a"}), {}, {}}).then_rejected(kInvalid, "/to/0");
}
TEST(Agency, B06NorDoPostsAndAgencies) {
  Given scene = merged();
  scene.when("post", RegisterPost{Role::kHead, {"xa-a"}, {}, "Chủ tịch", {}, {}, {}, {}})
      .then_rejected(kInvalid, "/agency");
  scene.when("post", RegisterPost{Role::kOutsideLead, {"xa-c"}, {}, "Đầu mối", {}, {}, AgencyId{"xa-a"}, {}})
      .then_rejected(kInvalid, "/sponsor");
  FoundAgency child = a_new_department();
  child.parent = AgencyId{"xa-a"};
  scene.when("agency", child).then_rejected(kInvalid, "/parent");
  scene.when("agency/xa-c", into("xa-a")).then_rejected(kInvalid, "/into");
  scene.when("agency/xa-c", into("xa-c")).then_rejected(kInvalid, "/into");
  scene.when("agency/xa-c", into("cac-xa")).then_rejected(kUnknown, "/into");
}
TEST(Agency, B06AGroupStandsForItsMembersInForce) {
  Given scene = administered(together(a_task_at_work(), a_task("t2", {"so-noi-vu"})));
  AgencyGroup group = scene.world().agency_groups.find("cac-xa")->content;
  scene.after("agency/xa-a", dissolving());
  Partial<AgencyGroup> set;  // the papers name it again
  set.values.members = group.members;
  set.present = 1u << 4;
  scene.fact({"agency-group/cac-xa", Amended<AgencyGroup>{set, {}, {}}});
  const When made = scene.as("so-khcn").when("task/t1", AssignTask{AssignmentMode::kEach, {}, AgencyId{"cac-xa"}, {}});
  made.then(TaskAssigned{AssignmentMode::kEach, agencies({"xa-b", "xa-c"}), AgencyId{"cac-xa"}, {}});
}

TEST(Agency, B06RowsOfThePapersAreTakenForItsSuccessor) {
  Given scene = merged().actor(std::string(kSystemActor));
  Task row = task("t9", {"xa-a", "xa-c", "xa-b"});
  scene.after("task", ImportRow<Task>{row});
  EXPECT_EQ(scene.world().tasks.find("t9")->content.lead_agencies, agencies({"xa-b", "xa-c"}));
  EXPECT_EQ(scene.when("task", ImportRow<Task>{row}).count(), 0u);
  row.coordinating_agencies = agencies({"xa-a", "so-noi-vu"});  // printed anew
  row.lead_agencies = agencies({"xa-c"});
  scene.after("task", ImportRow<Task>{row});
  EXPECT_EQ(scene.world().tasks.find("t9")->content.coordinating_agencies, agencies({"xa-b", "so-noi-vu"}));
  EXPECT_EQ(scene.when("task", ImportRow<Task>{row}).count(), 0u);
}
TEST(Agency, B06WhatThePapersNamedBeforeIsNoChange) {
  Given scene = given(a_province()).actor(std::string(kSystemActor));
  Task row = task("t9", {"xa-a"});
  scene.after("task", ImportRow<Task>{row});
  scene.as("vp-ubnd-tinh", Role::kAdministrator).after("agency/xa-a", into("xa-b"));
  EXPECT_EQ(scene.world().tasks.find("t9")->content.lead_agencies, agencies({"xa-b"}));
  scene.acting(std::string(kSystemActor), "");
  EXPECT_EQ(scene.when("task", ImportRow<Task>{row}).count(), 0u);
  row.title = "Tên in lại";
  scene.after("task", ImportRow<Task>{row});
  EXPECT_EQ(scene.world().tasks.find("t9")->content.lead_agencies, agencies({"xa-b"}));
  EXPECT_EQ(scene.world().doubts.size(), 0u);
}

TEST(Agency, B13AnAgencyWithOpenWorkIsNotDissolved) {
  Given scene = administered(together(a_task_at_work(), a_task("t2", {"so-tai-chinh", "xa-a"}),
                                      a_task("t3", {"so-noi-vu"}), std::vector{each("t3", {"xa-a", "xa-b"})}));
  const Rejection leading = scene.when("agency/so-tai-chinh", dissolving()).then_rejected(kRule, "B13");
  EXPECT_NE(leading.detail.en.find("tasks that it leads: 2"), std::string::npos) << leading.detail.en;
  const Rejection unit = scene.when("agency/xa-a", dissolving()).then_rejected(kRule, "B13");
  EXPECT_NE(unit.detail.en.find("tasks that it leads: 1, tasks of which it is a unit: 1"), std::string::npos);
  const Rejection standing = scene.when("agency/so-khcn", dissolving()).then_rejected(kRule, "B13");
  EXPECT_NE(standing.detail.vi.find("đang xác nhận: 3"), std::string::npos) << standing.detail.vi;
  EXPECT_NE(standing.detail.vi.find("đang thường trực: 1"), std::string::npos) << standing.detail.vi;
  scene.when("agency/vp-tinh-uy", dissolving()).then_rejected(kRule, "B13");  // of the committee
}
TEST(Agency, B13WhatIsClosedDoesNotHoldItBack) {
  Given scene = administered(together(a_task_at_work(), a_task("t2", {"so-noi-vu"})));
  scene.fact({"assignment/t1.joint", AssignmentSubmitted{day("2026-03-05"), {}, {}, {}}, "so-tai-chinh"})
      .fact({"assignment/t1.joint", AssignmentAccepted{}, "so-khcn"})
      .fact({"task/t2", TaskCancelled{}});
  scene.after("agency/so-tai-chinh", dissolving());
  EXPECT_EQ(agency(scene, "so-tai-chinh").ended_on, day("2026-03-10"));
  EXPECT_FALSE(agency(scene, "so-tai-chinh").merged_into);
  EXPECT_EQ(fate_of(scene.world(), {"so-tai-chinh"}).en, "Cơ quan so-tai-chinh ended on 2026-03-10.");
  scene.when("agency/so-noi-vu", dissolving()).then_accepted();
}
TEST(Agency, B13ASponsorIsNotDissolved) {
  Held lead{Role::kOutsideLead, "cong-an-tinh"};
  lead.sponsor = "xa-c";
  administered(together(a_province(), employed("vnpt", {lead})))
      .when("agency/xa-c", dissolving())
      .then_rejected(kRule, "B13");
}
TEST(Agency, B13ItLeavesItsGroups) {
  const When made = administered().when("agency/xa-a", dissolving());
  ASSERT_EQ(made.count(), 2u);
  const auto* amended = std::get_if<Amended<AgencyGroup>>(&made.event(1));
  ASSERT_TRUE(amended);
  EXPECT_EQ(amended->set.values.members, agencies({"xa-b", "xa-c"}));
  EXPECT_EQ(made.decision().events[1].causation, administered().world().head + 1);
}

TEST(Agency, B14SomebodyStaysAdministrator) {
  const auto facts = together(a_task_at_work(), employed("lan", {{Role::kAdministrator, "xa-c"}}));
  Given scene = given(facts).acting("lan", "xa-c");
  scene.when("agency/xa-c", into("xa-b")).then_rejected(kRule, "B14");
  scene.when("agency/xa-c", dissolving()).then_rejected(kRule, "B14");
  scene.when("agency/xa-a", into("xa-b")).then_accepted();
  Given two = given(together(facts, employed("hoa", {{Role::kAdministrator, "xa-b"}}))).acting("lan", "xa-c");
  two.when("agency/xa-c", into("xa-b")).then_accepted();
  two.fact({"account/hoa", AccountClosed{}}).when("agency/xa-c", into("xa-b")).then_rejected(kRule, "B14");
}

}  // namespace
}  // namespace luuvet::test
