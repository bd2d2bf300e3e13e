// Shapes that several aggregates share.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/decimal.h"
#include "domain/base/ids.h"
#include "domain/base/time.h"

namespace luuvet {

// Where a row stands in its document, as printed. `document` is the programme's id, which is also its document's.
struct Source {
  DocumentId document;
  std::string annex;                   // "II", "02", "body"
  std::optional<std::string> section;  // "VII", "2"
  std::optional<std::string> number;   // "2.9", "a"
  bool operator==(const Source&) const = default;
};
BOOST_DESCRIBE_STRUCT(Source, (), (document, annex, section, number))

// What an act rests on: a registered document, or the day by which it will be supplied ("bổ sung văn bản sau"). Exactly
// one is set. In JSON: "id" or {"later": "2026-12-01"}.
struct DocumentRef {
  std::optional<DocumentId> id;
  std::optional<Date> later;
  bool operator==(const DocumentRef&) const = default;
};

enum class Capacity : std::uint8_t { kDirect, kDeputy, kByOrder, kByMandate, kClerk, kSystem };
BOOST_DESCRIBE_ENUM(Capacity, kDirect, kDeputy, kByOrder, kByMandate, kClerk, kSystem)

// What every event's record says beside its content. Given to `evolve`.
struct Meta {
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId agency;
};

inline constexpr std::string_view kSystemActor = "luuvet";  // import, calendar, seeds
inline constexpr std::string_view kJointUnit = "joint";

// Whether the actor is the server itself, which has every right.
inline bool is_system(const ActorId& actor) {
  return actor.value == kSystemActor;
}

// Đồng.
using Amount = std::int64_t;

}  // namespace luuvet
