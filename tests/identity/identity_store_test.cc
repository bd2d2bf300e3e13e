#include "server/identity/identity_store.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "server/identity/secret.h"
#include "server/identity/sessions.h"
#include "server/identity/sign_in.h"
#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kGoodPassword;
using test::kNow;
using test::quick_passwords;
using test::Stored;

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777;
}

template <class Act>
std::string failure_of(Act act) {
  try {
    act();
  } catch (const IdentityFailure& failure) {
    return failure.what();
  }
  return "none";
}

bool says(const std::string& sentence, std::string_view part) {
  return sentence.find(part) != std::string::npos;
}

TEST(IdentityStore, KeepsEverythingOverAReopening) {
  Stored stored;
  const ActorId an = stored.person("an");
  Sessions sessions({}, {}, kNow, nullptr);
  const auto begun = sessions.begin(an, {"192.0.2.7", "Trình duyệt"}, kNow);
  stored.store->apply(sessions.take_changes());
  const std::string device = sign_in(*stored.store, quick_passwords(), {"an", kGoodPassword, "a", ""}, kNow)->device;
  stored.reopen();
  Sessions again({}, stored.store->sessions(), after(1), nullptr);
  const Session* const found = again.find(begun.cookie, after(1));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->id, begun.session.id);
  EXPECT_EQ(found->user_agent, "Trình duyệt");
  EXPECT_EQ(found->expires, begun.session.expires);
  EXPECT_TRUE(known_device(*stored.store, "an", device, after(1)));
  EXPECT_TRUE(sign_in(*stored.store, quick_passwords(), {"an", kGoodPassword, "a", ""}, after(2)));
  EXPECT_EQ(stored.store->profile(an)->last_signed_in, after(2));
}

TEST(IdentityStore, IsForItsOwnersEyes) {
  const mode_t before = umask(0);
  Stored stored;
  stored.person("an");
  umask(before);
  EXPECT_EQ(mode_of(stored.folder.path() / "identity"), 0700U);
  std::size_t files = 0;
  for (const auto& file : std::filesystem::directory_iterator(stored.folder.path() / "identity")) {
    EXPECT_EQ(mode_of(file.path()), 0600U) << file.path();
    ++files;
  }
  EXPECT_EQ(files, 4U) << "identity.db, -wal, -shm, lock";
}

TEST(IdentityStore, TightensALooseFileAndRefusesALooseFolder) {
  Stored stored;
  stored.store.reset();
  chmod(stored.file().c_str(), 0644);
  stored.reopen();
  EXPECT_EQ(mode_of(stored.file()), 0600U);
  stored.store.reset();
  chmod(stored.file().parent_path().c_str(), 0755);
  EXPECT_TRUE(says(failure_of([&] { stored.reopen(); }), "its mode must be 0700"));
}

TEST(IdentityStore, HoldsNoSecretInTheClear) {
  Stored stored;
  const ActorId an = stored.person("an");
  Sessions sessions({}, {}, kNow, nullptr);
  const auto begun = sessions.begin(an, {"a", "b"}, kNow);
  stored.store->apply(sessions.take_changes());
  const std::string device = sign_in(*stored.store, quick_passwords(), {"an", kGoodPassword, "a", ""}, kNow)->device;
  const std::string link = invite(*stored.store, an, kNow).value().secret;
  stored.store.reset();
  const std::string bytes = read_file(stored.file()).value();
  for (const std::string& secret : {begun.cookie, device, link, kGoodPassword})
    EXPECT_EQ(bytes.find(secret), std::string::npos);
}

