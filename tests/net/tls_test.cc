// TLS over real sockets: what is offered, what it carries, its limits, new certificates.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <fstream>
#include <thread>

#include "tests/net/certificate.h"
#include "tests/net/raw_websocket.h"
#include "tests/net/served.h"
#include "tests/net/tls_client.h"
#include "tests/support/temp_dir.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;

class Tls : public testing::Test {
 protected:
  Served::Setup with(const std::function<void(Served::Setup&)>& change = {}) const {
    Served::Setup setup;
    setup.http.tls = context_;
    if (change) change(setup);
    return setup;
  }
  void expect_refused_reload() { EXPECT_THROW(context_->reload(), server::TlsRefused); }

  TempDir folder_;
  const Certificate files_ = write_certificate(folder_.path());
  const std::shared_ptr<server::TlsContext> context_ =
      std::make_shared<server::TlsContext>(files_.certificate, files_.key);
};

TEST_F(Tls, W132SpeaksVersions12And13AndHttp11Only) {
  Served served(with());
  EXPECT_EQ(shake_hands(served.port()).version, "TLSv1.3");
  EXPECT_EQ(shake_hands(served.port(), {.version_max = 0x0303}).version, "TLSv1.2");
  EXPECT_EQ(shake_hands(served.port(), {.version_max = 0x0302}).version, "");
  EXPECT_EQ(shake_hands(served.port(), {.protocol = "http/1.1"}).protocol, "http/1.1");
  EXPECT_EQ(shake_hands(served.port(), {.protocol = "h2"}).version, "");
}

