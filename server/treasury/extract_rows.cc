#include "server/treasury/extract_rows.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "domain/base/fold.h"

namespace luuvet::server {
namespace {

const TableCell* cell_at(const std::vector<TableCell>& row, const ExtractTableUse& use, ExtractField field) {
  const auto column = std::ranges::find(use.columns, field, &ExtractColumn::field);
  if (column == use.columns.end() || column->column < 0) return nullptr;
  const auto at = static_cast<std::size_t>(column->column);
  return at < row.size() ? &row[at] : nullptr;
}

std::string text_at(const std::vector<TableCell>& row, const ExtractTableUse& use, ExtractField field) {
  const TableCell* cell = cell_at(row, use, field);
  if (!cell) return {};
  const auto first = cell->text.find_first_not_of(" \t\n");
  if (first == std::string::npos) return {};
  std::string text = cell->text.substr(first, cell->text.find_last_not_of(" \t\n") - first + 1);
  if (text.size() <= kFactBytesMax) return text;
  std::size_t end = kFactBytesMax;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // no half of a letter
  return text.substr(0, end);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// No fraction of a đồng: two zeros behind a mark that groups nothing.
void drop_fraction(std::string& text) {
  if (text.size() <= 3 || !(text.ends_with(",00") || text.ends_with(".00"))) return;
  const std::size_t whole = text.size() - 3;
  if (text.find(text[whole]) == whole) text.resize(whole);
}

// "1.250.000", "1,250,000.00", "1 250 000", "1250000": whole đồng only. Groups have three digits.
std::optional<Amount> amount_of_text(std::string text) {
  std::erase_if(text, [](char c) { return c == ' '; });
  drop_fraction(text);
  const char mark = text.find('.') != std::string::npos ? '.' : ',';
  std::string digits;
  std::size_t group = 0;
  bool grouped = false;
  for (const char c : text) {
    if (c == mark) {
      if (digits.empty() || (grouped ? group != 3 : group > 3)) return std::nullopt;
      grouped = true;
      group = 0;
    } else if (is_digit(c)) {
      digits += c;
      ++group;
    } else {
      return std::nullopt;
    }
  }
  if (digits.empty() || digits.size() > 16 || (grouped && group != 3)) return std::nullopt;
  return std::stoll(digits);
}

std::optional<Amount> amount_of(const TableCell& cell) {
  if (cell.percent) return std::nullopt;
  if (cell.number && !cell.day) {
    const double whole = std::round(*cell.number);
    if (whole != *cell.number || whole < 0 || whole > static_cast<double>(kAmountMax)) return std::nullopt;
    return static_cast<Amount>(whole);
  }
  return amount_of_text(cell.text);
}

// A day as spreadsheets count them, where a program has written the bare number: of the years that a budget can have.
std::optional<Date> day_of_serial(const std::string& text) {
  constexpr std::int32_t kEpoch = 25'569;  // 1970-01-01
  if (text.size() != 5 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  const Date day{std::stoi(text) - kEpoch};
  const std::int64_t year = civil_from_date(day).year;
  return year >= kBudgetYearFirst && year <= kBudgetYearLast ? std::optional(day) : std::nullopt;
}

// "15/04/2026", "2026-04-15", "15-4-2026", each also with a time behind; a serial number.
std::optional<Date> day_of_text(std::string text) {
  text.erase(std::min(text.find_first_of(" T"), text.size()));
  if (const auto day = day_of_serial(text)) return day;
  std::vector<int> parts;
  std::string digits;
  for (const char c : text + "/") {
    if (is_digit(c)) {
      digits += c;
    } else if (c == '/' || c == '-' || c == '.') {
      if (digits.empty() || digits.size() > 4) return std::nullopt;
      parts.push_back(std::stoi(digits));
      digits.clear();
    } else {
      return std::nullopt;
    }
  }
  if (parts.size() != 3) return std::nullopt;
  if (parts[0] < 100) std::swap(parts[0], parts[2]);
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return parse_date(std::to_string(parts[0]) + "-" + two(parts[1]) + "-" + two(parts[2]));
}

std::optional<PaymentKind> kind_of(const std::string& text) {
  const std::string folded = fold(text);
  const auto says = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
  if (says("thu hoi")) return PaymentKind::kAdvanceRecovery;
  if (says("tam ung")) return PaymentKind::kAdvance;
  if (says("nop tra") || says("giam chi")) return PaymentKind::kRepayment;
  if (folded.empty() || says("thanh toan") || says("thuc chi") || says("klht")) return PaymentKind::kPayment;
  return std::nullopt;
}

std::optional<FundingSource> source_of(const std::string& text) {
  const std::string folded = fold(text);
  const auto says = [&](std::string_view words) { return folded.find(words) != std::string::npos; };
  if (says("doanh nghiep") || says("xa hoi hoa")) return FundingSource::kPrivateAndOther;
  if (says("trung uong") || says("nstw")) return FundingSource::kCentralBudget;
  if (says("tinh") || says("nst")) return FundingSource::kProvincialBudget;
  if (says("xa") || says("nsx")) return FundingSource::kCommuneBudget;
  if (says("khac")) return FundingSource::kPrivateAndOther;
  return std::nullopt;
}

std::optional<std::int64_t> year_of(const std::string& text) {
  if (text.size() != 4 || !std::ranges::all_of(text, is_digit)) return std::nullopt;
  return std::stoll(text);
}

class LineReader {
 public:
  LineReader(const ExtractTableUse& use, const ExtractSettings& settings) : use_(use), settings_(settings) {}

  ExtractLine read(const std::vector<TableCell>& row, std::size_t at) {
    ExtractLine line;
    line.fact.row = static_cast<std::int64_t>(at);
    line.fact.code = text_at(row, use_, ExtractField::kCode);
    if (line.fact.code.empty()) fault(line, "Thiếu mã dự án.", "The code of the project is missing.");
    line.fact.text = text_at(row, use_, ExtractField::kText);
    if (std::string voucher = text_at(row, use_, ExtractField::kVoucher); !voucher.empty())
      line.fact.voucher = std::move(voucher);
    read_amount(row, line);
    read_day(row, line);
    read_place(row, line);
    if (settings_.profile == ExtractProfile::kVouchers) read_kind(row, line);
    return line;
  }

 private:
  static void fault(ExtractLine& line, std::string vi, std::string en) {
    if (!line.fault) line.fault = Message{std::move(vi), std::move(en)};
  }

  void read_amount(const std::vector<TableCell>& row, ExtractLine& line) const {
    const TableCell* cell = cell_at(row, use_, ExtractField::kAmount);
    const auto amount = cell ? amount_of(*cell) : std::nullopt;
    const bool zero_counts = settings_.profile == ExtractProfile::kCumulative;
    if (!amount || *amount > kAmountMax || (*amount == 0 && !zero_counts))
      return fault(line, "Số tiền không đọc được; cần số nguyên đồng.", "The amount is not one in whole đồng.");
    line.fact.amount = *amount;
  }
  void read_day(const std::vector<TableCell>& row, ExtractLine& line) const {
    if (settings_.profile == ExtractProfile::kCumulative) {
      if (settings_.as_at) line.fact.paid_on = *settings_.as_at;
      return;
    }
    const TableCell* cell = cell_at(row, use_, ExtractField::kPaidOn);
    const auto day = !cell       ? std::nullopt
                     : cell->day ? cell->day
                                 : day_of_text(text_at(row, use_, ExtractField::kPaidOn));
    if (!day) return fault(line, "Ngày thanh toán không đọc được.", "The day cannot be read.");
    line.fact.paid_on = *day;
  }
  void read_place(const std::vector<TableCell>& row, ExtractLine& line) const {
    line.budget_year = settings_.budget_year;
    line.funding_source = settings_.funding_source;
    if (const std::string text = text_at(row, use_, ExtractField::kBudgetYear); !text.empty()) {
      line.budget_year = year_of(text);
      if (!line.budget_year) fault(line, "Niên độ không đọc được.", "The budget year cannot be read.");
    }
    if (const std::string text = text_at(row, use_, ExtractField::kFundingSource); !text.empty()) {
      if (const auto source = source_of(text)) line.funding_source = source;
      if (!line.funding_source) fault(line, "Nguồn vốn không đọc được.", "The source of funds cannot be read.");
    }
  }
  void read_kind(const std::vector<TableCell>& row, ExtractLine& line) const {
    line.fact.kind = kind_of(text_at(row, use_, ExtractField::kKind));
    if (line.fact.kind) return;
    line.fact.kind = PaymentKind::kPayment;
    fault(line, "Loại thanh toán không rõ.", "The kind of payment is not known.");
  }

  const ExtractTableUse& use_;
  const ExtractSettings& settings_;
};

// "Cộng", "Tổng số": where a code has digits.
bool is_sum(const std::string& code) {
  const std::string folded = fold(code);
  return (folded.starts_with("cong") || folded.starts_with("tong")) && !std::ranges::any_of(folded, is_digit);
}

// Below a table stand sums and signatures. A voucher, or a payment of a day, is one also without a code.
bool says_nothing(const std::vector<TableCell>& row, const ExtractTableUse& use) {
  if (text_at(row, use, ExtractField::kAmount).empty()) return true;
  const std::string code = text_at(row, use, ExtractField::kCode);
  if (!code.empty()) return is_sum(code);
  return text_at(row, use, ExtractField::kVoucher).empty() && text_at(row, use, ExtractField::kPaidOn).empty();
}

}  // namespace

bool names_code_and_amount(const ExtractTableUse& use) {
  const auto named = [&](ExtractField field) {
    return std::ranges::any_of(use.columns, [&](const ExtractColumn& each) { return each.field == field; });
  };
  return named(ExtractField::kCode) && named(ExtractField::kAmount);
}

ExtractLines lines_of(const Table& table, const ExtractTableUse& use, const ExtractSettings& settings) {
  ExtractLines result;
  LineReader reader(use, settings);
  for (std::size_t at = use.head_rows; at < table.rows.size(); ++at) {
    if (says_nothing(table.rows[at], use)) continue;
    if (result.lines.size() == kExtractRowsMax) {
      result.too_many = true;
      break;
    }
    result.lines.push_back(reader.read(table.rows[at], at));
  }
  return result;
}

}  // namespace luuvet::server
