// Small files that must survive a crash whole. Errors are std::system_error that names the path.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace luuvet::server {

// An open file descriptor, closed when it dies.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  FileDescriptor(FileDescriptor&& other) noexcept : fd_(other.fd_) { other.fd_ = -1; }
  FileDescriptor& operator=(FileDescriptor&& other) noexcept;
  ~FileDescriptor();

  int get() const { return fd_; }

 private:
  int fd_;
};

// Opens with the flags of open(2), close-on-exec added; a file that it makes has mode 0600.
FileDescriptor open_file(const std::filesystem::path& path, int flags);

// Nothing if there is no such file.
std::optional<std::string> read_file(const std::filesystem::path& path);

// The file holds either what it held or `bytes`, whenever the power fails; mode 0600.
void write_file(const std::filesystem::path& path, std::string_view bytes);

// Makes the folder and those above it, as far as they are missing, durably. `mode` is the folder's own.
void make_folder(const std::filesystem::path& folder, mode_t mode = 0755);

// Makes the entries of the folder durable.
void sync_folder(const std::filesystem::path& folder);

void write_at(const FileDescriptor& file, std::string_view bytes, off_t offset);

}  // namespace luuvet::server
