#include "server/tables/xlsx_writer.h"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <stdexcept>
#include <vector>

namespace luuvet::server {
namespace {

constexpr lxw_row_t kTitleRow = 0;
constexpr lxw_row_t kAboutRow = 1;
constexpr lxw_row_t kGroupRow = 2;
constexpr lxw_row_t kHeadRow = 3;
constexpr lxw_row_t kFirstRow = 4;
constexpr std::size_t kCellCharactersMax = 32'767;  // of Excel
constexpr std::uint8_t kPaperA4 = 9;
constexpr double kNumberMost = 999'999'999'999'999;  // 15 digits, as many as a spreadsheet keeps

// A file without a name: gone with the process, whatever happens.
class UnnamedFile {
 public:
  UnnamedFile() : fd_(memfd_create("luuvet-xlsx", MFD_CLOEXEC)) {
    if (fd_ < 0) throw std::runtime_error("xlsx: no memory for the file");
  }
  ~UnnamedFile() { ::close(fd_); }
  UnnamedFile(const UnnamedFile&) = delete;
  UnnamedFile& operator=(const UnnamedFile&) = delete;

  std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }
  std::string bytes() const {
    std::string all(static_cast<std::size_t>(::lseek(fd_, 0, SEEK_END)), '\0');
    for (std::size_t at = 0; at < all.size();) {
      const ssize_t got = ::pread(fd_, all.data() + at, all.size() - at, static_cast<off_t>(at));
      if (got <= 0) throw std::runtime_error("xlsx: the file cannot be read back");
      at += static_cast<std::size_t>(got);
    }
    return all;
  }

 private:
  int fd_;
};

struct Formats {
  lxw_format* title;
  lxw_format* head;
  lxw_format* text;
  lxw_format* whole;
  lxw_format* number;
  lxw_format* day;
};

lxw_format* cell_format(lxw_workbook* book, const char* number_format) {
  lxw_format* format = workbook_add_format(book);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  format_set_text_wrap(format);
  format_set_border(format, LXW_BORDER_HAIR);
  if (number_format) format_set_num_format(format, number_format);
  return format;
}

Formats formats_of(lxw_workbook* book) {
  Formats formats{};
  formats.title = workbook_add_format(book);
  format_set_bold(formats.title);
  format_set_font_size(formats.title, 14);
  formats.head = workbook_add_format(book);
  format_set_bold(formats.head);
  format_set_text_wrap(formats.head);
  format_set_align(formats.head, LXW_ALIGN_CENTER);
  format_set_align(formats.head, LXW_ALIGN_VERTICAL_CENTER);
  format_set_border(formats.head, LXW_BORDER_THIN);
  format_set_bg_color(formats.head, 0xE8EEF5);
  formats.text = cell_format(book, nullptr);
  formats.whole = cell_format(book, "#,##0");
  formats.number = cell_format(book, "#,##0.####");
  formats.day = cell_format(book, "dd/mm/yyyy");
  return formats;
}

class SheetWriter {
 public:
  SheetWriter(lxw_worksheet* sheet, const Formats& formats, api::Language language)
      : sheet_(sheet), formats_(formats), language_(language) {}

  void write(const api::Sheet& table, const SheetNote& note) {
    write_string(kTitleRow, 0, note.title, formats_.title);
    write_string(kAboutRow, 0, note.about, nullptr);
    const auto columns = static_cast<lxw_col_t>(table.columns.size());
    for (lxw_col_t at = 0; at < columns; ++at) worksheet_set_column(sheet_, at, at, table.columns[at].width, nullptr);
    write_groups(table.columns);
    for (lxw_col_t at = 0; at < columns; ++at) write_string(kHeadRow, at, in(table.columns[at].title), formats_.head);
    lxw_row_t row = kFirstRow;
    for (const auto& cells : table.rows) {
      for (lxw_col_t at = 0; at < columns; ++at) write_cell(row, at, cells[at], table.columns[at].entry);
      ++row;
    }
    const lxw_row_t last = table.rows.empty() ? kFirstRow : row - 1;
    for (lxw_col_t at = 0; at < columns; ++at) validate(at, last, table.columns[at].entry);
    set_up(columns, last);
  }

 private:
  const std::string& in(const Message& message) const { return api::in(language_, message); }

  void write_groups(const std::vector<api::Column>& columns) {
    for (std::size_t begin = 0; begin < columns.size();) {
      std::size_t end = begin + 1;
      const std::string& group = in(columns[begin].group);
      while (end < columns.size() && !group.empty() && in(columns[end].group) == group) ++end;
      const auto first = static_cast<lxw_col_t>(begin);
      if (end - begin > 1)
        worksheet_merge_range(sheet_, kGroupRow, first, kGroupRow, static_cast<lxw_col_t>(end - 1), group.c_str(),
                              formats_.head);
      else
        write_string(kGroupRow, first, group, formats_.head);
      begin = end;
    }
  }

