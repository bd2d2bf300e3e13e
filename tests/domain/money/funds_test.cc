// Links of funds that name a component of their line.
#include "domain/links/link_rows.h"
#include "tests/support/budgeted.h"
#include "tests/support/given.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

const std::vector<std::string> kRows = {std::string(kLine), "task/t1"};

ProposeLink proposing(std::string component, std::vector<std::string> rows = kRows) {
  return {LinkKind::kFunds, std::move(rows), "Chi cho nhiệm vụ", ComponentId{std::move(component)}};
}
std::string link_of(std::optional<ComponentId> component) {
  return "link/" + link_id(pair_of(LinkKind::kFunds, kRows, std::move(component))).value;
}
Fact funding(std::string task, std::optional<ComponentId> component) {
  const LinkedPair pair = pair_of(LinkKind::kFunds, {std::string(kLine), "task/" + task}, std::move(component));
  return {"link/" + link_id(pair).value, LinkLinked{pair.kind, pair.subjects, {}, qd1(), {}, pair.component}};
}
std::vector<Fact> two_components() {
  return together(a_budget(), std::vector{of_line(a_component("c2", "7002"))});
}

TEST(Funds, M25ALinkNamesAComponentOfItsLine) {
  Given scene = given(two_components()).as("so-tai-chinh", Role::kFinance);
  scene.fact({"budget-line/b2", Registered<BudgetLine>{a_line_of("b2", {"so-tai-chinh"})}});
  scene.when("link", proposing("c9")).then_rejected(kUnknown, "/component");
  scene.when("link", proposing("c1", {"budget-line/b2", "task/t1"})).then_rejected(kUnknown, "/component");
  scene.when("link", proposing("c1", {std::string(kLine), "budget-line/b2"})).then_rejected(kInvalid, "/component");
  ProposeLink related = proposing("c1", {"task/t1", "task/t2"});
  related.kind = LinkKind::kRelated;
  scene.when("link", related).then_rejected(kInvalid, "/component");
  scene.after("link", proposing("c1"));
  const LinkState* link = scene.world().links.find(link_of(ComponentId{"c1"}).substr(5));
  ASSERT_TRUE(link);
  EXPECT_EQ(link->pair.component, ComponentId{"c1"});
  EXPECT_EQ(component_of(scene.world(), link->pair)->content.code, "7001");
}

TEST(Funds, M25TheLineAndEachComponentAreLinksOfTheirOwn) {
  Given scene = given(two_components()).as("so-tai-chinh", Role::kFinance);
  scene.after("link", proposing("c1"));
  scene.when("link", proposing("c1")).then_rejected(kRule, "J03");
  scene.after("link", proposing("c2")).after("link", ProposeLink{LinkKind::kFunds, kRows, "Cả dòng"});
  EXPECT_EQ(links_of(scene.world(), std::string(kLine)).size(), 3u);
  scene.after(link_of(ComponentId{"c1"}), LinkRows{{}, qd1(), {}});
  scene.after("link", RejectLinks{"Khác", {{LinkKind::kFunds, kRows, scene.world().head, ComponentId{"c2"}}}});
  const auto status = [&](std::optional<ComponentId> component) {
    const LinkState* link = find_link(scene.world(), pair_of(LinkKind::kFunds, kRows, std::move(component)));
    return link->status;
  };
  EXPECT_EQ(status(ComponentId{"c1"}), LinkStatus::kLinked);
  EXPECT_EQ(status(ComponentId{"c2"}), LinkStatus::kRejected);
  EXPECT_EQ(status({}), LinkStatus::kProposed);
  scene.after(link_of(ComponentId{"c1"}), PartLink{"Nhầm", qd1()});
  EXPECT_EQ(find_link(scene.world(), pair_of(LinkKind::kFunds, kRows, ComponentId{"c1"}))->pair.component,
            ComponentId{"c1"});
}

TEST(Funds, M25WhatWasLinkedWithoutAComponentKeepsItsId) {
  const LinkedPair old = pair_of(LinkKind::kFunds, kRows);
  EXPECT_EQ(link_id(old), link_id({LinkKind::kFunds, kRows}));
  EXPECT_NE(link_id(old), link_id(pair_of(LinkKind::kFunds, kRows, ComponentId{"c1"})));
}

TEST(Funds, M10OnlyTheComponentThatPaysIsAskedWhy) {
  Task vague = task("t9", {"so-tai-chinh"});
  vague.deliverables.clear();
  Given scene = given(together(two_components(), registered(vague))).as("so-tai-chinh", Role::kFinance);
  scene.fact(funding("t9", ComponentId{"c2"}));
  scene.when(kLine, allocating(1)).then_accepted();
  Allocate other = allocating(1);
  other.component = {"c2"};
  scene.when(kLine, other).then_rejected(kRule, "M10");
  other.no_product_reason = "Sản phẩm do kế hoạch năm xác định";
  scene.when(kLine, other).then_accepted();
  scene.fact(funding("t9", {}));
  scene.when(kLine, allocating(1)).then_rejected(kRule, "M10");
}

TEST(Funds, M28PublicInvestmentHasItsCodeInTheMediumTermPlan) {
  const Given scene = given(a_budget()).as("so-tai-chinh", Role::kFinance);
  const auto with = [](std::string code, ComponentKind kind = ComponentKind::kPublicInvestment) {
    return RegisterComponent{"Dự án", {}, {}, {}, kind, std::move(code)};
  };
  for (const char* code : {"KHTH-2026.15", "123", "7001/TH"}) scene.when(kLine, with(code)).then_accepted();
  scene.when(kLine, with(std::string(50, 'a'))).then_accepted();
  for (const char* code : {"", "12", "KH TH", "Mã-15", "a_b"})
    scene.when(kLine, with(code)).then_rejected(kInvalid, "/medium_term_code");
  scene.when(kLine, with(std::string(51, 'a'))).then_rejected(kInvalid, "/medium_term_code");
  scene.when(kLine, with("KHTH-15", ComponentKind::kRecurrent)).then_rejected(kInvalid, "/medium_term_code");
}

TEST(Funds, M28TheCodeIsAmendedAndGoesWithTheKind) {
  Given scene = given(a_budget()).as("so-tai-chinh", Role::kFinance);
  AmendComponent coded{{"c1"}, {}, {}};
  coded.set.values.medium_term_code = "KHTH-15";
  coded.set.present = 0b100000;
  scene.after(kLine, coded);
  EXPECT_EQ(scene.world().budget_books.find("b1")->components.front().content.medium_term_code, "KHTH-15");
  AmendComponent recurrent{{"c1"}, {}, {}};
  recurrent.set.values.kind = ComponentKind::kRecurrent;
  recurrent.set.present = 0b10000;
  scene.when(kLine, recurrent).then_rejected(kInvalid, "/set/medium_term_code");
  recurrent.set.present = 0b110000;
  scene.when(kLine, recurrent).then_accepted();
}

}  // namespace
}  // namespace luuvet::test
