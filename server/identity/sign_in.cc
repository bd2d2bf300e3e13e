#include "server/identity/sign_in.h"

#include <utility>

#include "server/identity/profile_fields.h"
#include "server/identity/secret.h"

namespace luuvet::server {
namespace {

struct Known {
  Profile profile;
  Credential credential;
};

std::optional<Known> find_known(const IdentityStore& store, std::string_view username) {
  const std::optional<std::string> key = username_key(username);
  const std::optional<ActorId> account = key ? store.account_of(*key) : std::nullopt;
  std::optional<Profile> profile = account ? store.profile(*account) : std::nullopt;
  std::optional<Credential> credential = account ? store.credential(*account) : std::nullopt;
  if (!profile || !credential || profile->sign_in == SignIn::kClosed) return std::nullopt;
  return Known{std::move(*profile), std::move(*credential)};
}

// One hash is computed on every path.
bool is_right(const Passwords& passwords, const std::optional<Credential>& credential, std::string_view password) {
  const bool same_hash = passwords.verify(credential ? credential->password_hash : std::nullopt, password);
  const bool same_text = credential && credential->demo_password && same_secret(*credential->demo_password, password);
  return same_hash || same_text;
}

void renew_hash(IdentityStore& store, const Passwords& passwords, const Known& known, std::string_view password,
                Instant now) {
  if (known.credential.password_hash && !passwords.is_outdated(*known.credential.password_hash)) return;
  store.set_password(known.profile.account, passwords.hash(password), now);
}

}  // namespace

std::optional<SignedIn> sign_in(IdentityStore& store, const Passwords& passwords, const SignInTry& attempt,
                                Instant now) {
  const std::optional<std::string> password = normalised_password(attempt.password);
  const std::optional<Known> known = find_known(store, attempt.username);
  const std::optional<Credential> credential = known && password ? std::optional(known->credential) : std::nullopt;
  if (!is_right(passwords, credential, password.value_or(""))) {
    if (known) store.add_failure(known->profile.account, {now, attempt.address.substr(0, 64)});
    return std::nullopt;
  }
  renew_hash(store, passwords, *known, *password, now);
  return entered(store, known->profile.account, attempt.device, now);
}

SignedIn entered(IdentityStore& store, const ActorId& account, std::string_view device, Instant now) {
  Transaction transaction = store.begin("noting a sign-in");
  const std::optional<Profile> profile = store.profile(account);
  SignedIn result;
  result.account = account;
  if (profile) result.last_signed_in = profile->last_signed_in;
  result.failures = store.failures_since(account, result.last_signed_in.value_or(Instant{}));
  const bool known = device.size() == kSecretSize && store.is_device_of(hash_of_secret(device), account, now);
  result.device = known ? std::string(device) : new_secret();
  store.put_device(hash_of_secret(result.device), account, now);
  store.signed_in(account, now);
  transaction.commit();
  return result;
}

std::optional<ActorId> demo_account(const IdentityStore& store, std::string_view username) {
  const std::optional<std::string> key = username_key(username);
  const std::optional<ActorId> account = key ? store.account_of(*key) : std::nullopt;
  const std::optional<Profile> profile = account ? store.profile(*account) : std::nullopt;
  if (!profile || !profile->demo || profile->sign_in == SignIn::kClosed) return std::nullopt;
  return account;
}

std::optional<Hash> known_device(const IdentityStore& store, const std::string& account_key, std::string_view cookie,
                                 Instant now) {
  if (cookie.size() != kSecretSize) return std::nullopt;
  const std::optional<ActorId> account = store.account_of(account_key);
  const Hash hash = hash_of_secret(cookie);
  if (!account || !store.is_device_of(hash, *account, now)) return std::nullopt;
  return hash;
}

Result<void> change_password(IdentityStore& store, const Passwords& passwords, const ActorId& account,
                             PasswordChange change, Instant now) {
  const std::optional<Profile> profile = store.profile(account);
  const std::optional<Credential> credential = store.credential(account);
  if (!profile || !profile->username || !credential) return not_found();
  const std::optional<std::string> old_password = normalised_password(std::move(change.old_password));
  if (!old_password || !is_right(passwords, credential, *old_password))
    return invalid("/old", "Mật khẩu hiện tại không đúng.", "This is not the present password.");
  Result<std::string> password =
      accepted_password(std::move(change.new_password), {*profile->username, profile->name.value_or("")}, "/new");
  if (!password) return password.error();
  const std::string encoded = passwords.hash(password.value());
  Transaction transaction = store.begin("changing a password");
  store.set_password(account, encoded, now);
  const Hash device = hash_of_secret(change.device);
  const bool known = store.is_device_of(device, account, now);
  store.drop_devices(account);
  if (known) store.put_device(device, account, now);
  transaction.commit();
  return boost::outcome_v2::success();
}

}  // namespace luuvet::server
