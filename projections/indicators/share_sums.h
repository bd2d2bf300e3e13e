// What the shares of an indicator (giao chỉ tiêu) add up to, held against the target of the whole.
#pragma once

#include <optional>
#include <vector>

#include "domain/indicators/indicator_terms.h"

namespace luuvet::projections {

struct ShareSum {
  std::int64_t year = 0;
  Decimal sum;
  std::int64_t agencies = 0;          // whose share of that year is a number
  std::optional<Decimal> target;      // of the whole in that year; none: there is none, or it is no single number
  std::optional<Decimal> difference;  // the sum less the target
};
BOOST_DESCRIBE_STRUCT(ShareSum, (), (year, sum, agencies, target, difference))

// By year, of the shares in force on the day that agencies have which submit on it. Nothing unless the definition adds
// the figures of agencies (X93).
std::vector<ShareSum> share_sums(const World& world, const Indicator& row, Date date);

}  // namespace luuvet::projections
