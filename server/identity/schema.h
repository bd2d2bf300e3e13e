// The tables of the identity database and how an older file becomes a newer one.
#pragma once

#include "server/identity/sqlite.h"

namespace luuvet::server {

// Brings an opened file to the newest schema, step by step, each in a transaction of its own. Throws IdentityFailure
// for a file of another program, one of a newer version, and a damaged one.
void migrate(const Database& database);

// Throws IdentityFailure unless the file has exactly the newest schema.
void require_newest(const Database& database);

}  // namespace luuvet::server
