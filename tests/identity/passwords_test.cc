#include "server/identity/passwords.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "server/identity/common_passwords.h"
#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::quick_passwords;

// The pointer and the beginning of the reason, or nothing.
std::string refusal(const std::string& password, const PasswordOwner& owner = {"an.nguyen", "Nguyễn Hoàng Tùng Chi"}) {
  const auto accepted = accepted_password(password, owner, "/password");
  if (accepted) return "";
  EXPECT_EQ(accepted.error().errors.at(0).pointer, "/password");
  const bool repeated = accepted.error().detail.en.find(password.substr(0, 40)) != std::string::npos;
  EXPECT_FALSE(repeated && !password.empty());
  return accepted.error().detail.en.substr(0, 27);
}

constexpr const char* kLength = "A password has 10 to 128 ch";
constexpr const char* kOwner = "A password must not be the ";
constexpr const char* kCommon = "This password is too common";

std::string times(std::string_view text, int count) {
  std::string all;
  for (int at = 0; at < count; ++at) all += text;
  return all;
}

TEST(Passwords, AreMeasuredInLettersNotBytes) {
  EXPECT_EQ(refusal("ộkẫwểqợxự"), kLength);
  EXPECT_EQ(refusal("ộkẫwểqợxựz"), "");
  EXPECT_EQ(refusal("ộkẫwểqợxự" + times("ệk", 59) + "x"), "");
  EXPECT_EQ(refusal("ộkẫwểqợxự" + times("ệk", 60)), kLength);
  EXPECT_EQ(refusal(""), kLength);
  EXPECT_EQ(refusal(std::string(1'000'000, 'x')), kLength);
  EXPECT_EQ(refusal("không\x01được đâu nhé"), kLength);
  EXPECT_EQ(refusal("broken \xff text here"), kLength);
}

TEST(Passwords, MayBeAnySentence) {
  for (const char* good :
       {"bốn con trâu đi cày ruộng", "k7#Qz!94$8xW", "correct horse battery staple", "tuyết rơi ở Mường Hum",
        "the ferry leaves at nine", "😀🦆🌵🪵🧊🫎🪐🫧🪡🧄", "山高水長雲淡風輕月明"})
    EXPECT_EQ(refusal(good), "") << good;
}

TEST(Passwords, CommonOnesAreRefusedHoweverTheyAreDressed) {
  for (const char* common :
       {"1234567890",     "0912345678",        "12345678901234567890", "qwertyuiop",     "QwertyUiop1!",
        "password123",    "P@ssw0rd2026!",     "Mật khẩu 123456",      "MATKHAU@2026",   "matkhau123",
        "anhyeuem123",    "Anh yêu em!",       "iloveyou2026",         "aaaaaaaaaaaa",   "abababababab",
        "abc123abc123",   "1q2w1q2w1q2w",      "Laocai@2026",          "laocai12345",    "Lào Cai 2026",
        "vietnam1975",    "chuyendoiso2026",   "admin123456",          "administrator1", "quantri@123",
        "nguyenvan1990",  "Trần Thị Hương 90", "welcome2026!",         "..........",     "abcdefghijkl",
        "zyxwvutsrq",     "1qaz2wsx3edc",      "asdfghjkl123",         "letmein12345",   "dragon1234567",
        "ubndtinhlaocai", "LuuVet@123456",     "hoasen999999"})
    EXPECT_EQ(refusal(common), kCommon) << common;
}

TEST(Passwords, AreNotTheNameOfTheirOwner) {
  EXPECT_EQ(refusal("an.nguyen.2026"), kOwner);
  EXPECT_EQ(refusal("NGUYEN HOANG TUNG CHI 12"), kOwner);
  EXPECT_EQ(refusal("nguyễn hoàng tùng chi"), kOwner);
  EXPECT_EQ(refusal("20262026998", {"20262026998", ""}), kOwner);
  EXPECT_EQ(refusal("ferry leaves at nine", {"", ""}), "");
}

TEST(Passwords, TheListIsAWordListInPlainLetters) {
  const std::string_view words = common_words();
  EXPECT_GT(std::count_if(words.begin(), words.end(), [](char c) { return c == ' ' || c == '\n'; }), 800);
  EXPECT_EQ(words.find_first_not_of("abcdefghijklmnopqrstuvwxyz \n"), std::string_view::npos);
}

TEST(Passwords, VerifyAgainstTheirHashOnly) {
  const std::string encoded = quick_passwords().hash("mật khẩu của tôi");
  EXPECT_TRUE(encoded.starts_with("$argon2id$")) << encoded;
  EXPECT_TRUE(quick_passwords().verify(encoded, "mật khẩu của tôi"));
  EXPECT_FALSE(quick_passwords().verify(encoded, "mật khẩu của tói"));
  EXPECT_FALSE(quick_passwords().verify(encoded, ""));
  EXPECT_FALSE(quick_passwords().verify(std::nullopt, "mật khẩu của tôi"));
  EXPECT_FALSE(quick_passwords().verify("", ""));
  EXPECT_FALSE(quick_passwords().verify("$argon2id$broken", "mật khẩu của tôi"));
  EXPECT_NE(quick_passwords().hash("mật khẩu của tôi"), encoded) << "salted";
}

TEST(Passwords, AreTheSameComposedAndDecomposed) {
  EXPECT_EQ(normalised_password("e\u0302\u0301"), "\u1ebf");
  EXPECT_EQ(normalised_password("\u1ebf"), "\u1ebf");
  EXPECT_FALSE(normalised_password(std::string(1'000'000, 'x')));
}

TEST(Passwords, AreOutdatedWhenTheCostHasGrown) {
  const std::string encoded = quick_passwords().hash("x");
  EXPECT_FALSE(quick_passwords().is_outdated(encoded));
  EXPECT_TRUE(Passwords({2, 8'192}).is_outdated(encoded));
  EXPECT_TRUE(Passwords({1, 16'384}).is_outdated(encoded));
}

TEST(Passwords, NobodysTakesAsLongAsSomebodys) {
  const Passwords passwords({2, std::size_t{8} << 20});
  const std::string encoded = passwords.hash("mật khẩu của tôi");
  const auto quickest = [&](const std::optional<std::string>& against) {
    std::clock_t best = std::numeric_limits<std::clock_t>::max();
    for (int time = 0; time < 5; ++time) {
      const std::clock_t begin = std::clock();
      EXPECT_FALSE(passwords.verify(against, "một mật khẩu khác"));
      best = std::min(best, std::clock() - begin);
    }
    return static_cast<double>(best);
  };
  const double ratio = quickest(std::nullopt) / quickest(encoded);
  EXPECT_GT(ratio, 0.6);
  EXPECT_LT(ratio, 1.7);
}

}  // namespace
}  // namespace luuvet::server
