// Names of files: as they come, as they are kept, as they go.
#pragma once

#include <string>
#include <string_view>

#include "api/problem.h"
#include "server/files/file_type.h"

namespace luuvet::server {

inline constexpr std::size_t kFileNameBytesMax = 200;

// Of `Content-Disposition: attachment; filename*=UTF-8''...` (RFC 6266, RFC 8187): the last part of a path, in NFC.
// kBadHeader where there is none, or one that W03 refuses, or one too long.
api::Asked<std::string> read_file_name(const api::Request& request);

// With an ending that fits what the file is: a program that calls itself ".exe" goes out under no such name.
std::string fitting_name(std::string name, const FileType& type);

// The value of Content-Disposition; `disposition`: "attachment" or "inline".
std::string disposition_of(std::string_view disposition, std::string_view name);

}  // namespace luuvet::server
