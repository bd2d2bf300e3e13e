// Deadlines that hang on something that must happen first: "Theo hướng dẫn của Bộ Công an", "10 ngày sau khi có hướng
// dẫn".
#pragma once

#include <optional>

#include "domain/deadlines/deadline.h"
#include "domain/deadlines/deadline_words.h"

namespace luuvet::deadline_text {

// All the words as a trigger, or none; kind kTriggered or kDaysAfterTrigger.
std::optional<Deadline> read_trigger(Words words);

}  // namespace luuvet::deadline_text
