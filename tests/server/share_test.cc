// Giao chỉ tiêu and definitions of many indicators over sockets: tried item by item, done as one act, added up.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kTargets = "/api/v1/acts/set-targets";
constexpr const char* kDefinitions = "/api/v1/acts/define-indicators";
constexpr const char* kCommune = "ubnd-phuong-lao-cai";
constexpr const char* kOther = "ubnd-phuong-cam-duong";

class ManyShares : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role) {
    return {{"Authorization", bearer_of(port(), kLead, role)}, {"Luuvet-Acting-For", kLead}};
  }
  std::string item_of(const std::string& indicator, const std::string& more) {
    return R"({"subject":"indicator/)" + indicator + R"(","based_on":)" + std::to_string(head()) + "," + more + "}";
  }
  std::string definition(const std::string& indicator, const std::string& more = "") {
    return item_of(indicator,
                   R"("definition":{"valid_from":"2026-01-01","document":"lao-cai-bcd-2026","unit":"Thôn",)"
                   R"("direction":"higher","counting":"at-date","tier":"unclear","frequency":"year","combine":"sum",)"
                   R"("tracking_agencies":["so-khcn"],"submitters":["ubnd-cap-xa"])" +
                       more + "}");
  }
  std::string share(const std::string& agency, int value) {
    const std::string number = std::to_string(value);
    return item_of("bcd26.i.1", R"("agency":")" + agency + R"(","targets":[{"year":2026,"text":")" + number +
                                    R"(","comparator":">=","value":)" + number + "}]");
  }
  static std::string definitions(const std::string& items) { return R"({"items":[)" + items + "]}"; }
  static std::string shares(const std::string& items) {
    return R"({"valid_from":"2026-02-01","document":"lao-cai-bcd-2026","items":[)" + items + "]}";
  }
  void define() {
    const HttpReply done = post(kDefinitions, definitions(definition("bcd26.i.1")), as("standing-agency"));
    ASSERT_EQ(done.status, 200) << done.body;
  }
};

TEST_F(ManyShares, W320TargetsAreTriedItemByItem) {
  define();
  const std::string dry = std::string(kTargets) + "?dry_run=true";
  const std::string both = shares(share(kCommune, 30) + "," + share("so-noi-vu", 5));
  const Sequence before = head();
  const Json tried(post(dry, both, as("standing-agency")).body);
  EXPECT_EQ(tried["accepted"].get_int64().value(), 1);
  EXPECT_EQ(tried["items"].at(1)["rule"].get_string().value(), "X90");
  EXPECT_EQ(tried["items"].at(1)["errors"].at(0)["pointer"].get_string().value(), "/agency");
  expect_problem(post(kTargets, both, as("standing-agency")), {422, "rule", "/items/1/agency", "", "", "X90"});
  expect_problem(post(kTargets, shares(share(kCommune, 30)), as("officer")), {403, "forbidden", "", "", "", "P01"});
  EXPECT_EQ(head(), before);
  ASSERT_EQ(post(kTargets, shares(share(kCommune, 30)), as("standing-agency")).status, 200);
  const Json again(post(dry, shares(share(kCommune, 30)), as("standing-agency")).body);
  EXPECT_EQ(again["unchanged"].get_int64().value(), 1);
}

TEST_F(ManyShares, W320DefinitionsAreTriedItemByItem) {
  const std::string bad = definition("bcd26.i.2", R"(,"computed_from":{"numerator":"applied","scope":"nowhere"})");
  expect_problem(post(kDefinitions, definitions(bad), as("standing-agency")), {400, "bad-request"});
  const std::string dry = std::string(kDefinitions) + "?dry_run=true";
  const std::string both = definitions(definition("bcd26.i.1") + "," + definition("none"));
  const Json tried(post(dry, both, as("standing-agency")).body);
  EXPECT_EQ(tried["accepted"].get_int64().value(), 1);
  EXPECT_EQ(tried["items"].at(1)["outcome"].get_string().value(), "refused");
  const HttpReply done =
      post(kDefinitions, definitions(definition("bcd26.i.1") + "," + definition("bcd26.i.2")), as("standing-agency"));
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(number_of(done.body, "size"), 2u);
  const Json again(post(dry, definitions(definition("bcd26.i.1")), as("standing-agency")).body);
  EXPECT_EQ(again["unchanged"].get_int64().value(), 1);
}

TEST_F(ManyShares, W321TheSeriesAddsThemUp) {
  define();
  const HttpReply done = post(kTargets, shares(share(kCommune, 30) + "," + share(kOther, 25)), as("standing-agency"));
  ASSERT_EQ(done.status, 200) << done.body;
  const Json series(get("/api/v1/indicators/bcd26.i.1/series").body);
  EXPECT_EQ(series["share_sums"].get_array().value().size(), 1u);
  EXPECT_EQ(series["share_sums"].at(0)["sum"].get_int64().value(), 55);
  EXPECT_EQ(series["share_sums"].at(0)["agencies"].get_int64().value(), 2);
  EXPECT_EQ(series["share_sums"].at(0)["difference"].get_int64().value(), -15);  // of 70
}

}  // namespace
}  // namespace luuvet::test
