// Letting somebody stand in for one's own post, and the last administrator.
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;

// At so-khcn: "gd" is head (post "gd-1"), "pgd" deputy, "tt" standing agency's officer, "td" clerk, "lan" officer.
Given office() {
  return given(together(a_province(), employed("gd", {{Role::kHead, "so-khcn"}}),
                        employed("pgd", {{Role::kDeputy, "so-khcn"}}),
                        employed("tt", {{Role::kStandingAgency, "so-khcn"}}),
                        employed("vt", {{Role::kClerk, "so-khcn"}}), employed("lan", {{Role::kOfficer, "so-khcn"}})));
}
FillPost stand_in(std::string account, Capacity capacity = Capacity::kByOrder) {
  return {{std::move(account)}, day("2026-03-15"), day("2026-04-15"), capacity, qd1()};
}
VacatePost vacate(std::string account) {
  return {{std::move(account)}, day("2026-03-20"), {}};
}

TEST(Delegation, P24WhoHoldsAPostLetsOthersStandInForIt) {
  for (const auto& [account, post] : {std::pair("gd", "post/gd-1"), {"pgd", "post/pgd-1"}, {"tt", "post/tt-1"}}) {
    Given scene = office().acting(account, "so-khcn");
    scene.when(post, stand_in("lan")).then_accepted();
    scene.after(post, stand_in("lan", Capacity::kByMandate)).when(post, vacate("lan")).then_accepted();
  }
}
TEST(Delegation, P24OnlyForThatVeryPost) {
  office().acting("tt", "so-khcn").when("post/lan-1", stand_in("pgd")).then_rejected(kForbidden, "P24");
  office().acting("pgd", "so-khcn").when("post/gd-1", stand_in("lan")).then_rejected(kForbidden, "P24");
  office().acting("vt", "so-khcn").when("post/vt-1", stand_in("lan")).then_rejected(kForbidden, "P01");
  office().acting("lan", "so-khcn").when("post/lan-1", stand_in("gd")).then_rejected(kForbidden, "P01");
}
TEST(Delegation, P24OnlyByOrderOrByMandate) {
  FillPost body = stand_in("lan");
  body.capacity.reset();
  office().acting("gd", "so-khcn").when("post/gd-1", body).then_rejected(kForbidden, "P24");
  body.capacity = Capacity::kDirect;
  office().acting("gd", "so-khcn").when("post/gd-1", body).then_rejected(kForbidden, "P24");
}
TEST(Delegation, P24NotByWhoOnlyStandsIn) {
  Given scene = office().acting("gd", "so-khcn").after("post/gd-1", stand_in("lan"));
  scene.acting("lan", "so-khcn").when("post/gd-1", stand_in("pgd")).then_rejected(kForbidden, "P24");
  scene.when("post/gd-1", vacate("gd")).then_rejected(kForbidden, "P24");
}
TEST(Delegation, P24TheHolderItselfIsNotVacated) {
  office().acting("gd", "so-khcn").when("post/gd-1", vacate("gd")).then_rejected(kForbidden, "P24");
  Given two = office().fact({"post/gd-1", PostFilled{{"lan"}, day("2026-01-01"), {}, Capacity::kDirect, {}}});
  two.acting("gd", "so-khcn").when("post/gd-1", vacate("lan")).then_rejected(kForbidden, "P24");
}
TEST(Delegation, P24NotBeyondTheOwnLastDay) {
  Given scene = given(together(a_province(), employed("lan", {{Role::kOfficer, "so-khcn"}}),
                               employed("gd", {{Role::kHead, "so-khcn", "", {}, {}, "2020-01-01", "2026-04-14"}})));
  FillPost body = stand_in("lan");
  scene.acting("gd", "so-khcn").when("post/gd-1", body).then_rejected(kForbidden, "P24");
  body.to = day("2026-04-14");
  scene.when("post/gd-1", body).then_accepted();
}
TEST(Delegation, P09NobodyStandsInForItself) {
  office().acting("gd", "so-khcn").when("post/gd-1", stand_in("gd")).then_rejected(kForbidden, "P09");
}

// "qt" is the only administrator that is a person; "ioc" is a machine with such a post.
Given administered() {
  return given(together(a_province(), employed("qt", {{Role::kAdministrator, "so-khcn"}}),
                        employed("ioc", {{Role::kAdministrator, "so-khcn"}}),
                        employed("lan", {{Role::kOfficer, "so-khcn"}})))
      .fact({"account/ioc", AccountOpened{AccountKind::kMachine}})
      .acting("qt", "so-khcn");
}
Given with_a_second() {
  return administered().fact({"post/qt-1", PostFilled{{"lan"}, day("2026-01-01"), {}, Capacity::kDirect, {}}});
}

TEST(Administrators, P25TheLastOneIsNotClosed) {
  administered().when("account/qt", CloseAccount{}).then_rejected(kRule, "P25");
  administered().when("account/lan", CloseAccount{}).then_accepted();
  administered().when("account/ioc", CloseAccount{}).then_accepted();
  with_a_second().when("account/qt", CloseAccount{}).then_accepted();
  with_a_second().fact({"account/lan", AccountClosed{}}).when("account/qt", CloseAccount{}).then_rejected(kRule, "P25");
}
TEST(Administrators, P25TheLastPostIsNotVacated) {
  administered().when("post/qt-1", vacate("qt")).then_rejected(kRule, "P25");
  administered().when("post/ioc-1", vacate("ioc")).then_accepted();
  with_a_second().when("post/qt-1", vacate("qt")).then_accepted();
  Given soon = administered().fact(
      {"post/qt-1", PostFilled{{"lan"}, day("2026-01-01"), day("2026-03-19"), Capacity::kDirect, {}}});
  soon.when("post/qt-1", vacate("qt")).then_rejected(kRule, "P25");  // from the 20th on there would be none
}
TEST(Administrators, P25NorDoesItBecomeAnotherPost) {
  AmendPost body;
  body.set.values.role = Role::kOfficer;
  body.set.present = 1u << 0;
  administered().acting("ioc", "so-khcn").when("post/qt-1", body).then_rejected(kRule, "P25");
  administered().acting("qt", "so-khcn").when("post/ioc-1", body).then_accepted();
}
TEST(Administrators, P25WhoseAgencyHasEndedIsNone) {
  const std::vector<Fact> second = employed("mai", {{Role::kAdministrator, "so-tai-chinh"}});
  Given two = given(together(a_province(), employed("qt", {{Role::kAdministrator, "so-khcn"}}), second));
  two.acting("qt", "so-khcn").when("account/qt", CloseAccount{}).then_accepted();
  two.fact({"agency/so-tai-chinh", AgencyMerged{{"so-khcn"}, day("2026-03-01"), qd1()}})
      .when("account/qt", CloseAccount{})
      .then_rejected(kRule, "P25");
}
TEST(Administrators, P25WhereThereIsNoneNothingIsLost) {
  given(together(a_province(), employed("lan", {{Role::kOfficer, "so-khcn"}})))
      .when("account/lan", CloseAccount{})
      .then_accepted();
}

}  // namespace
}  // namespace luuvet::test
