#include "api/reads/list_answer.h"

namespace luuvet::api {

Problem unknown_cursor() {
  return bad_query("cursor", {"Không có mục nào mang mã này trong danh sách.", "No item of this list has that id."});
}

ListHead head_of(const ViewContext& context, std::string_view log, std::size_t total,
                 const std::optional<std::string>& next) {
  return {total, next, context.views.world.head, log, context.status_date};
}

void add_head(JsonObject& object, const ListHead& head) {
  object.member("total", head.total)
      .member("next", head.next)
      .member("sequence", head.sequence)
      .member("log", head.log);
  object.member("status_date", head.status_date);
}

}  // namespace luuvet::api
