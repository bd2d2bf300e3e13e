// What browsers are answered on their way through a sign-in at the provider.
#pragma once

#include <string>
#include <string_view>

#include "api/http/http_message.h"
#include "server/oidc/flows.h"
#include "server/oidc/outcome.h"

namespace luuvet::server {

// 302, kept by nobody.
api::Reply redirect_to(std::string location);

// A page of ours that goes on to `to` by itself. A redirect would be part of the way that began at the provider, on
// which browsers keep back a cookie with SameSite=Strict; the page is where a new way begins.
api::Reply going_on(std::string_view to);

// The page where it began, with what is to be said there.
std::string page_saying(std::string_view word, const FlowTerms& terms);

}  // namespace luuvet::server
