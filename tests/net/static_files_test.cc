#include "server/net/static_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

class StaticFilesTest : public testing::Test {
 protected:
  StaticFilesTest() : folder_(fs::temp_directory_path() / ("luuvet-static-" + std::to_string(getpid()))) {
    fs::create_directories(folder_ / "assets");
    write("index.html", "<!doctype html>");
    write("notes.txt", "notes");
    write("assets/index-DiwrgTda.js", "plain script");
    write("assets/index-DiwrgTda.js.br", "br script");
    write("assets/index-DiwrgTda.js.gz", "gz script");
    write("favicon.svg", "<svg/>");
    write(".secret", "secret");
    write("orphan.js.gz", "nothing beside");
    files_ = StaticFiles::load(folder_);
  }
  ~StaticFilesTest() override { fs::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) const { std::ofstream(folder_ / name) << bytes; }

  std::optional<api::Reply> get(const std::string& target, std::vector<api::Header> headers = {}) const {
    return files_.reply({"GET", target, std::move(headers), {}});
  }
  std::string bytes(const std::string& target, std::vector<api::Header> headers = {}) const {
    const auto reply = get(target, std::move(headers));
    return reply ? std::string(reply->bytes()) : "none";
  }

  const fs::path folder_;
  StaticFiles files_;
};

TEST_F(StaticFilesTest, ServesTheIndexForTheRootAndForViews) {
  const api::Header browser{"Accept", "text/html,application/xhtml+xml"};
  EXPECT_EQ(bytes("/"), "<!doctype html>");
  EXPECT_EQ(bytes("/index.html?x=1"), "<!doctype html>");
  EXPECT_EQ(bytes("/tasks/da11.ii.i.1.1", {browser}), "<!doctype html>");
  EXPECT_EQ(bytes("/tasks/da11.ii.i.1.1", {{"Accept", "*/*"}}), "none");
  EXPECT_EQ(bytes("/tasks/x", {{"Accept", "text/html;q=0"}}), "none");
  for (const char* technical : {"/api/v1/nothing", "/api", "/audit/x", "/assets/gone-12345678.js", "/healthz"})
    EXPECT_EQ(bytes(technical, {browser}), "none") << technical;
  EXPECT_EQ(bytes("/apiary", {browser}), "<!doctype html>");
}
TEST_F(StaticFilesTest, KeepsHashedFilesForEverAndAsksForOthers) {
  EXPECT_EQ(get("/assets/index-DiwrgTda.js")->header("Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(get("/favicon.svg")->header("Cache-Control"), "no-cache");
  EXPECT_EQ(get("/")->header("Cache-Control"), "no-cache");
  EXPECT_EQ(get("/favicon.svg")->header("Content-Type"), "image/svg+xml");
}
TEST_F(StaticFilesTest, ChoosesTheCodingThatIsAccepted) {
  const char* script = "/assets/index-DiwrgTda.js";
  EXPECT_EQ(bytes(script), "plain script");
  EXPECT_EQ(bytes(script, {{"Accept-Encoding", "gzip, deflate, br"}}), "br script");
  EXPECT_EQ(bytes(script, {{"Accept-Encoding", "gzip;q=1.0"}}), "gz script");
  EXPECT_EQ(bytes(script, {{"Accept-Encoding", "br;q=0, gzip;q=0"}}), "plain script");
  const auto reply = get(script, {{"Accept-Encoding", "br"}});
  EXPECT_EQ(reply->header("Content-Encoding"), "br");
  EXPECT_EQ(reply->header("Content-Type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(reply->header("Vary"), "Accept-Encoding");
  EXPECT_NE(reply->header("ETag"), get(script)->header("ETag"));
}
TEST_F(StaticFilesTest, AnswersNotModifiedByTag) {
  const std::string tag(*get("/notes.txt")->header("ETag"));
  for (const std::string& known : {tag, "W/" + tag, "\"x\", " + tag, std::string("*")}) {
    const auto reply = get("/notes.txt", {{"If-None-Match", known}});
    EXPECT_EQ(reply->status, 304) << known;
    EXPECT_EQ(reply->header("ETag"), tag);
    EXPECT_TRUE(reply->bytes().empty());
  }
  EXPECT_EQ(get("/notes.txt", {{"If-None-Match", "\"x\""}})->status, 200);
}
TEST_F(StaticFilesTest, W136FillsANonceIntoThePageAndItsPolicyAnotherEachTime) {
  write("index.html", "<script nonce=\"LUUVET-CSP-NONCE\"></script><style nonce=\"LUUVET-CSP-NONCE\"></style>");
  files_ = StaticFiles::load(folder_);
  const auto first = get("/", {{"If-None-Match", "*"}});
  EXPECT_EQ(first->status, 200);
  EXPECT_FALSE(first->header("ETag"));
  const std::string policy(first->header("Content-Security-Policy").value());
  const std::size_t at = policy.find("'nonce-") + 7;
  const std::string nonce = policy.substr(at, policy.find('\'', at) - at);
  EXPECT_EQ(nonce.size(), 24U);
  EXPECT_EQ(first->bytes(), "<script nonce=\"" + nonce + "\"></script><style nonce=\"" + nonce + "\"></style>");
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_EQ(policy.find("data:"), std::string::npos);
  EXPECT_NE(get("/")->header("Content-Security-Policy"), policy);
}
TEST_F(StaticFilesTest, ReachesNothingThatWasNotLoaded) {
  write("later.txt", "came later");
  for (const char* path : {"/../etc/passwd", "/assets/../index.html", "/%2e%2e/etc/passwd", "//etc/passwd", "/.secret",
                           "/later.txt", "/orphan.js", "/orphan.js.gz", "/assets", "/assets/index-DiwrgTda.js.br", ""})
    EXPECT_EQ(bytes(path), "none") << path;
  EXPECT_FALSE(files_.reply({"POST", "/", {}, {}}));
}
TEST_F(StaticFilesTest, RefusesAFolderWithoutAnIndex) {
  EXPECT_THROW(StaticFiles::load(folder_ / "assets"), std::runtime_error);
  EXPECT_THROW(StaticFiles::load(folder_ / "no such"), std::runtime_error);
  EXPECT_FALSE(StaticFiles().reply({"GET", "/", {}, {}}));
}

}  // namespace
}  // namespace luuvet::server
