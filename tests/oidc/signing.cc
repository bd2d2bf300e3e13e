#include "tests/oidc/signing.h"

#include <stdexcept>
#include <utility>

#include "server/log/hash.h"

namespace luuvet::test {
namespace {

template <class T>
T* made(T* thing) {
  if (!thing) throw std::runtime_error("cjose made nothing");
  return thing;
}

cjose_jwk_t* curve_key(cjose_jwk_ec_curve curve) {
  cjose_err error{};
  return made(cjose_jwk_create_EC_random(curve, &error));
}

}  // namespace

SigningKey::SigningKey(std::string id, cjose_jwk_t* key) : id_(std::move(id)), key_(key) {
  cjose_err error{};
  if (!id_.empty()) cjose_jwk_set_kid(key_.get(), id_.data(), id_.size(), &error);
}

SigningKey SigningKey::rsa(std::string id, std::size_t bits) {
  static constexpr std::uint8_t kExponent[] = {1, 0, 1};
  cjose_err error{};
  return {std::move(id), made(cjose_jwk_create_RSA_random(bits, kExponent, sizeof kExponent, &error))};
}

SigningKey SigningKey::p256(std::string id) {
  return {std::move(id), curve_key(CJOSE_JWK_EC_P_256)};
}

SigningKey SigningKey::p384(std::string id) {
  return {std::move(id), curve_key(CJOSE_JWK_EC_P_384)};
}

SigningKey SigningKey::secret(std::string id, std::string_view bytes) {
  cjose_err error{};
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return {std::move(id), made(cjose_jwk_create_oct_spec(data, bytes.size(), &error))};
}

std::string SigningKey::public_json(std::string_view more) const {
  cjose_err error{};
  char* const text = made(cjose_jwk_to_json(key_.get(), false, &error));
  std::string json(text);
  cjose_get_dealloc()(text);
  return json.insert(json.rfind('}'), more);
}

std::string SigningKey::sign(const char* algorithm, std::string_view payload, const char* more_name,
                             const char* more_value) const {
  cjose_err error{};
  cjose_header_t* const header = made(cjose_header_new(&error));
  cjose_header_set(header, CJOSE_HDR_ALG, algorithm, &error);
  if (!id_.empty()) cjose_header_set(header, CJOSE_HDR_KID, id_.c_str(), &error);
  if (more_name) cjose_header_set_raw(header, more_name, more_value, &error);
  const auto* data = reinterpret_cast<const std::uint8_t*>(payload.data());
  cjose_jws_t* const token = made(cjose_jws_sign(key_.get(), header, data, payload.size(), &error));
  const char* compact = nullptr;
  cjose_jws_export(token, &compact, &error);
  std::string text(made(compact));
  cjose_jws_release(token);
  cjose_header_release(header);
  return text;
}

std::string key_set_of(std::initializer_list<std::string> keys) {
  std::string json = "{\"keys\":[";
  for (const std::string& key : keys) json += (json.ends_with('[') ? "" : ",") + key;
  return json + "]}";
}

std::string unsigned_token(std::string_view header, std::string_view payload, std::string_view signature) {
  return server::base64_url(header) + '.' + server::base64_url(payload) + '.' + server::base64_url(signature);
}

}  // namespace luuvet::test
