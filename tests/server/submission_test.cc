// Indicators over sockets: defined, entered, approved, verified, restated; the grid, the queue.
#include "tests/server/submissions_server.h"

namespace luuvet::test {
namespace {

TEST_F(Submissions, W240AnIndicatorIsAssessed) {
  const Json before(get(kIndicatorPath).body);
  EXPECT_TRUE(before["latest"].is_null());
  EXPECT_EQ(before["definition"]["version"].get_int64().value(), 0);
  EXPECT_EQ(before["completeness"]["due"].get_int64().value(), 1);
  EXPECT_EQ(assessment(), "no-data");
  approve();
  EXPECT_NE(assessment(), "no-data");
  command(std::string(kIndicatorPath) + "/enter-baseline", R"({"year":2025,"value":37.6})", as("standing-agency"));
  const Json after(get(kIndicatorPath).body);
  EXPECT_EQ(after["latest"]["value"].get_double().value(), 60.0);
  EXPECT_EQ(after["completeness"]["approved"].get_int64().value(), 1);
  EXPECT_EQ(after["targets"].at(0)["value"].get_int64().value(), 70);
}

TEST_F(Submissions, W300AFigureSaysWhoseItIsAndItsStage) {
  const auto latest = [this] { return simdjson::minify(Json(get(kIndicatorPath).body)["latest"].value()); };
  approve();
  const Json first(latest());
  EXPECT_EQ(first["speaker"].get_string().value(), "so-khcn");
  EXPECT_EQ(first["stage"].get_string().value(), "approved");
  EXPECT_EQ(first["unit"].get_string().value(), "%");
  verify();
  EXPECT_EQ(text_of(latest(), "stage"), "verified");
  on_figure("restate", R"({"kind":"actual","value":62,"reason":"Sót một thôn"})", as("head"));
  EXPECT_TRUE(Json(latest())["restatement_waiting"].get_bool().value());
  const Json row(get(kIndicatorPath).body);
  const auto inputs = row["assessment"]["inputs"];
  EXPECT_TRUE(inputs["restatement_waiting"].get_bool().value());
  EXPECT_EQ(inputs["speaker"].get_string().value(), "so-khcn");
  EXPECT_TRUE(inputs["coverage"].is_null());  // nothing is added up
}

TEST_F(Submissions, W300ASumSaysHowManyAreInIt) {
  command(std::string(kIndicatorPath) + "/define",
          R"({"valid_from":"2026-01-01","document":"lao-cai-bcd-2026","unit":"Trường","direction":"higher",)"
          R"("counting":"at-date","tier":"required","frequency":"year","combine":"sum",)"
          R"("tracking_agencies":["so-khcn"],"submitters":["so-khcn","so-tu-phap"]})",
          as("standing-agency"));
  on_figure("enter", R"({"kind":"actual","value":99})", as("head"));
  const Json row(get(kIndicatorPath).body);
  EXPECT_EQ(row["assessment"]["result"].get_string().value(), "incomplete");
  const auto coverage = row["assessment"]["inputs"]["coverage"];
  EXPECT_EQ(coverage["due"].get_int64().value(), 2);
  EXPECT_EQ(coverage["reported"].get_int64().value(), 1);
  EXPECT_EQ(coverage["needed_percent"].get_int64().value(), 100);
  EXPECT_TRUE(row["latest"]["speaker"].is_null());
}

TEST_F(Submissions, W301WhyThereIsNoneIsReadByThoseConcerned) {
  on_figure("enter", R"({"kind":"actual","missing":true,"reason":"Chưa có kết quả điều tra"})", as("head"));
  const auto stated = [this](const HttpHeaders& who) {
    return simdjson::minify(Json(get(kIndicatorPath, who).body)["assessment"]["inputs"]["stated_missing"].value());
  };
  EXPECT_EQ(text_of(stated(as("officer")), "reason"), "Chưa có kết quả điều tra");
  const Json elsewhere(stated(as("officer", "ubnd-xa-bat-xat")));
  EXPECT_EQ(elsewhere["period"].get_string().value(), "2026");
  EXPECT_TRUE(elsewhere["reason"].is_null());
}

TEST_F(Submissions, W241ASeriesHasAllThatAChartShows) {
  command(std::string(kIndicatorPath) + "/set-targets",
          R"({"targets":[{"year":2026,"text":"≥ 55","comparator":">=","value":55}],"valid_from":"2026-01-01",)"
          R"("document":"lao-cai-bcd-2026","reason":"Điều chỉnh"})",
          as("standing-agency"));
  command(std::string(kIndicatorPath) + "/mark-break", R"({"from":2035,"text":"6G"})", as("standing-agency"));
  approve();
  verify();
  on_figure("restate", R"({"kind":"actual","value":62,"reason":"Sót một thôn"})", as("head"));
  const Json series(get(std::string(kIndicatorPath) + "/series").body);
  EXPECT_EQ(series["target_sets"].get_array().value().size(), 2u);
  EXPECT_EQ(series["targets"].at(0)["value"].get_int64().value(), 55);
  EXPECT_EQ(series["breaks"].at(0)["from"].get_int64().value(), 2035);
  EXPECT_EQ(series["points"].get_array().value().size(), 2u);  // of the whole and of the agency
  EXPECT_EQ(series["restatements"].at(0)["difference"].get_int64().value(), 2);
  EXPECT_EQ(series["assessment"]["result"].get_string().value(), "achieved");
  expect_problem(get("/api/v1/indicators/none/series"), {404, "not-found"});
  expect_problem(get(std::string(kIndicatorPath) + "/series?kind=actual"), {400, "bad-query", "", "kind"});
}

TEST_F(Submissions, W242ListsAreFiltered) {
  approve();
  EXPECT_EQ(total("/api/v1/submissions?indicator=bcd26.i.1&period=2026&kind=actual&state=approved"), 1u);
  EXPECT_EQ(total("/api/v1/submissions?programme=lao-cai-bcd-2026&agency=so-khcn"), 1u);
  EXPECT_EQ(total("/api/v1/submissions?state=draft"), 0u);
  const Json counts(get("/api/v1/submissions?state=draft").body);
  EXPECT_EQ(counts["counts"]["approved"].get_int64().value(), 1);
  expect_problem(get("/api/v1/submissions?period=2026-13"), {400, "bad-query", "", "period"});
  expect_problem(get("/api/v1/submissions?state=none"), {400, "bad-query", "", "state"});
}

TEST_F(Submissions, W243DraftsAreWithheld) {
  expect_problem(get(kSubmissionPath), {404, "not-found"});
  on_figure("enter", R"({"kind":"actual","value":60,"source":"Báo cáo nội bộ"})", as("officer"));
  EXPECT_NE(get(kSubmissionPath, as("officer")).body.find("Báo cáo nội bộ"), std::string::npos);
  const std::string elsewhere = get(kSubmissionPath, as("officer", "ubnd-xa-bat-xat")).body;
  const Json other(elsewhere);
  EXPECT_TRUE(other["withheld"].get_bool().value());
  EXPECT_EQ(other["figures"].get_array().value().size(), 0u);
  EXPECT_EQ(elsewhere.find("Báo cáo nội bộ"), std::string::npos);
  EXPECT_NE(get(std::string(kSubmissionPath) + "/history").body.find(R"("field":"actual")"), std::string::npos);
}

TEST_F(Submissions, W253TheListHasATrend) {
  EXPECT_EQ(Json(get(kIndicatorPath).body)["trend"].get_array().value().size(), 0u);
  approve();
  const Json after(get(kIndicatorPath).body);
  EXPECT_EQ(after["trend"].at(0)["value"].get_int64().value(), 60);
  EXPECT_EQ(after["trend"].at(0)["period"].get_string().value(), "2026");
}

TEST_F(Submissions, W254ASubmissionThatIsNotThereSaysWhy) {
  const auto why = [this](const std::string& id) {
    const HttpReply reply = get("/api/v1/submissions/" + id, {{"Accept-Language", "en"}});
    EXPECT_EQ(reply.status, 404);
    return text_of(reply.body, "detail");
  };
  EXPECT_EQ(why("bcd26.i.1.so-khcn.2026"), "The agency has entered nothing of this indicator for the period.");
  EXPECT_NE(why("bcd26.i.1.so-noi-vu.2026").find("does not submit for this indicator; these do: "), std::string::npos);
  EXPECT_EQ(why("none.so-khcn.2026"), "There is no indicator none.");
}

TEST_F(Submissions, W244AFigureRestsOnItsOwnKind) {
  const std::string path = std::string(kSubmissionPath) + "/enter";
  const HttpReply first = post(path, R"({"kind":"actual","value":60})", as("officer"));
  ASSERT_EQ(first.status, 200) << first.body;
  const HttpHeaders seen = based(as("officer"));
  expect_problem(post(path, R"({"kind":"actual","value":61})", as("officer")), {428, "precondition-required"});
  ASSERT_EQ(post(path, R"({"kind":"actual","value":61})", seen).status, 200);
  const HttpReply stale = post(path, R"({"kind":"actual","value":62})", seen);
  expect_problem(stale, {412, "stale"});
  EXPECT_EQ(Json(stale.body)["fields"].at(0).get_string().value(), "actual");
  EXPECT_EQ(post(path, R"({"kind":"estimate","value":75})", seen).status, 200);
  expect_problem(post(path, R"({"kind":"actual","value":1,"numerator":1})", seen), {400, "bad-request", "/value"});
  expect_problem(post("/api/v1/submissions/none.so-khcn.2026/enter", R"({"kind":"actual","value":1})", seen),
                 {404, "not-found"});
}

TEST_F(Submissions, W245AnActIsTriedItemByItem) {
  const std::string items = R"({"items":[{"subject":"submission/bcd26.i.1.so-khcn.2026","kind":"actual","value":60},)"
                            R"({"subject":"submission/bcd26.i.2.so-khcn.2026","kind":"actual","missing":true},)"
                            R"({"subject":"submission/bcd26.i.3.so-khcn.2026","kind":"actual","value":101}]})";
  const Sequence before = head();
  const Json dry(post("/api/v1/acts/enter-submissions?dry_run=true", items, as("officer")).body);
  EXPECT_EQ(dry["accepted"].get_int64().value(), 2);
  EXPECT_EQ(dry["refused"].get_int64().value(), 1);
  EXPECT_EQ(dry["items"].at(1)["rule"].get_string().value(), "X08");
  EXPECT_EQ(dry["items"].at(1)["errors"].at(0)["pointer"].get_string().value(), "/reason");
  EXPECT_EQ(dry["items"].at(2)["findings"].at(0)["kind"].get_string().value(), "range");
  EXPECT_EQ(head(), before);
  expect_problem(post("/api/v1/acts/enter-submissions", items, as("officer")), {422, "rule", "", "", "", "X08"});
  EXPECT_EQ(head(), before);
  const HttpReply done = post("/api/v1/acts/enter-submissions",
                              R"({"items":[{"subject":"submission/bcd26.i.1.so-khcn.2026","kind":"actual","value":60},)"
                              R"({"subject":"submission/bcd26.i.2.so-khcn.2026","kind":"actual","value":90}]})",
                              as("officer"));
  ASSERT_EQ(done.status, 200) << done.body;
  EXPECT_EQ(number_of(done.body, "size"), 2u);
  const std::string seen = std::to_string(head());
  const std::string both = R"({"items":[{"subject":"submission/bcd26.i.1.so-khcn.2026","kind":"actual","based_on":)" +
                           seen + R"(},{"subject":"submission/bcd26.i.2.so-khcn.2026","kind":"actual","based_on":)" +
                           seen + "}]}";
  EXPECT_EQ(post("/api/v1/acts/submit-submissions", both, as("officer")).status, 200);
  EXPECT_EQ(
      Json(post("/api/v1/acts/approve-submissions?dry_run=true", both, as("head")).body)["refused"].get_int64().value(),
      2);  // they were submitted since
}

TEST_F(Submissions, W255BaselinesAreTriedItemByItem) {
  const auto item = [this](std::string_view id, std::string_view more) {
    const std::string seen = std::to_string(number_of(get("/api/v1/indicators/" + std::string(id)).body, "sequence"));
    return R"({"subject":"indicator/)" + std::string(id) + R"(","based_on":)" + seen + "," + std::string(more) + "}";
  };
  const std::string path = "/api/v1/acts/enter-baselines";
  const std::string good = item("bcd26.i.1", R"("year":2025,"value":37.6)");
  const std::string both = R"({"items":[)" + good + "," + item("bcd26.i.2", R"("year":2099,"value":1)") + "]}";
  const Sequence before = head();
  const Json dry(post(path + "?dry_run=true", both, as("standing-agency")).body);
  EXPECT_EQ(dry["accepted"].get_int64().value(), 1);
  EXPECT_EQ(dry["items"].at(1)["outcome"].get_string().value(), "refused");
  EXPECT_EQ(dry["items"].at(1)["errors"].at(0)["pointer"].get_string().value(), "/year");
  expect_problem(post(path, both, as("standing-agency")), {400, "bad-request", "/items/1/year"});
  expect_problem(post(path, R"({"items":[)" + good + "]}", as("officer")), {403, "forbidden", "", "", "", "P01"});
  EXPECT_EQ(head(), before);
  ASSERT_EQ(post(path, R"({"items":[)" + good + "]}", as("standing-agency")).status, 200);
  const std::string again = R"({"items":[)" + item("bcd26.i.1", R"("year":2025,"value":37.6)") + "]}";
  EXPECT_EQ(Json(post(path + "?dry_run=true", again, as("standing-agency")).body)["unchanged"].get_int64().value(), 1);
}

TEST_F(Submissions, W256AnIndicatorSaysItsBaselines) {
  EXPECT_EQ(Json(get(kIndicatorPath).body)["baselines"].get_array().value().size(), 0u);
  for (const char* body : {R"({"year":2025,"value":37.6})", R"({"year":2024,"value":30})"})
    command(std::string(kIndicatorPath) + "/enter-baseline", body, as("standing-agency"));
  const Json row(get(kIndicatorPath).body);
  EXPECT_EQ(row["baselines"].get_array().value().size(), 1u);
  EXPECT_EQ(row["baselines"].at(0)["year"].get_int64().value(), 2025);
}

TEST_F(Submissions, W292ABaselineSaysWhatIsQuestioned) {
  const std::string seen = std::to_string(number_of(get(kIndicatorPath).body, "sequence"));
  const auto act = [&](std::string_view value) {
    return R"({"items":[{"subject":"indicator/bcd26.i.1","based_on":)" + seen + R"(,"year":2025,"value":)" +
           std::string(value) + "}]}";
  };
  const std::string path = "/api/v1/acts/enter-baselines";
  const Json dry(post(path + "?dry_run=true", act("137.6"), as("standing-agency")).body);
  EXPECT_EQ(dry["accepted"].get_int64().value(), 1);
  EXPECT_EQ(dry["items"].at(0)["findings"].at(0)["kind"].get_string().value(), "range");
  expect_problem(post(path, act("1.23456"), as("standing-agency")), {400, "bad-request", "/items/0/value"});
  ASSERT_EQ(post(path, act("137.6"), as("standing-agency")).status, 200);
  const Json row(get(kIndicatorPath).body);
  EXPECT_EQ(row["baselines"].at(0)["findings"].at(0)["importance"].get_string().value(), "warning");
  const Json series(get(std::string(kIndicatorPath) + "/series").body);
  EXPECT_EQ(series["baselines"].at(0)["findings"].get_array().value().size(), 1u);
  command(std::string(kIndicatorPath) + "/set-checks",
          R"({"checks":[{"kind":"range","importance":"error","low":0,"high":100}]})", as("standing-agency"));
  expect_problem(post(std::string(kIndicatorPath) + "/enter-baseline", R"({"year":2024,"value":101})",
                      based(as("standing-agency"))),
                 {422, "rule", "", "", "", "X41"});
}

TEST_F(Submissions, W257AFigureSaysThatItIsRound) {
  approve();  // 60
  const Json row(get(kSubmissionPath).body);
  EXPECT_TRUE(row["figures"].at(0)["round"].get_bool().value());
  EXPECT_FALSE(row["figures"].at(0)["copied"].get_bool().value());
}

TEST_F(Submissions, W246TheGridHasWhatAnAgencyEnters) {
  approve();
  const Json grid(get(std::string("/api/v1/submission-grid") + kGridOf, as("officer")).body);
  ASSERT_GT(grid["rows"].get_array().value().size(), 50u);
  bool found = false;
  for (const auto row : grid["rows"].get_array())
    if (row["indicator"].get_string().value() == "bcd26.i.1") {
      found = true;
      EXPECT_EQ(row["figures"].at(0)["stage"].get_string().value(), "approved");
      EXPECT_EQ(row["target"]["year"].get_int64().value(), 2026);
    }
  EXPECT_TRUE(found);
  EXPECT_EQ(Json(get("/api/v1/submission-grid?agency=so-khcn&period=2026-q1").body)["rows"].get_array().value().size(),
            0u);
  expect_problem(get("/api/v1/submission-grid?agency=so-khcn"), {400, "bad-query", "", "period"});
  expect_problem(get("/api/v1/submission-grid?agency=none&period=2026"), {400, "bad-query", "", "agency"});
}

TEST_F(Submissions, W308WhatIsQuestionedIsSaidBeforeItIsSent) {
  const std::string path = std::string(kSubmissionPath) + "/enter";
  ASSERT_EQ(post(path, R"({"kind":"actual","value":101})", as("officer")).status, 200);
  const std::string item = R"({"items":[{"subject":"submission/bcd26.i.1.so-khcn.2026","kind":"actual","based_on":)" +
                           std::to_string(head());
  const Json dry(post("/api/v1/acts/submit-submissions?dry_run=true", item + "}]}", as("officer")).body);
  EXPECT_EQ(dry["items"].at(0)["rule"].get_string().value(), "X08");
  EXPECT_EQ(dry["items"].at(0)["errors"].at(0)["pointer"].get_string().value(), "/kind");
  EXPECT_EQ(dry["items"].at(0)["findings"].at(0)["kind"].get_string().value(), "range");
  const HttpReply refused = post("/api/v1/acts/submit-submissions", item + "}]}", as("officer"));
  expect_problem(refused, {422, "rule", "/items/0/kind", "", "", "X08"});
  EXPECT_NE(text_of(refused.body, "detail").find("Mở rộng phủ sóng 5G"), std::string::npos);
  const std::string explained = item + R"(,"value":101,"comment":"Tính cả vùng giáp ranh","submit":true}]})";
  EXPECT_EQ(post("/api/v1/acts/enter-submissions", explained, as("officer")).status, 200);
  on_figure("approve", R"({"kind":"actual"})", as("head"));
}

TEST_F(Submissions, W309ACorrectionMaySayThatItIsMissing) {
  approve();
  verify();
  on_figure("restate", R"({"kind":"actual","missing":true,"reason":"Điều tra lại"})", as("head"));
  const Json row(get(kSubmissionPath, as("officer")).body);
  const auto figure = row["figures"].at(0);
  EXPECT_TRUE(figure["missing"].get_bool().value());
  EXPECT_TRUE(figure["restatements"].at(0)["missing"].get_bool().value());
  EXPECT_FALSE(figure["restatements"].at(0)["missing_before"].get_bool().value());
  EXPECT_TRUE(figure["restatements"].at(0)["difference"].is_null());
}

TEST_F(Submissions, W248CompletenessAddsUp) {
  approve();
  const Json found(get("/api/v1/submission-completeness?period=2026&programme=lao-cai-bcd-2026").body);
  std::int64_t due = 0, approved = 0;
  for (const auto row : found["items"].get_array()) {
    due += row["due"].get_int64().value();
    approved += row["approved"].get_int64().value();
  }
  EXPECT_EQ(due, found["totals"]["due"].get_int64().value());
  EXPECT_EQ(approved, 1);
  expect_problem(get("/api/v1/submission-completeness"), {400, "bad-query", "", "period"});
}

TEST_F(Submissions, W310ANumberOfTheCompletenessOpensItsRows) {
  approve();  // 60
  const Json grid(get(std::string("/api/v1/submission-grid") + kGridOf, as("officer")).body);
  std::int64_t due = 0, entered = 0;
  for (const auto row : grid["rows"].get_array())
    for (const auto count : row["counted_in"].get_array()) {
      due += count.get_string().value() == "due";
      entered += count.get_string().value() == "entered";
    }
  const Json found(get("/api/v1/submission-completeness?period=2026").body);
  for (const auto row : found["items"].get_array())
    if (row["agency"].get_string().value() == "so-khcn") {
      EXPECT_EQ(row["due"].get_int64().value(), due);
      EXPECT_EQ(row["entered"].get_int64().value(), entered);
    }
  EXPECT_EQ(entered, 1);
}

TEST_F(Submissions, W311AFigureSaysHowItIsMeasured) {
  approve();
  const Json row(get(kSubmissionPath).body);
  EXPECT_EQ(row["unit"].get_string().value(), "%");
  EXPECT_EQ(row["direction"].get_string().value(), "higher");
  EXPECT_EQ(row["combine"].get_string().value(),
            Json(get(kIndicatorPath).body)["definition"]["combine"].get_string().value());
}

TEST_F(Submissions, W312TheQueueIsFiltered) {
  approve();
  const std::string queue = "/api/v1/submission-queue?agency=thong-ke-tinh";
  EXPECT_EQ(total(queue + "&submitter=so-khcn&indicator=bcd26.i.1&period=2026&warned=false"), 1u);
  EXPECT_EQ(total(queue + "&submitter=so-noi-vu"), 0u);
  EXPECT_EQ(total(queue + "&indicator=bcd26.i.2"), 0u);
  EXPECT_EQ(total(queue + "&warned=true"), 0u);
  expect_problem(get(queue + "&warned=x"), {400, "bad-query", "", "warned"});
}

TEST_F(Submissions, W313IndicatorsAreFoundByTheirTier) {
  const std::string of_plan = "/api/v1/indicators?programme=lao-cai-bcd-2026&limit=1";
  const std::uint64_t unclear = total(of_plan + "&heading=false");
  EXPECT_EQ(total(of_plan + "&tier=unclear"), unclear);
  EXPECT_EQ(total(of_plan + "&tier=required"), 0u);
  command(
      std::string(kIndicatorPath) + "/define",
      R"({"valid_from":"2026-01-01","document":"lao-cai-bcd-2026","unit":"%","direction":"higher","counting":"at-date",)"
      R"("tier":"required","frequency":"year","combine":"single"})",
      as("statistics", "thong-ke-tinh"));
  EXPECT_EQ(total(of_plan + "&tier=required"), 1u);
  EXPECT_EQ(total(of_plan + "&tier=required&status_date=2025-12-31"), 0u);
  expect_problem(get(of_plan + "&tier=none"), {400, "bad-query", "", "tier"});
}

TEST_F(Submissions, W314ManyAreReturnedWithAReason) {
  approve();
  const auto body = [&](const std::string& reason) {
    return R"({"items":[{"subject":"submission/bcd26.i.1.so-khcn.2026","based_on":)" + std::to_string(head()) +
           R"(,"kind":"actual","reason":")" + reason + R"("}]})";
  };
  const std::string act = "/api/v1/acts/return-submissions";
  const auto statistics = as("statistics", "thong-ke-tinh");
  const Json tried(post(act + "?dry_run=true", body("Chưa khớp niên giám"), statistics).body);
  EXPECT_EQ(tried["accepted"].get_int64().value(), 1);
  EXPECT_EQ(post(act, body(""), statistics).status, 400);
  EXPECT_EQ(post(act, body("Chưa khớp niên giám"), as("head")).status, 403);
  ASSERT_EQ(post(act, body("Chưa khớp niên giám"), statistics).status, 200);
  const Json row(get(kSubmissionPath, as("officer")).body);
  EXPECT_EQ(row["figures"].at(0)["return_reason"].get_string().value(), "Chưa khớp niên giám");
  on_figure("submit", R"({"kind":"actual"})", as("officer"));
  EXPECT_EQ(post("/api/v1/acts/return-submission-drafts", body("Thiếu nguồn"), as("head")).status, 200);
}

TEST_F(Submissions, W249TheQueueIsThatOfWhoVerifies) {
  approve();
  EXPECT_EQ(total("/api/v1/submission-queue?agency=thong-ke-tinh"), 1u);
  EXPECT_EQ(total("/api/v1/submission-queue?agency=so-khcn"), 0u);  // its own
  verify();
  EXPECT_EQ(total("/api/v1/submission-queue?agency=thong-ke-tinh"), 0u);
  expect_problem(get("/api/v1/submission-queue"), {400, "bad-query", "", "agency"});
}

TEST_F(Submissions, W250CorrectionsChangeNoEarlierReading) {
  approve();
  verify();
  const std::string then = std::to_string(head());
  const std::string series = std::string(kIndicatorPath) + "/series?as_of=" + then;
  const std::string before = get(series).body;
  on_figure("restate", R"({"kind":"actual","value":62,"reason":"Sót một thôn"})", as("head"));
  EXPECT_EQ(get(series).body, before);
  EXPECT_NE(get(std::string(kIndicatorPath) + "/series").body, before);
}

}  // namespace
}  // namespace luuvet::test
