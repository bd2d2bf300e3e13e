#include "server/identity/demo_accounts.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <set>

#include "server/identity/sign_in.h"
#include "server/identity/tokens.h"
#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kDayMs;
using test::kNow;
using test::quick_passwords;

const std::vector<DemoAgency> kAgencies = {{{"so-khcn"}, "Sở Khoa học và Công nghệ"}, {{"ubnd-tinh"}, "UBND tỉnh"}};

std::vector<DemoPost> demo_posts(const std::vector<DemoAgency>& agencies = kAgencies) {
  std::vector<DemoPost> posts = agency_demo_posts(agencies);
  posts.push_back({"inspector", "Thanh tra", "inspector", {"thanh-tra"}, "Thanh tra tỉnh", {}});
  posts.push_back({"committee-head", "Trưởng ban", "committee-head", {"tinh-uy"}, "Tỉnh ủy", CommitteeId{"bcd-57"}});
  return posts;
}

struct Demo {
  test::TempDir folder;
  std::optional<IdentityStore> store;

  Demo() {
    mark_demo_folder(folder.path());
    open();
  }
  std::filesystem::path file() const { return folder.path() / "demo-accounts.json"; }
  void open() {
    store.reset();
    store.emplace(folder.path() / "identity", Access::kWrite);
  }
  std::vector<DemoFacts> prepare(const std::vector<DemoPost>& posts = demo_posts(), Instant now = kNow) {
    return prepare_demo_accounts(*store, folder.path(), posts, now);
  }
  std::string text() const { return read_file(file()).value(); }
  // The member of the account in the file.
  std::string listed(const std::string& username, const std::string& member) const {
    const std::string all = text();
    const std::size_t account = all.find("\"username\":\"" + username + "\"");
    const std::string opening = "\"" + member + "\":\"";
    const std::size_t begin = all.find(opening, account) + opening.size();
    return all.substr(begin, all.find('"', begin) - begin);
  }
  bool enters(const std::string& username, const std::string& password) {
    return sign_in(*store, quick_passwords(), {username, password, "a", ""}, kNow).has_value();
  }
};

TEST(DemoAccounts, EveryoneListedEntersByPasswordTokenAndClick) {
  Demo demo;
  const auto facts = demo.prepare();
  ASSERT_EQ(facts.size(), 6U);
  for (const DemoFacts& fact : facts) {
    const std::string& username = fact.post.username;
    EXPECT_TRUE(demo.enters(username, demo.listed(username, "password"))) << username;
    EXPECT_EQ(demo_account(*demo.store, username), fact.account);
    Tokens tokens(demo.store->tokens(), {});
    const Token* const token = tokens.find(demo.listed(username, "token"), kNow);
    ASSERT_NE(token, nullptr) << username;
    EXPECT_EQ(token->account, fact.account);
    EXPECT_EQ(token->id, fact.token_id);
    EXPECT_EQ(token->expires_on, fact.token_expires_on);
  }
}

TEST(DemoAccounts, SayWhatHasToBeInTheLog) {
  Demo demo;
  const auto facts = demo.prepare();
  EXPECT_EQ(facts[0].account.value, "demo.so-khcn.officer");
  EXPECT_EQ(facts[0].post_id, "demo.so-khcn.officer");
  EXPECT_EQ(facts[0].post.role, "officer");
  EXPECT_EQ(facts[1].post.username, "so-khcn.head");
  EXPECT_EQ(facts[5].post.committee, CommitteeId{"bcd-57"});
  for (const DemoFacts& fact : facts) {
    EXPECT_TRUE(is_valid_id(fact.account.value));
    EXPECT_TRUE(is_valid_id(fact.token_id));
  }
}

