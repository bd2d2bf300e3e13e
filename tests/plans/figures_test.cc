// Numbers, targets and money as papers print them (W237).
#include "server/plans/figures.h"

#include <gtest/gtest.h>

#include "tests/seeds/seed_world.h"

namespace luuvet::test {
namespace {

using namespace luuvet::server;

std::string number(std::string_view text) {
  const auto read = read_number(text);
  return read ? to_string(read->value) + (read->doubtful ? "?" : "") : "none";
}

TEST(Figures, W237NumbersAreReadAsVietnameseWritesThemAndTheOthersAreDoubted) {
  EXPECT_EQ(number("9.615.243"), "9615243");
  EXPECT_EQ(number("37,6"), "37.6");
  EXPECT_EQ(number("1.234,5"), "1234.5");
  EXPECT_EQ(number("90"), "90");
  EXPECT_EQ(number("05"), "5");
  EXPECT_EQ(number("0.6"), "0.6?");
  EXPECT_EQ(number("414,600"), "414.600?") << "perhaps groups as others write them";
  EXPECT_EQ(number("1,234.5"), "1234.5?");
  EXPECT_EQ(number("0,623"), "0.623") << "no group begins with a nought";
  for (const char* text : {"", "-5", "12.34.567", "1.2345.678", "a", "5%", "1,2,3", "999999999999999999", "1.", ",5"})
    EXPECT_EQ(number(text), "none") << text;
}

std::string target(const std::string& text, std::optional<double> cell = {}) {
  const auto read = read_target({PlanField::kTarget, 2030, text, cell}, 2030);
  if (!read) return "blank";
  const Target& found = read->target;
  std::string shown = std::to_string(static_cast<int>(found.comparator));
  if (found.value.low) shown += " " + to_string(*found.value.low);
  if (found.value.high) shown += " " + to_string(*found.value.high);
  return shown + (read->doubtful ? "?" : "");
}
std::string is(Comparator comparator, const std::string& rest = {}) {
  return std::to_string(static_cast<int>(comparator)) + rest;
}

TEST(Figures, W237TargetsAreReadWithHowTheyAreCompared) {
  EXPECT_EQ(target("≥ 40%"), is(Comparator::kAtLeast, " 40"));
  EXPECT_EQ(target(">= 0.6"), is(Comparator::kAtLeast, " 0.6?"));
  EXPECT_EQ(target("Tối thiểu 95 %"), is(Comparator::kAtLeast, " 95"));
  EXPECT_EQ(target("không quá 5"), is(Comparator::kAtMost, " 5"));
  EXPECT_EQ(target("Trên 50%"), is(Comparator::kAbove, " 50"));
  EXPECT_EQ(target("9 – 10%"), is(Comparator::kRange, " 9 10"));
  EXPECT_EQ(target("X"), is(Comparator::kDone));
  EXPECT_EQ(target("Hoàn thành"), is(Comparator::kDone));
  EXPECT_EQ(target("Đạt mức trên trung bình của khu vực"), is(Comparator::kText));
  EXPECT_EQ(target("  "), "blank");
  EXPECT_EQ(target("90", 90.0), is(Comparator::kEqual, " 90"));
  EXPECT_EQ(target("0.6", 0.6), is(Comparator::kEqual, " 0.6")) << "a cell's own number is no doubt";
  EXPECT_EQ(target("90%", 0.9), is(Comparator::kEqual, " 90")) << "what it shows counts";
}

// Every target of the five plans, read out of its printed words alone, but for the ranks, which words do not tell, and
// those that consist of several numbers.
TEST(Figures, W237TargetsOfTheFivePlansAreReadAsPeopleReadThem) {
  std::size_t count = 0;
  server::testing::seed_world().indicators.for_each([&](const auto& row) {
    for (const Target& meant : row->content.targets) {
      if (meant.comparator == Comparator::kRank || !meant.parts.empty()) continue;
      const auto read = read_target({PlanField::kTarget, meant.year, meant.text, {}}, meant.year);
      ASSERT_TRUE(read) << meant.text;
      EXPECT_EQ(read->target.comparator, meant.comparator) << row->content.id.value << ": " << meant.text;
      EXPECT_EQ(read->target.value, meant.value) << row->content.id.value << ": " << meant.text;
      ++count;
    }
  });
  EXPECT_GT(count, 300U);
}

TEST(Figures, W237MoneyIsWholeDong) {
  const auto money = [](const std::string& text, std::int64_t scale = 1'000'000, std::optional<double> cell = {}) {
    const ReadAmount read = read_amount({PlanField::kNeed, 2026, text, cell}, scale);
    return (read.amount ? std::to_string(*read.amount) : "none") + (read.doubtful ? "?" : "");
  };
  EXPECT_EQ(money("414.600"), "414600000000");
  EXPECT_EQ(money("9.615.243"), "9615243000000");
  EXPECT_EQ(money("0,5"), "500000");
  EXPECT_EQ(money("1,5", 1'000'000'000), "1500000000");
  EXPECT_EQ(money("414600", 1'000'000, 414600.0), "414600000000");
  EXPECT_EQ(money("414600.5", 1'000'000, 414600.5), "414600500000");
  EXPECT_EQ(money(""), "none");
  EXPECT_EQ(money("-"), "none");
  EXPECT_EQ(money("414,600"), "414600000?") << "414,6 million, or 414 600 million";
  EXPECT_EQ(money("chưa xác định"), "none?");
  EXPECT_EQ(money("0,0000005"), "none?") << "half a đồng";
  EXPECT_EQ(money("999.999.999.999"), "none?") << "beyond any plan";
}

}  // namespace
}  // namespace luuvet::test
