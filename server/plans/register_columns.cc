// Which column of a table of indicators or of money means what, by the words of its head: one row, or two where years
// stand under a word of their own.
#include <algorithm>
#include <array>
#include <set>

#include "domain/base/fold.h"
#include "server/plans/file_rows.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kHeadSearchRows = 25;
constexpr std::size_t kColumnsLeast = 3;
constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kYearsOfMoney = 2;  // columns of years that make a table one of money

struct HeadWords {
  std::string_view folded;  // the head has these words
  std::optional<PlanField> field;
};

// The first that fits counts.
constexpr std::array kOfBoth = {HeadWords{"ma dong cha", std::nullopt}, HeadWords{"phu luc", PlanField::kAnnex},
                                HeadWords{"ghi chu", PlanField::kNote}, HeadWords{"don vi tinh", PlanField::kUnit},
                                HeadWords{"dvt", PlanField::kUnit}};
constexpr std::array kOfIndicators = {
    HeadWords{"theo doi", PlanField::kLead},        HeadWords{"danh gia", PlanField::kLead},
    HeadWords{"tong hop", PlanField::kLead},        HeadWords{"thuc hien", PlanField::kCoordinating},
    HeadWords{"chu tri", PlanField::kLead},         HeadWords{"phoi hop", PlanField::kCoordinating},
    HeadWords{"chi tieu giao", PlanField::kTarget}, HeadWords{"gia tri", PlanField::kTarget},
    HeadWords{"ten chi tieu", PlanField::kTitle},   HeadWords{"muc tieu chi tieu", PlanField::kTitle},
    HeadWords{"chi tieu", PlanField::kTitle},       HeadWords{"noi dung", PlanField::kTitle},
    HeadWords{"muc tieu", PlanField::kTarget},      HeadWords{"ke hoach", PlanField::kTarget}};
constexpr std::array kOfMoney = {
    HeadWords{"chu tri", PlanField::kLead},   HeadWords{"phoi hop", PlanField::kCoordinating},
    HeadWords{"nguon", PlanField::kFunding},  HeadWords{"tong", PlanField::kTotal},
    HeadWords{"nhiem vu", PlanField::kTitle}, HeadWords{"noi dung", PlanField::kTitle},
    HeadWords{"danh muc", PlanField::kTitle}, HeadWords{"du an", PlanField::kTitle},
    HeadWords{"hang muc", PlanField::kTitle}, HeadWords{"kinh phi", PlanField::kTotal},
    HeadWords{"nhu cau", PlanField::kTotal},  HeadWords{"don vi", PlanField::kLead}};
constexpr std::array kWholeHeads = {HeadWords{"ma", PlanField::kId}, HeadWords{"muc", PlanField::kSection},
                                    HeadWords{"tt", PlanField::kNumber}, HeadWords{"stt", PlanField::kNumber},
                                    HeadWords{"so tt", PlanField::kNumber}};

bool has_words(const std::string& folded, std::string_view words) {
  return (" " + folded + " ").find(" " + std::string(words) + " ") != std::string::npos;
}

bool is_year(std::string_view word) {
  return word.size() == kYearDigits && word.starts_with("20") && word.find_first_not_of("0123456789") == word.npos;
}

// The only year that the words name; "2026-2030" names two.
std::optional<std::int64_t> year_in(const std::string& folded) {
  std::set<std::string> years;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find_first_not_of("0123456789", begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    if (is_year(word)) years.insert(word);
    begin = end + 1;
  }
  return years.size() == 1 ? std::optional(std::stoll(*years.begin())) : std::nullopt;
}

struct Head {
  std::vector<std::string> words;  // folded, of each column
  std::vector<std::string> above;  // of the row over it
};

std::vector<std::string> folded(const std::vector<TableCell>& row) {
  std::vector<std::string> words;
  for (const TableCell& cell : row) words.push_back(fold(cell.text));
  return words;
}

bool anywhere(const Head& head, std::string_view words) {
  const auto has = [&](const std::string& each) { return has_words(each, words); };
  return std::ranges::any_of(head.words, has) || std::ranges::any_of(head.above, has);
}

