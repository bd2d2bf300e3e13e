// Links between rows of plans (J01 to J07).
#include "domain/links/link_rows.h"

#include "domain/people/readers.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;

const std::vector<std::string> kRows = {"task/t1", "task/t2"};

Fact an_indicator(std::string id, std::string name, int target) {
  Indicator row;
  row.id = {id};
  row.programme = {"p1"};
  row.name = std::move(name);
  row.targets = {{2026, std::to_string(target), Comparator::kAtLeast, {Decimal{target, 0}, {}}, {}}};
  row.tracking_agencies = agencies({"so-khcn"});
  return {"indicator/" + id, Registered<Indicator>{row}};
}

// t1 and t2 differ in their deadline alone.
Given two_tasks() {
  Task second = task("t2", {"so-tai-chinh"});
  second.title = task("t1", {"so-tai-chinh"}).title;
  second.deadline = deadline(DeadlineKind::kYear);
  return given(together(a_task_at_work(), registered(second)));
}

ProposeLink twins() {
  return {LinkKind::kTwin, kRows, "Cùng một việc"};
}
std::string link_subject(LinkKind kind = LinkKind::kTwin) {
  return "link/" + link_id({kind, kRows}).value;
}
LinkRows bound(std::string row = "task/t1") {
  return {std::vector<Binding>{{LinkField::kDeadline, std::move(row)}}, qd1(), "Theo kế hoạch ban hành sau"};
}
Given proposed() {
  return two_tasks().as("xa-a", Role::kOfficer).after("link", twins()).as("so-khcn", Role::kStandingAgency);
}
Given linked() {
  return proposed().after(link_subject(), bound());
}

TEST(Link, J01JoinsTwoDifferentRowsThatAreThere) {
  const Given scene = two_tasks().as("xa-a");
  const auto of = [](std::vector<std::string> rows) { return ProposeLink{LinkKind::kTwin, std::move(rows), "Trùng"}; };
  scene.when("link", of({"task/t1"})).then_rejected(kInvalid, "/subjects");
  scene.when("link", of({"task/t1", "task/t1"})).then_rejected(kInvalid, "/subjects");
  scene.when("link", of({"task/t1", "task/none"})).then_rejected(RejectionKind::kUnknownReference, "/subjects/1");
  scene.when("link", of({"task/t1", "agency/xa-a"})).then_rejected(RejectionKind::kUnknownReference, "/subjects/1");
}
TEST(Link, J01NeitherGroupsNorHeadings) {
  Task group = task("g", {});
  group.is_group = true;
  const Given scene = given(together(a_task_at_work(), registered(group))).as("xa-a");
  scene.when("link", ProposeLink{LinkKind::kTwin, {"task/t1", "task/g"}, "Trùng"})
      .then_rejected(kInvalid, "/subjects/1");
}
TEST(Link, J01TwinsAreOfOneKind) {
  const Given scene = two_tasks().fact(an_indicator("i1", "Tỷ lệ", 40)).as("xa-a");
  scene.when("link", ProposeLink{LinkKind::kTwin, {"task/t1", "indicator/i1"}, "Trùng"})
      .then_rejected(kInvalid, "/kind");
  scene.when("link", ProposeLink{LinkKind::kRelated, {"task/t1", "indicator/i1"}, "Liên quan"}).then_accepted();
}

TEST(Link, J01RowsAreOfOneProvince) {
  Programme other = programme("p2");
  other.province = "lai-chau";
  Task second = task("t2", {"so-tai-chinh"});
  second.programme = {"p2"};
  Given scene = given(together(a_task_at_work(), std::vector<Fact>{{"programme/p2", Registered<Programme>{other}}},
                               registered(second)))
                    .as("xa-a");
  scene.when("link", twins()).then_rejected(kInvalid, "/subjects");
  ProposeLink related = twins();
  related.kind = LinkKind::kRelated;
  scene.when("link", related).then_rejected(kInvalid, "/subjects");
  scene.fact({link_subject(), LinkProposed{LinkKind::kTwin, kRows, {}}, "xa-a"});
  scene.as("so-khcn", Role::kStandingAgency).when(link_subject(), bound()).then_rejected(kRule, "J01");
}

