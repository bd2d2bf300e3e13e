// Plans from files: rules N01 to N08.
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;
constexpr auto kStale = RejectionKind::kStale;
constexpr auto kExists = RejectionKind::kAlreadyExists;

Given plan() {
  return given(together(a_task_at_work(), a_task("t2", {"so-noi-vu"}), a_task("t3", {"so-tai-chinh"}))).as("so-khcn");
}

PlanItem added(Task row) {
  PlanItem item;
  item.do_ = RowChoice::kAdd;
  item.row = std::move(row);
  return item;
}

PlanItem kept(const Given& scene, const std::string& id) {
  PlanItem item;
  item.subject = "task/" + id;
  item.row = scene.world().tasks.find(id)->content;
  return item;
}

PlanItem titled(const Given& scene, const std::string& id, const std::string& title) {
  PlanItem item = kept(scene, id);
  item.do_ = RowChoice::kAmend;
  item.based_on = scene.world().head;
  const Task before = *item.row;
  item.row->title = title;
  item.set = difference(before, *item.row);
  return item;
}

PlanItem cancelled(const Given& scene, const std::string& id) {
  PlanItem item;
  item.do_ = RowChoice::kCancel;
  item.subject = "task/" + id;
  item.based_on = scene.world().head;
  return item;
}

ImportPlan file(std::vector<PlanItem> items) {
  return {{"p1"}, std::nullopt, qd1(), std::move(items)};
}

ImportPlan new_programme(std::string standing) {
  ImportPlan body = file({});
  body.programme = {"p2"};
  body.add = programme("p2");
  body.add->standing_agency = {std::move(standing)};
  body.add->title = body.add->short_title = "Kế hoạch mới";
  body.add->document = {"qd-1"};
  Task row = task("p2.1", {"so-noi-vu"});
  row.programme = {"p2"};
  body.items = {added(row)};
  return body;
}

TEST(PlanImport, N01TheStandingAgencyTakesAFileByADocument) {
  plan().when("programme", file({added(task("n1", {"so-noi-vu"}))})).then_accepted();
  plan().as("so-noi-vu").when("programme", file({added(task("n1", {"so-noi-vu"}))})).then_rejected(kForbidden, "T01");
  plan()
      .as("so-khcn", Role::kHead)
      .when("programme", file({added(task("n1", {"so-noi-vu"}))}))
      .then_rejected(kForbidden, "P01");
  ImportPlan without = file({added(task("n1", {"so-noi-vu"}))});
  without.document = DocumentRef{DocumentId{"khong-co"}, std::nullopt};
  plan().when("programme", without).then_rejected(kUnknown, "/document");
}

TEST(PlanImport, N02ANewProgrammeIsRegisteredByItsOwnStandingAgency) {
  const When made = plan().when("programme", new_programme("so-khcn"));
  ASSERT_EQ(made.count(), 4u);
  EXPECT_EQ(std::get<Registered<Programme>>(made.event(0)).content.id.value, "p2");
  EXPECT_EQ(std::get<TaskRegistered>(made.event(1)).content.programme.value, "p2");
  plan().when("programme", new_programme("so-noi-vu")).then_rejected(kForbidden, "N02");
  ImportPlan there = new_programme("so-khcn");
  there.programme = there.add->id = {"p1"};
  plan().when("programme", there).then_rejected(kExists);
  ImportPlan backwards = new_programme("so-khcn");
  backwards.add->year_from = 2031;
  plan().when("programme", backwards).then_rejected(kInvalid, "/year_from");
}

TEST(PlanImport, N03RowsAreAddedAmendedCancelledAndKept) {
  const Given scene = plan();
  const When made = scene.when("programme", file({added(task("n1", {"so-noi-vu"})), titled(scene, "t1", "Tên mới"),
                                                  cancelled(scene, "t2"), kept(scene, "t3")}));
  ASSERT_EQ(made.count(), 6u) << "t3 is as it was last imported";
  EXPECT_EQ(std::get<TaskRegistered>(made.event(0)).content.confirming_agency.value, "so-khcn") << "T04";
  EXPECT_TRUE(std::holds_alternative<TaskAssigned>(made.event(1)));
  EXPECT_EQ(std::get<TaskAmended>(made.event(3)).set.values.title, "Tên mới");
  EXPECT_EQ(std::get<TaskAmended>(made.event(3)).document, qd1());
  EXPECT_EQ(std::get<TaskImported>(made.event(4)).row.title, "Tên mới");
  EXPECT_TRUE(std::holds_alternative<TaskCancelled>(made.event(5)));
}

