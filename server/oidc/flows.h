// Sign-ins that are under way at the provider: what each was begun with, until the browser comes back. Each is good
// once, for ten minutes, in the browser that began it. In memory only. One thread: net.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "server/log/hash.h"

namespace luuvet::server {

// Who wants the own account linked; both empty where somebody signs in.
struct Linking {
  ActorId account;
  std::string session;  // must still hold at the end
};

struct FlowTerms {
  std::string to;       // page to go to afterwards
  std::string address;  // that it was begun from
  Linking linking;
};

struct Flow {
  FlowTerms terms;
  std::string nonce;
  std::string verifier;
};

class Flows {
 public:
  static constexpr std::int64_t kLifeMs = 600'000;
  static constexpr std::size_t kFlowsMax = 8'192;
  static constexpr std::size_t kPerAddressMax = 256;  // beyond it the address's oldest goes

  struct Begun {
    std::string state;    // goes to the provider and comes back
    std::string browser;  // stays in the browser's cookie
    std::string nonce;
    std::string verifier;
  };

  // Nothing when there are too many.
  std::optional<Begun> begin(FlowTerms terms, Instant now);
  // Uses it up, also where it is asked for with another browser's cookie. Nothing for unknown, used, expired ones and
  // those of other browsers alike.
  std::optional<Flow> take(std::string_view state, std::string_view browser, Instant now);

  std::size_t size() const { return pending_.size(); }

 private:
  struct Pending {
    Hash state{};
    Hash browser{};
    Flow flow;
    Instant expires;
  };
  void make_room(const std::string& address, Instant now);

  std::unordered_map<std::uint64_t, Pending> pending_;  // by the first 64 bits of the state's hash
};

}  // namespace luuvet::server