TEST(DemoAccounts, TheFileIsForItsOwnersEyesAndListsAllMembers) {
  Demo demo;
  demo.prepare();
  struct stat status {};
  ASSERT_EQ(stat(demo.file().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  EXPECT_NE(demo.text().find(R"("roles":["officer"],"agency":"so-khcn","agency_name":"Sở Khoa học và Công nghệ")"),
            std::string::npos)
      << demo.text();
}

TEST(DemoAccounts, SecretsAreAllDifferent) {
  Demo demo;
  demo.prepare();
  std::set<std::string> secrets;
  for (const DemoPost& post : demo_posts()) {
    secrets.insert(demo.listed(post.username, "password"));
    secrets.insert(demo.listed(post.username, "token"));
  }
  EXPECT_EQ(secrets.size(), 12U);
}

TEST(DemoAccounts, TheNextStartHasTheSameAndAddsWhatIsNew) {
  Demo demo;
  demo.prepare();
  const std::string before = demo.text();
  demo.open();
  const auto again = demo.prepare(demo_posts(), after(kDayMs));
  EXPECT_EQ(demo.text(), before);
  EXPECT_EQ(again.size(), 6U);
  EXPECT_EQ(demo.store->tokens().size(), 6U);
  auto agencies = kAgencies;
  agencies.push_back({{"so-y-te"}, "Sở Y tế"});
  EXPECT_EQ(demo.prepare(demo_posts(agencies), after(kDayMs)).size(), 8U);
  EXPECT_TRUE(demo.enters("so-y-te.head", demo.listed("so-y-te.head", "password")));
  const std::string line = before.substr(before.find("{\"account\":\"demo.so-khcn.head\""));
  EXPECT_NE(demo.text().find(line.substr(0, line.find('\n'))), std::string::npos);
}

TEST(DemoAccounts, AStartThatWasCutOffIsMadeUp) {
  Demo demo;
  demo.prepare();
  demo.store.reset();
  std::filesystem::remove_all(demo.folder.path() / "identity");
  demo.open();
  demo.prepare();
  EXPECT_TRUE(demo.enters("so-khcn.head", demo.listed("so-khcn.head", "password")));
}

TEST(DemoAccounts, AListThatWasDeletedIsMadeAnewWithNewPasswords) {
  Demo demo;
  demo.prepare();
  const std::string old_password = demo.listed("so-khcn.head", "password");
  std::filesystem::remove(demo.file());
  demo.prepare();
  EXPECT_FALSE(demo.enters("so-khcn.head", old_password));
  EXPECT_TRUE(demo.enters("so-khcn.head", demo.listed("so-khcn.head", "password")));
}

TEST(DemoAccounts, WhatTheirUsersChangedStays) {
  Demo demo;
  const auto facts = demo.prepare();
  const ActorId head = facts[1].account;
  const std::string listed = demo.listed("so-khcn.head", "password");
  ASSERT_TRUE(change_password(*demo.store, quick_passwords(), head, {listed, "năm con vịt bơi qua sông", ""}, kNow));
  demo.store->set_sign_in(facts[0].account, SignIn::kClosed);
  Tokens tokens(demo.store->tokens(), {});
  tokens.revoke(head, facts[1].token_id, kNow);
  for (const Token& token : tokens.take_changes()) demo.store->put_token(token);
  demo.open();
  demo.prepare();
  EXPECT_FALSE(demo.enters("so-khcn.head", listed));
  EXPECT_TRUE(demo.enters("so-khcn.head", "năm con vịt bơi qua sông"));
  EXPECT_FALSE(demo_account(*demo.store, "so-khcn.officer"));
  EXPECT_EQ(Tokens(demo.store->tokens(), {}).find(demo.listed("so-khcn.head", "token"), kNow), nullptr);
}

TEST(DemoAccounts, AnErasedOneStaysErased) {
  Demo demo;
  const auto facts = demo.prepare();
  demo.store->erase(facts[0].account, kNow);
  EXPECT_EQ(demo.prepare().size(), 5U);
  EXPECT_FALSE(demo.enters("so-khcn.officer", demo.listed("so-khcn.officer", "password")));
}

TEST(DemoAccounts, AFileThatCannotBeReadIsRefused) {
  for (const char* text : {"", "{", "{}", "[{}]", "[] more",
                           R"([{"account":"demo.a.b","username":"a","password":"p","token":"t","roles":[],)"
                           R"("agency":"a","agency_name":"a","name":"a"}])"}) {
    Demo demo;
    write_file(demo.file(), text);
    EXPECT_THROW(demo.prepare(), DemoRefused) << text;
  }
}

TEST(DemoAccounts, RealWorkAndDemoDoNotShareAFolder) {
  Demo demo;
  EXPECT_THROW(require_no_demo(demo.folder.path()), DemoRefused);
  EXPECT_NO_THROW(mark_demo_folder(demo.folder.path())) << "again";
  test::Stored real;
  EXPECT_NO_THROW(require_no_demo(real.folder.path()));
  EXPECT_THROW(mark_demo_folder(real.folder.path()), DemoRefused);
  EXPECT_THROW(prepare_demo_accounts(*real.store, real.folder.path(), demo_posts(), kNow), DemoRefused);
  test::TempDir with_log;
  std::filesystem::create_directory(with_log.path() / "log");
  EXPECT_THROW(mark_demo_folder(with_log.path()), DemoRefused);
}

TEST(DemoAccounts, ThereAreTwoForEachOfThreeHundredAgencies) {
  Demo demo;
  std::vector<DemoAgency> agencies;
  for (int at = 0; at < 300; ++at) agencies.push_back({{"xa-" + std::to_string(at)}, "Xã"});
  EXPECT_EQ(demo.prepare(agency_demo_posts(agencies)).size(), 600U);
  EXPECT_EQ(demo.prepare(agency_demo_posts(agencies)).size(), 600U);
}

}  // namespace
}  // namespace luuvet::server
