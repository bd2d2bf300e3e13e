// Writing JSON: described structs member by member, in the order of their description, appended to a string. No
// whitespace, no trailing newline; strings as UTF-8 with only the escapes that JSON demands.
#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "api/json/json_names.h"
#include "domain/base/partial.h"
#include "domain/commands.h"
#include "domain/events.h"

namespace luuvet::api {

// What becomes of empty optionals and lists.
enum class Absent {
  kLeftOut,  // stored records: shorter, and defaults may join later
  kShown,    // representations: null and [], so that a client finds every member
};

void write_string(std::string& out, std::string_view text);

template <Absent absent>
struct JsonWriter {
  std::string& out;

  void operator()(std::string_view text) { write_string(out, text); }
  void operator()(const std::string& text) { write_string(out, text); }
  void operator()(const char* text) { write_string(out, text); }
  void operator()(bool value) { out += value ? "true" : "false"; }
  void operator()(std::nullptr_t) { out += "null"; }

  template <std::integral Integer>
  void operator()(Integer value) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, end.ptr);
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void operator()(Enum value) { write_string(out, name_of(value)); }
  template <class Tag>
  void operator()(const Id<Tag>& id) {
    write_string(out, id.value);
  }
  void operator()(Date date) { write_string(out, to_string(date)); }
  void operator()(Instant instant) { write_string(out, to_string(instant)); }
  void operator()(Decimal value) { out += to_string(value); }

  void operator()(const DocumentRef& ref) {
    if (ref.id) return (*this)(*ref.id);
    if (!ref.later) return (*this)(nullptr);
    out += R"({"later":)";
    (*this)(*ref.later);
    out += '}';
  }
  void operator()(const TargetValue& value) {
    if (!value.low) return (*this)(nullptr);
    if (!value.high) return (*this)(*value.low);
    out += '[';
    (*this)(*value.low);
    out += ',';
    (*this)(*value.high);
    out += ']';
  }
  template <class T>
  void operator()(const std::optional<T>& value) {
    if (value) return (*this)(*value);
    out += "null";
  }
  template <class T>
  void operator()(const std::vector<T>& values) {
    out += '[';
    const char* separator = "";
    for (const auto& value : values) {
      out += separator;
      separator = ",";
      (*this)(value);
    }
    out += ']';
  }
  template <class T>
  void operator()(const std::map<std::string, T>& values) {
    out += '{';
    const char* separator = "";
    for (const auto& [name, value] : values) {
      out += separator;
      separator = ",";
      write_string(out, name);
      out += ':';
      (*this)(value);
    }
    out += '}';
  }
  template <class T>
  void operator()(const Partial<T>& partial) {
    out += '{';
    const char* separator = "";
    for_each_member<T>([&](std::size_t index, auto member) {
      if (!partial.has(index)) return;
      out += separator;
      separator = ",";
      name(member_name(member.name));
      (*this)(partial.values.*member.pointer);
    });
    out += '}';
  }
  template <class T>
  requires boost::describe::has_describe_members<T>::value void operator()(const T& value) {
    out += '{';
    bool first = true;
    members(value, first);
    out += '}';
  }

  // The members of a struct into an object that is already open; `first` says whether a comma is due.
  template <class T>
  void members(const T& value, bool& first) {
    for_each_member<T>([&](std::size_t, auto described) { member(described.name, value.*described.pointer, first); });
  }
  template <class T>
  void member(std::string_view cpp_name, const T& value, bool& first) {
    if constexpr (absent == Absent::kLeftOut)
      if (is_absent(value)) return;
    if (!first) out += ',';
    first = false;
    name(member_name(cpp_name));
    (*this)(value);
  }
  void name(std::string_view text) {
    out += '"';
    out += text;
    out += "\":";
  }

 private:
  template <class T>
  static bool is_absent(const T&) {
    return false;
  }
  template <class T>
  static bool is_absent(const std::optional<T>& value) {
    return !value;
  }
  template <class T>
  static bool is_absent(const std::vector<T>& values) {
    return values.empty();
  }
  static bool is_absent(const TargetValue& value) { return !value.low; }
};

template <class T>
std::string stored_json(const T& value) {
  std::string out;
  JsonWriter<Absent::kLeftOut>{out}(value);
  return out;
}
template <class T>
std::string shown_json(const T& value) {
  std::string out;
  JsonWriter<Absent::kShown>{out}(value);
  return out;
}

}  // namespace luuvet::api
