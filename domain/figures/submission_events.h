// The events of figures of indicators: see domain/events.h.
#pragma once

#include <optional>
#include <vector>

#include "domain/figures/submission.h"

namespace luuvet {

// Replaces what was entered of the kind; it is a draft then.
struct SubmissionEntered {
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  bool missing = false;
  std::optional<DocumentId> evidence;
  std::optional<FigureText> open;
  bool operator==(const SubmissionEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionEntered, (), (kind, value, numerator, denominator, missing, evidence, open))

struct SubmissionSubmitted {
  FigureKind kind = FigureKind::kActual;
  bool operator==(const SubmissionSubmitted&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionSubmitted, (), (kind))

struct SubmissionApproved {
  FigureKind kind = FigureKind::kActual;
  bool operator==(const SubmissionApproved&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionApproved, (), (kind))

// A draft again.
struct SubmissionDraftReturned {
  FigureKind kind = FigureKind::kActual;
  std::optional<ReasonText> open;
  bool operator==(const SubmissionDraftReturned&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionDraftReturned, (), (kind, open))

struct SubmissionVerified {
  FigureKind kind = FigureKind::kActual;
  std::optional<ReasonText> open;  // the note
  bool operator==(const SubmissionVerified&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionVerified, (), (kind, open))

// A draft again; of a correction that waits: the verified figure stands again.
struct SubmissionReturned {
  FigureKind kind = FigureKind::kActual;
  std::optional<ReasonText> open;
  bool operator==(const SubmissionReturned&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionReturned, (), (kind, open))

// Evidence only where it is said anew.
struct SubmissionRestated {
  FigureKind kind = FigureKind::kActual;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  std::optional<DocumentRef> document;
  std::optional<bool> missing;
  std::optional<DocumentId> evidence;
  std::optional<RestatementText> open;
  bool operator==(const SubmissionRestated&) const = default;
};
BOOST_DESCRIBE_STRUCT(SubmissionRestated, (), (kind, value, numerator, denominator, document, missing, evidence, open))

}  // namespace luuvet
