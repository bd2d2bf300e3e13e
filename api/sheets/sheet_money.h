// The funding table of a programme as its document prints it, in million đồng, with what was made of it beside.
#pragma once

#include <optional>

#include "api/sheets/sheet.h"
#include "api/views/view_codec.h"

namespace luuvet::api {

// Nothing where there is no such programme.
std::optional<Workbook> money_workbook(const ViewContext& context, std::string_view programme);

}  // namespace luuvet::api
