// How the agencies that a request for coordination asks are shown: in representations and in histories.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"

namespace luuvet::api {

struct AskedRow {
  AgencyId agency;
  CoordinationAnswer answer = CoordinationAnswer::kWaiting;
  std::optional<Sequence> sequence;  // of the answer
  std::optional<AgencyId> by;
  std::optional<Date> done_on;
  std::optional<DocumentRef> document;
  std::optional<std::string> reason;  // of the objection
  std::optional<std::string> note;    // of the confirmation
  std::optional<std::string> reply;   // to the objection
};
BOOST_DESCRIBE_STRUCT(AskedRow, (), (agency, answer, sequence, by, done_on, document, reason, note, reply))

// The words only where `readable`.
std::vector<AskedRow> asked_rows(const CoordinationState& request, bool readable);

}  // namespace luuvet::api
