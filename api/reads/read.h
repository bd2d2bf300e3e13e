// Reads: a query over views to the JSON that answers it. Pure; which views (now or of a past moment) is the caller's
// choice.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/query_string.h"
#include "api/views/view_codec.h"

namespace luuvet::api {

// What a list answers beside its items.
struct ListHead {
  std::size_t total = 0;
  std::optional<std::string> next;  // cursor
  Sequence sequence = 0;
  std::string_view log;
  Date status_date;
};

struct ListAnswer {
  std::string body;
  std::optional<std::string> next;
};

// The list of one collection. Takes all its parameters from `query` and refuses the rest; read_at() must have been
// taken before.
Asked<ListAnswer> read_list(const ViewContext& context, std::string_view log, Aggregate aggregate, Query& query);

// One item; nothing if there is none of that id.
std::optional<std::string> read_item(const ViewContext& context, const Subject& subject);

// `{"items":[...],` and so on around items that are JSON already.
std::string list_body(const std::vector<std::string>& items, const ListHead& head);

}  // namespace luuvet::api
