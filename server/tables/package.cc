#include "server/tables/package.h"

#include <zip.h>

#include <algorithm>
#include <array>

namespace luuvet::server {
namespace {

constexpr std::size_t kRatioFrom = 1024 * 1024;  // small parts may be all blanks

TableFault damaged() {
  return {{"Tệp hỏng hoặc không phải là tệp Word (.docx), Excel (.xlsx).",
           "The file is damaged, or is no Word (.docx) or Excel (.xlsx) file."}};
}

TableFault too_large() {
  return {{"Tệp giải nén ra quá lớn.", "The file unpacks to too much."}};
}

TableFault locked() {
  return {{"Tệp có mật khẩu hoặc ở định dạng cũ (.doc, .xls); xin lưu lại thành .docx hoặc .xlsx không đặt mật khẩu.",
           "The file has a password or an old format (.doc, .xls): save it as .docx or .xlsx without a password."}};
}

TableFault has_macros() {
  return {{"Tệp có chứa macro; xin lưu lại thành .docx hoặc .xlsx không có macro.",
           "The file holds macros: save it as .docx or .xlsx without them."}};
}

bool is_macro(std::string_view name) {
  return name.ends_with("vbaProject.bin") || name.ends_with("vbaData.xml") || name.find("macrosheets/") != name.npos;
}

}  // namespace

Package::Package(std::string_view bytes, const TableLimits& limits) : limits_(limits) {
  if (bytes.size() > limits.file_bytes) throw TableFault{{"Tệp quá lớn.", "The file is too large."}};
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) throw locked();
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (source && !zip_) zip_source_free(source);
  zip_error_fini(&error);
  if (!zip_) throw damaged();
  try {
    look_at_entries();
  } catch (...) {
    zip_discard(zip_);
    throw;
  }
}

Package::~Package() {
  zip_discard(zip_);
}

void Package::look_at_entries() {
  const zip_int64_t entries = zip_get_num_entries(zip_, 0);
  if (entries < 0 || static_cast<std::size_t>(entries) > limits_.entries) throw too_large();
  for (zip_uint64_t at = 0; at < static_cast<zip_uint64_t>(entries); ++at) {
    zip_stat_t stat;
    if (zip_stat_index(zip_, at, 0, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME)) throw damaged();
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) throw locked();
    if (is_macro(stat.name)) throw has_macros();
    const bool bomb = stat.size > kRatioFrom && stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > limits_.ratio;
    if (bomb || stat.size > limits_.unpacked_bytes) throw too_large();
    parts_.insert(stat.name);
  }
}

// What the directory says may be a lie: what really comes out counts.
void Package::count(std::size_t unpacked) {
  unpacked_ += unpacked;
  if (unpacked_ > limits_.unpacked_bytes) throw too_large();
}

void Package::read(const std::string& part, const std::function<void(std::string_view, bool)>& take) {
  const std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(zip_fopen(zip_, part.c_str(), 0), &zip_fclose);
  if (!file) throw damaged();
  std::array<char, 64 * 1024> piece;
  for (;;) {
    const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) throw damaged();
    count(static_cast<std::size_t>(got));
    take({piece.data(), static_cast<std::size_t>(got)}, got == 0);
    if (got == 0) return;
  }
}

}  // namespace luuvet::server
