// What the administrator writes about the OpenID Connect provider: the file of `luuvet serve --oidc FILE`.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "server/identity/outside_accounts.h"
#include "server/oidc/web_address.h"

namespace luuvet::server {

struct OidcSettings {
  std::string issuer;         // exactly as the provider writes it in its tokens
  std::string client_id;      // by which the provider knows us
  std::string client_secret;  // empty: a public client, which PKCE alone protects
  std::string name;           // on the button of the sign-in page
  WebAddress address;         // ours, as browsers see it; its path is "/"
  OutsideMatch match = OutsideMatch::kLinked;
  std::string claim = "sub";      // that holds the username, or the e-mail
  std::filesystem::path ca_file;  // certificates that vouch for the provider; empty: the system's

  std::string redirect_uri() const;
};

// What is wrong with the file, in one line that names the member and repeats no secret.
class OidcSettingsFault : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// JSON {issuer, client_id, client_secret_file?, name, address, match?, claim?, ca_file?}; relative files lie beside it.
// Throws OidcSettingsFault.
OidcSettings read_oidc_settings(const std::filesystem::path& file);

}  // namespace luuvet::server
