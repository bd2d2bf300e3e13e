#include "server/import/seed_files.h"

#include <algorithm>
#include <fstream>

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> read_programmes(const fs::path& folder) {
  std::ifstream file(folder / kProgrammesFile);
  std::vector<std::string> result;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) result.push_back(line);
  return result;
}

}  // namespace

std::vector<fs::path> list_seed_files(const fs::path& folder) {
  std::vector<fs::path> result;
  const auto add = [&](const fs::path& file) {
    if (fs::exists(folder / file)) result.push_back(file);
  };
  for (const std::string_view file : kRegisterFiles) add(file);
  const std::vector<std::string> programmes = read_programmes(folder);
  for (const std::string_view file : kProgrammeFiles)
    for (const std::string& programme : programmes) add(fs::path(programme) / file);
  add(kDoubtsFile);
  return result;
}

std::vector<fs::path> list_stray_files(const fs::path& folder) {
  const std::vector<fs::path> known = list_seed_files(folder);
  std::vector<fs::path> result;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path file = entry.path().lexically_relative(folder);
    if (file.extension() == ".jsonl" && std::ranges::find(known, file) == known.end()) result.push_back(file);
  }
  std::ranges::sort(result);
  return result;
}

}  // namespace luuvet::server
