// The real server with the five plans, for tests that talk to it over sockets.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/net/raw_http.h"
#include "tests/support/http_client.h"
#include "tests/support/json.h"
#include "tests/support/server_process.h"
#include "tests/support/work.h"

namespace luuvet::test {

// A task of the seeds that so-khcn alone leads jointly, confirmed by vp-ubnd-tinh; its programme's standing agency.
inline constexpr const char* kTask = "da11.ii.i.1.1";
inline constexpr const char* kTaskPath = "/api/v1/tasks/da11.ii.i.1.1";
inline constexpr const char* kLead = "so-khcn";
inline constexpr const char* kConfirming = "vp-ubnd-tinh";

struct Asking {
  std::string method = "GET";
  std::string target;
  HttpHeaders headers = {};
  std::string body = {};
};

// What a problem must say. Members left empty are not looked at.
struct Expected {
  int status = 0;
  std::string type;     // without "/problems/"
  std::string pointer;  // of one of its errors
  std::string parameter;
  std::string header;
  std::string rule;
};

class RunningServer : public ::testing::Test {
 protected:
  // `rate_limits`: false for clients that ask faster than people do.
  explicit RunningServer(bool rate_limits = true);

  void start(std::vector<std::string> more = {});
  void restart();  // SIGTERM, which must end with 0, and again

  std::uint16_t port() const { return server_->port(); }
  // Over one kept connection.
  HttpReply get(const std::string& target, const HttpHeaders& headers = {});
  HttpReply post(const std::string& target, const std::string& body, const HttpHeaders& headers = {});
  // Over a connection of its own, with exactly these headers beside Host and Content-Length.
  HttpAnswer ask(const Asking& asking);
  HttpAnswer ask_as_nobody(const Asking& asking);  // but for the headers' own cookie or token

  // A header line for raw requests: of one who reads everything.
  std::string inspector() const;

  // As so-khcn, based on everything so far; 200 or 201 expected.
  HttpReply done(const std::string& target, const std::string& body, HttpHeaders headers = {});

  Sequence head();
  Sequence sequence_of_item(const std::string& path);  // its ETag
  std::string checkpoint();                            // when it has reached the head
  std::string log_id();

  TempDir folder_;
  ServerSetting setting_;
  std::unique_ptr<ServerProcess> server_;
  std::unique_ptr<HttpClient> client_;
};

void expect_problem(int status, const std::optional<std::string>& content_type, std::string_view body,
                    const Expected& expected);
void expect_problem(const HttpReply& reply, const Expected& expected);
void expect_problem(const HttpAnswer& answer, const Expected& expected);

// The string member, "" if it is none.
std::string text_of(std::string_view json, std::string_view member);
std::uint64_t number_of(std::string_view json, std::string_view member);

std::string quoted(Sequence sequence);

}  // namespace luuvet::test
