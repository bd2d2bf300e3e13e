// Sums of money in groups, what does not go together, and ratios, as sheets.
#include <algorithm>
#include <array>
#include <set>

#include "api/sheets/sheet_lists.h"
#include "api/sheets/sheet_table.h"
#include "api/sheets/sheet_words.h"
#include "api/views/view_money.h"
#include "projections/money/ratio_figures.h"

namespace luuvet::api {
namespace {

using projections::MoneyFinding;
using projections::MoneyFindingKind;
using projections::MoneyGroup;
using projections::MoneyRow;
using projections::MoneySums;
using Context = ViewContext;

const Message kMoney = {"Kinh phí (đồng)", "Money (đồng)"};
const Message kOther = {"Dòng kia", "The other line"};

const Message& words_of(MoneyFindingKind kind) {
  static const std::array<Message, 6> kWords = {{{"Đã chi, chưa có sản phẩm", "Paid without product"},
                                                 {"Có sản phẩm, chưa chi", "Product without pay"},
                                                 {"Giải ngân chậm so với thời gian", "Behind time"},
                                                 {"Giải ngân chậm so với tiến độ", "Behind progress"},
                                                 {"Có thể cấp vốn hai lần", "Double funding"},
                                                 {"Chưa gắn nhiệm vụ, chỉ tiêu", "Unlinked"}}};
  return kWords[static_cast<std::size_t>(kind)];
}
const Message& head_of(MoneyGroup group) {
  static const std::array<Message, 6> kWords = {{{"Mục", "Section"},
                                                 {"Cơ quan", "Agency"},
                                                 {"Năm", "Year"},
                                                 {"Nguồn vốn", "Source"},
                                                 {"Dòng kinh phí", "Budget line"},
                                                 {"Dự án, nhiệm vụ thành phần", "Component"}}};
  return kWords[static_cast<std::size_t>(group)];
}
const Message& words_of(MoneyBasis basis) {
  static const std::array<Message, 3> kWords = {
      {{"Dự toán", "Budgeted"}, {"Ước thực hiện", "Estimated"}, {"Quyết toán", "Settled"}}};
  return kWords[static_cast<std::size_t>(basis)];
}

// Sources are labelled by their codes.
Cell label_of(const Context&, const MoneyRow& row) {
  for (const auto& source : enum_names<FundingSource>())
    if (row.label == source.name) return Cell(api::words_of(source.value));
  if (row.label == "undetermined") return Cell(Message{"Chưa xác định nguồn", "Unassigned"});
  return text_cell(row.label.empty() ? row.key : row.label);
}

template <Amount MoneySums::*kSum>
Cell sum_of(const Context&, const MoneyRow& row) {
  return Cell(row.sums.*kSum);
}

RowColumns<MoneyRow> money_columns(MoneyGroup group) {
  using Row = MoneyRow;
  return {{{{"Mã", "Id"}, 24}, [](const Context&, const Row& row) { return Cell(row.key); }},
          {{head_of(group), 50}, label_of},
          {{{"Số dòng kinh phí", "Lines"}, 10}, [](const Context&, const Row& row) { return count_cell(row.lines); }},
          {{{"Nhu cầu", "Need"}, 18, kMoney}, sum_of<&MoneySums::need>},
          {{{"Nhu cầu sau rà soát", "Revised need"}, 18, kMoney},
           [](const Context&, const Row& row) { return cell(row.sums.revised_need); }},
          {{{"Đã xác định nguồn", "Assigned"}, 18, kMoney}, sum_of<&MoneySums::assigned>},
          {{{"Chưa xác định nguồn", "Unassigned"}, 18, kMoney}, sum_of<&MoneySums::unassigned>},
          {{{"Vốn đã bố trí", "Allocated"}, 18, kMoney}, sum_of<&MoneySums::allocated>},
          {{{"Trong đó kéo dài, chuyển nguồn", "Carried over"}, 18, kMoney}, sum_of<&MoneySums::carried_over>},
          {{{"Giá trị hợp đồng", "Contracted"}, 18, kMoney},
           [](const Context&, const Row& row) { return cell(row.sums.contracted); }},
          {{{"Tạm ứng chưa thu hồi", "Advances outstanding"}, 18, kMoney}, sum_of<&MoneySums::advances_outstanding>},
          {{{"Đã giải ngân", "Disbursed"}, 18, kMoney}, sum_of<&MoneySums::disbursed>},
          {{{"Còn được giải ngân", "Remaining"}, 18, kMoney}, sum_of<&MoneySums::remaining>},
          {{{"Chênh lệch chờ đối chiếu", "Above the ceiling"}, 18, kMoney}, sum_of<&MoneySums::above_ceiling>},
          {{{"Ngoài ngân sách đã huy động", "Mobilised"}, 18, kMoney}, sum_of<&MoneySums::mobilised>},
          {{{"Ngoài ngân sách đã thực hiện", "Spent"}, 18, kMoney}, sum_of<&MoneySums::spent>}};
}

template <class Part>
Cell tasks_cell(const MoneyFinding& row, const Part& part) {
  std::string lines;
  for (const TaskId& task : row.tasks) lines += (lines.empty() ? "" : "\n") + part(task);
  return text_cell(std::move(lines));
}

const RowColumns<MoneyFinding>& finding_columns() {
  using Row = MoneyFinding;
  static const RowColumns<Row> kColumns = {
      {{{"Loại", "Kind"}, 28}, [](const Context&, const Row& row) { return Cell(words_of(row.kind)); }},
      {{{"Mã", "Id"}, 20}, [](const Context&, const Row& row) { return Cell(row.line.value); }},
      {{{"Dòng kinh phí", "Budget line"}, 50},
       [](const Context& at, const Row& row) { return text_cell(line_name(at.views.world, row.line)); }},
      {{{"Mã", "Id"}, 20, kOther},
       [](const Context&, const Row& row) { return row.other ? Cell(row.other->value) : Cell(); }},
      {{{"Dòng kinh phí", "Budget line"}, 50, kOther},
       [](const Context& at, const Row& row) {
         return row.other ? text_cell(line_name(at.views.world, *row.other)) : Cell();
       }},
      {{{"Mã nhiệm vụ", "Task ids"}, 20},
       [](const Context&, const Row& row) { return tasks_cell(row, [](const TaskId& task) { return task.value; }); }},
      {{{"Nhiệm vụ", "Tasks"}, 50},
       [](const Context& at, const Row& row) {
         return tasks_cell(row, [&](const TaskId& task) { return title_of_task(at.views.world, task); });
       }},
      {{{"Số tiền liên quan", "Amount"}, 18, kMoney}, [](const Context&, const Row& row) { return Cell(row.amount); }},
      {{{"Đã giải ngân", "Disbursed"}, 18, kMoney}, [](const Context&, const Row& row) { return Cell(row.disbursed); }},
      {{{"Tiến độ (%)", "Progress (%)"}, 10}, [](const Context&, const Row& row) { return cell(row.progress); }},
      {{{"So với (%)", "Against (%)"}, 10}, [](const Context&, const Row& row) { return cell(row.expected); }},
      {{{"Lời văn giống nhau (%)", "Words alike (%)"}, 10},
       [](const Context&, const Row& row) { return row.score ? Cell(std::int64_t{*row.score}) : Cell(); }},
      {{{"Liên kết", "Link"}, 24},
       [](const Context&, const Row& row) { return row.link ? Cell(row.link->value) : Cell(); }}};
  return kColumns;
}

const RowColumns<RatioState>& ratio_columns() {
  using Row = RatioState;
  static const RowColumns<Row> kColumns = {
      {{{"Mã", "Id"}, 28}, [](const Context&, const Row& row) { return Cell(row.id.value); }},
      {{{"Chương trình", "Programme"}, 24},
       [](const Context& at, const Row& row) { return Cell(name_of_programme(at.views.world, row.programme)); }},
      {{{"Tỷ lệ", "Ratio"}, 50}, [](const Context&, const Row& row) { return Cell(row.name); }},
      {{{"Tối thiểu (%)", "Minimum (%)"}, 10},
       [](const Context&, const Row& row) { return number_cell(row.minimum_percent); }},
      {{{"Tử số gồm", "The numerator counts"}, 50},
       [](const Context&, const Row& row) {
         return row.definitions.empty() ? Cell() : Cell(row.definitions.back().text);
       }},
      {{{"Áp dụng từ ngày", "Valid from"}, 12}, [](const Context&, const Row& row) {
         return row.definitions.empty() ? Cell() : Cell(row.definitions.back().valid_from);
       }}};
  return kColumns;
}

// A year on a basis.
using RatioColumn = std::pair<std::int64_t, MoneyBasis>;

void add_ratio_heads(Sheet& sheet, const std::set<RatioColumn>& columns) {
  for (const auto& [year, basis] : columns) {
    const std::string number = std::to_string(year);
    const Message& words = words_of(basis);
    const Message group = {words.vi + " " + number, words.en + " " + number};
    sheet.columns.push_back({{"Tử số (đồng)", "Numerator (đồng)"}, 18, group});
    sheet.columns.push_back({{"Mẫu số (đồng)", "Denominator (đồng)"}, 18, group});
    sheet.columns.push_back({{"Tỷ lệ (%)", "Percent"}, 10, group});
    sheet.columns.push_back({{"Đạt", "Met"}, 8, group});
  }
}

void add_ratio_cells(std::vector<Cell>& cells, const World& world, const RatioState& row, const RatioColumn& column) {
  constexpr double kHundredths = 100;
  const auto found = std::ranges::find_if(
      row.figures, [&](const RatioFigures& each) { return RatioColumn(each.year, each.basis) == column; });
  if (found == row.figures.end()) return cells.resize(cells.size() + 4);
  const projections::RatioOutcome outcome = projections::outcome_of(world, row, *found);
  cells.push_back(cell(outcome.numerator));
  cells.push_back(Cell(found->denominator));
  cells.push_back(outcome.hundredths ? Cell(static_cast<double>(*outcome.hundredths) / kHundredths) : Cell());
  cells.push_back(outcome.met ? Cell(*outcome.met ? Message{"Đạt", "Met"} : Message{"Chưa đạt", "Not met"}) : Cell());
}

}  // namespace

Sheet money_group_sheet(const ViewContext& context, MoneyGroup group, const std::vector<MoneyRow>& rows) {
  return sheet_by(context, {"Tổng hợp kinh phí", "Money"}, money_columns(group), rows);
}

Sheet finding_sheet(const ViewContext& context, const std::vector<MoneyFinding>& rows) {
  return sheet_by(context, {"Điểm cần xem về kinh phí", "Findings"}, finding_columns(), rows);
}

Sheet ratio_sheet(const ViewContext& context, const ListRows<RatioState>& rows) {
  Sheet sheet = sheet_by(context, {"Tỷ lệ chi tối thiểu", "Ratios"}, ratio_columns(), rows);
  std::set<RatioColumn> columns;
  for (const auto& row : rows)
    for (const RatioFigures& each : row->figures) columns.insert({each.year, each.basis});
  add_ratio_heads(sheet, columns);
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const RatioColumn& column : columns) add_ratio_cells(sheet.rows[i], context.views.world, *rows[i], column);
  return sheet;
}

}  // namespace luuvet::api
