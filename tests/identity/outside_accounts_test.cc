#include "server/identity/outside_accounts.h"

#include <gtest/gtest.h>

#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::kNow;
using test::Stored;

constexpr const char* kIssuer = "https://sso.example.vn";

OutsidePerson person(std::string subject, std::optional<std::string> name = {}, std::string issuer = kIssuer) {
  return {std::move(issuer), std::move(subject), std::move(name)};
}

struct Accounts : ::testing::Test {
  std::optional<ActorId> found(const OutsidePerson& who, OutsideMatch match) {
    return account_of(*stored.store, who, match, kNow);
  }
  ActorId with_email(const std::string& username, const std::string& email) {
    const ActorId account{"account-of-" + username};
    create_account(*stored.store, {account, username, "Người Dùng", email, {}}, kNow).value();
    return account;
  }
  Stored stored;
};

using OutsideAccounts = Accounts;

TEST_F(OutsideAccounts, W155AUsernameMatchesOnceAndThenTheLinkCounts) {
  const ActorId an = stored.person("An.Nguyen");
  EXPECT_EQ(found(person("7", "an.nguyen"), OutsideMatch::kUsername), an);
  EXPECT_EQ(found(person("7", "renamed"), OutsideMatch::kUsername), an) << "the link counts, not the name";
  stored.reopen();
  EXPECT_EQ(found(person("7"), OutsideMatch::kLinked), an);
}

TEST_F(OutsideAccounts, W155ANameGivenToSomebodyNewOpensNothing) {
  const ActorId an = stored.person("an");
  EXPECT_EQ(found(person("7", "an"), OutsideMatch::kUsername), an);
  EXPECT_EQ(found(person("8", "an"), OutsideMatch::kUsername), std::nullopt);
  EXPECT_EQ(found(person("7", "an", "https://other.example"), OutsideMatch::kUsername), an) << "an issuer of its own";
}

TEST_F(OutsideAccounts, W155TheSameSubjectOfAnotherIssuerIsAnotherPerson) {
  stored.person("an");
  found(person("7", "an"), OutsideMatch::kUsername);
  EXPECT_EQ(found(person("7", {}, "https://evil.example"), OutsideMatch::kLinked), std::nullopt);
}

TEST_F(OutsideAccounts, W155UnknownNamesAndNoNameMatchNobody) {
  stored.person("an");
  for (const std::optional<std::string>& name : {std::optional<std::string>("binh"), {""}, {"an\n"}, {}})
    EXPECT_EQ(found(person("7", name), OutsideMatch::kUsername), std::nullopt);
  EXPECT_EQ(found(person("7", "an"), OutsideMatch::kLinked), std::nullopt) << "nothing is matched";
}

TEST_F(OutsideAccounts, W155AnEmailMatchesWhereExactlyOneHasIt) {
  const ActorId an = with_email("an", "An.Nguyen@laocai.gov.vn");
  EXPECT_EQ(found(person("7", "an.nguyen@LAOCAI.gov.vn"), OutsideMatch::kEmail), an);
  with_email("binh", "van.phong@laocai.gov.vn");
  with_email("chi", "van.phong@laocai.gov.vn");
  EXPECT_EQ(found(person("8", "van.phong@laocai.gov.vn"), OutsideMatch::kEmail), std::nullopt);
  EXPECT_EQ(found(person("9", "an"), OutsideMatch::kEmail), std::nullopt) << "a username is no e-mail";
}

TEST_F(OutsideAccounts, W155ClosedErasedAndMachineAccountsOpenForNobody) {
  const ActorId an = stored.person("an");
  found(person("7", "an"), OutsideMatch::kUsername);
  set_sign_in(*stored.store, an, SignIn::kClosed).value();
  EXPECT_EQ(found(person("7", "an"), OutsideMatch::kUsername), std::nullopt);
  set_sign_in(*stored.store, an, SignIn::kOpen).value();
  EXPECT_EQ(found(person("7", "an"), OutsideMatch::kUsername), an);
  erase_profile(*stored.store, an, kNow).value();
  EXPECT_EQ(stored.store->linked_account(kIssuer, "7"), std::nullopt);
  create_account(*stored.store, {{"machine"}, "ioc", "IOC", {}, AccountKind::kMachine}, kNow).value();
  EXPECT_EQ(found(person("8", "ioc"), OutsideMatch::kUsername), std::nullopt);
}

TEST_F(OutsideAccounts, W155BeingInvitedAgainDropsTheLink) {
  const ActorId an = stored.person("an");
  found(person("7", "an"), OutsideMatch::kUsername);
  invite(*stored.store, an, kNow).value();
  EXPECT_EQ(found(person("7"), OutsideMatch::kLinked), std::nullopt);
  EXPECT_EQ(found(person("8", "an"), OutsideMatch::kUsername), an);
}

TEST_F(OutsideAccounts, W159TheOwnerLinksOnePersonToOneAccount) {
  const ActorId an = stored.person("an"), binh = stored.person("binh");
  EXPECT_TRUE(link_account(*stored.store, person("7"), an, kNow));
  EXPECT_TRUE(link_account(*stored.store, person("7"), an, kNow)) << "as it is";
  EXPECT_FALSE(link_account(*stored.store, person("8"), an, kNow)) << "has somebody";
  EXPECT_FALSE(link_account(*stored.store, person("7"), binh, kNow)) << "is somebody's";
  EXPECT_FALSE(link_account(*stored.store, person("9"), {"nobody"}, kNow));
  EXPECT_EQ(found(person("7"), OutsideMatch::kLinked), an);
}

TEST(IdentitySchema, AnOlderFileGetsTheTableOfLinks) {
  Stored stored;
  const ActorId an = stored.person("an");
  stored.store.reset();
  {
    const Database database(stored.file(), Access::kWrite);
    database.run("DROP TABLE outside_links", "going back");
    database.run("PRAGMA user_version = 1", "going back");
  }
  stored.reopen();
  EXPECT_TRUE(link_account(*stored.store, person("7"), an, kNow));
}

}  // namespace
}  // namespace luuvet::server