TEST(IdentityStore, HasOneWriterAmongAllProcesses) {
  Stored stored;
  EXPECT_TRUE(says(failure_of([&] { IdentityStore(stored.folder.path() / "identity", Access::kWrite); }),
                   "another process works on"));
  const pid_t child = fork();
  if (child == 0) {
    const std::string failure = failure_of([&] { IdentityStore(stored.folder.path() / "identity", Access::kWrite); });
    _exit(says(failure, "another process works on") ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
}

TEST(IdentityStore, AReaderSeesWhatIsCommittedAndChangesNothing) {
  Stored stored;
  const IdentityStore before = stored.reader();
  const ActorId an = stored.person("an");
  EXPECT_EQ(before.account_of("an"), an);
  IdentityStore reader = stored.reader();
  EXPECT_TRUE(says(failure_of([&] { reader.signed_in(an, kNow); }), "readonly database"));
  Transaction transaction = stored.store->begin("a test");
  stored.store->set_sign_in(an, SignIn::kClosed);
  EXPECT_EQ(reader.profile(an)->sign_in, SignIn::kOpen);
  transaction.commit();
  EXPECT_EQ(reader.profile(an)->sign_in, SignIn::kClosed);
}

TEST(IdentityStore, AReaderNeedsAFileThatAWriterHasMade) {
  test::TempDir folder;
  EXPECT_TRUE(says(failure_of([&] { IdentityStore(folder.path() / "identity", Access::kRead); }), "unable to open"));
}

TEST(IdentityStore, ReadersAndTheWriterDoNotDisturbEachOther) {
  Stored stored;
  const ActorId an = stored.person("an");
  std::atomic<bool> stop{false};
  std::atomic<int> torn{0}, reads{0};
  const auto read = [&] {
    const IdentityStore reader = stored.reader();
    while (!stop) {
      const auto profile = reader.profile(an);
      torn += !profile || profile->name != profile->email;
      ++reads;
    }
  };
  Profile named = *stored.store->profile(an);
  named.name = named.email = "0";
  stored.store->set_names(named);
  std::thread first(read), second(read);
  for (int at = 1; at <= 200; ++at) {
    named.name = named.email = std::to_string(at);
    stored.store->set_names(named);
  }
  stop = true;
  first.join();
  second.join();
  EXPECT_EQ(torn, 0);
  EXPECT_GT(reads, 0);
}

TEST(IdentityStore, ATransactionThatIsNotCommittedLeavesNothing) {
  Stored stored;
  const ActorId an = stored.person("an");
  {
    Transaction outer = stored.store->begin("a test");
    stored.store->signed_in(an, kNow);
    Transaction inner = stored.store->begin("a test");
    stored.store->drop_password(an);
    inner.commit();
  }
  EXPECT_TRUE(stored.store->credential(an));
  EXPECT_FALSE(stored.store->profile(an)->last_signed_in);
}

TEST(IdentityStore, AProfileIsThereOnce) {
  Stored stored;
  Profile profile;
  profile.account = {"an"};
  profile.username = "bí.mật";
  stored.store->add_profile(profile);
  profile.account = {"binh"};
  const std::string failure = failure_of([&] { stored.store->add_profile(profile); });
  EXPECT_TRUE(says(failure, "adding a profile: UNIQUE constraint failed")) << failure;
  EXPECT_FALSE(says(failure, "mật")) << "names no value";
}

void overwrite(const std::filesystem::path& file, std::string_view bytes, std::streamoff at) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(at);
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

TEST(IdentityStore, AFileThatIsNoDatabaseIsRefused) {
  Stored stored;
  stored.store.reset();
  overwrite(stored.file(), "this is no database at all", 0);
  EXPECT_TRUE(says(failure_of([&] { stored.reopen(); }), "file is not a database"));
  EXPECT_TRUE(says(failure_of([&] { stored.reader(); }), "file is not a database"));
}

TEST(IdentityStore, ADamagedDatabaseIsRefused) {
  Stored stored;
  for (int at = 0; at < 30; ++at) stored.person("person" + std::to_string(at));
  stored.store.reset();
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(stored.file()));
  for (std::streamoff page = 4'096; page < size; page += 4'096)
    overwrite(stored.file(), std::string(256, '\x7f'), page);
  const std::string failure = failure_of([&] { stored.reopen(); });
  EXPECT_TRUE(says(failure, "malformed") || says(failure, "damaged")) << failure;
}

TEST(IdentityStore, AFileThatWasCutIsRefused) {
  Stored stored;
  stored.person("an");
  stored.store.reset();
  std::filesystem::resize_file(stored.file(), 3 * 4'096);
  const std::string failure = failure_of([&] { stored.reopen(); });
  EXPECT_TRUE(says(failure, "malformed") || says(failure, "damaged")) << failure;
}

TEST(IdentityStore, AnotherProgramsFileIsRefused) {
  Stored stored;
  stored.store.reset();
  std::filesystem::remove(stored.file());
  Database(stored.file(), Access::kWrite).run("CREATE TABLE theirs (x)", "a test");
  EXPECT_TRUE(says(failure_of([&] { stored.reopen(); }), "belongs to another program"));
}

TEST(IdentityStore, ANewerVersionsFileIsRefused) {
  Stored stored;
  stored.store.reset();
  Database(stored.file(), Access::kWrite).run("PRAGMA user_version = 99", "a test");
  const std::string failure = failure_of([&] { stored.reopen(); });
  EXPECT_TRUE(says(failure, "has schema 99, this program knows ")) << failure;
}

TEST(IdentityStore, AFolderInThePlaceOfTheFileIsRefused) {
  test::TempDir folder;
  std::filesystem::create_directories(folder.path() / "identity" / "identity.db");
  chmod((folder.path() / "identity").c_str(), 0700);
  EXPECT_TRUE(says(failure_of([&] { IdentityStore(folder.path() / "identity", Access::kWrite); }),
                   "the identity folder cannot be used"));
}

TEST(IdentityStore, AFullDatabaseSaysSoAndStaysWhole) {
  test::TempDir folder;
  const std::filesystem::path file = folder.path() / "full.db";
  const Database database(file, Access::kWrite);
  database.run("CREATE TABLE rows (text TEXT NOT NULL) STRICT", "a test");
  database.run("PRAGMA max_page_count = 4", "a test");
  const std::string row(3'000, 'x');
  const std::string failure = failure_of([&] {
    Transaction transaction(database, "filling it");
    for (int at = 0; at < 10; ++at) database.prepare("INSERT INTO rows VALUES (?1)", "filling it").bind(row).run();
    transaction.commit();
  });
  EXPECT_EQ(failure, "identity database, filling it: database or disk is full");
  Statement count = database.prepare("SELECT count(*) FROM rows", "counting");
  ASSERT_TRUE(count.step());
  EXPECT_EQ(count.integer(0), 0);
}

TEST(IdentityStore, AValueOfTwoMegabytesIsRefused) {
  Stored stored;
  const ActorId an = stored.person("an");
  EXPECT_TRUE(says(failure_of([&] { stored.store->set_password(an, std::string(2 << 20, 'x'), kNow); }), "too big"));
}

}  // namespace
}  // namespace luuvet::server
