#include "api/reads/money_slice.h"

#include <algorithm>

namespace luuvet::api {

using projections::MoneySlice;

namespace {

constexpr Sequence kYearFirst = 2000;
constexpr Sequence kYearLast = 2100;
constexpr std::string_view kUndetermined = "undetermined";

std::optional<std::int64_t> year_of(Query& query) {
  const auto year = query.position("year");
  if (!year) return std::nullopt;
  if (*year < kYearFirst || *year > kYearLast)
    query.refuse("year", {"Năm không hợp lệ.", "This is no year that is known here."});
  return static_cast<std::int64_t>(std::min(*year, kYearLast));
}

// A source, or what none is assigned to.
void take_source(Query& query, MoneySlice& slice) {
  std::vector<std::string_view> known;
  for (const auto& entry : enum_names<FundingSource>()) known.push_back(entry.name);
  known.push_back(kUndetermined);
  const auto place = query.one_of("funding_source", known);
  if (!place) return;
  slice.unassigned = *place + 1 == known.size();
  if (!slice.unassigned) slice.funding_source = enum_names<FundingSource>()[*place].value;
}

}  // namespace

MoneySlice money_slice(Query& query) {
  MoneySlice slice;
  slice.component = query.id<ComponentTag>("component");
  slice.year = year_of(query);
  take_source(query, slice);
  return slice;
}

}  // namespace luuvet::api
