// Registering, filling and vacating posts; opening and closing accounts.
#include "domain/people/grants.h"
#include "tests/support/given.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr auto kRule = RejectionKind::kRule;
constexpr auto kForbidden = RejectionKind::kForbidden;
constexpr auto kInvalid = RejectionKind::kInvalid;
constexpr auto kUnknown = RejectionKind::kUnknownReference;

Fact post(std::string id, Role role, std::string agency = "xa-a") {
  Post content;
  content.id = {id};
  content.role = role;
  content.agency = {std::move(agency)};
  content.title = "Chức danh";
  if (role == Role::kOutsideLead) content.sponsor = AgencyId{"so-khcn"};
  return {"post/" + id, Registered<Post>{content}};
}
// Posts "cv" (officer) and "gd" (head) of xa-a; accounts "lan" and "mai".
Given people() {
  return given(a_province())
      .fact(post("cv", Role::kOfficer))
      .fact(post("gd", Role::kHead))
      .fact({"account/lan", AccountOpened{}})
      .fact({"account/mai", AccountOpened{}})
      .as("so-khcn", Role::kAdministrator);
}
FillPost fill(std::string account, std::string_view from = "2026-03-15") {
  return {{std::move(account)}, day(from), {}, {}, {}};
}
RegisterPost a_head() {
  RegisterPost body;
  body.role = Role::kHead;
  body.agency = {"xa-a"};
  body.title = "Chủ tịch UBND xã";
  return body;
}
AmendPost retitled(std::string title) {
  AmendPost body;
  body.set.values.title = std::move(title);
  body.set.present = 1u << 3;
  return body;
}

TEST(Post, P14APostIsRegistered) {
  Given scene = people();
  RegisterPost body = a_head();
  body.role = Role::kDeputy;
  body.areas = {"cchc"};
  Post content;
  content.id = {"new"};
  content.role = Role::kDeputy;
  content.agency = {"xa-a"};
  content.title = body.title;
  content.areas = {"cchc"};
  scene.when("post", body).then(Registered<Post>{content});
  scene.after("post", body).when("post", body).then_rejected(RejectionKind::kAlreadyExists);
  EXPECT_EQ(scene.world().posts.find("new")->content, content);
}
TEST(Post, P14BodyLimits) {
  const Given scene = people();
  const auto with = [&](auto change) {
    RegisterPost body = a_head();
    change(body);
    return scene.when("post", body);
  };
  with([](auto& body) { body.agency = {"so-xyz"}; }).then_rejected(kUnknown, "/agency");
  with([](auto& body) { body.agency = {"cac-xa"}; }).then_rejected(kUnknown, "/agency");
  with([](auto& body) { body.title = " "; }).then_rejected(kInvalid, "/title");
  with([](auto& body) { body.role = Role::kCommitteeHead; }).then_rejected(kInvalid, "/committee");
  with([](auto& body) { body.committee = CommitteeId{"bcd"}; }).then_rejected(kInvalid, "/committee");
  with([](auto& body) { body.sponsor = AgencyId{"so-khcn"}; }).then_rejected(kInvalid, "/sponsor");
  with([](auto& body) { body.role = Role::kOutsideLead; }).then_rejected(kInvalid, "/sponsor");
  with([](auto& body) { body.pillar = "khcn"; }).then_rejected(kInvalid, "/pillar");
  with([](auto& body) { body.areas = {"cchc", "cchc"}; }).then_rejected(kInvalid, "/areas/1");
  with([](auto& body) { body.areas = {"Cải cách"}; }).then_rejected(kInvalid, "/areas/0");
  with([](auto& body) { body.document = DocumentId{"qd-9"}; }).then_rejected(kUnknown, "/document");
  with([](auto& body) {
    body.role = Role::kStandingAgency;
    body.committee = CommitteeId{"bcd"};
  }).then_accepted();
}
TEST(Post, P14TheImportTakesPostsOfTheSameShape) {
  Post row;
  row.id = {"gd-so"};
  row.role = Role::kHead;
  row.agency = {"so-khcn"};
  row.title = "Giám đốc Sở";
  Given scene = people().actor(std::string(kSystemActor));
  scene.when("post", ImportRow<Post>{row}).then(Registered<Post>{row});
  row.sponsor = AgencyId{"xa-a"};
  scene.when("post", ImportRow<Post>{row}).then_rejected(kInvalid, "/sponsor");
}

