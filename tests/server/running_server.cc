#include "tests/server/running_server.h"

#include <thread>

#include "tests/support/demo_people.h"

namespace luuvet::test {

RunningServer::RunningServer(bool rate_limits)
    : setting_{.data = folder_.path() / "data",
               .state = folder_.path() / "state",
               .seeds = seeds_folder(),
               .rate_limits = rate_limits} {
  start();
  setting_.seeds.reset();
}

void RunningServer::start(std::vector<std::string> more) {
  setting_.more = std::move(more);
  server_ = std::make_unique<ServerProcess>(setting_);
  client_ = std::make_unique<HttpClient>(server_->port());
}

void RunningServer::restart() {
  ASSERT_EQ(server_->stop(), 0) << server_->errors();
  server_.reset();
  start();
}

HttpReply RunningServer::get(const std::string& target, const HttpHeaders& headers) {
  return client_->get(target, headers);
}

HttpReply RunningServer::post(const std::string& target, const std::string& body, const HttpHeaders& headers) {
  return client_->post(target, body, headers);
}

HttpAnswer RunningServer::ask(const Asking& asking) {
  Asking signed_in = asking;
  for (const auto& header : authorization_for(port(), asking.method, asking.target, asking.headers))
    signed_in.headers.push_back(header);
  return ask_as_nobody(signed_in);
}

HttpAnswer RunningServer::ask_as_nobody(const Asking& asking) {
  std::string request = asking.method + " " + asking.target + " HTTP/1.1\r\n";
  bool has_host = false;
  for (const auto& [name, value] : asking.headers) {
    has_host = has_host || name == "Host";
    request += name + ": " + value + "\r\n";
  }
  if (!has_host) request += "Host: 127.0.0.1:" + std::to_string(port()) + "\r\n";
  if (!asking.body.empty()) request += "Content-Length: " + std::to_string(asking.body.size()) + "\r\n";
  RawHttp connection(port());
  connection.tcp().send(request + "\r\n" + asking.body);
  return connection.receive();
}

std::string RunningServer::inspector() const {
  return "Authorization: " + bearer_of(port(), "thanh-tra-tinh", "inspector") + "\r\n";
}

HttpReply RunningServer::done(const std::string& target, const std::string& body, HttpHeaders headers) {
  const auto names = [&](std::string_view wanted) {
    for (const auto& [name, value] : headers)
      if (name == wanted) return true;
    return false;
  };
  if (!names("Luuvet-Acting-For")) headers.emplace_back("Luuvet-Acting-For", kLead);
  if (!names("Luuvet-Based-On") && !names("If-Match")) headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
  HttpReply reply = post(target, body, headers);
  EXPECT_TRUE(reply.status == 200 || reply.status == 201) << target << ": " << reply.status << " " << reply.body;
  return reply;
}

Sequence RunningServer::head() {
  return number_of(get("/api/v1/programmes?limit=1").body, "sequence");
}

Sequence RunningServer::sequence_of_item(const std::string& path) {
  const HttpReply reply = get(path);
  EXPECT_EQ(reply.status, 200) << path;
  const std::string etag(reply.header("etag").value_or("\"0\""));
  return std::stoull(etag.substr(1));
}

std::string RunningServer::checkpoint() {
  const std::string wanted = "\n" + std::to_string(head()) + "\n";
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  for (;;) {
    const std::string note = get("/audit/checkpoint").body;
    if (note.find(wanted) != std::string::npos) return note;
    if (std::chrono::steady_clock::now() > until) return ADD_FAILURE() << "the guard lags:\n" << note, note;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

std::string RunningServer::log_id() {
  return text_of(get("/api/v1/programmes?limit=1").body, "log");
}

std::string text_of(std::string_view json, std::string_view member) {
  const Json parsed(json);
  std::string_view text;
  return parsed[member].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::uint64_t number_of(std::string_view json, std::string_view member) {
  return Json(json)[member].get_uint64();
}

std::string quoted(Sequence sequence) {
  return "\"" + std::to_string(sequence) + "\"";
}

void expect_problem(int status, const std::optional<std::string>& content_type, std::string_view body,
                    const Expected& expected) {
  EXPECT_EQ(status, expected.status) << body;
  EXPECT_EQ(content_type.value_or(""), "application/problem+json") << body;
  if (content_type != "application/problem+json") return;
  const Json problem(body);
  EXPECT_EQ(text_of(body, "type"), "/problems/" + expected.type) << body;
  EXPECT_EQ(number_of(body, "status"), static_cast<std::uint64_t>(expected.status));
  EXPECT_NE(text_of(body, "title"), "");
  if (!expected.parameter.empty()) {
    EXPECT_EQ(text_of(body, "parameter"), expected.parameter) << body;
  }
  if (!expected.header.empty()) {
    EXPECT_EQ(text_of(body, "header"), expected.header) << body;
  }
  if (!expected.rule.empty()) {
    EXPECT_EQ(text_of(body, "rule"), expected.rule) << body;
  }
  if (expected.pointer.empty()) return;
  bool found = false;
  simdjson::dom::array errors;
  if (problem["errors"].get(errors) == simdjson::SUCCESS)
    for (const auto error : errors) found = found || error["pointer"].get_string().value() == expected.pointer;
  EXPECT_TRUE(found) << expected.pointer << " in " << body;
}

void expect_problem(const HttpReply& reply, const Expected& expected) {
  const auto type = reply.header("content-type");
  expect_problem(reply.status, type ? std::optional<std::string>(*type) : std::nullopt, reply.body, expected);
}

void expect_problem(const HttpAnswer& answer, const Expected& expected) {
  expect_problem(answer.status, answer.header("content-type"), answer.body, expected);
}

}  // namespace luuvet::test
