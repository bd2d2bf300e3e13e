// What is the same for all commands, in one place: it takes a compiler a minute, and would take it seconds in every
// file.
#include <tuple>
#include <utility>

#include "domain/commands.h"

namespace luuvet {

template <OneCommand Alternative>
[[gnu::used]] CommandBody::CommandBody(Alternative one)
    : CommandAlternatives(std::in_place_type<Alternative>, std::move(one)) {}

// Names the constructor of each alternative, so that this file holds it.
template <class>
struct EachCommand;
template <class... Alternatives>
struct EachCommand<std::variant<Alternatives...>> {
  template <class Alternative>
  [[gnu::noinline]] static CommandBody from(Alternative one) {
    return CommandBody(std::move(one));
  }
  static constexpr auto kEach = std::tuple(&from<Alternatives>...);
};
template struct EachCommand<CommandAlternatives>;

CommandBody::CommandBody() = default;
CommandBody::CommandBody(const CommandBody&) = default;
CommandBody::CommandBody(CommandBody&&) noexcept = default;
CommandBody& CommandBody::operator=(const CommandBody&) = default;
CommandBody& CommandBody::operator=(CommandBody&&) noexcept = default;
CommandBody::~CommandBody() = default;

}  // namespace luuvet
