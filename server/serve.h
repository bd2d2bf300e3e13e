// `luuvet serve`: builds every object, top down, and runs until SIGTERM or Ctrl-C.
#pragma once

#include "server/command_line.h"

namespace luuvet::server {

inline constexpr int kStorageFailed = 3;  // exit code

// The process's exit code. Throws what Instance throws, and boost::system::system_error if the port cannot be had.
int serve(const CommandLine& line);

// Imports the folder into an engine that has not been started; prints what came of it. False if the folder has faults.
bool import_folder(Engine& engine, const std::filesystem::path& folder);

// For LogFailure behind the writer's back: says so and ends the process at once; what was acknowledged is on disk.
[[noreturn]] void end_on_failure(const std::string& what);

}  // namespace luuvet::server
