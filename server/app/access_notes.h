// What the access log is told of those who come in: from requests and sessions to events. Net thread; nothing here
// waits.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "server/access/access_log.h"
#include "server/app/gate.h"

namespace luuvet::server {

struct Visit;

class AccessNotes {
 public:
  explicit AccessNotes(AccessLog& log) : log_(log) {}

  AccessLog& log() { return log_; }

  // A token's first use on a day; nothing else.
  void came_in(const api::Request& request, const Caller& caller);
  void signed_in(const Session& session, SignInHow how);
  // `username_key` empty: none was given.
  void sign_in_failed(const Visit& visit, SignInHow how, std::string_view username_key,
                      const std::optional<ActorId>& account);
  void locked_out(const Visit& visit, std::string_view username_key, const std::optional<ActorId>& account);
  // `by`: who asked for it; null where time or number ended it. Ending the session that one is in is signing out.
  void session_ended(const Session& session, SessionEnd why, const Visit* by);
  void read(const api::Request& request, const Caller& caller, std::string subject);
  void exported(const api::Request& request, const Caller& caller, std::string what, std::uint64_t items);
  void forbidden(const Visit& visit, const api::Problem& problem);
  void profile_erased(const Visit& visit, const ActorId& account);

 private:
  static AccessEvent event_of(AccessKind kind, const api::Request& request, const ActorId& account,
                              const ActorId& actor);
  static AccessEvent event_of(AccessKind kind, const api::Request& request, const Caller& caller);
  void refused(AccessEvent&& event, std::string_view username_key);

  AccessLog& log_;
};

}  // namespace luuvet::server
