// Which files a seeds folder has, and in which order they are read.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server {

// The folders of the programmes, one a line, in the order in which people should meet them.
inline constexpr std::string_view kProgrammesFile = "programmes.txt";

inline constexpr std::array<std::string_view, 4> kRegisterFiles = {"agencies.jsonl", "agency-groups.jsonl",
                                                                   "documents.jsonl", "committees.jsonl"};
inline constexpr std::array<std::string_view, 9> kProgrammeFiles = {
    "programme.jsonl",    "members.jsonl", "posts.jsonl", "indicators.jsonl",      "breaks.jsonl",
    "budget-lines.jsonl", "ratios.jsonl",  "tasks.jsonl", "reporting-duties.jsonl"};
inline constexpr std::string_view kDoubtsFile = "doubts.jsonl";

// Relative paths in reading order: registers, then kind by kind through all programmes, then doubts. Of those named
// here only what is there. Throws std::filesystem::filesystem_error.
std::vector<std::filesystem::path> list_seed_files(const std::filesystem::path& folder);

// `.jsonl` files that the list leaves out: a misspelt name would otherwise be overlooked.
std::vector<std::filesystem::path> list_stray_files(const std::filesystem::path& folder);

}  // namespace luuvet::server
