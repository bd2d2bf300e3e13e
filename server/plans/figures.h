// Targets and money of a file, and where a reading may be wrong.
#pragma once

#include <optional>

#include "domain/indicators/target_words.h"
#include "server/plans/file_rows.h"

namespace luuvet::server {

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
