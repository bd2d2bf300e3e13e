// Who asks: from the cookie or the token of a request to the account behind it. On net.
#pragma once

#include <string>
#include <variant>

#include "api/http/http_message.h"
#include "api/problem.h"
#include "domain/people/grants.h"
#include "server/identity/sessions.h"
#include "server/identity/tickets.h"
#include "server/identity/tokens.h"

namespace luuvet::server {

struct Caller {
  ActorId account;
  std::string session;  // id, of who came with a cookie
  std::string token;    // id, of who came with a token
  TokenScope scope = TokenScope::kWrite;
  bool first_of_day = false;  // of the token's uses

  bool is_nobody() const { return account.empty(); }
};

// Whether the log has the account, and has it open.
bool is_open_account(const World& today, const ActorId& account);

// Whether the browser says that a page of ours sent it; and what is said otherwise.
bool sent_by_our_page(const api::Request& request);
api::Problem not_from_our_page();

class Gate {
 public:
  Gate(Sessions& sessions, Tokens& tokens, Tickets& tickets)
      : sessions_(sessions), tokens_(tokens), tickets_(tickets) {}

  // `Authorization: Bearer` counts before the cookie, and alone where it is given. A cookie counts for what changes
  // something only when the browser says that our own page sent it: no other site can make it act (CSRF). Problems:
  // signed-out, forbidden.
  std::variant<Caller, api::Problem> admit(const api::Request& request, const World& today, Instant now);

  // The same for a live ticket, which is used up.
  std::variant<Caller, api::Problem> admit_ticket(std::string_view ticket, const World& today, Instant now);

  // Whether what let somebody in still holds: asked again and again for sockets.
  bool still_admits(const Caller& caller, const World& today, Instant now) const;

 private:
  Sessions& sessions_;
  Tokens& tokens_;
  Tickets& tickets_;
};

}  // namespace luuvet::server
