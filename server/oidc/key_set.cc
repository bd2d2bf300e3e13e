#include "server/oidc/key_set.h"

#include <utility>

#include "server/oidc/claims.h"

namespace luuvet::server {
namespace {

std::string_view name_of(SigningAlgorithm algorithm) {
  switch (algorithm) {
    case SigningAlgorithm::kRs256:
      return "RS256";
    case SigningAlgorithm::kPs256:
      return "PS256";
    case SigningAlgorithm::kEs256:
      break;
  }
  return "ES256";
}

bool is_for_signing(const Claims& key) {
  return !key.has("use") || key.text("use") == "sig";
}

// A secret key shared with the provider is no public key: with one, whoever can read the set could sign.
bool is_public_kind(const Claims& key) {
  return key.text("kty") == "RSA" || (key.text("kty") == "EC" && key.text("crv") == "P-256");
}

bool is_safe_size(const cjose_jwk_t* key) {
  cjose_err error{};
  if (cjose_jwk_get_kty(key, &error) != CJOSE_JWK_KTY_RSA) return true;
  const std::size_t bits = cjose_jwk_get_keysize(key, &error);
  return bits >= KeySet::kRsaBitsMin && bits <= KeySet::kRsaBitsMax;
}

bool fits(const cjose_jwk_t* key, SigningAlgorithm algorithm) {
  cjose_err error{};
  const bool is_curve = cjose_jwk_get_kty(key, &error) == CJOSE_JWK_KTY_EC;
  return is_curve == (algorithm == SigningAlgorithm::kEs256);
}

}  // namespace

std::optional<SigningAlgorithm> signing_algorithm(std::string_view name) {
  using enum SigningAlgorithm;
  for (const SigningAlgorithm algorithm : {kRs256, kPs256, kEs256})
    if (name_of(algorithm) == name) return algorithm;
  return std::nullopt;
}

std::optional<KeySet::Key> KeySet::parse_key(const std::string& json) {
  const auto members = Claims::parse(json);
  if (!members || !is_for_signing(*members) || !is_public_kind(*members)) return std::nullopt;
  cjose_err error{};
  Key key;
  key.jwk.reset(cjose_jwk_import(json.data(), json.size(), &error));
  if (!key.jwk || !is_safe_size(key.jwk.get())) return std::nullopt;
  key.id = members->text("kid");
  key.algorithm = members->text("alg");
  return key;
}

std::optional<KeySet> KeySet::parse(std::string_view json) {
  const auto document = Claims::parse(json);
  if (!document || !document->has("keys")) return std::nullopt;
  KeySet set;
  for (const std::string& element : document->elements("keys")) {
    if (set.keys_.size() == kKeysMax) break;
    if (auto key = parse_key(element)) set.keys_.push_back(std::move(*key));
  }
  return set;
}

std::vector<const cjose_jwk_t*> KeySet::fitting(SigningAlgorithm algorithm,
                                                const std::optional<std::string>& id) const {
  std::vector<const cjose_jwk_t*> found;
  for (const Key& key : keys_) {
    const bool other_algorithm = key.algorithm && *key.algorithm != name_of(algorithm);
    if (other_algorithm || !fits(key.jwk.get(), algorithm) || (id && key.id != id)) continue;
    found.push_back(key.jwk.get());
  }
  if (!id && found.size() > 1) found.clear();
  return found;
}

}  // namespace luuvet::server
