#include "api/sheets/sheet_money.h"

#include <algorithm>

#include "api/sheets/sheet_words.h"
#include "projections/money/money_sums.h"

namespace luuvet::api {
namespace {

using projections::MoneySlice;
using projections::MoneySums;
using projections::sums_of;

constexpr Amount kMillion = 1'000'000;

const Message kSources = {"Nguồn đã xác định", "Assigned to sources"};
const Message kDone = {"Kết quả", "So far"};

struct SourceHead {
  FundingSource source;
  Message title;
};
const std::vector<SourceHead>& source_heads() {
  static const std::vector<SourceHead> kHeads = {
      {FundingSource::kCentralBudget, {"Ngân sách Trung ương", "Central budget"}},
      {FundingSource::kProvincialBudget, {"Ngân sách tỉnh", "Provincial budget"}},
      {FundingSource::kCommuneBudget, {"Ngân sách xã", "Commune budget"}},
      {FundingSource::kPrivateAndOther, {"Doanh nghiệp và nguồn khác", "Private and other"}}};
  return kHeads;
}

// Triệu đồng; a part of one stays.
Cell millions(Amount amount) {
  if (amount == 0) return {};
  if (amount % kMillion == 0) return Cell(static_cast<std::int64_t>(amount / kMillion));
  return Cell(static_cast<double>(amount) / static_cast<double>(kMillion));
}

std::vector<Column> columns_of(const Programme& programme) {
  const std::string years = std::to_string(programme.year_from) + " - " + std::to_string(programme.year_to);
  std::vector<Column> columns = {{{"TT", "No."}, 6},
                                 {{"Tên nhiệm vụ/hoạt động/dự án", "Task, activity, project"}, 48},
                                 {{"Cơ quan chủ trì thực hiện", "Lead agency"}, 28},
                                 {{"Cơ quan phối hợp thực hiện", "Coordinating agency"}, 28},
                                 {{"Nhu cầu vốn giai đoạn " + years, "Need " + years}, 16}};
  for (std::int64_t year = programme.year_from; year <= programme.year_to; ++year)
    columns.push_back({{"Năm " + std::to_string(year), "Year " + std::to_string(year)}, 12});
  for (const SourceHead& head : source_heads()) columns.push_back({head.title, 14, kSources});
  columns.push_back({{"Chưa xác định nguồn", "Unassigned"}, 14, kSources});
  columns.push_back({{"Vốn đã bố trí", "Allocated"}, 14, kDone});
  columns.push_back({{"Đã giải ngân", "Disbursed"}, 14, kDone});
  return columns;
}

// The numbers of a row: each amount of it over the lines that it stands for.
class Numbers {
 public:
  explicit Numbers(const Programme& programme) : programme_(programme) {}

  void add(const BudgetLine& line, const BudgetBook* book) {
    std::size_t at = 0;
    const MoneySums whole = sums_of(line, book);
    count(at++, whole.need);
    for (std::int64_t year = programme_.year_from; year <= programme_.year_to; ++year)
      count(at++, of_year(need_in_force(line, book), year));
    for (const SourceHead& head : source_heads()) {
      MoneySlice slice;
      slice.funding_source = head.source;
      count(at++, sums_of(line, book, slice).assigned);
    }
    for (const Amount amount : {whole.unassigned, whole.allocated, whole.disbursed}) count(at++, amount);
  }

  void write(std::vector<Cell>& cells) const {
    for (const Amount amount : amounts_) cells.push_back(millions(amount));
  }
  std::size_t size() const { return amounts_.size(); }

 private:
  void count(std::size_t at, Amount amount) {
    if (at == amounts_.size()) amounts_.push_back(0);
    amounts_[at] = plus(amounts_[at], amount);
  }

  const Programme& programme_;
  std::vector<Amount> amounts_;
};

std::vector<const RegisterState<BudgetLine>*> printed_rows(const World& world, const ProgrammeId& programme) {
  std::vector<const RegisterState<BudgetLine>*> rows;
  world.budget_lines.for_each([&](const auto& row) {
    if (row->content.programme == programme) rows.push_back(row.get());
  });
  std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->life.first < b->life.first; });
  return rows;
}

std::vector<Cell> row_of(const World& world, const Programme& programme, const BudgetLine& line, std::size_t width) {
  std::vector<Cell> cells = {cell(line.source.number), Cell(line.name), cell(line.lead_text),
                             cell(line.coordinating_text)};
  if (!line.heading) {
    Numbers numbers(programme);
    numbers.add(line, world.budget_books.find(line.id.value));
    numbers.write(cells);
  }
  cells.resize(width);
  return cells;
}

}  // namespace

std::optional<Workbook> money_workbook(const ViewContext& context, std::string_view programme) {
  const World& world = context.views.world;
  const auto* state = world.programmes.find(programme);
  if (!state) return std::nullopt;
  Sheet sheet;
  sheet.name = {"Kinh phí", "Money"};
  sheet.columns = columns_of(state->content);
  const auto rows = printed_rows(world, state->content.id);
  Numbers total(state->content);
  for (const auto* row : rows)
    if (!row->content.heading) total.add(row->content, world.budget_books.find(row->content.id.value));
  std::vector<Cell> first(4);
  total.write(first);
  first.resize(sheet.columns.size());
  sheet.rows.push_back(std::move(first));
  for (const auto* row : rows) sheet.rows.push_back(row_of(world, state->content, row->content, sheet.columns.size()));
  Workbook book;
  book.title = {"Tổng hợp kinh phí thực hiện (triệu đồng): " + state->content.title,
                "Funding (million đồng): " + state->content.title};
  book.sheets.push_back(std::move(sheet));
  return book;
}

}  // namespace luuvet::api
