// From where on views point something out, as the administrator sets it.
#include "server/app/thresholds.h"

#include <fstream>

#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

using server::read_thresholds;

class Thresholds : public RunningServer {
 protected:
  std::filesystem::path file(const std::string& json) {
    const auto path = folder_.path() / "thresholds.json";
    std::ofstream(path) << json;
    return path;
  }
  std::string wrong(const std::string& json) {
    try {
      read_thresholds(file(json));
    } catch (const std::runtime_error& error) {
      return error.what();
    }
    return {};
  }
  std::size_t doubles() {
    const Json found(get("/api/v1/money/findings?programme=lao-cai-de-an-11&kind=double-funding").body);
    return found["items"].get_array().value().size();
  }
  std::uint64_t without_plan() {
    return number_of(get("/api/v1/unit-plans?missing=true&limit=1&status_date=2026-11-30").body, "total");
  }
};

TEST_F(Thresholds, W278AreReadWithinTheirRanges) {
  const auto some = read_thresholds(file(R"({"findings":{"same_money":90}})"));
  EXPECT_EQ(some.findings.same_money, 90);
  EXPECT_EQ(some.findings.behind_time, 20);
  EXPECT_EQ(some.unit_plans.days_after_issue, 60);
  EXPECT_EQ(some.indicators.coverage_percent, 100);
  for (const char* json : {R"({"unit_plans":{"month":13}})", R"({"unit_plans":{"days_after_issue":-1}})",
                           R"({"findings":{"behind_time":0}})", R"({"findings":{"behind_progress":101}})",
                           R"({"findings":{"same_money":19}})", R"({"findings":{"other":1}})", "[]", ""})
    EXPECT_NE(wrong(json), "") << json;
  EXPECT_THROW(read_thresholds("/nowhere/thresholds.json"), std::runtime_error);
}

TEST_F(Thresholds, W302FromHowManyOnASumIsComplete) {
  EXPECT_EQ(read_thresholds(file(R"({"indicators":{"coverage_percent":80}})")).indicators.coverage_percent, 80);
  for (const char* json : {R"({"indicators":{"coverage_percent":0}})", R"({"indicators":{"coverage_percent":101}})"})
    EXPECT_NE(wrong(json), "") << json;
}

TEST_F(Thresholds, W278ViewsPointOutFromThereOn) {
  const std::size_t alike = doubles();
  EXPECT_GT(alike, 0U);
  EXPECT_GT(without_plan(), 0U);
  const std::string set = file(R"({"findings":{"same_money":100},"unit_plans":{"month":12}})").string();
  server_.reset();
  start({"--thresholds", set});
  EXPECT_LT(doubles(), alike);
  EXPECT_EQ(without_plan(), 0U);
}

}  // namespace
}  // namespace luuvet::test
