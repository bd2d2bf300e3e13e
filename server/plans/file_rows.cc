#include "server/plans/file_rows.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "domain/base/fold.h"

namespace luuvet::server {
namespace {

bool is_roman(std::string_view text) {
  return !text.empty() && text.find_first_not_of("IVXLC") == text.npos;
}

// "I", "IV.", "A": what numbers a section; its dot goes.
std::optional<std::string> section_number(std::string text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  const bool letter = text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z';
  if (is_roman(text) || letter) return text;
  return std::nullopt;
}

// Whether the text begins with a small letter: the rest of a sentence. Vietnamese small letters in UTF-8 are told by
// their first byte only where they are ASCII; the others count as beginnings.
bool goes_on(std::string_view text) {
  return !text.empty() && std::islower(static_cast<unsigned char>(text[0]));
}

bool is_figure(PlanField field) {
  return field == PlanField::kTarget || field == PlanField::kTotal || field == PlanField::kNeed;
}

class Reading {
 public:
  explicit Reading(FileRows& out) : out_(out) {}

  void read(const Table& table, const TableUse& use) {
    use_ = &use;
    if (use.annex != annex_ || use.head_rows > 0) section_ = roman_ = letter_ = "";
    annex_ = use.annex;
    for (auto row = static_cast<std::size_t>(use.head_rows); row < table.rows.size(); ++row)
      take(cells_of(table.rows[row], row));
  }

 private:
  FileRow cells_of(const std::vector<TableCell>& cells, std::size_t row) const {
    FileRow result;
    result.table = static_cast<std::size_t>(use_->table);
    result.row = row;
    result.key = std::to_string(use_->table) + "." + std::to_string(row);
    result.kind = use_->kind.value_or(TableKind::kTasks);
    result.scale = use_->scale.value_or(kMillion);
    for (const ColumnUse& use : use_->columns) {
      result.columns.push_back(use.field);
      const auto at = static_cast<std::size_t>(use.column);
      const TableCell cell = at < cells.size() ? cells[at] : TableCell{};
      if (is_figure(use.field))
        result.figures.push_back({use.field, use.year, cell.text, cell.number, {}, cell.percent});
      else
        member(result, use.field) = cell.text;
    }
    return result;
  }

  static std::string& member(FileRow& row, PlanField field) {
    switch (field) {
      case PlanField::kId:
        return row.id;
      case PlanField::kAnnex:
        return row.annex;
      case PlanField::kSection:
        return row.section;
      case PlanField::kNumber:
        return row.number;
      case PlanField::kTitle:
        return row.title;
      case PlanField::kContent:
        return row.content;
      case PlanField::kLead:
        return row.lead;
      case PlanField::kCoordinating:
        return row.coordinating;
      case PlanField::kDeadline:
        return row.deadline;
      case PlanField::kUnit:
        return row.unit;
      case PlanField::kFunding:
        return row.funding;
      case PlanField::kNote:
        return row.note;
      case PlanField::kExternalIds:
        return row.external_ids;
      default:
        return row.deliverables;
    }
  }

  static bool has_figures(const FileRow& row) {
    return std::ranges::any_of(row.figures, [](const FileFigure& figure) { return !figure.text.empty(); });
  }

  void take(FileRow row) {
    const bool blank = row.title.empty() && row.content.empty() && row.lead.empty() && row.deadline.empty() &&
                       row.coordinating.empty() && row.deliverables.empty();
    if (blank || is_sum(row)) return;
    if (row.kind == TableKind::kBudgetLines && !row.has(PlanField::kId)) return take_line(std::move(row));
    if (!heading(row)) keep(std::move(row));
  }

  void keep(FileRow row) {
    if (joins_the_row_before(row)) return join(std::move(row));
    if (!row.has(PlanField::kAnnex)) row.annex = annex_;
    if (!row.has(PlanField::kSection)) row.section = section_;
    if (out_.rows.size() >= kPlanRowsMax)
      out_.too_many = true;
    else
      out_.rows.push_back(std::move(row));
  }

  // "Tổng cộng": no row of the plan.
  static bool is_sum(const FileRow& row) {
    constexpr std::array<std::string_view, 6> kSums = {"tong",    "cong",          "tong cong",
                                                       "tong so", "tong kinh phi", "tong cong kinh phi"};
    return row.kind != TableKind::kTasks && row.id.empty() && std::ranges::find(kSums, fold(row.title)) != kSums.end();
  }

  // Budget lines stand under headings that are rows themselves: "I", in it "A".
  void take_line(FileRow row) {
    const auto level = section_number(row.number);
    row.heading = level.has_value();
    if (!level) {
      if (row.number == row.title && !has_figures(row)) return;  // one cell over all columns: words
      section_ = level_place();
      return keep(std::move(row));
    }
    row.number = *level;
    const bool next = letter_.size() == 1 && *level == std::string(1, static_cast<char>(letter_[0] + 1));
    if (is_roman(*level) && !next) {
      roman_ = *level;
      letter_.clear();
      section_.clear();
    } else {
      letter_ = *level;
      section_ = roman_;
    }
    out_.headings.push_back({annex_, level_place(), row.title});
    keep(std::move(row));
  }

  std::string level_place() const {
    return roman_.empty() || letter_.empty() ? roman_ + letter_ : roman_ + "." + letter_;
  }

  // One cell over all columns, or a section's number with nothing but its name.
  bool heading(const FileRow& row) {
    if (row.has(PlanField::kId)) return false;  // written by us: sections stand in a column
    const bool spread = !row.title.empty() && row.number == row.title;
    const auto section = section_number(row.number);
    const bool alone = row.lead.empty() && row.deadline.empty() && row.deliverables.empty() && !has_figures(row);
    if (spread) {
      const std::size_t end = row.title.find_first_of(". ");
      section_ = section_number(row.title.substr(0, end)).value_or(row.title.substr(0, kSectionMax));
    } else if (section && alone) {
      section_ = *section;
    } else {
      return false;
    }
    out_.headings.push_back({annex_, section_, row.title});
    return true;
  }

  // What a page broke off has no number, and no beginning of a task.
  bool joins_the_row_before(const FileRow& row) const {
    if (out_.rows.empty() || out_.rows.back().table > row.table || !row.has(PlanField::kNumber)) return false;
    return row.id.empty() && row.number.empty() && !row.has(PlanField::kId) &&
           (row.title.empty() || goes_on(row.title));
  }

  void join(FileRow row) {
    FileRow& before = out_.rows.back();
    before.joined = true;
    for (const PlanField field : row.columns) {
      if (is_figure(field)) continue;
      const std::string& more = member(row, field);
      std::string& text = member(before, field);
      if (!more.empty() && more != text) text += (text.empty() ? "" : " ") + more;
    }
  }

  static constexpr std::size_t kSectionMax = 60;
  static constexpr std::int64_t kMillion = 1'000'000;

  FileRows& out_;
  const TableUse* use_ = nullptr;
  std::string annex_;
  std::string section_;
  std::string roman_;  // of budget lines
  std::string letter_;
};

}  // namespace

bool FileRow::has(PlanField field) const {
  return std::ranges::find(columns, field) != columns.end();
}

FileRows rows_of(const std::vector<Table>& tables, const std::vector<TableUse>& use) {
  FileRows rows;
  Reading reading(rows);
  for (const TableUse& one : use)
    if (one.table >= 0 && static_cast<std::size_t>(one.table) < tables.size() && one.head_rows >= 0)
      reading.read(tables[static_cast<std::size_t>(one.table)], one);
  return rows;
}

}  // namespace luuvet::server
