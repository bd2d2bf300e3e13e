#include "server/app/act_items.h"

#include <charconv>
#include <optional>

#include "domain/links/link_rows.h"

namespace luuvet::server {
namespace {

Basis basis(const std::optional<std::string>& subject, const std::optional<Sequence>& based_on) {
  const auto parsed = subject ? parse_subject(*subject) : std::nullopt;
  return {parsed.value_or(Subject{}), based_on.value_or(0)};
}

template <class Item>
Basis basis_of_item(const Item& item) {
  if constexpr (requires { item.subjects; })
    return {{Aggregate::kLink, link_id(pair_of(item.kind, item.subjects, item.component)).value}, item.based_on};
  else
    return basis(item.subject, item.based_on);
}

template <class Act>
std::vector<Basis> bases(const Act& act) {
  std::vector<Basis> result;
  if constexpr (requires { act.items; })
    for (const auto& item : act.items) result.push_back(basis_of_item(item));
  return result;
}

}  // namespace

std::vector<Basis> item_bases(const CommandBody& body) {
  return std::visit([](const auto& act) { return bases(act); }, body);
}

Basis basis_of(const Rejection& rejection, const std::vector<Basis>& items, Basis otherwise) {
  constexpr std::string_view kItems = "/items/";
  if (rejection.errors.empty() || !rejection.errors.front().pointer.starts_with(kItems)) return otherwise;
  const std::string_view rest = std::string_view(rejection.errors.front().pointer).substr(kItems.size());
  std::size_t index = 0;
  std::from_chars(rest.data(), rest.data() + rest.size(), index);
  return index < items.size() && !items[index].subject.id.empty() ? items[index] : otherwise;
}

}  // namespace luuvet::server
