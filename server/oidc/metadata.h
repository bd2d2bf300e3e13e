// What the provider says of itself in its discovery document (OpenID Connect Discovery 1.0, RFC 8414).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace luuvet::server {

enum class ClientAuth { kBasic, kPost, kNone };

struct Metadata {
  std::string authorization_endpoint;
  std::string token_endpoint;
  std::string jwks_uri;
  std::optional<std::string> userinfo_endpoint;
  ClientAuth auth = ClientAuth::kBasic;
  bool names_itself = false;  // its authorization responses bear `iss` (RFC 9207)
};

// Where the document lies.
std::string discovery_address(const std::string& issuer);

// `issuer` must stand in the document exactly so. Or what is wrong with it, in words of ours.
struct MetadataRead {
  std::optional<Metadata> metadata;
  std::string fault;
};
MetadataRead read_metadata(std::string_view json, const std::string& issuer, bool has_secret);

}  // namespace luuvet::server
