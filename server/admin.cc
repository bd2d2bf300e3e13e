#include "server/admin.h"

#include <algorithm>
#include <cstdio>

#include "api/command_codec.h"
#include "api/json/json_object.h"
#include "server/app/identity.h"
#include "server/app/identity_of_request.h"
#include "server/identity/accounts.h"
#include "server/identity/profile_fields.h"
#include "server/serve.h"

namespace luuvet::server {
namespace {

// What ends a command, in one sentence for whoever runs it.
struct Refused {
  std::string sentence;
};

Refused refusal(const Rejection& rejection) {
  if (rejection.errors.empty()) return {rejection.detail.en};
  std::string sentence;
  for (const FieldError& error : rejection.errors)
    sentence += (sentence.empty() ? "" : "; ") + error.pointer + ": " + error.detail.en;
  return {std::move(sentence)};
}

template <class T>
T value_of(Result<T>&& result) {
  if (!result) throw refusal(result.error());
  return std::move(result).value();
}

class Office {
 public:
  explicit Office(const AdminLine& line)
      : line_(line),
        instance_(
            line.folders, line.instance, MissingGuard::kRefuse, [](BatchResult&&) {}, end_on_failure),
        now_(system_now()),
        store_(line.folders.data / "identity", Access::kWrite) {}

  void carry_out();

 private:
  const World& world() { return instance_.engine().views()->world; }
  bool is(std::string_view name) const { return line_.command->name == name; }

  ActorId account() const;
  std::string body() const;
  api::CommandTarget target() const;
  void commit(CommandBody body, const std::string& new_id);

  void list_accounts();
  void list_posts();
  void open_account();
  void change_account();
  void issue_token();
  void revoke_token();
  void invite_again();
  void erase();
  void write_to_log();
  void end_sessions(const ActorId& account);

