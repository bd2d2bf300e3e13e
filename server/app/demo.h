// The demo's accounts in log and store: an officer and a head of every agency, the standing agency of every programme,
// and one account for each other role.
#pragma once

#include <filesystem>

#include "server/app/identity.h"
#include "server/app/instance.h"

namespace luuvet::server {

// Before the engine's thread is started. What is there already stays; agencies that came new get their accounts. Throws
// as `prepare_demo_accounts`.
void furnish_demo(Instance& instance, Identity& identity, const std::filesystem::path& data);

}  // namespace luuvet::server
