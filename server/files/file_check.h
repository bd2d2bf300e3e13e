// Whether the bytes that the log names are there as they were brought.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "server/log/event_log.h"

namespace luuvet::server {

struct FileReport {
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::optional<std::string> wrong;  // the first that is missing or altered, in a sentence
};

// Of all records that were not erased. Throws what reading the log throws.
FileReport check_files(const EventLog& log, const std::filesystem::path& folder);

}  // namespace luuvet::server
