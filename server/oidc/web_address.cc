#include "server/oidc/web_address.h"

#include <curl/curl.h>

#include <memory>

namespace luuvet::server {
namespace {

struct CleanUp {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, CleanUp>;

std::optional<std::string> part(const Url& url, CURLUPart which, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, void (*)(void*)> owner(text, curl_free);
  return std::string(text);
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "127.0.0.1" || host == "[::1]";
}

}  // namespace

std::optional<WebAddress> trusted_address(const std::string& text) {
  const Url url(curl_url());
  if (!url || text.size() > kWebAddressBytesMax) return std::nullopt;
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_DISALLOW_USER) != CURLUE_OK) return std::nullopt;
  if (part(url, CURLUPART_FRAGMENT)) return std::nullopt;
  WebAddress address;
  address.scheme = part(url, CURLUPART_SCHEME).value_or("");
  address.authority = part(url, CURLUPART_HOST).value_or("");
  address.path = part(url, CURLUPART_PATH).value_or("/");
  address.has_query = part(url, CURLUPART_QUERY).has_value();
  address.loopback = is_loopback(address.authority);
  if (const auto port = part(url, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT)) address.authority += ':' + *port;
  const bool safe = address.scheme == "https" || (address.scheme == "http" && address.loopback);
  return safe ? std::optional(std::move(address)) : std::nullopt;
}

}  // namespace luuvet::server
