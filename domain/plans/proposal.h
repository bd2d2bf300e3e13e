// What other systems call a task, and what they propose to change of it (đề xuất từ hệ thống khác).
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/tasks/assignment.h"
#include "domain/tasks/task_input.h"

namespace luuvet {

using ProposalId = Id<struct ProposalTag>;

// `id` as that system writes it.
struct ExternalId {
  std::string system;
  std::string id;
  bool operator==(const ExternalId&) const = default;
};
BOOST_DESCRIBE_STRUCT(ExternalId, (), (system, id))

inline constexpr std::size_t kExternalIdsMax = 20;         // of one task
inline constexpr std::size_t kExternalIdBytesMax = 200;    // of an id; a system's name is an id of at most 40
inline constexpr std::size_t kOpenProposalsPerTask = 100;  // that wait

// The whole list, in place of the one before. On a task's stream.
struct TaskExternalIdsSet {
  std::vector<ExternalId> external_ids;
  bool operator==(const TaskExternalIdsSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(TaskExternalIdsSet, (), (external_ids))

enum class ProposalState : std::uint8_t { kWaiting, kAccepted, kRefused };
BOOST_DESCRIBE_ENUM(ProposalState, kWaiting, kAccepted, kRefused)

// By the agency of the record.
struct ProposalMade {
  TaskId task;
  std::optional<std::string> system;
  std::optional<std::string> external_id;  // by which the task was named
  Partial<TaskFields> set;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;  // the note
  bool operator==(const ProposalMade&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalMade, (), (task, system, external_id, set, document, open))

// The task was amended in the same act.
struct ProposalAccepted {
  DocumentRef document;
  bool operator==(const ProposalAccepted&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalAccepted, (), (document))

struct ProposalRefused {
  std::optional<ReasonText> open;
  bool operator==(const ProposalRefused&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProposalRefused, (), (open))

// --- commands ---
struct SetExternalIds {
  std::vector<ExternalId> external_ids;
};
BOOST_DESCRIBE_STRUCT(SetExternalIds, (), (external_ids))

// The task by its id or by the id that `system` has for it.
struct MakeProposal {
  std::optional<TaskId> task;
  std::optional<std::string> system;
  std::optional<std::string> external_id;
  Partial<TaskFields> set;
  std::optional<std::string> note;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(MakeProposal, (), (task, system, external_id, set, note, document))

struct AcceptProposal {
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(AcceptProposal, (), (document, reason))

struct RefuseProposal {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RefuseProposal, (), (reason))

}  // namespace luuvet
