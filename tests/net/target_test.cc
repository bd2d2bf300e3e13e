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
  const HostPolicy policy(8080, 80, {"luuvet.example.vn"});
  for (const char* host : {"localhost:8080", "LocalHost:8080", "127.0.0.1:8080", "[::1]:8080", "luuvet.example.vn"})
    EXPECT_TRUE(policy.allows_host(host)) << host;
  for (const char* host : {"", "localhost", "localhost:8081", "localhost:8080.evil.vn", "evil@localhost:8080",
                           "127.0.0.2:8080", "luuvet.example.vn:8080", "xluuvet.example.vn"})
    EXPECT_FALSE(policy.allows_host(host)) << host;
}
TEST(HostPolicy, AllowsOriginsOfItsOwnPagesAsProtectedAsTheRequest) {
  const HostPolicy policy(8080, 80, {"luuvet.example.vn"});
  for (const std::string host : {"localhost:8080", "127.0.0.1:8080", "luuvet.example.vn"}) {
    EXPECT_TRUE(policy.allows_origin("http://" + host, false)) << host;
    EXPECT_TRUE(policy.allows_origin("https://" + host, true)) << host;
    EXPECT_FALSE(policy.allows_origin("http://" + host, true)) << host;
    EXPECT_FALSE(policy.allows_origin("https://" + host, false)) << host;
  }
  for (const char* origin : {"", "null", "http", "http://", "http://localhost", "http://localhost:8080/",
                             "http://evil.vn", "luuvet.example.vn", "xhttp://luuvet.example.vn"})
    EXPECT_FALSE(policy.allows_origin(origin, false)) << origin;
}
TEST(HostPolicy, LeavesOutTheUsualPort) {
  EXPECT_TRUE(HostPolicy(80, 80, {}).allows_host("localhost"));
  EXPECT_TRUE(HostPolicy(80, 80, {}).allows_origin("http://localhost", false));
  EXPECT_TRUE(HostPolicy(443, 443, {}).allows_host("localhost"));
  EXPECT_FALSE(HostPolicy(80, 443, {}).allows_host("localhost"));
}

}  // namespace
}  // namespace luuvet::server
