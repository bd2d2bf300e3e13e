// The names of a province's bodies as the seeds give them.
#pragma once

#include <string_view>

#include "domain/people/agency_names.h"
#include "tests/seeds/seed_rows.h"

namespace luuvet::server::testing {

inline AgencyNames province_names(std::string_view province) {
  AgencyNames names;
  const auto take = [&](const auto& row) {
    if (row.province == province || row.province == "trung-uong") names.add_row(row);
  };
  for (const Agency* row : rows_of<Agency>()) take(*row);
  for (const AgencyGroup* row : rows_of<AgencyGroup>()) take(*row);
  return names;
}

}  // namespace luuvet::server::testing
