#include "server/files/file_check.h"

#include "api/record_codec.h"
#include "server/files/file_store.h"

namespace luuvet::server {
namespace {

const StoredFile* file_of(const Event& event) {
  if (const auto* registered = std::get_if<DocumentRegistered>(&event))
    return registered->open && registered->open->file ? &*registered->open->file : nullptr;
  const auto* amended = std::get_if<DocumentAmended>(&event);
  return amended && amended->open && amended->open->file ? &*amended->open->file : nullptr;
}

std::optional<std::string> fault_of(const StoredFile& file, const std::filesystem::path& folder) {
  const std::filesystem::path path = file_path(folder, file.id);
  if (!std::filesystem::exists(path)) return "its file " + path.string() + " is missing";
  if (digest_of_file(path) != file.digest) return "its file " + path.string() + " is not what was brought";
  return std::nullopt;
}

}  // namespace

FileReport check_files(const EventLog& log, const std::filesystem::path& folder) {
  FileReport report;
  api::RecordDecoder decoder;
  scan(log, 0, log.head(), [&](Sequence sequence, std::string_view bytes) {
    if (bytes.find("\"vn.luuvet.document.") == std::string_view::npos) return true;
    const auto record = decoder.decode(bytes);
    const StoredFile* file = record ? file_of(record.value().recorded.event) : nullptr;
    if (!file) return true;
    ++report.files;
    report.bytes += file->size;
    report.wrong = fault_of(*file, folder);
    if (report.wrong) report.wrong = "record " + std::to_string(sequence) + ": " + *report.wrong;
    return !report.wrong.has_value();
  });
  return report;
}

}  // namespace luuvet::server
