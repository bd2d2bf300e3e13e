// What can be said of a stored record by its bytes alone, without knowing its event: used by the log, the audit tree
// and the live feed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace luuvet::api {

// The leaf: the record without `,"open":{...}`. A record with nothing open is its own leaf. `record` must be a record
// of ours: `data` is its last member and `open`, beginning with `salt`, the last member of `data`.
std::string leaf_of(std::string_view record);
std::size_t leaf_size(std::string_view record);

// The stored bytes of `open`, "{...}", if the record has it.
std::optional<std::string_view> open_of(std::string_view record);

inline constexpr std::size_t kRecordBytesMax = 256 * 1024;
inline constexpr std::size_t kLeafBytesMax = 65'535;

}  // namespace luuvet::api
