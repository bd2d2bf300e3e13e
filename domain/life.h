// A stored record, and what every state keeps of its stream.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/subject.h"
#include "domain/events.h"

namespace luuvet {

// One stored record, in domain terms.
struct Recorded {
  Meta meta;
  Capacity capacity = Capacity::kDirect;
  Subject subject;
  std::uint64_t stream_version = 0;
  std::optional<Sequence> causation;
  std::uint32_t act_index = 0;
  std::uint32_t act_size = 1;
  std::optional<ProgrammeId> programme;
  Event event;
};

// A field of a subject and the last event that touched it. Names are literals.
struct Touch {
  std::string_view field;
  Sequence sequence;
  bool operator==(const Touch&) const = default;
};

// What every state keeps of its stream.
struct Life {
  std::uint64_t version = 0;  // stream version
  Sequence first = 0;
  Sequence last = 0;
  std::vector<Touch> touches;

  Sequence touched(std::string_view field) const;  // 0: never
  void touch(std::string_view field, Sequence sequence);
  bool operator==(const Life&) const = default;
};

template <class Content>
struct RegisterState {
  Content content;
  std::shared_ptr<const Content> imported;  // the row as last imported, for the three-way comparison
  Life life;
  const std::string& key() const { return content.id.value; }
};

// How an amendment came about.
enum class AmendmentOrigin : std::uint8_t {
  kSingle,  // by one command: it can be undone
  kAct,     // with others, as one act
  kImport,
  kUndo,
  kFile  // it brought a document's file
};

// An amendment, kept for undoing it.
template <class Content>
struct Amendment {
  Sequence sequence = 0;
  ActorId actor;
  AgencyId agency;
  AmendmentOrigin origin = AmendmentOrigin::kSingle;
  Partial<Content> before;  // of kSingle: the values that it replaced
  bool operator==(const Amendment&) const = default;
};
template <class Content>
using Amendments = std::vector<std::shared_ptr<const Amendment<Content>>>;  // oldest first

// Amendments of one record that are kept, the newest.
inline constexpr std::size_t kAmendmentsKept = 8;

}  // namespace luuvet
