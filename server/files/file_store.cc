#include "server/files/file_store.h"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <unordered_set>
#include <utility>

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kShardDigits = 2;
constexpr mode_t kFolderMode = 0700;

fs::path incoming_folder(const fs::path& folder) {
  return folder / "tmp";
}

bool is_hex(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool is_shard(const fs::directory_entry& entry) {
  const std::string name = entry.path().filename().string();
  return entry.is_directory() && name.size() == kShardDigits && is_hex(name);
}

[[noreturn]] void fail(const fs::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace

std::string new_file_id() {
  std::array<unsigned char, kIdDigits / 2> bits;
  randombytes_buf(bits.data(), bits.size());
  std::string id(kIdDigits + 1, '\0');
  sodium_bin2hex(id.data(), id.size(), bits.data(), bits.size());
  id.pop_back();
  return id;
}

bool is_file_id(std::string_view text) {
  return text.size() == kIdDigits && is_hex(text);
}

fs::path file_path(const fs::path& folder, const std::string& id) {
  return folder / id.substr(0, kShardDigits) / id;
}

std::string digest_of_file(const fs::path& path) {
  if (!fs::exists(path)) return {};
  const FileDescriptor file = open_file(path, O_RDONLY);
  Sha256 digest;
  std::string piece(1 << 20, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = pread(file.get(), piece.data(), piece.size(), at);
    if (got < 0) fail(path);
    if (got == 0) return digest.hex();
    digest.add(std::string_view(piece).substr(0, static_cast<std::size_t>(got)));
    at += got;
  }
}

FileStore::FileStore(fs::path folder) : folder_(std::move(folder)) {
  make_folder(folder_, kFolderMode);
  make_folder(incoming_folder(folder_), kFolderMode);
  for (const auto& entry : fs::directory_iterator(incoming_folder(folder_))) fs::remove(entry.path());
}

void FileStore::keep_only(const std::vector<StoredFile>& kept) {
  std::unordered_set<std::string> ids;
  for (const StoredFile& file : kept) {
    known_.insert_or_assign(file.digest, file.id);
    ids.insert(file.id);
  }
  for (const auto& shard : fs::directory_iterator(folder_)) {
    if (!is_shard(shard)) continue;
    for (const auto& entry : fs::directory_iterator(shard.path())) {
      const std::string name = entry.path().filename().string();
      if (is_file_id(name) && !ids.contains(name)) fs::remove(entry.path());
    }
  }
}

std::unique_ptr<IncomingFile> FileStore::begin() const {
  return std::make_unique<IncomingFile>(incoming_folder(folder_) / new_file_id());
}

std::string FileStore::keep(const IncomingFile& incoming, const std::string& digest) {
  const std::string id = new_file_id();
  const fs::path path = path_of(id);
  make_folder(path.parent_path(), kFolderMode);
  if (!share(digest, path) && link(incoming.path().c_str(), path.c_str()) != 0) fail(path);
  sync_folder(path.parent_path());
  known_.insert_or_assign(digest, id);
  return id;
}

// Bytes that went, or that are no longer what they were, are not passed on.
bool FileStore::share(const std::string& digest, const fs::path& path) const {
  const auto known = known_.find(digest);
  if (known == known_.end()) return false;
  const fs::path there = path_of(known->second);
  return digest_of_file(there) == digest && link(there.c_str(), path.c_str()) == 0;
}

fs::path FileStore::path_of(const std::string& id) const {
  return file_path(folder_, id);
}

void FileStore::remove(const std::string& id) const {
  std::error_code gone;
  if (fs::remove(path_of(id), gone)) sync_folder(path_of(id).parent_path());
}

}  // namespace luuvet::server
