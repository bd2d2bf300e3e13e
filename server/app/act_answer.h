// What acts over several subjects answer.
#pragma once

#include <string>
#include <string_view>

#include "domain/decide.h"
#include "projections/views.h"
#include "server/log/event_log.h"

namespace luuvet::server {

// ActOutcome of openapi.yaml: each changed subject once, in the order of its first event. Worker thread: reads the
// act's records.
std::string act_outcome(const EventLog& log, Sequence first, Sequence last, Sequence head, std::string_view log_id,
                        Date status_date);

// AmendmentDifference of openapi.yaml: what the decided events would change, without writing them.
std::string act_difference(const projections::Views& views, const Decision& decision, std::string_view log_id,
                           Date status_date);

}  // namespace luuvet::server