TEST(Post, P19AnAmendmentChangesSomething) {
  const Given scene = people();
  EXPECT_EQ(scene.when("post/cv", retitled("Chuyên viên chính")).count(), 1u);
  scene.when("post/cv", retitled("Chức danh")).then_rejected(kRule, "P19");
  scene.when("post/cv", AmendPost{}).then_rejected(kInvalid, "/set");
  scene.when("post/cv", retitled("")).then_rejected(kInvalid, "/set/title");
  EXPECT_EQ(scene.when("post/none", retitled("Khác")).rejection().kind, RejectionKind::kNotFound);
}

TEST(Post, P08APostIsFilledInItsOwnCapacity) {
  Given scene = people().fact(post("pgd", Role::kDeputy)).fact(post("vt", Role::kClerk));
  scene.when("post/cv", fill("lan")).then(PostFilled{{"lan"}, day("2026-03-15"), {}, Capacity::kDirect, {}});
  scene.when("post/pgd", fill("lan")).then(PostFilled{{"lan"}, day("2026-03-15"), {}, Capacity::kDeputy, {}});
  scene.when("post/vt", fill("lan")).then(PostFilled{{"lan"}, day("2026-03-15"), {}, Capacity::kClerk, {}});
  FillPost body = fill("lan");
  body.capacity = Capacity::kDirect;
  scene.when("post/gd", body).then_accepted();
  for (const Capacity other : {Capacity::kDeputy, Capacity::kClerk, Capacity::kSystem}) {
    body.capacity = other;
    scene.when("post/gd", body).then_rejected(kInvalid, "/capacity");
  }
}
TEST(Post, P08StandingInHasALastDayAndADocument) {
  Given scene = people();
  FillPost body = fill("lan");
  body.capacity = Capacity::kByMandate;
  EXPECT_EQ(scene.when("post/gd", body).then_rejected(kInvalid, "/to").errors.size(), 2u);
  body.to = day("2026-04-15");
  body.document = qd1();
  scene.when("post/gd", body).then(PostFilled{{"lan"}, body.from, body.to, Capacity::kByMandate, qd1()});
  scene.after("post/gd", fill("mai")).after("post/gd", body);
  EXPECT_EQ(scene.world().posts.find("gd")->holdings.size(), 2u);
}
TEST(Post, P08FillingLimits) {
  Given scene = people();
  FillPost body = fill("lan");
  body.to = day("2026-03-14");
  scene.when("post/cv", body).then_rejected(kInvalid, "/to");
  body.to = body.from;
  scene.when("post/cv", body).then_accepted();
  scene.when("post/cv", fill("nobody")).then_rejected(kUnknown, "/account");
  EXPECT_EQ(scene.when("post/none", fill("lan")).rejection().kind, RejectionKind::kNotFound);
}

TEST(Post, P09NobodyPutsTheOwnAccountIntoAPost) {
  Given scene = people();
  for (const char* target : {"post/cv", "post/gd"})
    scene.when(target, fill("somebody")).then_rejected(kForbidden, "P09");
  scene.as("xa-a", Role::kHead).when("post/cv", fill("somebody")).then_rejected(kForbidden, "P09");
}
TEST(Post, P09NobodyAmendsAPostThatItHolds) {
  Given scene = people().fact({"post/cv", PostFilled{{"somebody"}, day("2026-01-01"), {}, Capacity::kDirect, {}}});
  scene.when("post/cv", retitled("Giám đốc")).then_rejected(kForbidden, "P09");
  scene.when("post/gd", retitled("Giám đốc")).then_accepted();
  scene.fact({"post/cv", PostVacated{{"somebody"}, day("2026-03-15"), {}}});
  scene.when("post/cv", retitled("Giám đốc")).then_accepted();
}

