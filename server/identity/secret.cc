#include "server/identity/secret.h"

#include <sodium.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace luuvet::server {

std::string new_secret() {
  std::array<char, 32> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  return base64_url({bytes.data(), bytes.size()});
}

std::string new_public_id() {
  static constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
  std::string id(20, '\0');
  for (char& letter : id) letter = kAlphabet[randombytes_uniform(kAlphabet.size())];
  return id;
}

Hash hash_of_secret(std::string_view secret) {
  return sha256({secret});
}

std::uint64_t hash_prefix(const Hash& hash) {
  std::uint64_t prefix = 0;
  std::memcpy(&prefix, hash.data(), sizeof prefix);
  return prefix;
}

bool same_secret(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

bool same_secret(const Hash& left, const Hash& right) {
  return same_secret(bytes_of(left), bytes_of(right));
}

}  // namespace luuvet::server
