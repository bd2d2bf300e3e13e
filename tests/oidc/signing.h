// Keys of an issuer, and tokens signed with them: right ones and forged ones.
#pragma once

#include <cjose/cjose.h>

#include <memory>
#include <string>
#include <string_view>

namespace luuvet::test {

// A key pair, or a shared secret.
class SigningKey {
 public:
  static SigningKey rsa(std::string id, std::size_t bits = 2'048);
  static SigningKey p256(std::string id);
  static SigningKey p384(std::string id);
  static SigningKey secret(std::string id, std::string_view bytes);

  // As it stands in a JWK set: without what only the owner knows. `more`: further members, ",\"use\":\"sig\"".
  std::string public_json(std::string_view more = "") const;
  // In compact form. `more_header`: a further member of the header and its value as JSON.
  std::string sign(const char* algorithm, std::string_view payload, const char* more_name = nullptr,
                   const char* more_value = nullptr) const;
  const std::string& id() const { return id_; }

 private:
  SigningKey(std::string id, cjose_jwk_t* key);

  struct Release {
    void operator()(cjose_jwk_t* key) const { cjose_jwk_release(key); }
  };
  std::string id_;
  std::unique_ptr<cjose_jwk_t, Release> key_;
};

// {"keys":[...]} of these JWKs.
std::string key_set_of(std::initializer_list<std::string> keys);

// Base64url of both, joined, with an empty or made-up signature.
std::string unsigned_token(std::string_view header, std::string_view payload, std::string_view signature = "");

}  // namespace luuvet::test
