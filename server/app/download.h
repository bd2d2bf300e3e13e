// One file, or a part of it, on its way to a reader, piece by piece from the worker of files.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "api/http/byte_range.h"
#include "domain/plans/document.h"
#include "server/app/desk.h"

namespace luuvet::server {

// With its quotes.
std::string etag_of(const StoredFile& file);

// Any thread. Without `part` the whole file. `slot` is held until the answer has gone. Throws std::system_error or
// std::runtime_error where the bytes are not there.
api::Reply download_reply(const Desk& desk, const std::filesystem::path& path, const StoredFile& file,
                          std::optional<api::ByteRange> part, bool shown_inline, std::shared_ptr<void> slot);

}  // namespace luuvet::server
