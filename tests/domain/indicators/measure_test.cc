// Measures of tasks: taken from their words, amended, rejected; one by one and many as one act.
#include "domain/indicators/measure.h"

#include "domain/indicators/task_measures.h"
#include "tests/support/given.h"
#include "tests/support/measured.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kForbidden = RejectionKind::kForbidden;

// t1: two numbers in its content, one in its second product; t2 has one in its title.
std::vector<Fact> tasks_with_numbers() {
  Task first = task("t1", {"so-tai-chinh"});
  first.content = "Số hóa 100% tài liệu; tối thiểu 40% hồ sơ trực tuyến";
  first.deliverables = {{"Báo cáo", DeliverableKind::kReport, {}, {}},
                        {"03 lớp được tổ chức", DeliverableKind::kQuantity, 3, "lớp"}};
  Task second = task("t2", {"so-noi-vu"});
  second.title = "Xác định 03 bài toán lớn năm 2026";
  return together(a_province(), registered(first), registered(second));
}
Given standing() {
  return given(tasks_with_numbers()).as("so-khcn");
}
const TaskState& state_of(const Given& scene, std::string_view id = "t1") {
  return *scene.world().tasks.find(id);
}
TaskMeasure proposed(const Given& scene, std::size_t index) {
  return open_numbers(state_of(scene)).at(index).measure;
}

TEST(Measures, X23ProposalsSayTheirPlaceAndProduct) {
  const Given scene = standing();
  const auto numbers = open_numbers(state_of(scene));
  ASSERT_EQ(numbers.size(), 3u);
  EXPECT_EQ(numbers[0].measure.place, (MeasurePlace{"content", "100%", 1}));
  EXPECT_EQ(numbers[1].measure.place, (MeasurePlace{"content", "tối thiểu 40%", 1}));
  EXPECT_EQ(numbers[1].measure.what, "hồ sơ trực tuyến");
  EXPECT_EQ(numbers[2].measure.place, (MeasurePlace{"deliverables/2", "03 lớp", 1}));
  EXPECT_EQ(numbers[2].measure.deliverable, 2);
  EXPECT_EQ(text_of(state_of(scene).content, "deliverables/2"), "03 lớp được tổ chức");
  for (const char* none : {"deliverables/0", "deliverables/3", "deliverables/x", "area", ""})
    EXPECT_TRUE(text_of(state_of(scene).content, none).empty()) << none;
}

TEST(Measures, X23NoneOfWhatIsOverOrOnlyPoints) {
  Given scene = standing().after("task/t1", CancelTask{"Không còn phù hợp", qd1()});
  EXPECT_TRUE(open_numbers(state_of(scene)).empty());
  Task pointing = task("t3", {});
  pointing.title = "100% xã theo Phụ lục II";
  pointing.links_to = DocumentId{"qd-1"};
  EXPECT_TRUE(numbers_of(pointing).empty());
}

TEST(Measures, X24TheStandingAgencySetsThem) {
  Given scene = standing();
  const SetMeasures body{{proposed(scene, 1)}, {}};
  scene.when("task/t1", body).then(TaskMeasuresSet{body.measures, body.rejected});
  scene.as("so-tai-chinh", Role::kHead).when("task/t1", body).then_rejected(kForbidden, "P01");
  scene.as("so-tai-chinh", Role::kStandingAgency).when("task/t1", body).then_rejected(kForbidden, "T01");
  scene.as("so-khcn").after("task/t1", body);
  EXPECT_EQ(state_of(scene).measures, body.measures);
  EXPECT_EQ(open_numbers(state_of(scene)).size(), 2u);
  EXPECT_EQ(scene.world().representation(subject("task/t1")), scene.world().head);
  scene.when("task/t1", body).then_rejected(kRule, "X24");
  scene.when("task/none", body).then_rejected(RejectionKind::kNotFound);
  scene.after("task/t1", SetMeasures{});
  EXPECT_EQ(open_numbers(state_of(scene)).size(), 3u);
}

TEST(Measures, X24AmendedOrOfItsOwn) {
  const Given scene = standing();
  TaskMeasure amended = proposed(scene, 1);
  amended.value.low = number("45");
  amended.what = "hồ sơ";
  TaskMeasure own{Comparator::kRange, {number("3"), number("5")}, "mô hình", "mô hình điểm", {}, {}};
  scene.when("task/t1", SetMeasures{{amended, own}, {}}).then_accepted();
}