TEST(Link, J02OnePairHasOneLinkOfAKindForEver) {
  EXPECT_EQ(link_id(pair_of(LinkKind::kTwin, {"task/b", "task/a"})),
            link_id(pair_of(LinkKind::kTwin, {"task/a", "task/b"})));
  EXPECT_NE(link_id({LinkKind::kTwin, kRows}), link_id({LinkKind::kRelated, kRows}));
  Given scene = two_tasks().as("xa-a");
  ProposeLink turned = twins();
  std::swap(turned.subjects.front(), turned.subjects.back());
  scene.after("link", turned);
  EXPECT_TRUE(scene.world().links.find(link_id({LinkKind::kTwin, kRows}).value));
}

TEST(Link, J03WhoeverMayCommentProposes) {
  two_tasks()
      .as("xa-a", Role::kOfficer)
      .when("link", twins())
      .then(LinkProposed{LinkKind::kTwin, kRows, ReasonText{"Cùng một việc", {}}});
  two_tasks().as("xa-a", Role::kClerk).when("link", twins()).then_rejected(kForbidden, "P01");
}
TEST(Link, J03NotTwiceButAgainOnceRejectedOrParted) {
  proposed().when("link", twins()).then_rejected(kRule, "J03");
  linked().when("link", twins()).then_rejected(kRule, "J03");
  proposed().after(link_subject(), RejectLink{"Hai việc khác nhau"}).when("link", twins()).then_accepted();
  linked().after(link_subject(), PartLink{"Đã tách", qd1()}).when("link", twins()).then_accepted();
}

TEST(Link, J04TheStandingAgencyOfEitherPlanDecides) {
  Given scene = proposed();
  scene.when(link_subject(), bound()).then_accepted();
  scene.as("vp-tinh-uy", Role::kStandingAgency).when(link_subject(), bound()).then_rejected(kForbidden, "J04");
  scene.as("so-khcn", Role::kHead).when(link_subject(), bound()).then_rejected(kForbidden, "P01");
  Programme other = programme("p2");
  other.standing_agency = {"vp-tinh-uy"};
  Task second = task("t2", {"so-tai-chinh"});
  second.programme = {"p2"};
  Given across = given(together(a_task_at_work(), std::vector<Fact>{{"programme/p2", Registered<Programme>{other}}},
                                registered(second)))
                     .as("xa-a")
                     .after("link", twins());
  across.as("vp-tinh-uy", Role::kStandingAgency).when(link_subject(), RejectLink{"Khác nhau"}).then_accepted();
}

TEST(Link, J05TwinsSayWhichRowBindsWhereverTheyDiffer) {
  const Given scene = proposed();
  scene.when(link_subject(), LinkRows{{}, qd1(), {}}).then_rejected(kRule, "J05");
  scene.when(link_subject(), bound())
      .then(LinkLinked{LinkKind::kTwin,
                       kRows,
                       {{LinkField::kDeadline, "task/t1"}},
                       qd1(),
                       ReasonText{"Theo kế hoạch ban hành sau", {}}});
  LinkRows more = bound();
  more.binding->push_back({LinkField::kLeads, "task/t2"});
  scene.when(link_subject(), more).then_rejected(kRule, "J05");
}
TEST(Link, J05BindsOneOfTheTwoRowsOnceAField) {
  const Given scene = proposed();
  scene.when(link_subject(), bound("task/t3")).then_rejected(kInvalid, "/binding/0/subject");
  LinkRows twice = bound();
  twice.binding->push_back(twice.binding->front());
  scene.when(link_subject(), twice).then_rejected(kInvalid, "/binding/1/field");
  LinkRows undocumented = bound();
  undocumented.document = {};
  scene.when(link_subject(), undocumented).then_rejected(kInvalid, "/document");
}
TEST(Link, J05WhatIsRelatedKeepsItsOwn) {
  ProposeLink related = twins();
  related.kind = LinkKind::kRelated;
  const Given scene = two_tasks().as("xa-a").after("link", related).as("so-khcn", Role::kStandingAgency);
  scene.when(link_subject(LinkKind::kRelated), bound()).then_rejected(kRule, "J05");
  scene.when(link_subject(LinkKind::kRelated), LinkRows{{}, qd1(), {}}).then_accepted();
}
TEST(Link, J05FieldsOfTasksAndOfIndicators) {
  Task second = task("t2", {"so-khcn"});
  second.title = "Việc khác";
  second.deliverables.pop_back();
  second.coordinating_agencies = agencies({"xa-a"});
  Given scene = given(together(a_task_at_work(), registered(second)));
  using F = LinkField;
  EXPECT_EQ(differing_fields(scene.world(), {LinkKind::kTwin, kRows}),
            (std::vector{F::kTitle, F::kLeads, F::kCoordinating, F::kDeliverables}));
  scene.fact(an_indicator("i1", "Tỷ lệ", 40)).fact(an_indicator("i2", "Tỉ lệ", 50));
  EXPECT_EQ(differing_fields(scene.world(), {LinkKind::kTwin, {"indicator/i1", "indicator/i2"}}),
            (std::vector{F::kTitle, F::kTargets}));
}

