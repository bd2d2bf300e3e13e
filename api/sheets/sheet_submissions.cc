#include "api/sheets/sheet_submissions.h"

#include <algorithm>
#include <array>

#include "api/sheets/document_names.h"
#include "api/sheets/sheet_words.h"
#include "api/views/indicator_rows.h"
#include "domain/base/fold.h"

namespace luuvet::api {
namespace {

const std::array<Message, 3> kKinds = {
    {{"Thực hiện đến kỳ", "Actual"}, {"Ước", "Estimate"}, {"Chính thức", "Official"}}};

const ColumnEntry kNumber = {true, {}};
const ColumnEntry kKind = {false, {kKinds.begin(), kKinds.end()}};

const std::array<Column, kGridColumns> kColumns = {{{{"Mã chỉ tiêu", "Indicator id"}, 20},
                                                    {{"TT", "No."}, 8},
                                                    {{"Chỉ tiêu", "Indicator"}, 50},
                                                    {{"Đơn vị tính", "Unit"}, 12},
                                                    {{"Mục tiêu", "Target"}, 14},
                                                    {{"Kỳ trước", "Last figure"}, 14},
                                                    {{"Loại số liệu", "Kind of figure"}, 18, {}, kKind},
                                                    {{"Giá trị", "Value"}, 14, {}, kNumber},
                                                    {{"Tử số", "Numerator"}, 14, {}, kNumber},
                                                    {{"Mẫu số", "Denominator"}, 14, {}, kNumber},
                                                    {{"Lý do chưa có số liệu", "Why it is missing"}, 28},
                                                    {{"Nguồn số liệu", "Source"}, 28},
                                                    {{"Văn bản minh chứng", "Evidence"}, 24},
                                                    {{"Giải thích", "Comment"}, 28}}};

std::vector<Cell> cells_of(const projections::GridRow& row, FigureKind kind, const FigureRow* figure,
                           const DocumentNames& documents) {
  const Indicator& indicator = row.indicator->content;
  const FigureRow none;
  const FigureRow& said = figure ? *figure : none;
  const bool rate = said.numerator.has_value();
  return {Cell(indicator.id.value),
          cell(indicator.source.number),
          Cell(indicator.name),
          cell(row.definition.terms.unit),
          row.target ? Cell(row.target->text) : Cell(),
          row.previous ? number_cell(row.previous->figure.value) : Cell(),
          Cell(kKinds[static_cast<std::size_t>(kind)]),
          rate ? Cell() : number_cell(said.value),
          number_cell(said.numerator),
          number_cell(said.denominator),
          cell(said.reason),
          cell(said.source),
          said.evidence ? documents.cell(DocumentRef{said.evidence, std::nullopt}) : Cell(),
          cell(said.comment)};
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "9.615.243": groups of three after the first.
std::optional<std::string> without_groups(std::string_view whole) {
  constexpr std::size_t kGroup = 3;
  std::string digits;
  for (bool first = true;; first = false) {
    const std::size_t dot = std::min(whole.find('.'), whole.size());
    const std::string_view group = whole.substr(0, dot);
    if (!is_digits(group) || (first ? group.size() > kGroup && dot != whole.size() : group.size() != kGroup))
      return std::nullopt;
    digits += group;
    if (dot == whole.size()) return digits;
    whole.remove_prefix(dot + 1);
  }
}

// Also without the blanks that spreadsheets put between groups.
std::string without_blanks(std::string_view text) {
  std::string result(text);
  for (const std::string_view blank : {" ", "\t", "\xc2\xa0", "\xe2\x80\xaf"})
    for (std::size_t at = result.find(blank); at != result.npos; at = result.find(blank, at))
      result.erase(at, blank.size());
  return result;
}

std::string trimmed(std::string_view text) {
  std::string result = without_blanks(text);
  if (result.ends_with('%')) result.pop_back();
  return result;
}

}  // namespace

Workbook grid_workbook(const ViewContext& context, const std::vector<projections::GridRow>& rows,
                       std::string_view period) {
  Workbook book;
  book.title = {"Số liệu chỉ tiêu kỳ " + std::string(period), "Figures of indicators for " + std::string(period)};
  Sheet sheet{{"Số liệu", "Figures"}, {kColumns.begin(), kColumns.end()}, {}};
  const DocumentNames documents(context.views.world);
  for (const projections::GridRow& row : rows) {
    if (row.shared_from) continue;
    const bool readable = context.sight.may_read({Aggregate::kSubmission, row.submission.value});
    const std::vector<FigureRow> figures =
        row.state ? figure_rows(context.views.world, *row.state, readable) : std::vector<FigureRow>{};
    if (figures.empty()) sheet.rows.push_back(cells_of(row, FigureKind::kActual, nullptr, documents));
    for (const FigureRow& figure : figures) sheet.rows.push_back(cells_of(row, figure.kind, &figure, documents));
  }
  book.sheets.push_back(std::move(sheet));
  return book;
}

std::optional<GridColumn> grid_column_of(std::string_view head) {
  const std::string folded = fold(head);
  for (std::size_t i = 0; i < kColumns.size(); ++i)
    if (folded == fold(kColumns[i].title.vi) || folded == fold(kColumns[i].title.en)) return static_cast<GridColumn>(i);
  return std::nullopt;
}

std::optional<FigureKind> figure_kind_of(std::string_view words) {
  const std::string folded = fold(words);
  for (std::size_t i = 0; i < kKinds.size(); ++i)
    if (folded == fold(kKinds[i].vi) || folded == fold(kKinds[i].en)) return static_cast<FigureKind>(i);
  return std::nullopt;
}

std::optional<Decimal> vietnamese_number(std::string_view text) {
  std::string number = trimmed(text);
  const bool negative = number.starts_with('-');
  if (negative) number.erase(0, 1);
  const std::size_t comma = std::min(number.find(','), number.size());
  const auto whole = without_groups(std::string_view(number).substr(0, comma));
  if (!whole) return std::nullopt;
  std::string plain = (negative ? "-" : "") + *whole;
  if (comma != number.size()) {
    const std::string_view decimals = std::string_view(number).substr(comma + 1);
    if (!is_digits(decimals)) return std::nullopt;
    (plain += '.') += decimals;
  }
  return parse_decimal(plain);
}

bool looks_like_number(std::string_view text) {
  const std::string number = without_blanks(text);
  return number.find_first_not_of("0123456789.,%+-") == number.npos &&
         number.find_first_of("0123456789") != number.npos;
}

}  // namespace luuvet::api
