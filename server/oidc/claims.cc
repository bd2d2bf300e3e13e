#include "server/oidc/claims.h"

namespace luuvet::server {

std::optional<Claims> Claims::parse(std::string_view json) {
  Claims claims;
  if (claims.parser_->parse(json.data(), json.size()).get(claims.object_) != simdjson::SUCCESS) return std::nullopt;
  return claims;
}

bool Claims::has(std::string_view name) const {
  return object_.at_key(name).error() == simdjson::SUCCESS;
}

std::optional<std::string> Claims::text(std::string_view name) const {
  std::string_view found;
  if (object_.at_key(name).get(found) != simdjson::SUCCESS) return std::nullopt;
  return std::string(found);
}

std::optional<std::int64_t> Claims::seconds(std::string_view name) const {
  constexpr double kFarthest = 1e11;  // beyond the year 5000
  double found = 0;
  if (object_.at_key(name).get(found) != simdjson::SUCCESS) return std::nullopt;
  if (!(found >= 0 && found <= kFarthest)) return std::nullopt;
  return static_cast<std::int64_t>(found);
}

bool Claims::is_true(std::string_view name) const {
  bool found = false;
  return (object_.at_key(name).get(found) == simdjson::SUCCESS && found) || text(name) == "true";
}

std::optional<std::vector<std::string>> Claims::texts(std::string_view name) const {
  if (auto one = text(name)) return std::vector{std::move(*one)};
  simdjson::dom::array array;
  if (object_.at_key(name).get(array) != simdjson::SUCCESS) return std::nullopt;
  std::vector<std::string> all;
  for (const simdjson::dom::element element : array) {
    std::string_view found;
    if (element.get(found) != simdjson::SUCCESS) return std::nullopt;
    all.emplace_back(found);
  }
  return all;
}

std::vector<std::string> Claims::elements(std::string_view name) const {
  std::vector<std::string> all;
  simdjson::dom::array array;
  if (object_.at_key(name).get(array) != simdjson::SUCCESS) return all;
  for (const simdjson::dom::element element : array) all.push_back(simdjson::minify(element));
  return all;
}

}  // namespace luuvet::server
