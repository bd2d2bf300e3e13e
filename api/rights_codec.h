// The table of rights, and what one account may do, as JSON.
#pragma once

#include <string>

#include "api/json/json_object.h"
#include "domain/people/grants.h"

namespace luuvet::api {

// {"items": [{command, rows: [{roles, relation}]}], "roles": [{role, name_vi, name_en}]}: the same for everybody.
std::string rights_body();

// Members `agencies` [{agency, roles, capacities, posts: [{post, title, role, committee, areas, capacity, from, to}]}]
// and `commands` {"<agency>": [command, ...]}, by what the account holds on `date`.
void add_grants(JsonObject& object, const World& world, const ActorId& actor, Date date);

}  // namespace luuvet::api
