// What is wrong with rows beyond their JSON: found before anything is sent, so that a folder is imported whole or not
// at all.
#pragma once

#include "domain/world.h"
#include "server/import/seeds.h"

namespace luuvet::server {

// Ids that are no ids or stand twice, members that must not be empty, and references to what neither `world` holds nor
// an earlier row brings. At most kSeedFaultsMax.
std::vector<SeedFault> check_seeds(const std::vector<SeedRow>& rows, const World& world);

}  // namespace luuvet::server
