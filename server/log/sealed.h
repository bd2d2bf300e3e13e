// The seal of a record: the hash of its open part, which stays when the open part is erased.
#pragma once

#include <optional>
#include <string_view>

namespace luuvet::server {

// The value of `sealed`, 43 characters of base64url, which stands right before `open`, or at the end where `open` was
// erased. Nothing if the record never had an open part.
std::optional<std::string_view> sealed_of(std::string_view record);

// Whether the bytes of `open` are those that were sealed.
bool is_sealed_by(std::string_view open, std::string_view sealed);

}  // namespace luuvet::server
