#include "server/app/identity.h"

#include <utility>

namespace luuvet::server {
namespace {

std::vector<ActorId> closed_accounts(const IdentityStore& store) {
  std::vector<ActorId> closed;
  for (const Profile& profile : store.profiles())
    if (profile.sign_in == SignIn::kClosed) closed.push_back(profile.account);
  return closed;
}

}  // namespace

ProfilesPtr read_profiles(const IdentityStore& store) {
  auto profiles = std::make_shared<Profiles>();
  for (Profile& profile : store.profiles()) {
    api::Profile& shown = (*profiles)[AccountId{profile.account.value}];
    shown.username = std::move(profile.username);
    shown.name = std::move(profile.name);
    shown.email = std::move(profile.email);
    shown.last_signed_in_at = profile.last_signed_in;
  }
  for (const Token& token : store.tokens())
    if (const auto found = profiles->find(AccountId{token.account.value}); found != profiles->end())
      found->second.token_labels.emplace(TokenId{token.id}, token.label);
  return profiles;
}

Identity::Identity(const std::filesystem::path& folder, bool is_demo, Instant now)
    : writer(folder, Access::kWrite),
      store(folder, Access::kRead),
      demo(is_demo),
      sessions({}, writer.sessions(), now, {}),
      tokens(writer.tokens(), closed_accounts(writer)),
      gate(sessions, tokens, tickets),
      profiles(read_profiles(writer)) {}

void Identity::follow_log(const World& world, Instant now) {
  for (const Profile& profile : writer.profiles()) {
    const AccountState* account = world.accounts.find(profile.account.value);
    if (!account || profile.erased) continue;
    const SignIn decided = account->closed ? SignIn::kClosed : SignIn::kOpen;
    if (profile.sign_in != decided) writer.set_sign_in(profile.account, decided);
  }
  reload(now);
}

void Identity::reload(Instant now) {
  sessions = Sessions({}, writer.sessions(), now, {});
  tokens = Tokens(writer.tokens(), closed_accounts(writer));
  profiles = read_profiles(writer);
}

}  // namespace luuvet::server