TEST(Link, J06DecisionsChangeSomething) {
  linked().when(link_subject(), bound()).then_rejected(kRule, "J06");
  linked().when(link_subject(), bound("task/t2")).then_accepted();
  linked().when(link_subject(), RejectLink{"Khác"}).then_rejected(kRule, "J06");
  proposed().when(link_subject(), PartLink{"Khác", qd1()}).then_rejected(kRule, "J06");
  linked().when(link_subject(), PartLink{"Khác", qd1()}).then(LinkParted{qd1(), ReasonText{"Khác", {}}});
  const Given rejected = proposed().after(link_subject(), RejectLink{"Khác"});
  rejected.when(link_subject(), RejectLink{"Khác"}).then_rejected(kRule, "J06");
  rejected.when(link_subject(), bound()).then_accepted();
}
TEST(Link, J06RestsOnWhatBothRowsSay) {
  Given scene = proposed();
  const Sequence seen = scene.world().head;
  TaskAmended amended;
  amended.set.values.title = "Tên mới";
  amended.set.present = 1u << 5;
  scene.fact({"task/t2", amended});
  EXPECT_EQ(scene.based_on(seen).when(link_subject(), bound()).then_rejected(RejectionKind::kStale).fields,
            std::vector<std::string>{"title"});
}

LinkItem item(const Given& scene, std::vector<std::string> rows, std::vector<LinkField> fields) {
  LinkItem result{LinkKind::kTwin, rows, scene.world().head, {}};
  for (const LinkField field : fields) {
    if (!result.binding) result.binding.emplace();
    result.binding->push_back({field, rows.front()});
  }
  return result;
}

TEST(Link, J07ManyAreDecidedInOneActAlsoWithoutBeingProposed) {
  Given scene = two_tasks();
  for (const Fact& fact : a_task("t3", {"so-tai-chinh"})) scene.fact(fact);
  scene.as("so-khcn", Role::kStandingAgency);
  LinkMany act{qd1(), {}, {item(scene, {"task/t2", "task/t1"}, {LinkField::kDeadline})}};
  const std::vector<LinkField> differ = differing_fields(scene.world(), {LinkKind::kTwin, {"task/t1", "task/t3"}});
  act.items.push_back(item(scene, {"task/t1", "task/t3"}, differ));
  EXPECT_EQ(scene.when("link", act).count(), 2U);
  act.items.push_back(act.items.front());
  scene.when("link", act).then_rejected(kInvalid, "/items/2/subjects");
  act.items.pop_back();
  act.items.back().subjects = {"task/t1", "task/none"};
  scene.when("link", act).then_rejected(RejectionKind::kUnknownReference, "/items/1/subjects/1");
  const RejectLinks refusal{"Hai việc khác nhau", {{LinkKind::kTwin, kRows, scene.world().head}}};
  scene.when("link", refusal).then(LinkRejected{LinkKind::kTwin, kRows, ReasonText{"Hai việc khác nhau", {}}});
}

