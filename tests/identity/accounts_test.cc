#include "server/identity/accounts.h"

#include <gtest/gtest.h>

#include "server/identity/sessions.h"
#include "server/identity/sign_in.h"
#include "server/log/files.h"
#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kDayMs;
using test::kGoodPassword;
using test::kNow;
using test::quick_passwords;
using test::Stored;

const ActorId kAn{"01an"};
const ActorId kBinh{"01binh"};

std::string created(Stored& stored, const ActorId& account, const std::string& username) {
  const auto link = create_account(*stored.store, {account, username, "Tên", "a@b.vn", AccountKind::kPerson}, kNow);
  return link ? link.value()->secret : "";
}

Result<ActorId> accepted(Stored& stored, const std::string& secret, Instant now = kNow,
                         std::optional<std::string> username = {}) {
  return accept_invitation(*stored.store, quick_passwords(), {secret, std::move(username), kGoodPassword}, now);
}

bool enters(Stored& stored, const std::string& username, Instant now = kNow) {
  return sign_in(*stored.store, quick_passwords(), {username, kGoodPassword, "192.0.2.7", ""}, now).has_value();
}

TEST(Accounts, AWelcomeIsAcceptedOnce) {
  Stored stored;
  const std::string secret = created(stored, kAn, "an");
  ASSERT_EQ(secret.size(), 43U);
  EXPECT_FALSE(enters(stored, "an")) << "no password yet";
  const auto account = accepted(stored, secret);
  ASSERT_TRUE(account);
  EXPECT_EQ(account.value(), kAn);
  EXPECT_TRUE(enters(stored, "an"));
  EXPECT_FALSE(accepted(stored, secret));
}

TEST(Accounts, LinksThatAreExpiredUsedOrUnknownAreToldAlike) {
  Stored stored;
  const std::string used = created(stored, kAn, "an");
  ASSERT_TRUE(accepted(stored, used));
  const std::string expired = created(stored, kBinh, "binh");
  const std::string closed = created(stored, {"01chi"}, "chi");
  ASSERT_TRUE(set_sign_in(*stored.store, {"01chi"}, SignIn::kClosed));
  const std::string replaced = created(stored, {"01dung"}, "dung");
  ASSERT_TRUE(invite(*stored.store, {"01dung"}, kNow));
  for (const std::string& secret : {used, expired, closed, replaced, std::string(43, 'A'), std::string(),
                                    std::string(1'000'000, 'A'), std::string("' OR 1=1 --")}) {
    const auto answer = accepted(stored, secret, after(7 * kDayMs), "eve");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, RejectionKind::kNotFound);
    EXPECT_EQ(answer.error().detail.vi, not_found().detail.vi);
  }
  EXPECT_TRUE(accepted(stored, expired, after(7 * kDayMs - 1)));
}

TEST(Accounts, ABadPasswordLeavesTheLinkUsable) {
  Stored stored;
  const std::string secret = created(stored, kAn, "an");
  const auto refused = accept_invitation(*stored.store, quick_passwords(), {secret, {}, "matkhau123"}, kNow);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().errors.at(0).pointer, "/password");
  EXPECT_TRUE(accepted(stored, secret));
}

TEST(Accounts, UsernamesAreUniqueFolded) {
  Stored stored;
  ASSERT_NE(created(stored, kAn, "Nguyễn.An"), "");
  const auto again = create_account(*stored.store, {kBinh, "nguye\u0302\u0303n.AN", "Tên", {}, {}}, kNow);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, RejectionKind::kAlreadyExists);
  EXPECT_FALSE(stored.store->profile(kBinh));
  EXPECT_EQ(stored.store->profile(kAn)->username, "Nguyễn.An");
}

TEST(Accounts, FieldsAreChecked) {
  Stored stored;
  const auto pointer = [&](NewAccount account) {
    const auto answer = create_account(*stored.store, std::move(account), kNow);
    return answer ? std::string() : answer.error().errors.at(0).pointer;
  };
  EXPECT_EQ(pointer({kAn, "a b", "Tên", {}, {}}), "/username");
  EXPECT_EQ(pointer({kAn, std::string(1'000'000, 'a'), "Tên", {}, {}}), "/username");
  EXPECT_EQ(pointer({kAn, "an", "", {}, {}}), "/name");
  EXPECT_EQ(pointer({kAn, "an", "Tên", "nowhere", {}}), "/email");
  EXPECT_TRUE(stored.store->profiles().empty());
}

TEST(Accounts, SqlInANameIsAName) {
  Stored stored;
  const std::string name = "Robert'); DROP TABLE profiles;--";
  ASSERT_TRUE(create_account(*stored.store, {kAn, "an", name, {}, {}}, kNow));
  stored.reopen();
  EXPECT_EQ(stored.store->profile(kAn)->name, name);
  EXPECT_FALSE(stored.store->account_of("an' OR '1'='1"));
  EXPECT_FALSE(stored.store->account_of("%"));
}

TEST(Accounts, AMachineHasNoInvitation) {
  Stored stored;
  const auto link = create_account(*stored.store, {kAn, "may-do", "Máy đo", {}, AccountKind::kMachine}, kNow);
  ASSERT_TRUE(link);
  EXPECT_FALSE(link.value());
  EXPECT_EQ(invite(*stored.store, kAn, kNow).error().kind, RejectionKind::kNotFound);
}

