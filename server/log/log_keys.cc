#include "server/log/log_keys.h"

#include <cstring>

namespace luuvet::server::log_keys {
namespace {

constexpr std::size_t kNumberBytes = 8;

template <std::size_t N>
std::string_view bytes(const std::array<std::uint8_t, N>& value) {
  return {reinterpret_cast<const char*>(value.data()), N};
}

}  // namespace

std::string number(std::uint64_t value) {
  std::string text(kNumberBytes, '\0');
  for (std::size_t i = kNumberBytes; i-- > 0; value >>= 8) text[i] = static_cast<char>(value & 0xff);
  return text;
}

std::optional<std::uint64_t> parse_number(std::string_view bytes) {
  if (bytes.size() != kNumberBytes) return std::nullopt;
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<std::uint8_t>(byte);
  return value;
}

std::string subject_prefix(std::string_view subject) {
  std::string key(1, kSubjectPrefix);
  key += subject;
  key += '\0';
  return key;
}

std::string subject(std::string_view subject, std::uint64_t stream_version) {
  return subject_prefix(subject) + number(stream_version);
}

std::string command(const std::array<std::uint8_t, 16>& correlation_key) {
  return std::string(bytes(correlation_key));
}

std::string tile(TileId id) {
  std::string key{kTilePrefix, static_cast<char>(id.level)};
  return key + number(id.index);
}

std::string command_value(Sequence first, const std::array<std::uint8_t, 16>& request) {
  return number(first).append(bytes(request));
}

std::optional<CorrelationHit> parse_command_value(std::string_view value) {
  CorrelationHit hit{};
  if (value.size() != kNumberBytes + hit.request.size()) return std::nullopt;
  hit.first = *parse_number(value.substr(0, kNumberBytes));
  std::memcpy(hit.request.data(), value.data() + kNumberBytes, hit.request.size());
  return hit;
}

std::optional<SubjectKey> parse_subject(std::string_view key) {
  const std::size_t zero = key.find('\0');
  if (key.empty() || key[0] != kSubjectPrefix || zero == std::string_view::npos) return std::nullopt;
  const auto version = parse_number(key.substr(zero + 1));
  if (!version) return std::nullopt;
  return SubjectKey{key.substr(1, zero - 1), *version};
}

std::optional<TileId> parse_tile(std::string_view key) {
  if (key.size() != 2 + kNumberBytes || key[0] != kTilePrefix) return std::nullopt;
  return TileId{static_cast<std::uint8_t>(key[1]), *parse_number(key.substr(2))};
}

}  // namespace luuvet::server::log_keys
