#include "server/app/identity_of_request.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace luuvet::server {
namespace {

// Each part goes in after its length, so that no two lists of parts look alike.
std::array<std::uint8_t, 16> hmac(const InstanceSecret& secret, std::initializer_list<std::string_view> parts) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, secret.data(), secret.size());
  const auto add = [&](std::string_view bytes) {
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  };
  for (const std::string_view part : parts) {
    add(std::to_string(part.size()) + ':');
    add(part);
  }
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest;
  crypto_auth_hmacsha256_final(&state, digest.data());
  std::array<std::uint8_t, 16> half;
  std::copy_n(digest.begin(), half.size(), half.begin());
  return half;
}

}  // namespace

Correlation correlation_of(const InstanceSecret& secret, const RequestIdentity& request) {
  Correlation correlation;
  if (request.idempotency_key)
    correlation.key = hmac(secret, {"key", request.account, *request.idempotency_key});
  else
    randombytes_buf(correlation.key.data(), correlation.key.size());
  correlation.request = hmac(secret, {"request", request.method, request.target, request.agency, request.body});
  return correlation;
}

std::string new_ulid(Instant now) {
  static constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  std::array<std::uint8_t, 16> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  for (std::size_t at = 0; at < 6; ++at) bytes[at] = static_cast<std::uint8_t>(now.ms >> (8 * (5 - at)));
  // 128 bits as 26 digits of 5 bits, the first with two leading zero bits.
  std::string text(26, '0');
  for (std::size_t digit = 0; digit < text.size(); ++digit) {
    unsigned value = 0;
    for (std::size_t bit = 0; bit < 5; ++bit) {
      const std::size_t place = digit * 5 + bit;
      const unsigned one = place < 2 ? 0U : (bytes[(place - 2) / 8] >> (7 - (place - 2) % 8)) & 1U;
      value = value * 2 + one;
    }
    text[digit] = kAlphabet[value];
  }
  return text;
}

}  // namespace luuvet::server
