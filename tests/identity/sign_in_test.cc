#include "server/identity/sign_in.h"

#include <gtest/gtest.h>

#include "server/identity/secret.h"
#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kDayMs;
using test::kGoodPassword;
using test::kNow;
using test::quick_passwords;
using test::Stored;

std::optional<SignedIn> tried(Stored& stored, const std::string& username, const std::string& password,
                              Instant now = kNow, const std::string& device = "") {
  return sign_in(*stored.store, quick_passwords(), {username, password, "192.0.2.7", device}, now);
}

TEST(SigningIn, NeedsUsernameAndPassword) {
  Stored stored;
  const ActorId an = stored.person("An.Nguyễn");
  const auto entered = tried(stored, "an.NGUYE\u0302\u0303N", kGoodPassword);
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->account, an);
  EXPECT_FALSE(tried(stored, "an.nguyễn", kGoodPassword + " "));
  EXPECT_FALSE(tried(stored, "an.nguyễn", ""));
  EXPECT_FALSE(tried(stored, "", kGoodPassword));
  EXPECT_FALSE(tried(stored, "ai.khác", kGoodPassword));
  EXPECT_FALSE(tried(stored, "' OR 1=1 --", "' OR 1=1 --"));
  EXPECT_FALSE(tried(stored, std::string(1'000'000, 'a'), std::string(1'000'000, 'a')));
}

TEST(SigningIn, TakesThePasswordComposedOrDecomposed) {
  Stored stored;
  stored.person("an");
  EXPECT_TRUE(tried(stored, "an", "bo\u0302\u0301n con tra\u0302u đi ca\u0300y ruo\u0323\u0302ng"));
}

TEST(SigningIn, TellsOfTheLastTimeAndTheFailuresSince) {
  Stored stored;
  stored.person("an");
  EXPECT_FALSE(tried(stored, "an", kGoodPassword)->last_signed_in);
  tried(stored, "an", "wrong", after(10));
  tried(stored, "an", "wrong", after(20));
  const auto second = tried(stored, "an", kGoodPassword, after(30));
  EXPECT_EQ(second->last_signed_in, kNow);
  ASSERT_EQ(second->failures.size(), 2U);
  EXPECT_EQ(second->failures[0].at, after(20));
  EXPECT_EQ(second->failures[0].address, "192.0.2.7");
  EXPECT_TRUE(tried(stored, "an", kGoodPassword, after(40))->failures.empty());
}

TEST(SigningIn, KeepsTheLatestFailuresOnly) {
  Stored stored;
  const ActorId an = stored.person("an");
  for (int at = 0; at < 50; ++at) tried(stored, "an", "wrong", after(at));
  const auto failures = stored.store->failures_since(an, {});
  ASSERT_EQ(failures.size(), IdentityStore::kFailuresKept);
  EXPECT_EQ(failures[0].at, after(49));
}

TEST(SigningIn, GivesTheDeviceACookieThatIsKnownNextTime) {
  Stored stored;
  stored.person("an");
  stored.person("binh");
  const std::string device = tried(stored, "an", kGoodPassword)->device;
  EXPECT_EQ(device.size(), 43U);
  EXPECT_EQ(known_device(*stored.store, "an", device, kNow), hash_of_secret(device));
  EXPECT_FALSE(known_device(*stored.store, "binh", device, kNow));
  EXPECT_FALSE(known_device(*stored.store, "nobody", device, kNow));
  EXPECT_FALSE(known_device(*stored.store, "an", std::string(43, 'A'), kNow));
  EXPECT_FALSE(known_device(*stored.store, "an", std::string(1'000'000, 'A'), kNow));
  EXPECT_EQ(tried(stored, "an", kGoodPassword, after(1), device)->device, device);
  EXPECT_NE(tried(stored, "an", kGoodPassword, after(1), std::string(43, 'A'))->device, std::string(43, 'A'))
      << "a cookie that somebody else chose is not taken over";
}

