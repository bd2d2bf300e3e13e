// An access event as a record of the access log, and back: the same envelope as every record, without an agency or a
// capacity, since nobody acts for an agency here.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "api/record_codec.h"
#include "server/access/access_event.h"

namespace luuvet::server {

// Records of the access log about itself: they are never pruned.
inline constexpr std::string_view kOwnSubject = "access/log";

std::string access_type(AccessKind kind);  // "vn.luuvet.access.signed-in.v1"

// "account/<id>"; "access/log" of what is the log's own, "access/unknown" where no account is known.
std::string access_subject(const AccessEvent& event);
std::string access_subject(const ActorId& account);

// Where the record comes to stand.
struct AccessPlace {
  Sequence sequence = 0;
  std::string subject;
  std::uint64_t stream_version = 0;
  std::string source;
  std::string correlation;  // 64 hex digits
  Instant time;
  api::Salt salt{};
};

std::string encode_access(const AccessEvent& event, const AccessPlace& place);

struct AccessRow {
  Sequence sequence = 0;
  std::string type;
  AccessEvent event;
};

// Keeps parser and buffer between calls: one per thread.
class AccessDecoder {
 public:
  AccessDecoder();
  ~AccessDecoder();

  // Nothing where the record was pruned. Throws LogFailure if it cannot be read.
  std::optional<AccessRow> decode(Sequence sequence, std::string_view record);

 private:
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
};

// The row as the API answers it: every member, null where there is nothing.
std::string access_json(const AccessRow& row);

}  // namespace luuvet::server
