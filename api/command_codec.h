// Request to command: which commands there are, where they may be sent, and how their bodies are read.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/base/result.h"
#include "domain/commands.h"

namespace luuvet::api {

// What a POST addresses: a new item of a collection, a command on an item, or an act over several.
enum class TargetKind { kCreate, kItem, kAct };

struct CommandTarget {
  TargetKind kind = TargetKind::kItem;
  Aggregate aggregate = Aggregate::kTask;  // of kCreate and kItem
  std::string_view id;                     // of kItem
  std::string_view name;                   // "report-progress"; of kAct "amend-programme"; empty for kCreate
};

bool is_command(const CommandTarget& target);

// `target` must be a command. kInvalid with pointers when the body is not acceptable.
Result<Command> read_command(const CommandTarget& target, std::string_view body);

}  // namespace luuvet::api
