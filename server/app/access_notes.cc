#include "server/app/access_notes.h"

#include <utility>

#include "api/json/json_names.h"
#include "server/app/desk.h"
#include "server/app/instance.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kAddressMax = 64;
constexpr std::size_t kPathMax = 200;

}  // namespace

AccessEvent AccessNotes::event_of(AccessKind kind, const api::Request& request, const ActorId& account,
                                  const ActorId& actor) {
  AccessEvent event;
  event.kind = kind;
  event.at = system_now();
  event.account = account;
  event.actor = actor;
  event.address = request.peer.substr(0, kAddressMax);
  event.user_agent = shown_user_agent(request.header("User-Agent").value_or(""));
  return event;
}

AccessEvent AccessNotes::event_of(AccessKind kind, const api::Request& request, const Caller& caller) {
  AccessEvent event = event_of(kind, request, caller.account, caller.account);
  if (!caller.session.empty()) event.data.session = caller.session;
  if (!caller.token.empty()) event.data.token = caller.token;
  return event;
}

void AccessNotes::came_in(const api::Request& request, const Caller& caller) {
  if (caller.first_of_day) log_.note(event_of(AccessKind::kTokenUsed, request, caller));
}

void AccessNotes::signed_in(const Session& session, SignInHow how) {
  AccessEvent event;
  event.kind = AccessKind::kSignedIn;
  event.at = session.created;
  event.account = event.actor = session.account;
  event.address = session.address;
  event.user_agent = session.user_agent;
  event.data.session = session.id;
  event.data.how = how;
  log_.note(std::move(event));
}

void AccessNotes::refused(AccessEvent&& event, std::string_view username_key) {
  if (!username_key.empty()) event.data.username_digest = log_.username_digest(username_key);
  log_.note(std::move(event));
}

void AccessNotes::sign_in_failed(const Visit& visit, SignInHow how, std::string_view username_key,
                                 const std::optional<ActorId>& account) {
  AccessEvent event = event_of(AccessKind::kSignInFailed, visit, account.value_or(ActorId{}), {});
  event.data.how = how;
  refused(std::move(event), username_key);
}

void AccessNotes::locked_out(const Visit& visit, std::string_view username_key, const std::optional<ActorId>& account) {
  refused(event_of(AccessKind::kLockedOut, visit, account.value_or(ActorId{}), {}), username_key);
}

void AccessNotes::session_ended(const Session& session, SessionEnd why, const Visit* by) {
  AccessEvent event;
  event.kind = AccessKind::kSessionEnded;
  event.at = system_now();
  event.account = session.account;
  event.actor = {std::string(kSystemActor)};
  event.address = session.address;
  event.user_agent = session.user_agent;
  event.data.session = session.id;
  if (by != nullptr && why == SessionEnd::kEnded) {
    // Who comes in by an invitation has no session yet: it is the account's own doing.
    event.actor = by->caller.is_nobody() ? session.account : by->caller.account;
    event.address = by->peer.substr(0, kAddressMax);
    event.user_agent = shown_user_agent(by->header("User-Agent").value_or(""));
    if (by->caller.session == session.id) event.kind = AccessKind::kSignedOut;
  }
  if (event.kind == AccessKind::kSessionEnded) event.data.cause = api::name_of(why);
  log_.note(std::move(event));
}

void AccessNotes::read(const api::Request& request, const Caller& caller, std::string subject) {
  AccessEvent event = event_of(AccessKind::kRead, request, caller);
  event.data.subject = std::move(subject);
  log_.note(std::move(event));
}

void AccessNotes::exported(const api::Request& request, const Caller& caller, std::string what, std::uint64_t items) {
  AccessEvent event = event_of(AccessKind::kExported, request, caller);
  event.data.what = std::move(what);
  event.data.items = items;
  log_.note(std::move(event));
}

void AccessNotes::forbidden(const Visit& visit, const api::Problem& problem) {
  AccessEvent event = event_of(AccessKind::kForbidden, visit, visit.caller);
  event.data.method = visit.method;
  event.data.path = path_for_report(visit).substr(0, kPathMax);
  if (!problem.rule.empty()) event.data.rule = problem.rule;
  log_.note(std::move(event));
}

void AccessNotes::profile_erased(const Visit& visit, const ActorId& account) {
  log_.note(event_of(AccessKind::kProfileErased, visit, account, visit.caller.account));
}

}  // namespace luuvet::server
