#include "api/language.h"

#include <algorithm>

#include "api/http/header_text.h"
#include "api/http/http_message.h"

namespace luuvet::api {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "q=0.75" in thousandths; 1000 without one; 0, so never chosen, where it is misspelt.
int weight_of(std::string_view parameter) {
  if (parameter.empty()) return 1000;
  if (parameter.size() < 3 || parameter.size() > 7 || !same_ignoring_case(parameter.substr(0, 2), "q=")) return 0;
  const std::string_view number = parameter.substr(2);
  if (!is_digit(number[0]) || (number.size() > 1 && number[1] != '.')) return 0;
  int weight = (number[0] - '0') * 1000;
  int place = 100;
  for (const char c : number.substr(std::min<std::size_t>(2, number.size()))) {
    if (!is_digit(c)) return 0;
    weight += (c - '0') * place;
    place /= 10;
  }
  return weight <= 1000 ? weight : 0;
}

std::optional<Language> language_named(std::string_view range) {
  const std::string_view primary = range.substr(0, range.find('-'));
  if (same_ignoring_case(primary, "vi") || range == "*") return Language::kVietnamese;
  if (same_ignoring_case(primary, "en")) return Language::kEnglish;
  return std::nullopt;
}

}  // namespace

Language language_of(std::optional<std::string_view> accept_language) {
  Language chosen = Language::kVietnamese;
  int heaviest = 0;
  std::string_view rest = accept_language.value_or(std::string_view());
  while (!rest.empty()) {
    std::string_view item = take_until(rest, ',');
    const auto language = language_named(take_until(item, ';'));
    const int weight = weight_of(trimmed(item));
    if (!language || weight <= heaviest) continue;
    chosen = *language;
    heaviest = weight;
  }
  return chosen;
}

std::string_view tag_of(Language language) {
  return language == Language::kEnglish ? "en" : "vi";
}

const std::string& in(Language language, const Message& message) {
  return language == Language::kEnglish ? message.en : message.vi;
}

}  // namespace luuvet::api
