// Reads the numbers that can be measured out of a Vietnamese task's or product's words: "tối thiểu 80% hồ sơ trực
// tuyến", "xác định 03 bài toán lớn". Not dates, years, numbers of papers and lists, ages and spans of time, names
// ("5G", "mô hình 4 lớp"), nor shares of nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/registers.h"

namespace luuvet {

struct MeasureReading {
  Comparator comparator = Comparator::kEqual;  // kAtLeast to kRange; kEqual where the words do not compare
  TargetValue value;
  std::optional<std::string> unit;  // "%", "triệu đồng", "doanh nghiệp"
  std::string what;                 // the words behind it, else those before: at most kMeasureWords of them
  std::size_t begin = 0;            // bytes: from its comparison to its unit
  std::size_t end = 0;
  bool doubtful = false;  // "0.6", "1,000": how the number is meant has to be asked
};

inline constexpr std::size_t kMeasureWords = 20;

// In the order of the text. Any text, in NFC or not; total, and linear in its length.
std::vector<MeasureReading> read_measures(std::string_view text);

}  // namespace luuvet
