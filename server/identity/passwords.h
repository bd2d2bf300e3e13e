// Passwords: which are accepted, and how they are hashed (Argon2id by libsodium). Pure but slow by design: hashing
// takes some 100 ms and tens of MiB, so it runs on worker. A `Passwords` may be used by any thread at any time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/result.h"

namespace luuvet::server {

// Code points after NFC.
inline constexpr std::size_t kPasswordMin = 10;
inline constexpr std::size_t kPasswordMax = 128;

// Whose password it is to be.
struct PasswordOwner {
  std::string_view username;
  std::string_view name;
};

// The password as it is hashed (NFC), or why it is not accepted. The rejection never repeats it.
Result<std::string> accepted_password(std::string password, const PasswordOwner& owner, std::string pointer);

// As it is hashed, without the rules; nothing for what no password can be.
std::optional<std::string> normalised_password(std::string password);

struct HashCost {
  unsigned long long passes = 2;
  std::size_t memory_bytes = std::size_t{64} << 20;
};

class Passwords {
 public:
  // Hashes once, so it takes as long as signing in.
  explicit Passwords(HashCost cost = {});

  // `password` as above. Throws std::bad_alloc.
  std::string hash(std::string_view password) const;
  // Without a hash to compare with it takes as long and says no, so that nobody learns by the clock who is known.
  bool verify(const std::optional<std::string>& encoded, std::string_view password) const;
  // Made with other parameters than today's.
  bool is_outdated(const std::string& encoded) const;

 private:
  HashCost cost_;
  std::string nobodys_;
};

}  // namespace luuvet::server