  // Excel itself refuses what does not belong into the column.
  void validate(lxw_col_t column, lxw_row_t last, const api::ColumnEntry& entry) {
    static const Message kNumbersOnly = {"Cột này chỉ ghi số, ví dụ 37,6.", "Numbers alone belong here: 37.6."};
    static const Message kChoicesOnly = {"Xin chọn một mục trong danh sách.", "Choose one of the list."};
    if (!entry.number && entry.choices.empty()) return;
    std::string message = in(entry.number ? kNumbersOnly : kChoicesOnly);
    std::vector<std::string> words;
    for (const Message& each : entry.choices) words.push_back(in(each));
    std::vector<char*> choices;
    for (std::string& each : words) choices.push_back(each.data());
    choices.push_back(nullptr);
    lxw_data_validation rule = {};
    rule.error_message = message.data();
    rule.validate = entry.number ? LXW_VALIDATION_TYPE_DECIMAL : LXW_VALIDATION_TYPE_LIST;
    rule.criteria = entry.number ? LXW_VALIDATION_CRITERIA_BETWEEN : LXW_VALIDATION_CRITERIA_NONE;
    rule.minimum_number = -kNumberMost;
    rule.maximum_number = kNumberMost;
    rule.value_list = entry.number ? nullptr : choices.data();
    worksheet_data_validation_range(sheet_, kFirstRow, column, last, column, &rule);
  }

  void set_up(lxw_col_t columns, lxw_row_t last) {
    const auto last_column = static_cast<lxw_col_t>(columns - 1);
    worksheet_freeze_panes(sheet_, kFirstRow, 1);
    worksheet_autofilter(sheet_, kHeadRow, 0, last, last_column);
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, kPaperA4);
    worksheet_fit_to_pages(sheet_, 1, 0);
    worksheet_repeat_rows(sheet_, kGroupRow, kHeadRow);
    worksheet_set_footer(sheet_, "&L&A&R&P/&N");
  }

  // Always as text: what begins with "=" is no formula.
  void write_string(lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    const bool fits = text.size() <= kCellCharactersMax;
    static const Message kTooLong = {"(quá dài, xin xem trên hệ thống)", "(too long: see it in the system)"};
    worksheet_write_string(sheet_, row, column, fits ? text.c_str() : in(kTooLong).c_str(), format);
  }

  void write_cell(lxw_row_t row, lxw_col_t column, const api::Cell& cell, const api::ColumnEntry& entry) {
    if (const auto* text = std::get_if<std::string>(&cell)) return write_string(row, column, *text, formats_.text);
    if (const auto* words = std::get_if<Message>(&cell)) return write_string(row, column, in(*words), formats_.text);
    if (const auto* day = std::get_if<Date>(&cell)) {
      const CivilDate civil = civil_from_date(*day);
      lxw_datetime moment = {civil.year, civil.month, civil.day, 0, 0, 0.0};
      worksheet_write_datetime(sheet_, row, column, &moment, formats_.day);
      return;
    }
    if (const auto* whole = std::get_if<std::int64_t>(&cell))
      worksheet_write_number(sheet_, row, column, static_cast<double>(*whole), formats_.whole);
    else if (const auto* number = std::get_if<double>(&cell))
      worksheet_write_number(sheet_, row, column, *number, formats_.number);
    else
      worksheet_write_blank(sheet_, row, column, entry.number ? formats_.number : formats_.text);
  }

  lxw_worksheet* sheet_;
  const Formats& formats_;
  const api::Language language_;
};

}  // namespace

std::string write_xlsx(const api::Workbook& workbook, const SheetNote& note, api::Language language) {
  const UnnamedFile file;
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  const std::string path = file.path();
  lxw_workbook* book = workbook_new_opt(path.c_str(), &options);
  if (!book) throw std::runtime_error("xlsx: no memory for the workbook");
  const Formats formats = formats_of(book);
  for (const api::Sheet& table : workbook.sheets) {
    lxw_worksheet* sheet = workbook_add_worksheet(book, api::in(language, table.name).c_str());
    if (sheet) SheetWriter(sheet, formats, language).write(table, note);
  }
  if (const lxw_error error = workbook_close(book); error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("xlsx: ") + lxw_strerror(error));
  return file.bytes();
}

}  // namespace luuvet::server
