// Accounts in the log and beside it, kept together: what has to be so in the store is looked at first, the log decides,
// the store follows.
#include <algorithm>
#include <utility>

#include "api/json/json_object.h"
#include "server/app/people.h"
#include "server/app/replies.h"

namespace luuvet::server {
namespace {

std::string path_of(const InvitationLink& link) {
  return "/invitation/" + link.secret;
}

// What is shown once, with the answer to who asked: set when the log has said yes, kept nowhere.
using Shown = std::shared_ptr<std::optional<std::string>>;

Finish with_member(Finish finish, std::string name, Shown value) {
  return [finish = std::move(finish), name = std::move(name), value = std::move(value)](api::Reply&& reply) {
    if (*value) {
      std::string body(reply.bytes());
      body.insert(body.size() - 1, ",\"" + name + "\":" + api::shown_json(**value));
      reply.body = std::move(body);
    }
    finish(std::move(reply));
  };
}

api::Problem too_many_tokens() {
  return api::forbidden_here({"Tài khoản đã có đủ số mã truy cập; hãy thu hồi mã không dùng nữa.",
                              "The account has as many tokens as it may have: revoke one that is not used."});
}

api::Problem administrators_only() {
  return api::forbidden_here({"Chỉ quản trị hệ thống được làm việc này.", "Only an administrator may do this."});
}

}  // namespace

bool People::concerns(const CommandBody& body) {
  return std::holds_alternative<OpenAccount>(body) || std::holds_alternative<IssueToken>(body) ||
         std::holds_alternative<CloseAccount>(body) || std::holds_alternative<ReopenAccount>(body) ||
         std::holds_alternative<RevokeToken>(body);
}

void People::carry_out(Job&& job, VisitPtr visit, Finish finish, Go go) {
  if (std::holds_alternative<OpenAccount>(job.command.body))
    return open_account(std::move(job), std::move(visit), std::move(finish), std::move(go));
  if (std::holds_alternative<IssueToken>(job.command.body))
    return issue_token(std::move(job), std::move(visit), std::move(finish), std::move(go));
  if (std::holds_alternative<CloseAccount>(job.command.body))
    return set_sign_in(std::move(job), SignIn::kClosed, std::move(visit), std::move(finish), std::move(go));
  if (std::holds_alternative<ReopenAccount>(job.command.body))
    return set_sign_in(std::move(job), SignIn::kOpen, std::move(visit), std::move(finish), std::move(go));
  revoke_token(std::move(job), std::move(visit), std::move(finish), std::move(go));
}

// The profile comes first, so that the username is held; the gate lets in nobody whom the log does not know. If the log
// says no, the profile goes again.
void People::open_account(Job&& job, VisitPtr visit, Finish finish, Go go) {
  if (!is_administrator(*visit)) return go(std::move(job), std::move(finish), {});  // refused by the table of rights
  auto kept = std::make_shared<Job>(std::move(job));
  const bool taken = desk_.on_worker_then(visit, finish, [this, kept, visit, finish, go]() -> std::function<void()> {
    if (instance_.log().find_correlation(kept->correlation.key))  // a repeat: its answer is in the log
      return [kept, finish, go] { go(std::move(*kept), finish, {}); };
    const auto& body = std::get<OpenAccount>(kept->command.body);
    const ActorId account{kept->context.new_id};
    auto link =
        create_account(identity_.writer, {account, body.username, body.name, body.email, body.kind}, system_now());
    if (!link) {
      auto problem = std::make_shared<api::Problem>(api::problem_of(std::move(link).error()));
      return [this, visit, finish, problem] { desk_.refuse(visit, finish, *problem); };
    }
    return [this, kept, account, finish, go, profiles = read_profiles(identity_.writer), made = link.value()] {
      identity_.profiles = profiles;
      const auto invitation = std::make_shared<std::optional<std::string>>();
      go(std::move(*kept), with_member(finish, "invitation", invitation),
         [this, account, made, invitation](const Outcome& outcome) {
           if (!std::holds_alternative<Committed>(outcome)) return forget(account);
           if (made) *invitation = path_of(*made);
         });
    };
  });
  if (!taken) desk_.refuse(visit, finish, api::overloaded(std::chrono::seconds(1)));
}

void People::forget(const ActorId& account) {
  desk_.in_background([this, account]() -> std::function<void()> {
    static_cast<void>(erase_profile(identity_.writer, account, system_now()));
    return [this, profiles = read_profiles(identity_.writer)] { identity_.profiles = profiles; };
  });
}

// The log knows a token by its id; its secret is made here and shown once. It is stored first, so that who was shown it
// can use it whatever happens next; without its event the gate lets nobody in with it.
void People::issue_token(Job&& job, VisitPtr visit, Finish finish, Go go) {
  if (!is_administrator(*visit)) return go(std::move(job), std::move(finish), {});  // refused by the table of rights
  const auto& body = std::get<IssueToken>(job.command.body);
  const ActorId account{job.command.target.id};
  const Instant now = system_now();
  auto made = make_token({account, body.label, body.scope, body.expires_on}, now);
  if (!made) return desk_.refuse(visit, finish, api::problem_of(std::move(made).error()));
  if (!identity_.tokens.has_room(account, now)) return desk_.refuse(visit, finish, too_many_tokens());
  auto kept = std::make_shared<Job>(std::move(job));
  kept->context.new_id = made.value().token.id;
  const bool taken = desk_.on_worker_then(
      visit, finish, [this, kept, account, made = made.value(), finish, go]() -> std::function<void()> {
        const bool repeated = instance_.log().find_correlation(kept->correlation.key).has_value();
        if (repeated || !identity_.writer.profile(account))  // the answer is the log's alone
          return [kept, finish, go] { go(std::move(*kept), finish, {}); };
        identity_.writer.put_token(made.token);
        return [this, kept, made, finish, go, profiles = read_profiles(identity_.writer)] {
          identity_.profiles = profiles;
          const auto text = std::make_shared<std::optional<std::string>>();
          go(std::move(*kept), with_member(finish, "token", text), [this, made, text](const Outcome& outcome) {
            if (!std::holds_alternative<Committed>(outcome)) return drop_token(made.token);
            identity_.tokens.add(made.token, system_now());
            *text = made.text;
          });
        };
      });
  if (!taken) desk_.refuse(visit, finish, api::overloaded(std::chrono::seconds(1)));
}

// A token that the log did not take opens nothing; revoked, it takes up no room either.
void People::drop_token(Token token) {
  token.revoked = system_now();
  desk_.in_background([this, token]() -> std::function<void()> {
    identity_.writer.put_token(token);
    return {};
  });
}

void People::revoke_token(Job&& job, VisitPtr, Finish finish, Go go) {
  const ActorId account{job.command.target.id};
  const std::string token = std::get<RevokeToken>(job.command.body).token.value;
  go(std::move(job), std::move(finish), [this, account, token](const Outcome& outcome) {
    if (std::holds_alternative<Committed>(outcome)) identity_.tokens.revoke(account, token, system_now());
  });
}

// The gate asks the log whether an account is open, so nobody comes in from here on; sockets end at their next look.
void People::set_sign_in(Job&& job, SignIn sign_in, VisitPtr visit, Finish finish, Go go) {
  const ActorId account{job.command.target.id};
  go(std::move(job), std::move(finish), [this, account, sign_in, visit](const Outcome& outcome) {
    if (!std::holds_alternative<Committed>(outcome)) return;
    if (sign_in == SignIn::kClosed) end_sessions(visit, [&] { identity_.sessions.revoke_all(account); });
    identity_.tokens.set_sign_in(account, sign_in);
    due_sign_ins_[account] = sign_in;
    store_sign_ins();
  });
}

// The store follows the log; what it cannot take now is tried again at the next tick, or made up at the next start.
void People::store_sign_ins() {
  if (due_sign_ins_.empty()) return;
  const auto due = std::make_shared<std::map<ActorId, SignIn>>(std::exchange(due_sign_ins_, {}));
  const auto give_back = [this, due] { due_sign_ins_.merge(*due); };  // a later decision stays
  const bool taken = desk_.in_background([this, due, give_back]() -> std::function<void()> {
    try {
      for (const auto& [account, sign_in] : *due)
        static_cast<void>(server::set_sign_in(identity_.writer, account, sign_in));  // no profile: nothing to close
      return {};
    } catch (const IdentityFailure& failure) {
      desk_.report(failure.what());
      return give_back;
    }
  });
  if (!taken) give_back();
}

bool People::is_administrator(const Visit& visit) const {
  const auto grants = grants_of(today_()->world, visit.caller.account, vietnam_date(system_now()));
  return std::any_of(grants.begin(), grants.end(),
                     [](const Grant& grant) { return grant.role == Role::kAdministrator; });
}

void People::invite_again(std::string_view id, VisitPtr visit, Finish finish) {
  const auto body = api::read_empty(visit->body);
  if (!body) return desk_.refuse(visit, finish, api::problem_of(Rejection(body.error())));
  if (!is_administrator(*visit)) return desk_.refuse(visit, finish, administrators_only());
  const ActorId account{std::string(id)};
  const bool taken = desk_.on_worker_then(visit, finish, [this, account, visit, finish]() -> std::function<void()> {
    auto link = invite(identity_.writer, account, system_now());
    if (!link) {
      auto problem = std::make_shared<api::Problem>(api::problem_of(std::move(link).error()));
      return [this, visit, finish, problem] { desk_.refuse(visit, finish, *problem); };
    }
    return [this, made = link.value(), visit, finish] {
      end_sessions(visit, [&] { identity_.sessions.revoke_all(made.account); });
      std::string answer;
      api::JsonObject(answer).member("invitation", path_of(made)).member("expires_at", made.expires);
      auto reply = std::make_shared<api::Reply>(json_reply(std::move(answer), today_()->world.head));
      store_then(visit, finish, [finish, reply] { finish(std::move(*reply)); });
    };
  });
  if (!taken) desk_.refuse(visit, finish, api::overloaded(std::chrono::seconds(1)));
}

// A profile is erased for an account that is closed: who has no name any more must not act.
void People::erase(std::string_view id, VisitPtr visit, Finish finish) {
  const auto body = api::read_empty(visit->body);
  if (!body) return desk_.refuse(visit, finish, api::problem_of(Rejection(body.error())));
  if (!is_administrator(*visit)) return desk_.refuse(visit, finish, administrators_only());
  const ActorId account{std::string(id)};
  const AccountState* state = today_()->world.accounts.find(account.value);
  if (!state) return desk_.refuse(visit, finish, api::not_found_here());
  if (!state->closed)
    return desk_.refuse(visit, finish,
                        api::forbidden_here({"Cần đóng tài khoản trước khi xóa thông tin cá nhân.",
                                             "Close the account before its profile is erased."}));
  const bool taken = desk_.on_worker_then(visit, finish, [this, account, visit, finish]() -> std::function<void()> {
    auto erased = erase_profile(identity_.writer, account, system_now());
    if (!erased) {
      auto problem = std::make_shared<api::Problem>(api::problem_of(std::move(erased).error()));
      return [this, visit, finish, problem] { desk_.refuse(visit, finish, *problem); };
    }
    return [this, account, visit, finish, profiles = read_profiles(identity_.writer)] {
      identity_.profiles = profiles;
      end_sessions(visit, [&] { identity_.sessions.revoke_all(account); });
      notes_.profile_erased(*visit, account);
      api::Reply reply;
      reply.status = 204;
      reply.headers = {{"Cache-Control", "no-store"}};
      finish(std::move(reply));
    };
  });
  if (!taken) desk_.refuse(visit, finish, api::overloaded(std::chrono::seconds(1)));
}

}  // namespace luuvet::server
