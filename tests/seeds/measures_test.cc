// The numbers in the words of the five plans' tasks (X23): how many are found, and hand-checked ones.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "domain/indicators/task_measures.h"
#include "tests/seeds/seed_world.h"

namespace luuvet::server::testing {
namespace {

using enum Comparator;

const TaskState& task_of(const std::string& id) {
  const TaskState* task = seed_world().tasks.find(id);
  EXPECT_TRUE(task) << id;
  return *task;
}

TEST(SeedMeasures, X23ThirtySevenAreFoundInTheFivePlans) {
  std::map<std::string, std::size_t> found;
  std::size_t doubtful = 0;
  seed_world().tasks.for_each([&](const auto& task) {
    for (const TaskNumber& each : open_numbers(*task)) {
      ++found[task->content.programme.value];
      doubtful += each.doubtful ? 1 : 0;
    }
  });
  const std::map<std::string, std::size_t> expected = {
      {"lai-chau-nq57-2025", 4}, {"lao-cai-bcd-2026", 17}, {"lao-cai-de-an-11", 13}, {"lao-cai-nq57-2026", 3}};
  EXPECT_EQ(found, expected);
  EXPECT_EQ(doubtful, 0u);
}

struct Known {
  const char* task;
  MeasurePlace place;
  Comparator comparator;
  const char* low;
  const char* high;
  const char* unit;
  const char* what;  // how it begins
};

TEST(SeedMeasures, X23HandCheckedOnes) {
  const Known known[] = {
      {"lc25.ii.i.5", {"title", "100%", 1}, kEqual, "100", "", "%", "cán bộ, công chức được đào tạo"},
      {"lc25.ii.i.9", {"title", "tối thiểu đạt 25%", 1}, kAtLeast, "25", "", "%", "kinh nghiệm"},
      {"lc25.ii.iii.1", {"title", "ít nhất 3%", 1}, kAtLeast, "3", "", "%", "tổng chi ngân sách hàng năm"},
      {"lc25.ii.v.6", {"title", "tối thiểu 80%", 1}, kAtLeast, "80", "", "%", "trong giao dịch của người dân"},
      {"bcd26.body.2.h", {"title", "trên 90%", 1}, kAbove, "90", "", "%", "tổng số công dân từ 14 tuổi trở lên"},
      {"bcd26.ii.ii.8", {"title", "tối đa 80%", 1}, kAtMost, "80", "", "%", "thôn bản đang ở trong tình trạng"},
      {"bcd26.ii.ii.9", {"title", "tối thiểu 01 mô hình", 1}, kAtLeast, "1", "", "mô hình", "mô hình thí điểm"},
      {"bcd26.ii.iii.7", {"title", "từ 30% đến 50%", 1}, kRange, "30", "50", "%", "chi phí văn phòng phẩm"},
      {"bcd26.ii.vii.5", {"deliverables/1", "24 lớp", 1}, kEqual, "24", "", "lớp", "lớp được tổ chức"},
      {"bcd26.iii.6", {"title", "100%", 2}, kEqual, "100", "", "%", "tài liệu lưu trữ trong 3 năm gần đây"},
      {"bcd26.iii.13", {"title", "tối thiểu 03 bài toán", 1}, kAtLeast, "3", "", "bài toán", "bài toán lớn"},
      {"da11.ii.viii.1.2", {"content", "từ 30% trở lên", 1}, kAtLeast, "30", "", "%", "tổng mức bán lẻ hàng hóa"},
      {"da11.ii.viii.3", {"content", "khoảng 25%", 1}, kEqual, "25", "", "%", "giá trị gia tăng"},
      {"da11.ii.ix.1.5", {"content", "tối thiểu 40%", 1}, kAtLeast, "40", "", "%", "tỷ lệ nhiệm vụ, đề tài KH&CN"},
      {"da11.ii.ix.3.1", {"content", "ít nhất 05 sáng chế", 1}, kAtLeast, "5", "", "sáng chế", "sáng chế, giải pháp"},
      {"da11.ii.ix.3.7", {"content", "tối thiểu 1–2%", 1}, kRange, "1", "2", "%", "doanh thu để tái đầu tư"},
      {"da11.ii.x.1.3", {"content", "tối thiểu 30–50%", 1}, kRange, "30", "50", "%", "thành phần hồ sơ"},
      {"da11.ii.xi.1.2", {"content", "khoảng 2%", 1}, kEqual, "2", "", "%", "GRDP hằng năm"},
      {"nq26.02.26", {"title", "03 bài toán", 1}, kEqual, "3", "", "bài toán", "bài toán lớn năm 2026"},
      {"nq26.02.44", {"title", "01 mô hình", 1}, kEqual, "1", "", "mô hình", "mô hình nhà máy sản xuất"},
  };
  for (const Known& one : known) {
    SCOPED_TRACE(one.task);
    const TaskMeasure* measure = nullptr;
    const auto numbers = numbers_of(task_of(one.task).content);
    for (const TaskNumber& each : numbers)
      if (each.measure.place == one.place) measure = &each.measure;
    ASSERT_TRUE(measure);
    EXPECT_EQ(measure->comparator, one.comparator);
    EXPECT_EQ(to_string(*measure->value.low), one.low);
    EXPECT_EQ(measure->value.high ? to_string(*measure->value.high) : "", one.high);
    EXPECT_EQ(measure->unit.value_or(""), one.unit);
    EXPECT_TRUE(measure->what.starts_with(one.what)) << measure->what;
  }
}

// Each has numbers in its words, none of which measures it: years, papers, generations of networks, lists, names.
TEST(SeedMeasures, X23HandCheckedTasksWithNone) {
  for (const char* id :
       {"lc25.ii.i.1",    "lc25.ii.ii.4",   "lc25.ii.iii.14", "bcd26.body.2.a", "bcd26.body.3.e",  "bcd26.body.3.k",
        "bcd26.body.4.f", "bcd26.body.5.b", "bcd26.ii.i.3",   "bcd26.ii.i.4",   "bcd26.ii.iii.8",  "bcd26.ii.v.9",
        "bcd26.iii.1",    "bcd26.iv.15",    "da11.ii.i.1.1",  "da11.ii.i.2.15", "da11.ii.vii.1.4", "da11.ii.viii.3.3",
        "da11.ii.ix.2.1", "da11.ii.x.1.7",  "nq26.02.39",     "nq26.02.43",     "nq26.02.54",      "nq26.02.vi-a"})
    EXPECT_TRUE(numbers_of(task_of(id).content).empty()) << id;
}

// A place is found again by what it says.
TEST(SeedMeasures, X25PlacesOfATaskDiffer) {
  seed_world().tasks.for_each([&](const auto& task) {
    std::set<std::tuple<std::string, std::string, std::int64_t>> places;
    for (const TaskNumber& each : numbers_of(task->content)) {
      const MeasurePlace& place = *each.measure.place;
      EXPECT_TRUE(places.emplace(place.field, place.text, place.nth).second) << task->content.id.value;
      const std::string_view text = text_of(task->content, place.field);
      EXPECT_EQ(text.substr(each.begin, each.end - each.begin), place.text);
    }
  });
}

}  // namespace
}  // namespace luuvet::server::testing
