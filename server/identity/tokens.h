// Machine and personal tokens, in memory on one thread (net): `Authorization: Bearer lv_<id>_<secret>`. The id is known
// to the log (account.token-issued), the secret to its holder alone. What changes is also kept as a list, which worker
// stores; the day of last use at most once a day.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/result.h"
#include "server/identity/rows.h"

namespace luuvet::server {

struct NewToken {
  std::string text;  // lv_...; shown once, known to nobody else
  Token token;
};

struct TokenRequest {
  ActorId account;
  std::string label;
  TokenScope scope = TokenScope::kRead;
  Date expires_on;  // its last day: today at the earliest, kTokenDaysMax from today at the latest
};

inline constexpr std::int32_t kTokenDaysMax = 366;
inline constexpr std::size_t kTokensPerAccountMax = 20;  // that are neither revoked nor expired

// Makes one, pure but for its random bits; it opens nothing before `Tokens::add`. kInvalid: label or day.
Result<NewToken> make_token(const TokenRequest& request, Instant now);

class Tokens {
 public:
  // `closed`: accounts that may not sign in.
  Tokens(std::vector<Token> stored, std::vector<ActorId> closed);

  bool has_room(const ActorId& account, Instant now) const;  // for one more token of the account
  // False if the account has too many.
  bool add(const Token& token, Instant now);
  // The token of this text (without "Bearer "), which is used now. Nothing for unknown, expired and revoked ones and
  // those of closed accounts alike. The pointer holds until the next change. `first_of_day`: whether it is the token's
  // first use today.
  const Token* find(std::string_view text, Instant now, bool* first_of_day = nullptr);
  bool is_alive(std::string_view id, Instant now) const;  // for what has begun with it, such as a socket
  // All of the account's, revoked and expired ones too, by creation.
  std::vector<Token> list(const ActorId& account) const;

  bool revoke(const ActorId& account, std::string_view id, Instant now);
  void set_sign_in(const ActorId& account, SignIn sign_in);
  void forget(const ActorId& account);  // erased

  bool has_changes() const { return !changed_.empty(); }
  std::vector<Token> take_changes();  // newest state of each that changed
  void give_back(const std::vector<Token>& changes);

 private:
  bool may_be_used(const Token& token, Instant now) const;

  std::map<std::string, Token, std::less<>> by_id_;
  std::set<ActorId> closed_;
  std::set<std::string> changed_;
};

}  // namespace luuvet::server
