// Official figures of statistics, indicators registered by a document, and indices that are proposed, over sockets.
#include <algorithm>

#include "server/tables/table.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

const std::string kPath = "/api/v1/indicators/bcd26.i.1";
constexpr const char* kDocument = R"("document":"lao-cai-bcd-2026")";
constexpr const char* kStatisticsAgency = "thong-ke-tinh";

class OfficialFigures : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpReply said(const std::string& numbers, HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return post(kPath + "/set-official-figure", R"({"period":"2025",)" + numbers + "," + kDocument + "}", headers);
  }
  void say(const std::string& numbers) {
    const HttpReply reply = said(numbers, as("statistics", kStatisticsAgency));
    ASSERT_EQ(reply.status, 200) << reply.body;
  }
  // Of so-khcn, which tracks it: 70 for 2025.
  void submit() {
    HttpHeaders headers = as("head", "so-khcn");
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    const HttpReply reply =
        post("/api/v1/submissions/bcd26.i.1.so-khcn.2025/enter", R"({"kind":"actual","value":70})", headers);
    ASSERT_TRUE(reply.status == 200 || reply.status == 201) << reply.body;
  }
  Json series(const HttpHeaders& headers = {}) { return Json(get(kPath + "/series", headers).body); }
};

TEST_F(OfficialFigures, W316TheSeriesComparesAndNamesWhoSaysSo) {
  say(R"("value":71.8)");
  const Json all = series();
  EXPECT_EQ(all["comparison"].at(0)["statistics"]["value"].get_double().value(), 71.8);
  EXPECT_TRUE(all["comparison"].at(0)["agency"].is_null());
  EXPECT_EQ(all["latest"]["published_by"].get_string().value(), kStatisticsAgency);
  EXPECT_EQ(all["latest"]["kind"].get_string().value(), "official");
  EXPECT_EQ(all["points"].at(0)["published_by"].get_string().value(), kStatisticsAgency);
  EXPECT_EQ(Json(get(kPath).body)["latest"]["value"].get_double().value(), 71.8);
}

TEST_F(OfficialFigures, W316WhatIsReplacedStaysAndReasonsAreProtected) {
  say(R"("value":71.8)");
  expect_problem(said(R"("value":72)", as("statistics", kStatisticsAgency)), {422, "rule", "/reason", "", "", "X84"});
  say(R"("value":72,"reason":"Rà soát nội bộ")");
  const Json read = series(as("statistics", kStatisticsAgency));
  EXPECT_EQ(read["official_figures"].get_array().value().size(), 2u);
  EXPECT_FALSE(read["official_figures"].at(0)["standing"].get_bool().value());
  EXPECT_EQ(read["official_figures"].at(1)["reason"].get_string().value(), "Rà soát nội bộ");
  const HttpHeaders elsewhere = as("officer", "ubnd-xa-bat-xat");
  EXPECT_EQ(get(kPath + "/series", elsewhere).body.find("nội bộ"), std::string::npos);
  const std::string history = get(kPath + "/history", elsewhere).body;
  EXPECT_EQ(history.find("nội bộ"), std::string::npos);
  EXPECT_NE(history.find("official_figure 2025"), std::string::npos);
}

TEST_F(OfficialFigures, W316RefusalsSayWhy) {
  expect_problem(said(R"("value":71.8)", as("head", "so-khcn")), {403, "forbidden", "", "", "", "P01"});
  expect_problem(said(R"("value":71.8,"withdrawn":true)", as("statistics", kStatisticsAgency)),
                 {400, "bad-request", "/value"});
  expect_problem(said(R"("withdrawn":true)", as("statistics", kStatisticsAgency)), {422, "rule", "", "", "", "X84"});
}