TEST(PlanImport, N03ARowMayStandUnderOneOfTheSameAct) {
  Task group = task("g1", {});
  group.is_group = true;
  Task under = task("g1.1", {"so-noi-vu"});
  under.parent = TaskId{"g1"};
  plan().when("programme", file({added(group), added(under)})).then_accepted();
  plan().when("programme", file({added(under), added(group)})).then_rejected(kUnknown, "/items/0/parent");
  Task leaf = task("l1", {"so-noi-vu"});
  under.parent = TaskId{"l1"};
  plan().when("programme", file({added(leaf), added(under)})).then_rejected(kRule, "T03");
}

TEST(PlanImport, N03WhatAFileMayNotDoIsRefused) {
  const Given scene = plan();
  PlanItem moved = titled(scene, "t1", "Tên mới");
  moved.row->area = "cchc";
  moved.set = difference(scene.world().tasks.find("t1")->content, *moved.row);
  scene.when("programme", file({moved})).then_rejected(kInvalid, "/items/0/set");
  Task unknown = task("n1", {"khong-co"});
  scene.when("programme", file({added(unknown)})).then_rejected(kUnknown, "/items/0/lead_agencies/0");
  scene.when("programme", file({added(task("t1", {"so-noi-vu"}))})).then_rejected(kExists);
  Task elsewhere = task("n1", {"so-noi-vu"});
  elsewhere.programme = {"p9"};
  scene.when("programme", file({added(elsewhere)})).then_rejected(kInvalid, "/items/0/row/programme");
  scene.when("programme", file({kept(scene, "t1"), kept(scene, "t1")})).then_rejected(kInvalid, "/items/1/subject");
}

TEST(PlanImport, N04TheFilesRowIsRemembered) {
  Given scene = plan();
  const PlanItem amended = titled(scene, "t1", "Tên mới");
  scene.after("programme", file({amended}));
  ASSERT_TRUE(scene.world().tasks.find("t1")->imported);
  EXPECT_EQ(scene.world().tasks.find("t1")->imported->title, "Tên mới");
  PlanItem otherwise = kept(scene, "t1");
  otherwise.row->title = "Tệp ghi khác";
  scene.after("programme", file({otherwise}));
  EXPECT_EQ(scene.world().tasks.find("t1")->content.title, "Tên mới");
  EXPECT_EQ(scene.world().tasks.find("t1")->imported->title, "Tệp ghi khác");
}

TEST(PlanImport, N05AFileThatBringsNothingIsRefused) {
  const Given scene = plan();
  scene.when("programme", file({kept(scene, "t1")})).then_rejected(kRule, "N05");
  scene.when("programme", file({})).then_rejected(kRule, "N05");
}

TEST(PlanImport, N06ChangedRowsRestOnWhatWasSeen) {
  Given scene = plan();
  PlanItem seen = titled(scene, "t1", "Tên mới");
  PlanItem unseen = seen;
  unseen.based_on.reset();
  scene.when("programme", file({unseen})).then_rejected(kInvalid, "/items/0/based_on");
  PlanItem beyond = seen;
  beyond.based_on = scene.world().head + 1;
  scene.when("programme", file({beyond})).then_rejected(kInvalid, "/items/0/based_on");
  scene.after("programme", file({titled(scene, "t1", "Người khác sửa")}));
  const When moved = scene.when("programme", file({seen}));
  EXPECT_EQ(moved.then_rejected(kStale).fields, std::vector<std::string>{"title"});
}

