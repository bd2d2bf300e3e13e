#include "server/plans/settings_check.h"

#include <algorithm>
#include <set>

#include "domain/body_check.h"
#include "server/plans/file_rows.h"

namespace luuvet::server {
namespace {

class SettingsCheck {
 public:
  std::vector<FieldError> run(const std::vector<Table>& tables, const std::vector<TableUse>& uses) {
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < uses.size() && faults_.size() < kSettingsFaultsMax; ++i) {
      const TableUse& use = uses[i];
      const std::string pointer = at("/tables", i);
      if (!lies_in(use.table, tables.size()))
        fault(pointer + "/table", "Tệp không có bảng này: có " + count(tables.size()) + " bảng, đánh số từ 0.",
              "The file has no such table: it has " + count(tables.size()) + ", counted from 0.");
      else if (!seen.insert(use.table).second)
        fault(pointer + "/table", "Mỗi bảng chỉ nêu một lần.", "Each table is named once.");
      else
        table(pointer, tables[static_cast<std::size_t>(use.table)], use);
    }
    return std::move(faults_);
  }

 private:
  static std::string count(std::size_t number) { return std::to_string(number); }

  static bool lies_in(std::int64_t place, std::size_t size) {
    return place >= 0 && static_cast<std::size_t>(place) < size;
  }

  void fault(std::string pointer, std::string vi, std::string en) {
    if (faults_.size() < kSettingsFaultsMax) faults_.push_back({std::move(pointer), {std::move(vi), std::move(en)}});
  }

  void table(const std::string& pointer, const Table& table, const TableUse& use) {
    if (!lies_in(use.head_rows, table.rows.size() + 1))
      fault(pointer + "/head_rows", "Bảng chỉ có " + count(table.rows.size()) + " dòng.",
            "The table has " + count(table.rows.size()) + " rows.");
    const std::size_t width = width_of(table);
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < use.columns.size(); ++i) {
      const std::string place = at(pointer + "/columns", i) + "/column";
      if (!lies_in(use.columns[i].column, width))
        fault(place, "Bảng không có cột này: có " + count(width) + " cột, đánh số từ 0.",
              "The table has no such column: it has " + count(width) + ", counted from 0.");
      else if (!seen.insert(use.columns[i].column).second)
        fault(place, "Mỗi cột chỉ nêu một lần.", "Each column is named once.");
    }
  }

  std::vector<FieldError> faults_;
};

}  // namespace

std::vector<FieldError> settings_faults(const std::vector<Table>& tables, const std::vector<TableUse>& uses) {
  return SettingsCheck{}.run(tables, uses);
}

}  // namespace luuvet::server
