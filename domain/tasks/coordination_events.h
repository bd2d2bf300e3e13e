// The facts of a request for coordination: see domain/events.h.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "domain/tasks/assignment.h"
#include "domain/tasks/coordination.h"

namespace luuvet {

// By the agency of the record.
struct CoordinationAsked {
  TaskId task;
  std::vector<AgencyId> to;
  Date due;
  std::optional<DocumentRef> document;
  std::optional<CoordinationWords> open;
  bool operator==(const CoordinationAsked&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationAsked, (), (task, to, due, document, open))

// The agency of the record speaks for itself, and for those merged into it.
struct CoordinationConfirmed {
  std::optional<Date> done_on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const CoordinationConfirmed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationConfirmed, (), (done_on, document, open))

struct CoordinationDisputed {
  std::optional<ReasonText> open;
  bool operator==(const CoordinationDisputed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationDisputed, (), (open))

// Answers these objections.
struct CoordinationAnswered {
  std::vector<Sequence> of;
  std::optional<CoordinationReply> open;
  bool operator==(const CoordinationAnswered&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationAnswered, (), (of, open))

struct CoordinationClosed {
  std::optional<ReasonText> open;
  bool operator==(const CoordinationClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationClosed, (), (open))

}  // namespace luuvet
