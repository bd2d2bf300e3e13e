// A server on which figures of the plans are entered, approved and verified.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {

inline constexpr const char* kIndicatorPath = "/api/v1/indicators/bcd26.i.1";
inline constexpr const char* kSubmissionPath = "/api/v1/submissions/bcd26.i.1.so-khcn.2026";
inline constexpr const char* kGridOf = "?agency=so-khcn&period=2026";

class Submissions : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpHeaders based(HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return headers;
  }
  HttpReply command(const std::string& path, const std::string& body, const HttpHeaders& headers) {
    const HttpReply reply = post(path, body, based(headers));
    EXPECT_EQ(reply.status, 200) << path << ": " << reply.body;
    return reply;
  }
  HttpReply on_figure(const std::string& name, const std::string& body, const HttpHeaders& headers) {
    return command(std::string(kSubmissionPath) + "/" + name, body, headers);
  }
  void approve() {
    on_figure("enter", R"({"kind":"actual","value":60,"source":"Báo cáo"})", as("officer"));
    on_figure("submit", R"({"kind":"actual"})", as("officer"));
    on_figure("approve", R"({"kind":"actual"})", as("head"));
  }
  void verify() { on_figure("verify", R"({"kind":"actual"})", as("statistics", "thong-ke-tinh")); }
  std::string assessment() {
    return text_of(simdjson::minify(Json(get(kIndicatorPath).body)["assessment"].value()), "result");
  }
  std::uint64_t total(const std::string& target) { return number_of(get(target).body, "total"); }
};

}  // namespace luuvet::test