TEST(Measures, X24BodyLimits) {
  const Given scene = standing();
  const TaskMeasure good = proposed(scene, 1);
  const auto rejected = [&](auto change, std::string_view pointer) {
    TaskMeasure measure = good;
    change(measure);
    scene.when("task/t1", SetMeasures{{measure}, {}}).then_rejected(kInvalid, pointer);
  };
  rejected([](TaskMeasure& each) { each.value = {}; }, "/measures/0/value");
  rejected([](TaskMeasure& each) { each.comparator = Comparator::kRange; }, "/measures/0/value");
  rejected([](TaskMeasure& each) { each.comparator = Comparator::kText; }, "/measures/0/value");
  rejected([](TaskMeasure& each) { each.value.high = number("50"); }, "/measures/0/value");
  rejected([](TaskMeasure& each) { each.what = " "; }, "/measures/0/what");
  rejected([](TaskMeasure& each) { each.what = std::string(kMeasureWordsBytesMax + 1, 'x'); }, "/measures/0/what");
  rejected([](TaskMeasure& each) { each.deliverable = 3; }, "/measures/0/deliverable");
  TaskMeasure own = good;
  own.place.reset();
  scene.when("task/t1", SetMeasures{std::vector<TaskMeasure>(kMeasuresMax, own), {}}).then_accepted();
  scene.when("task/t1", SetMeasures{std::vector<TaskMeasure>(kMeasuresMax + 1, own), {}})
      .then_rejected(kInvalid, "/measures");
  scene.when("task/t1", SetMeasures{{}, std::vector<MeasurePlace>(kMeasuresRejectedMax + 1, *good.place)})
      .then_rejected(kInvalid, "/rejected");
}

TEST(Measures, X43NumbersAreThoseOfFigures) {
  const Given scene = standing();
  const auto set = [&](Comparator comparator, TargetValue value) {
    TaskMeasure measure = proposed(scene, 1);
    measure.comparator = comparator;
    measure.value = value;
    return scene.when("task/t1", SetMeasures{{measure}, {}});
  };
  for (const char* value : {"1234567890123456", "1.23456"}) {
    set(Comparator::kAtLeast, {number(value), {}}).then_rejected(kInvalid, "/measures/0/value");
    set(Comparator::kRange, {number("-5"), number(value)}).then_rejected(kInvalid, "/measures/0/value");
  }
  set(Comparator::kRange, {number("5"), number("3")}).then_rejected(kInvalid, "/measures/0/value");
  set(Comparator::kAtLeast, {number("123456789012345"), {}}).then_accepted();
}

TEST(Measures, X44ASharePastAHundredIsTakenAndQuestioned) {
  const Given scene = standing();
  TaskMeasure growth = proposed(scene, 1);
  growth.value.low = number("150");
  scene.when("task/t1", SetMeasures{{growth}, {}}).then_accepted();
  ASSERT_EQ(findings_on(growth).size(), 1u);
  EXPECT_EQ(findings_on(growth).front().value, number("150"));
  EXPECT_EQ(findings_on(growth).front().importance, Importance::kWarning);
  growth.value = {number("-5"), number("120")};
  EXPECT_EQ(findings_on(growth).size(), 2u);
  growth.value = {number("40"), {}};
  EXPECT_TRUE(findings_on(growth).empty());
  growth.value.low = number("150");
  growth.unit = "xã";
  EXPECT_TRUE(findings_on(growth).empty());
}

TEST(Measures, X24NotOfWhatIsOver) {
  Given scene = standing();
  const SetMeasures body{{proposed(scene, 1)}, {}};
  scene.after("task/t1", CancelTask{"Không còn phù hợp", qd1()});
  scene.when("task/t1", body).then_rejected(kRule, "T07");
}

TEST(Measures, X24ManyInOneAct) {
  const Given scene = standing();
  const Sequence seen = scene.world().head;
  const MeasurePlace problems{"title", "03 bài toán", 1};
  SetMeasuresMany act{{{"task/t1", seen, {proposed(scene, 1)}, {}}, {"task/t2", seen, {}, {problems}}}};
  EXPECT_EQ(scene.when("task", act).count(), 2u);
  act.items.back().subject = "task/t1";
  scene.when("task", act).then_rejected(kInvalid, "/items/1/subject");
  act.items.back().subject = "doubt/d1";
  scene.when("task", act).then_rejected(RejectionKind::kUnknownReference, "/items/1/subject");
  act.items.back() = {"task/t2", seen, {}, {{"title", "2026", 1}}};
  scene.when("task", act).then_rejected(kInvalid, "/items/1/rejected/0");
  act.items.clear();
  scene.when("task", act).then_rejected(kInvalid, "/items");
}

