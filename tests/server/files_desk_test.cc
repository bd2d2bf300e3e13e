// Who has brought what, how long it waits to be named, and how much goes on at once: without sockets, the test's thread
// is the net's.
#include <gtest/gtest.h>

#include <condition_variable>
#include <deque>
#include <mutex>

#include "server/app/files.h"
#include "server/app/instance.h"
#include "tests/files/sample_files.h"
#include "tests/support/temp_dir.h"

namespace luuvet::test {
namespace {

using server::FileLimits;
using server::Files;

constexpr std::int64_t kDay = 86'400'000;

class FilesDesk : public ::testing::Test {
 protected:
  void open(const FileLimits& limits = {}) { files_ = std::make_unique<Files>(store_, desk_, folder_.path(), limits); }
  ~FilesDesk() override { files_.reset(); }

  // Does what was posted until `there` holds.
  void run_until(const std::function<bool()>& there) {
    while (!there()) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return !posted_.empty(); });
      const auto job = std::move(posted_.front());
      posted_.pop_front();
      lock.unlock();
      job();
    }
  }
  static server::VisitPtr visit(const std::string& account, std::size_t announced = 0) {
    auto made = std::make_shared<server::Visit>();
    made->caller.account = {account};
    made->headers = {{"Content-Type", "application/octet-stream"},
                     {"Content-Disposition", "attachment; filename*=UTF-8''a.pdf"}};
    if (announced > 0) made->headers.push_back({"Content-Length", std::to_string(announced)});
    return made;
  }
  // The status of the answer, and the id where it was taken.
  int bring(const std::string& account, std::string* id = nullptr) {
    auto opened = files_->take(visit(account), {});
    if (const auto* refusal = std::get_if<api::Reply>(&opened)) return refusal->status;
    const auto sink = std::get<std::shared_ptr<api::BodySink>>(opened);
    bool taken = false;
    sink->take(sample_pdf(account), [&](bool more) { taken = more; });
    run_until([&] { return taken; });
    std::optional<api::Reply> answer;
    sink->finish([&](api::Reply&& reply) { answer = std::move(reply); });
    run_until([&] { return answer.has_value(); });
    const std::string body(answer->bytes());
    if (id && answer->status == 201) *id = body.substr(body.find(R"("file":")") + 8, 32);
    return answer->status;
  }
  bool is_there(const std::string& id) const { return std::filesystem::exists(store_.path_of(id)); }
  void wait_for_the_worker() {
    bool done = false;
    ASSERT_TRUE(desk_.in_background([&done] { return [&done] { done = true; }; }));
    run_until([&] { return done; });
  }
  static Instant in(std::int64_t milliseconds) { return {server::system_now().ms + milliseconds}; }

  TempDir folder_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> posted_;
  server::FileStore store_{folder_.path()};
  std::unique_ptr<Files> files_;
  const server::Desk desk_{worker_,
                           [this](std::function<void()> job) {
                             const std::lock_guard lock(mutex_);
                             posted_.push_back(std::move(job));
                             wake_.notify_one();
                           },
                           {},
                           {}};
  server::Worker worker_{server::kFileJobsMax};
};

TEST_F(FilesDesk, W214WhatNoDocumentNamesWithinADayGoes) {
  open();
  std::string left, named, held;
  ASSERT_EQ(bring("an", &left), 201);
  ASSERT_EQ(bring("binh", &named), 201);
  ASSERT_EQ(bring("chi", &held), 201);
  EXPECT_EQ(files_->find(left)->by.value, "an");
  files_->hold(named);
  files_->release(named, /*named=*/true);
  files_->hold(held);
  files_->tick(in(kDay - 60'000));
  EXPECT_TRUE(files_->find(left));
  files_->tick(in(kDay + 60'000));
  wait_for_the_worker();
  EXPECT_FALSE(files_->find(left));
  EXPECT_FALSE(is_there(left));
  EXPECT_FALSE(files_->find(named));  // a document has it now
  EXPECT_TRUE(is_there(named));
  EXPECT_TRUE(files_->find(held));  // a command that names it is under way
  files_->release(held, /*named=*/false);
  files_->tick(in(kDay + 60'000));
  wait_for_the_worker();
  EXPECT_FALSE(is_there(held));
}

TEST_F(FilesDesk, W213WhatIsNamedCountsNoMore) {
  FileLimits limits;
  limits.unnamed_max = 1;
  open(limits);
  std::string id;
  ASSERT_EQ(bring("an", &id), 201);
  EXPECT_EQ(bring("an"), 429);
  EXPECT_EQ(files_->unnamed(), 1U);
  files_->hold(id);
  files_->release(id, /*named=*/true);
  EXPECT_EQ(bring("an"), 201);
}

TEST_F(FilesDesk, W213AnUploadLeavesSomeSpaceFree) {
  FileLimits limits;
  limits.free_bytes_min = std::uint64_t{1} << 60;
  open(limits);
  EXPECT_EQ(bring("an"), 503);
}

TEST_F(FilesDesk, W213DownloadsAtOnceOfOneAccountAndOfAll) {
  FileLimits limits;
  limits.downloads = {2, 3};
  open(limits);
  std::string id;
  ASSERT_EQ(bring("an", &id), 201);
  const StoredFile file = files_->find(id)->file;
  const auto status = [&](const std::string& account, std::vector<api::Reply>& held) {
    held.push_back(files_->reply(*visit(account), file, false));
    return held.back().status;
  };
  std::vector<api::Reply> held;
  EXPECT_EQ(status("an", held), 200);
  EXPECT_EQ(status("an", held), 200);
  EXPECT_EQ(status("an", held), 429);
  EXPECT_EQ(status("binh", held), 200);
  EXPECT_EQ(status("chi", held), 503);
  held.clear();
  EXPECT_EQ(status("chi", held), 200);
}

TEST_F(FilesDesk, AFileThatIsGoneOrCutOffIsAFault) {
  open();
  std::string id;
  ASSERT_EQ(bring("an", &id), 201);
  StoredFile file = files_->find(id)->file;
  ++file.size;
  EXPECT_THROW(files_->reply(*visit("an"), file, false), std::runtime_error);
  store_.remove(id);
  EXPECT_THROW(files_->reply(*visit("an"), file, false), std::system_error);
}

}  // namespace
}  // namespace luuvet::test
