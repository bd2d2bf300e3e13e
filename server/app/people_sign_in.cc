// Signing in and out, and what belongs to oneself.
#include <algorithm>
#include <utility>

#include "api/http/cookies.h"
#include "api/rights_codec.h"
#include "server/app/people.h"
#include "server/app/replies.h"
#include "server/identity/profile_fields.h"

namespace luuvet::server {
namespace {

constexpr std::chrono::seconds kDeviceLife{IdentityStore::kDeviceLifeMs / 1000};
constexpr std::chrono::seconds kWorkerBusy{2};

std::string cookie_of(const api::Request& request, std::string_view name) {
  return std::string(api::find_cookie(request, name).value_or(""));
}

api::Reply empty_reply() {
  api::Reply reply;
  reply.status = 204;
  reply.headers = {{"Cache-Control", "no-store"}};
  return reply;
}

api::Header forget_session() {
  return api::set_cookie(api::kSessionCookie, "", {.secure = false, .max_age = std::chrono::seconds(0)});
}

std::chrono::seconds rounded_up(std::chrono::milliseconds wait) {
  return std::chrono::ceil<std::chrono::seconds>(wait);
}

struct SessionRow {
  std::string id;
  Instant signed_in_at;
  Instant last_seen_at;
  Instant expires_at;
  std::string address;
  std::string user_agent;
  bool current = false;
};
BOOST_DESCRIBE_STRUCT(SessionRow, (), (id, signed_in_at, last_seen_at, expires_at, address, user_agent, current))

SessionRow row_of(const Session& session, const Caller& caller) {
  return {session.id,      session.created,    session.last_seen,           session.expires,
          session.address, session.user_agent, session.id == caller.session};
}

struct OidcOption {
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OidcOption, (), (name))

struct FailureRow {
  Instant at;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(FailureRow, (), (at, address))

}  // namespace

bool People::slowly(const VisitPtr& visit, const Finish& finish, std::function<std::function<void()>()> job) const {
  if (desk_.on_worker_then(visit, finish, std::move(job))) return true;
  desk_.refuse(visit, finish, api::too_many_requests(kWorkerBusy));
  return false;
}

void People::sign_in(VisitPtr visit, Finish finish) {
  auto body = api::read_sign_in(visit->body);
  if (!body) return desk_.refuse(visit, finish, api::problem_of(std::move(body).error()));
  if (body.value().demo) return enter_demo(*body.value().demo, std::move(visit), std::move(finish));
  try_password(std::move(body).value(), std::move(visit), std::move(finish));
}

void People::try_password(api::SignInBody&& body, VisitPtr visit, Finish finish) {
  const Instant now = system_now();
  const std::string key = username_key(*body.username).value_or(*body.username);
  const std::string device = cookie_of(*visit, api::kDeviceCookie);
  const Throttle::Caller caller{key, visit->peer, known_device(identity_.store, key, device, now)};
  const auto wait = identity_.throttle.begin(caller, now);
  if (wait.count() > 0) {
    notes_.locked_out(*visit, key, identity_.store.account_of(key));
    return desk_.refuse(visit, finish, api::too_many_requests(rounded_up(wait)));
  }
  const SignInTry attempt{std::move(*body.username), std::move(*body.password), visit->peer, device};
  const bool taken = slowly(visit, finish, [this, attempt, visit, finish, now, key, known = caller.device] {
    auto entered = server::sign_in(identity_.writer, identity_.passwords, attempt, now);
    return [this, entered = std::move(entered), visit, finish, key, known] {
      if (!entered) return refuse_sign_in(visit, finish, SignInHow::kPassword, key);
      identity_.throttle.succeeded({key, visit->peer, known});
      welcome(*entered, SignInHow::kPassword, visit, finish);
    };
  });
  if (!taken) identity_.throttle.withdrawn(caller);
}

void People::enter_demo(const std::string& username, VisitPtr visit, Finish finish) {
  if (!identity_.demo) return desk_.refuse(visit, finish, api::sign_in_failed());
  const std::string device = cookie_of(*visit, api::kDeviceCookie);
  slowly(visit, finish, [this, username, device, visit, finish]() -> std::function<void()> {
    const auto account = demo_account(identity_.writer, username);
    if (!account) return [this, username, visit, finish] { refuse_sign_in(visit, finish, SignInHow::kDemo, username); };
    return [this, entered = entered(identity_.writer, *account, device, system_now()), visit, finish] {
      welcome(entered, SignInHow::kDemo, visit, finish);
    };
  });
}

void People::accept(std::string_view secret, VisitPtr visit, Finish finish) {
  auto body = api::read_invitation(visit->body);
  if (!body) return desk_.refuse(visit, finish, api::problem_of(std::move(body).error()));
  const Acceptance acceptance{std::string(secret), std::move(body.value().username), std::move(body.value().password)};
  const std::string device = cookie_of(*visit, api::kDeviceCookie);
  slowly(visit, finish, [this, acceptance, device, visit, finish]() -> std::function<void()> {
    const Instant now = system_now();
    auto account = accept_invitation(identity_.writer, identity_.passwords, acceptance, now);
    if (!account) {
      const bool no_such_link = account.error().kind == RejectionKind::kNotFound;
      auto problem = std::make_shared<api::Problem>(api::problem_of(std::move(account).error()));
      return [this, visit, finish, problem, no_such_link] {
        if (no_such_link) notes_.sign_in_failed(*visit, SignInHow::kInvitation, {}, {});
        desk_.refuse(visit, finish, *problem);
      };
    }
    return [this, entered = entered(identity_.writer, account.value(), device, now), visit, finish] {
      end_sessions(visit, [&] { identity_.sessions.revoke_all(entered.account); });
      welcome(entered, SignInHow::kInvitation, visit, finish);
    };
  });
}

// A new session, whatever cookie came with the request: nobody can hand somebody a session that he knows.
void People::welcome(const SignedIn& entered, SignInHow how, const VisitPtr& visit, const Finish& finish,
                     std::optional<api::Reply> page) {
  if (!is_open_account(today_()->world, entered.account)) {
    notes_.sign_in_failed(*visit, how, {}, entered.account);
    return desk_.refuse(visit, finish, api::sign_in_failed());
  }
  const std::string agent(visit->header("User-Agent").value_or(""));
  const Sessions::Begun begun = identity_.sessions.begin(entered.account, {visit->peer, agent}, system_now());
  const Caller caller{entered.account, begun.session.id, "", TokenScope::kWrite};
  auto reply = std::make_shared<api::Reply>(page ? std::move(*page) : me(caller, entered.failures));
  reply->account = entered.account.value;
  reply->headers.push_back(
      api::set_cookie(api::kSessionCookie, begun.cookie, {.secure = visit->secure, .max_age = {}}));
  reply->headers.push_back(
      api::set_cookie(api::kDeviceCookie, entered.device, {.secure = visit->secure, .max_age = kDeviceLife}));
  refresh_profiles();
  store_then(visit, finish, [this, finish, reply, how, session = begun.session] {
    notes_.signed_in(session, how);
    finish(std::move(*reply));
  });
}

void People::refuse_sign_in(const VisitPtr& visit, const Finish& finish, SignInHow how, std::string_view username_key) {
  notes_.sign_in_failed(*visit, how, username_key, identity_.store.account_of(std::string(username_key)));
  desk_.refuse(visit, finish, api::sign_in_failed());
}

// What ended or began is on disk before it is answered.
void People::store_then(const VisitPtr& visit, const Finish& finish, std::function<void()> then) {
  auto changes = std::make_shared<SessionChanges>(identity_.sessions.take_changes());
  const bool taken = desk_.on_worker_then(visit, finish, [this, changes, then] {
    identity_.writer.apply(*changes);
    return then;
  });
  if (taken) return;
  identity_.sessions.give_back(std::move(*changes));
  desk_.refuse(visit, finish, api::overloaded(kWorkerBusy));
}

void People::sign_out(VisitPtr visit, Finish finish) {
  if (!visit->caller.session.empty())
    end_sessions(visit, [&] { identity_.sessions.revoke(visit->caller.account, visit->caller.session); });
  store_then(visit, finish, [finish] {
    api::Reply reply = empty_reply();
    reply.headers.push_back(forget_session());
    finish(std::move(reply));
  });
}

void People::end_session(std::string_view id, VisitPtr visit, Finish finish) {
  bool ended = false;
  end_sessions(visit, [&] { ended = identity_.sessions.revoke(visit->caller.account, id); });
  if (!ended) return desk_.refuse(visit, finish, api::not_found_here());
  store_then(visit, finish, [finish] { finish(empty_reply()); });
}

void People::change_password(VisitPtr visit, Finish finish) {
  auto body = api::read_password(visit->body);
  if (!body) return desk_.refuse(visit, finish, api::problem_of(std::move(body).error()));
  if (visit->caller.session.empty())
    return desk_.refuse(
        visit, finish,
        api::forbidden_here({"Chỉ đổi mật khẩu trong phiên đăng nhập.", "A password is changed in a session only."}));
  const Instant now = system_now();
  const Throttle::Caller caller{visit->caller.account.value, visit->peer, std::nullopt};
  const auto wait = identity_.throttle.begin(caller, now);
  if (wait.count() > 0) return desk_.refuse(visit, finish, api::too_many_requests(rounded_up(wait)));
  const PasswordChange change{std::move(body.value().old_), std::move(body.value().new_),
                              cookie_of(*visit, api::kDeviceCookie)};
  const bool taken = slowly(visit, finish, [this, change, visit, finish, now]() -> std::function<void()> {
    auto changed = server::change_password(identity_.writer, identity_.passwords, visit->caller.account, change, now);
    if (!changed) {
      auto problem = std::make_shared<api::Problem>(api::problem_of(std::move(changed).error()));
      return [this, visit, finish, problem] { desk_.refuse(visit, finish, *problem); };
    }
    return [this, visit, finish] {
      identity_.throttle.succeeded({visit->caller.account.value, visit->peer, std::nullopt});
      end_sessions(visit, [&] { identity_.sessions.revoke_all(visit->caller.account, visit->caller.session); });
      store_then(visit, finish, [finish] { finish(empty_reply()); });
    };
  });
  if (!taken) identity_.throttle.withdrawn(caller);
}

api::Reply People::sign_in_options() const {
  std::string body;
  {
    api::JsonObject object(body);
    object.member("password", true).member("demo", identity_.demo);
    object.member("oidc", oidc_ ? std::optional(OidcOption{oidc_->name()}) : std::nullopt);
  }
  return json_reply(std::move(body), today_()->world.head);
}

api::Reply People::me(const Caller& caller, const std::vector<FailedTry>& failures) const {
  const Instant now = system_now();
  const ViewsPtr today = today_();
  const auto profile = identity_.profiles->find(AccountId{caller.account.value});
  const std::vector<Session> live = identity_.sessions.list(caller.account, now);
  const auto own =
      std::find_if(live.begin(), live.end(), [&](const Session& each) { return each.id == caller.session; });
  std::vector<FailureRow> failed;
  for (const FailedTry& failure : failures) failed.push_back({failure.at, failure.address});
  std::string body;
  {
    api::JsonObject object(body);
    object.member("account", caller.account);
    const bool known = profile != identity_.profiles->end();
    object.member("username", known ? profile->second.username : std::nullopt);
    object.member("name", known ? profile->second.name : std::nullopt);
    object.member("email", known ? profile->second.email : std::nullopt);
    object.member("demo", identity_.demo).member("scope", caller.scope);
    object.member("session", own == live.end() ? std::nullopt : std::optional(row_of(*own, caller)));
    object.member("other_sessions", live.size() - (own == live.end() ? 0 : 1));
    object.member("failed_sign_ins", failed);
    api::add_grants(object, today->world, caller.account, vietnam_date(now));
  }
  return json_reply(std::move(body), today->world.head);
}

api::Reply People::own_sessions(const Caller& caller) const {
  std::vector<SessionRow> rows;
  for (const Session& session : identity_.sessions.list(caller.account, system_now()))
    rows.push_back(row_of(session, caller));
  std::string body;
  api::JsonObject(body).member("items", rows);
  return json_reply(std::move(body), today_()->world.head);
}

api::Reply People::demo_accounts() const {
  std::string body;
  api::JsonObject(body).member("items", identity_.demo_rows);
  return json_reply(std::move(body), today_()->world.head);
}

api::Reply People::live_ticket(const Visit& visit) {
  auto content = api::read_empty(visit.body);
  if (!content) return api::reply_of(api::problem_of(std::move(content).error()), visit);
  const Caller& caller = visit.caller;
  const auto ticket = identity_.tickets.issue({caller.account, caller.session, caller.token}, system_now());
  if (!ticket) return api::reply_of(api::too_many_requests(std::chrono::seconds(30)), visit);
  std::string body;
  api::JsonObject(body).member("ticket", *ticket).member("expires_in", Tickets::kLifeMs / 1000);
  api::Reply reply = json_reply(std::move(body), today_()->world.head);
  reply.status = 201;
  return reply;
}

}  // namespace luuvet::server
