#include "server/identity/identity_store.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "server/identity/schema.h"

namespace luuvet::server {
namespace {

std::filesystem::path database_file(const std::filesystem::path& folder) {
  return folder / "identity.db";
}

void require_private(const std::filesystem::path& folder) {
  struct stat status {};
  if (stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
    throw IdentityFailure(folder.string() + " is no folder");
  if ((status.st_mode & 077) != 0)
    throw IdentityFailure("others may read the identity folder " + folder.string() + ": its mode must be 0700");
}

// SQLite gives the files beside the database (-wal, -shm) its mode.
void make_private_file(const std::filesystem::path& file) {
  const FileDescriptor made = open_file(file, O_RDWR | O_CREAT);
  if (fchmod(made.get(), 0600) != 0) throw IdentityFailure("the mode of " + file.string() + " cannot be set to 0600");
}

std::optional<FileDescriptor> prepare(const std::filesystem::path& folder, Access access) try {
  if (access == Access::kRead) return std::nullopt;
  make_folder(folder, 0700);
  require_private(folder);
  FileDescriptor lock = open_file(folder / "lock", O_RDWR | O_CREAT);
  if (flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
    throw IdentityFailure("another process works on " + database_file(folder).string());
  make_private_file(database_file(folder));
  return lock;
} catch (const std::system_error& error) {
  throw IdentityFailure(std::string("the identity folder cannot be used: ") + error.what());
}

}  // namespace

IdentityStore::IdentityStore(const std::filesystem::path& folder, Access access)
    : lock_(prepare(folder, access)), database_(database_file(folder), access) {
  access == Access::kWrite ? migrate(database_) : require_newest(database_);
}

}  // namespace luuvet::server
