#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;

std::string acting(const Given& scene, std::string_view target) {
  const When made = scene.when(target, Comment{"a", {}});
  return made.accepted() ? made.decision().agency.value : "";
}
Fact plan_of(std::string id, std::string standing) {
  Programme content = programme(id);
  content.standing_agency = {std::move(standing)};
  content.committee.reset();
  return {"programme/" + id, Registered<Programme>{content}};
}

TEST(General, G01WithoutAnAgencyTheStandingAgencyActs) {
  Given scene = given(a_task_at_work()).fact(plan_of("a0", "so-noi-vu"));
  EXPECT_EQ(acting(scene, "task/t1"), "so-khcn");
  EXPECT_EQ(acting(scene, "programme/a0"), "so-noi-vu");
  EXPECT_EQ(acting(scene, "committee/bcd"), "vp-tinh-uy");
}
TEST(General, G01WithoutAProgrammeTheStandingAgencyOfMost) {
  Given scene = given(a_task_at_work()).fact(plan_of("a0", "so-noi-vu"));
  EXPECT_EQ(acting(scene, "agency/xa-a"), "so-khcn");  // one each: the first registered
  scene.fact(plan_of("a1", "so-noi-vu"));
  EXPECT_EQ(acting(scene, "agency/xa-a"), "so-noi-vu");
}
TEST(General, G01TheAgencyActedForIsRegistered) {
  for (const char* agency : {"so-xyz", "cac-xa"})
    given(a_task_at_work())
        .as(agency)
        .when("task/t1", Comment{"a", {}})
        .then_rejected(RejectionKind::kForbidden, "G01");
  given(a_task_at_work())
      .as("so-xyz")
      .when("assignment/t1.joint", StartAssignment{})
      .then_rejected(RejectionKind::kForbidden, "G01");
}

TEST(General, G02EveryFaultOfABodyIsNamedAtOnce) {
  ReportProgress body;
  body.percent = 200;
  body.period = "2026-99";
  body.document = DocumentRef{};
  const Rejection rejection =
      given(a_task_at_work()).as("so-tai-chinh").when("assignment/t1.joint", body).then_rejected(kInvalid, "/percent");
  EXPECT_EQ(rejection.errors.size(), 3u);
}
TEST(General, G03AFactDoesNotLieInTheFuture) {
  const Given scene = given(a_task_at_work()).as("so-tai-chinh");
  scene.when("assignment/t1.joint", StartAssignment{day("2026-03-15")}).then_accepted();
  scene.when("assignment/t1.joint", StartAssignment{day("2026-03-16")}).then_rejected(kInvalid, "/started_on");
  ReportProgress report;
  report.obstacle = Obstacle{"vốn", day("2026-03-16"), "Chưa có vốn", {}};
  scene.when("assignment/t1.joint", report).then_rejected(kInvalid, "/obstacle/since");
}
TEST(General, G04ADocumentIsRegisteredOrFollowsByADay) {
  const Given scene = given(a_task_at_work()).as("so-khcn");
  const auto cancel = [&](DocumentRef ref) { return scene.when("task/t1", CancelTask{"Vì sao", std::move(ref)}); };
  cancel(qd1()).then_accepted();
  cancel({{}, day("2026-03-16")}).then_accepted();
  cancel({{}, day("2026-03-15")}).then_rejected(kInvalid, "/document/later");
  cancel({DocumentId{"qd-1"}, day("2026-03-16")}).then_rejected(kInvalid, "/document");
  cancel({}).then_rejected(kInvalid, "/document");
  cancel({DocumentId{"qd-9"}, {}}).then_rejected(RejectionKind::kUnknownReference, "/document");
}
TEST(General, G05ListsHaveALimit) {
  ApproveProgress body;
  for (Sequence each = 1; each <= kListItemsMax + 1; ++each) body.of.push_back(each);
  given(a_task_at_work()).as("so-tai-chinh").when("assignment/t1.joint", body).then_rejected(kInvalid, "/of");
}

LogCreated created() {
  return {"0123456789abcdef", "thu-nghiem", "luuvet.example/log", "key"};
}
Given log_alone() {
  return given({{"log/0123456789abcdef", created()}});
}

TEST(General, G08ALogIsCreatedOnce) {
  const When made = given({}).when("log", CreateLog{created()});
  made.then(created());
  EXPECT_EQ(made.decision().events.front().subject.text(), "log/0123456789abcdef");
  EXPECT_EQ(made.decision().agency.value, kSystemActor);
  log_alone().when("log", CreateLog{created()}).then_rejected(kRule, "G08");
  given({}).when("log", AdoptLog{"key"}).then_rejected(kRule, "G08");
}
TEST(General, G09DaysAreOpenedInOrder) {
  given({}).when("calendar", OpenDay{day("2026-03-15")}).then(DayOpened{day("2026-03-15")});
  const Given scene = given({{"calendar/vn", DayOpened{day("2026-03-15")}}});
  scene.when("calendar", OpenDay{day("2026-03-16")}).then(DayOpened{day("2026-03-16")});
  scene.when("calendar", OpenDay{day("2026-03-15")}).then();
  scene.when("calendar", OpenDay{day("2026-03-14")}).then();
  scene.when("calendar", OpenDay{day("2026-03-17")}).then_rejected(kRule, "G09");
}
TEST(General, G09ADayMovesNothingElse) {
  Given scene = given(a_task_at_work());
  const Sequence before = scene.world().representation(subject("task/t1"));
  scene.after("calendar", OpenDay{day("2026-03-15")});
  EXPECT_EQ(scene.world().representation(subject("task/t1")), before);
  EXPECT_EQ(scene.world().day, day("2026-03-15"));
}
TEST(General, G10AnErasureNamesARecordItsGroundAndItsReason) {
  const Given scene = given(together({{"log/0123456789abcdef", created()}}, a_task_at_work()));
  scene.when("log", NoteErasure{3, qd1(), "Theo quyết định"}).then(RecordErased{3, qd1(), "Theo quyết định"});
  scene.when("log", NoteErasure{0, qd1(), "Theo quyết định"}).then_rejected(kInvalid, "/sequence");
  scene.when("log", NoteErasure{9999, qd1(), "Theo quyết định"}).then_rejected(kInvalid, "/sequence");
  scene.when("log", NoteErasure{3, qd1(), ""}).then_rejected(kInvalid, "/reason");
}
TEST(General, G10ErasedWordsLeaveTheState) {
  ReportProgress report;
  report.result = "Tên một người";
  Given scene = given(together({{"log/0123456789abcdef", created()}}, a_task_at_work())).as("so-tai-chinh");
  scene.after("assignment/t1.joint", report);
  const Sequence statement = scene.world().head;
  const World before = scene.world();
  scene.after("log", NoteErasure{statement, qd1(), "Theo quyết định"});
  EXPECT_FALSE(scene.world().assignments.find("t1.joint")->statements.front().text);
  EXPECT_TRUE(before.assignments.find("t1.joint")->statements.front().text);  // a published World stays as it was
}
TEST(General, G11AdoptingTakesTheNewKey) {
  Given scene = log_alone();
  scene.after("log", AdoptLog{"new key"});
  EXPECT_EQ(scene.world().log->public_key, "new key");
}

}  // namespace
}  // namespace luuvet::test
