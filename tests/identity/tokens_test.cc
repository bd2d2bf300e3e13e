#include "server/identity/tokens.h"

#include <gtest/gtest.h>

#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kDayMs;
using test::kNow;

const ActorId kSensor{"sensor"};
const Date kToday = vietnam_date(kNow);

NewToken made(std::int32_t days = 30, const ActorId& account = kSensor) {
  return make_token({account, "máy của Sở", TokenScope::kRead, {kToday.days + days}}, kNow).value();
}

TEST(Tokens, AreFoundByTheirWholeTextOnly) {
  Tokens tokens({}, {});
  const NewToken token = made();
  EXPECT_EQ(tokens.find(token.text, kNow), nullptr) << "before it is added";
  ASSERT_TRUE(tokens.add(token.token, kNow));
  const Token* const found = tokens.find(token.text, kNow);
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->account, kSensor);
  EXPECT_EQ(found->scope, TokenScope::kRead);
  const std::string other_secret = made().text.substr(token.text.size() - 43);
  for (const std::string& wrong :
       {std::string(), std::string("lv_"), "lv_" + token.token.id, "lv_" + token.token.id + "_",
        "lv_" + token.token.id + "_" + other_secret, "LV_" + token.text.substr(3), token.text + "A", " " + token.text,
        std::string(1'000'000, '_')})
    EXPECT_EQ(tokens.find(wrong, kNow), nullptr) << wrong.substr(0, 80);
}

TEST(Tokens, HoldToTheEndOfTheirLastDayInVietnam) {
  Tokens tokens({}, {});
  const NewToken token = made(0);
  tokens.add(token.token, kNow);
  const Instant midnight = start_of_day({kToday.days + 1});
  EXPECT_NE(tokens.find(token.text, {midnight.ms - 1}), nullptr);
  EXPECT_EQ(tokens.find(token.text, midnight), nullptr);
  EXPECT_FALSE(tokens.is_alive(token.token.id, midnight));
}

TEST(Tokens, OnesThatAreRevokedStayListedAndOpenNothing) {
  Tokens tokens({}, {});
  const NewToken token = made();
  tokens.add(token.token, kNow);
  EXPECT_FALSE(tokens.revoke({"other"}, token.token.id, after(1)));
  EXPECT_TRUE(tokens.is_alive(token.token.id, after(1)));
  EXPECT_TRUE(tokens.revoke(kSensor, token.token.id, after(2)));
  EXPECT_TRUE(tokens.revoke(kSensor, token.token.id, after(3)));
  EXPECT_EQ(tokens.find(token.text, after(4)), nullptr);
  EXPECT_FALSE(tokens.is_alive(token.token.id, after(4)));
  ASSERT_EQ(tokens.list(kSensor).size(), 1U);
  EXPECT_EQ(tokens.list(kSensor)[0].revoked, after(2));
}

TEST(Tokens, OnesOfAClosedAccountWaitForItsReopening) {
  Tokens tokens({}, {});
  const NewToken token = made();
  tokens.add(token.token, kNow);
  tokens.set_sign_in(kSensor, SignIn::kClosed);
  EXPECT_EQ(tokens.find(token.text, kNow), nullptr);
  tokens.set_sign_in(kSensor, SignIn::kOpen);
  EXPECT_NE(tokens.find(token.text, kNow), nullptr);
  tokens.forget(kSensor);
  EXPECT_EQ(tokens.find(token.text, kNow), nullptr);
  EXPECT_FALSE(tokens.has_changes()) << "nothing is stored of what was forgotten";
}

TEST(Tokens, UseIsAChangeOnceADay) {
  Tokens tokens({}, {});
  const NewToken token = made();
  tokens.add(token.token, kNow);
  tokens.take_changes();
  bool first_of_day = false;
  tokens.find(token.text, kNow, &first_of_day);
  EXPECT_TRUE(first_of_day);
  ASSERT_EQ(tokens.take_changes().size(), 1U);
  first_of_day = false;
  tokens.find(token.text, after(1'000), &first_of_day);
  EXPECT_FALSE(first_of_day);
  EXPECT_FALSE(tokens.has_changes());
  tokens.find(token.text, after(kDayMs));
  const auto changes = tokens.take_changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].last_used_on, (Date{kToday.days + 1}));
  tokens.give_back(changes);
  EXPECT_TRUE(tokens.has_changes());
}

TEST(Tokens, AnAccountHasTwentyThatCanBeUsed) {
  Tokens tokens({}, {});
  const NewToken first = made();
  ASSERT_TRUE(tokens.add(first.token, kNow));
  for (int more = 1; more < 20; ++more) ASSERT_TRUE(tokens.add(made().token, kNow));
  EXPECT_FALSE(tokens.add(made().token, kNow));
  EXPECT_TRUE(tokens.add(made(30, {"other"}).token, kNow));
  tokens.revoke(kSensor, first.token.id, kNow);
  EXPECT_TRUE(tokens.add(made().token, kNow));
}

TEST(Tokens, LabelsAndDaysAreChecked) {
  const auto pointer = [](const TokenRequest& request) {
    const auto made = make_token(request, kNow);
    return made ? std::string() : made.error().errors.at(0).pointer;
  };
  EXPECT_EQ(pointer({kSensor, "", {}, kToday}), "/label");
  EXPECT_EQ(pointer({kSensor, std::string(1'000'000, 'x'), {}, kToday}), "/label");
  EXPECT_EQ(pointer({kSensor, "x", {}, {kToday.days - 1}}), "/expires_on");
  EXPECT_EQ(pointer({kSensor, "x", {}, {kToday.days + 367}}), "/expires_on");
  EXPECT_EQ(pointer({kSensor, "x", {}, {kToday.days + 366}}), "");
}

TEST(Tokens, AreStoredAndARevocationIsNotUndoneByOldNews) {
  test::Stored stored;
  const ActorId account = stored.person("an");
  Tokens tokens({}, {});
  const NewToken token = made(30, account);
  tokens.add(token.token, kNow);
  const auto old_news = tokens.take_changes();
  for (const Token& changed : old_news) stored.store->put_token(changed);
  tokens.revoke(account, token.token.id, kNow);
  for (const Token& changed : tokens.take_changes()) stored.store->put_token(changed);
  for (const Token& changed : old_news) stored.store->put_token(changed);
  stored.reopen();
  Tokens again(stored.store->tokens(), {});
  EXPECT_EQ(again.find(token.text, kNow), nullptr);
  ASSERT_EQ(again.list(account).size(), 1U);
  EXPECT_EQ(again.list(account)[0].label, "máy của Sở");
}

}  // namespace
}  // namespace luuvet::server
