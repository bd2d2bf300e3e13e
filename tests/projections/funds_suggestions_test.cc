#include "projections/funds_suggestions.h"

#include <gtest/gtest.h>

#include "tests/projections/seen.h"
#include "tests/support/budgeted.h"

namespace luuvet::test {
namespace {

using namespace projections;

constexpr std::string_view kWords = "Nâng cấp trung tâm dữ liệu của tỉnh";

Fact a_line_saying(const std::string& id, std::initializer_list<std::string_view> leads, std::string_view words) {
  BudgetLine line = a_line_of(id, leads);
  line.name = words;
  return {"budget-line/" + id, Registered<BudgetLine>{line}};
}

std::vector<Fact> a_task_saying(std::string id, std::initializer_list<std::string_view> leads) {
  Task content = task(std::move(id), leads);
  content.title = kWords;
  return registered(content);
}

Suggestions funds_in(const std::vector<Fact>& facts) {
  Suggestions found;
  find_funds(Seen(facts).world(), found);
  return found;
}

TEST(FundsSuggestions, M22WhoLeadsBothIsLikelier) {
  const auto found = funds_in(together(a_province(), a_task_saying("t1", {"xa-a"}), a_task_saying("t2", {"so-noi-vu"}),
                                       a_task("t3", {"xa-a"}), a_task("t4", {"xa-b"}),
                                       std::vector{a_line_saying("b1", {"so-noi-vu"}, "Nâng cấp trung tâm dữ liệu")}));
  ASSERT_EQ(found.size(), 2u) << "t3 and t4 say something else";
  EXPECT_EQ(found.front().pair.subjects, (std::vector<std::string>{"budget-line/b1", "task/t2"}));
  EXPECT_GT(found.front().score, found.back().score);
}

TEST(FundsSuggestions, M22OfOneLineTheMostLikelyOnly) {
  std::vector<Fact> facts = together(a_province(), std::vector{a_line_saying("b1", {"so-noi-vu"}, kWords)});
  for (std::size_t i = 0; i < kFundedTasksMost + 2; ++i)
    facts = together(std::move(facts), a_task_saying("t" + std::to_string(i), {"xa-a"}));
  EXPECT_EQ(funds_in(facts).size(), kFundedTasksMost);
}

TEST(FundsSuggestions, M22NotAcrossProvinces) {
  Programme elsewhere = programme("p2");
  elsewhere.province = "lai-chau";
  BudgetLine line = a_line_of("b1", {"so-noi-vu"});
  line.programme = elsewhere.id;
  line.name = kWords;
  const auto found = funds_in(
      together(a_province(), std::vector{Fact{"programme/p2", Registered<Programme>{elsewhere}}},
               a_task_saying("t1", {"so-noi-vu"}), std::vector{Fact{"budget-line/b1", Registered<BudgetLine>{line}}}));
  EXPECT_TRUE(found.empty());
}

TEST(FundsSuggestions, M22OnlySoManyLinesAreCompared) {
  std::vector<Fact> facts = together(a_province(), a_task_saying("t1", {"xa-a"}));
  for (std::size_t i = 0; i <= kFundsLinesCompared; ++i)
    facts.push_back(a_line_saying("b" + std::to_string(i), {"so-noi-vu"}, kWords));
  EXPECT_EQ(funds_in(facts).size(), kFundsLinesCompared);
}

}  // namespace
}  // namespace luuvet::test
