// Members of a JSON object that somebody else wrote: what is known is read, the rest passed over. Any thread.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server {

class Claims {
 public:
  // Nothing unless the text is one JSON object.
  static std::optional<Claims> parse(std::string_view json);

  bool has(std::string_view name) const;
  std::optional<std::string> text(std::string_view name) const;
  std::optional<std::int64_t> seconds(std::string_view name) const;  // a NumericDate, fractions cut off
  bool is_true(std::string_view name) const;                         // true; some providers write "true"
  // The texts of an array, or the one text that stands in its place; nothing for anything else.
  std::optional<std::vector<std::string>> texts(std::string_view name) const;
  // Each element of an array, as JSON of its own.
  std::vector<std::string> elements(std::string_view name) const;

 private:
  Claims() : parser_(std::make_unique<simdjson::dom::parser>()) {}

  std::unique_ptr<simdjson::dom::parser> parser_;
  simdjson::dom::object object_;
};

}  // namespace luuvet::server
