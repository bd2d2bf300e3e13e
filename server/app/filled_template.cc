#include "server/app/filled_template.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "api/sheets/sheet_submissions.h"

namespace luuvet::server {
namespace {

// As a spreadsheet keeps it, to four decimals.
std::optional<Decimal> decimal_of(double number) {
  if (!std::isfinite(number)) return std::nullopt;
  char digits[400];
  const auto end = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed, kFigureDecimalsMax);
  std::string text(digits, end.ptr);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return parse_decimal(text);
}

// Why the words of a cell are no number.
Message no_number(const std::string& text) {
  if (!api::looks_like_number(text))
    return {"\"" + text + "\" không phải là số; xin chỉ ghi số (9.615.243; 37,6).",
            "\"" + text + "\" is not a number: write the number alone (9.615.243; 37,6)."};
  return {
      "\"" + text +
          "\" có thể hiểu theo nhiều cách; xin viết dấu chấm phân nghìn và dấu phẩy thập phân (9.615.243; 37,6).",
      "\"" + text + "\" can be read in several ways: write dots for thousands and a decimal comma (9.615.243; 37,6)."};
}

Message no_percent(const std::string& text) {
  return {"\"" + text + "\" là phần trăm, nhưng cột này không tính bằng phần trăm; xin ghi số thường.",
          "\"" + text + "\" is in percent, but what belongs here is not: write a plain number."};
}

std::optional<TemplateRow::Places> places_in(const std::vector<TableCell>& heads, std::size_t columns,
                                             const ColumnOf& column_of, const std::vector<std::size_t>& needed) {
  TemplateRow::Places places(columns);
  for (std::size_t i = 0; i < heads.size(); ++i)
    if (const auto column = column_of(heads[i].text)) places[*column] = i;
  const bool all =
      std::all_of(needed.begin(), needed.end(), [&](std::size_t column) { return places[column].has_value(); });
  return all ? std::optional(std::move(places)) : std::nullopt;
}

}  // namespace

const TableCell* TemplateRow::cell(std::size_t column) const {
  const auto place = places_[column];
  return place && *place < cells_->size() && !(*cells_)[*place].text.empty() ? &(*cells_)[*place] : nullptr;
}

std::optional<std::string> TemplateRow::text(std::size_t column) const {
  const TableCell* found = cell(column);
  return found ? std::optional(found->text) : std::nullopt;
}

std::optional<Decimal> TemplateRow::number(std::size_t column, std::optional<Message>& fault, bool percent) const {
  constexpr double kWhole = 100;
  const TableCell* found = cell(column);
  if (!found) return std::nullopt;
  const bool shows_percent = found->percent || (!found->number && found->text.find('%') != std::string::npos);
  if (shows_percent && !percent) {
    fault = no_percent(found->text);
    return std::nullopt;
  }
  const auto read = found->number ? decimal_of(found->percent ? *found->number * kWhole : *found->number)
                                  : api::vietnamese_number(found->text);
  if (!read) fault = no_number(found->text);
  return read;
}

std::optional<std::vector<TemplateRow>> template_rows(const TablesRead& tables, std::size_t columns,
                                                      const ColumnOf& column_of,
                                                      const std::vector<std::size_t>& needed) {
  for (const Table& table : tables.tables) {
    std::optional<TemplateRow::Places> places;
    std::vector<TemplateRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (places)
        rows.emplace_back(i + 1, table.rows[i], *places);
      else
        places = places_in(table.rows[i], columns, column_of, needed);
    }
    if (places) return rows;
  }
  return std::nullopt;
}

}  // namespace luuvet::server
