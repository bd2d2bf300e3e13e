#include "api/http/header_text.h"
#include "server/live/live_session.h"

namespace luuvet::server {
namespace {

bool lists(std::optional<std::string_view> header, std::string_view token) {
  std::string_view rest = header.value_or("");
  while (!rest.empty())
    if (api::same_ignoring_case(api::take_until(rest, ','), token)) return true;
  return false;
}

}  // namespace

std::optional<api::Reply> check_upgrade(const api::Request& request) {
  if (request.method != "GET") return api::reply_of(api::method_not_allowed({"GET", "HEAD"}), request);
  const bool asked = lists(request.header("Connection"), "upgrade") && lists(request.header("Upgrade"), "websocket") &&
                     request.header("Sec-WebSocket-Key") && request.header("Sec-WebSocket-Version") == "13";
  if (asked) return std::nullopt;
  api::Reply reply = api::reply_of(api::upgrade_required(), request);
  reply.headers.push_back({"Connection", "Upgrade"});
  reply.headers.push_back({"Sec-WebSocket-Version", "13"});
  return reply;
}

}  // namespace luuvet::server