TEST(Measures, X25WhatIsRejectedIsNotProposedAgain) {
  Given scene = standing();
  const MeasurePlace place = *proposed(scene, 0).place;
  scene.after("task/t1", SetMeasures{{}, {place}});
  EXPECT_EQ(open_numbers(state_of(scene)).size(), 2u);
  TaskMeasure twice = proposed(scene, 0);
  scene.when("task/t1", SetMeasures{{twice}, {*twice.place}}).then_rejected(kInvalid, "/rejected/0");
  scene.when("task/t1", SetMeasures{{}, {{"content", "tối thiểu 99%", 1}}}).then_rejected(kInvalid, "/rejected/0");
}

// Other words may change; a place that is gone stays decided on, and may be sent back.
TEST(Measures, X25APlaceStaysFoundWhileOtherWordsChange) {
  Given scene = standing();
  const SetMeasures body{{proposed(scene, 1)}, {*proposed(scene, 0).place}};
  scene.after("task/t1", body);
  Amended<Task> amended;
  amended.set.values.content = "Trong năm 2026 số hóa 100% tài liệu và bảo đảm tối thiểu 40% hồ sơ; 100% xã";
  amended.set.present = 1u << 6;
  scene.fact({"task/t1", amended});
  auto open = open_numbers(state_of(scene));
  ASSERT_EQ(open.size(), 2u);
  EXPECT_EQ(open.front().measure.place, (MeasurePlace{"content", "100%", 2}));
  amended.set.values.content = "Số hóa tài liệu";
  scene.fact({"task/t1", amended});
  EXPECT_EQ(open_numbers(state_of(scene)).size(), 1u);
  SetMeasures kept = body;
  kept.measures.front().what = "hồ sơ";
  scene.when("task/t1", kept).then_accepted();
}

TEST(Measures, X26TheProductsQuantityMeasuresIt) {
  Given scene = standing();
  const TaskMeasure classes = proposed(scene, 2);
  scene.after("task/t1", SetMeasures{{classes}, {}});
  EXPECT_FALSE(measured(scene.world(), state_of(scene), classes));
  AssignmentProgressReported report;
  report.quantities = {{2, 2}};
  scene.fact({"assignment/t1.joint", report, "so-tai-chinh"});
  EXPECT_FALSE(measured(scene.world(), state_of(scene), classes));  // a draft
  scene.fact({"assignment/t1.joint", AssignmentProgressApproved{{scene.world().head}}, "so-tai-chinh"});
  EXPECT_EQ(measured(scene.world(), state_of(scene), classes), 2);
  EXPECT_FALSE(is_reached(classes, 2));
  EXPECT_TRUE(is_reached(classes, 3));
  EXPECT_TRUE(is_reached(classes, 4));
  EXPECT_FALSE(is_reached({Comparator::kBelow, {number("5"), {}}, "%", "hồ sơ quá hạn", 2, {}}, 5));
}

TEST(Measures, X26UnitsAddUpAndSharesDoNot) {
  Given scene = standing();
  scene.fact(each("t1", {"xa-a", "xa-b"}));
  for (const char* unit : {"xa-a", "xa-b"}) {
    AssignmentProgressReported report;
    report.quantities = {{2, 2}};
    const std::string work = std::string("assignment/t1.") + unit;
    scene.fact({work, report, unit});
    scene.fact({work, AssignmentProgressApproved{{scene.world().head}}, unit});
  }
  TaskMeasure classes = proposed(scene, 2);
  EXPECT_EQ(measured(scene.world(), state_of(scene), classes), 4);
  classes.unit = "%";
  EXPECT_FALSE(measured(scene.world(), state_of(scene), classes));
}

// What was read and decided since then does not stand in the way of other fields, and the other way round.
TEST(Measures, C03RestsOnTheWordsAndTheMeasures) {
  Given scene = standing();
  const Sequence seen = scene.world().head;
  const SetMeasures body{{proposed(scene, 1)}, {}};
  scene.after("task/t1", SetExternalIds{{{"vp", "1"}}});
  Given(scene).based_on(seen).when("task/t1", body).then_accepted();
  scene.after("task/t1", SetMeasures{{}, {*proposed(scene, 0).place}});
  EXPECT_EQ(Given(scene).based_on(seen).when("task/t1", body).then_rejected(RejectionKind::kStale).fields,
            std::vector<std::string>{"measures"});
}

}  // namespace
}  // namespace luuvet::test
