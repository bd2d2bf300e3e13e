// CSV, and which column of a treasury file means what.
#include <algorithm>
#include <array>

#include "domain/base/fold.h"
#include "server/treasury/extract_rows.h"

#include "api/text.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kHeadSearchRows = 25;
constexpr std::size_t kCsvCellsMax = 2'000'000;
constexpr std::string_view kBom = "\xef\xbb\xbf";

struct HeadWords {
  std::string_view folded;  // the head has these words
  ExtractField field;
};

// The first that fits counts ("Lũy kế đến ngày ..." is an amount); each field is taken once, by the column furthest
// left.
constexpr std::array kHeadWords = {HeadWords{"ma du an", ExtractField::kCode},
                                   HeadWords{"ma dvqhns", ExtractField::kCode},
                                   HeadWords{"ma so du an", ExtractField::kCode},
                                   HeadWords{"ma don vi", ExtractField::kCode},
                                   HeadWords{"ma nguon", ExtractField::kFundingSource},
                                   HeadWords{"nguon", ExtractField::kFundingSource},
                                   HeadWords{"nien do", ExtractField::kBudgetYear},
                                   HeadWords{"nam ngan sach", ExtractField::kBudgetYear},
                                   HeadWords{"nam kh", ExtractField::kBudgetYear},
                                   HeadWords{"so chung tu", ExtractField::kVoucher},
                                   HeadWords{"so ct", ExtractField::kVoucher},
                                   HeadWords{"luy ke", ExtractField::kAmount},
                                   HeadWords{"ngay", ExtractField::kPaidOn},
                                   HeadWords{"loai", ExtractField::kKind},
                                   HeadWords{"hinh thuc", ExtractField::kKind},
                                   HeadWords{"so tien", ExtractField::kAmount},
                                   HeadWords{"giai ngan", ExtractField::kAmount},
                                   HeadWords{"thanh toan", ExtractField::kAmount},
                                   HeadWords{"noi dung", ExtractField::kText},
                                   HeadWords{"ten du an", ExtractField::kText},
                                   HeadWords{"dien giai", ExtractField::kText},
                                   HeadWords{"chu dau tu", ExtractField::kText}};

std::optional<ExtractField> field_of(const std::string& head) {
  const std::string padded = " " + fold(head) + " ";
  for (const HeadWords& words : kHeadWords)
    if (padded.find(" " + std::string(words.folded) + " ") != std::string::npos) return words.field;
  return std::nullopt;
}

bool has(const std::vector<ExtractColumn>& columns, ExtractField field) {
  return std::ranges::find(columns, field, &ExtractColumn::field) != columns.end();
}

std::vector<ExtractColumn> columns_of(const std::vector<TableCell>& head) {
  std::vector<ExtractColumn> columns;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const auto field = head[at].merged ? std::nullopt : field_of(head[at].text);
    if (field && !has(columns, *field)) columns.push_back({static_cast<std::int64_t>(at), *field});
  }
  return columns;
}

// A head of several rows: columns merged downwards say the same again.
std::size_t head_rows_from(const Table& table, const ExtractTableUse& use) {
  const auto code = std::ranges::find(use.columns, ExtractField::kCode, &ExtractColumn::field);
  const auto at = static_cast<std::size_t>(code->column);
  const std::string& head = table.rows[use.head_rows - 1][at].text;
  const auto repeats = [&](const std::vector<TableCell>& row) {
    return at < row.size() && row[at].merged && row[at].text == head;
  };
  std::size_t rows = use.head_rows;
  while (rows < table.rows.size() && repeats(table.rows[rows])) ++rows;
  return rows;
}

// --- CSV ---

// That of the head: of the first line that has two of one kind, or as many as the line before it that had one. Titles
// above the head have few.
char separator_of(std::string_view bytes) {
  char best = ';';
  std::ptrdiff_t most = 0;
  for (std::size_t line = 0; line < kHeadSearchRows && !bytes.empty() && most < 2; ++line) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    const std::string_view text = bytes.substr(0, end);
    if (most > 0 && std::ranges::count(text, best) >= most) break;
    for (const char each : {';', ',', '\t'}) {
      const std::ptrdiff_t count = std::ranges::count(text, each);
      if (count > most) best = each, most = count;
    }
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return best;
}

