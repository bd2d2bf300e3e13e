// Keys and values of the log's RocksDB folder, byte for byte as FORMAT.md says. Numbers are big-endian, so that keys
// sort by them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/log/event_log.h"
#include "server/log/merkle_tree.h"

namespace luuvet::server::log_keys {

inline constexpr char kSubjectPrefix = 's';
inline constexpr char kTilePrefix = 't';
inline constexpr std::string_view kFormatKey = "format";
inline constexpr std::string_view kFormatValue = "luuvet-log 1";

std::string number(std::uint64_t value);  // 8 bytes
std::optional<std::uint64_t> parse_number(std::string_view bytes);

// Column family `records`.
inline std::string record(Sequence sequence) {
  return number(sequence);
}

// Column family `default`. `subject` holds no zero byte.
std::string subject_prefix(std::string_view subject);
std::string subject(std::string_view subject, std::uint64_t stream_version);
std::string tile(TileId id);

struct SubjectKey {
  std::string_view subject;
  std::uint64_t stream_version;
};
std::optional<SubjectKey> parse_subject(std::string_view key);
std::optional<TileId> parse_tile(std::string_view key);

// Column family `commands`.
std::string command(const std::array<std::uint8_t, 16>& correlation_key);
std::string command_value(Sequence first, const std::array<std::uint8_t, 16>& request);
std::optional<CorrelationHit> parse_command_value(std::string_view value);

}  // namespace luuvet::server::log_keys
