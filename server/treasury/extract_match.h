// Which cell of which line each row of a treasury file belongs to, and what booking it would change.
#pragma once

#include <optional>
#include <vector>

#include "domain/world.h"
#include "server/treasury/extract_rows.h"

namespace luuvet::server {

enum class MatchState : std::uint8_t { kMatched, kOverCeiling, kUnmatched, kKnown, kSkipped, kFaulty };
BOOST_DESCRIBE_ENUM(MatchState, kMatched, kOverCeiling, kUnmatched, kKnown, kSkipped, kFaulty)

struct MatchedRow {
  ExtractFact fact;
  MatchState state = MatchState::kUnmatched;
  std::optional<ExtractPlace> place;
  std::optional<AgencyId> owner;
  std::optional<PaymentKind> kind;  // what would be booked
  Amount amount = 0;                // as well
  std::optional<Message> fault;
};

struct MatchedRows {
  std::vector<MatchedRow> rows;
  std::vector<ExtractCell> cells;  // before and after what would be booked, in the order of the rows
};

// By the components' codes, else by what a code was last booked as; only lines of the agency's province.
MatchedRows match_extract(const World& world, const AgencyId& agency, const std::vector<ExtractLine>& lines,
                          const ExtractSettings& settings);

}  // namespace luuvet::server
