#include "server/app/baseline_sheet.h"

#include "api/sheets/document_names.h"
#include "domain/base/fold.h"
#include "domain/figures/figure.h"
#include "domain/indicators/indicator_terms.h"
#include "server/app/filled_template.h"

namespace luuvet::server {
namespace {

using api::BaselineColumn;

constexpr std::size_t place_of(BaselineColumn column) {
  return static_cast<std::size_t>(column);
}

// A row is of whom and of which year the template was asked for, or leaves that out.
std::optional<Message> other_fault(const TemplateRow& row, const World& world, const api::BaselinesAsked& asked) {
  std::optional<Message> unread;
  const auto year = row.number(place_of(BaselineColumn::kYear), unread);
  if (unread || (year && compare(*year, Decimal{asked.year, 0}) != 0)) {
    const std::string said = *row.text(place_of(BaselineColumn::kYear));
    return Message{"Dòng này của năm " + said + ", bảng đang mở là năm " + std::to_string(asked.year) + ".",
                   "This row is of " + said + ", the table is of " + std::to_string(asked.year) + "."};
  }
  const auto whose = row.text(place_of(BaselineColumn::kAgency));
  const Message own = api::whose_baseline(world, asked.agency);
  if (!whose || fold(*whose) == fold(own.vi) || fold(*whose) == fold(own.en) ||
      (asked.agency && *whose == asked.agency->value))
    return std::nullopt;
  return Message{"Dòng này của “" + *whose + "”, bảng đang mở là của “" + own.vi + "”.",
                 "This row is of \"" + *whose + "\", the table is of \"" + own.en + "\"."};
}

class Reader {
 public:
  Reader(const World& world, const api::BaselinesAsked& asked) : world_(world), asked_(asked), documents_(world) {}

  BaselineSheetItem item(const TemplateRow& row, const std::string& indicator) const {
    BaselineSheetItem read;
    read.row = row.row();
    const Subject subject{Aggregate::kIndicator, indicator};
    read.item.subject = subject.text();
    if (world_.indicators.find(indicator)) read.item.based_on = world_.representation(subject);
    read.item.agency = asked_.agency;
    read.item.year = asked_.year;
    read.fault = other_fault(row, world_, asked_);
    read.item.value =
        row.number(place_of(BaselineColumn::kValue), read.fault, is_in_percent(indicator)).value_or(Decimal{});
    if (const auto document = row.text(place_of(BaselineColumn::kDocument))) {
      read.item.document = documents_.read(*document);
      if (!read.item.document)
        read.fault = Message{"Không có văn bản \"" + *document + "\".", "There is no document \"" + *document + "\"."};
    }
    return read;
  }

 private:
  // By the newest version of its definition.
  bool is_in_percent(const std::string& indicator) const {
    const auto* state = world_.indicators.find(indicator);
    const Date ever = date_from_civil({9999, 12, 31});
    return state && is_percent(definition_on(world_, state->content, ever).terms.unit);
  }

  const World& world_;
  const api::BaselinesAsked& asked_;
  const api::DocumentNames documents_;
};

std::optional<std::size_t> column_of(std::string_view head) {
  const auto column = api::baseline_column_of(head);
  return column ? std::optional(place_of(*column)) : std::nullopt;
}

}  // namespace

std::variant<std::vector<BaselineSheetItem>, Message> baseline_items(const TablesRead& tables, const World& world,
                                                                     const api::BaselinesAsked& asked) {
  const auto rows = template_rows(tables, api::kBaselineColumns, &column_of,
                                  {place_of(BaselineColumn::kIndicator), place_of(BaselineColumn::kValue)});
  if (!rows)
    return Message{"Không thấy bảng số liệu đầu kỳ theo mẫu: cần cột Mã chỉ tiêu và cột Giá trị đầu kỳ.",
                   "No table like the template: it needs the columns Indicator id and Baseline."};
  const Reader reader(world, asked);
  std::vector<BaselineSheetItem> items;
  for (const TemplateRow& row : *rows) {
    const auto indicator = row.text(place_of(BaselineColumn::kIndicator));
    if (!indicator || !row.cell(place_of(BaselineColumn::kValue))) continue;
    items.push_back(reader.item(row, *indicator));
    if (items.size() > kBaselineItemsMax)
      return Message{"Tệp có quá 1.000 dòng số liệu đầu kỳ.", "The file has more than 1,000 baselines."};
  }
  return items;
}

}  // namespace luuvet::server
