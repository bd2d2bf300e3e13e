#include "server/oidc/authorization.h"

#include <algorithm>

#include "server/log/hash.h"
#include "server/oidc/form.h"

namespace luuvet::server {
namespace {

std::string challenge_of(std::string_view verifier) {
  return base64_url(bytes_of(sha256({verifier})));
}

const char* scope_for(const OidcSettings& settings) {
  if (settings.match == OutsideMatch::kLinked || settings.claim == "sub") return "openid";
  return settings.match == OutsideMatch::kEmail ? "openid email" : "openid profile";
}

}  // namespace

std::string authorization_address(const std::string& endpoint, const OidcSettings& settings,
                                  const AuthorizationTerms& terms) {
  Form form = {{"response_type", "code"},
               {"client_id", settings.client_id},
               {"redirect_uri", settings.redirect_uri()},
               {"scope", scope_for(settings)},
               {"state", std::string(terms.state)},
               {"nonce", std::string(terms.nonce)},
               {"code_challenge", challenge_of(terms.verifier)},
               {"code_challenge_method", "S256"}};
  if (terms.ask_again) form.emplace_back("prompt", "login");
  return endpoint + (endpoint.find('?') == std::string::npos ? '?' : '&') + encode_form(form);
}

bool is_own_page(std::string_view path) {
  const auto is_safe = [](char c) {
    return c > 0x20 && c < 0x7f && std::string_view("\\\"<>`").find(c) == std::string_view::npos;
  };
  if (path.empty() || path.size() > kReturnPathBytesMax || path.front() != '/' || path.starts_with("//")) return false;
  if (!std::all_of(path.begin(), path.end(), is_safe)) return false;
  const std::string_view page = path.substr(0, path.find_first_of("?#"));
  const auto is_below = [&](std::string_view folder) {
    return page.starts_with(folder) && (page.size() == folder.size() || page[folder.size()] == '/');
  };
  return !is_below("/api") && !is_below("/audit");
}

}  // namespace luuvet::server