TEST_F(OfficialFigures, W317IndicatorsAreFoundWhereStatisticsDiffers) {
  const auto total = [this](const std::string& query) {
    return number_of(get("/api/v1/indicators?programme=lao-cai-bcd-2026&" + query).body, "total");
  };
  submit();
  say(R"("value":70)");
  EXPECT_EQ(total("differs_from_statistics=true"), 0u);
  say(R"("value":71.8,"reason":"Rà soát")");
  EXPECT_EQ(total("differs_from_statistics=true"), 1u);
  EXPECT_GT(total("differs_from_statistics=false"), 1u);
  EXPECT_TRUE(Json(get(kPath).body)["differs_from_statistics"].get_bool().value());
  expect_problem(get("/api/v1/indicators?differs_from_statistics=x"),
                 {400, "bad-query", "", "differs_from_statistics"});
  expect_problem(get("/api/v1/budget-lines?differs_from_statistics=true"),
                 {400, "bad-query", "", "differs_from_statistics"});
  const HttpReply reply = get("/api/v1/indicators.xlsx?differs_from_statistics=true");
  ASSERT_EQ(reply.status, 200) << reply.body;
  auto read = server::read_tables(reply.body);
  ASSERT_TRUE(std::holds_alternative<server::TablesRead>(read));
  const server::Table table = std::get<server::TablesRead>(std::move(read)).tables.at(0);
  constexpr std::size_t kHeads = 4;
  const auto& heads = table.rows.at(kHeads - 1);
  const auto at = static_cast<std::size_t>(
      std::ranges::find(heads, "Số liệu Thống kê công bố", &server::TableCell::text) - heads.begin());
  ASSERT_EQ(table.rows.size(), kHeads + 1);
  EXPECT_EQ(table.rows[kHeads].at(at).number, 71.8);
  EXPECT_EQ(table.rows[kHeads].at(at + 1).text, "2025");
  EXPECT_EQ(table.rows[kHeads].at(at + 2).number, 1.8);
}

TEST_F(OfficialFigures, W318AnIndicatorIsRegisteredByADocument) {
  const std::string body = std::string(R"({"programme":"lao-cai-bcd-2026","name":"Chỉ số PAPI","unit":"điểm",)") +
                           R"("direction":"higher","tracking_agencies":["so-noi-vu"],)" + kDocument + "}";
  expect_problem(post("/api/v1/indicators", body, as("head", "so-noi-vu")), {403, "forbidden", "", "", "", "P01"});
  const HttpReply made = post("/api/v1/indicators", body, as("standing-agency", kLead));
  ASSERT_EQ(made.status, 201) << made.body;
  const std::string id(Json(made.body)["id"].get_string().value());
  const Json row(get("/api/v1/indicators/" + id).body);
  EXPECT_EQ(row["name"].get_string().value(), "Chỉ số PAPI");
  EXPECT_EQ(row["definition"]["version"].get_int64().value(), 0);
  EXPECT_EQ(row["source"]["document"].get_string().value(), "lao-cai-bcd-2026");
  const std::string later = std::string(R"({"programme":"lao-cai-bcd-2026","name":"x","direction":"higher",)") +
                            R"("tracking_agencies":["so-noi-vu"],"document":{"later":"2027-01-01"}})";
  EXPECT_EQ(post("/api/v1/indicators", later, as("standing-agency", kLead)).status, 400);
}

TEST_F(OfficialFigures, W319IndicesWithoutARowAreProposed) {
  const Json found(get("/api/v1/index-suggestions").body);
  ASSERT_EQ(found["items"].get_array().value().size(), 4u);
  const auto sipas = found["items"].at(3);
  EXPECT_EQ(sipas["index"].get_string().value(), "SIPAS");
  EXPECT_EQ(sipas["direction"].get_string().value(), "higher");
  EXPECT_EQ(sipas["places"].at(0)["subject"].get_string().value(), "task/bcd26.body.5.d");
  const std::string before = std::to_string(head());
  const std::string body = std::string(R"({"programme":"lao-cai-bcd-2026","name":"Chỉ số SIPAS","unit":"%",)") +
                           R"("direction":"higher","tracking_agencies":["so-noi-vu"],)" + kDocument + "}";
  ASSERT_EQ(post("/api/v1/indicators", body, as("standing-agency", kLead)).status, 201);
  EXPECT_EQ(Json(get("/api/v1/index-suggestions").body)["items"].get_array().value().size(), 3u);
  EXPECT_EQ(Json(get("/api/v1/index-suggestions?as_of=" + before).body)["items"].get_array().value().size(), 4u);
  expect_problem(get("/api/v1/index-suggestions?limit=1"), {400, "bad-query", "", "limit"});
}

}  // namespace
}  // namespace luuvet::test