  const AdminLine& line_;
  Instance instance_;
  const Instant now_;
  IdentityStore store_;
};

ActorId Office::account() const {
  const std::string who(line_.option("account"));
  if (store_.profile(ActorId{who})) return ActorId{who};
  const auto key = username_key(who);
  const auto found = key ? store_.account_of(*key) : std::nullopt;
  if (!found) throw Refused{"there is no account " + who + "; see luuvet admin accounts"};
  return *found;
}

// The options as the members of the API's body.
std::string Office::body() const {
  std::string out;
  {
    api::JsonObject object(out);
    std::vector<std::string> areas;
    for (const auto& [option, value] : line_.options) {
      std::string name = option;
      std::replace(name.begin(), name.end(), '-', '_');
      if (name == "areas") {
        areas.push_back(value);
      } else if (name == "account") {
        if (line_.command->target == AdminTarget::kPost) object.member(name, account().value);
      } else if (name != "post") {
        object.member(name, value);
      }
    }
    if (!areas.empty()) object.member("areas", areas);
  }
  return out;
}

api::CommandTarget Office::target() const {
  const std::string_view words = line_.command->name;  // "close-account": the API's command is "close"
  const std::string_view verb = words.substr(0, words.find('-'));
  switch (line_.command->target) {
    case AdminTarget::kNewAccount:
      return {api::TargetKind::kCreate, Aggregate::kAccount, {}, {}};
    case AdminTarget::kNewPost:
      return {api::TargetKind::kCreate, Aggregate::kPost, {}, {}};
    case AdminTarget::kPost:
      return {api::TargetKind::kItem, Aggregate::kPost, line_.option("post"), verb};
    default:
      return {api::TargetKind::kItem, Aggregate::kAccount, {}, words.ends_with("-token") ? words : verb};
  }
}

void Office::commit(CommandBody body, const std::string& new_id) {
  const api::CommandTarget to = target();
  std::vector<Job> jobs;
  jobs.push_back(system_job(std::move(body), now_));
  const bool on_account = line_.command->target == AdminTarget::kAccount;
  jobs.back().command.target = {to.aggregate, on_account ? account().value : std::string(to.id)};
  jobs.back().context.new_id = new_id;
  const BatchResult result = instance_.engine().run(std::move(jobs));
  if (const auto* rejection = std::get_if<Rejection>(&result.finished.front().outcome)) throw refusal(*rejection);
}

void print_link(const InvitationLink& link) {
  std::printf("/invitation/%s\n", link.secret.c_str());
  std::fputs("luuvet admin: hand this address, below the server's own, to the person; it is shown once\n", stderr);
}

void Office::list_accounts() {
  const Date today = vietnam_date(now_);
  for (const Profile& profile : store_.profiles()) {
    std::string posts;
    for (const Grant& grant : grants_of(world(), profile.account, today))
      posts += (posts.empty() ? "" : ", ") + grant.post.value;
    std::printf("%s\t%s\t%s\t%s\t%s\t%s\n", profile.account.value.c_str(), profile.username.value_or("-").c_str(),
                profile.name.value_or("-").c_str(), profile.kind == AccountKind::kMachine ? "machine" : "person",
                profile.sign_in == SignIn::kOpen ? "open" : "closed", posts.c_str());
  }
}

void Office::list_posts() {
  const Date today = vietnam_date(now_);
  const std::string_view agency = line_.option("agency");
  world().posts.for_each([&](const auto& row) {
    const PostState& post = *row;
    if (!agency.empty() && post.content.agency.value != agency) return;
    std::string holders;
    for (const Holding& holding : post.holdings)
      if (holding.holds(today)) holders += (holders.empty() ? "" : ", ") + holding.account.value;
    std::printf("%s\t%s\t%s\t%s\n", post.content.id.value.c_str(), post.content.agency.value.c_str(),
                post.content.title.c_str(), holders.c_str());
  });
}

// The profile first, so that the username is held; it goes again if the log says no.
void Office::open_account() {
  Command command = value_of(api::read_command(target(), body()));
  const auto& wanted = std::get<OpenAccount>(command.body);
  const ActorId id{new_ulid(now_)};
  const auto link =
      value_of(create_account(store_, {id, wanted.username, wanted.name, wanted.email, wanted.kind}, now_));
  try {
    commit(std::move(command.body), id.value);
  } catch (...) {
    static_cast<void>(erase_profile(store_, id, now_));
    throw;
  }
  std::fprintf(stderr, "luuvet admin: account %s\n", id.value.c_str());
  if (link) print_link(*link);
}

void Office::change_account() {
  commit(std::move(value_of(api::read_command(target(), "{}")).body), {});
  const SignIn sign_in = is("close-account") ? SignIn::kClosed : SignIn::kOpen;
  static_cast<void>(set_sign_in(store_, account(), sign_in));
  if (sign_in == SignIn::kClosed) end_sessions(account());
}

void Office::issue_token() {
  const ActorId who = account();
  const AccountState* state = world().accounts.find(who.value);
  if (!state || state->kind != AccountKind::kMachine)
    throw Refused{"a token is for a machine: who had a person's could act in that person's name"};
  Command command = value_of(api::read_command(target(), body()));
  const auto& wanted = std::get<IssueToken>(command.body);
  if (!Tokens(store_.tokens(), {}).has_room(who, now_)) throw Refused{"the account has as many tokens as it may have"};
  NewToken made = value_of(make_token({who, wanted.label, wanted.scope, wanted.expires_on}, now_));
  store_.put_token(made.token);
  try {
    commit(std::move(command.body), made.token.id);
  } catch (...) {
    made.token.revoked = now_;
    store_.put_token(made.token);
    throw;
  }
  std::printf("%s\n", made.text.c_str());
}

void Office::revoke_token() {
  write_to_log();
  for (Token token : store_.tokens())
    if (token.account == account() && token.id == line_.option("token") && !token.revoked) {
      token.revoked = now_;
      store_.put_token(token);
    }
}

void Office::invite_again() {
  const InvitationLink link = value_of(invite(store_, account(), now_));
  end_sessions(link.account);
  print_link(link);
}

void Office::erase() {
  const ActorId who = account();
  if (const AccountState* state = world().accounts.find(who.value); state && !state->closed)
    throw Refused{"close the account first: who has no name any more must not act"};
  if (auto erased = erase_profile(store_, who, now_); !erased) throw refusal(erased.error());
  end_sessions(who);
}

void Office::write_to_log() {
  const std::string new_id = new_ulid(now_);
  commit(std::move(value_of(api::read_command(target(), body())).body), new_id);
  if (line_.command->target == AdminTarget::kNewPost) std::printf("%s\n", new_id.c_str());
}

void Office::end_sessions(const ActorId& account) {
  SessionChanges changes;
  for (const Session& session : store_.sessions())
    if (session.account == account) changes.by_hash[session.hash] = std::nullopt;
  store_.apply(changes);
}

void Office::carry_out() {
  if (is("accounts")) return list_accounts();
  if (is("posts")) return list_posts();
  if (is("open-account")) return open_account();
  if (is("close-account") || is("reopen-account")) return change_account();
  if (is("issue-token")) return issue_token();
  if (is("revoke-token")) return revoke_token();
  if (is("invite")) return invite_again();
  if (is("erase-profile")) return erase();
  write_to_log();
}

}  // namespace

int admin(const AdminLine& line) {
  if (!line.command) {
    std::fputs(kAdminHelp, stdout);
    return 0;
  }
  try {
    require_no_demo(line.folders.data);
    Office(line).carry_out();
  } catch (const Refused& refused) {
    std::fprintf(stderr, "luuvet admin: %s\n", refused.sentence.c_str());
    return 1;
  }
  return 0;
}

}  // namespace luuvet::server
