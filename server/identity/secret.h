// Secrets that the server hands out once and then knows only by their SHA-256. 256 random bits each, so that a plain
// hash is enough. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "server/log/hash.h"

namespace luuvet::server {

inline constexpr std::size_t kSecretSize = 43;  // characters of base64url

std::string new_secret();
std::string new_public_id();  // 20 characters of a-z, 2-7: names a session or a token, opens nothing

Hash hash_of_secret(std::string_view secret);
std::uint64_t hash_prefix(const Hash& hash);  // by which it is looked up; what is found is then compared whole

// In constant time for texts of one length.
bool same_secret(std::string_view left, std::string_view right);
bool same_secret(const Hash& left, const Hash& right);

}  // namespace luuvet::server
