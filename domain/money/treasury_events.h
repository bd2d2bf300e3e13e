// The facts on extracts of the treasury; what was booked of them are `BudgetDisbursed` on the lines: see
// domain/events.h.
#pragma once

#include <optional>
#include <string>

#include "domain/money/treasury.h"

namespace luuvet {

struct TreasuryExtractBooked {
  std::string name;
  std::string digest;
  ExtractProfile profile = ExtractProfile::kVouchers;
  std::optional<Date> as_at;
  std::int64_t booked = 0;
  std::int64_t waiting = 0;
  std::optional<DocumentRef> document;
  bool operator==(const TreasuryExtractBooked&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreasuryExtractBooked, (), (name, digest, profile, as_at, booked, waiting, document))

// It does not say where it belongs.
struct TreasuryRowKept {
  ExtractFact fact;
  std::optional<AgencyId> owner;
  bool operator==(const TreasuryRowKept&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreasuryRowKept, (), (fact, owner))

struct TreasuryRowSettled {
  std::string row;                    // its key
  std::optional<ExtractPlace> place;  // none: it is none of ours
  std::optional<ReasonText> open;
  bool operator==(const TreasuryRowSettled&) const = default;
};
BOOST_DESCRIBE_STRUCT(TreasuryRowSettled, (), (row, place, open))

}  // namespace luuvet
