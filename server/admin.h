// `luuvet admin`: accounts and posts on the data folder while the server is stopped, by the same rules as through the
// web. The log says that the system did it. Returns the process's exit code.
#pragma once

#include "server/admin_line.h"

namespace luuvet::server {

int admin(const AdminLine& line);

}  // namespace luuvet::server
