#include "server/net/response_head.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <stdexcept>
#include <utility>

namespace luuvet::server {
namespace {

struct Phrase {
  int status;
  std::string_view text;
};

constexpr auto kPhrases = std::to_array<Phrase>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {302, "Found"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {409, "Conflict"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {426, "Upgrade Required"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
});

// What a browser is told unless the reply says otherwise.
constexpr auto kDefaults = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"Cache-Control", "no-store"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
});

constexpr std::string_view kStayWithTls = "max-age=31536000";

void require_plain(std::string_view text) {
  for (const char c : text)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f)
      throw std::invalid_argument("a header of a reply holds a control character");
}

void add(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  head += value;
  head += "\r\n";
}

void add_status(std::string& head, int status) {
  head += "HTTP/1.1 ";
  head += std::to_string(status);
  head += ' ';
  const auto* phrase = std::ranges::find(kPhrases, status, &Phrase::status);
  if (phrase != kPhrases.end()) head += phrase->text;
  head += "\r\n";
}

std::string common_head(const api::Reply& reply, const EdgeHeaders& edge) {
  std::string head;
  head.reserve(768);
  add_status(head, reply.status);
  add(head, "Date", edge.date);
  if (!edge.request_id.empty()) add(head, kRequestIdHeader, edge.request_id);
  if (edge.secure) add(head, "Strict-Transport-Security", kStayWithTls);
  for (const api::Header& header : reply.headers) {
    require_plain(header.name);
    require_plain(header.value);
    add(head, header.name, header.value);
  }
  for (const auto& [name, value] : kDefaults)
    if (!reply.header(name)) add(head, name, value);
  return head;
}

}  // namespace

bool has_no_body(int status) {
  return status == 204 || status == 304;
}

std::string response_head(const api::Reply& reply, Persistence persistence, const EdgeHeaders& edge) {
  std::string head = common_head(reply, edge);
  if (!has_no_body(reply.status)) add(head, "Content-Length", std::to_string(reply.size()));
  if (persistence == Persistence::kClose) add(head, "Connection", "close");
  if (persistence == Persistence::kKeepAliveHttp10) add(head, "Connection", "keep-alive");
  head += "\r\n";
  return head;
}

std::string stream_head(const api::Reply& reply, const EdgeHeaders& edge) {
  std::string head = common_head(reply, edge);
  add(head, "Connection", "close");
  head += "\r\n";
  return head;
}

std::string http_date(std::int64_t seconds) {
  static constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t time = static_cast<std::time_t>(seconds);
  std::tm utc{};
  gmtime_r(&time, &utc);
  char text[64];
  const auto length = std::strftime(text, sizeof text, "___, %d ___ %Y %H:%M:%S GMT", &utc);
  std::string date(text, length);
  date.replace(0, 3, kDays[utc.tm_wday]);  // not strftime's names: those follow the locale
  date.replace(8, 3, kMonths[utc.tm_mon]);
  return date;
}

}  // namespace luuvet::server
