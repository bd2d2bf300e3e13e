// One file on its way to a reader, piece by piece from the worker of files.
#pragma once

#include <filesystem>
#include <memory>

#include "domain/document.h"
#include "server/app/desk.h"

namespace luuvet::server {

// Any thread. `slot` is held until the answer has gone. Throws std::system_error or std::runtime_error where the
// bytes are not there.
api::Reply download_reply(const Desk& desk, const std::filesystem::path& path, const StoredFile& file,
                          bool shown_inline, std::shared_ptr<void> slot);

}  // namespace luuvet::server
