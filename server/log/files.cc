#include "server/log/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace luuvet::server {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

}  // namespace

FileDescriptor& FileDescriptor::operator=(FileDescriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) close(fd_);
}

FileDescriptor open_file(const std::filesystem::path& path, int flags) {
  const int fd = open(path.c_str(), flags | O_CLOEXEC, 0600);
  if (fd < 0) fail(path);
  return FileDescriptor(fd);
}

std::optional<std::string> read_file(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  const FileDescriptor file = open_file(path, O_RDONLY);
  std::string bytes(std::filesystem::file_size(path), '\0');
  const ssize_t got = pread(file.get(), bytes.data(), bytes.size(), 0);
  if (got < 0) fail(path);
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

void write_at(const FileDescriptor& file, std::string_view bytes, off_t offset) {
  while (!bytes.empty()) {
    const ssize_t written = pwrite(file.get(), bytes.data(), bytes.size(), offset);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw std::system_error(errno, std::generic_category(), "write");
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += written;
  }
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::filesystem::path draft = path;
  draft += ".new";
  {
    const FileDescriptor file = open_file(draft, O_WRONLY | O_CREAT | O_TRUNC);
    write_at(file, bytes, 0);
    if (fsync(file.get()) != 0) fail(draft);
  }
  std::filesystem::rename(draft, path);
  sync_folder(path.parent_path());
}

void make_folder(const std::filesystem::path& folder, mode_t mode) {
  std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();  // "data/" is "data"
  if (std::filesystem::exists(whole)) return;
  make_folder(whole.parent_path());
  if (mkdir(whole.c_str(), mode) != 0) fail(whole);
  sync_folder(whole.parent_path());
}

void sync_folder(const std::filesystem::path& folder) {
  const FileDescriptor file = open_file(folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY);
  if (fsync(file.get()) != 0) fail(folder);
}

}  // namespace luuvet::server
