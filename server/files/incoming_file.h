// Bytes while they come: a file of a name of its own among the temporary ones, which goes with this object unless it
// was kept. One thread at a time. Errors are std::system_error.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "server/files/sha256.h"
#include "server/log/files.h"

namespace luuvet::server {

class IncomingFile {
 public:
  explicit IncomingFile(std::filesystem::path path);
  ~IncomingFile();
  IncomingFile(const IncomingFile&) = delete;
  IncomingFile& operator=(const IncomingFile&) = delete;

  void write(std::string_view bytes);
  // Durable, of this digest; nothing is written any more.
  std::string finish();

  const std::filesystem::path& path() const { return path_; }
  std::uint64_t size() const { return size_; }

 private:
  const std::filesystem::path path_;
  FileDescriptor file_;
  Sha256 digest_;
  std::uint64_t size_ = 0;
};

}  // namespace luuvet::server
