#include <set>

#include "api/sheets/sheet_rows.h"
#include "api/sheets/sheet_words.h"
#include "api/views/indicator_rows.h"
#include "api/views/view_parts.h"

namespace luuvet::api {
namespace {

const Message kPlace = {"Vị trí trong văn bản", "Place in the document"};
const Message kTargets = {"Mục tiêu", "Targets"};
const Message kNeed = {"Nhu cầu kinh phí (đồng)", "Need (đồng)"};
constexpr std::size_t kStandingColumns = 10;
const Message kWork = {"Phần việc", "Work"};

void add_place(std::vector<Column>& columns) {
  columns.insert(columns.end(), {{{"Mã", "Id"}, 18},
                                 {{"Phụ lục", "Annex"}, 8, kPlace},
                                 {{"Mục", "Section"}, 10, kPlace},
                                 {{"TT", "No."}, 8, kPlace}});
}

template <class Row>
void add_place(std::vector<Cell>& cells, const Row& row) {
  cells.insert(cells.end(),
               {Cell(row.id.value), Cell(row.source.annex), cell(row.source.section), cell(row.source.number)});
}

double number_of(const Decimal& decimal) {
  double value = static_cast<double>(decimal.mantissa);
  for (int i = 0; i < decimal.scale; ++i) value /= 10;
  return value;
}

// A bare number is a number; whatever says more stays as it is printed.
Cell target_cell(const Indicator& indicator, std::int64_t year) {
  for (const Target& target : indicator.targets) {
    if (target.year != year) continue;
    const bool bare = target.comparator == Comparator::kEqual && target.value.low && !target.value.high;
    return bare ? Cell(number_of(*target.value.low)) : Cell(target.text);
  }
  return {};
}

Cell stage_cell(const std::optional<LatestRow>& latest) {
  if (!latest) return {};
  return Cell(words_of(latest->restatement_waiting               ? FigureMark::kRestatementWaiting
                       : latest->stage == FigureStage::kVerified ? FigureMark::kVerified
                                                                 : FigureMark::kUnverified));
}

// Whose figure it is, or how many of those who submit are in it.
Cell coverage_cell(const World& world, const std::optional<LatestRow>& latest) {
  if (!latest) return {};
  if (latest->speaker) return Cell(name_of_agency(world, *latest->speaker));
  return Cell(std::to_string(latest->reported) + "/" + std::to_string(latest->due));
}

// The newest figure of statistics with its period, and how far the agencies' own is from it.
void add_statistics(std::vector<Cell>& cells, const World& world, const Indicator& bearer) {
  const auto newest = projections::newest_compared(world, bearer);
  cells.push_back(newest ? number_cell(newest->statistics->figure.value) : Cell());
  cells.push_back(newest ? Cell(newest->period) : Cell());
  cells.push_back(newest ? number_cell(newest->difference) : Cell());
}

// The latest figure with its period, whose it is and how far it went, and what it amounts to; how the newest period was
// published.
void add_standing(std::vector<Cell>& cells, const ViewContext& context, const Indicator& row) {
  if (row.heading) {
    cells.resize(cells.size() + kStandingColumns);
    return;
  }
  const World& world = context.views.world;
  const auto [latest, assessment, trend] = standing_rows(context, row);
  cells.push_back(latest && latest->value ? Cell(number_of(*latest->value)) : Cell());
  cells.push_back(latest ? Cell(latest->period) : Cell());
  cells.push_back(coverage_cell(world, latest));
  cells.push_back(stage_cell(latest));
  cells.push_back(Cell(words_of(assessment.result)));
  const auto publication = publication_standing_row(world, row, context.status_date);
  cells.push_back(publication ? Cell(words_of(publication->state)) : Cell());
  cells.push_back(publication ? Cell(publication->overdue) : Cell());
  add_statistics(cells, world, projections::bearer_of(world, row, context.status_date));
}

std::vector<Cell> cells_of(const ViewContext& context, const Indicator& row, const std::set<std::int64_t>& years) {
  std::vector<Cell> cells;
  add_place(cells, row);
  cells.insert(cells.end(), {Cell(row.name), cell(row.unit)});
  for (const std::int64_t year : years) cells.push_back(target_cell(row, year));
  add_standing(cells, context, row);
  cells.insert(cells.end(), {Cell(names_of_agencies(context.views.world, row.tracking_agencies)),
                             Cell(names_of_agencies(context.views.world, row.implementing_agencies)), cell(row.note)});
  return cells;
}

std::vector<Cell> cells_of(const ViewContext& context, const BudgetLine& row, const std::set<std::string>& years) {
  std::vector<Cell> cells;
  add_place(cells, row);
  const World& world = context.views.world;
  cells.insert(cells.end(),
               {Cell(row.name), Cell(names_of_agencies(world, row.lead_agencies)),
                Cell(names_of_agencies(world, row.coordinating_agencies)), row.need ? Cell(row.need->total) : Cell()});
  for (const std::string& year : years) {
    const bool printed = row.need && row.need->years.contains(year);
    cells.push_back(printed ? cell(row.need->years.at(year)) : Cell());
  }
  return cells;
}

Cell name_or_blank(const std::string& name) {
  return name.empty() ? Cell() : Cell(name);
}

std::string quotes_of(const Doubt& doubt) {
  std::string lines;
  for (const DoubtPlace& place : doubt.places) {
    if (!lines.empty()) lines += '\n';
    lines += place.document.value;
    for (const auto& part : {place.annex, place.section, place.number})
      if (part) lines += " " + *part;
    if (place.quote) lines += ": " + *place.quote;
  }
  return lines;
}

}  // namespace

Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<Indicator>>& rows) {
  Sheet sheet{{"Chỉ tiêu", "Indicators"}, {}, {}};
  std::set<std::int64_t> years;
  for (const auto& row : rows)
    for (const Target& target : row->content.targets) years.insert(target.year);
  add_place(sheet.columns);
  sheet.columns.insert(sheet.columns.end(), {{{"Chỉ tiêu", "Indicator"}, 50}, {{"Đơn vị tính", "Unit"}, 12}});
  for (const std::int64_t year : years) {
    const std::string text = year == 0 ? "-" : std::to_string(year);
    sheet.columns.push_back({{text, text}, 12, kTargets});
  }
  sheet.columns.insert(sheet.columns.end(), {{{"Số liệu gần nhất", "Latest figure"}, 14},
                                             {{"Kỳ số liệu", "Period"}, 10},
                                             {{"Của cơ quan, hoặc số đơn vị có số liệu", "Whose, or how many"}, 22},
                                             {{"Thẩm định", "Verification"}, 22},
                                             {{"Kết quả so với lộ trình", "Assessment"}, 22},
                                             {{"Công bố kết quả kỳ gần nhất", "Publication of the last period"}, 22},
                                             {{"Số kỳ quá hạn công bố", "Periods overdue"}, 12},
                                             {{"Số liệu Thống kê công bố", "Figure of statistics"}, 14},
                                             {{"Kỳ Thống kê công bố", "Period of statistics"}, 12},
                                             {{"Chênh lệch với cơ quan", "Difference from agencies"}, 14},
                                             {{"Cơ quan theo dõi", "Tracking agencies"}, 28},
                                             {{"Đơn vị thực hiện", "Implementing agencies"}, 28},
                                             {{"Ghi chú", "Note"}, 28}});
  for (const auto& row : rows) sheet.rows.push_back(cells_of(context, row->content, years));
  return sheet;
}

