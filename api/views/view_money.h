// Pieces of money in representations.
#pragma once

#include <string>

#include "api/views/view_parts.h"
#include "domain/money/treasury.h"
#include "projections/money/money_sums.h"

namespace luuvet::api {

// Its name as printed; empty where there is no such line.
std::string line_name(const World& world, const BudgetLineId& line);
std::string component_name(const World& world, const BudgetLineId& line, const ComponentId& component);

void write_need_rounds(std::string& out, const World& world, const ProgrammeId& programme);

// MoneyCell of openapi.yaml.
void write_cell(std::string& out, const MoneyCell& cell);

// ExtractRow of openapi.yaml; `state` as it is called there.
struct ShownExtractRow {
  const ExtractFact& fact;
  std::string_view state;
  std::optional<Amount> amount;
  std::optional<Date> paid_on;
  std::optional<PaymentKind> kind;
  std::optional<ExtractPlace> place;
  std::optional<AgencyId> owner;
  std::optional<std::string> fault;
};
void write_extract_row(std::string& out, const ShownExtractRow& row);
ShownExtractRow shown_row(const ExtractRow& row);

// ExtractSlipRow of openapi.yaml.
void write_slip_row(std::string& out, const World& world, const ExtractCell& cell);

}  // namespace luuvet::api
