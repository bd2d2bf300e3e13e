// The way to the provider and back: the address that the browser is sent to, and where it may go afterwards. Any
// thread.
#pragma once

#include <string>
#include <string_view>

#include "server/oidc/settings.h"

namespace luuvet::server {

struct AuthorizationTerms {
  std::string_view state;
  std::string_view nonce;
  std::string_view verifier;  // of PKCE; only its hash leaves us
  bool ask_again = false;     // the provider is to ask who it is, even whom it knows
};

std::string authorization_address(const std::string& endpoint, const OidcSettings& settings,
                                  const AuthorizationTerms& terms);

inline constexpr std::size_t kReturnPathBytesMax = 2'000;

// A page of ours, as it may stand in a redirect: a path, not "//host", nothing that a browser reads as another site,
// and nothing of the API.
bool is_own_page(std::string_view path);

}  // namespace luuvet::server
