// What is believed of a proxy's word, and of whom.
#include "server/net/forwarding.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/net/raw_http.h"
#include "tests/net/served.h"

namespace luuvet::server {
namespace {

struct Seen {
  std::string peer;
  bool secure = false;
  bool operator==(const Seen&) const = default;
};

Seen behind(const std::string& peer, std::vector<api::Header> headers) {
  const TrustedProxies proxies({"10.0.0.1", "10.0.0.2", "2001:db8::1"});
  api::Request request;
  request.peer = peer;
  request.headers = std::move(headers);
  proxies.look_behind(request);
  return {request.peer, request.secure};
}

TEST(Forwarding, W131BelievesNamedProxiesOnly) {
  const std::vector<api::Header> word = {{"X-Forwarded-For", "198.51.100.7"}, {"X-Forwarded-Proto", "https"}};
  EXPECT_EQ(behind("10.0.0.1", word), (Seen{"198.51.100.7", true}));
  EXPECT_EQ(behind("::ffff:10.0.0.1", word), (Seen{"198.51.100.7", true}));
  EXPECT_EQ(behind("2001:db8::1", word), (Seen{"198.51.100.7", true}));
  EXPECT_EQ(behind("10.0.0.3", word), (Seen{"10.0.0.3", false}));
}
TEST(Forwarding, W131TakesTheRightmostThatIsNoProxy) {
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", "1.1.1.1, 198.51.100.7, 10.0.0.2"}}).peer, "198.51.100.7");
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", "1.1.1.1"}, {"x-forwarded-for", "198.51.100.7"}}).peer,
            "198.51.100.7");
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", "2001:DB8:0:0::9"}}).peer, "2001:db8::9");
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", "10.0.0.2"}}).peer, "10.0.0.2");
}
TEST(Forwarding, W131GoesNoFurtherThanItCanRead) {
  EXPECT_EQ(behind("10.0.0.1", {}).peer, "10.0.0.1");
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", "1.1.1.1, <script>"}}).peer, "10.0.0.1");
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", "nonsense, 10.0.0.2"}}).peer, "10.0.0.2");
  EXPECT_EQ(behind("10.0.0.1", {{"X-Forwarded-For", ""}}).peer, "10.0.0.1");
}
TEST(Forwarding, W131TakesTheLastSchemeOnly) {
  EXPECT_FALSE(behind("10.0.0.1", {{"X-Forwarded-Proto", "https, http"}}).secure);
  EXPECT_TRUE(behind("10.0.0.1", {{"X-Forwarded-Proto", "http, HTTPS"}}).secure);
}
TEST(Forwarding, W131RefusesProxiesThatAreNoAddress) {
  EXPECT_THROW(TrustedProxies({"proxy.example.vn"}), std::invalid_argument);
  EXPECT_THROW(TrustedProxies({"10.0.0.0/8"}), std::invalid_argument);
}
TEST(Forwarding, W131ThroughAProxyOriginAndHstsAreThoseOfTheProtectedSide) {
  test::Served::Setup setup;
  setup.http.proxies = {"127.0.0.1"};
  setup.http.hosts = {"luuvet.example.vn"};
  test::Served served(std::move(setup));
  const auto ask = [&](const std::string& more) {
    return test::RawHttp(served.port())
        .ask("POST /x HTTP/1.1\r\nHost: luuvet.example.vn\r\nContent-Length: 0\r\n" + more + "\r\n");
  };
  const std::string https = "Origin: https://luuvet.example.vn\r\n";
  EXPECT_EQ(ask(https + "X-Forwarded-Proto: https\r\n").status, 200);
  EXPECT_NE(ask(https + "X-Forwarded-Proto: https\r\n").header("strict-transport-security"), "");
  EXPECT_EQ(ask(https).status, 403);
  EXPECT_EQ(ask("").header("strict-transport-security"), "");
}

}  // namespace
}  // namespace luuvet::server
