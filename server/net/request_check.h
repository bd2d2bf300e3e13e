// What the edge refuses by the headers alone, before a body is read.
#pragma once

#include <optional>

#include "api/problem.h"
#include "server/net/host_policy.h"
#include "server/net/request_reader.h"

namespace luuvet::server {

// A problem if the request is not for us or not well formed. Brings a target in absolute form into origin form.
// Origin is looked at where it protects: on every method but GET, HEAD and OPTIONS, and on upgrades.
std::optional<api::Problem> check_head(api::Request& request, const HostPolicy& hosts);

// A problem if a proxy had its hands on the request: Forwarded, X-Forwarded-* or Via.
std::optional<api::Problem> check_direct(const api::Request& request);

bool expects_continue(const api::Request& request);

api::Problem problem_of(ReadFault fault, const HttpLimits& limits);

// To OPTIONS, for any target: no other site's page is granted anything.
api::Reply options_reply();

}  // namespace luuvet::server
