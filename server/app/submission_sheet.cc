#include "server/app/submission_sheet.h"

#include <array>
#include <charconv>
#include <cmath>

#include "api/evidence_names.h"
#include "domain/submitting.h"

namespace luuvet::server {
namespace {

using api::GridColumn;
using Places = std::array<std::optional<std::size_t>, api::kGridColumns>;

std::optional<Places> places_in(const std::vector<TableCell>& heads) {
  Places places;
  for (std::size_t i = 0; i < heads.size(); ++i)
    if (const auto column = api::grid_column_of(heads[i].text)) places[static_cast<std::size_t>(*column)] = i;
  const auto has = [&](GridColumn column) { return places[static_cast<std::size_t>(column)].has_value(); };
  if (!has(GridColumn::kIndicator) || !has(GridColumn::kValue)) return std::nullopt;
  return places;
}

class Row {
 public:
  Row(const std::vector<TableCell>& cells, const Places& places) : cells_(cells), places_(places) {}

  const TableCell* cell(GridColumn column) const {
    const auto place = places_[static_cast<std::size_t>(column)];
    return place && *place < cells_.size() && !cells_[*place].text.empty() ? &cells_[*place] : nullptr;
  }
  std::optional<std::string> text(GridColumn column) const {
    const TableCell* found = cell(column);
    return found ? std::optional(found->text) : std::nullopt;
  }

 private:
  const std::vector<TableCell>& cells_;
  const Places& places_;
};

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
    return {"\"" + text + "\" không phải là số; xin chỉ ghi số (9.615.243; 37,6), lời giải thích ghi ở cột Giải thích.",
            "\"" + text + "\" is not a number: write the number alone (9.615.243; 37,6), words go into the comment."};
  return {
      "\"" + text +
          "\" có thể hiểu theo nhiều cách; xin viết dấu chấm phân nghìn và dấu phẩy thập phân (9.615.243; 37,6).",
      "\"" + text + "\" can be read in several ways: write dots for thousands and a decimal comma (9.615.243; 37,6)."};
}

Message no_percent(const std::string& text) {
  return {"\"" + text + "\" là phần trăm, nhưng cột này không tính bằng phần trăm; xin ghi số thường.",
          "\"" + text + "\" is in percent, but what belongs here is not: write a plain number."};
}

// `percent`: what belongs here is in percent; a cell that shows a share in percent is taken as shown.
std::optional<Decimal> number_in(const Row& row, GridColumn column, bool percent, std::optional<Message>& fault) {
  constexpr double kWhole = 100;
  const TableCell* cell = row.cell(column);
  if (!cell) return std::nullopt;
  const bool shows_percent = cell->percent || (!cell->number && cell->text.find('%') != std::string::npos);
  if (shows_percent && !percent) {
    fault = no_percent(cell->text);
    return std::nullopt;
  }
  const auto number = cell->number ? decimal_of(cell->percent ? *cell->number * kWhole : *cell->number)
                                   : api::vietnamese_number(cell->text);
  if (!number) fault = no_number(cell->text);
  return number;
}

bool is_in_percent(const World& world, const SubmissionId& id) {
  const auto at = find_submitting(world, {Aggregate::kSubmission, id.value});
  return at && is_percent(at->definition.terms.unit);
}

std::optional<DocumentId> evidence_in(const Row& row, const api::EvidenceNames& documents,
                                      std::optional<Message>& fault) {
  const auto text = row.text(GridColumn::kEvidence);
  if (!text) return std::nullopt;
  auto found = documents.find(*text);
  if (auto* message = std::get_if<Message>(&found)) fault = std::move(*message);
  const auto* document = std::get_if<DocumentId>(&found);
  return document ? std::optional(*document) : std::nullopt;
}

SheetItem item_of(const Row& row, const World& world, const api::EvidenceNames& documents, const AgencyId& agency,
                  std::string_view period) {
  SheetItem read;
  EnterSubmissionItem& item = read.item;
  const SubmissionId id = submission_id({row.text(GridColumn::kIndicator).value_or("")}, agency, period);
  item.subject = Subject{Aggregate::kSubmission, id.value}.text();
  if (const SubmissionState* state = world.submissions.find(id.value)) item.based_on = state->life.last;
  const std::string kind = row.text(GridColumn::kKind).value_or("Thực hiện đến kỳ");
  if (const auto known = api::figure_kind_of(kind))
    item.kind = *known;
  else
    read.fault =
        Message{"Loại số liệu \"" + kind + "\" không có trong danh mục.", "No such kind of figure: \"" + kind + "\"."};
  item.numerator = number_in(row, GridColumn::kNumerator, false, read.fault);
  item.denominator = number_in(row, GridColumn::kDenominator, false, read.fault);
  item.value = number_in(row, GridColumn::kValue, is_in_percent(world, id), read.fault);
  if (item.numerator && item.denominator) item.value.reset();  // the ratio, worked out beside them
  item.reason = row.text(GridColumn::kReason);
  item.source = row.text(GridColumn::kSource);
  item.evidence = evidence_in(row, documents, read.fault);
  item.comment = row.text(GridColumn::kComment);
  if (!item.value && !item.numerator && !item.denominator && item.reason) item.missing = true;
  return read;
}

bool says_something(const SheetItem& read) {
  const EnterSubmissionItem& item = read.item;
  return read.fault || item.value || item.numerator || item.denominator || item.missing;
}

}  // namespace

std::variant<std::vector<SheetItem>, Message> sheet_items(const TablesRead& tables, const World& world,
                                                          const AgencyId& agency, std::string_view period) {
  const api::EvidenceNames documents(world);
  for (const Table& table : tables.tables) {
    std::optional<Places> places;
    std::vector<SheetItem> items;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      if (!places) {
        places = places_in(table.rows[i]);
        continue;
      }
      const Row row(table.rows[i], *places);
      if (!row.cell(GridColumn::kIndicator)) continue;
      SheetItem item = item_of(row, world, documents, agency, period);
      item.row = i + 1;
      if (says_something(item)) items.push_back(std::move(item));
      if (items.size() > kSheetItemsMax)
        return Message{"Tệp có quá 1.000 dòng số liệu.", "The file has more than 1,000 figures."};
    }
    if (places) return items;
  }
  return Message{"Không thấy bảng số liệu theo mẫu: cần cột Mã chỉ tiêu và cột Giá trị.",
                 "No table like the template: it needs the columns Indicator id and Value."};
}

}  // namespace luuvet::server
