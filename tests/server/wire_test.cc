// The program on the wire: TLS, proxies, names, request ids and the log of requests, as its options set them up.
#include <sys/socket.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "tests/net/certificate.h"
#include "tests/net/raw_websocket.h"
#include "tests/net/tls_client.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kEnter = R"({"demo":"so-khcn.officer"})";

// Without plans: it is up at once.
class Wire : public ::testing::Test {
 protected:
  Wire() : setting_{.data = folder_.path() / "data", .state = folder_.path() / "state"} {}

  void start(std::vector<std::string> more, bool demo = false) {
    setting_.demo = demo;
    setting_.more = std::move(more);
    server_ = std::make_unique<ServerProcess>(setting_);
  }
  void expect_refused(std::vector<std::string> more, bool demo = false) {
    setting_.demo = demo;
    setting_.more = std::move(more);
    const Ended ended = refused_serve(setting_);
    EXPECT_NE(ended.exit_code, 0) << ended.output;
    EXPECT_NE(ended.errors, "");
  }
  std::vector<std::string> with_tls() {
    const Certificate files = write_certificate(folder_.path());
    return {"--tls-cert", files.certificate.string(), "--tls-key", files.key.string()};
  }
  HttpAnswer get(const std::string& target, const std::string& headers = "") {
    return RawHttp(server_->port()).get(target, headers);
  }
  // Whether the log says so within some seconds.
  bool says(const std::string& text) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (server_->errors().find(text) == std::string::npos) {
      if (std::chrono::steady_clock::now() > until) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
  }

  TempDir folder_;
  ServerSetting setting_;
  std::unique_ptr<ServerProcess> server_;
};

TEST_F(Wire, W132CookiesAreSecureOverTls) {
  setting_.seeds = seeds_folder();
  start(with_tls(), /*demo=*/true);
  RawHttp http(connect_tls(server_->port()), server_->port());
  const std::string body = kEnter;
  const HttpAnswer entered = http.ask(
      "POST /api/v1/session HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: https://localhost:{port}\r\n"
      "Content-Type: application/json\r\nContent-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body);
  ASSERT_EQ(entered.status, 200) << entered.body;
  ASSERT_EQ(entered.cookies.size(), 2U);
  for (const std::string& cookie : entered.cookies) EXPECT_NE(cookie.find("; Secure"), std::string::npos) << cookie;
  const std::string session = entered.cookies[0].substr(0, entered.cookies[0].find(';'));
  RawWebSocket live(connect_tls(server_->port()), server_->port(), "/api/v1/live",
                    "Cookie: " + session + "\r\nOrigin: https://localhost:" + std::to_string(server_->port()) + "\r\n");
  EXPECT_EQ(live.answer().status, 101);
  EXPECT_NE(live.answer().header("luuvet-request-id"), "");
}

TEST_F(Wire, W134ACertificateIsRenewedByItselfOrOnSighup) {
  start(with_tls());
  EXPECT_EQ(shake_hands(server_->port()).common_name, "localhost");
  write_certificate(folder_.path(), "by-itself");
  EXPECT_TRUE(says("loaded anew"));
  EXPECT_EQ(shake_hands(server_->port()).common_name, "by-itself");
  std::ofstream(folder_.path() / "cert.pem") << "broken";
  ::kill(server_->id(), SIGHUP);
  EXPECT_TRUE(says("cannot be used"));
  EXPECT_EQ(shake_hands(server_->port()).common_name, "by-itself");
  EXPECT_EQ(server_->stop(), 0);
}

TEST_F(Wire, RefusesSettingsThatDoNotGoTogether) {
  const std::string cert = with_tls()[1], key = with_tls()[3];
  expect_refused({"--tls-cert", cert});
  expect_refused({"--tls-cert", key, "--tls-key", cert});
  expect_refused({"--listen", "0.0.0.0"});
  expect_refused({"--listen", "luuvet.example.vn"});
  expect_refused({"--proxy", "proxy.example.vn"});
  expect_refused({"--log-requests", "some"});
  expect_refused({"--listen", "0.0.0.0", "--host", "luuvet.example.vn"}, /*demo=*/true);
  expect_refused({"--proxy", "127.0.0.1"}, /*demo=*/true);
  expect_refused({"--host", "luuvet.example.vn"}, /*demo=*/true);
}

TEST_F(Wire, W91AnswersToTheNamesThatItWasGiven) {
  start({"--listen", "0.0.0.0", "--host", "luuvet.example.vn"});
  const auto status = [&](const std::string& host) {
    return RawHttp(server_->port()).ask("GET /healthz HTTP/1.1\r\nHost: " + host + "\r\n\r\n").status;
  };
  EXPECT_EQ(status("luuvet.example.vn"), 200);
  EXPECT_EQ(status("localhost:{port}"), 200);
  EXPECT_EQ(status("0.0.0.0:{port}"), 421);
  EXPECT_EQ(status("www.luuvet.example.vn"), 421);
}

TEST_F(Wire, W131LimitsCountWhoStandsBehindTheProxy) {
  std::ofstream(folder_.path() / "limits.json") << R"({"address":{"burst":2,"per_minute":1}})";
  start({"--proxy", "127.0.0.1", "--rate-limits", (folder_.path() / "limits.json").string()});
  const auto left = [&](const std::string& address) {
    return get("/api/v1/tasks", "X-Forwarded-For: " + address + "\r\n").header("ratelimit").substr(0, 13);
  };
  EXPECT_EQ(left("198.51.100.7"), R"("address";r=1)");
  EXPECT_EQ(left("198.51.100.7"), R"("address";r=0)");
  EXPECT_EQ(left("198.51.100.8"), R"("address";r=1)");
  EXPECT_EQ(left("1.1.1.1, 198.51.100.7"), R"("address";r=0)");
  server_->stop();
  EXPECT_NE(server_->errors().find(R"("address":"198.51.100.7"})"), std::string::npos) << server_->errors();
}

TEST_F(Wire, W135TheLogNamesRequestsAsTheirAnswersDo) {
  start({"--log-requests", "all"});
  const HttpAnswer fine = get("/healthz"),
                   unknown = get("/api/v1/nothing?secret=TOP-SECRET", "Cookie: a=TOP-SECRET\r\n");
  const HttpAnswer broken = RawHttp(server_->port()).ask("nonsense\r\n\r\n");
  for (const HttpAnswer& answer : {fine, unknown, broken}) {
    ASSERT_NE(answer.header("luuvet-request-id"), "");
    EXPECT_TRUE(says("\"request\":\"" + answer.header("luuvet-request-id") + "\"")) << server_->errors();
  }
  EXPECT_NE(fine.header("luuvet-request-id"), unknown.header("luuvet-request-id"));
  EXPECT_EQ(server_->stop(), 0);
  EXPECT_EQ(server_->errors().find("TOP-SECRET"), std::string::npos) << server_->errors();
  std::istringstream lines(server_->errors());
  simdjson::dom::parser parser;
  for (std::string line; std::getline(lines, line);) {
    EXPECT_FALSE(parser.parse(line).error()) << line;
    if (line.find(R"("event":"request")") == std::string::npos) continue;
    EXPECT_NE(line.find(R"("address":"127.0.0.1"})"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace luuvet::test
