// The money of Đề án 11 closes: every line over its years, all lines over years and sources, as section IV prints it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {
namespace {

constexpr std::string_view kProgramme = "lao-cai-de-an-11";
constexpr Amount kMillion = 1'000'000;

std::vector<const BudgetLine*> money_lines() {
  std::vector<const BudgetLine*> lines = rows_of<BudgetLine>(kProgramme);
  std::erase_if(lines, [](const BudgetLine* line) { return line->heading; });
  return lines;
}

Amount year_of(const BudgetLine& line, const std::string& year) {
  return line.need->years.at(year).value_or(0);
}

Amount sum_of(const AmountsByYear& years) {
  Amount sum = 0;
  for (const auto& [year, amount] : years) sum += amount.value_or(0);
  return sum;
}

const PrintedTotals& printed_totals() {
  return *find_row<Programme>(kProgramme)->totals;
}

TEST(SeedSums, EveryLineIsTheSumOfItsYears) {
  const auto lines = money_lines();
  EXPECT_EQ(lines.size(), 68U);
  for (const BudgetLine* line : lines) {
    ASSERT_TRUE(line->need) << line->id.value;
    EXPECT_EQ(line->need->years.size(), 5U) << line->id.value;
    EXPECT_EQ(sum_of(line->need->years), line->need->total) << line->id.value;
  }
}

TEST(SeedSums, HeadingsBearNoMoney) {
  for (const BudgetLine* line : rows_of<BudgetLine>())
    if (line->heading) {
      EXPECT_FALSE(line->need) << line->id.value;
    }
}

TEST(SeedSums, SomeYearsAreBlankInTwentyTwoLines) {
  std::size_t with_blanks = 0;
  for (const BudgetLine* line : money_lines())
    with_blanks += std::ranges::any_of(line->need->years, [](const auto& year) { return !year.second; });
  EXPECT_EQ(with_blanks, 22U);
}

TEST(SeedSums, LinesAddUpToTheTotalPrintedInSectionIv) {
  Amount sum = 0;
  for (const BudgetLine* line : money_lines()) sum += line->need->total;
  EXPECT_EQ(sum, 9'615'243 * kMillion);
  EXPECT_EQ(printed_totals().total, 9'615'243 * kMillion);
}

TEST(SeedSums, LinesAddUpToEachYearPrintedInSectionIv) {
  const std::vector<std::pair<std::string, Amount>> printed = {
      {"2026", 1'625'520}, {"2027", 2'230'820}, {"2028", 2'417'820}, {"2029", 2'012'563}, {"2030", 1'328'520}};
  EXPECT_EQ(printed_totals().years.size(), printed.size());
  for (const auto& [year, millions] : printed) {
    Amount sum = 0;
    for (const BudgetLine* line : money_lines()) sum += year_of(*line, year);
    EXPECT_EQ(sum, millions * kMillion) << year;
    EXPECT_EQ(printed_totals().years.at(year), millions * kMillion) << year;
  }
}

TEST(SeedSums, FundingSourcesAddUpToTheSameTotal) {
  const std::vector<PrintedFunding> printed = {{"provincial-budget", 5'966'098 * kMillion},
                                               {"central-budget", 576'145 * kMillion},
                                               {"private-and-other", 3'073'000 * kMillion}};
  EXPECT_EQ(printed_totals().funding, printed);
  Amount sum = 0;
  for (const PrintedFunding& funding : printed_totals().funding) sum += funding.amount;
  EXPECT_EQ(sum, printed_totals().total);
}

TEST(SeedSums, NoLineNamesItsSource) {
  for (const BudgetLine* line : rows_of<BudgetLine>())
    EXPECT_EQ(line->funding_source, "undetermined") << line->id.value;
}

}  // namespace
}  // namespace luuvet::server::testing
