// A store in a folder of its own, and what tests of it share.
#pragma once

#include <optional>
#include <string>

#include "server/identity/accounts.h"
#include "server/identity/identity_store.h"
#include "server/identity/passwords.h"
#include "tests/support/temp_dir.h"

namespace luuvet::test {

inline constexpr std::int64_t kMinuteMs = 60'000;
inline constexpr std::int64_t kHourMs = 60 * kMinuteMs;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;
inline constexpr Instant kNow{1'774'924'800'000};  // 2026-03-31T02:40:00Z

inline Instant after(std::int64_t ms) {
  return {kNow.ms + ms};
}

// The least that libsodium takes.
inline const server::Passwords& quick_passwords() {
  static const server::Passwords passwords({1, 8'192});
  return passwords;
}

inline const std::string kGoodPassword = "bốn con trâu đi cày ruộng";

struct Stored {
  TempDir folder;
  std::optional<server::IdentityStore> store{std::in_place, folder.path() / "identity", server::Access::kWrite};

  std::filesystem::path file() const { return folder.path() / "identity" / "identity.db"; }
  void reopen() {
    store.reset();
    store.emplace(folder.path() / "identity", server::Access::kWrite);
  }
  server::IdentityStore reader() const { return {folder.path() / "identity", server::Access::kRead}; }

  // A person who has been welcomed and has set `kGoodPassword`.
  ActorId person(const std::string& username) {
    const ActorId account{"account-of-" + std::to_string(++made)};
    const auto link = server::create_account(*store, {account, username, "Người Dùng", {}, {}}, kNow);
    server::accept_invitation(*store, quick_passwords(), {link.value()->secret, {}, kGoodPassword}, kNow).value();
    return account;
  }
  int made = 0;
};

}  // namespace luuvet::test
