#include "server/app/oidc_sign_in.h"

#include <utility>

#include "api/http/cookies.h"
#include "api/json/json_names.h"
#include "server/app/oidc_pages.h"
#include "server/oidc/authorization.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kFlowCookie = "luuvet_oidc";
constexpr std::string_view kFlowPath = "/api/v1/oidc";
constexpr std::string_view kStartPath = "/api/v1/oidc/start";
constexpr std::chrono::seconds kFlowLife{Flows::kLifeMs / 1000};
constexpr std::size_t kCodeBytesMax = 4'096;

// The words of RFC 6749 4.1.2.1 and of OpenID Connect, as far as they make a difference to the person.
OidcFailure refusal_of(const std::string& word) {
  if (word == "access_denied") return {OidcError::kRefused, "callback: the provider says access_denied"};
  if (word == "server_error" || word == "temporarily_unavailable")
    return {OidcError::kUnreachable, "callback: the provider says " + word};
  return {OidcError::kFailed, "callback: the provider answers with an error"};
}

std::optional<bool> truth(const std::string& text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return std::nullopt;
}

}  // namespace

OidcSignIn::OidcSignIn(const OidcParts& parts, Identity& identity, const Desk& desk, std::function<ViewsPtr()> today,
                       Enter enter)
    : identity_(identity),
      desk_(desk),
      issuer_(parts.issuer),
      today_(std::move(today)),
      enter_(std::move(enter)),
      provider_(parts.settings, parts.stopping) {}

api::Asked<OidcSignIn::Start> OidcSignIn::read_start(const api::Request& request) {
  const auto form = decode_query(request.target);
  if (!form) return api::bad_query("to", {"Địa chỉ mã hóa sai.", "The query is not encoded well."});
  Start start;
  for (const auto& [name, value] : *form) {
    if (!single_value(*form, name)) return api::bad_query(name, {"Chỉ được nêu một lần.", "May stand once."});
    const std::optional<bool> flag = truth(value);
    if (name == "to" && is_own_page(value))
      start.to = value;
    else if (name == "link" && flag)
      start.link = *flag;
    else if (name == "moved" && flag)
      start.moved = *flag;
    else
      return api::bad_query(name, {"Tham số không dùng được.", "This parameter cannot be used."});
  }
  return start;
}

// The provider sends the browser back to one name of ours, and cookies of another name do not go there.
bool OidcSignIn::is_elsewhere(const api::Request& request, const Start& start) const {
  return !start.moved &&
         !api::same_ignoring_case(request.header("Host").value_or(""), provider_.settings().address.authority);
}

api::Reply OidcSignIn::moved_here(const Start& start) const {
  const Form form = {{"to", start.to}, {"link", start.link ? "true" : "false"}, {"moved", "true"}};
  return redirect_to(provider_.settings().address.origin() + std::string(kStartPath) + '?' + encode_form(form));
}

// Lax: the provider's page sends the browser back to us, and the cookie has to come along.
api::Header OidcSignIn::flow_cookie(const std::string& value, std::chrono::seconds life) const {
  return api::set_cookie(kFlowCookie, value,
                         {.secure = provider_.settings().address.scheme == "https",
                          .max_age = life,
                          .path = kFlowPath,
                          .same_site = api::SameSite::kLax});
}

api::Reply OidcSignIn::sent_on(const std::string& endpoint, const Flows::Begun& begun, const Start& start) const {
  const AuthorizationTerms terms{begun.state, begun.nonce, begun.verifier, start.link};
  api::Reply reply = redirect_to(authorization_address(endpoint, provider_.settings(), terms));
  reply.headers.push_back(flow_cookie(begun.browser, kFlowLife));
  return reply;
}

void OidcSignIn::start(VisitPtr visit, Finish finish) {
  auto read = read_start(*visit);
  if (!read) return desk_.refuse(visit, finish, read.error());
  const Start& start = read.value();
  if (is_elsewhere(*visit, start)) return finish(moved_here(start));
  FlowTerms terms{start.to, visit->peer, {}};
  if (start.link) {
    auto linking = linking_of(*visit);
    if (!linking) return desk_.refuse(visit, finish, linking.error());
    terms.linking = std::move(linking).value();
  }
  to_provider(terms, start, visit, finish);
}

// No other site may begin it, for the person's account may be somebody else's there.
api::Asked<Linking> OidcSignIn::linking_of(const api::Request& request) const {
  const auto caller = identity_.gate.admit(request, today_()->world, system_now());
  if (!std::holds_alternative<Caller>(caller) || std::get<Caller>(caller).session.empty()) return api::signed_out();
  if (!sent_by_our_page(request)) return not_from_our_page();
  return Linking{std::get<Caller>(caller).account, std::get<Caller>(caller).session};
}

