// SHA-256, for leaves, tree nodes and sealed parts, and the text forms of bytes that the formats use. Any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace luuvet::server {

using Hash = std::array<std::uint8_t, 32>;

// Hash of the pieces one after the other.
Hash sha256(std::initializer_list<std::string_view> pieces);

// The 32 bytes as they stand.
std::string_view bytes_of(const Hash& hash);

std::string base64(std::string_view bytes);      // RFC 4648 section 4, padded
std::string base64_url(std::string_view bytes);  // RFC 4648 section 5, without padding
std::string hex(std::string_view bytes);         // lower case

// Nothing when `text` is not exactly that encoding of `size` bytes.
std::optional<std::string> from_base64(std::string_view text, std::size_t size);
std::optional<std::string> from_hex(std::string_view text, std::size_t size);
std::optional<Hash> hash_from_base64(std::string_view text);

}  // namespace luuvet::server
