// Signing in through the OpenID Connect provider: the browser goes there with a flow of ours and comes back with a
// code, which is redeemed for a person, for whom there is an account or none. A failure leads to the sign-in page,
// which says what it was; passwords are not touched by any of it.
//
// On net; asking the provider goes to the issuer's thread, the identity store to the worker.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "api/problem.h"
#include "server/app/desk.h"
#include "server/app/identity.h"
#include "server/app/instance.h"
#include "server/identity/sign_in.h"
#include "server/oidc/flows.h"
#include "server/oidc/form.h"
#include "server/oidc/provider.h"

namespace luuvet::server {

struct OidcParts {
  OidcSettings settings;
  const Desk& issuer;  // its jobs wait for the provider
  const std::atomic<bool>& stopping;
};

class OidcSignIn {
 public:
  // Begins a session and answers with the page.
  using Enter = std::function<void(const SignedIn&, const VisitPtr&, const Finish&, api::Reply&& page)>;

  OidcSignIn(const OidcParts& parts, Identity& identity, const Desk& desk, std::function<ViewsPtr()> today,
             Enter enter);

  // What the button says.
  const std::string& name() const { return provider_.settings().name; }

  // 302 to the provider, or to the page that says why not. Problems: bad-query; where the own account is to be linked
  // signed-out, forbidden.
  void start(VisitPtr visit, Finish finish);
  void callback(VisitPtr visit, Finish finish);

 private:
  struct Start {
    std::string to = "/";
    bool link = false;   // the account that is signed in is to be linked
    bool moved = false;  // sent here from another name of ours
  };
  static api::Asked<Start> read_start(const api::Request& request);
  bool is_elsewhere(const api::Request& request, const Start& start) const;
  api::Reply moved_here(const Start& start) const;
  api::Asked<Linking> linking_of(const api::Request& request) const;
  void to_provider(const FlowTerms& terms, const Start& start, const VisitPtr& visit, const Finish& finish);
  api::Reply sent_on(const std::string& endpoint, const Flows::Begun& begun, const Start& start) const;
  api::Header flow_cookie(const std::string& value, std::chrono::seconds life) const;
  void redeem(const Flow& flow, Redemption&& redemption, const VisitPtr& visit, const Finish& finish);
  void sign_in(const OutsidePerson& person, const Flow& flow, const VisitPtr& visit, const Finish& finish);
  void link(const OutsidePerson& person, const Flow& flow, const VisitPtr& visit, const Finish& finish);
  void fail(const OidcFailure& failure, const FlowTerms& terms, const Finish& finish) const;
  bool still_signed_in(const Linking& linking) const;

  Identity& identity_;
  const Desk& desk_;
  const Desk& issuer_;
  const std::function<ViewsPtr()> today_;
  const Enter enter_;
  Provider provider_;  // issuer's thread, but for its settings
  Flows flows_;
};

}  // namespace luuvet::server
