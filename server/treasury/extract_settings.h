// What people say about a treasury file before it is booked: what its columns mean and where its rows belong. Kept
// beside the file; the members are the JSON members.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/money/treasury.h"

namespace luuvet::server {

enum class ExtractField : std::uint8_t { kCode, kText, kKind, kAmount, kPaidOn, kVoucher, kBudgetYear, kFundingSource };
BOOST_DESCRIBE_ENUM(ExtractField, kCode, kText, kKind, kAmount, kPaidOn, kVoucher, kBudgetYear, kFundingSource)

struct ExtractColumn {
  std::int64_t column = 0;  // from 0
  ExtractField field = ExtractField::kCode;
  bool operator==(const ExtractColumn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExtractColumn, (), (column, field))

// Where one row belongs, or that it is none of ours.
struct ExtractFix {
  std::int64_t row = 0;  // of the table, from 0
  std::optional<ExtractPlace> place;
  std::optional<PaymentKind> kind;
  std::optional<bool> skip;
  std::optional<AgencyId> owner;  // who is to find out
};
BOOST_DESCRIBE_STRUCT(ExtractFix, (), (row, place, kind, skip, owner))

struct ExtractSettings {
  ExtractProfile profile = ExtractProfile::kVouchers;
  std::optional<Date> as_at;
  std::optional<std::int64_t> budget_year;      // where no column says it
  std::optional<FundingSource> funding_source;  // as well
  std::optional<std::int64_t> table;            // none: as proposed, as the two below
  std::optional<std::int64_t> head_rows;
  std::optional<std::vector<ExtractColumn>> columns;
  std::vector<ExtractFix> rows;
};
BOOST_DESCRIBE_STRUCT(ExtractSettings, (),
                      (profile, as_at, budget_year, funding_source, table, head_rows, columns, rows))

// How the columns of a head were used last.
struct KnownExtractHead {
  std::string head;  // folded words of all columns
  ExtractProfile profile = ExtractProfile::kVouchers;
  std::vector<ExtractColumn> columns;
};
BOOST_DESCRIBE_STRUCT(KnownExtractHead, (), (head, profile, columns))

}  // namespace luuvet::server
