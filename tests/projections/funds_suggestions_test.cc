#include "projections/money/funds_suggestions.h"

#include <gtest/gtest.h>

#include "domain/links/link_rows.h"
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

// A line of b1 in words that no task says, with components.
std::vector<Fact> a_line_with(std::vector<BudgetComponentRegistered> components, std::string_view words) {
  std::vector<Fact> facts = together(a_province(), std::vector{a_line_saying("b1", {"so-noi-vu"}, words)});
  for (BudgetComponentRegistered& each : components) facts.push_back(of_line(std::move(each)));
  return facts;
}
BudgetComponentRegistered a_component_saying(std::string id, std::string_view name, std::string_view investor = {}) {
  BudgetComponentRegistered component = a_component(std::move(id));
  component.name = name;
  component.investor_agency = investor.empty() ? std::nullopt : std::optional(AgencyId{std::string(investor)});
  return component;
}

TEST(FundsSuggestions, M22AComponentThatFitsBetterThanItsLine) {
  const auto found = funds_in(together(
      a_line_with({a_component_saying("c1", "Nâng cấp trung tâm dữ liệu"), a_component_saying("c2", "Xây dựng trụ sở")},
                  "Hạ tầng số"),
      a_task_saying("t1", {"xa-a"})));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().pair, pair_of(LinkKind::kFunds, {"budget-line/b1", "task/t1"}, ComponentId{"c1"}));
  EXPECT_EQ(found.front().shared, std::vector<std::string>{"Nâng cấp trung tâm dữ liệu"});
}

TEST(FundsSuggestions, M22WhoHasAComponentsMoneyDecidesBetweenEqualWords) {
  const std::vector<Fact> task = a_task_saying("t1", {"xa-a"});
  const auto named = [](const Suggestions& found) {
    return found.empty() ? std::nullopt : found.front().pair.component;
  };
  EXPECT_EQ(named(funds_in(together(a_line_with({a_component_saying("c1", kWords)}, kWords), task))), std::nullopt)
      << "the line as a whole, where a component says no more";
  EXPECT_EQ(
      named(funds_in(together(
          a_line_with({a_component_saying("c1", kWords), a_component_saying("c2", kWords, "xa-a")}, kWords), task))),
      ComponentId{"c2"});
  BudgetAllocated received = an_allocation("a1", "c1", kBillion);
  received.receiver = AgencyId{"xa-a"};
  EXPECT_EQ(named(funds_in(together(a_line_with({a_component_saying("c1", kWords)}, kWords),
                                    std::vector{of_line(received)}, task))),
            ComponentId{"c1"});
}

TEST(FundsSuggestions, M22WhatHasEndedPaysForNothing) {
  const auto found =
      funds_in(together(a_line_with({a_component_saying("c1", kWords)}, "Hạ tầng số"),
                        std::vector{of_line(BudgetComponentEnded{{"c1"}, {}})}, a_task_saying("t1", {"xa-a"})));
  EXPECT_TRUE(found.empty());
}

TEST(FundsSuggestions, M22OnlySoManyComponentsAreCompared) {
  std::vector<BudgetComponentRegistered> components;
  for (std::size_t i = 0; i <= kFundsComponentsCompared; ++i)
    components.push_back(a_component_saying("c" + std::to_string(i), "Xây dựng trụ sở"));
  components[kFundsComponentsCompared].name = kWords;
  EXPECT_TRUE(funds_in(together(a_line_with(components, "Hạ tầng số"), a_task_saying("t1", {"xa-a"}))).empty());
  components[kFundsComponentsCompared - 1].name = kWords;
  EXPECT_EQ(funds_in(together(a_line_with(components, "Hạ tầng số"), a_task_saying("t1", {"xa-a"}))).size(), 1u);
}

TEST(FundsSuggestions, M22WhatWasRecordedOfTheLineIsNotAskedOfItsComponent) {
  const std::vector<Fact> facts =
      together(a_line_with({a_component_saying("c1", kWords)}, "Hạ tầng số"), a_task_saying("t1", {"xa-a"}));
  const auto listed = [](const std::vector<Fact>& given) {
    const Seen seen(given);
    return list_suggestions(seen.world(), *find_suggestions(seen.world()), {}, {}).items.size();
  };
  EXPECT_EQ(listed(facts), 1u);
  const LinkedPair whole = pair_of(LinkKind::kFunds, {"budget-line/b1", "task/t1"});
  const Fact rejected{Subject{Aggregate::kLink, link_id(whole).value}.text(),
                      LinkRejected{whole.kind, whole.subjects, {}}};
  EXPECT_EQ(listed(together(facts, std::vector{rejected})), 0u);
}

}  // namespace
}  // namespace luuvet::test