Sheet sheet_of(const ViewContext& context, const Rows<RegisterState<BudgetLine>>& rows) {
  Sheet sheet{{"Kinh phí", "Budget"}, {}, {}};
  std::set<std::string> years;
  for (const auto& row : rows)
    if (row->content.need)
      for (const auto& [year, amount] : row->content.need->years) years.insert(year);
  add_place(sheet.columns);
  sheet.columns.insert(sheet.columns.end(), {{{"Nội dung", "Line"}, 50},
                                             {{"Cơ quan chủ trì", "Lead agencies"}, 28},
                                             {{"Cơ quan phối hợp", "Coordinating agencies"}, 28},
                                             {{"Tổng", "Total"}, 18, kNeed}});
  for (const std::string& year : years) sheet.columns.push_back({{year, year}, 18, kNeed});
  for (const auto& row : rows) sheet.rows.push_back(cells_of(context, row->content, years));
  return sheet;
}

Sheet sheet_of(const ViewContext& context, const Rows<DocumentState>& rows) {
  Sheet sheet{{"Văn bản", "Documents"},
              {{{"Mã", "Id"}, 28},
               {{"Loại", "Kind"}, 14},
               {{"Số, ký hiệu", "Number"}, 18},
               {{"Ngày ban hành", "Issued on"}, 12},
               {{"Cơ quan ban hành", "Issuer"}, 28},
               {{"Trích yếu", "Abstract"}, 60},
               {{"Người ký (chức vụ)", "Signer's post"}, 24},
               {{"Tên tệp", "File"}, 24},
               {{"Mã băm của tệp (SHA-256)", "File digest (SHA-256)"}, 24}},
              {}};
  for (const auto& state : rows) {
    const Document& row = state->content;
    const bool readable = context.sight.may_read({Aggregate::kDocument, row.id.value});
    const StoredFile* file = readable ? state->file() : nullptr;
    sheet.rows.push_back({Cell(row.id.value), Cell(row.kind), cell(row.number), cell(row.issued_on), Cell(row.issuer),
                          Cell(row.abstract), cell(row.signer_title), file ? Cell(file->name) : Cell(),
                          file ? Cell(file->digest) : Cell()});
  }
  return sheet;
}