TEST_F(Tls, W132AnswersCarryHstsAndStayWhole) {
  Served served(with());
  RawHttp http(connect_tls(served.port()), served.port());
  for (int again = 0; again < 3; ++again) {
    const HttpAnswer answer = http.get("/a");
    EXPECT_EQ(answer.body, "GET /a\n");
    EXPECT_EQ(answer.header("strict-transport-security"), "max-age=31536000");
  }
  EXPECT_EQ(http.get("/large").body.size(), 8U * 1024 * 1024);
  const std::string body(300'000, 'b');
  EXPECT_EQ(http.ask("POST /b HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: https://localhost:{port}\r\n"
                     "Content-Length: 300000\r\n\r\n" +
                     body)
                .body,
            "POST /b\n" + body);
  EXPECT_EQ(http.ask("POST /b HTTP/1.1\r\nHost: localhost:{port}\r\nOrigin: http://localhost:{port}\r\n"
                     "Content-Length: 0\r\n\r\n")
                .status,
            403)
      << "a page that came unprotected";
}

TEST_F(Tls, W132EndsWithACloseNotify) {
  Served served(with());
  RawHttp http(connect_tls(served.port()), served.port());
  EXPECT_EQ(http.get("/", "Connection: close\r\n").status, 200);
  EXPECT_EQ(http.tcp().receive(), "") << "else it throws";
}

TEST_F(Tls, CarriesTheFeedToQuickAndSlowReaders) {
  Served served(with([](auto& setup) { setup.live.limits.socket_bytes = 8 * 1'024; }));
  RawWebSocket slow(connect_tls(served.port(), {.receive_bytes = 4'096}), served.port(), "/api/v1/live?after=0");
  RawWebSocket quick(connect_tls(served.port()), served.port(), "/api/v1/live?after=0");
  ASSERT_EQ(slow.answer().status, 101);
  std::thread publishing([&] {
    for (int number = 0; number < 500; ++number)
      served.publish({.data = "{\"x\":\"" + std::string(2'000, 'y') + "\"}"});
  });
  EXPECT_EQ(follow(quick, 1, 500), "");
  publishing.join();
  EXPECT_EQ(follow(slow, 1, 500), "");
  slow.send(Opcode::kPing, "p");
  EXPECT_EQ(slow.receive()->opcode, Opcode::kPong);
  slow.send(Opcode::kClose, "");
  EXPECT_TRUE(slow.receive_close());
  EXPECT_TRUE(Served::soon([&] { return served.subscribers() == 1; }));
}

TEST_F(Tls, CarriesEventStreams) {
  Served served(with(), 2);
  RawHttp http(connect_tls(served.port()), served.port());
  http.send("GET /api/v1/events?after=0 HTTP/1.1\r\nHost: localhost:{port}\r\nAccept: text/event-stream\r\n\r\n");
  std::string seen;
  while (seen.find("\nid: 2\n") == std::string::npos) seen += *http.tcp().receive();
  EXPECT_THAT(seen, testing::HasSubstr("Strict-Transport-Security"));
  EXPECT_THAT(seen, testing::HasSubstr("Luuvet-Request-Id"));
}

TEST_F(Tls, W133AHandshakeHasATimeAndCountsAsAConnection) {
  Served served(with([](auto& setup) {
    setup.http.limits.handshake = milliseconds(200);
    setup.http.limits.connections = 2;
    setup.http.limits.refusals = 0;
  }));
  TcpClient silent(served.port()), dripping(served.port());
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 2; }));
  EXPECT_TRUE(TcpClient(served.port()).closes()) << "one too many";
  const auto began = std::chrono::steady_clock::now();
  dripping.send("\x16\x03\x01");
  while (!dripping.closes(milliseconds(20)) && std::chrono::steady_clock::now() - began < kPatience)
    dripping.send("\x01");
  EXPECT_LT(std::chrono::steady_clock::now() - began, milliseconds(5'000));
  EXPECT_TRUE(silent.closes());
}

TEST_F(Tls, W133WhatIsNotTlsIsCut) {
  Served served(with());
  RawHttp plain(served.port());
  plain.send("GET / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
  EXPECT_TRUE(plain.tcp().closes());
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 0; }));
}

TEST_F(Tls, W134ANewCertificateIsShownToWhoComesNext) {
  Served served(with());
  RawHttp before(connect_tls(served.port()), served.port());
  EXPECT_EQ(before.get("/").status, 200);
  write_certificate(folder_.path(), "renewed");
  bool reloaded = false;
  served.on_net([&] { reloaded = context_->reload_if_changed(); });
  EXPECT_FALSE(reloaded) << "the files may still be being written";
  served.on_net([&] { reloaded = context_->reload_if_changed(); });
  EXPECT_TRUE(reloaded);
  EXPECT_EQ(shake_hands(served.port()).common_name, "renewed");
  EXPECT_EQ(before.get("/").status, 200);
  served.on_net([&] { reloaded = context_->reload_if_changed(); });
  EXPECT_FALSE(reloaded);
}

TEST_F(Tls, W134ABadCertificateLeavesTheOldOne) {
  Served served(with());
  std::ofstream(files_.certificate) << "not a certificate";
  served.on_net([&] { expect_refused_reload(); });
  EXPECT_EQ(shake_hands(served.port()).common_name, "localhost");
  TempDir other;
  std::filesystem::copy_file(write_certificate(other.path(), "another").certificate, files_.certificate,
                             std::filesystem::copy_options::overwrite_existing);
  served.on_net([&] { expect_refused_reload(); });  // not this key's
  EXPECT_EQ(shake_hands(served.port()).common_name, "localhost");
  EXPECT_THROW(server::TlsContext("no-such-file", files_.key), server::TlsRefused);
}

TEST_F(Tls, KnowsWhenTheCertificateEnds) {
  const auto in_90_days = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now()) + 90L * 24 * 60 * 60;
  EXPECT_NEAR(static_cast<double>(context_->expires_at()), static_cast<double>(in_90_days), 60.0);
}

TEST_F(Tls, StopsWithOpenConnections) {
  Served served(with());
  RawHttp idle(connect_tls(served.port()), served.port());
  EXPECT_EQ(idle.get("/").status, 200);
  TcpClient shaking(served.port());
  EXPECT_TRUE(Served::soon([&] { return served.connections() == 2; }));
  EXPECT_LT(served.stop(), milliseconds(5'000));
}

}  // namespace
}  // namespace luuvet::test
