#include "domain/act_items.h"

#include <utility>

#include "domain/body_check.h"

namespace luuvet {
namespace {

Rejection several_capacities() {
  return forbidden("P06", "Các mục cần nhiều tư cách khác nhau; xin chia thành nhiều lần gửi.",
                   "The items need several capacities; divide the act.");
}

}  // namespace

Rejection too_large() {
  Rejection rejection;
  rejection.kind = RejectionKind::kTooLarge;
  rejection.detail = {"Một lần gửi có tối đa " + std::to_string(kActEventsMax) + " thay đổi; xin chia nhỏ.",
                      "One act makes at most " + std::to_string(kActEventsMax) + " changes; divide it."};
  return rejection;
}

std::string item_pointer(std::size_t index) {
  return at("/items", index);
}

Rejection of_item(Rejection rejection, std::size_t index, std::string_view member) {
  const std::string place = item_pointer(index) + std::string(member);
  for (FieldError& error : rejection.errors) error.pointer.insert(0, place);
  if (rejection.errors.empty()) rejection.errors.push_back({place, rejection.detail});
  return rejection;
}

Context item_context(const Context& context, AgencyId agency, std::optional<Sequence> based_on) {
  Context result = context;
  result.agency = std::move(agency);
  result.if_match.reset();
  result.based_on = based_on;
  result.based_on_in_item = true;
  return result;
}

std::optional<Rejection> join(Decision& act, Result<Decision> item, std::size_t index) {
  if (!item) return of_item(item.error(), index);
  if (index == 0) act.capacity = item.value().capacity;
  if (item.value().capacity != act.capacity) return of_item(several_capacities(), index);
  for (NewEvent& event : item.value().events) act.events.push_back(std::move(event));
  if (act.events.size() > kActEventsMax) return too_large();
  return std::nullopt;
}

}  // namespace luuvet
