// What people send about files that wait beside the log, to be imported or booked: their names, and what is said of
// them.
#pragma once

#include <string>
#include <string_view>

#include "api/http/request_headers.h"
#include "api/json/json_read.h"
#include "api/problem.h"
#include "api/text.h"
#include "server/app/replies.h"

namespace luuvet::server {

// The last part of the path that the browser gave, without what a name may not hold; "-" where nothing is left of it.
inline std::string shown_name(std::string_view given) {
  constexpr std::size_t kBytesMax = 200;
  std::string name(given.substr(given.find_last_of("/\\") + 1));
  if (name.size() > kBytesMax || api::normalise(name) != api::TextFault::kNone || name.empty()) return "-";
  std::erase_if(name, [](char c) { return c == '\n' || c == '\t'; });
  return name;
}

// No more files may wait; `for_what`, Vietnamese: "nhập".
inline api::Problem too_many_waiting(std::size_t most, const std::string& for_what) {
  api::Problem problem;
  problem.type = api::ProblemType::kTooLarge;
  const std::string limit = std::to_string(most);
  problem.detail = {"Cơ quan đang có " + limit + " tệp chờ " + for_what + "; xin bỏ bớt tệp không dùng.",
                    "The agency has " + limit + " files waiting: drop those that are not needed."};
  return problem;
}

// The JSON body; what it lacks or has beside is a problem.
template <class T>
api::Asked<T> body_of(const api::Request& request) {
  if (!api::says_json(request)) return api::unsupported_media_type();
  api::ondemand::parser parser;
  const simdjson::padded_string padded(request.body);
  auto read = api::read_json<api::Missing::kRefused, T>(parser, padded);
  if (!read) return api::problem_of(std::move(read).error());
  return std::move(read).value();
}

}  // namespace luuvet::server
