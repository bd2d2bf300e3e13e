// Fills any described struct with values, so that a test meets every member of every type: strings are their member's
// name, numbers 7, optionals are there, lists have one item. With Extent::kBare optionals and lists stay empty.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "domain/commands.h"
#include "domain/events.h"

namespace luuvet::test {

enum class Extent { kBare, kFull };

struct Filler {
  Extent extent = Extent::kFull;
  std::string name = "x";
  int depth = 0;

  void operator()(std::string& text) const { text = name; }
  void operator()(bool& flag) const { flag = true; }
  template <class Integer>
  requires std::is_integral_v<Integer>
  void operator()(Integer& number) const { number = 7; }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum& value) const { value = static_cast<Enum>(1); }
  template <class Tag>
  void operator()(Id<Tag>& id) const {
    id.value = "ma-so-7";
  }
  void operator()(Date& date) const { date = *parse_date("2026-03-31"); }
  void operator()(Decimal& decimal) const { decimal = {376, 1}; }
  void operator()(TargetValue& value) const {
    value.low = Decimal{30, 0};
    value.high = Decimal{505, 1};
  }
  void operator()(DocumentRef& ref) const {
    if (extent == Extent::kFull)
      ref.later = *parse_date("2026-12-01");
    else
      ref.id = DocumentId{"ma-so-7"};
  }
  template <class T>
  void operator()(std::optional<T>& value) const {
    if (extent == Extent::kFull) (*this)(value.emplace());
  }
  template <class T>
  void operator()(std::vector<T>& values) const {
    if (extent == Extent::kFull && depth < 6) (*this)(values.emplace_back());
  }
  template <class T>
  void operator()(std::map<std::string, std::optional<T>>& values) const {
    values["2026"] = 7;
    values["2027"] = std::nullopt;
  }
  template <class T>
  void operator()(Partial<T>& partial) const {
    if (extent == Extent::kBare) return;
    (*this)(partial.values);
    for_each_member<T>([&](std::size_t index, auto) { partial.present |= std::uint64_t{1} << index; });
  }
  template <class Content>
  void operator()(Registered<Content>& event) const {
    (*this)(event.content);
  }
  template <class Content>
  void operator()(Amended<Content>& event) const {
    (*this)(event.set);
    (*this)(event.document);
    (*this)(event.undoes);
    (*this)(event.open);
  }
  void operator()(DocumentRegistered& event) const {
    (*this)(event.content);
    (*this)(event.open);
  }
  template <class T>
  requires boost::describe::has_describe_members<T>::value void operator()(T& value) const {
    for_each_member<T>([&](std::size_t, auto member) {
      Filler{extent, member.name, depth + 1}(value.*member.pointer);
    });
  }
};

// Every event type, each once bare and once with every member set.
inline std::vector<Event> sample_events() {
  std::vector<Event> events;
  boost::mp11::mp_for_each<boost::mp11::mp_iota_c<std::variant_size_v<EventAlternatives>>>([&](auto index) {
    using Alternative = std::variant_alternative_t<index, EventAlternatives>;
    for (const Extent extent : {Extent::kBare, Extent::kFull}) {
      Alternative event;
      Filler{extent}(event);
      events.emplace_back(std::move(event));
    }
  });
  return events;
}

}  // namespace luuvet::test
