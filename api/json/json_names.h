// How C++ names stand in JSON: enumerators kNotStarted as "not-started", members as they are (a trailing underscore
// drops: `do_` is "do").
#pragma once

#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "domain/deadlines/deadline.h"
#include "domain/registers.h"

namespace luuvet::api {

// "kNotStarted" -> "not-started".
std::string kebab_case(std::string_view enumerator);

constexpr std::string_view member_name(std::string_view cpp_name) {
  return cpp_name.ends_with('_') ? cpp_name.substr(0, cpp_name.size() - 1) : cpp_name;
}

template <class Enum>
struct EnumName {
  Enum value;
  std::string name;
};

template <class Enum>
const auto& enum_names() {
  using Enumerators = boost::describe::describe_enumerators<Enum>;
  static const auto names = [] {
    std::array<EnumName<Enum>, boost::mp11::mp_size<Enumerators>::value> result;
    std::size_t at = 0;
    boost::mp11::mp_for_each<Enumerators>([&](auto enumerator) {
      result[at++] = {enumerator.value, kebab_case(enumerator.name)};
    });
    return result;
  }();
  return names;
}

// Comparators are written as they are read.
template <>
inline const auto& enum_names<Comparator>() {
  static const std::array<EnumName<Comparator>, 9> names = {{{Comparator::kAtLeast, ">="},
                                                             {Comparator::kAtMost, "<="},
                                                             {Comparator::kEqual, "="},
                                                             {Comparator::kAbove, ">"},
                                                             {Comparator::kBelow, "<"},
                                                             {Comparator::kRange, "range"},
                                                             {Comparator::kRank, "rank"},
                                                             {Comparator::kDone, "done"},
                                                             {Comparator::kText, "text"}}};
  return names;
}

// Deadline kinds are written with underscores: "before_date".
template <>
inline const auto& enum_names<DeadlineKind>() {
  static const auto names = [] {
    using Enumerators = boost::describe::describe_enumerators<DeadlineKind>;
    std::array<EnumName<DeadlineKind>, boost::mp11::mp_size<Enumerators>::value> result;
    std::size_t at = 0;
    boost::mp11::mp_for_each<Enumerators>([&](auto enumerator) {
      result[at] = {enumerator.value, kebab_case(enumerator.name)};
      std::ranges::replace(result[at++].name, '-', '_');
    });
    return result;
  }();
  return names;
}

template <class Enum>
std::string_view name_of(Enum value) {
  for (const auto& entry : enum_names<Enum>())
    if (entry.value == value) return entry.name;
  return {};
}

template <class Enum>
std::optional<Enum> value_of(std::string_view name) {
  for (const auto& entry : enum_names<Enum>())
    if (entry.name == name) return entry.value;
  return std::nullopt;
}

}  // namespace luuvet::api
