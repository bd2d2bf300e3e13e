// Công bố kết quả: the duty to publish, period by period, what an indicator says, and what was recorded of doing so.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "domain/base/common.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

// Part of a definition; the period is that of its frequency.
struct PublicationDuty {
  std::optional<AgencyId> agency;  // none: who tracks the indicator
  std::int64_t within_days = 0;    // after the last day of a period, 1 to kPublicationDaysMax
  bool operator==(const PublicationDuty&) const = default;
};
BOOST_DESCRIBE_STRUCT(PublicationDuty, (), (agency, within_days))

// It was recorded by mistake.
struct PublicationTakenBack {
  std::optional<ReasonText> text;
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId by;
  bool operator==(const PublicationTakenBack&) const = default;
};

// That the result of a period was published. A later one of the same period replaces it.
struct PublicationRecord {
  std::string period;
  DocumentRef document;  // by which it was published
  Date published_on;
  std::optional<std::string> address;  // where it can be read: http or https
  std::optional<Decimal> value;        // what was published
  std::optional<ReasonText> text;      // why the one before is replaced
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId by;
  std::optional<PublicationTakenBack> taken_back;
  bool operator==(const PublicationRecord&) const = default;
};

inline constexpr std::int64_t kPublicationDaysMax = 366;
inline constexpr std::size_t kPublicationsMax = 400;  // of an indicator, those replaced or taken back as well
inline constexpr std::size_t kAddressMax = 2000;      // bytes

}  // namespace luuvet
