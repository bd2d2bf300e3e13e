// What a file is, by its content, and whether that may be brought here at all.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server {

struct FileType {
  std::string_view media_type;
  std::vector<std::string_view> extensions;  // the usual one first
  bool shown_inline = false;                 // a browser shows it without running anything
};

// All that may be brought: PDF, DOCX, XLSX, PPTX, ODT, ODS, PNG, JPEG, plain text and CSV.
const std::vector<FileType>& file_types();
const FileType* file_type(std::string_view media_type);  // null: not among them

// One thread. Throws std::runtime_error if the system's description of types cannot be read.
class FileTypes {
 public:
  FileTypes();
  ~FileTypes();

  // None where it is none of file_types(): also what holds macros or a password. `name` tells CSV from other text.
  const FileType* look_at(const std::filesystem::path& path, std::string_view name) const;

 private:
  struct Magic;
  std::unique_ptr<Magic> magic_;
};

}  // namespace luuvet::server