void OidcSignIn::to_provider(const FlowTerms& terms, const Start& start, const VisitPtr& visit, const Finish& finish) {
  const auto begun = flows_.begin(terms, system_now());
  if (!begun) return fail({OidcError::kBusy, "too many sign-ins at once"}, terms, finish);
  const bool taken = issuer_.on_worker_then(visit, finish, [this, terms, begun, start, finish] {
    auto endpoint = provider_.authorization_endpoint(system_now());
    return [this, endpoint = std::move(endpoint), terms, begun, start, finish] {
      if (const auto* failure = std::get_if<OidcFailure>(&endpoint)) return fail(*failure, terms, finish);
      finish(sent_on(std::get<std::string>(endpoint), *begun, start));
    };
  });
  if (!taken) fail({OidcError::kBusy, "too many sign-ins wait for the provider"}, terms, finish);
}

void OidcSignIn::callback(VisitPtr visit, Finish finish) {
  const Form form = decode_query(visit->target).value_or(Form{});
  const std::string browser(api::find_cookie(*visit, kFlowCookie).value_or(""));
  auto flow = flows_.take(single_value(form, "state").value_or(""), browser, system_now());
  if (!flow) return fail({OidcError::kExpired, ""}, {"/", {}, {}}, finish);
  if (const auto word = single_value(form, "error")) return fail(refusal_of(*word), flow->terms, finish);
  auto code = single_value(form, "code");
  if (!code || code->empty() || code->size() > kCodeBytesMax)
    return fail({OidcError::kFailed, "callback: no code"}, flow->terms, finish);
  Redemption redemption{std::move(*code), single_value(form, "iss"), flow->nonce, flow->verifier};
  redeem(*flow, std::move(redemption), visit, finish);
}

void OidcSignIn::redeem(const Flow& flow, Redemption&& redemption, const VisitPtr& visit, const Finish& finish) {
  const bool taken = issuer_.on_worker_then(visit, finish, [this, flow, redemption, visit, finish] {
    auto person = provider_.redeem(redemption, system_now());
    return [this, person = std::move(person), flow, visit, finish] {
      if (const auto* failure = std::get_if<OidcFailure>(&person)) return fail(*failure, flow.terms, finish);
      const auto& found = std::get<OutsidePerson>(person);
      flow.terms.linking.account.empty() ? sign_in(found, flow, visit, finish) : link(found, flow, visit, finish);
    };
  });
  if (!taken) fail({OidcError::kBusy, "too many sign-ins wait for the provider"}, flow.terms, finish);
}

void OidcSignIn::sign_in(const OutsidePerson& person, const Flow& flow, const VisitPtr& visit, const Finish& finish) {
  const std::string device(api::find_cookie(*visit, api::kDeviceCookie).value_or(""));
  const bool taken = desk_.on_worker_then(visit, finish, [this, person, device, flow, visit, finish] {
    const Instant now = system_now();
    const auto account = account_of(identity_.writer, person, provider_.settings().match, now);
    const auto signed_in = account ? std::optional(entered(identity_.writer, *account, device, now)) : std::nullopt;
    return [this, signed_in, flow, visit, finish] {
      if (!signed_in || !is_open_account(today_()->world, signed_in->account))
        return fail({OidcError::kUnknownAccount, ""}, flow.terms, finish);
      api::Reply page = going_on(flow.terms.to);
      page.headers.push_back(flow_cookie("", std::chrono::seconds(0)));
      enter_(*signed_in, visit, finish, std::move(page));
    };
  });
  if (!taken) fail({OidcError::kBusy, "the worker's queue is full"}, flow.terms, finish);
}

bool OidcSignIn::still_signed_in(const Linking& linking) const {
  const Caller caller{linking.account, linking.session, "", TokenScope::kWrite};
  return identity_.gate.still_admits(caller, today_()->world, system_now());
}

// The cookie of the session did not come along; the flow knows whose it was when it began.
void OidcSignIn::link(const OutsidePerson& person, const Flow& flow, const VisitPtr& visit, const Finish& finish) {
  if (!still_signed_in(flow.terms.linking)) return fail({OidcError::kExpired, ""}, flow.terms, finish);
  const bool taken = desk_.on_worker_then(visit, finish, [this, person, flow, finish] {
    const bool linked = link_account(identity_.writer, person, flow.terms.linking.account, system_now());
    return [this, linked, flow, finish] {
      if (!linked) return fail({OidcError::kLinkedElsewhere, ""}, flow.terms, finish);
      api::Reply page = going_on(page_saying("linked", flow.terms));
      page.headers.push_back(flow_cookie("", std::chrono::seconds(0)));
      finish(std::move(page));
    };
  });
  if (!taken) fail({OidcError::kBusy, "the worker's queue is full"}, flow.terms, finish);
}

// The cookie is left to its ten minutes: whoever sends the browser here with a made-up state must not end a sign-in
// that is under way.
void OidcSignIn::fail(const OidcFailure& failure, const FlowTerms& terms, const Finish& finish) const {
  if (!failure.reason.empty()) desk_.report("OpenID Connect: " + failure.reason);
  finish(redirect_to(page_saying(api::name_of(failure.error), terms)));
}

}  // namespace luuvet::server
