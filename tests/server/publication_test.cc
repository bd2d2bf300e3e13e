// Publishing an indicator's results over sockets: the duty, what is recorded, how it is found and exported.
#include <algorithm>

#include "server/tables/table.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

const std::string kPath = "/api/v1/indicators/bcd26.i.1";
constexpr const char* kPublishes = "vp-ubnd-tinh";
constexpr const char* kDocument = R"("document":"lao-cai-bcd-2026")";

class Publications : public RunningServer {
 protected:
  HttpHeaders as(std::string_view role, std::string_view agency = kPublishes) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpReply sent(const std::string& name, const std::string& body, HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return post(kPath + "/" + name, body, headers);
  }
  // Quarterly from 2025 on, to be published within 15 days.
  void define() {
    const std::string body = std::string(R"({"valid_from":"2025-01-01",)") + kDocument +
                             R"(,"unit":"%","direction":"higher","counting":"at-date","tier":"unclear",)"
                             R"("frequency":"quarter","combine":"single","tracking_agencies":["so-khcn"],)"
                             R"("publication":{"agency":"vp-ubnd-tinh","within_days":15}})";
    const HttpReply reply = sent("define", body, as("standing-agency", kLead));
    ASSERT_EQ(reply.status, 200) << reply.body;
  }
  void record(const std::string& day, const std::string& more = "") {
    const std::string body = R"({"period":"2025-q4","published_on":")" + day + "\"," + kDocument + more + "}";
    const HttpReply reply = sent("record-publication", body, as("officer"));
    ASSERT_EQ(reply.status, 200) << reply.body;
  }
  Json series(const HttpHeaders& headers = {}) {
    return Json(get(kPath + "/series?status_date=2026-01-20", headers).body);
  }
};