Sheet sheet_of(const ViewContext&, const Rows<DoubtState>& rows) {
  Sheet sheet{{"Điểm cần làm rõ", "Doubts"},
              {{{"Mã", "Id"}, 24},
               {{"Chương trình", "Programme"}, 20},
               {{"Loại", "Kind"}, 16},
               {{"Nội dung", "Text"}, 60},
               {{"Chỗ trong văn bản", "Places"}, 60},
               {{"Kết quả xử lý", "Outcome"}, 24}},
              {}};
  for (const auto& state : rows) {
    const Doubt& row = state->content;
    sheet.rows.push_back({Cell(row.id.value), name_or_blank(row.programme.value), Cell(row.kind), Cell(row.text),
                          name_or_blank(quotes_of(row)),
                          state->settled ? Cell(words_of(state->settled->outcome)) : Cell()});
  }
  return sheet;
}

Sheet sheet_of(const ViewContext& context, const Rows<AgencyState>& rows) {
  Sheet sheet{{"Cơ quan", "Agencies"},
              {{{"Mã", "Id"}, 20},
               {{"Tên", "Name"}, 40},
               {{"Tên viết tắt", "Short name"}, 18},
               {{"Loại", "Kind"}, 14},
               {{"Ngày thành lập", "From"}, 12},
               {{"Ngày kết thúc", "Ended on"}, 12},
               {{"Số phần việc", "Assignments"}, 12, kWork},
               {{"Hoàn thành", "Completed"}, 12, kWork},
               {{"Quá hạn", "Overdue"}, 12, kWork}},
              {}};
  for (const auto& state : rows) {
    const Agency& row = state->content;
    const auto found = context.agency_counts().find(row.id);
    const projections::Counts counts = found == context.agency_counts().end() ? projections::Counts{} : found->second;
    sheet.rows.push_back({Cell(row.id.value), Cell(row.name), cell(row.short_name), Cell(row.kind),
                          cell(state->from_date), cell(state->ended_on), Cell(std::int64_t{counts.total}),
                          Cell(std::int64_t{counts.status[static_cast<std::size_t>(Status::kCompleted)]}),
                          Cell(std::int64_t{counts.timeliness[static_cast<std::size_t>(Timeliness::kOverdue)]})});
  }
  return sheet;
}

}  // namespace luuvet::api