TEST(Accounts, TheFirstAdministratorNamesItself) {
  Stored stored;
  const auto first = invite_first_administrator(*stored.store, kAn, kNow);
  ASSERT_TRUE(first);
  stored.reopen();
  const auto again = invite_first_administrator(*stored.store, kBinh, after(1));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->account, kAn) << "one profile, however often the server starts";
  EXPECT_FALSE(accepted(stored, first->secret, after(2), "quan.tri"));
  const auto nameless = accepted(stored, again->secret, after(2));
  ASSERT_FALSE(nameless);
  EXPECT_EQ(nameless.error().errors.at(0).pointer, "/username");
  ASSERT_TRUE(accepted(stored, again->secret, after(2), "quan.tri"));
  EXPECT_TRUE(enters(stored, "QUAN.TRI"));
  EXPECT_FALSE(invite_first_administrator(*stored.store, kBinh, after(3)));
  EXPECT_FALSE(accepted(stored, again->secret, after(4), "eve"));
}

TEST(Accounts, TheFirstAdministratorsLinkHoldsADay) {
  Stored stored;
  const auto link = invite_first_administrator(*stored.store, kAn, kNow);
  EXPECT_FALSE(accepted(stored, link->secret, after(kDayMs), "quan.tri"));
}

TEST(Accounts, RecoveryVoidsPasswordLinkAndDevices) {
  Stored stored;
  const ActorId an = stored.person("an");
  const auto before = sign_in(*stored.store, quick_passwords(), {"an", kGoodPassword, "a", ""}, kNow);
  const auto link = invite(*stored.store, an, kNow);
  ASSERT_TRUE(link);
  EXPECT_EQ(link.value().purpose, InvitationPurpose::kRecovery);
  EXPECT_FALSE(enters(stored, "an"));
  EXPECT_FALSE(known_device(*stored.store, "an", before->device, kNow));
  EXPECT_FALSE(accepted(stored, link.value().secret, after(kDayMs)));
  ASSERT_TRUE(accepted(stored, link.value().secret, after(kDayMs - 1)));
  EXPECT_TRUE(enters(stored, "an"));
}

TEST(Accounts, AClosedOneNeitherEntersNorIsInvited) {
  Stored stored;
  const ActorId an = stored.person("an");
  ASSERT_TRUE(set_sign_in(*stored.store, an, SignIn::kClosed));
  EXPECT_FALSE(enters(stored, "an"));
  EXPECT_EQ(invite(*stored.store, an, kNow).error().kind, RejectionKind::kRule);
  ASSERT_TRUE(set_sign_in(*stored.store, an, SignIn::kOpen));
  EXPECT_TRUE(enters(stored, "an"));
  EXPECT_FALSE(set_sign_in(*stored.store, {"nobody"}, SignIn::kOpen));
}

TEST(Accounts, ErasingLeavesTheIdAndNoByteOfTheRest) {
  Stored stored;
  const ActorId account{"01erased"};
  const auto link =
      create_account(*stored.store, {account, "biến.mất", "Phạm Rất Riêng", "rieng@example.vn", {}}, kNow);
  ASSERT_TRUE(accepted(stored, link.value()->secret));
  ASSERT_TRUE(enters(stored, "biến.mất"));
  sign_in(*stored.store, quick_passwords(), {"biến.mất", "wrong", "203.0.113.250", ""}, kNow);
  Sessions sessions({}, {}, kNow, nullptr);
  sessions.begin(account, {"203.0.113.251", "Firefox/riêng"}, kNow);
  stored.store->apply(sessions.take_changes());
  ASSERT_TRUE(erase_profile(*stored.store, account, after(5)));
  EXPECT_FALSE(erase_profile(*stored.store, account, after(6)));
  EXPECT_FALSE(set_sign_in(*stored.store, account, SignIn::kOpen));
  EXPECT_FALSE(enters(stored, "biến.mất"));
  stored.reopen();
  const auto profile = stored.store->profile(account);
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->erased, after(5));
  EXPECT_FALSE(profile->name || profile->username || profile->email || profile->last_signed_in);
  EXPECT_TRUE(stored.store->sessions().empty());
  for (const auto& file : std::filesystem::directory_iterator(stored.folder.path() / "identity")) {
    const std::string bytes = read_file(file.path()).value_or("");
    for (const char* gone : {"biến.mất", "Rất Riêng", "rieng@example", "$argon2id$", "203.0.113.25", "Firefox/ri"})
      EXPECT_EQ(bytes.find(gone), std::string::npos) << gone << " in " << file.path();
  }
  EXPECT_TRUE(create_account(*stored.store, {kAn, "biến.mất", "Tên", {}, {}}, kNow)) << "the username is free again";
}

TEST(Accounts, NewsOfAnErasedOnesSessionsAreNotStored) {
  Stored stored;
  const ActorId an = stored.person("an");
  Sessions sessions({}, {}, kNow, nullptr);
  sessions.begin(an, {"a", "b"}, kNow);
  ASSERT_TRUE(erase_profile(*stored.store, an, kNow));
  stored.store->apply(sessions.take_changes());
  EXPECT_TRUE(stored.store->sessions().empty());
}

TEST(Accounts, AreListedWithTheirLastSignIn) {
  Stored stored;
  stored.person("an");
  stored.person("binh");
  enters(stored, "binh", after(9));
  const auto profiles = stored.store->profiles();
  ASSERT_EQ(profiles.size(), 2U);
  EXPECT_FALSE(profiles[0].last_signed_in);
  EXPECT_EQ(profiles[1].last_signed_in, after(9));
}

}  // namespace
}  // namespace luuvet::server
