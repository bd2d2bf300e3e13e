// What happens again and again is counted: the first time is due at once, the rest when its time is over. Pure: the
// time comes in with the events. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/access/access_event.h"

namespace luuvet::server {

class AccessTally {
 public:
  static constexpr std::size_t kEntriesMax = 4'096;   // beyond it, all that is counted is due, and counting begins anew
  static constexpr std::int64_t kCountedMs = 60'000;  // failures, lock-outs and refusals
  static constexpr std::int64_t kReadMs = 600'000;    // the same thing read again within it is not told again
  static constexpr std::int64_t kExportMs = 600'000;
  static constexpr std::uint64_t kExportLeast = 1'001;  // of records; a file is an export whatever its size

  // Adds to `due` what is to be written now.
  void take(AccessEvent&& event, std::vector<AccessEvent>& due);
  // Adds what has been counted long enough.
  void expire(Instant now, std::vector<AccessEvent>& due);
  // Adds all that is counted: before the end.
  void finish(std::vector<AccessEvent>& due);

  std::size_t entries() const { return entries_.size(); }

 private:
  struct Rule {
    std::int64_t window_ms;
    std::uint64_t least;  // from which on it is told
    bool tells_rest;
  };
  struct Entry {
    AccessEvent sample;  // the first of what waits
    Instant begun;
    Instant last;
    std::uint64_t waiting = 0;
    bool told = false;
  };

  static const Rule* rule_of(const AccessEvent& event);
  static std::string key_of(const AccessEvent& event);
  static bool is_over(const Entry& entry, Instant now);
  static void add(Entry& entry, const AccessEvent& event);
  static void tell(Entry& entry, std::vector<AccessEvent>& due);
  static void tell_rest(Entry& entry, std::vector<AccessEvent>& due);

  std::map<std::string, Entry> entries_;
};

}  // namespace luuvet::server
