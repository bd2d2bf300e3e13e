// application/x-www-form-urlencoded, as OAuth 2.0 speaks it: queries and the bodies of token requests. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace luuvet::server {

using Form = std::vector<std::pair<std::string, std::string>>;

std::string encode_component(std::string_view text);
std::string encode_form(const Form& form);

inline constexpr std::size_t kFormPairsMax = 50;

// Of a target's query. Parameters that nobody knows are kept: a provider may add its own. Nothing if an escape is
// broken or there are too many.
std::optional<Form> decode_query(std::string_view target);

// The value; nothing where the name stands not once but twice, so that nobody can slip in a second one.
std::optional<std::string> single_value(const Form& form, std::string_view name);

}  // namespace luuvet::server
