#include "server/oidc/form.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace luuvet::server {
namespace {

using CurlText = std::unique_ptr<char, void (*)(void*)>;

bool has_whole_escapes(std::string_view text) {
  const auto is_hex = [](char c) {
    return std::string_view("0123456789abcdefABCDEF").find(c) != std::string_view::npos;
  };
  for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1))
    if (at + 2 >= text.size() || !is_hex(text[at + 1]) || !is_hex(text[at + 2])) return false;
  return true;
}

std::optional<std::string> decode_component(std::string_view text) {
  if (!has_whole_escapes(text)) return std::nullopt;
  std::string spaced(text);
  std::replace(spaced.begin(), spaced.end(), '+', ' ');
  int size = 0;
  const CurlText decoded(curl_easy_unescape(nullptr, spaced.data(), static_cast<int>(spaced.size()), &size), curl_free);
  if (!decoded) return std::nullopt;
  return std::string(decoded.get(), static_cast<std::size_t>(size));
}

}  // namespace

std::string encode_component(std::string_view text) {
  if (text.empty()) return {};  // libcurl would measure it itself
  const CurlText encoded(curl_easy_escape(nullptr, text.data(), static_cast<int>(text.size())), curl_free);
  return encoded ? std::string(encoded.get()) : std::string();
}

std::string encode_form(const Form& form) {
  std::string text;
  for (const auto& [name, value] : form)
    text += (text.empty() ? "" : "&") + encode_component(name) + '=' + encode_component(value);
  return text;
}

std::optional<Form> decode_query(std::string_view target) {
  Form form;
  const std::size_t mark = target.find('?');
  std::string_view rest = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = decode_component(pair.substr(0, equals));
    auto value = decode_component(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value || form.size() == kFormPairsMax) return std::nullopt;
    form.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

std::optional<std::string> single_value(const Form& form, std::string_view name) {
  const auto is_named = [&](const auto& pair) { return pair.first == name; };
  if (std::count_if(form.begin(), form.end(), is_named) != 1) return std::nullopt;
  return std::find_if(form.begin(), form.end(), is_named)->second;
}

}  // namespace luuvet::server
