// The seeds of the repository, read once for all tests of this program.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "server/import/seeds.h"

namespace luuvet::server::testing {

std::filesystem::path seeds_folder();

const Seeds& all_seeds();

// The rows of one register in printed order, all programmes one after the other.
template <class Content>
std::vector<const Content*> rows_of() {
  std::vector<const Content*> result;
  for (const SeedRow& row : all_seeds().rows)
    if (const auto* import = std::get_if<ImportRow<Content>>(&row.command.body)) result.push_back(&import->row);
  return result;
}

// The same, of one programme.
template <class Content>
std::vector<const Content*> rows_of(std::string_view programme) {
  std::vector<const Content*> result = rows_of<Content>();
  std::erase_if(result, [&](const Content* row) { return row->programme.value != programme; });
  return result;
}

// Tasks that carry work: neither groups nor links to another plan.
std::vector<const Task*> leaf_tasks(std::string_view programme);

// Every row of the papers says where it stands.
inline const Source& source_of(const Task& task) {
  return task.source.value();
}
inline const Source& source_of(const Indicator& indicator) {
  return indicator.source;
}
inline const Source& source_of(const BudgetLine& line) {
  return line.source;
}

// Null if there is none.
template <class Content>
const Content* find_row(std::string_view id) {
  for (const Content* row : rows_of<Content>())
    if (row->id.value == id) return row;
  return nullptr;
}

}  // namespace luuvet::server::testing
