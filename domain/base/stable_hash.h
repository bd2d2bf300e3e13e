// A 64-bit FNV-1a hash over described values, the same in every build and run: it names what was seen, it protects
// nothing.
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "domain/base/decimal.h"
#include "domain/base/ids.h"
#include "domain/base/time.h"
#include "domain/registers.h"

namespace luuvet {

class StableHash {
 public:
  void add(std::string_view text) {
    add_number(text.size());
    for (const char c : text) add_byte(static_cast<unsigned char>(c));
  }
  void add(const std::string& text) { add(std::string_view(text)); }
  template <class Tag>
  void add(const Id<Tag>& id) {
    add(std::string_view(id.value));
  }
  void add(Date date) { add_number(static_cast<std::uint64_t>(date.days)); }
  void add(Decimal value) {
    add_number(static_cast<std::uint64_t>(value.mantissa));
    add_number(value.scale);
  }
  void add(const TargetValue& value) {
    add(value.low);
    add(value.high);
  }
  template <class T>
  void add(const std::optional<T>& value) {
    add_number(value.has_value());
    if (value) add(*value);
  }
  template <class T>
  void add(const std::vector<T>& values) {
    add_number(values.size());
    for (const T& each : values) add(each);
  }
  template <class K, class V>
  void add(const std::map<K, V>& values) {
    add_number(values.size());
    for (const auto& [key, value] : values) {
      add(key);
      add(value);
    }
  }
  template <class T>
  requires(std::is_integral_v<T> || std::is_enum_v<T>) void add(T value) {
    add_number(static_cast<std::uint64_t>(value));
  }
  template <class T>
  requires boost::describe::has_describe_members<T>::value void add(const T& value) {
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
        [&](auto member) { add(value.*member.pointer); });
  }

  std::string hex() const {
    std::string text(16, '0');
    for (std::size_t i = 0; i < 16; ++i) text[15 - i] = "0123456789abcdef"[(state_ >> (4 * i)) & 0xF];
    return text;
  }

 private:
  void add_byte(unsigned char byte) { state_ = (state_ ^ byte) * 0x100000001b3ULL; }
  void add_number(std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) add_byte(static_cast<unsigned char>(number >> shift));
  }

  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

}  // namespace luuvet
