// An object under construction: members one by one, commas and braces looked after.
#pragma once

#include <string>
#include <string_view>

#include "api/json/json_write.h"

namespace luuvet::api {

class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out), write_{out} { out_ += '{'; }
  ~JsonObject() { out_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  template <class T>
  JsonObject& member(std::string_view name, const T& value) {
    write_.member(name, value, first_);
    return *this;
  }
  // All members of a described struct.
  template <class T>
  JsonObject& members(const T& value) {
    write_.members(value, first_);
    return *this;
  }
  // A member whose value `write(out)` appends.
  template <class Write>
  JsonObject& with(std::string_view name, Write&& write) {
    if (!first_) out_ += ',';
    first_ = false;
    write_.name(name);
    write(out_);
    return *this;
  }

 private:
  std::string& out_;
  JsonWriter<Absent::kShown> write_;
  bool first_ = true;
};

// "[...]" of what `write(out, item)` appends for each.
template <class Items, class Write>
void write_array(std::string& out, const Items& items, Write&& write) {
  out += '[';
  const char* separator = "";
  for (const auto& item : items) {
    out += separator;
    separator = ",";
    write(out, item);
  }
  out += ']';
}

}  // namespace luuvet::api
