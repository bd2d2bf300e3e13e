// What is the same for all events, in one place: it takes a compiler a minute, and would take it seconds in every file.
#include <tuple>
#include <utility>

#include "domain/events.h"

namespace luuvet {

template <OneEvent Alternative>
[[gnu::used]] Event::Event(Alternative one) : EventAlternatives(std::in_place_type<Alternative>, std::move(one)) {}

// Names the constructor of each alternative, so that this file holds it.
template <class>
struct EachEvent;
template <class... Alternatives>
struct EachEvent<std::variant<Alternatives...>> {
  template <class Alternative>
  [[gnu::noinline]] static Event from(Alternative one) {
    return Event(std::move(one));
  }
  static constexpr auto kEach = std::tuple(&from<Alternatives>...);
};
template struct EachEvent<EventAlternatives>;

Event::Event() = default;
Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

}  // namespace luuvet
