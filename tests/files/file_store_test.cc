#include "server/files/file_store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/temp_dir.h"

namespace luuvet::test {
namespace {

namespace fs = std::filesystem;
using server::FileStore;

class FileStoreTest : public ::testing::Test {
 protected:
  std::string bring(FileStore& store, const std::string& bytes) {
    const auto incoming = store.begin();
    incoming->write(bytes);
    return store.keep(*incoming, incoming->finish());
  }
  std::size_t files() const {
    std::size_t count = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) count += entry.is_regular_file();
    return count;
  }
  static struct stat stat_of(const fs::path& path) {
    struct stat found {};
    EXPECT_EQ(stat(path.c_str(), &found), 0);
    return found;
  }
  static StoredFile named(const std::string& id, const std::string& digest) { return {id, digest, 1, "", ""}; }

  TempDir folder_;
};

TEST_F(FileStoreTest, KeepsBytesUnderARandomName) {
  FileStore store(folder_.path());
  const std::string id = bring(store, "một");
  EXPECT_TRUE(server::is_file_id(id));
  EXPECT_EQ(store.path_of(id), folder_.path() / id.substr(0, 2) / id);
  EXPECT_EQ(server::read_file(store.path_of(id)), "một");
  EXPECT_EQ(stat_of(store.path_of(id)).st_mode & 0777, 0600U);
  EXPECT_EQ(files(), 1U);
  EXPECT_NE(bring(store, "hai"), id);
}
TEST_F(FileStoreTest, SameBytesAreKeptOnce) {
  FileStore store(folder_.path());
  const std::string first = bring(store, "một"), second = bring(store, "một");
  EXPECT_EQ(stat_of(store.path_of(first)).st_ino, stat_of(store.path_of(second)).st_ino);
  store.remove(first);
  EXPECT_EQ(server::read_file(store.path_of(second)), "một");
  const std::string third = bring(store, "một");
  EXPECT_EQ(stat_of(store.path_of(third)).st_ino, stat_of(store.path_of(second)).st_ino);
}
TEST_F(FileStoreTest, SameBytesAreKeptOnceAlsoAfterARestart) {
  std::string first, digest;
  {
    FileStore store(folder_.path());
    first = bring(store, "một");
    digest = server::digest_of_file(store.path_of(first));
  }
  FileStore store(folder_.path());
  store.keep_only({named(first, digest)});
  EXPECT_EQ(stat_of(store.path_of(bring(store, "một"))).st_ino, stat_of(store.path_of(first)).st_ino);
}
TEST_F(FileStoreTest, AlteredBytesAreNotPassedOn) {
  FileStore store(folder_.path());
  const std::string first = bring(store, "một");
  server::write_at(server::open_file(store.path_of(first), O_WRONLY), "X", 0);
  EXPECT_EQ(server::read_file(store.path_of(bring(store, "một"))), "một");
}
TEST_F(FileStoreTest, WhatWasGivenUpLeavesNothing) {
  FileStore store(folder_.path());
  store.begin()->write("nửa");
  EXPECT_EQ(files(), 0U);
}
TEST_F(FileStoreTest, WhatNobodyNamesGoes) {
  std::string kept;
  {
    FileStore store(folder_.path());
    kept = bring(store, "giữ");
    bring(store, "bỏ");
    server::write_file(folder_.path() / "tmp" / "nua", "killed midway");
  }
  FileStore store(folder_.path());
  store.keep_only({named(kept, "")});
  EXPECT_EQ(files(), 1U);
  EXPECT_TRUE(fs::exists(store.path_of(kept)));
}

}  // namespace
}  // namespace luuvet::test
