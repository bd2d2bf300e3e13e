// A data folder that is not what the state folder remembers stays closed, and the server says which one and what is
// missing.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <thread>

#include "tests/support/server_process.h"
#include "tests/support/work.h"

namespace luuvet::test {
namespace {

namespace fs = std::filesystem;

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

// The guard follows within milliseconds; what it does not hold yet, nobody can miss.
void wait_for_guard(HttpClient& client, Sequence last) {
  const std::string held = "\n" + std::to_string(last) + "\n";
  for (int tries = 0; tries < 1000; ++tries) {
    if (client.get("/audit/checkpoint").body.find(held) != std::string::npos) return;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  ADD_FAILURE() << "the guard never held record " << last;
}

Sequence write_comments(ServerProcess& server, const std::string& name, int count) {
  HttpClient client(server.port());
  const OwnTask task = own_tasks(client, 1).front();
  Sequence last = 0;
  for (int i = 0; i < count; ++i) {
    const WorkRequest request = comment(task, name + "-" + std::to_string(i), "Nội dung " + std::to_string(i));
    const HttpReply reply = client.post(request.target, request.body, request.headers);
    EXPECT_EQ(reply.status, 200) << reply.body;
    last = sequence_of(reply);
  }
  wait_for_guard(client, last);
  return last;
}

// The write-ahead log that was written last: what a killed server leaves of its last commits.
fs::path last_wal(const fs::path& data) {
  fs::path last;
  for (const auto& entry : fs::recursive_directory_iterator(data))
    if (entry.path().extension() == ".log" && entry.file_size() > 0 && entry.path().filename() > last.filename())
      last = entry.path();
  return last;
}

// Before each test: a log with the seeds and 20 comments, then an older copy of it, then 20 comments more, then a kill.
class RefusedFolder : public ::testing::Test {
 protected:
  RefusedFolder() : setting_{.data = folder_.path() / "data", .state = folder_.path() / "state"} {}

  void SetUp() override {
    ServerSetting first = setting_;
    first.seeds = seeds_folder();
    {
      ServerProcess server(first);
      older_head_ = write_comments(server, "older", 20);
      server.kill();
    }
    copy_folder(setting_.data, older());
    ServerProcess server(setting_);
    head_ = write_comments(server, "newer", 20);
    server.kill();
  }

  fs::path older() const { return folder_.path() / "older"; }

  // Refuses at start; the first missing record that it names.
  Sequence first_missing() const {
    const Ended serve = refused_serve(setting_);
    EXPECT_NE(serve.exit_code, 0);
    static const std::regex missing("record ([0-9]+) is missing");
    std::smatch found;
    EXPECT_TRUE(std::regex_search(serve.errors, found, missing)) << serve.errors;
    return found.empty() ? 0 : std::stoull(found[1]);
  }

  TempDir folder_;
  ServerSetting setting_;
  Sequence older_head_ = 0;
  Sequence head_ = 0;
};

TEST_F(RefusedFolder, TheRightOneOpens) {
  ServerProcess server(setting_);
  EXPECT_EQ(server.stop(), 0) << server.errors();
}

TEST_F(RefusedFolder, AnOlderCopyIsNamed) {
  copy_folder(older(), setting_.data);
  EXPECT_EQ(first_missing(), older_head_ + 1);
}

TEST_F(RefusedFolder, ATruncatedOneIsNamed) {
  const fs::path wal = last_wal(setting_.data);
  ASSERT_FALSE(wal.empty());
  fs::resize_file(wal, fs::file_size(wal) / 2);
  const Sequence missing = first_missing();
  EXPECT_GT(missing, 0u);
  EXPECT_LE(missing, head_);
}

TEST_F(RefusedFolder, AnEmptyOneIsNamed) {
  fs::remove_all(setting_.data);
  EXPECT_EQ(first_missing(), 1u);
}

TEST_F(RefusedFolder, AnotherLogIsNamed) {
  ServerSetting other;
  other.data = folder_.path() / "other";
  other.state = folder_.path() / "other-state";
  ServerProcess(other).kill();
  copy_folder(other.data, setting_.data);
  const Ended serve = refused_serve(setting_);
  EXPECT_NE(serve.exit_code, 0);
  EXPECT_NE(serve.errors.find("belongs to log"), std::string::npos) << serve.errors;
}

TEST_F(RefusedFolder, ALostStateFolderIsNamedAndCanBeAdopted) {
  fs::remove_all(setting_.state);
  const Ended serve = refused_serve(setting_);
  EXPECT_NE(serve.exit_code, 0);
  EXPECT_NE(serve.errors.find("--adopt"), std::string::npos) << serve.errors;
  setting_.more = {"--adopt"};
  ServerProcess server(setting_);
  EXPECT_GT(write_comments(server, "adopted", 1), head_);
  EXPECT_EQ(server.stop(), 0) << server.errors();
}

}  // namespace
}  // namespace luuvet::test
