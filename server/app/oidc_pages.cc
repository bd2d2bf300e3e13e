#include "server/app/oidc_pages.h"

#include <utility>

#include "server/oidc/form.h"

namespace luuvet::server {
namespace {

// As the value of an attribute in double quotes.
std::string attribute(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '"')
      escaped += "&quot;";
    else if (c == '<')
      escaped += "&lt;";
    else
      escaped += c;
  }
  return escaped;
}

}  // namespace

api::Reply redirect_to(std::string location) {
  api::Reply reply;
  reply.status = 302;
  reply.headers = {{"Location", std::move(location)}, {"Cache-Control", "no-store"}};
  return reply;
}

api::Reply going_on(std::string_view to) {
  const std::string address = attribute(to);
  api::Reply reply;
  reply.headers = {
      {"Content-Type", "text/html; charset=utf-8"},
      {"Cache-Control", "no-store"},
      {"Referrer-Policy", "no-referrer"},
      {"Content-Security-Policy", "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"}};
  reply.body =
      "<!doctype html>\n<html lang=\"vi\">\n<meta charset=\"utf-8\">\n<meta http-equiv=\"refresh\" content=\"0;url=" +
      address + "\">\n<title>LuuVet</title>\n<p>Đang vào hệ thống… <a href=\"" + address +
      "\">Tiếp tục</a></p>\n<p lang=\"en\">Signing in… <a href=\"" + address + "\">Continue</a></p>\n</html>\n";
  return reply;
}

std::string page_saying(std::string_view word, const FlowTerms& terms) {
  Form form = {{"oidc", std::string(word)}};
  if (!terms.linking.account.empty()) return "/me?" + encode_form(form);
  if (terms.to != "/") form.emplace_back("to", terms.to);
  return "/sign-in?" + encode_form(form);
}

}  // namespace luuvet::server
