#include "server/identity/outside_accounts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "server/identity/profile_fields.h"

namespace luuvet::server {
namespace {

bool is_open_person(const Profile& profile) {
  return profile.kind == AccountKind::kPerson && profile.sign_in == SignIn::kOpen && !profile.erased;
}

bool is_open_person(const IdentityStore& store, const ActorId& account) {
  const std::optional<Profile> profile = store.profile(account);
  return profile && is_open_person(*profile);
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return text;
}

std::optional<ActorId> by_email(const IdentityStore& store, const std::string& email) {
  std::vector<ActorId> found;
  for (const Profile& profile : store.profiles())
    if (is_open_person(profile) && profile.email && lower_case(*profile.email) == lower_case(email))
      found.push_back(profile.account);
  return found.size() == 1 ? std::optional(std::move(found.front())) : std::nullopt;
}

std::optional<ActorId> matched(const IdentityStore& store, const OutsidePerson& person, OutsideMatch match) {
  if (!person.name || person.name->empty()) return std::nullopt;
  if (match == OutsideMatch::kEmail) return by_email(store, *person.name);
  const auto key = match == OutsideMatch::kUsername ? username_key(*person.name) : std::nullopt;
  return key ? store.account_of(*key) : std::nullopt;
}

}  // namespace

std::optional<ActorId> account_of(IdentityStore& store, const OutsidePerson& person, OutsideMatch match, Instant now) {
  const auto linked = store.linked_account(person.issuer, person.subject);
  if (linked) return is_open_person(store, *linked) ? linked : std::nullopt;
  auto account = matched(store, person, match);
  return account && link_account(store, person, *account, now) ? std::move(account) : std::nullopt;
}

bool link_account(IdentityStore& store, const OutsidePerson& person, const ActorId& account, Instant now) {
  if (!is_open_person(store, account)) return false;
  if (const auto linked = store.linked_account(person.issuer, person.subject)) return *linked == account;
  if (store.is_linked(account, person.issuer)) return false;
  store.link({person.issuer, person.subject, account, now});
  return true;
}

}  // namespace luuvet::server
