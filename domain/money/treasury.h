// Extracts of the treasury: files whose rows are facts. What belongs somewhere was booked on its line; what does not
// waits here with an owner.
#pragma once

#include <boost/describe.hpp>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/money/budget.h"

namespace luuvet {

enum class ExtractProfile : std::uint8_t {
  kVouchers,    // a payment a row
  kCumulative,  // what was disbursed in all until a day
};
BOOST_DESCRIBE_ENUM(ExtractProfile, kVouchers, kCumulative)

// Where a row belongs.
struct ExtractPlace {
  BudgetLineId line;
  ComponentId component;
  std::int64_t budget_year = 0;
  FundingSource funding_source = FundingSource::kProvincialBudget;
  bool operator==(const ExtractPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExtractPlace, (), (line, component, budget_year, funding_source))

// What the treasury said in one row.
struct ExtractFact {
  std::string key;       // the same whenever the same row comes again
  std::int64_t row = 0;  // in the file, from 0
  std::string code;
  std::string text;
  std::optional<PaymentKind> kind;  // none: of a cumulative total
  Amount amount = 0;                // as the file says it
  Date paid_on;                     // of a total its day
  std::optional<std::string> voucher;
  bool operator==(const ExtractFact&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExtractFact, (), (key, row, code, text, kind, amount, paid_on, voucher))

enum class ExtractRowState : std::uint8_t { kBooked, kWaiting, kSkipped };
BOOST_DESCRIBE_ENUM(ExtractRowState, kBooked, kWaiting, kSkipped)

struct ExtractRow {
  ExtractFact fact;
  ExtractRowState state = ExtractRowState::kWaiting;
  std::optional<AgencyId> owner;      // of one that waits
  std::optional<ExtractPlace> place;  // of one that was booked
  Amount booked = 0;                  // what it changed of what is disbursed there
  Sequence sequence = 0;
  bool operator==(const ExtractRow&) const = default;
};

// What it has changed in one cell.
struct ExtractCell {
  ExtractPlace place;
  Amount before = 0;  // disbursed
  Amount after = 0;
  bool operator==(const ExtractCell&) const = default;
};

struct TreasuryExtract {
  TreasuryExtractId id;
  std::string name;  // of the file
  std::string digest;
  ExtractProfile profile = ExtractProfile::kVouchers;
  std::optional<Date> as_at;
  AgencyId agency;
  Sequence booked_at = 0;
  Instant time;
  std::vector<std::shared_ptr<const ExtractRow>> rows;  // booked or kept, in the order of the log
  std::vector<ExtractCell> cells;
};

// A row that was booked or waits: it is not taken again.
struct TreasuryRow {
  std::string row;  // its key
  TreasuryExtractId extract;
  const std::string& key() const { return row; }
  bool operator==(const TreasuryRow&) const = default;
};

// What a code was last booked as.
struct TreasuryCode {
  std::string code;
  BudgetLineId line;
  ComponentId component;
  const std::string& key() const { return code; }
  bool operator==(const TreasuryCode&) const = default;
};

inline constexpr std::size_t kExtractRowsMax = 2'000;
inline constexpr std::size_t kFactBytesMax = 400;  // code, text and voucher of a row, each

// The key of a row; `repeat`: how many equal rows stand above it in the file.
std::string extract_row_key(ExtractProfile profile, const ExtractFact& fact, std::int64_t budget_year,
                            FundingSource source, std::int64_t repeat);

}  // namespace luuvet
