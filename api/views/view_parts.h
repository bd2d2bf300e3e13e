// Pieces that several representations share.
#pragma once

#include <optional>
#include <string>

#include "api/json/json_object.h"
#include "api/views/view_codec.h"

namespace luuvet::api {

// What is protected as a reader sees it: without the right it is as if nothing had been written. Everything protected
// that stands in a representation, a history or a thread goes through here.
template <class Part>
std::optional<Part> shown(bool readable, const std::optional<Part>& part) {
  return readable ? part : std::nullopt;
}

// "updated_at", "updated_by", and "sequence", which is what the ETag holds.
void add_life(JsonObject& object, const ViewContext& context, const Subject& subject);

// The computed window with the name of the rule that gave it.
void write_window(std::string& out, const Window& window, bool extended);

// Its words only with the right, see `shown`.
void write_statement(std::string& out, const Statement& statement, bool readable);
void write_draft(std::string& out, const Statement* draft);  // null: none, or not for this reader

std::uint64_t comment_count(const World& world, const Subject& subject);

}  // namespace luuvet::api