TEST(Post, P10AHeadPlacesPeopleBelowItselfInItsOwnAgency) {
  Given scene = people().as("xa-a", Role::kHead);
  for (const Role role : {Role::kOfficer, Role::kDeputy, Role::kClerk})
    scene.fact(post("moi", role)).when("post/moi", fill("lan")).then_accepted();
  for (const Role role :
       {Role::kHead, Role::kStandingAgency, Role::kFinance, Role::kInspector, Role::kOutsideLead, Role::kAdministrator})
    scene.fact(post("moi", role)).when("post/moi", fill("lan")).then_rejected(kForbidden, "P10");
  scene.fact(post("xa-khac", Role::kOfficer, "xa-b"))
      .when("post/xa-khac", fill("lan"))
      .then_rejected(kForbidden, "P10");
  scene.after("post/cv", fill("lan")).when("post/cv", VacatePost{{"lan"}, day("2026-03-15"), {}}).then_accepted();
  scene.when("post/cv", retitled("Khác")).then_rejected(kForbidden, "P01");
}

TEST(Post, P15AnAccountHoldsAPostOnceAtATime) {
  Given scene = people().after("post/cv", fill("lan"));
  scene.when("post/cv", fill("lan", "2026-06-01")).then_rejected(kRule, "P15");
  scene.when("post/cv", fill("mai")).then_accepted();
  FillPost before = fill("lan", "2026-01-01");
  before.to = day("2026-03-14");
  scene.when("post/cv", before).then_accepted();
  before.to = day("2026-03-15");
  scene.when("post/cv", before).then_rejected(kRule, "P15");
  scene.after("post/cv", VacatePost{{"lan"}, day("2026-06-01"), {}})
      .when("post/cv", fill("lan", "2026-06-01"))
      .then_accepted();
}

TEST(Post, P16OnlyWhoHoldsAPostVacatesIt) {
  Given scene = people();
  FillPost body = fill("lan");
  body.to = day("2026-06-30");
  scene.after("post/cv", body);
  const auto vacate = [&](std::string account, std::string_view on) {
    return scene.when("post/cv", VacatePost{{std::move(account)}, day(on), {}});
  };
  vacate("lan", "2026-06-30").then(PostVacated{{"lan"}, day("2026-06-30"), {}});
  vacate("lan", "2026-07-01").then_rejected(kRule, "P16");
  vacate("mai", "2026-04-01").then_rejected(kRule, "P16");
  vacate("nobody", "2026-04-01").then_rejected(kUnknown, "/account");
  scene.after("post/cv", VacatePost{{"lan"}, day("2026-04-01"), {}});
  vacate("lan", "2026-04-01").then_rejected(kRule, "P16");
}
TEST(Post, P16APostThatWasNeverTakenUpIsVacatedOnce) {
  Given scene = people().after("post/cv", fill("lan", "2026-06-01"));
  scene.after("post/cv", VacatePost{{"lan"}, day("2026-03-15"), {}});
  scene.when("post/cv", VacatePost{{"lan"}, day("2026-03-15"), {}}).then_rejected(kRule, "P16");
  EXPECT_TRUE(grants_of(scene.world(), {"lan"}, day("2026-06-01")).empty());
}

TEST(Account, P17IsOpenedClosedAndReopened) {
  Given scene = people();
  const OpenAccount body{"nguyen.van.a", "Nguyễn Văn A", "a@example.vn", AccountKind::kMachine};
  scene.after("account", body);
  EXPECT_EQ(scene.world().accounts.find("new")->kind, AccountKind::kMachine);
  scene.when("account", body).then_rejected(RejectionKind::kAlreadyExists);
  scene.when("account/new", ReopenAccount{}).then_rejected(kRule, "P17");
  scene.after("account/new", CloseAccount{});
  scene.when("account/new", CloseAccount{}).then_rejected(kRule, "P17");
  scene.when("post/cv", fill("new")).then_rejected(kRule, "P17");
  scene.when("account/new", IssueToken{"IOC", day("2026-12-31"), TokenScope::kRead}).then_rejected(kRule, "P17");
  scene.after("account/new", ReopenAccount{}).when("post/cv", fill("new")).then_accepted();
  EXPECT_EQ(scene.when("account/none", CloseAccount{}).rejection().kind, RejectionKind::kNotFound);
}
TEST(Account, P17BodyLimits) {
  const Given scene = people();
  const auto open = [&](std::string username, std::string name, std::optional<std::string> email) {
    return scene.when("account", OpenAccount{std::move(username), std::move(name), std::move(email)});
  };
  open("lan.nguyen", "Lan", {}).then_accepted();
  for (const char* username : {"", "ab", "Lan", "lan nguyen", "-lan", "tên"})
    open(username, "Lan", {}).then_rejected(kInvalid, "/username");
  open(std::string(41, 'a'), "Lan", {}).then_rejected(kInvalid, "/username");
  open("lan", "", {}).then_rejected(kInvalid, "/name");
  open("lan", std::string(201, 'x'), {}).then_rejected(kInvalid, "/name");
  for (const char* email : {"", "lan", "@b", "a@", "a@b@c", "a b@c"})
    open("lan", "Lan", email).then_rejected(kInvalid, "/email");
}
TEST(Account, P17TheLogLearnsNoNames) {
  const When made = people().when("account", OpenAccount{"nguyen.van.a", "Nguyễn Văn A", "a@example.vn", {}});
  made.then(AccountOpened{AccountKind::kPerson});
}

