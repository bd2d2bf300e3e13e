// The provider as one thread of ours talks to it: discovery and keys, kept for a while, and codes redeemed for persons.
// Blocks while it asks; one thread (issuer), never net or the engine's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/base/time.h"
#include "server/oidc/claims.h"
#include "server/oidc/fetcher.h"
#include "server/oidc/key_set.h"
#include "server/oidc/metadata.h"
#include "server/oidc/outcome.h"
#include "server/oidc/settings.h"

namespace luuvet::server {

// What came back from the provider with the browser, and what we began with.
struct Redemption {
  std::string code;
  std::optional<std::string> issuer;  // `iss` of the response (RFC 9207)
  std::string nonce;
  std::string verifier;
};

class Provider {
 public:
  static constexpr std::int64_t kKeptMs = 3'600'000;          // discovery and keys
  static constexpr std::int64_t kNewKeysEveryMs = 60'000;     // asked for a key that is not known
  static constexpr std::int64_t kRestAfterFailureMs = 3'000;  // of discovery: answered without asking

  // `stopping` as in Fetcher.
  Provider(OidcSettings settings, const std::atomic<bool>& stopping, FetchLimits limits = {});

  OidcResult<std::string> authorization_endpoint(Instant now);
  // The person that the code stands for, with what accounts are matched by.
  OidcResult<OutsidePerson> redeem(const Redemption& redemption, Instant now);

  const OidcSettings& settings() const { return settings_; }

 private:
  struct Tokens {
    std::string id_token;
    std::string access_token;
  };

  OidcResult<std::string> fetch_text(const FetchRequest& request, const char* what);
  std::optional<OidcFailure> know_provider(Instant now);
  std::optional<OidcFailure> fetch_keys(Instant now);
  OidcResult<Tokens> redeem_code(const Redemption& redemption);
  OidcResult<Claims> checked(const Tokens& tokens, const Redemption& redemption, Instant now);
  std::optional<OidcFailure> add_user_info(OutsidePerson& person, const Tokens& tokens);
  void add_match(OutsidePerson& person, const Claims& claims) const;

  const OidcSettings settings_;
  Fetcher fetcher_;
  std::optional<Metadata> metadata_;
  Instant metadata_at_;
  std::optional<OidcFailure> failure_;  // of the last discovery
  Instant failed_at_;
  std::optional<KeySet> keys_;
  Instant keys_at_;
  std::optional<Instant> new_keys_at_;  // fetched because of an unknown key
};

}  // namespace luuvet::server
