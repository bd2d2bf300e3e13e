// Money of whatever is filtered: what is needed, allocated and disbursed, in all and in groups.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/money/money_sums.h"

namespace luuvet::projections {

enum class MoneyGroup : std::uint8_t { kSection, kAgency, kYear, kFundingSource, kLine, kComponent };
BOOST_DESCRIBE_ENUM(MoneyGroup, kSection, kAgency, kYear, kFundingSource, kLine, kComponent)

// Empty members do not filter; all others must hold.
struct MoneyFilter {
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;  // leads the line or invests in a component, named itself or by a group
  std::optional<std::string> section;
  MoneySlice slice;  // year, source and component also narrow what is counted
};

struct MoneyRow {
  std::string key;
  std::string label;
  std::size_t lines = 0;
  MoneySums sums;
};

struct MoneyReport {
  MoneySums sums;
  std::size_t lines = 0;
  std::vector<MoneyRow> rows;  // in printed order, of years and sources in theirs
};

// Lines of the programme with a need, in printed order; all programmes' where none is named.
std::vector<const BudgetLine*> lines_of(const World& world, const std::optional<ProgrammeId>& programme);

MoneyReport money_report(const World& world, const MoneyFilter& filter, MoneyGroup group);

}  // namespace luuvet::projections
