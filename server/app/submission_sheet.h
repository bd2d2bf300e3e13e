// A filled-in template of figures: its rows as items of the act that enters them.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "api/sheets/sheet_submissions.h"
#include "domain/figures/submission_commands.h"
#include "server/tables/table.h"

namespace luuvet::server {

struct SheetItem {
  std::size_t row = 0;  // of the sheet, from 1
  EnterSubmissionItem item;
  std::optional<Message> fault;  // what of the row cannot be read
};

inline constexpr std::size_t kSheetItemsMax = 1'000;

// Of the first table that has the template's heads; rows without an id or without any figure are passed over. Each item
// rests on the submission as it is. A sentence where there is no such table, or too many rows.
std::variant<std::vector<SheetItem>, Message> sheet_items(const TablesRead& tables, const World& world,
                                                          const AgencyId& agency, std::string_view period);

}  // namespace luuvet::server