TEST(PlanImport, N09AFileSaysWhatOtherSystemsCallATask) {
  Given scene = plan();
  const std::vector<ExternalId> ids = {{"hscv", "NV-1"}, {"ioc", "7"}};
  PlanItem named = kept(scene, "t1");
  named.do_ = RowChoice::kAmend;
  named.based_on = scene.world().head;
  named.external_ids = ids;
  PlanItem fresh = added(task("n1", {"so-noi-vu"}));
  fresh.external_ids = std::vector<ExternalId>{{"hscv", "NV-2"}};
  scene.after("programme", file({named, fresh}));
  EXPECT_EQ(scene.world().tasks.find("t1")->external_ids, ids);
  EXPECT_EQ(scene.world().tasks.find("n1")->external_ids, fresh.external_ids);
  scene.when("programme", file({named})).then_rejected(kStale);
  named.based_on = scene.world().head;
  scene.when("programme", file({named})).then_rejected(kRule, "N05");
  named.external_ids = fresh.external_ids;
  EXPECT_EQ(scene.when("programme", file({named})).then_rejected(kRule, "Z30").errors.front().pointer, "/items/0");
  fresh = added(task("n2", {"so-noi-vu"}));
  fresh.external_ids = ids;
  EXPECT_EQ(scene.when("programme", file({fresh})).then_rejected(kRule, "Z30").errors.front().pointer,
            "/items/0/external_ids");
  named.external_ids = std::vector<ExternalId>{{"Hệ thống", "1"}};
  scene.when("programme", file({named})).then_rejected(kInvalid, "/items/0/external_ids/0/system");
  PlanItem left = kept(scene, "t1");
  left.external_ids = ids;
  scene.when("programme", file({left})).then_rejected(kInvalid, "/items/0/set");
}

Indicator an_indicator(const std::string& id) {
  Indicator row;
  row.id = {id};
  row.programme = {"p1"};
  row.source = {{"p1"}, "I", "I", "1"};
  row.name = "Tỷ lệ phủ sóng 5G";
  row.unit = "%";
  row.direction = "higher";
  row.targets = {{2030, "≥ 90", Comparator::kAtLeast, {Decimal{90, 0}, std::nullopt}, std::nullopt}};
  row.tracking_agencies = {{"so-khcn"}};
  return row;
}

BudgetLine a_line(const std::string& id) {
  BudgetLine row;
  row.id = {id};
  row.programme = {"p1"};
  row.source = {{"p1"}, "III", "I.A", "1"};
  row.name = "Phát triển hạ tầng";
  row.lead_agencies = {{"so-khcn"}};
  row.funding_source = "undetermined";
  row.need = Need{3'000'000, {{"2026", 1'000'000}, {"2027", 2'000'000}}};
  return row;
}

ImportPlan with(std::vector<RegisterItem<Indicator>> indicators, std::vector<RegisterItem<BudgetLine>> lines = {}) {
  ImportPlan body = file({});
  body.indicators = std::move(indicators);
  body.budget_lines = std::move(lines);
  return body;
}

template <class Content>
RegisterItem<Content> amended(const Given& scene, const Content& before, const Content& after) {
  return {RowChoice::kAmend, after, difference(before, after), scene.world().head};
}

TEST(PlanImport, N07NewSectionsJoinTheProgramme) {
  const Given scene = plan();
  const std::size_t had = scene.world().programmes.find("p1")->content.sections.size();
  ImportPlan body = file({added(task("n1", {"so-noi-vu"}))});
  body.sections = {{"IX", "I", "Phần mới"}};
  const When made = scene.when("programme", body);
  const auto event = std::get<Amended<Programme>>(made.event(0));
  EXPECT_EQ(event.set.values.sections.size(), had + 1);
  EXPECT_EQ(event.document, qd1());
  body.sections.push_back(body.sections.front());
  plan().when("programme", body).then_rejected(kInvalid, "/sections");
  body.sections = {{"IX", "I", ""}};
  plan().when("programme", body).then_rejected(kInvalid, "/sections");
}

