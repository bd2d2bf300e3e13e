// Bodies that are taken while they come, and answers that are made while they go.
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

#include "tests/net/raw_http.h"
#include "tests/net/served.h"

namespace luuvet::test {
namespace {

using std::chrono::milliseconds;

struct Taken {
  std::atomic<std::size_t> bytes = 0, largest = 0, pieces = 0, given_up = 0;
};

// Takes `most` bytes and says how many came; "/refused" is refused by its head.
class CountingSink : public api::BodySink {
 public:
  CountingSink(Taken& taken, std::size_t most) : taken_(taken), most_(most) {}
  ~CountingSink() override {
    if (!finished_) ++taken_.given_up;
  }
  void take(std::string piece, std::function<void(bool)> then) override {
    taken_.bytes += piece.size();
    taken_.largest = std::max(taken_.largest.load(), piece.size());
    ++taken_.pieces;
    then(taken_.bytes < most_);
  }
  void finish(std::function<void(api::Reply&&)> then) override {
    finished_ = true;
    api::Reply reply;
    reply.status = taken_.bytes < most_ ? 201 : 422;
    reply.body = std::to_string(taken_.bytes);
    then(std::move(reply));
  }

 private:
  Taken& taken_;
  const std::size_t most_;
  bool finished_ = false;
};

constexpr std::size_t kMax = 10'000'000;

class Uploads : public ::testing::Test {
 protected:
  void serve(
      const std::function<void(server::HttpLimits&)>& change = [](auto&) {}, std::size_t most = kMax) {
    Served::Setup setup;
    change(setup.http.limits);
    setup.http.uploads = {{"/files", kMax, [this, most](const api::Request& request) -> api::SinkAnswer {
                             if (request.header("Refuse")) return api::Reply{403, {}, "no"};
                             if (request.header("Throw")) throw std::runtime_error("as asked");
                             return std::make_shared<CountingSink>(taken_, most);
                           }}};
    served_ = std::make_unique<Served>(std::move(setup));
  }
  std::string head(std::string_view more) const {
    return "POST /files HTTP/1.1\r\nHost: localhost:{port}\r\n" + std::string(more) + "\r\n";
  }
  HttpAnswer send(std::size_t bytes, std::string_view more = {}) {
    RawHttp client(served_->port());
    return client.ask(head("Content-Length: " + std::to_string(bytes) + "\r\n" + std::string(more)) +
                      std::string(bytes, 'b'));
  }

