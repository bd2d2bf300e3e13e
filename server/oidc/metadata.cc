#include "server/oidc/metadata.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/oidc/claims.h"
#include "server/oidc/web_address.h"

namespace luuvet::server {
namespace {

// https; http only where the issuer itself is on this machine.
std::optional<std::string> endpoint(const Claims& document, std::string_view name, bool issuer_is_loopback) {
  auto text = document.text(name);
  const auto address = text ? trusted_address(*text) : std::nullopt;
  if (!address || (address->scheme != "https" && !issuer_is_loopback)) return std::nullopt;
  return text;
}

// What the document lists, or what its standard says is so where it says nothing.
bool offers(const Claims& document, std::string_view member, std::string_view word, bool unless_said) {
  if (!document.has(member)) return unless_said;
  const auto listed = document.texts(member);
  return listed && std::find(listed->begin(), listed->end(), word) != listed->end();
}

std::optional<ClientAuth> auth_for(const Claims& document, bool has_secret) {
  constexpr std::string_view kMember = "token_endpoint_auth_methods_supported";
  if (!has_secret) return ClientAuth::kNone;
  if (offers(document, kMember, "client_secret_basic", true)) return ClientAuth::kBasic;
  if (offers(document, kMember, "client_secret_post", false)) return ClientAuth::kPost;
  return std::nullopt;
}

bool signs_as_we_read(const Claims& document) {
  constexpr std::string_view kMember = "id_token_signing_alg_values_supported";
  return offers(document, kMember, "RS256", true) || offers(document, kMember, "ES256", false) ||
         offers(document, kMember, "PS256", false);
}

MetadataRead faulty(std::string fault) {
  return {std::nullopt, "discovery: " + std::move(fault)};
}

MetadataRead read_endpoints(const Claims& document, bool loopback, Metadata metadata) {
  auto authorization = endpoint(document, "authorization_endpoint", loopback);
  auto token = endpoint(document, "token_endpoint", loopback);
  auto keys = endpoint(document, "jwks_uri", loopback);
  if (!authorization || !token || !keys) return faulty("an endpoint is missing or not https");
  metadata.authorization_endpoint = std::move(*authorization);
  metadata.token_endpoint = std::move(*token);
  metadata.jwks_uri = std::move(*keys);
  metadata.userinfo_endpoint = endpoint(document, "userinfo_endpoint", loopback);
  return {std::move(metadata), {}};
}

}  // namespace

std::string discovery_address(const std::string& issuer) {
  const std::string_view base = std::string_view(issuer).substr(0, issuer.size() - (issuer.ends_with('/') ? 1 : 0));
  return std::string(base) + "/.well-known/openid-configuration";
}

MetadataRead read_metadata(std::string_view json, const std::string& issuer, bool has_secret) {
  const auto document = Claims::parse(json);
  if (!document) return faulty("no JSON object");
  if (document->text("issuer") != issuer) return faulty("names another issuer than the settings do");
  if (!offers(*document, "response_types_supported", "code", true)) return faulty("no authorization code flow");
  if (!offers(*document, "code_challenge_methods_supported", "S256", true)) return faulty("no PKCE with S256");
  if (!signs_as_we_read(*document)) return faulty("signs with none of RS256, ES256, PS256");
  const auto auth = auth_for(*document, has_secret);
  if (!auth) return faulty("takes a client's secret neither as basic nor as post");
  Metadata metadata;
  metadata.auth = *auth;
  metadata.names_itself = document->is_true("authorization_response_iss_parameter_supported");
  const auto address = trusted_address(issuer);
  return read_endpoints(*document, address && address->loopback, std::move(metadata));
}

}  // namespace luuvet::server
