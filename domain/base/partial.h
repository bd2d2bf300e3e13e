// Partial<T>: some members of a described struct T, as in `set: {field: new}` of an amendment. A member's place in T's
// description is its bit in `present`; `values` holds the new values of those, and defaults elsewhere.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <string_view>
#include <vector>

namespace luuvet {

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

// Calls f(index, descriptor) for each described member of T, in order; the descriptor has `.name` and `.pointer`.
template <class T, class F>
void for_each_member(F&& f) {
  std::size_t index = 0;
  boost::mp11::mp_for_each<Members<T>>([&](auto descriptor) { f(index++, descriptor); });
}

template <class T>
struct Partial {
  T values;
  std::uint64_t present = 0;

  static_assert(boost::mp11::mp_size<Members<T>>::value <= 64);

  bool has(std::size_t index) const { return (present >> index) & 1; }
  bool empty() const { return present == 0; }
  bool operator==(const Partial&) const = default;
};

// Writes the present members into `target`.
template <class T>
void apply(const Partial<T>& partial, T& target) {
  for_each_member<T>([&](std::size_t index, auto member) {
    if (partial.has(index)) target.*member.pointer = partial.values.*member.pointer;
  });
}

// The members in which `after` differs from `before`.
template <class T>
Partial<T> difference(const T& before, const T& after) {
  Partial<T> result;
  for_each_member<T>([&](std::size_t index, auto member) {
    if (before.*member.pointer == after.*member.pointer) return;
    result.values.*member.pointer = after.*member.pointer;
    result.present |= std::uint64_t{1} << index;
  });
  return result;
}

// Drops the members that `target` already has with that value.
template <class T>
Partial<T> narrowed(Partial<T> partial, const T& target) {
  for_each_member<T>([&](std::size_t index, auto member) {
    if (partial.has(index) && partial.values.*member.pointer == target.*member.pointer)
      partial.present &= ~(std::uint64_t{1} << index);
  });
  return partial;
}

// Names of the present members; the views live as long as the program.
template <class T>
std::vector<std::string_view> names(const Partial<T>& partial) {
  std::vector<std::string_view> result;
  for_each_member<T>([&](std::size_t index, auto member) {
    if (partial.has(index)) result.push_back(member.name);
  });
  return result;
}

}  // namespace luuvet
