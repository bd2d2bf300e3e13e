// An event log that holds facts: written as the engine writes them, so that replay, engine and views can start from
// them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "projections/views.h"
#include "server/log/event_log.h"
#include "tests/support/recorder.h"

namespace luuvet::test {

inline constexpr std::string_view kTestSource = "/luuvet/lao-cai/0123456789abcdef";

// Both halves from text, so that equal texts mean equal halves. At most 16 bytes of each count.
server::Correlation correlation(std::string_view key, std::string_view request);

// `recorded` as it is stored.
server::NewRecord stored(const Recorded& recorded, const server::Correlation& correlation);

// Appends the facts in one batch after what the log holds. Throws std::runtime_error if the log does not take them.
void append_facts(server::EventLog& log, const std::vector<Fact>& facts);

// The fold of the whole log.
std::shared_ptr<const projections::Views> views_of(const server::EventLog& log);

// Whether both show the same: every row of the world, every card, the time.
bool same_views(const projections::Views& a, const projections::Views& b);

}  // namespace luuvet::test
