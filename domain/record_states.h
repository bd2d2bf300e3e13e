// The states of missions, big problems, rows of registers and proposals.
#pragma once

#include <optional>
#include <string>

#include "domain/life.h"
#include "domain/missions/mission_course.h"

namespace luuvet {

struct MissionState : RegisterState<Mission> {
  MissionCourse course;
};

struct BigProblemRow : RegisterState<BigProblem> {
  BigProblemCourse course;
};

struct RegisterEntryState : RegisterState<RegisterEntry> {
  std::optional<Said<RegisterEntryEnded>> ended;
};

// Which task bears an id of another system; its key is the system, a space, the id.
struct ExternalIdRow {
  std::string name;
  TaskId task;  // empty: none any more
  const std::string& key() const { return name; }
  bool operator==(const ExternalIdRow&) const = default;
};

struct ProposalRow {
  ProposalId id;
  AgencyId by;
  Instant made_at;
  ProposalMade made;
  ProposalState state = ProposalState::kWaiting;
  std::optional<DocumentRef> document;  // of the decision
  std::optional<ReasonText> refusal;
  Life life;
  const std::string& key() const { return id.value; }
  bool operator==(const ProposalRow&) const = default;
};

}  // namespace luuvet
