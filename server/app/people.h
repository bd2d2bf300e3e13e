// Signing in, one's own sessions and password, live tickets, and what administrators do with accounts: what stands
// beside the log. Commands that move an account in the log and beside it pass through here on their way to the engine.
//
// On net. Reading and changing the identity store goes to the worker.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "api/identity_bodies.h"
#include "api/routes.h"
#include "server/app/access_notes.h"
#include "server/app/desk.h"
#include "server/app/identity.h"
#include "server/app/instance.h"
#include "server/app/oidc_sign_in.h"
#include "server/identity/accounts.h"
#include "server/identity/sign_in.h"

namespace luuvet::server {

class People {
 public:
  // `today`: the views that are published now. `oidc`: null where passwords are the only way in.
  People(Instance& instance, Identity& identity, const Desk& desk, AccessNotes& notes, std::function<ViewsPtr()> today,
         const OidcParts* oidc);

  // The routes of people.
  void respond(const api::Route& route, VisitPtr visit, Finish finish);

  // Whether the command has a side beside the log.
  static bool concerns(const CommandBody& body);
  // Sends a command to the engine; `then` learns the outcome before the answer leaves, on net.
  using Go = std::function<void(Job&&, Finish, std::function<void(const Outcome&)> then)>;
  // What has to be so beside the log before the command is decided, then `go`.
  void carry_out(Job&& job, VisitPtr visit, Finish finish, Go go);

  // Stores what changed of sessions and tokens, ends what is over. To be called about once a second.
  void tick(Instant now);

 private:
  // people_sign_in.cc
  void sign_in(VisitPtr visit, Finish finish);
  void try_password(api::SignInBody&& body, VisitPtr visit, Finish finish);
  void enter_demo(const std::string& username, VisitPtr visit, Finish finish);
  void accept(std::string_view secret, VisitPtr visit, Finish finish);
  void change_password(VisitPtr visit, Finish finish);
  void sign_out(VisitPtr visit, Finish finish);
  void end_session(std::string_view id, VisitPtr visit, Finish finish);
  // Every way in ends here: a new session, and its row in the access log; answers `page`, or without one who has come
  // in.
  void welcome(const SignedIn& entered, SignInHow how, const VisitPtr& visit, const Finish& finish,
               std::optional<api::Reply> page = std::nullopt);
  void refuse_sign_in(const VisitPtr& visit, const Finish& finish, SignInHow how, std::string_view username_key);
  // Who asked for it ends sessions by `end`.
  void end_sessions(const VisitPtr& visit, const std::function<void()>& end);
  api::Reply sign_in_options() const;
  api::Reply me(const Caller& caller, const std::vector<FailedTry>& failures) const;
  api::Reply own_sessions(const Caller& caller) const;
  api::Reply demo_accounts() const;
  api::Reply live_ticket(const Visit& visit);
  // Runs on the worker what takes a password hash; 429 when there is no room.
  bool slowly(const VisitPtr& visit, const Finish& finish, std::function<std::function<void()>()> job) const;
  void store_then(const VisitPtr& visit, const Finish& finish, std::function<void()> then);

  // people_accounts.cc
  void open_account(Job&& job, VisitPtr visit, Finish finish, Go go);
  void issue_token(Job&& job, VisitPtr visit, Finish finish, Go go);
  void set_sign_in(Job&& job, SignIn sign_in, VisitPtr visit, Finish finish, Go go);
  void revoke_token(Job&& job, VisitPtr visit, Finish finish, Go go);
  void invite_again(std::string_view account, VisitPtr visit, Finish finish);
  void erase(std::string_view account, VisitPtr visit, Finish finish);
  void forget(const ActorId& account);
  void drop_token(Token token);
  void store_sign_ins();
  bool is_administrator(const Visit& visit) const;
  void refresh_profiles();

  Instance& instance_;
  Identity& identity_;
  const Desk& desk_;
  AccessNotes& notes_;
  const Visit* ending_ = nullptr;  // who ends sessions at this moment
  const std::function<ViewsPtr()> today_;
  std::unique_ptr<OidcSignIn> oidc_;
  std::map<ActorId, SignIn> due_sign_ins_;  // that the log has decided and the store does not have yet
};

}  // namespace luuvet::server
