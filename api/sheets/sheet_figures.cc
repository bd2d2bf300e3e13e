// Submissions of indicators' figures as a sheet.
#include <algorithm>
#include <array>

#include "api/sheets/sheet_lists.h"
#include "api/sheets/sheet_table.h"
#include "api/sheets/sheet_words.h"
#include "api/views/indicator_rows.h"
#include "domain/figures/submitting.h"
#include "projections/indicators/submission_grid.h"

namespace luuvet::api {
namespace {

// A submission with what is asked of it by several columns.
struct Row {
  const SubmissionState& state;
  std::optional<Submitting> at;
  std::vector<FigureRow> figures;  // those that the reader may know
};

const std::array<Message, 3> kGroups = {
    {{"Thực hiện đến kỳ", "Actual"}, {"Ước", "Estimate"}, {"Chính thức", "Official"}}};

const Message& words_of(FigureStage stage) {
  static const std::array<Message, 4> kWords = {{{"Bản nháp", "Draft"},
                                                 {"Chờ lãnh đạo duyệt", "Submitted"},
                                                 {"Đã duyệt", "Approved"},
                                                 {"Đã thẩm định", "Verified"}}};
  return kWords[static_cast<std::size_t>(stage)];
}
const Message kReturned = {"Bị trả lại", "Returned"};

template <FigureKind kKind>
const FigureRow* figure(const Row& row) {
  const auto found = std::ranges::find(row.figures, kKind, &FigureRow::kind);
  return found == row.figures.end() ? nullptr : &*found;
}

template <FigureKind kKind, auto kMember>
Cell number_of(const ViewContext&, const Row& row) {
  const FigureRow* said = figure<kKind>(row);
  return said ? number_cell(said->*kMember) : Cell();
}
template <FigureKind kKind, auto kMember>
Cell words_in(const ViewContext&, const Row& row) {
  const FigureRow* said = figure<kKind>(row);
  return said ? cell(said->*kMember) : Cell();
}
template <FigureKind kKind>
Cell stage_of(const ViewContext&, const Row& row) {
  const FigureRow* said = figure<kKind>(row);
  return said ? Cell(said->returned ? kReturned : words_of(said->stage)) : Cell();
}
template <FigureKind kKind>
Cell entered_on(const ViewContext&, const Row& row) {
  const FigureRow* said = figure<kKind>(row);
  return said ? Cell(vietnam_date(said->entered_at)) : Cell();
}
template <FigureKind kKind>
Cell verified_by(const ViewContext& context, const Row& row) {
  const FigureRow* said = figure<kKind>(row);
  return said && said->verified_by ? Cell(name_of_agency(context.views.world, *said->verified_by)) : Cell();
}

template <FigureKind kKind>
void add_kind(RowColumns<Row>& columns) {
  const Message& group = kGroups[static_cast<std::size_t>(kKind)];
  columns.push_back({{{"Giá trị", "Value"}, 14, group}, number_of<kKind, &FigureRow::value>});
  columns.push_back({{{"Tử số", "Numerator"}, 14, group}, number_of<kKind, &FigureRow::numerator>});
  columns.push_back({{{"Mẫu số", "Denominator"}, 14, group}, number_of<kKind, &FigureRow::denominator>});
  columns.push_back({{{"Tình trạng", "State"}, 18, group}, stage_of<kKind>});
  columns.push_back({{{"Ngày nhập", "Entered on"}, 12, group}, entered_on<kKind>});
  columns.push_back({{{"Cơ quan thẩm định", "Verified by"}, 24, group}, verified_by<kKind>});
  columns.push_back({{{"Không có số liệu, vì", "Why it is missing"}, 28, group}, words_in<kKind, &FigureRow::reason>});
  columns.push_back({{{"Nguồn", "Source"}, 28, group}, words_in<kKind, &FigureRow::source>});
  columns.push_back({{{"Giải thích", "Comment"}, 28, group}, words_in<kKind, &FigureRow::comment>});
}

Cell target_of(const ViewContext& context, const Row& row) {
  if (!row.at) return {};
  const auto target = projections::target_for(context.views.world, *row.at->row, row.state.agency, row.state.period,
                                              context.status_date);
  return target ? text_cell(target->text) : Cell();
}

RowColumns<Row> made_columns() {
  using Context = ViewContext;
  RowColumns<Row> columns = {
      {{{"Mã", "Id"}, 28}, [](const Context&, const Row& row) { return Cell(row.state.id.value); }},
      {{{"Chương trình", "Programme"}, 24},
       [](const Context& at, const Row& row) {
         return row.at ? Cell(name_of_programme(at.views.world, row.at->row->programme)) : Cell();
       }},
      {{{"Mã chỉ tiêu", "Indicator id"}, 20},
       [](const Context&, const Row& row) { return Cell(row.state.indicator.value); }},
      {{{"Chỉ tiêu", "Indicator"}, 50},
       [](const Context&, const Row& row) { return row.at ? text_cell(row.at->row->name) : Cell(); }},
      {{{"Đơn vị tính", "Unit"}, 12},
       [](const Context&, const Row& row) { return row.at ? cell(row.at->definition.terms.unit) : Cell(); }},
      {{{"Cơ quan báo cáo", "Agency"}, 28},
       [](const Context& at, const Row& row) { return Cell(name_of_agency(at.views.world, row.state.agency)); }},
      {{{"Kỳ số liệu", "Period"}, 12}, [](const Context&, const Row& row) { return Cell(row.state.period); }},
      {{{"Mục tiêu", "Target"}, 14}, target_of}};
  add_kind<FigureKind::kActual>(columns);
  add_kind<FigureKind::kEstimate>(columns);
  add_kind<FigureKind::kOfficial>(columns);
  return columns;
}

}  // namespace

Sheet submission_sheet(const ViewContext& context, const ListRows<SubmissionState>& rows) {
  static const RowColumns<Row> kColumns = made_columns();
  const World& world = context.views.world;
  std::vector<Row> items;
  items.reserve(rows.size());
  for (const auto& state : rows) {
    const Subject subject{Aggregate::kSubmission, state->id.value};
    items.push_back(
        {*state, find_submitting(world, subject), figure_rows(world, *state, context.sight.may_read(subject))});
  }
  return sheet_by(context, {"Số liệu chỉ tiêu", "Figures"}, kColumns, items);
}

}  // namespace luuvet::api
