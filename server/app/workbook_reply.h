// A workbook as the file that an export answers.
#pragma once

#include <string_view>

#include "api/http/http_message.h"
#include "api/sheets/sheet.h"
#include "projections/views.h"

namespace luuvet::server {

// In the reader's language, with when it was made, as of what and with which filter. For the worker.
api::Reply workbook_reply(const api::Request& request, const api::Workbook& book, std::string_view name,
                          const projections::Views& views, Date status_date);

}  // namespace luuvet::server
