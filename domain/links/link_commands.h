// The commands on links between rows, and on doubts: see domain/commands.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/links/link.h"

namespace luuvet {

// --- link ---
struct ProposeLink {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;  // two, in any order
  std::string reason;
  std::optional<ComponentId> component = std::nullopt;  // of a link of funds
};
BOOST_DESCRIBE_STRUCT(ProposeLink, (), (kind, subjects, reason, component))

struct LinkRows {
  std::optional<std::vector<Binding>> binding;  // of twins: each field in which they differ, once
  DocumentRef document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(LinkRows, (), (binding, document, reason))

struct RejectLink {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectLink, (), (reason))

struct PartLink {
  std::string reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(PartLink, (), (reason, document))

// The items of acts name the pair itself: most pairs are suggestions of which nothing has been recorded yet.
struct LinkItem {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;
  Sequence based_on = 0;  // of the link and of both rows
  std::optional<std::vector<Binding>> binding;
  std::optional<ComponentId> component = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(LinkItem, (), (kind, subjects, based_on, binding, component))
struct LinkMany {
  DocumentRef document;
  std::optional<std::string> reason;
  std::vector<LinkItem> items;
};
BOOST_DESCRIBE_STRUCT(LinkMany, (), (document, reason, items))

struct RejectLinkItem {
  LinkKind kind = LinkKind::kTwin;
  std::vector<std::string> subjects;
  Sequence based_on = 0;
  std::optional<ComponentId> component = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(RejectLinkItem, (), (kind, subjects, based_on, component))
struct RejectLinks {
  std::string reason;
  std::vector<RejectLinkItem> items;
};
BOOST_DESCRIBE_STRUCT(RejectLinks, (), (reason, items))

// --- doubt ---
struct DoubtPlaceInput {
  std::string subject;  // "task/<id>"
  std::optional<std::string> quote;
};
BOOST_DESCRIBE_STRUCT(DoubtPlaceInput, (), (subject, quote))
struct RaiseDoubt {
  ProgrammeId programme;
  std::string kind = "contradiction";
  std::string text;
  std::vector<DoubtPlaceInput> places;
};
BOOST_DESCRIBE_STRUCT(RaiseDoubt, (), (programme, kind, text, places))

struct SettleDoubt {
  DoubtOutcome outcome = DoubtOutcome::kKept;
  std::optional<DocumentRef> document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SettleDoubt, (), (outcome, document, reason))

struct ReopenDoubt {
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenDoubt, (), (reason))

struct SettleDoubtItem {
  std::string subject;  // "doubt/<id>"
  Sequence based_on = 0;
  DoubtOutcome outcome = DoubtOutcome::kKept;
  std::optional<DocumentRef> document;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SettleDoubtItem, (), (subject, based_on, outcome, document, reason))
struct SettleDoubts {
  std::vector<SettleDoubtItem> items;
};
BOOST_DESCRIBE_STRUCT(SettleDoubts, (), (items))

}  // namespace luuvet
