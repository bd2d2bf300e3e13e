// Header values (RFC 9110), taken apart and put together: lists, parameters, optional blanks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luuvet::api {

// Without the blanks around it.
std::string_view trimmed(std::string_view text);

// Takes the text before the next `separator` off the front of `rest`, trimmed; the separator goes as well. Not for
// values in which the separator may stand inside quotes.
std::string_view take_until(std::string_view& rest, char separator);

// "GET, POST"
std::string listed(const std::vector<std::string_view>& words);

}  // namespace luuvet::api
