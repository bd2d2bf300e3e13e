// The commands on extracts of the treasury: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/money/treasury.h"

namespace luuvet {

struct ExtractItem {
  ExtractFact fact;
  std::optional<ExtractPlace> place;  // none: it waits
  std::optional<AgencyId> owner;      // of one that waits
};

// Worked out of a file by the server; one act. Its id is the target's.
struct BookTreasuryExtract {
  std::string name;
  std::string digest;
  ExtractProfile profile = ExtractProfile::kVouchers;
  std::optional<Date> as_at;
  std::optional<DocumentRef> document;
  std::vector<ExtractItem> rows;
  Sequence based_on = 0;  // the state of the log with which it was matched
};

struct SettledRow {
  std::string key;
  std::optional<ExtractPlace> place;  // none: it is none of ours
};
BOOST_DESCRIBE_STRUCT(SettledRow, (), (key, place))

struct SettleTreasuryRows {
  std::vector<SettledRow> rows;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SettleTreasuryRows, (), (rows, reason))

}  // namespace luuvet
