#include "server/net/target.h"

#include <gtest/gtest.h>

#include "server/net/host_policy.h"

namespace luuvet::server {
namespace {

TEST(Target, BringsTheAbsoluteFormToTheOriginForm) {
  EXPECT_FALSE(absolute_target("/http://x"));
  EXPECT_EQ(absolute_target("HTTP://localhost:80/a?b")->authority, "localhost:80");
  EXPECT_EQ(absolute_target("http://localhost:80/a?b")->origin_form, "/a?b");
  EXPECT_EQ(absolute_target("http://h")->origin_form, "/");
  EXPECT_EQ(absolute_target("http://h?b")->origin_form, "/?b");
  EXPECT_EQ(absolute_target("http://evil@localhost:80/")->authority, "evil@localhost:80");
}

TEST(HostPolicy, AnswersToExactNamesOnly) {
  const HostPolicy policy(8080, {"luuvet.example.vn"}, {"https://luuvet.example.vn"});
  for (const char* host : {"localhost:8080", "LocalHost:8080", "127.0.0.1:8080", "[::1]:8080", "luuvet.example.vn"})
    EXPECT_TRUE(policy.allows_host(host)) << host;
  for (const char* host : {"", "localhost", "localhost:8081", "localhost:8080.evil.vn", "evil@localhost:8080",
                           "127.0.0.2:8080", "luuvet.example.vn:8080", "xluuvet.example.vn"})
    EXPECT_FALSE(policy.allows_host(host)) << host;
}
TEST(HostPolicy, AllowsOriginsOfItsOwnPages) {
  const HostPolicy policy(8080, {}, {"https://luuvet.example.vn"});
  for (const char* origin : {"http://localhost:8080", "http://127.0.0.1:8080", "https://luuvet.example.vn"})
    EXPECT_TRUE(policy.allows_origin(origin)) << origin;
  for (const char* origin :
       {"", "null", "https://localhost:8080", "http://localhost", "http://localhost:8080/", "http://evil.vn"})
    EXPECT_FALSE(policy.allows_origin(origin)) << origin;
}
TEST(HostPolicy, LeavesOutThePortOfHttp) {
  const HostPolicy policy(80, {}, {});
  EXPECT_TRUE(policy.allows_host("localhost"));
  EXPECT_TRUE(policy.allows_origin("http://localhost"));
}

}  // namespace
}  // namespace luuvet::server