// RFC 4180: quoted cells may hold separators, line ends and doubled quotes.
class CsvReader {
 public:
  CsvReader(std::string_view bytes, const TableLimits& limits)
      : bytes_(bytes), separator_(separator_of(bytes)), limits_(limits) {}

  std::vector<std::vector<TableCell>> rows() {
    while (at_ < bytes_.size()) {
      rows_.emplace_back();
      if (rows_.size() > limits_.rows) throw TableFault{{"Tệp có quá nhiều dòng.", "The file has too many rows."}};
      read_row();
    }
    return std::move(rows_);
  }

 private:
  void read_row() {
    while (true) {
      add_cell(at_ < bytes_.size() && bytes_[at_] == '"' ? quoted() : plain());
      if (at_ >= bytes_.size()) return;
      const char end = bytes_[at_++];
      if (end == separator_) continue;
      if (end == '\r' && at_ < bytes_.size() && bytes_[at_] == '\n') ++at_;
      return;
    }
  }
  std::string plain() {
    const std::size_t from = at_;
    while (at_ < bytes_.size() && bytes_[at_] != separator_ && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
    return std::string(bytes_.substr(from, at_ - from));
  }
  std::string quoted() {
    std::string text;
    for (++at_; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] != '"') {
        text += bytes_[at_];
      } else if (at_ + 1 < bytes_.size() && bytes_[at_ + 1] == '"') {
        text += bytes_[at_++];
      } else {
        ++at_;
        break;
      }
    }
    return text + plain();
  }
  void add_cell(std::string text) {
    if (++cells_ > kCsvCellsMax) throw TableFault{{"Tệp có quá nhiều ô.", "The file has too many cells."}};
    if (rows_.back().size() >= limits_.columns)
      throw TableFault{{"Tệp có quá nhiều cột.", "The file has too many columns."}};
    if (text.size() > limits_.cell_bytes) throw TableFault{{"Một ô quá dài.", "A cell is too long."}};
    if (api::normalise(text) != api::TextFault::kNone)
      throw TableFault{{"Tệp CSV phải ở mã UTF-8, không có ký tự điều khiển.",
                        "A CSV file is in UTF-8, without control characters."}};
    TableCell cell;
    cell.text = std::move(text);
    rows_.back().push_back(std::move(cell));
  }

  const std::string_view bytes_;
  const char separator_;
  const TableLimits& limits_;
  std::size_t at_ = 0;
  std::size_t cells_ = 0;
  std::vector<std::vector<TableCell>> rows_;
};

bool is_package(std::string_view bytes) {
  return bytes.starts_with("PK");
}

}  // namespace

std::variant<TablesRead, Message> read_extract(std::string_view bytes) {
  if (is_package(bytes)) return read_tables(bytes);
  if (bytes.find('\0') != std::string_view::npos)
    return Message{"Chỉ nhận tệp Excel (.xlsx) hoặc CSV.", "Only Excel (.xlsx) and CSV files are taken."};
  if (bytes.starts_with(kBom)) bytes.remove_prefix(kBom.size());
  const TableLimits limits;
  try {
    TablesRead read;
    read.tables.push_back({"CSV", CsvReader(bytes, limits).rows()});
    if (read.tables.front().rows.empty()) return Message{"Tệp không có dòng nào.", "The file has no row."};
    return read;
  } catch (const TableFault& fault) {
    return fault.detail;
  }
}

std::optional<ExtractTableUse> propose_columns(const Table& table) {
  std::optional<ExtractTableUse> best;
  for (std::size_t row = 0; row < std::min(table.rows.size(), kHeadSearchRows); ++row) {
    ExtractTableUse use{row + 1, columns_of(table.rows[row])};
    if (!has(use.columns, ExtractField::kCode) || !has(use.columns, ExtractField::kAmount)) continue;
    if (!best || use.columns.size() > best->columns.size()) best = std::move(use);
  }
  if (best) best->head_rows = head_rows_from(table, *best);
  return best;
}

std::string extract_head_key(const Table& table, std::size_t head_rows) {
  std::string key;
  if (head_rows == 0 || head_rows > table.rows.size()) return key;
  for (const TableCell& cell : table.rows[head_rows - 1]) key += fold(cell.text) + "|";
  return key;
}

}  // namespace luuvet::server
