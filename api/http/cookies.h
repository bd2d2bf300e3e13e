// Cookies of this server: sent by the browser to no other site, read by no script.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "api/http/http_message.h"

namespace luuvet::api {

inline constexpr std::string_view kSessionCookie = "luuvet_session";
inline constexpr std::string_view kDeviceCookie = "luuvet_device";

// The cookie of that name; nothing if it is not there or stands twice. The view points into the request.
std::optional<std::string_view> find_cookie(const Request& request, std::string_view name);

enum class SameSite { kStrict, kLax };  // kLax: also where a link or redirect of another site leads here

struct CookieTerms {
  bool secure = false;                          // over TLS only
  std::optional<std::chrono::seconds> max_age;  // none: until the browser ends; 0: forget it
  std::string_view path = "/";                  // sent to what lies below it
  SameSite same_site = SameSite::kStrict;
};

Header set_cookie(std::string_view name, std::string_view value, const CookieTerms& terms);

}  // namespace luuvet::api
