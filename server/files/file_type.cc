#include "server/files/file_type.h"

#include <magic.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "api/http/http_message.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kPlain = "text/plain";
constexpr std::string_view kCsv = "text/csv";
constexpr unsigned kEntriesMax = 10'000;  // of one package

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Zip = std::unique_ptr<zip_t, ZipCloser>;

bool has(const Zip& archive, const char* name, zip_flags_t how = 0) {
  return zip_name_locate(archive.get(), name, how) >= 0;
}

// Open Document says what it is in its first entry.
std::string open_document_type(const Zip& archive) {
  zip_file_t* entry = zip_fopen(archive.get(), "mimetype", 0);
  if (!entry) return {};
  std::array<char, 128> text;
  const zip_int64_t got = zip_fread(entry, text.data(), text.size());
  zip_fclose(entry);
  return got > 0 ? std::string(text.data(), static_cast<std::size_t>(got)) : std::string();
}

// How many entries the end of the archive announces (APPNOTE 4.3.16): before the library makes room for each. Those
// with 64-bit counts are none of ours.
bool has_few_entries(const std::filesystem::path& path) {
  constexpr std::size_t kEndBytes = 22, kCommentMax = 65'535;
  const std::uintmax_t size = std::filesystem::file_size(path);
  const std::size_t length = static_cast<std::size_t>(std::min<std::uintmax_t>(size, kEndBytes + kCommentMax));
  std::string tail(length, '\0');
  std::ifstream file(path, std::ios::binary);
  file.seekg(static_cast<std::streamoff>(size - length));
  file.read(tail.data(), static_cast<std::streamsize>(length));
  const std::size_t at = tail.rfind("PK\5\6");
  if (!file || at == std::string::npos || at + kEndBytes > tail.size()) return false;
  const auto byte = [&](std::size_t offset) { return static_cast<unsigned char>(tail[at + offset]); };
  const unsigned count = byte(10) + byte(11) * 256U;
  return count <= kEntriesMax;
}

// Packages are told apart by their parts, in whatever order they stand. Empty: none that is known, or with macros.
std::string package_type(const std::filesystem::path& path) {
  if (!has_few_entries(path)) return {};
  int error = 0;
  const Zip archive(zip_open(path.c_str(), ZIP_RDONLY, &error));
  if (!archive || has(archive, "vbaProject.bin", ZIP_FL_NOCASE | ZIP_FL_NODIR)) return {};
  if (!has(archive, "[Content_Types].xml")) return open_document_type(archive);
  const std::string office = "application/vnd.openxmlformats-officedocument.";
  if (has(archive, "word/document.xml")) return office + "wordprocessingml.document";
  if (has(archive, "xl/workbook.xml")) return office + "spreadsheetml.sheet";
  if (has(archive, "ppt/presentation.xml")) return office + "presentationml.presentation";
  return {};
}

bool is_package(std::string_view found) {
  return found == "application/zip" || found == "application/octet-stream" ||
         found.starts_with("application/vnd.openxmlformats-officedocument") ||
         found.starts_with("application/vnd.oasis.opendocument");
}

bool is_named(std::string_view name, std::string_view extension) {
  const std::size_t dot = name.rfind('.');
  return dot != std::string_view::npos && api::same_ignoring_case(name.substr(dot + 1), extension);
}

}  // namespace

const std::vector<FileType>& file_types() {
  static const std::vector<FileType> types = {
      {"application/pdf", {"pdf"}, true},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"docx"}},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"xlsx"}},
      {"application/vnd.openxmlformats-officedocument.presentationml.presentation", {"pptx"}},
      {"application/vnd.oasis.opendocument.text", {"odt"}},
      {"application/vnd.oasis.opendocument.spreadsheet", {"ods"}},
      {"image/png", {"png"}, true},
      {"image/jpeg", {"jpg", "jpeg"}, true},
      {kPlain, {"txt"}},
      {kCsv, {"csv"}},
  };
  return types;
}

const FileType* file_type(std::string_view media_type) {
  const auto found = std::ranges::find(file_types(), media_type, &FileType::media_type);
  return found == file_types().end() ? nullptr : &*found;
}

struct FileTypes::Magic {
  magic_t cookie = magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS);
  ~Magic() {
    if (cookie) magic_close(cookie);
  }
};

FileTypes::FileTypes() : magic_(std::make_unique<Magic>()) {
  if (!magic_->cookie || magic_load(magic_->cookie, nullptr) != 0)
    throw std::runtime_error("libmagic has no description of file types");
}
FileTypes::~FileTypes() = default;

const FileType* FileTypes::look_at(const std::filesystem::path& path, std::string_view name) const {
  const char* found = magic_file(magic_->cookie, path.c_str());
  std::string type = found ? found : "";
  if (is_package(type)) type = package_type(path);
  if (type == kPlain || type == kCsv) type = is_named(name, "csv") ? kCsv : kPlain;
  return file_type(type);
}

}  // namespace luuvet::server
