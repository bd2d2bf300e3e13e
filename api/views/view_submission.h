// The grid of a period, how complete a period is, and what would become of the items of an act.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/language.h"
#include "api/views/view_codec.h"
#include "domain/decide.h"
#include "projections/indicators/submission_grid.h"

namespace luuvet::api {

std::string grid_body(const ViewContext& context, std::string_view log, const AgencyId& agency, std::string_view period,
                      const std::vector<projections::GridRow>& rows);

std::string completeness_body(const ViewContext& context, std::string_view log, std::string_view period,
                              const projections::PeriodCompleteness& found);

// Where an item of an act was read out of a sheet.
struct JudgedItem {
  std::optional<std::size_t> row;  // of the sheet, from 1; none: it came by no sheet
  std::optional<Message> fault;    // what of it cannot be read: then it is refused
};

// Whether these commands can be tried item by item.
bool is_judged_by_item(const CommandBody& body);

// SubmissionDifference or BaselineDifference of openapi.yaml: what would become of each item of the act by itself.
// `sheet`, where it is not empty, has one entry an item.
std::string judged_body(const projections::Views& views, std::string_view log, const Command& act,
                        const Context& context, Language language, const std::vector<JudgedItem>& sheet = {});

}  // namespace luuvet::api
