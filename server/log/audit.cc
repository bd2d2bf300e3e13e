#include "server/log/audit.h"

#include <charconv>

#include "api/record_bytes.h"

namespace luuvet::server {
namespace {

constexpr unsigned kTileLevelInPathMax = 63;
constexpr std::string_view kEntries = "entries/";
constexpr std::string_view kPartial = ".p/";

// Decimal without leading zeroes.
std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || std::to_string(value) != text) return std::nullopt;
  return value;
}

// 1234067 is "x001/x234/067".
std::string index_text(std::uint64_t index) {
  std::string text;
  for (bool last = true; last || index > 0; last = false, index /= 1000) {
    const std::string digits = std::to_string(1000 + index % 1000).substr(1);
    text.insert(0, last ? digits : "x" + digits + "/");
  }
  return text;
}

std::optional<std::uint64_t> parse_index(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  const std::uint64_t index = std::stoull(digits);
  if (index_text(index) != text) return std::nullopt;
  return index;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

}  // namespace

std::string checkpoint(const NoteSigner& signer, const TreeHead& head) {
  return signer.sign(signer.name() + "\n" + std::to_string(head.size) + "\n" + base64(bytes_of(head.root())) + "\n");
}

std::optional<CheckpointContent> open_checkpoint(std::string_view note, std::string_view verifier_key) {
  const std::optional<std::string> text = open_note(note, verifier_key);
  if (!text) return std::nullopt;
  std::string_view rest = *text;
  const std::string_view origin = take_line(rest);
  const auto size = parse_decimal(take_line(rest));
  const auto root = hash_from_base64(take_line(rest));
  if (origin.empty() || !size || !root) return std::nullopt;
  return CheckpointContent{std::string(origin), *size, *root};
}

std::optional<TilePath> parse_tile_path(std::string_view path) {
  TilePath result;
  if (path.starts_with(kEntries)) {
    result.entries = true;
    path.remove_prefix(kEntries.size());
  } else {
    const std::size_t slash = path.find('/');
    const auto level = parse_decimal(path.substr(0, slash));
    if (slash == std::string_view::npos || !level || *level > kTileLevelInPathMax) return std::nullopt;
    result.id.level = static_cast<unsigned>(*level);
    path.remove_prefix(slash + 1);
  }
  if (const std::size_t at = path.find(kPartial); at != std::string_view::npos) {
    const auto width = parse_decimal(path.substr(at + kPartial.size()));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    result.width = static_cast<unsigned>(*width);
    path = path.substr(0, at);
  }
  const auto index = parse_index(path);
  if (!index) return std::nullopt;
  result.id.index = *index;
  return result;
}

std::string tile_path(const TilePath& path) {
  std::string text = path.entries ? std::string(kEntries) : std::to_string(path.id.level) + "/";
  text += index_text(path.id.index);
  if (path.width < kTileWidth) text.append(kPartial).append(std::to_string(path.width));
  return text;
}

std::optional<std::string> tile(TreeView& view, const TilePath& path) {
  const auto hashes = view.tile(path.id, path.width);
  if (!hashes) return std::nullopt;
  return std::string(bytes_of(*hashes, path.width));
}

std::optional<std::string> entry_bundle(const EventLog& log, const TreeHead& head, const TilePath& path) {
  if (path.id.index > head.size / kTileWidth) return std::nullopt;
  const Sequence before = path.id.index * kTileWidth;
  if (head.size - before < path.width) return std::nullopt;
  std::string bundle;
  scan(log, before, path.width, [&](Sequence, std::string_view record) {
    const std::string leaf = api::leaf_of(record);
    bundle += static_cast<char>(leaf.size() >> 8);
    bundle += static_cast<char>(leaf.size() & 0xff);
    bundle += leaf;
    return true;
  });
  return bundle;
}

std::string inclusion_proof(TreeView& view, Sequence sequence, std::uint64_t size, std::string_view checkpoint) {
  std::string text = "c2sp.org/tlog-proof@v1\nindex " + std::to_string(sequence - 1) + "\n";
  for (const Hash& hash : view.inclusion_proof(sequence - 1, size)) text += base64(bytes_of(hash)) + "\n";
  return text.append("\n").append(checkpoint);
}

}  // namespace luuvet::server
