// Posts, accounts and the table of rights, as JSON.
#include <gtest/gtest.h>

#include "api/reads/read.h"
#include "api/rights_codec.h"
#include "tests/support/json.h"
#include "tests/support/people.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

using namespace api;

projections::Views people() {
  Recorder recorder;
  Held deputy{Role::kDeputy, "xa-a", "", {"cchc"}};
  deputy.to = "2026-12-31";
  for (const Fact& fact :
       together(a_province(), employed("lan", {{Role::kOfficer, "so-khcn"}, deputy}), employed("mai", {}),
                std::vector<Fact>{{"account/lan", AccountTokenIssued{{"k1"}, day("2026-12-31"), TokenScope::kRead}}}))
    recorder.record(fact);
  projections::Views views;
  for (const Recorded& each : recorder.log) views.apply(each, each.meta.sequence);
  return views;
}

std::string item(const ViewContext& context, std::string_view what) {
  return read_item(context, subject(what)).value_or("");
}
bool has(const std::string& text, std::string_view part) {
  return text.find(part) != text.npos;
}
std::string list(const projections::Views& views, Aggregate aggregate, const char* target) {
  Query query(target);
  return read_list(ViewContext(views, day("2026-03-15")), "0123456789abcdef", aggregate, query).value().body;
}

TEST(PeopleViews, APostNamesWhoHoldsIt) {
  const projections::Views views = people();
  const std::string post = item(ViewContext(views, day("2026-03-15")), "post/lan-2");
  EXPECT_TRUE(has(post, R"("id":"lan-2","role":"deputy","agency":"xa-a")"));
  EXPECT_TRUE(has(post, R"("holdings":[{"account":"lan","from":"2020-01-01","to":"2026-12-31","capacity":"deputy",)"));
}
TEST(PeopleViews, AnAccountIsShownWithoutNamesUnlessTheyAreGiven) {
  const projections::Views views = people();
  const std::string bare = item(ViewContext(views, day("2026-03-15")), "account/lan");
  EXPECT_TRUE(has(bare, R"("id":"lan","kind":"person","closed":false,"username":null,"name":null)"));
  EXPECT_TRUE(has(bare, R"({"post":"lan-1","from":"2020-01-01","to":null,"capacity":"direct","document":null})"));
  EXPECT_TRUE(has(bare, R"({"token":"k1","label":null,"expires_on":"2026-12-31","scope":"read","revoked":false})"));
  const ProfileOf profiles = [](const AccountId& id) -> std::optional<Profile> {
    return Profile{"u." + id.value, "Lan", {}, {}, {{{"k1"}, "IOC"}}};
  };
  const std::string named = item(ViewContext(views, day("2026-03-15"), {}, profiles), "account/lan");
  EXPECT_TRUE(has(named, R"("username":"u.lan","name":"Lan","email":null)"));
  EXPECT_TRUE(has(named, R"("label":"IOC")"));
}
TEST(PeopleViews, ListsAreFiltered) {
  const projections::Views views = people();
  EXPECT_TRUE(has(list(views, Aggregate::kPost, "/x"), R"("total":2,)"));
  EXPECT_TRUE(has(list(views, Aggregate::kPost, "/x?role=deputy"), R"("total":1,)"));
  EXPECT_TRUE(has(list(views, Aggregate::kPost, "/x?agency=so-khcn"), R"("total":1,)"));
  EXPECT_TRUE(has(list(views, Aggregate::kPost, "/x?q=lan-2"), R"("total":1,)"));
  EXPECT_TRUE(has(list(views, Aggregate::kAccount, "/x"), R"("total":2,)"));
  EXPECT_TRUE(has(list(views, Aggregate::kAccount, "/x?agency=xa-a"), R"("total":1,)"));
  EXPECT_TRUE(has(list(views, Aggregate::kAccount, "/x?closed=true"), R"("total":0,)"));
}

TEST(PeopleViews, P02TheTableIsAnsweredWhole) {
  const Json body(rights_body());
  EXPECT_EQ(body["items"].get_array().size(), 127u);
  EXPECT_EQ(body["roles"].get_array().size(), 15u);
  std::size_t rows = 0;
  for (const auto each : body["items"].get_array()) rows += each["rows"].get_array().size();
  EXPECT_EQ(rows, kRights.size());
  EXPECT_TRUE(has(rights_body(), R"({"command":"urge","rows":[{"roles":["standing-agency","committee-head"],)"
                                 R"("relation":"supervising"}]})"));
}
TEST(PeopleViews, WhatSomebodyMayDoIsAnswered) {
  const projections::Views views = people();
  std::string body;
  {
    JsonObject object(body);
    add_grants(object, views.world, {"lan"}, day("2026-03-15"));
  }
  EXPECT_TRUE(has(body, R"({"agency":"xa-a","roles":["deputy"],"capacities":["deputy"],"posts":[{"post":"lan-2",)"));
  EXPECT_TRUE(has(body, R"("areas":["cchc"],"capacity":"deputy","from":"2020-01-01","to":"2026-12-31"}]})"));
  EXPECT_TRUE(has(body, R"("commands":{"so-khcn":["register-document",)"));
  EXPECT_FALSE(has(body, "urge"));
}

}  // namespace
}  // namespace luuvet::test