TEST(Account, P18ATokenLastsUntilItsLastDay) {
  Given scene = people().fact({"account/ioc", AccountOpened{AccountKind::kMachine}});
  scene.when("account/ioc", IssueToken{"IOC", day("2026-03-15"), {}}).then_rejected(kInvalid, "/expires_on");
  scene.when("account/ioc", IssueToken{"", day("2026-12-31"), {}}).then_rejected(kInvalid, "/label");
  scene.after("account/ioc", IssueToken{"IOC", day("2026-12-31"), TokenScope::kWrite});
  const auto in_force = [&](std::string_view on) { return token_in_force(scene.world(), {"ioc"}, {"new"}, day(on)); };
  ASSERT_TRUE(in_force("2026-12-31"));
  EXPECT_EQ(in_force("2026-12-31")->scope, TokenScope::kWrite);
  EXPECT_FALSE(in_force("2027-01-01"));
  EXPECT_FALSE(token_in_force(scene.world(), {"mai"}, {"new"}, day("2026-12-31")));
  scene.fact({"account/ioc", AccountClosed{}});
  EXPECT_FALSE(in_force("2026-12-31"));
}
TEST(Account, P18ATokenIsRevokedOnce) {
  Given scene = people()
                    .fact({"account/ioc", AccountOpened{AccountKind::kMachine}})
                    .after("account/ioc", IssueToken{"IOC", day("2026-12-31"), {}});
  scene.when("account/ioc", RevokeToken{{"k9"}}).then_rejected(kUnknown, "/token");
  scene.after("account/ioc", RevokeToken{{"new"}});
  EXPECT_FALSE(token_in_force(scene.world(), {"ioc"}, {"new"}, day("2026-03-15")));
  scene.when("account/ioc", RevokeToken{{"new"}}).then_rejected(kRule, "P18");
}
TEST(Account, P23TokensAreForMachines) {
  people().when("account/lan", IssueToken{"IOC", day("2026-12-31"), {}}).then_rejected(kRule, "P23");
}

TEST(Account, C02MovesWithTheHoldingsOfItsPosts) {
  Given scene = people().after("post/cv", fill("lan"));
  EXPECT_EQ(scene.world().representation(subject("account/lan")), scene.world().head);
  EXPECT_LT(scene.world().representation(subject("account/mai")), scene.world().head);
}
TEST(Account, C01ARightThatHasToGoDoesNotWait) {
  EXPECT_TRUE(needs_precondition(AmendPost{}));
  for (const CommandBody& body :
       {CommandBody(FillPost{}), CommandBody(VacatePost{}), CommandBody(CloseAccount{}), CommandBody(ReopenAccount{}),
        CommandBody(IssueToken{}), CommandBody(RevokeToken{}), CommandBody(RegisterPost{}), CommandBody(OpenAccount{})})
    EXPECT_FALSE(needs_precondition(body)) << body.index();
}
TEST(Account, S01NoThreadHangsOnAnAccount) {
  EXPECT_FALSE(parse_subject("thread/account/lan"));
  EXPECT_TRUE(parse_subject("thread/post/cv"));
  Given scene = people().as("xa-a");
  EXPECT_EQ(scene.when("account/lan", Comment{"a", {}}).rejection().kind, RejectionKind::kNotFound);
  scene.when("post/cv", Comment{"a", {}}).then_accepted();
}

}  // namespace
}  // namespace luuvet::test
