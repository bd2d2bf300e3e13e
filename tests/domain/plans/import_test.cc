#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given importing() {
  return given(a_province()).actor("luuvet");
}
Task row(std::initializer_list<std::string_view> leads = {"so-tai-chinh"}) {
  return task("t1", leads);
}
Given imported() {
  return importing().after("task", ImportRow<Task>{row()});
}

// Somebody changes the title by document, and the import goes on.
Given amended_by_people() {
  Given scene = imported();
  Partial<Task> set;
  set.values.title = "Tên do cơ quan sửa";
  set.present = 1u << 5;
  return scene.fact({"task/t1", TaskAmended{set, qd1(), {}}, "so-khcn"});
}

TEST(Import, I01AnUnknownRowIsRegistered) {
  const When made = importing().when("task", ImportRow<Task>{row()});
  made.then(TaskRegistered{row()}, TaskAssigned{});
  EXPECT_EQ(made.decision().agency.value, kSystemActor);
  Agency agency;
  agency.id = {"so-moi"};
  agency.name = "Sở mới";
  importing().when("agency", ImportRow<Agency>{agency}).then(Registered<Agency>{agency});
  Document document;
  document.id = {"215-kh-ubnd"};
  importing().when("document", ImportRow<Document>{document}).then(DocumentRegistered{document, {}});
}
TEST(Import, I01RowsWithoutWorkAreNotAssigned) {
  Task group = row();
  group.is_group = true;
  importing().when("task", ImportRow<Task>{group}).then(TaskRegistered{group});
  Task link = row();
  link.links_to = DocumentId{"qd-1"};
  importing().when("task", ImportRow<Task>{link}).then(TaskRegistered{link});
}
TEST(Import, I01AGroupThatBecomesATaskIsAssigned) {
  Task group = row();
  group.is_group = true;
  const When made = importing().after("task", ImportRow<Task>{group}).when("task", ImportRow<Task>{row()});
  ASSERT_EQ(made.count(), 2u);
  EXPECT_TRUE(is(made.event(1), TaskAssigned{}));
}

TEST(Import, I02TheSameRowChangesNothing) {
  imported().when("task", ImportRow<Task>{row()}).then();
  amended_by_people().when("task", ImportRow<Task>{row()}).then();
}
TEST(Import, I02AnAssignmentByPeopleStays) {
  imported().fact(each("t1", {"xa-a"})).when("task", ImportRow<Task>{row()}).then();
}

TEST(Import, I03WhatPeopleLeftAloneFollowsThePapers) {
  Task changed = row();
  changed.content = "Nội dung đính chính";
  TaskAmended event;
  event.set.values.content = changed.content;
  event.set.present = 1u << 6;
  imported().when("task", ImportRow<Task>{changed}).then(event);
  Given scene = amended_by_people().after("task", ImportRow<Task>{changed});
  EXPECT_EQ(scene.world().tasks.find("t1")->content.title, "Tên do cơ quan sửa");
  scene.when("task", ImportRow<Task>{changed}).then();
}
TEST(Import, I03AnErrorOfTheImportIsMendedByTheNext) {
  Task changed = row();
  changed.title = "Tên sai";
  Given scene = imported().after("task", ImportRow<Task>{changed}).after("task", ImportRow<Task>{row()});
  EXPECT_EQ(scene.world().tasks.find("t1")->content, row());
}

