// How every list is answered: its items, then what is said of the whole.
#pragma once

#include "api/json/json_object.h"
#include "api/reads/read.h"

namespace luuvet::api {

Problem unknown_cursor();

ListHead head_of(const ViewContext& context, std::string_view log, std::size_t total,
                 const std::optional<std::string>& next);
void add_head(JsonObject& object, const ListHead& head);

// Body of a page whose items `write(out, item)` appends; `more(object)` adds what only this list says.
template <class Item, class Write, class More>
Asked<ListAnswer> list_answer(const ViewContext& context, std::string_view log, const projections::Page<Item>& page,
                              Write&& write, More&& more) {
  if (page.unknown_cursor) return unknown_cursor();
  ListAnswer result;
  result.next = page.next;
  result.body.reserve(page.items.size() * 1024 + 256);
  {
    JsonObject object(result.body);
    object.with("items", [&](std::string& out) { write_array(out, page.items, write); });
    add_head(object, head_of(context, log, page.total, page.next));
    more(object);
  }
  return result;
}

}  // namespace luuvet::api