TEST(SigningIn, DevicesAreForgottenAfterHalfAYearAndBeyondTen) {
  Stored stored;
  stored.person("an");
  const std::string first = tried(stored, "an", kGoodPassword)->device;
  EXPECT_TRUE(known_device(*stored.store, "an", first, after(179 * kDayMs)));
  EXPECT_FALSE(known_device(*stored.store, "an", first, after(180 * kDayMs)));
  for (int at = 1; at <= 9; ++at) tried(stored, "an", kGoodPassword, after(at));
  EXPECT_TRUE(known_device(*stored.store, "an", first, after(10)));
  tried(stored, "an", kGoodPassword, after(11));
  EXPECT_FALSE(known_device(*stored.store, "an", first, after(12)));
}

TEST(SigningIn, ADemoPasswordIsHashedAtItsFirstUse) {
  Stored stored;
  Profile profile;
  profile.account = {"demo.so-khcn.head"};
  profile.username = "so-khcn.head";
  profile.demo = true;
  stored.store->add_profile(profile);
  stored.store->set_demo_password(profile.account, "abcd-efgh-2345", kNow);
  EXPECT_FALSE(tried(stored, "so-khcn.head", "abcd-efgh-2346"));
  EXPECT_TRUE(stored.store->credential(profile.account)->demo_password);
  EXPECT_TRUE(tried(stored, "so-khcn.head", "abcd-efgh-2345"));
  const auto credential = stored.store->credential(profile.account);
  EXPECT_FALSE(credential->demo_password);
  EXPECT_TRUE(credential->password_hash);
  EXPECT_TRUE(tried(stored, "so-khcn.head", "abcd-efgh-2345"));
}

TEST(SigningIn, OneClickOpensDemoAccountsOnly) {
  Stored stored;
  stored.person("an");
  Profile profile;
  profile.account = {"demo.so-khcn.head"};
  profile.username = "so-khcn.head";
  profile.demo = true;
  stored.store->add_profile(profile);
  EXPECT_EQ(demo_account(*stored.store, "SO-KHCN.head"), profile.account);
  EXPECT_FALSE(demo_account(*stored.store, "an"));
  EXPECT_FALSE(demo_account(*stored.store, "nobody"));
  stored.store->set_sign_in(profile.account, SignIn::kClosed);
  EXPECT_FALSE(demo_account(*stored.store, "so-khcn.head"));
}

TEST(SigningIn, AHashOfOldCostIsRenewed) {
  Stored stored;
  const ActorId an = stored.person("an");
  const std::string old_hash = *stored.store->credential(an)->password_hash;
  const Passwords dearer({2, 16'384});
  EXPECT_FALSE(sign_in(*stored.store, dearer, {"an", "wrong", "a", ""}, kNow));
  EXPECT_EQ(stored.store->credential(an)->password_hash, old_hash);
  ASSERT_TRUE(sign_in(*stored.store, dearer, {"an", kGoodPassword, "a", ""}, kNow));
  EXPECT_FALSE(dearer.is_outdated(*stored.store->credential(an)->password_hash));
  EXPECT_TRUE(sign_in(*stored.store, dearer, {"an", kGoodPassword, "a", ""}, kNow));
}

TEST(SigningIn, APasswordIsChangedByWhoKnowsTheOldOne) {
  Stored stored;
  const ActorId an = stored.person("an");
  const std::string mine = tried(stored, "an", kGoodPassword)->device;
  const std::string other = tried(stored, "an", kGoodPassword)->device;
  const auto change = [&](const std::string& old_password, const std::string& new_password) {
    const auto done = change_password(*stored.store, quick_passwords(), an, {old_password, new_password, mine}, kNow);
    return done ? std::string("done") : done.error().errors.at(0).pointer;
  };
  EXPECT_EQ(change("wrong", "năm con vịt bơi qua sông"), "/old");
  EXPECT_EQ(change(kGoodPassword, "matkhau123"), "/new");
  EXPECT_EQ(change(kGoodPassword, std::string(1'000'000, 'x')), "/new");
  EXPECT_EQ(change(kGoodPassword, "năm con vịt bơi qua sông"), "done");
  EXPECT_FALSE(tried(stored, "an", kGoodPassword));
  EXPECT_TRUE(tried(stored, "an", "năm con vịt bơi qua sông"));
  EXPECT_TRUE(known_device(*stored.store, "an", mine, kNow));
  EXPECT_FALSE(known_device(*stored.store, "an", other, kNow));
}

}  // namespace
}  // namespace luuvet::server
