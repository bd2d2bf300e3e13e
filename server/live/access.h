// The seam to sign-in and rights: what one reader may see of each record, judged when it is delivered.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "api/http/http_message.h"
#include "server/live/record_envelope.h"

namespace luuvet::server {

enum class Shown { kRecord, kLeaf };

// Who a subscriber is to others that look at the same record.
struct Onlooker {
  std::string account;
  std::string name;
  std::string agency;  // acted for
  bool operator==(const Onlooker&) const = default;
};

struct FeedAccess {
  // Of a record, by its envelope and its bytes. Empty: every record whole.
  std::function<Shown(const Envelope&, std::string_view record)> shown;
  // Asked at each tick; false closes the subscriber (signed out). Empty: for ever.
  std::function<bool()> valid;
  // Asked at each looking frame, by the rights of today; nothing: may not be shown at this record. Empty: takes no part
  // in presence.
  std::function<std::optional<Onlooker>(const std::string& subject, const std::optional<AgencyId>& agency)> onlooker =
      {};
  std::vector<api::Header> headers = {};  // that an answer under this access carries
  std::string account = {};               // whose it is, for the process's log

  // Every reader gets every record whole: envelopes need not be read for it.
  bool sees_all() const { return !shown; }
};

// The access that a request has, by itself or by the ticket that came with it, or the reply that refuses it. Called on
// net.
using Authorize =
    std::function<std::variant<FeedAccess, api::Reply>(const api::Request&, const std::optional<std::string>& ticket)>;

// What is delivered: the record's own bytes, or its leaf, kept in `storage`.
std::string_view bytes_for(Shown shown, std::string_view record, std::string& storage);

}  // namespace luuvet::server
