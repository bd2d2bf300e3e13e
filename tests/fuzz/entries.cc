#include "tests/fuzz/entries.h"

#include <array>

namespace luuvet::fuzz {

std::span<const Entry> entries() {
  static constexpr std::array kEntries = {Entry{"command_body", command_body},
                                          Entry{"record", record},
                                          Entry{"query", query},
                                          Entry{"headers", headers},
                                          Entry{"request_reader", request_reader},
                                          Entry{"deadline", deadline},
                                          Entry{"tile_path", tile_path},
                                          Entry{"live_query", live_query},
                                          Entry{"looking", looking},
                                          Entry{"treasury_file", treasury_file}};
  return kEntries;
}

}  // namespace luuvet::fuzz
