#include "server/identity/accounts.h"

#include <utility>

#include "server/identity/profile_fields.h"
#include "server/identity/secret.h"

namespace luuvet::server {
namespace {

Rejection username_taken() {
  Rejection rejection = already_exists("username");
  rejection.detail = {"Tên đăng nhập này đã có người dùng.", "This username is taken."};
  rejection.errors.push_back({"/username", rejection.detail});
  return rejection;
}

Result<std::string> free_username(const IdentityStore& store, std::string text) {
  Result<std::string> username = checked_username(std::move(text), "/username");
  if (!username) return username;
  const std::optional<std::string> key = username_key(username.value());
  if (!key) return invalid("/username", "Tên đăng nhập không dùng được.", "This username cannot be used.");
  if (store.account_of(*key)) return username_taken();
  return username;
}

InvitationLink put_link(IdentityStore& store, const ActorId& account, InvitationPurpose purpose, Instant now) {
  const bool welcome = purpose == InvitationPurpose::kWelcome;
  InvitationLink link{account, new_secret(), purpose, {now.ms + (welcome ? kWelcomeLifeMs : kRecoveryLifeMs)}};
  store.put_invitation({hash_of_secret(link.secret), account, purpose, link.expires});
  return link;
}

std::optional<Profile> living_profile(const IdentityStore& store, const ActorId& account) {
  std::optional<Profile> profile = store.profile(account);
  if (profile && profile->erased) return std::nullopt;
  return profile;
}

// Of the person who holds the link.
std::optional<Profile> invited(const IdentityStore& store, std::string_view secret, Instant now) {
  if (secret.size() != kSecretSize) return std::nullopt;
  const Hash hash = hash_of_secret(secret);
  const std::optional<Invitation> invitation = store.invitation(hash);
  if (!invitation || !same_secret(invitation->hash, hash) || invitation->expires <= now) return std::nullopt;
  std::optional<Profile> profile = living_profile(store, invitation->account);
  if (profile && profile->sign_in == SignIn::kClosed) return std::nullopt;
  return profile;
}

}  // namespace

Result<NewAccount> checked_account(const IdentityStore& store, NewAccount account) {
  Result<std::string> username = free_username(store, std::move(account.username));
  if (!username) return username.error();
  Result<std::string> name = checked_name(std::move(account.name), "/name");
  if (!name) return name.error();
  if (account.email) {
    Result<std::string> email = checked_email(std::move(*account.email), "/email");
    if (!email) return email.error();
    account.email = std::move(email.value());
  }
  account.username = std::move(username.value());
  account.name = std::move(name.value());
  return account;
}

Result<std::optional<InvitationLink>> create_account(IdentityStore& store, NewAccount account, Instant now) {
  Result<NewAccount> checked = checked_account(store, std::move(account));
  if (!checked) return checked.error();
  NewAccount& kept = checked.value();
  Transaction transaction = store.begin("creating an account");
  Profile profile;
  profile.account = kept.account;
  profile.kind = kept.kind;
  profile.username = std::move(kept.username);
  profile.name = std::move(kept.name);
  profile.email = std::move(kept.email);
  profile.created = now;
  store.add_profile(profile);
  std::optional<InvitationLink> link;
  if (kept.kind == AccountKind::kPerson) link = put_link(store, kept.account, InvitationPurpose::kWelcome, now);
  transaction.commit();
  return link;
}

std::optional<InvitationLink> invite_first_administrator(IdentityStore& store, const ActorId& account, Instant now) {
  if (store.has_credentials()) return std::nullopt;
  Transaction transaction = store.begin("inviting the first administrator");
  const ActorId invited_account = store.first_administrator().value_or(account);
  if (!store.profile(invited_account)) {
    Profile profile;
    profile.account = invited_account;
    profile.created = now;
    store.add_profile(profile);
  }
  InvitationLink link = put_link(store, invited_account, InvitationPurpose::kFirstAdmin, now);
  transaction.commit();
  return link;
}

Result<InvitationLink> invite(IdentityStore& store, const ActorId& account, Instant now) {
  const std::optional<Profile> profile = living_profile(store, account);
  if (!profile || profile->kind != AccountKind::kPerson) return not_found();
  if (profile->sign_in == SignIn::kClosed)
    return rule_broken("", "Tài khoản đang khóa đăng nhập: hãy mở lại trước.", "Sign-in is closed: reopen it first.");
  Transaction transaction = store.begin("inviting to an account");
  const bool entered_before = store.credential(account) || profile->last_signed_in;
  store.drop_password(account);
  store.drop_devices(account);
  store.drop_links(account);
  InvitationLink link =
      put_link(store, account, entered_before ? InvitationPurpose::kRecovery : InvitationPurpose::kWelcome, now);
  transaction.commit();
  return link;
}

Result<ActorId> accept_invitation(IdentityStore& store, const Passwords& passwords, Acceptance acceptance,
                                  Instant now) {
  std::optional<Profile> profile = invited(store, acceptance.secret, now);
  if (!profile) return not_found();
  const bool names_itself = !profile->username;
  if (names_itself) {
    Result<std::string> username = free_username(store, acceptance.username.value_or(""));
    if (!username) return username.error();
    if (!profile->name) profile->name = username.value();
    profile->username = std::move(username.value());
  }
  Result<std::string> password =
      accepted_password(std::move(acceptance.password), {*profile->username, profile->name.value_or("")}, "/password");
  if (!password) return password.error();
  const std::string encoded = passwords.hash(password.value());
  Transaction transaction = store.begin("accepting an invitation");
  if (names_itself) store.set_names(*profile);
  store.set_password(profile->account, encoded, now);
  store.drop_invitation(profile->account);
  transaction.commit();
  return profile->account;
}

Result<void> set_sign_in(IdentityStore& store, const ActorId& account, SignIn sign_in) {
  if (!living_profile(store, account)) return not_found();
  Transaction transaction = store.begin("closing or opening sign-in");
  store.set_sign_in(account, sign_in);
  if (sign_in == SignIn::kClosed) store.drop_invitation(account);
  transaction.commit();
  return boost::outcome_v2::success();
}

Result<void> erase_profile(IdentityStore& store, const ActorId& account, Instant now) {
  if (!living_profile(store, account)) return not_found();
  store.erase(account, now);
  return boost::outcome_v2::success();
}

}  // namespace luuvet::server
