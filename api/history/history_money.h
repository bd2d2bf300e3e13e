// Money as histories show it, field by field.
#pragma once

#include "api/history/history_codec.h"

namespace luuvet::api {

Fields fields_of(const RatioState* state);
Fields fields_of(const TreasuryExtractState* state);
// Each component, allocation and contract is a field of its own; the payments stand in the ledger.
Fields fields_of_line(const World& world, const std::string& id);
// The last days of the programme's rounds.
std::vector<Date> need_round_days(const World& world, const std::string& programme);

}  // namespace luuvet::api
