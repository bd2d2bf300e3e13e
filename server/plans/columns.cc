// Which column means what, by the words of its head.
#include <algorithm>
#include <array>

#include "domain/base/fold.h"
#include "server/plans/file_rows.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kHeadSearchRows = 25;
constexpr std::size_t kTablesNamed = 5;
constexpr std::size_t kColumnsNamed = 10;  // of each table

struct HeadWords {
  std::string_view folded;  // the head has these words
  std::optional<PlanField> field;
};

// The first that fits counts; each field is taken once, by the column furthest left.
constexpr std::array kHeadWords = {
    HeadWords{"ma dong cha", std::nullopt},           HeadWords{"ma o he thong khac", PlanField::kExternalIds},
    HeadWords{"phoi hop", PlanField::kCoordinating},  HeadWords{"chu tri", PlanField::kLead},
    HeadWords{"co quan thuc hien", PlanField::kLead}, HeadWords{"don vi thuc hien", PlanField::kLead},
    HeadWords{"thoi gian", PlanField::kDeadline},     HeadWords{"thoi han", PlanField::kDeadline},
    HeadWords{"tien do", PlanField::kDeadline},       HeadWords{"san pham", PlanField::kDeliverables},
    HeadWords{"ket qua", PlanField::kDeliverables},   HeadWords{"noi dung nhiem vu", PlanField::kTitle},
    HeadWords{"nhiem vu", PlanField::kTitle},         HeadWords{"noi dung", PlanField::kContent},
    HeadWords{"phu luc", PlanField::kAnnex},
};
constexpr std::array kWholeHeads = {HeadWords{"ma", PlanField::kId}, HeadWords{"muc", PlanField::kSection},
                                    HeadWords{"tt", PlanField::kNumber}, HeadWords{"stt", PlanField::kNumber},
                                    HeadWords{"so tt", PlanField::kNumber}};

std::optional<PlanField> field_of(const std::string& head) {
  const std::string folded = fold(head);
  for (const HeadWords& words : kWholeHeads)
    if (folded == words.folded) return words.field;
  const std::string padded = " " + folded + " ";
  for (const HeadWords& words : kHeadWords)
    if (padded.find(" " + std::string(words.folded) + " ") != std::string::npos) return words.field;
  return std::nullopt;
}

bool has(const std::vector<ColumnUse>& columns, PlanField field) {
  return std::ranges::find(columns, field, &ColumnUse::field) != columns.end();
}

std::vector<ColumnUse> columns_of(const std::vector<TableCell>& head) {
  std::vector<ColumnUse> columns;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const auto field = field_of(head[at].text);
    if (field && !has(columns, *field)) columns.push_back({static_cast<std::int64_t>(at), *field});
  }
  // "Nội dung" alone is what is to be done.
  if (!has(columns, PlanField::kTitle))
    for (ColumnUse& column : columns)
      if (column.field == PlanField::kContent) column.field = PlanField::kTitle;
  return columns;
}

bool is_head(const std::vector<ColumnUse>& columns) {
  return has(columns, PlanField::kTitle) && columns.size() >= 3 &&
         (has(columns, PlanField::kDeadline) || has(columns, PlanField::kDeliverables));
}

std::optional<TableUse> use_of(const Table& table, std::size_t at) {
  std::optional<TableUse> best;
  for (std::size_t row = 0; row < std::min(table.rows.size(), kHeadSearchRows); ++row) {
    TableUse use{static_cast<std::int64_t>(at), static_cast<std::int64_t>(row + 1), {}, columns_of(table.rows[row])};
    if (!is_head(use.columns)) continue;
    // A head of two rows: the lower one says it again.
    const bool next = best && use.head_rows == best->head_rows + 1;
    if (!best || use.columns.size() > best->columns.size() || (next && use.columns.size() == best->columns.size()))
      best = std::move(use);
  }
  if (!best) return best;
  const auto next = static_cast<std::size_t>(best->head_rows);
  if (next < table.rows.size() && numbers_columns(table.rows[next])) ++best->head_rows;
  return best;
}

