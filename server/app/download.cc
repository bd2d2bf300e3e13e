#include "server/app/download.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "server/files/file_name.h"
#include "server/log/files.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kPieceBytes = 256 * 1024;

class FileSource final : public api::BodySource {
 public:
  FileSource(const Desk& desk, FileDescriptor file, api::ByteRange part, std::shared_ptr<void> slot)
      : desk_(desk),
        file_(std::make_shared<FileDescriptor>(std::move(file))),
        part_(part),
        at_(part.first),
        slot_(std::move(slot)) {}

  std::uint64_t size() const override { return part_.length; }
  void next(std::function<void(std::optional<std::string>&&)> then) override {
    const std::uint64_t at = at_;
    const std::uint64_t left = part_.first + part_.length - at_;
    const std::size_t length = static_cast<std::size_t>(std::min<std::uint64_t>(kPieceBytes, left));
    at_ += length;
    const bool taken = desk_.in_background([file = file_, at, length, then] {
      auto piece = std::make_shared<std::optional<std::string>>(read(*file, at, length));
      return [then, piece] { then(std::move(*piece)); };
    });
    if (!taken) then(std::nullopt);
  }

 private:
  static std::optional<std::string> read(const FileDescriptor& file, std::uint64_t at, std::size_t length) {
    std::string piece(length, '\0');
    const ssize_t got = pread(file.get(), piece.data(), length, static_cast<off_t>(at));
    return got == static_cast<ssize_t>(length) ? std::optional(std::move(piece)) : std::nullopt;
  }

  const Desk& desk_;
  const std::shared_ptr<FileDescriptor> file_;
  const api::ByteRange part_;
  std::uint64_t at_;
  const std::shared_ptr<void> slot_;
};

std::string content_range(const api::ByteRange& part, std::uint64_t size) {
  const std::uint64_t last = part.first + part.length - 1;
  return "bytes " + std::to_string(part.first) + '-' + std::to_string(last) + '/' + std::to_string(size);
}

}  // namespace

// The bytes never change under their digest.
std::string etag_of(const StoredFile& file) {
  return '"' + file.digest + '"';
}

api::Reply download_reply(const Desk& desk, const std::filesystem::path& path, const StoredFile& file,
                          std::optional<api::ByteRange> part, bool shown_inline, std::shared_ptr<void> slot) {
  FileDescriptor open = open_file(path, O_RDONLY | O_NOFOLLOW);
  struct stat found {};
  if (fstat(open.get(), &found) != 0 || static_cast<std::uint64_t>(found.st_size) != file.size)
    throw std::runtime_error(path.string() + " has another size than was brought");
  api::Reply reply;
  reply.headers = {{"Content-Type", file.media_type},
                   {"Content-Disposition", disposition_of(shown_inline ? "inline" : "attachment", file.name)},
                   {"Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'"},
                   {"Cache-Control", "no-store"},
                   {"Accept-Ranges", "bytes"},
                   {"ETag", etag_of(file)}};
  if (part) {
    reply.status = 206;
    reply.headers.push_back({"Content-Range", content_range(*part, file.size)});
  }
  const api::ByteRange sent = part.value_or(api::ByteRange{0, file.size});
  reply.source = std::make_shared<FileSource>(desk, std::move(open), sent, std::move(slot));
  return reply;
}

}  // namespace luuvet::server
