// Pieces that several representations share.
#pragma once

#include <optional>
#include <string>

#include "api/json_object.h"
#include "api/view_codec.h"

namespace luuvet::api {

// "updated_at", "updated_by", and "sequence", which is what the ETag holds.
void add_life(JsonObject& object, const ViewContext& context, const Subject& subject);

// The computed window with the name of the rule that gave it.
void write_window(std::string& out, const Window& window, bool extended);

void write_statement(std::string& out, const Statement& statement);
void write_draft(std::string& out, const std::optional<Statement>& draft);

// The latest statement that waits for the head.
std::optional<Statement> waiting_draft(const AssignmentState& assignment);

std::uint64_t comment_count(const World& world, const Subject& subject);

}  // namespace luuvet::api
