#include "server/oidc/form.h"

#include <gtest/gtest.h>

namespace luuvet::server {
namespace {

TEST(Form, IsEncodedAndDecodedBack) {
  const Form form = {{"a", "x y&z=1"}, {"b", ""}, {"tên", "Sở KH&CN +%"}};
  EXPECT_EQ(decode_query("/path?" + encode_form(form)), form);
}

TEST(Form, ReadsWhatOthersWrite) {
  const auto form = decode_query("/callback?code=a%2Bb+c&state&&iss=https%3A%2F%2Fx&session_state=7");
  ASSERT_TRUE(form);
  EXPECT_EQ(single_value(*form, "code"), "a+b c");
  EXPECT_EQ(single_value(*form, "state"), "");
  EXPECT_EQ(single_value(*form, "iss"), "https://x");
  EXPECT_FALSE(single_value(*form, "error"));
  EXPECT_EQ(decode_query("/path"), Form{});
}

TEST(Form, WhatStandsTwiceIsNothing) {
  EXPECT_FALSE(single_value(*decode_query("/c?code=a&code=b"), "code"));
}

TEST(Form, RefusesBrokenEscapesAndTooManyPairs) {
  for (const char* target : {"/c?a=%", "/c?a=%4", "/c?a=%zz", "/c?%g0=1"}) EXPECT_FALSE(decode_query(target)) << target;
  std::string many = "/c?a=1";
  for (std::size_t i = 1; i < kFormPairsMax; ++i) many += "&a=1";
  EXPECT_TRUE(decode_query(many));
  EXPECT_FALSE(decode_query(many + "&a=1"));
}

}  // namespace
}  // namespace luuvet::server
