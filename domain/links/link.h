// Liên kết: two rows of plans that are the same (twins), or that belong together.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

enum class LinkKind : std::uint8_t {
  kTwin,     // the same: reported once, counted once
  kRelated,  // belong together
  kFunds,    // a budget line pays for a task or an indicator, or two lines may pay for the same
};
BOOST_DESCRIBE_ENUM(LinkKind, kTwin, kRelated, kFunds)

enum class LinkStatus : std::uint8_t { kProposed, kLinked, kRejected, kParted };
BOOST_DESCRIBE_ENUM(LinkStatus, kProposed, kLinked, kRejected, kParted)

// In what two rows can differ. An indicator's leads are who tracks it, its coordinators who implements it; its member
// is the one in charge.
enum class LinkField : std::uint8_t {
  kTitle,
  kDeadline,
  kLeads,
  kCoordinating,
  kDeliverables,
  kTargets,
  kUnit,
  kMember,
};
BOOST_DESCRIBE_ENUM(LinkField, kTitle, kDeadline, kLeads, kCoordinating, kDeliverables, kTargets, kUnit, kMember)

// Which of the two rows holds in that field.
struct Binding {
  LinkField field = LinkField::kTitle;
  std::string subject;  // "task/da11.ii.ix.1.5"
  bool operator==(const Binding&) const = default;
};
BOOST_DESCRIBE_STRUCT(Binding, (), (field, subject))

// Two rows and how they hang together; the subjects sorted. Of funds also which component of the line it is that pays;
// none: the line as a whole.
struct LinkedPair {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;
  std::optional<ComponentId> component = std::nullopt;
  bool operator==(const LinkedPair&) const = default;
};

// The pair's own id: the same for ever, whoever asks.
LinkId link_id(const LinkedPair& pair);

// How a doubt about the papers was settled.
enum class DoubtOutcome : std::uint8_t { kKept, kAmended, kConfirmedAssumption, kNoDoubt };
BOOST_DESCRIBE_ENUM(DoubtOutcome, kKept, kAmended, kConfirmedAssumption, kNoDoubt)

}  // namespace luuvet
