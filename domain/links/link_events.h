// The facts on links between rows, and on doubts worked off: see domain/events.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/links/link.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

struct LinkProposed {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;
  std::optional<ReasonText> open;
  std::optional<ComponentId> component = std::nullopt;
  bool operator==(const LinkProposed&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkProposed, (), (kind, subjects, open, component))

// Also of a pair that nobody had proposed, and again where the decision changes.
struct LinkLinked {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;
  std::vector<Binding> binding;
  DocumentRef document;
  std::optional<ReasonText> open;
  std::optional<ComponentId> component = std::nullopt;
  bool operator==(const LinkLinked&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkLinked, (), (kind, subjects, binding, document, open, component))

struct LinkRejected {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;
  std::optional<ReasonText> open;
  std::optional<ComponentId> component = std::nullopt;
  bool operator==(const LinkRejected&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkRejected, (), (kind, subjects, open, component))

struct LinkParted {
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const LinkParted&) const = default;
};
BOOST_DESCRIBE_STRUCT(LinkParted, (), (document, open))

struct DoubtSettled {
  DoubtOutcome outcome = DoubtOutcome::kKept;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const DoubtSettled&) const = default;
};
BOOST_DESCRIBE_STRUCT(DoubtSettled, (), (outcome, document, open))

struct DoubtReopened {
  std::optional<ReasonText> open;
  bool operator==(const DoubtReopened&) const = default;
};
BOOST_DESCRIBE_STRUCT(DoubtReopened, (), (open))

}  // namespace luuvet
