#include "server/net/response_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace luuvet::server {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(ResponseHead, SaysWhatTheReplySaysAndNoMore) {
  const api::Reply reply{201, {{"Location", "/x"}, {"Cache-Control", "no-cache"}}, std::string("abc")};
  const std::string head = response_head(reply, Persistence::kKeepAlive, {"today"});
  EXPECT_THAT(head, StartsWith("HTTP/1.1 201 Created\r\nDate: today\r\nLocation: /x\r\nCache-Control: no-cache\r\n"));
  EXPECT_THAT(head, HasSubstr("Content-Length: 3\r\n"));
  EXPECT_THAT(head, HasSubstr("X-Content-Type-Options: nosniff\r\n"));
  EXPECT_THAT(head, Not(HasSubstr("no-store")));
  EXPECT_THAT(head, Not(HasSubstr("Connection")));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
}
TEST(ResponseHead, SaysHowTheConnectionGoesOn) {
  EXPECT_THAT(response_head({}, Persistence::kClose, {""}), HasSubstr("Connection: close\r\n"));
  EXPECT_THAT(response_head({}, Persistence::kKeepAliveHttp10, {""}), HasSubstr("Connection: keep-alive\r\n"));
  EXPECT_THAT(response_head({}, Persistence::kKeepAlive, {""}), HasSubstr("Cache-Control: no-store\r\n"));
}
TEST(ResponseHead, GivesNoLengthWhereThereIsNoBody) {
  EXPECT_THAT(response_head({304, {}, {}}, Persistence::kKeepAlive, {""}), Not(HasSubstr("Content-Length")));
  EXPECT_THAT(response_head({204, {}, {}}, Persistence::kKeepAlive, {""}), Not(HasSubstr("Content-Length")));
}
TEST(ResponseHead, RefusesHeadersThatBreakOutOfTheirLine) {
  EXPECT_THROW(response_head({200, {{"X", "a\r\nSet-Cookie: b"}}, {}}, Persistence::kClose, {""}),
               std::invalid_argument);
  EXPECT_THROW(response_head({200, {{"X\n", "a"}}, {}}, Persistence::kClose, {""}), std::invalid_argument);
}
TEST(ResponseHead, WritesDatesAsHttpWantsThem) {
  EXPECT_EQ(http_date(784'111'777), "Sun, 06 Nov 1994 08:49:37 GMT");
}

}  // namespace
}  // namespace luuvet::server
