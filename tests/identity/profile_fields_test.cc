#include "server/identity/profile_fields.h"

#include <gtest/gtest.h>

namespace luuvet::server {
namespace {

std::string or_refused(const Result<std::string>& result) {
  return result ? result.value() : "refused at " + result.error().errors.at(0).pointer;
}

TEST(ProfileFields, UsernamesHaveLettersOfAnyScript) {
  for (const char* good : {"an", "nguyễn.văn.an", "So-KHCN.head", "a_1", "tên@lao-cai", "王小明", "q7"})
    EXPECT_EQ(or_refused(checked_username(good, "/username")), good);
  for (const char* bad : {"", "a", ".an", "an.", "a..b", "a b", "a/b", "a'b", "a\"b", "a;b", "<an>", "a\tb", "a\u202eb",
                          "a\u0000b", "😀😀", "a%b", "\xff\xff"})
    EXPECT_EQ(or_refused(checked_username(bad, "/username")), "refused at /username") << bad;
  EXPECT_EQ(or_refused(checked_username(std::string(64, 'x'), "/u")), std::string(64, 'x'));
  EXPECT_EQ(or_refused(checked_username(std::string(65, 'x'), "/u")), "refused at /u");
  EXPECT_EQ(or_refused(checked_username(std::string(1'000'000, 'x'), "/u")), "refused at /u");
}

TEST(ProfileFields, UsernamesAreOneHoweverTheyAreTyped) {
  const auto key = username_key("NGUYỄN.văn.An");
  ASSERT_TRUE(key);
  EXPECT_EQ(username_key("nguyễn.văn.an"), key);
  EXPECT_EQ(username_key("nguye\u0302\u0303n.va\u0306n.an"), key);
  EXPECT_NE(username_key("nguyen.van.an"), key);
  EXPECT_EQ(username_key("STRASSE"), username_key("straße"));
  EXPECT_FALSE(username_key(""));
  EXPECT_FALSE(username_key("' OR 1=1 --"));
  EXPECT_FALSE(username_key("\xff"));
  EXPECT_FALSE(username_key(std::string(1'000'000, 'x')));
}

TEST(ProfileFields, NamesAreOneTrimmedLine) {
  EXPECT_EQ(or_refused(checked_name("  Nguye\u0302\u0303n Va\u0306n An ", "/name")), "Nguyễn Văn An");
  EXPECT_EQ(or_refused(checked_name("O'Brien; DROP TABLE profiles", "/name")), "O'Brien; DROP TABLE profiles");
  EXPECT_EQ(or_refused(checked_name(" \n ", "/name")), "refused at /name");
  EXPECT_EQ(or_refused(checked_name("a\nb", "/name")), "refused at /name");
  EXPECT_EQ(or_refused(checked_name(std::string(121, 'x'), "/name")), "refused at /name");
  EXPECT_EQ(or_refused(checked_label(std::string(81, 'x'), "/label")), "refused at /label");
}

TEST(ProfileFields, EmailAddressesHaveAHost) {
  EXPECT_EQ(or_refused(checked_email("an@laocai.gov.vn", "/email")), "an@laocai.gov.vn");
  for (const char* bad : {"an", "an@", "@laocai.gov.vn", "an@laocai", "a b@c.d", "a@b@c.d", "an@.vn", "an@vn.",
                          "a,b@c.d", "An <an@laocai.gov.vn>"})
    EXPECT_EQ(or_refused(checked_email(bad, "/email")), "refused at /email") << bad;
}

}  // namespace
}  // namespace luuvet::server
