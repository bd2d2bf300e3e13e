// The program over its life: stopped and started, checked, erased from, imported into.
#include <csignal>
#include <fstream>
#include <iterator>

#include "tests/net/raw_websocket.h"
#include "tests/server/proof.h"
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

constexpr const char* kSecret = "Bí mật của riêng một người";

class Lifecycle : public RunningServer {
 protected:
  Ended luuvet(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--data", setting_.data.string(), "--state", setting_.state.string()});
    return run_luuvet(arguments);
  }
  void stop() {
    EXPECT_EQ(server_->stop(), 0) << server_->errors();
    server_.reset();
  }
  Ended erase(Sequence sequence, const char* document = "lao-cai-de-an-11") {
    return luuvet({"erase", std::to_string(sequence), "--document", document, "--reason", "Theo yêu cầu"});
  }
  Sequence say_secret() {
    return sequence_of(done(std::string(kTaskPath) + "/comment", R"({"text":)" + json_string(kSecret) + "}"));
  }
  bool stands_on_disk(std::string_view text) {
    for (const auto& folder : {setting_.data, setting_.state})
      for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        if (bytes.find(text) != std::string::npos) return true;
      }
    return false;
  }
  std::string counts() {
    std::string text;
    for (const char* list : {"tasks", "assignments"}) {
      const Json json(get("/api/v1/" + std::string(list) + "?limit=1&status_date=2026-07-01").body);
      text += simdjson::minify(json["counts"].value());
    }
    return text;
  }
};

TEST_F(Lifecycle, W92StopsOnSigtermAndComesBackAsItWas) {
  done(std::string(kTaskPath) + "/report-progress", R"({"percent":30})");
  const std::string before = counts();
  const std::string note = checkpoint();
  const std::string item = get(kTaskPath).body;
  restart();
  EXPECT_EQ(counts(), before);
  EXPECT_EQ(get(kTaskPath).body, item);
  EXPECT_EQ(checkpoint(), note);
}

TEST_F(Lifecycle, W69ClosesSubscribersWhenItStops) {
  RawWebSocket subscriber(port(), "/api/v1/live", inspector());
  ASSERT_EQ(subscriber.answer().status, 101);
  subscriber.receive();
  kill(server_->id(), SIGTERM);
  const auto close = subscriber.receive_close();
  ASSERT_TRUE(close);
  EXPECT_EQ(close->close_code(), 1001u);
  EXPECT_EQ(server_->stop(), 0);
}

