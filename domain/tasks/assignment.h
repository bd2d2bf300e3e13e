// Giao việc: one body's own part of a task.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

enum class Status : std::uint8_t { kNotStarted, kInProgress, kAwaitingAcceptance, kCompleted, kSuspended, kCancelled };
BOOST_DESCRIBE_ENUM(Status, kNotStarted, kInProgress, kAwaitingAcceptance, kCompleted, kSuspended, kCancelled)

// "24 lớp": 10 of them done. `deliverable` counts from 1.
struct Quantity {
  std::int64_t deliverable = 0;
  std::int64_t done = 0;
  bool operator==(const Quantity&) const = default;
};
BOOST_DESCRIBE_STRUCT(Quantity, (), (deliverable, done))

// Khó khăn, vướng mắc.
struct Obstacle {
  std::string kind;
  std::optional<Date> since;
  std::string text;
  std::optional<std::string> asked_of;  // what is asked of whom
  bool operator==(const Obstacle&) const = default;
};
BOOST_DESCRIBE_STRUCT(Obstacle, (), (kind, since, text, asked_of))

// The protected words of a progress statement.
struct ProgressText {
  std::optional<std::string> result;
  std::optional<Obstacle> obstacle;
  std::optional<std::string> proposal;
  bool operator==(const ProgressText&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgressText, (), (result, obstacle, proposal))

// Any one protected sentence: a reason, a note.
struct ReasonText {
  std::optional<std::string> reason;
  std::optional<std::string> note;
  bool operator==(const ReasonText&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReasonText, (), (reason, note))

struct DeliveredItem {
  std::int64_t deliverable = 0;  // from 1
  std::optional<DocumentId> document;
  std::optional<std::int64_t> done;
  bool operator==(const DeliveredItem&) const = default;
};
BOOST_DESCRIBE_STRUCT(DeliveredItem, (), (deliverable, document, done))

enum class ExtensionDecision : std::uint8_t { kGrant, kRefuse };
BOOST_DESCRIBE_ENUM(ExtensionDecision, kGrant, kRefuse)

}  // namespace luuvet
