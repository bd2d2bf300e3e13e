#include "domain/base/ids.h"

#include <algorithm>

namespace luuvet {
namespace {

constexpr std::size_t kIdCharsMax = 80;
constexpr std::size_t kAgencyIdCharsMax = 40;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

bool is_valid_id(std::string_view text) {
  if (text.empty() || text.size() > kIdCharsMax || !is_letter_or_digit(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; });
}

bool is_valid_agency_id(std::string_view text) {
  return text.size() <= kAgencyIdCharsMax && is_valid_id(text) && text.find('.') == text.npos;
}

}  // namespace luuvet
