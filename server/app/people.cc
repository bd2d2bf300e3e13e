#include "server/app/people.h"

#include <utility>

#include "api/rights_codec.h"
#include "server/app/replies.h"

namespace luuvet::server {

People::People(Instance& instance, Identity& identity, const Desk& desk, AccessNotes& notes,
               std::function<ViewsPtr()> today, const OidcParts* oidc)
    : instance_(instance), identity_(identity), desk_(desk), notes_(notes), today_(std::move(today)) {
  identity_.sessions.on_ended(
      [this](const Session& session, SessionEnd why) { notes_.session_ended(session, why, ending_); });
  if (!oidc) return;
  const auto enter = [this](const SignedIn& entered, const VisitPtr& visit, const Finish& finish, api::Reply&& page) {
    welcome(entered, SignInHow::kOidc, visit, finish, std::move(page));
  };
  oidc_ = std::make_unique<OidcSignIn>(*oidc, identity_, desk_, today_, enter);
}

void People::end_sessions(const VisitPtr& visit, const std::function<void()>& end) {
  ending_ = visit.get();
  end();
  ending_ = nullptr;
}

void People::respond(const api::Route& route, VisitPtr visit, Finish finish) {
  using enum api::RouteKind;
  switch (route.kind) {
    case kSignIn:
      return sign_in(std::move(visit), std::move(finish));
    case kSignOut:
      return sign_out(std::move(visit), std::move(finish));
    case kSignInOptions:
      return finish(sign_in_options());
    case kOidcStart:
      return oidc_ ? oidc_->start(std::move(visit), std::move(finish))
                   : desk_.refuse(visit, finish, api::not_found_here());
    case kOidcCallback:
      return oidc_ ? oidc_->callback(std::move(visit), std::move(finish))
                   : desk_.refuse(visit, finish, api::not_found_here());
    case kMe:
      return finish(me(visit->caller, {}));
    case kPassword:
      return change_password(std::move(visit), std::move(finish));
    case kSessions:
      return finish(own_sessions(visit->caller));
    case kEndSession:
      return end_session(route.name, std::move(visit), std::move(finish));
    case kDemoAccounts:
      return identity_.demo ? finish(demo_accounts()) : desk_.refuse(visit, finish, api::not_found_here());
    case kInvitation:
      return accept(route.name, std::move(visit), std::move(finish));
    case kLiveTicket:
      return finish(live_ticket(*visit));
    case kInvite:
      return invite_again(route.id, std::move(visit), std::move(finish));
    case kEraseProfile:
      return erase(route.id, std::move(visit), std::move(finish));
    default:
      return desk_.refuse(visit, finish, api::not_found_here());
  }
}

void People::tick(Instant now) {
  identity_.sessions.sweep(now);
  store_sign_ins();
  if (!identity_.sessions.has_changes() && !identity_.tokens.has_changes()) return;
  auto sessions = std::make_shared<SessionChanges>(identity_.sessions.take_changes());
  auto tokens = std::make_shared<std::vector<Token>>(identity_.tokens.take_changes());
  const auto give_back = [this, sessions, tokens] {
    identity_.sessions.give_back(std::move(*sessions));
    identity_.tokens.give_back(*tokens);
  };
  const bool taken = desk_.in_background([this, sessions, tokens, give_back]() -> std::function<void()> {
    try {
      identity_.writer.apply(*sessions);
      for (const Token& token : *tokens) identity_.writer.put_token(token);
    } catch (const IdentityFailure& failure) {
      desk_.report(failure.what());
      return give_back;  // tried again at the next tick
    }
    return {};
  });
  if (!taken) give_back();
}

void People::refresh_profiles() {
  desk_.in_background([this]() -> std::function<void()> {
    return [this, profiles = read_profiles(identity_.writer)] { identity_.profiles = profiles; };
  });
}

}  // namespace luuvet::server
