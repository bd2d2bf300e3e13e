// A filled-in template of baselines: its rows as items of the act that enters them.
#pragma once

#include <variant>
#include <vector>

#include "api/sheets/sheet_baselines.h"
#include "domain/indicators/indicator_commands.h"
#include "server/tables/table.h"

namespace luuvet::server {

struct BaselineSheetItem {
  std::size_t row = 0;  // of the sheet, from 1
  EnterIndicatorBaselineItem item;
  std::optional<Message> fault;  // what of the row cannot be read, or that it is of another agency or year
};

inline constexpr std::size_t kBaselineItemsMax = 1'000;

// Of the first table that has the template's heads; rows without an id or without a value are passed over. Each item
// rests on the indicator as it is. A sentence where there is no such table, or too many rows.
std::variant<std::vector<BaselineSheetItem>, Message> baseline_items(const TablesRead& tables, const World& world,
                                                                     const api::BaselinesAsked& asked);

}  // namespace luuvet::server
