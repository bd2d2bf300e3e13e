// JSON of replies, parsed by simdjson's DOM; what is missing or of another type throws simdjson::simdjson_error.
#pragma once

#include <simdjson.h>

#include <memory>
#include <string>
#include <string_view>

namespace luuvet::test {

// A parsed text; its elements live as long as it does.
class Json {
 public:
  explicit Json(std::string_view text)
      : parser_(std::make_unique<simdjson::dom::parser>()), root_(parser_->parse(text.data(), text.size())) {}

  const simdjson::dom::element& root() const { return root_; }
  simdjson::simdjson_result<simdjson::dom::element> operator[](std::string_view member) const { return root_[member]; }

 private:
  std::unique_ptr<simdjson::dom::parser> parser_;
  simdjson::dom::element root_;
};

// A JSON string literal of UTF-8 text.
inline std::string json_string(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') literal += '\\';
    literal += c;
  }
  return literal += '"';
}

}  // namespace luuvet::test
