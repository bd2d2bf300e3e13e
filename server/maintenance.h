// What an operator does with the server stopped: import, check, erase, prune. Each returns the process's exit code.
#pragma once

#include "server/command_line.h"

namespace luuvet::server {

int import_seeds_folder(const CommandLine& line);
int check(const CommandLine& line);
int erase(const CommandLine& line);
int first_administrator(const CommandLine& line);
int prune_access_log(const CommandLine& line);

}  // namespace luuvet::server
