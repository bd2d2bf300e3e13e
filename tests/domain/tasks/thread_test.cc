#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Given scene_of(std::string agency) {
  return given(a_task_at_work()).as(std::move(agency));
}
Direct direct() {
  return {"Báo cáo trước ngày 25", agencies({"so-tai-chinh"}), {}, {}};
}
Urge urge() {
  return {"Đề nghị cập nhật", agencies({"so-tai-chinh", "cac-xa"}), day("2026-03-20"), qd1()};
}

TEST(Thread, H01AnybodyCommentsOnAnythingThatIsThere) {
  for (const char* target : {"task/t1", "assignment/t1.joint", "programme/p1", "agency/xa-a", "agency-group/cac-xa",
                             "committee/bcd", "document/qd-1"}) {
    const When made = scene_of("xa-c").when(target, Comment{"Chưa rõ", {}});
    made.then(ThreadCommented{{}, ThreadText{"Chưa rõ"}});
    EXPECT_EQ(made.decision().events.front().subject.text(), "thread/" + std::string(target));
    EXPECT_EQ(made.decision().resource.text(), target);
  }
}
TEST(Thread, H01ButNotOnWhatIsNotThere) {
  for (const char* target :
       {"task/t9", "assignment/t1.xa-a", "indicator/i1", "calendar/vn", "thread/task/t1", "member/m1"})
    EXPECT_EQ(scene_of("xa-c").when(target, Comment{"Chưa rõ", {}}).rejection().kind, RejectionKind::kNotFound)
        << target;
}
TEST(Thread, H01BodyLimits) {
  scene_of("xa-c").when("task/t1", Comment{"", {}}).then_rejected(kInvalid, "/text");
  scene_of("xa-c").when("task/t1", Comment{std::string(kTextBytesMax + 1, 'x'), {}}).then_rejected(kInvalid, "/text");
}

TEST(Thread, H02AReplyAnswersAnEntryOfTheSameThread) {
  Given scene = scene_of("xa-c").after("task/t1", Comment{"Chưa rõ", {}});
  const Sequence entry = scene.world().head;
  scene.when("task/t1", Comment{"Đã rõ", entry}).then_accepted();
  scene.when("task/t1", Comment{"Đã rõ", entry - 1}).then_rejected(kUnknown, "/reply_to");
  scene.when("programme/p1", Comment{"Đã rõ", entry}).then_rejected(kUnknown, "/reply_to");
  scene.when("assignment/t1.joint", Comment{"Đã rõ", entry}).then_rejected(kUnknown, "/reply_to");
}

TEST(Thread, H03DirectivesAndUrgingsComeFromAbove) {
  const Direct body = direct();
  scene_of("so-khcn").when("task/t1", body).then(ThreadDirected{body.to, {}, {}, ThreadText{body.text}});
  const Urge urging = urge();
  scene_of("so-khcn")
      .when("task/t1", urging)
      .then(ThreadUrged{urging.to, urging.answer_due, urging.document, ThreadText{urging.text}});
  scene_of("vp-tinh-uy").when("assignment/t1.joint", direct()).then_accepted();  // standing agency of the committee
  scene_of("so-tai-chinh").when("task/t1", direct()).then_rejected(kForbidden, "H03");
  scene_of("so-noi-vu").when("task/t1", urge()).then_rejected(kForbidden, "H03");
}
TEST(Thread, H03WithoutAProgrammeFromAnyStandingAgency) {
  scene_of("so-khcn").when("agency/xa-a", urge()).then_accepted();
  scene_of("vp-tinh-uy").when("agency/xa-a", urge()).then_accepted();
  scene_of("xa-b").when("agency/xa-a", urge()).then_rejected(kForbidden, "H03");
}

TEST(Thread, H04NamesWhoIsToAnswer) {
  Direct body = direct();
  body.to.clear();
  scene_of("so-khcn").when("task/t1", body).then_rejected(kInvalid, "/to");
  body.to = agencies({"so-tai-chinh", "so-xyz"});
  scene_of("so-khcn").when("task/t1", body).then_rejected(kUnknown, "/to/1");
  Urge urging = urge();
  urging.answer_due = day("2026-03-14");
  scene_of("so-khcn").when("task/t1", urging).then_rejected(kInvalid, "/answer_due");
  urging.answer_due = day("2026-03-15");
  scene_of("so-khcn").when("task/t1", urging).then_accepted();
}

TEST(Thread, H05AThreadMovesNoTask) {
  Given scene = scene_of("so-khcn");
  const Sequence before = scene.world().representation(subject("task/t1"));
  scene.after("task/t1", urge()).after("assignment/t1.joint", Comment{"Đã rõ", {}});
  EXPECT_EQ(scene.world().representation(subject("task/t1")), before);
  EXPECT_EQ(scene.world().representation(subject("thread/assignment/t1.joint")), scene.world().head);
}

}  // namespace
}  // namespace luuvet::test