Fact measured(std::string id, std::optional<std::string> unit, std::optional<MemberId> member) {
  Indicator row;
  row.id = {std::move(id)};
  row.programme = {"p1"};
  row.name = "Tỷ lệ người dân có chữ ký số";
  row.unit = std::move(unit);
  row.member = std::move(member);
  return {"indicator/" + row.id.value, Registered<Indicator>{row}};
}

TEST(Link, J05UnitAndMemberAreDecidedWhereBothRowsNameThem) {
  using F = LinkField;
  Given scene = two_tasks()
                    .fact(measured("i1", "Người", MemberId{"cong-an"}))
                    .fact(measured("i2", "%", MemberId{"khcn"}))
                    .fact(measured("i3", std::nullopt, std::nullopt))
                    .fact(measured("i4", "NGƯỜI", MemberId{"cong-an"}))
                    .as("so-khcn", Role::kStandingAgency);
  const auto differ = [&](std::string other) {
    return differing_fields(scene.world(), {LinkKind::kTwin, {"indicator/i1", "indicator/" + other}});
  };
  EXPECT_EQ(differ("i2"), (std::vector{F::kUnit, F::kMember}));
  EXPECT_EQ(differ("i3"), std::vector<F>{});
  EXPECT_EQ(differ("i4"), std::vector<F>{});
  const std::vector<std::string> rows = {"indicator/i1", "indicator/i2"};
  scene.when("link", LinkMany{qd1(), {}, {item(scene, rows, {F::kUnit})}}).then_rejected(kRule, "J05");
  scene.when("link", LinkMany{qd1(), {}, {item(scene, rows, {F::kUnit, F::kMember})}}).then_accepted();
}

TEST(Link, C02AnIndicatorMovesWithItsLinks) {
  Given scene = two_tasks().fact(measured("i1", "%", {})).fact(measured("i2", "%", {})).as("xa-a");
  const Sequence before = scene.world().representation({Aggregate::kIndicator, "i1"});
  scene.after("link", ProposeLink{LinkKind::kTwin, {"indicator/i1", "indicator/i2"}, "Cùng một chỉ tiêu"});
  EXPECT_GT(scene.world().representation({Aggregate::kIndicator, "i1"}), before);
}

TEST(Link, C02ATaskMovesWithItsLinks) {
  Given scene = two_tasks();
  const Sequence before = scene.world().representation({Aggregate::kTask, "t1"});
  scene.as("xa-a").after("link", twins());
  EXPECT_GT(scene.world().representation({Aggregate::kTask, "t1"}), before);
}

TEST(Link, P20IsReadByWhoReadsOneOfItsRows) {
  const Given scene = proposed();
  const Subject subject = *parse_subject(link_subject());
  const auto reads = [&](Role role, std::string agency) {
    Grant grant;
    grant.role = role;
    grant.agency = {std::move(agency)};
    return Reader({grant}).may_read(scene.world(), subject);
  };
  EXPECT_TRUE(reads(Role::kOfficer, "so-tai-chinh"));
  EXPECT_TRUE(reads(Role::kStandingAgency, "so-khcn"));
  EXPECT_FALSE(reads(Role::kOfficer, "xa-b"));
  EXPECT_FALSE(reads(Role::kPublic, "so-tai-chinh"));
}

TEST(Link, E02WithoutWordsOnlyTheWordsAreGone) {
  Given scene = linked();
  const Sequence decided = scene.world().head;
  scene.fact({"log/log", RecordErased{decided, qd1(), "Lý do"}});
  const LinkState* link = scene.world().links.find(link_id({LinkKind::kTwin, kRows}).value);
  EXPECT_FALSE(link->text);
  EXPECT_EQ(link->status, LinkStatus::kLinked);
}

}  // namespace
}  // namespace luuvet::test
