#include "api/sheets/sheet_baselines.h"

#include <array>

#include "api/sheets/document_names.h"
#include "api/sheets/export_parts.h"
#include "api/sheets/sheet_words.h"
#include "domain/base/fold.h"
#include "projections/register_list.h"

namespace luuvet::api {
namespace {

using Row = RegisterState<Indicator>;

const std::array<Column, kBaselineColumns> kColumns = {{{{"Mã chỉ tiêu", "Indicator id"}, 20},
                                                        {{"TT", "No."}, 8},
                                                        {{"Chỉ tiêu", "Indicator"}, 50},
                                                        {{"Đơn vị tính", "Unit"}, 12},
                                                        {{"Cơ quan", "Agency"}, 28},
                                                        {{"Đến hết năm", "At the end of"}, 12},
                                                        {{"Giá trị đầu kỳ", "Baseline"}, 14, {}, {true, {}}},
                                                        {{"Theo văn bản", "By document"}, 22}}};

bool is_measured(const IndicatorTerms& terms) {
  return terms.direction != IndicatorDirection::kText && terms.direction != IndicatorDirection::kDone;
}

std::vector<Cell> cells_of(const World& world, const Indicator& row, const IndicatorTerms& terms,
                           const BaselinesAsked& asked, const DocumentNames& documents) {
  const IndicatorBook* book = book_of(world, row.id);
  const Baseline* said = book ? baseline_of(*book, asked.agency, asked.year) : nullptr;
  return {Cell(row.id.value),
          cell(row.source.number),
          Cell(row.name),
          cell(terms.unit),
          Cell(whose_baseline(world, asked.agency)),
          Cell(asked.year),
          said ? number_cell(said->value) : Cell(),
          said ? documents.cell(said->document) : Cell()};
}

}  // namespace

BaselinesAsked baselines_asked(const World& world, Query& query) {
  BaselinesAsked asked;
  asked.agency = query.agency("agency");
  if (asked.agency && !world.is_agency(*asked.agency))
    query.refuse("agency", {"Không có cơ quan này.", "There is no such agency."});
  const auto year = query.position("year");
  if (!year) query.refuse("year", {"Thiếu tham số này.", "This parameter is needed."});
  asked.year = static_cast<std::int64_t>(std::min(year.value_or(0), Sequence{kTargetYearLast + 1}));
  if (year && (asked.year < kTargetYearFirst || asked.year > kTargetYearLast))
    query.refuse("year", {"Năm không hợp lệ.", "This is no year that is known here."});
  return asked;
}

Asked<Workbook> export_baselines(const ViewContext& context, Query& query, std::size_t most) {
  const World& world = context.views.world;
  const BaselinesAsked asked = baselines_asked(world, query);
  projections::RegisterFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.heading = false;
  const DocumentNames documents(world);
  return exported(
      query, most,
      [&](const projections::PageRequest& all) {
        return projections::list_register(context.views, world.indicators, Aggregate::kIndicator, filter, all);
      },
      [&](const auto& rows) {
        Sheet sheet{{"Số liệu đầu kỳ", "Baselines"}, {kColumns.begin(), kColumns.end()}, {}};
        for (const auto& row : rows) {
          const IndicatorTerms terms = definition_on(world, row->content, context.status_date).terms;
          if (is_measured(terms)) sheet.rows.push_back(cells_of(world, row->content, terms, asked, documents));
        }
        return sheet;
      });
}

std::optional<BaselineColumn> baseline_column_of(std::string_view head) {
  const std::string folded = fold(head);
  for (std::size_t i = 0; i < kColumns.size(); ++i)
    if (folded == fold(kColumns[i].title.vi) || folded == fold(kColumns[i].title.en))
      return static_cast<BaselineColumn>(i);
  return std::nullopt;
}

Message whose_baseline(const World& world, const std::optional<AgencyId>& agency) {
  if (!agency) return {"Cả tỉnh", "Whole province"};
  const std::string name = name_of_agency(world, *agency);
  return {name, name};
}

}  // namespace luuvet::api
