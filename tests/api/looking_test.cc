#include "api/looking.h"

#include <gtest/gtest.h>

namespace luuvet::api {
namespace {

std::string with_data(const std::string& data, const std::string& more = "") {
  return R"({"specversion":"1.0","type":"vn.luuvet.live.looking.v1","id":"7","source":"/client")" + more +
         R"(,"data":)" + data + "}";
}

TEST(Looking, W170IsReadWithAllThatItSays) {
  const auto looking = read_looking(
      with_data(R"({"subject":"task/t.1","field":"report-progress.percent","typing":true,"agency":"so-khcn"})"));
  ASSERT_TRUE(looking);
  EXPECT_EQ(looking->subject, "task/t.1");
  EXPECT_EQ(looking->field, "report-progress.percent");
  EXPECT_EQ(looking->typing, true);
  EXPECT_EQ(looking->agency, AgencyId{"so-khcn"});
}
TEST(Looking, W170MaySayLittle) {
  const auto nothing = read_looking(with_data(R"({"subject":null,"field":null,"typing":false})"));
  ASSERT_TRUE(nothing);
  EXPECT_FALSE(nothing->subject || nothing->field || nothing->agency);
  EXPECT_TRUE(read_looking(with_data("{}")));
  EXPECT_TRUE(
      read_looking(with_data("{}", R"(,"time":"2026-04-20T02:15:00.123Z","datacontenttype":"application/json")")));
}
TEST(Looking, W170NoOtherTextIsTaken) {
  for (const std::string& other :
       {std::string(), std::string("{}"), std::string("hello"), with_data("{}") + "x", with_data("[]"),
        with_data("{}", R"(,"subject":"task/t1")"), with_data("{}", R"(,"datacontenttype":"text/plain")"),
        with_data(R"({"subject":7})"), with_data(R"({"field":"Percent"})"), with_data(R"({"field":""})"),
        with_data(R"({"typing":"yes"})"), with_data(R"({"agency":"SO KHCN"})"), with_data(R"({"name":"Nam"})"),
        with_data(R"({"field":")" + std::string(61, 'a') + R"("})")})
    EXPECT_FALSE(read_looking(other)) << other;
  std::string heartbeat = with_data("{}");
  heartbeat.replace(heartbeat.find("looking"), 7, "hearing");
  EXPECT_FALSE(read_looking(heartbeat));
  std::string record = with_data("{}");
  record.replace(record.find("/client"), 7, "/luuvet");
  EXPECT_FALSE(read_looking(record));
}
TEST(Looking, W170IsOfOneKibibyteAtMost) {
  const std::string longest = with_data("{}");
  EXPECT_TRUE(read_looking(longest + std::string(kLookingBytesMax - longest.size(), ' ')));
  EXPECT_FALSE(read_looking(longest + std::string(kLookingBytesMax - longest.size() + 1, ' ')));
}

}  // namespace
}  // namespace luuvet::api
