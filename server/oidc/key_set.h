// The provider's public keys (JWK set, RFC 7517): those that may sign ID tokens.
#pragma once

#include <cjose/cjose.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server {

enum class SigningAlgorithm { kRs256, kPs256, kEs256 };

// "RS256", "PS256", "ES256"; nothing for all others, "none" and HMAC among them.
std::optional<SigningAlgorithm> signing_algorithm(std::string_view name);

class KeySet {
 public:
  static constexpr std::size_t kKeysMax = 64;
  static constexpr std::size_t kRsaBitsMin = 2'048;
  static constexpr std::size_t kRsaBitsMax = 8'192;

  // Keys of other kinds, sizes and uses are left out. Nothing unless it is a JWK set.
  static std::optional<KeySet> parse(std::string_view json);

  // Those that a token of this algorithm and key id may have been signed with. Without an id, only the one key that it
  // can be.
  std::vector<const cjose_jwk_t*> fitting(SigningAlgorithm algorithm, const std::optional<std::string>& id) const;
  std::size_t size() const { return keys_.size(); }

 private:
  struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  };
  struct Key {
    std::unique_ptr<cjose_jwk_t, Release> jwk;
    std::optional<std::string> id;
    std::optional<std::string> algorithm;  // the only one it is for
  };
  static std::optional<Key> parse_key(const std::string& json);

  std::vector<Key> keys_;
};

}  // namespace luuvet::server
