// The protected words of a command, as its event has them.
#pragma once

#include <optional>
#include <string>

#include "domain/tasks/assignment.h"

namespace luuvet {

// None where nothing was written.
std::optional<ReasonText> reason_words(std::optional<std::string> reason,
                                       std::optional<std::string> note = std::nullopt);
std::optional<ReasonText> note_words(std::optional<std::string> note);

}  // namespace luuvet
