#include "server/app/submission_sheet.h"

#include "api/sheets/document_names.h"
#include "domain/figures/submitting.h"
#include "server/app/filled_template.h"

namespace luuvet::server {
namespace {

using api::GridColumn;

constexpr std::size_t place_of(GridColumn column) {
  return static_cast<std::size_t>(column);
}

std::optional<DocumentId> evidence_in(const TemplateRow& row, const api::DocumentNames& documents,
                                      std::optional<Message>& fault) {
  const auto text = row.text(place_of(GridColumn::kEvidence));
  if (!text) return std::nullopt;
  const auto found = documents.read(*text);
  if (found && found->id) return found->id;
  fault =
      Message{"Không có văn bản \"" + *text + "\", hoặc có nhiều văn bản cùng số; xin ghi số, ký hiệu hoặc mã văn bản.",
              "No document is \"" + *text + "\", or several bear the number: give its number or its id."};
  return std::nullopt;
}

bool is_in_percent(const World& world, const SubmissionId& id) {
  const auto at = find_submitting(world, {Aggregate::kSubmission, id.value});
  return at && is_percent(at->definition.terms.unit);
}

SheetItem item_of(const TemplateRow& row, const World& world, const api::DocumentNames& documents,
                  const AgencyId& agency, std::string_view period) {
  SheetItem read;
  read.row = row.row();
  EnterSubmissionItem& item = read.item;
  const SubmissionId id = submission_id({row.text(place_of(GridColumn::kIndicator)).value_or("")}, agency, period);
  item.subject = Subject{Aggregate::kSubmission, id.value}.text();
  if (const SubmissionState* state = world.submissions.find(id.value)) item.based_on = state->life.last;
  const std::string kind = row.text(place_of(GridColumn::kKind)).value_or("Thực hiện đến kỳ");
  if (const auto known = api::figure_kind_of(kind))
    item.kind = *known;
  else
    read.fault =
        Message{"Loại số liệu \"" + kind + "\" không có trong danh mục.", "No such kind of figure: \"" + kind + "\"."};
  item.numerator = row.number(place_of(GridColumn::kNumerator), read.fault);
  item.denominator = row.number(place_of(GridColumn::kDenominator), read.fault);
  item.value = row.number(place_of(GridColumn::kValue), read.fault, is_in_percent(world, id));
  if (item.numerator && item.denominator) item.value.reset();  // the ratio, worked out beside them
  item.reason = row.text(place_of(GridColumn::kReason));
  item.source = row.text(place_of(GridColumn::kSource));
  item.evidence = evidence_in(row, documents, read.fault);
  item.comment = row.text(place_of(GridColumn::kComment));
  if (!item.value && !item.numerator && !item.denominator && item.reason) item.missing = true;
  return read;
}

bool says_something(const SheetItem& read) {
  const EnterSubmissionItem& item = read.item;
  return read.fault || item.value || item.numerator || item.denominator || item.missing;
}

std::optional<std::size_t> column_of(std::string_view head) {
  const auto column = api::grid_column_of(head);
  return column ? std::optional(place_of(*column)) : std::nullopt;
}

}  // namespace

std::variant<std::vector<SheetItem>, Message> sheet_items(const TablesRead& tables, const World& world,
                                                          const AgencyId& agency, std::string_view period) {
  const auto rows = template_rows(tables, api::kGridColumns, &column_of,
                                  {place_of(GridColumn::kIndicator), place_of(GridColumn::kValue)});
  if (!rows)
    return Message{"Không thấy bảng số liệu theo mẫu: cần cột Mã chỉ tiêu và cột Giá trị.",
                   "No table like the template: it needs the columns Indicator id and Value."};
  const api::DocumentNames documents(world);
  std::vector<SheetItem> items;
  for (const TemplateRow& row : *rows) {
    if (!row.cell(place_of(GridColumn::kIndicator))) continue;
    SheetItem item = item_of(row, world, documents, agency, period);
    if (says_something(item)) items.push_back(std::move(item));
    if (items.size() > kSheetItemsMax)
      return Message{"Tệp có quá 1.000 dòng số liệu.", "The file has more than 1,000 figures."};
  }
  return items;
}

}  // namespace luuvet::server