TEST(Import, I04WhatPeopleChangedBecomesADoubt) {
  Task changed = row();
  changed.title = "Tên trên văn bản mới";
  changed.content = "Nội dung đính chính";
  Given scene = amended_by_people();
  const When made = scene.when("task", ImportRow<Task>{changed});
  ASSERT_EQ(made.count(), 2u);
  const NewEvent& raised = made.decision().events[1];
  const Doubt& doubt = std::get<Registered<Doubt>>(raised.event).content;
  EXPECT_EQ(raised.subject.text(), "doubt/" + doubt.id.value);
  EXPECT_TRUE(is_valid_id(doubt.id.value));
  EXPECT_EQ(doubt.kind, "contradiction");
  EXPECT_EQ(doubt.programme.value, "p1");
  EXPECT_NE(doubt.text.find("tên"), std::string::npos);
  ASSERT_EQ(doubt.places.size(), 1u);
  EXPECT_EQ(doubt.places.front().subject, "task/t1");
  scene.after("task", ImportRow<Task>{changed});
  EXPECT_EQ(scene.world().tasks.find("t1")->content.title, "Tên do cơ quan sửa");
  EXPECT_EQ(scene.world().tasks.find("t1")->content.content, "Nội dung đính chính");
}
TEST(Import, I04TheSameDoubtIsRaisedOnce) {
  Task changed = row();
  changed.title = "Tên trên văn bản mới";
  Given scene = amended_by_people().after("task", ImportRow<Task>{changed});
  scene.when("task", ImportRow<Task>{changed}).then();
  changed.title = "Tên trên văn bản mới nữa";
  EXPECT_EQ(scene.when("task", ImportRow<Task>{changed}).count(), 1u);
}
TEST(Import, I04NoDoubtWherePeopleAndPapersAgree) {
  Task changed = row();
  changed.title = "Tên do cơ quan sửa";
  amended_by_people().when("task", ImportRow<Task>{changed}).then();
}

TEST(Import, I05OnlyTheSystemImports) {
  importing().as("so-khcn").when("task", ImportRow<Task>{row()}).then_rejected(RejectionKind::kForbidden, "I05");
}

TEST(Import, I06TheConfirmingAgencyIsFilledIn) {
  Task own = row({"so-khcn"});
  own.confirming_agency = {};
  const When made = importing().when("task", ImportRow<Task>{own});
  EXPECT_EQ(std::get<TaskRegistered>(made.event()).content.confirming_agency.value, "vp-ubnd-tinh");
  importing().after("task", ImportRow<Task>{own}).when("task", ImportRow<Task>{own}).then();
}

TEST(Import, R01AgenciesAndGroupsShareOneNameSpace) {
  AgencyGroup group;
  group.id = {"so-khcn"};
  importing().when("agency-group", ImportRow<AgencyGroup>{group}).then_rejected(kInvalid, "/id");
  Agency agency;
  agency.id = {"cac-xa"};
  importing().when("agency", ImportRow<Agency>{agency}).then_rejected(kInvalid, "/id");
}
TEST(Import, R02JointIsNoAgency) {
  Agency agency;
  agency.id = {"joint"};
  importing().when("agency", ImportRow<Agency>{agency}).then_rejected(kInvalid, "/id");
}
TEST(Import, R03RowsNameWhatIsThere) {
  importing().when("task", ImportRow<Task>{task("t1", {"so-xyz"})}).then_rejected(kUnknown, "/lead_agencies/0");
  Task changed = row();
  changed.programme = {"p9"};
  importing().when("task", ImportRow<Task>{changed}).then_rejected(kUnknown, "/programme");
  changed = row();
  changed.parent = TaskId{"g9"};
  importing().when("task", ImportRow<Task>{changed}).then_rejected(kUnknown, "/parent");
  changed = row();
  changed.id = {"T 1"};
  importing().when("task", ImportRow<Task>{changed}).then_rejected(kInvalid, "/id");
  Programme plan = programme("p2");
  importing().when("programme", ImportRow<Programme>{plan}).then_rejected(kUnknown, "/document");
  Indicator indicator;
  indicator.id = {"i1"};
  indicator.programme = {"p1"};
  indicator.parent = IndicatorId{"i0"};
  importing().when("indicator", ImportRow<Indicator>{indicator}).then_rejected(kUnknown, "/parent");
}

}  // namespace
}  // namespace luuvet::test
