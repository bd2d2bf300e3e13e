#include "server/identity/tokens.h"

#include <algorithm>

#include "server/identity/profile_fields.h"
#include "server/identity/secret.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kPrefix = "lv_";
constexpr std::size_t kIdMax = 80;

struct TokenText {
  std::string_view id;
  std::string_view secret;
};

std::optional<TokenText> parse(std::string_view text) {
  if (!text.starts_with(kPrefix) || text.size() > kPrefix.size() + kIdMax + 1 + kSecretSize) return std::nullopt;
  text.remove_prefix(kPrefix.size());
  const std::size_t split = text.find('_');
  if (split == std::string_view::npos || text.size() - split - 1 != kSecretSize) return std::nullopt;
  return TokenText{text.substr(0, split), text.substr(split + 1)};
}

}  // namespace

Result<NewToken> make_token(const TokenRequest& request, Instant now) {
  Result<std::string> label = checked_label(request.label, "/label");
  if (!label) return label.error();
  const Date today = vietnam_date(now);
  if (request.expires_on < today || request.expires_on.days > today.days + kTokenDaysMax) {
    return invalid("/expires_on", "Ngày hết hạn phải từ hôm nay đến 366 ngày sau.",
                   "The last day must be today or up to 366 days from today.");
  }
  const std::string secret = new_secret();
  NewToken made;
  made.token = {new_public_id(),
                hash_of_secret(secret),
                request.account,
                std::move(label.value()),
                request.scope,
                now,
                request.expires_on,
                {},
                {}};
  made.text = std::string(kPrefix) + made.token.id + "_" + secret;
  return made;
}

Tokens::Tokens(std::vector<Token> stored, std::vector<ActorId> closed) : closed_(closed.begin(), closed.end()) {
  for (Token& token : stored) {
    std::string id = token.id;
    by_id_.emplace(std::move(id), std::move(token));
  }
}

bool Tokens::has_room(const ActorId& account, Instant now) const {
  const auto usable = std::count_if(by_id_.begin(), by_id_.end(), [&](const auto& entry) {
    const Token& token = entry.second;
    return token.account == account && !token.revoked && token.expires_on >= vietnam_date(now);
  });
  return static_cast<std::size_t>(usable) < kTokensPerAccountMax;
}

bool Tokens::add(const Token& token, Instant now) {
  if (!has_room(token.account, now)) return false;
  by_id_[token.id] = token;
  changed_.insert(token.id);
  return true;
}

bool Tokens::may_be_used(const Token& token, Instant now) const {
  return !token.revoked && token.expires_on >= vietnam_date(now) && !closed_.contains(token.account);
}

const Token* Tokens::find(std::string_view text, Instant now, bool* first_of_day) {
  const std::optional<TokenText> parts = parse(text);
  if (!parts) return nullptr;
  const auto found = by_id_.find(parts->id);
  const Hash hash = hash_of_secret(parts->secret);
  if (found == by_id_.end() || !same_secret(found->second.hash, hash) || !may_be_used(found->second, now))
    return nullptr;
  Token& token = found->second;
  if (const Date today = vietnam_date(now); token.last_used_on != today) {
    token.last_used_on = today;
    changed_.insert(token.id);
    if (first_of_day != nullptr) *first_of_day = true;
  }
  return &token;
}

bool Tokens::is_alive(std::string_view id, Instant now) const {
  const auto found = by_id_.find(id);
  return found != by_id_.end() && may_be_used(found->second, now);
}

std::vector<Token> Tokens::list(const ActorId& account) const {
  std::vector<Token> found;
  for (const auto& [id, token] : by_id_)
    if (token.account == account) found.push_back(token);
  std::stable_sort(found.begin(), found.end(), [](const Token& a, const Token& b) { return a.created < b.created; });
  return found;
}

bool Tokens::revoke(const ActorId& account, std::string_view id, Instant now) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end() || found->second.account != account) return false;
  if (!found->second.revoked) found->second.revoked = now;
  changed_.insert(found->first);
  return true;
}

void Tokens::set_sign_in(const ActorId& account, SignIn sign_in) {
  if (sign_in == SignIn::kClosed)
    closed_.insert(account);
  else
    closed_.erase(account);
}

void Tokens::forget(const ActorId& account) {
  std::erase_if(by_id_, [&](const auto& entry) { return entry.second.account == account; });
  std::erase_if(changed_, [&](const std::string& id) { return !by_id_.contains(id); });
}

std::vector<Token> Tokens::take_changes() {
  std::vector<Token> changes;
  for (const std::string& id : changed_)
    if (const auto found = by_id_.find(id); found != by_id_.end()) changes.push_back(found->second);
  changed_.clear();
  return changes;
}

void Tokens::give_back(const std::vector<Token>& changes) {
  for (const Token& token : changes) changed_.insert(token.id);
}

}  // namespace luuvet::server
