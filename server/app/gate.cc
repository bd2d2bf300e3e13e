#include "server/app/gate.h"

#include "api/http/cookies.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kBearer = "Bearer ";

bool changes_something(const api::Request& request) {
  return request.method != "GET" && request.method != "HEAD";
}

}  // namespace

// The edge has refused every foreign Origin already; a browser sends one or the other with what changes
// something, and on https the second with every link of a page.
bool sent_by_our_page(const api::Request& request) {
  return request.header("Origin") || request.header("Sec-Fetch-Site") == "same-origin";
}

api::Problem not_from_our_page() {
  return api::forbidden_here(
      {"Yêu cầu không do trang của hệ thống gửi.", "The request was not sent by this system's page."});
}

bool is_open_account(const World& today, const ActorId& account) {
  const AccountState* state = today.accounts.find(account.value);
  return state && state->kind && !state->closed;
}

std::variant<Caller, api::Problem> Gate::admit(const api::Request& request, const World& today, Instant now) {
  if (const auto authorization = request.header("Authorization")) {
    if (!authorization->starts_with(kBearer)) return api::signed_out();
    bool first_of_day = false;
    const Token* token = tokens_.find(authorization->substr(kBearer.size()), now, &first_of_day);
    if (!token) return api::signed_out();
    const AccountId account{token->account.value};
    if (!token_in_force(today, account, TokenId{token->id}, vietnam_date(now))) return api::signed_out();
    return Caller{token->account, "", token->id, token->scope, first_of_day};
  }
  const auto cookie = find_cookie(request, api::kSessionCookie);
  const Session* session = cookie ? sessions_.find(*cookie, now) : nullptr;
  if (!session || !is_open_account(today, session->account)) return api::signed_out();
  if (changes_something(request) && !sent_by_our_page(request)) return not_from_our_page();
  return Caller{session->account, session->id, "", TokenScope::kWrite};
}

std::variant<Caller, api::Problem> Gate::admit_ticket(std::string_view ticket, const World& today, Instant now) {
  auto holder = tickets_.redeem(ticket, now);
  if (!holder) return api::signed_out();
  Caller caller{std::move(holder->account), std::move(holder->session), std::move(holder->token), TokenScope::kRead};
  if (!still_admits(caller, today, now)) return api::signed_out();
  return caller;
}

bool Gate::still_admits(const Caller& caller, const World& today, Instant now) const {
  if (!is_open_account(today, caller.account)) return false;
  if (!caller.token.empty())
    return tokens_.is_alive(caller.token, now) &&
           token_in_force(today, AccountId{caller.account.value}, TokenId{caller.token}, vietnam_date(now));
  return sessions_.is_alive(caller.account, caller.session, now);
}

}  // namespace luuvet::server
