#include "server/files/incoming_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace luuvet::server {

IncomingFile::IncomingFile(std::filesystem::path path)
    : path_(std::move(path)), file_(open_file(path_, O_RDWR | O_CREAT | O_EXCL)) {}

IncomingFile::~IncomingFile() {
  unlink(path_.c_str());  // where it was kept, its bytes have another name
}

void IncomingFile::write(std::string_view bytes) {
  write_at(file_, bytes, static_cast<off_t>(size_));
  digest_.add(bytes);
  size_ += bytes.size();
}

std::string IncomingFile::finish() {
  if (fsync(file_.get()) != 0) throw std::system_error(errno, std::generic_category(), path_.string());
  return digest_.hex();
}

}  // namespace luuvet::server
