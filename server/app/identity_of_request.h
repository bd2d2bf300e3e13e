// What a request is stamped with at the edge: a correlation id that proves who asked what without saying it, and fresh
// ids.
#pragma once

#include <string>
#include <string_view>

#include "server/engine/engine.h"
#include "server/log/state_dir.h"

namespace luuvet::server {

struct RequestIdentity {
  std::string_view account;                         // scope of the idempotency key
  std::optional<std::string_view> idempotency_key;  // without the quotes
  std::string_view method;
  std::string_view target;  // with its query
  std::string_view agency;  // acted for, as named by the request
  std::string_view body;
};

// HMAC-SHA-256 under the instance's secret, 128 bits each: of account and key (random without a key), and of method,
// target, agency and body.
Correlation correlation_of(const InstanceSecret& secret, const RequestIdentity& request);

// A ULID in lower case: 48 bits of `now`, 80 random bits, 26 characters.
std::string new_ulid(Instant now);

}  // namespace luuvet::server
