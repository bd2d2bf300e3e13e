// Plans from files: rules N01 to N06.
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
  scene.after("programme", file({titled(scene, "t1", "Người khác sửa")}));
  const When moved = scene.when("programme", file({seen}));
  EXPECT_EQ(moved.then_rejected(kStale).fields, std::vector<std::string>{"title"});
}

}  // namespace
}  // namespace luuvet::test