TEST_F(Publications, W258AnIndicatorSaysHowItsPublicationStands) {
  EXPECT_TRUE(Json(get(kPath).body)["publication"].is_null());
  define();
  const Json owed(get(kPath + "?status_date=2026-01-10").body);
  EXPECT_EQ(owed["definition"]["publication"]["within_days"].get_int64().value(), 15);
  EXPECT_EQ(owed["publication"]["period"].get_string().value(), "2025-q4");
  EXPECT_EQ(owed["publication"]["state"].get_string().value(), "waiting");
  EXPECT_EQ(owed["publication"]["due"].get_string().value(), "2026-01-15");
  EXPECT_EQ(owed["publication"]["overdue"].get_int64().value(), 3);
  record("2026-01-12", R"(,"address":"https://laocai.gov.vn/quy-4","value":72.5)");
  const Json done(get(kPath + "?status_date=2026-01-20").body);
  EXPECT_EQ(done["publication"]["state"].get_string().value(), "published");
  const Json all = series();
  EXPECT_EQ(all["publications"].get_array().value().size(), 4u);
  EXPECT_EQ(all["publications"].at(0)["record"]["address"].get_string().value(), "https://laocai.gov.vn/quy-4");
  EXPECT_TRUE(all["publications"].at(0)["without_figure"].get_bool().value());
  EXPECT_EQ(all["publications"].at(0)["publishers"].at(0).get_string().value(), kPublishes);
}

TEST_F(Publications, W258WhatIsReplacedOrTakenBackStaysAndItsReasonsAreProtected) {
  define();
  record("2026-01-12");
  record("2026-01-18", R"(,"reason":"Đính chính nội bộ")");
  const HttpReply back =
      sent("take-back-publication", R"({"period":"2025-q4","reason":"Nhầm kỳ nội bộ"})", as("officer"));
  ASSERT_EQ(back.status, 200) << back.body;
  const Json read = series(as("officer"));
  EXPECT_EQ(read["publication_records"].get_array().value().size(), 2u);
  EXPECT_EQ(read["publication_records"].at(1)["reason"].get_string().value(), "Đính chính nội bộ");
  EXPECT_EQ(read["publication_records"].at(1)["taken_back"]["reason"].get_string().value(), "Nhầm kỳ nội bộ");
  EXPECT_FALSE(read["publication_records"].at(1)["standing"].get_bool().value());
  EXPECT_EQ(read["publications"].at(0)["state"].get_string().value(), "overdue");
  const std::string elsewhere = get(kPath + "/series?status_date=2026-01-20", as("officer", "ubnd-xa-bat-xat")).body;
  EXPECT_EQ(elsewhere.find("nội bộ"), std::string::npos);
  EXPECT_TRUE(Json(elsewhere)["publication_records"].at(1)["reason"].is_null());
  const std::string history = get(kPath + "/history", as("officer", "ubnd-xa-bat-xat")).body;
  EXPECT_EQ(history.find("nội bộ"), std::string::npos);
  EXPECT_NE(history.find("published_on 2025-q4"), std::string::npos);
}

TEST_F(Publications, W258RefusalsSayWhy) {
  define();
  const std::string body = std::string(R"({"period":"2025-q4","published_on":"2026-01-12",)") + kDocument + "}";
  expect_problem(sent("record-publication", body, as("officer", "so-noi-vu")), {403, "forbidden", "", "", "", "X34"});
  const std::string early = std::string(R"({"period":"2025-q4","published_on":"2025-12-31",)") + kDocument + "}";
  expect_problem(sent("record-publication", early, as("officer")), {422, "rule", "/published_on", "", "", "X35"});
  const std::string address =
      std::string(R"({"period":"2025-q4","published_on":"2026-01-12","address":"ftp://x",)") + kDocument + "}";
  expect_problem(sent("record-publication", address, as("officer")), {400, "bad-request", "/address"});
  expect_problem(sent("take-back-publication", R"({"period":"2025-q4","reason":"x"})", as("officer")),
                 {422, "rule", "", "", "", "X37"});
}

TEST_F(Publications, W259IndicatorsAreFoundByTheirPublication) {
  define();
  const auto total = [this](const std::string& query) {
    return number_of(get("/api/v1/indicators?status_date=2026-01-10&" + query).body, "total");
  };
  EXPECT_EQ(total("publication=overdue"), 1u);
  EXPECT_EQ(total("publication=overdue&publication=waiting&publisher=vp-ubnd-tinh"), 1u);
  EXPECT_EQ(total("publication=published&publication=published-late"), 0u);
  EXPECT_EQ(total("publisher=so-khcn"), 0u);
  expect_problem(get("/api/v1/indicators?publication=none"), {400, "bad-query", "", "publication"});
  expect_problem(get("/api/v1/budget-lines?publication=overdue"), {400, "bad-query", "", "publication"});
}

TEST_F(Publications, W258TheSheetSaysHowItStands) {
  define();
  const HttpReply reply = get("/api/v1/indicators.xlsx?status_date=2026-01-20&publication=overdue");
  ASSERT_EQ(reply.status, 200) << reply.body;
  auto read = server::read_tables(reply.body);
  ASSERT_TRUE(std::holds_alternative<server::TablesRead>(read));
  const server::Table table = std::get<server::TablesRead>(std::move(read)).tables.at(0);
  constexpr std::size_t kHeads = 4;
  const auto& heads = table.rows.at(kHeads - 1);
  const auto at = std::ranges::find(heads, "Công bố kết quả kỳ gần nhất", &server::TableCell::text) - heads.begin();
  ASSERT_EQ(table.rows.size(), kHeads + 1);
  EXPECT_EQ(table.rows[kHeads].at(static_cast<std::size_t>(at)).text, "Quá hạn công bố");
  EXPECT_EQ(table.rows[kHeads].at(static_cast<std::size_t>(at) + 1).number, 4.0);
}

TEST_F(Publications, W196TheDocumentsPageHasTheAct) {
  define();
  record("2026-01-12");
  const std::string acts = get("/api/v1/documents/lao-cai-bcd-2026/acts?limit=1000").body;
  EXPECT_NE(acts.find("vn.luuvet.indicator.publication-recorded.v1"), std::string::npos) << acts.substr(0, 500);
}

}  // namespace
}  // namespace luuvet::test
