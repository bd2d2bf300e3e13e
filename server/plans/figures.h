// Numbers, targets and money as papers print them, and where a reading may be wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/plans/file_rows.h"

namespace luuvet::server {

struct ReadNumber {
  Decimal value;
  bool doubtful = false;  // "0.6", "1,200": a point or a comma that papers use in two ways
};

// Vietnamese: "9.615.243", "37,6". None where it is no number and nothing else.
std::optional<ReadNumber> read_number(std::string_view text);

struct ReadTarget {
  Target target;
  bool doubtful = false;
};

// "≥ 40%", "9-10", "X", words. None for a blank cell.
std::optional<ReadTarget> read_target(const FileFigure& figure, std::int64_t year);

struct ReadAmount {
  std::optional<Amount> amount;  // none: blank, or no amount
  bool doubtful = false;         // something stands there that is no whole number of đồng, or may be another
};

ReadAmount read_amount(const FileFigure& figure, std::int64_t scale);

}  // namespace luuvet::server
