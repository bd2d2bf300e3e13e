// Presence through the whole server: sessions see each other by name and agency, tokens do not.
#include <gmock/gmock.h>

#include "tests/net/raw_websocket.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using testing::HasSubstr;

std::string looking(const std::string& data) {
  return R"({"specversion":"1.0","type":"vn.luuvet.live.looking.v1","id":"1","source":"/client","data":)" + data + "}";
}

class PresenceOfPeople : public RunningServer {
 protected:
  std::string origin() const { return "http://localhost:" + std::to_string(port()); }
  // The cookies of a new session.
  std::string enter(const std::string& username) {
    const HttpAnswer answer = ask_as_nobody(
        {"POST", "/api/v1/session", {{"Content-Type", "application/json"}}, R"({"demo":")" + username + R"("})"});
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::string jar;
    for (const std::string& cookie : answer.cookies)
      jar += (jar.empty() ? "" : "; ") + cookie.substr(0, cookie.find(';'));
    return jar;
  }
  RawWebSocket live_of(const std::string& jar) {
    return RawWebSocket(port(), "/api/v1/live", "Cookie: " + jar + "\r\nOrigin: " + origin() + "\r\n");
  }
  static std::string presence(RawWebSocket& live) {
    while (const auto frame = live.receive(std::chrono::seconds(2)))
      if (json_value(frame->payload, "type") == "vn.luuvet.live.presence.v1") return frame->payload;
    return "none";
  }
};

TEST_F(PresenceOfPeople, W172PeopleAtOneTaskSeeEachOtherByNameAndAgency) {
  RawWebSocket officer = live_of(enter("so-khcn.officer"));
  RawWebSocket head = live_of(enter("vp-ubnd-tinh.head"));
  officer.send(Opcode::kText, looking(R"({"subject":"task/da11.ii.i.1.1","agency":"so-khcn"})"));
  EXPECT_THAT(presence(officer), HasSubstr(R"("people":[])"));
  // An agency of somebody else counts for nothing.
  head.send(Opcode::kText,
            looking(R"({"subject":"task/da11.ii.i.1.1","field":"note","typing":true,"agency":"so-khcn"})"));
  EXPECT_THAT(presence(head), HasSubstr(R"("people":[{"account":"demo.so-khcn.officer","name":"Chuyên viên, )"));
  EXPECT_THAT(presence(officer), HasSubstr(R"("agency":"vp-ubnd-tinh","field":"note","typing":true)"));
}
TEST_F(PresenceOfPeople, W170WhatIsNotThereIsLookedAtByNobody) {
  RawWebSocket officer = live_of(enter("so-khcn.officer"));
  for (const char* nothing : {"task/no-such-task", "log/1", "nonsense", "account/demo.so-khcn.officer"})
    officer.send(Opcode::kText, looking(R"({"subject":")" + std::string(nothing) + R"("})"));
  EXPECT_FALSE(officer.receive_close(std::chrono::milliseconds(300)));
  EXPECT_THAT(get("/metrics").body, HasSubstr("luuvet_live_looked_at 0\n"));
}
TEST_F(PresenceOfPeople, W68ATokensSocketSaysNothing) {
  RawWebSocket machine(port(), "/api/v1/live", "Authorization: " + bearer_of(port(), kLead, "officer") + "\r\n");
  ASSERT_EQ(machine.answer().status, 101);
  machine.send(Opcode::kText, looking(R"({"subject":"task/da11.ii.i.1.1"})"));
  const auto close = machine.receive_close();
  ASSERT_TRUE(close);
  EXPECT_EQ(close->close_code(), 1008U);
}
TEST_F(PresenceOfPeople, W173WhoSignsOutIsGoneWithinASecond) {
  const std::string jar = enter("so-khcn.officer");
  RawWebSocket officer = live_of(jar);
  RawWebSocket head = live_of(enter("vp-ubnd-tinh.head"));
  head.send(Opcode::kText, looking(R"({"subject":"task/da11.ii.i.1.1"})"));
  EXPECT_THAT(presence(head), HasSubstr(R"("people":[])"));
  officer.send(Opcode::kText, looking(R"({"subject":"task/da11.ii.i.1.1"})"));
  EXPECT_THAT(presence(head), HasSubstr("so-khcn.officer"));
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(ask_as_nobody({"DELETE", "/api/v1/session", {{"Cookie", jar}, {"Origin", origin()}}, ""}).status, 204);
  EXPECT_THAT(presence(head), HasSubstr(R"("people":[])"));
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(1));
}

}  // namespace
}  // namespace luuvet::test