TEST_F(Lifecycle, StopsWhileCommandsWait) {
  std::vector<TcpClient> senders;
  for (int i = 0; i < 32; ++i) {
    senders.emplace_back(port());
    const std::string body = R"({"text":"a"})";
    senders.back().send(
        "POST " + std::string(kTaskPath) + "/comment HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port()) +
        "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  EXPECT_EQ(server_->stop(), 0) << server_->errors();
  EXPECT_EQ(luuvet({"check"}).exit_code, 0);
}

TEST_F(Lifecycle, ChecksAWholeLog) {
  done(std::string(kTaskPath) + "/comment", R"({"text":"a"})");
  const Sequence last = head();
  stop();
  const Ended check = luuvet({"check"});
  EXPECT_EQ(check.exit_code, 0) << check.errors;
  EXPECT_NE(check.output.find(std::to_string(last) + " records"), std::string::npos) << check.output;
}

TEST_F(Lifecycle, ImportsTheSamePlansTwiceWithoutDoubling) {
  const std::string before = counts();
  const Sequence last = head();
  stop();
  for (int i = 0; i < 2; ++i) {
    const Ended import = luuvet({"import", "--seeds", seeds_folder().string()});
    EXPECT_EQ(import.exit_code, 0) << import.errors;
    EXPECT_NE(import.output.find("0 new, 0 amended"), std::string::npos) << import.output;
  }
  start();
  EXPECT_EQ(head(), last);
  EXPECT_EQ(counts(), before);
}

TEST_F(Lifecycle, ImportLeavesWhatPeopleDidAlone) {
  done(std::string(kTaskPath) + "/amend", R"({"set":{"title":"Tên của người"},"document":"lao-cai-de-an-11"})");
  stop();
  EXPECT_EQ(luuvet({"import", "--seeds", seeds_folder().string()}).exit_code, 0);
  start();
  EXPECT_EQ(text_of(get(kTaskPath).body, "title"), "Tên của người");
}

TEST_F(Lifecycle, ErasesTheWordsFromEveryAnswerAndFromTheDisk) {
  const Sequence said = say_secret();
  stop();
  ASSERT_TRUE(stands_on_disk(kSecret));
  ASSERT_EQ(erase(said).exit_code, 0);
  EXPECT_FALSE(stands_on_disk(kSecret));
  const Ended check = luuvet({"check"});
  EXPECT_EQ(check.exit_code, 0) << check.errors;
  EXPECT_NE(check.output.find("1 erased"), std::string::npos) << check.output;

  start();
  const std::string thread = std::string(kTaskPath) + "/thread";
  const std::string history = std::string(kTaskPath) + "/history?limit=1";
  for (const std::string& target :
       {history, thread, std::string("/api/v1/history"), "/api/v1/events?after=" + std::to_string(said - 1)})
    EXPECT_EQ(get(target).body.find(kSecret), std::string::npos) << target;
  EXPECT_NE(get(history).body.find(R"("erased":true)"), std::string::npos);
  EXPECT_EQ(number_of(get(thread).body, "total"), 1u);
}

// The leaf is what it was: the proof of before and that of after both hold.
TEST_F(Lifecycle, ErasingKeepsTheProofs) {
  const Sequence said = say_secret();
  checkpoint();
  const std::string path = "/audit/proof/" + std::to_string(said);
  const Proof before = parse_proof(get(path).body);
  stop();
  ASSERT_EQ(erase(said).exit_code, 0);
  start();
  checkpoint();
  const HttpReply events =
      get("/api/v1/events?limit=1&after=" + std::to_string(said - 1), {{"Accept", "application/x-ndjson"}});
  const std::string record = events.body.substr(0, events.body.find('\n'));
  const HttpReply first = get("/api/v1/events?limit=1&after=0");
  const Json log(first.body);
  const std::string key(log.root().at(0)["data"]["public_key"].get_string().value());
  EXPECT_TRUE(proves(before, record, key));
  EXPECT_TRUE(proves(parse_proof(get(path).body), record, key));
}

TEST_F(Lifecycle, ErasesOnlyWhatIsThereAndProtected) {
  const Sequence said = sequence_of(done(std::string(kTaskPath) + "/comment", R"({"text":"a"})"));
  stop();
  EXPECT_EQ(erase(said, "khong-co").exit_code, 1);
  EXPECT_EQ(erase(said + 100).exit_code, 1);
  EXPECT_EQ(erase(said).exit_code, 0);
  EXPECT_EQ(luuvet({"check"}).exit_code, 0);
}

// A register row has no protected part: nothing is recorded of an erasure that was none.
TEST_F(Lifecycle, ErasingWhatHasNothingProtectedWritesNothing) {
  const Sequence last = head();
  stop();
  EXPECT_EQ(erase(5).exit_code, 1);
  start();
  EXPECT_EQ(head(), last);
}

TEST_F(Lifecycle, ErasesAgainWhatACrashLeftUnfinished) {
  const Sequence said = sequence_of(done(std::string(kTaskPath) + "/comment", R"({"text":"a"})"));
  stop();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(erase(said).exit_code, 0);
  EXPECT_EQ(luuvet({"check"}).exit_code, 0);
}

TEST_F(Lifecycle, OneServerAtATimeHasTheLog) {
  const Ended second = refused_serve(setting_);
  EXPECT_NE(second.exit_code, 0);
  EXPECT_FALSE(second.errors.empty());
  EXPECT_EQ(get("/healthz").status, 200);
}

}  // namespace
}  // namespace luuvet::test