  Taken taken_;
  std::unique_ptr<Served> served_;
};

TEST_F(Uploads, TakesMoreThanABodyMayHaveInPieces) {
  serve();
  const HttpAnswer answer = send(9'000'000);
  EXPECT_EQ(answer.status, 201);
  EXPECT_EQ(answer.body, "9000000");
  EXPECT_LT(taken_.largest, 400'000U);
  EXPECT_GT(taken_.pieces, 20U);
}
TEST_F(Uploads, TakesChunks) {
  serve();
  RawHttp client(served_->port());
  const std::string chunk = "10000\r\n" + std::string(0x10000, 'c') + "\r\n";
  std::string body;
  for (int count = 0; count < 100; ++count) body += chunk;
  EXPECT_EQ(client.ask(head("Transfer-Encoding: chunked\r\n") + body + "0\r\n\r\n").body, "6553600");
  EXPECT_EQ(client.get("/").status, 200);  // the connection goes on
}
TEST_F(Uploads, TakesAnEmptyBody) {
  serve();
  EXPECT_EQ(send(0).body, "0");
}
TEST_F(Uploads, WaitsForContinue) {
  serve();
  RawHttp client(served_->port());
  client.send(head("Content-Length: 3\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.receive().status, 100);
  client.send("abc");
  EXPECT_EQ(client.receive().body, "3");
}
TEST_F(Uploads, RefusesByTheHead) {
  serve();
  EXPECT_EQ(send(1'000, "Refuse: yes\r\n").status, 403);
  EXPECT_EQ(send(1'000, "Throw: yes\r\n").status, 500);
  RawHttp foreign(served_->port());
  EXPECT_EQ(foreign.ask("POST /files HTTP/1.1\r\nHost: elsewhere\r\nContent-Length: 9000000\r\n\r\n").status, 421);
  EXPECT_EQ(taken_.pieces, 0U);
}
TEST_F(Uploads, BodyBytes) {
  serve();
  EXPECT_EQ(send(kMax + 1).status, 413);
  EXPECT_EQ(taken_.pieces, 0U);
  RawHttp chunked(served_->port());
  EXPECT_EQ(chunked.ask(head("Transfer-Encoding: chunked\r\n") + "FFFFFF\r\n" + std::string(0x1000, 'b')).status, 413);
  // Elsewhere the usual limit holds.
  RawHttp ordinary(served_->port());
  EXPECT_EQ(ordinary.ask("POST /a HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 9000000\r\n\r\n").status, 413);
}
TEST_F(Uploads, TheSinkMayHaveEnough) {
  serve([](auto&) {}, 100'000);
  EXPECT_EQ(send(9'000'000).status, 422);
  EXPECT_LT(taken_.bytes, 1'000'000U);
}
TEST_F(Uploads, CutOffMidwayIsGivenUp) {
  serve();
  {
    RawHttp client(served_->port());
    client.send(head("Content-Length: 1000000\r\n") + std::string(600'000, 'b'));
  }
  EXPECT_TRUE(Served::soon([&] { return taken_.given_up == 1; }));
}
TEST_F(Uploads, ProgressTime) {
  serve([](auto& limits) { limits.upload_progress = milliseconds(200); });
  RawHttp client(served_->port());
  client.send(head("Content-Length: 1000000\r\n") + "slow");
  EXPECT_TRUE(client.tcp().closes(milliseconds(5'000)));
  EXPECT_TRUE(Served::soon([&] { return taken_.given_up == 1; }));
}
TEST_F(Uploads, WholeTime) {
  serve([](auto& limits) { limits.upload = milliseconds(300); });
  RawHttp client(served_->port());
  client.send(head("Content-Length: 9000000\r\n"));
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (std::chrono::steady_clock::now() < until && client.tcp().send(std::string(10'000, 'b')))
    std::this_thread::sleep_for(milliseconds(20));
  EXPECT_LT(std::chrono::steady_clock::now(), until);
  EXPECT_TRUE(Served::soon([&] { return taken_.given_up == 1; }));
}

// Gives `pieces` of 100,000 bytes, then what it promised more is not there.
class CountedSource : public api::BodySource {
 public:
  CountedSource(std::size_t pieces, std::size_t promised) : left_(pieces), promised_(promised) {}
  std::uint64_t size() const override { return promised_ * 100'000; }
  void next(std::function<void(std::optional<std::string>&&)> then) override {
    if (left_ == 0) return then(std::nullopt);
    --left_;
    then(std::string(100'000, 's'));
  }

 private:
  std::size_t left_;
  const std::size_t promised_;
};

boost::asio::awaitable<api::Reply> sourced(api::Request request) {
  api::Reply reply;
  reply.source = std::make_shared<CountedSource>(request.target == "/short" ? 5 : 30, 30);
  co_return reply;
}

TEST(Downloads, AreSentInPieces) {
  Served::Setup setup;
  setup.http.handler = sourced;
  Served served(std::move(setup));
  RawHttp client(served.port());
  EXPECT_EQ(client.get("/").body.size(), 3'000'000U);
  client.send("HEAD / HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n");
  EXPECT_EQ(client.receive(/*no_body=*/true).header("content-length"), "3000000");
  EXPECT_EQ(client.get("/").body.size(), 3'000'000U);
  EXPECT_THROW(client.get("/short"), std::runtime_error);
}

}  // namespace
}  // namespace luuvet::test
