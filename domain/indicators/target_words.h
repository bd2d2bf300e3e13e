// Numbers and targets as papers print them, and where a reading may be wrong.
#pragma once

#include <optional>
#include <string_view>

#include "domain/registers.h"

namespace luuvet {

struct ReadNumber {
  Decimal value;
  bool doubtful = false;  // "0.6", "1,200": a point or a comma that papers use in two ways
};

// Vietnamese: "9.615.243", "37,6". None where it is no number and nothing else.
std::optional<ReadNumber> read_number(std::string_view text);

struct TargetWords {
  Comparator comparator = Comparator::kEqual;
  TargetValue value;
  bool doubtful = false;
};

// "≥ 40%", "9-10", "X", words. `line` has no breaks and no blanks around it.
TargetWords read_target_words(std::string_view line);

// Whether the words plainly say another comparator or number than the typed target: "≥ 50" beside "<= 5". What is
// doubtful, words without a number, and a place, which words do not tell, contradict nothing.
bool contradicts(std::string_view text, Comparator comparator, const TargetValue& value);

}  // namespace luuvet