std::optional<TableKind> kind_of(const Head& head) {
  const auto years = static_cast<std::size_t>(
      std::ranges::count_if(head.words, [](const std::string& words) { return year_in(words).has_value(); }));
  const bool work = anywhere(head, "thoi gian") || anywhere(head, "thoi han") || anywhere(head, "san pham");
  const bool measured =
      anywhere(head, "don vi tinh") || anywhere(head, "dvt") || years > 0 || anywhere(head, "muc tieu");
  if (anywhere(head, "chi tieu") && measured && !work) return TableKind::kIndicators;
  const bool money = anywhere(head, "kinh phi") || anywhere(head, "nhu cau") || anywhere(head, "tong");
  if (money && years >= kYearsOfMoney) return TableKind::kBudgetLines;
  return std::nullopt;
}

template <class Words>
std::optional<HeadWords> found_in(const Words& all, const std::string& words) {
  for (const HeadWords& each : all)
    if (has_words(words, each.folded)) return each;
  return std::nullopt;
}

std::optional<ColumnUse> column_of(TableKind kind, const std::string& words, std::int64_t at) {
  const bool money = kind == TableKind::kBudgetLines;
  if (const auto year = year_in(words)) return ColumnUse{at, money ? PlanField::kNeed : PlanField::kTarget, year};
  for (const HeadWords& each : kWholeHeads)
    if (words == each.folded) return ColumnUse{at, *each.field};
  auto known = found_in(kOfBoth, words);
  if (!known) known = money ? found_in(kOfMoney, words) : found_in(kOfIndicators, words);
  if (!known || !known->field) return std::nullopt;
  return ColumnUse{at, *known->field};
}

// Each meaning once, by the column furthest left; targets and money once for each year.
std::vector<ColumnUse> columns_of(TableKind kind, const Head& head) {
  std::vector<ColumnUse> columns;
  for (std::size_t at = 0; at < head.words.size(); ++at) {
    const auto column = column_of(kind, head.words[at], static_cast<std::int64_t>(at));
    if (!column) continue;
    const bool taken = std::ranges::any_of(
        columns, [&](const ColumnUse& each) { return each.field == column->field && each.year == column->year; });
    if (!taken) columns.push_back(*column);
  }
  return columns;
}

bool has(const std::vector<ColumnUse>& columns, PlanField field) {
  return std::ranges::find(columns, field, &ColumnUse::field) != columns.end();
}

// By what stands in the head or over it.
std::int64_t scale_of(const Table& table, std::size_t head_rows) {
  struct Scale {
    std::string_view words;
    std::int64_t dong;
  };
  constexpr std::array kScales = {Scale{"trieu dong", 1'000'000}, Scale{"ty dong", 1'000'000'000},
                                  Scale{"nghin dong", 1'000}, Scale{"dong", 1}};
  for (const Scale& scale : kScales)
    for (std::size_t row = 0; row < head_rows; ++row)
      for (const std::string& words : folded(table.rows[row]))
        if (has_words(words, scale.words)) return scale.dong;
  return kScales.front().dong;
}

}  // namespace

std::optional<TableUse> propose_register_use(const Table& table, std::size_t at) {
  std::optional<TableUse> best;
  for (std::size_t row = 0; row < std::min(table.rows.size(), kHeadSearchRows); ++row) {
    const Head head{folded(table.rows[row]), row > 0 ? folded(table.rows[row - 1]) : std::vector<std::string>{}};
    const auto kind = kind_of(head);
    if (!kind) continue;
    TableUse use{static_cast<std::int64_t>(at), static_cast<std::int64_t>(row + 1), {}, columns_of(*kind, head), kind};
    const bool figures = has(use.columns, PlanField::kTarget) || has(use.columns, PlanField::kNeed);
    if (!has(use.columns, PlanField::kTitle) || !figures || use.columns.size() < kColumnsLeast) continue;
    if (!best || use.columns.size() > best->columns.size()) best = std::move(use);
  }
  if (!best) return best;
  const auto next = static_cast<std::size_t>(best->head_rows);
  if (next < table.rows.size() && numbers_columns(table.rows[next])) ++best->head_rows;
  if (best->kind == TableKind::kBudgetLines) best->scale = scale_of(table, static_cast<std::size_t>(best->head_rows));
  return best;
}

}  // namespace luuvet::server