TEST(PlanImport, N08IndicatorsAndBudgetLinesAreAddedAndAmended) {
  BudgetLine heading = a_line("l0"), line = a_line("l1");
  heading.heading = true;
  heading.need.reset();
  line.parent = heading.id;
  const When made =
      plan().when("programme", with({{RowChoice::kAdd, an_indicator("i1"), {}, {}}},
                                    {{RowChoice::kAdd, heading, {}, {}}, {RowChoice::kAdd, line, {}, {}}}));
  ASSERT_EQ(made.count(), 3u);
  EXPECT_EQ(std::get<Registered<Indicator>>(made.event(0)).content, an_indicator("i1"));
  EXPECT_EQ(std::get<Registered<BudgetLine>>(made.event(2)).content, line) << "under one of the same act";

  Given after = plan();
  after.after("programme", with({{RowChoice::kAdd, an_indicator("i1"), {}, {}}}));
  Indicator next = an_indicator("i1");
  next.targets[0].value.low = Decimal{95, 0};
  const When changed = after.when("programme", with({amended(after, an_indicator("i1"), next)}));
  EXPECT_EQ(std::get<Amended<Indicator>>(changed.event(0)).set.values.targets, next.targets);
  EXPECT_EQ(std::get<Amended<Indicator>>(changed.event(0)).document, qd1());
  after.when("programme", with({{RowChoice::kAdd, an_indicator("i1"), {}, {}}})).then_rejected(kExists);
}

TEST(PlanImport, N08WhatAFileMayNotDoWithThemIsRefused) {
  const auto refused = [](const ImportPlan& body, const std::string& pointer) {
    plan().when("programme", body).then_rejected(kInvalid, pointer);
  };
  Indicator row = an_indicator("i1");
  row.name.clear();
  refused(with({{RowChoice::kAdd, row, {}, {}}}), "/indicators/0/row/name");
  row = an_indicator("i1");
  row.targets[0].comparator = Comparator::kRange;
  refused(with({{RowChoice::kAdd, row, {}, {}}}), "/indicators/0/row/targets/0/value");
  row.heading = true;
  row.targets = an_indicator("i1").targets;
  refused(with({{RowChoice::kAdd, row, {}, {}}}), "/indicators/0/row/targets");
  refused(with({{RowChoice::kCancel, an_indicator("i1"), {}, {}}}), "/indicators/0/do");
  row = an_indicator("i1");
  row.programme = {"p9"};
  refused(with({{RowChoice::kAdd, row, {}, {}}}), "/indicators/0/row/programme");
  BudgetLine line = a_line("l1");
  line.need.reset();
  refused(with({}, {{RowChoice::kAdd, line, {}, {}}}), "/budget_lines/0/row/need");
  line = a_line("l1");
  line.need->years["2026"] = -1;
  refused(with({}, {{RowChoice::kAdd, line, {}, {}}}), "/budget_lines/0/row/need/years/2026");
  plan()
      .when("programme", with({{RowChoice::kAmend, an_indicator("none"), {}, 1}}))
      .then_rejected(kUnknown, "/indicators/0/row/id");
}

TEST(PlanImport, N08AnAmendmentRestsOnWhatItHasSeen) {
  Given scene = plan();
  scene.after("programme", with({{RowChoice::kAdd, an_indicator("i1"), {}, {}}}));
  Indicator next = an_indicator("i1");
  next.name = "Tên khác";
  const auto item = amended(scene, an_indicator("i1"), next);
  Given moved = scene;
  moved.after("programme", with({item}));
  next.name = "Tên khác nữa";
  RegisterItem<Indicator> late = item;
  late.set.values.name = next.name;
  moved.when("programme", with({late})).then_rejected(kStale);
  late.based_on = moved.world().head + 1;
  moved.when("programme", with({late})).then_rejected(kInvalid, "/indicators/0/based_on");
  RegisterItem<Indicator> other = item;  // of another member: nothing moved
  other.set = difference(an_indicator("i1"), [] {
    Indicator row = an_indicator("i1");
    row.note = "Ghi chú";
    return row;
  }());
  moved.when("programme", with({other})).then_accepted();
  RegisterItem<Indicator> ours = item;
  ours.set.values.member = MemberId{"m1"};
  ours.set = difference(an_indicator("i1"), [] {
    Indicator row = an_indicator("i1");
    row.member = MemberId{"m1"};
    return row;
  }());
  moved.when("programme", with({ours})).then_rejected(kInvalid, "/indicators/0/set");
}

}  // namespace
}  // namespace luuvet::test
