// Số liệu Thống kê công bố: what the statistics agency says of an indicator for a period that is over, beside what the
// agencies submit.
#pragma once

#include <optional>
#include <string>

#include "domain/figures/submission.h"

namespace luuvet {

// Of the whole, or of one agency. A later one of the same replaces it; without a value nothing stands any more.
struct OfficialFigure {
  std::optional<AgencyId> agency;
  std::string period;
  Figure figure;
  DocumentRef document;
  std::optional<ReasonText> text;  // why the one before is replaced
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId by;  // the statistics agency
  bool operator==(const OfficialFigure&) const = default;
};

inline constexpr std::size_t kOfficialFiguresMax = 1000;  // of an indicator, those replaced or withdrawn as well

}  // namespace luuvet