// Those that have a name and something below it.
std::vector<std::string> unread_columns(const Table& table, const TableUse& use) {
  const auto head_rows = static_cast<std::size_t>(use.head_rows);
  const std::vector<std::string> heads = heads_of(table, head_rows);
  std::vector<std::string> names;
  for (std::size_t at = 0; at < heads.size(); ++at) {
    const auto column = static_cast<std::int64_t>(at);
    if (heads[at].empty() || std::ranges::find(use.columns, column, &ColumnUse::column) != use.columns.end()) continue;
    const bool filled = std::any_of(table.rows.begin() + use.head_rows, table.rows.end(),
                                    [&](const auto& row) { return at < row.size() && !row[at].text.empty(); });
    if (filled) names.push_back(heads[at]);
  }
  return names;
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t at = 0; at < std::min(names.size(), most); ++at) text += (at == 0 ? "" : ", ") + names[at];
  return names.size() > most ? text + ", …" : text;
}

bool is_read(const std::vector<TableUse>& uses, std::size_t at) {
  const auto use = std::ranges::find(uses, static_cast<std::int64_t>(at), &TableUse::table);
  return use != uses.end() && has(use->columns, PlanField::kTitle);
}

}  // namespace

// Signatures and addresses of papers stand in tables of two columns.
std::optional<Message> unread_note(const std::vector<Table>& tables, const std::vector<TableUse>& use) {
  std::string names;
  std::size_t count = 0;
  for (std::size_t at = 0; at < tables.size(); ++at) {
    if (is_read(use, at) || tables[at].rows.size() < 2 || width_of(tables[at]) < 3) continue;
    if (++count <= kTablesNamed) names += (names.empty() ? "" : ", ") + tables[at].name;
  }
  if (count == 0) return std::nullopt;
  if (count > kTablesNamed) names += ", …";
  return Message{"Chưa nhận ra các cột của bảng " + names + "; hãy chọn bảng là gì và mỗi cột là gì.",
                 "The columns of table " + names + " are not known: choose what it has and what each column is."};
}

std::optional<Message> unread_columns_note(const std::vector<Table>& tables, const std::vector<TableUse>& use) {
  std::vector<std::string> of_tables;
  for (const TableUse& each : use) {
    const Table& table = tables[static_cast<std::size_t>(each.table)];
    const std::vector<std::string> names = unread_columns(table, each);
    if (!names.empty()) of_tables.push_back(table.name + " (" + listed(names, kColumnsNamed) + ")");
  }
  if (of_tables.empty()) return std::nullopt;
  const std::string places = listed(of_tables, kTablesNamed);
  return Message{"Có cột không được đọc, ở bảng " + places + "; nếu cần, hãy chọn các cột đó là gì.",
                 "Columns that are not read, in table " + places + ": choose what they are where they matter."};
}

std::size_t width_of(const Table& table) {
  std::size_t width = 0;
  for (const auto& row : table.rows) width = std::max(width, row.size());
  return width;
}

bool numbers_columns(const std::vector<TableCell>& row) {
  std::size_t numbers = 0;
  for (std::size_t at = 0; at < row.size(); ++at) {
    std::string text = row[at].text;
    std::erase_if(text, [](char c) { return c == '(' || c == ')'; });
    numbers += text == std::to_string(at + 1) ? 1 : 0;
  }
  return row.size() >= 3 && numbers == row.size();
}

std::vector<TableUse> propose_use(const std::vector<Table>& tables) {
  std::vector<TableUse> proposed;
  const Table* before = nullptr;
  for (std::size_t at = 0; at < tables.size(); ++at) {
    auto use = propose_register_use(tables[at], at);
    if (!use) use = use_of(tables[at], at);
    if (!use && before && !proposed.empty() && width_of(tables[at]) == width_of(*before)) {
      use = proposed.back();
      use->table = static_cast<std::int64_t>(at);
      use->head_rows = 0;
    }
    before = use ? &tables[at] : nullptr;
    if (use) proposed.push_back(*std::move(use));
  }
  return proposed;
}

std::vector<std::string> heads_of(const Table& table, std::size_t head_rows) {
  std::vector<std::string> heads(width_of(table));
  for (std::size_t row = 0; row < std::min(head_rows, table.rows.size()); ++row)
    for (std::size_t at = 0; at < table.rows[row].size(); ++at)
      if (!table.rows[row][at].text.empty() && !numbers_columns(table.rows[row])) heads[at] = table.rows[row][at].text;
  return heads;
}

}  // namespace luuvet::server
