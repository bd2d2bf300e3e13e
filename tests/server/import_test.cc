// Plans from files, over sockets: staged, mapped, compared, taken as one act.
#include <fstream>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kImports = "/api/v1/imports";
constexpr const char* kPlan = "lao-cai-de-an-11";

std::string file(const std::string& name) {
  std::ifstream stream(std::string(TABLE_FILES) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class PlanFiles : public RunningServer {
 protected:
  HttpHeaders standing(std::string_view agency = kLead) {
    return {{"Authorization", bearer_of(port(), agency, "standing-agency")},
            {"Luuvet-Acting-For", std::string(agency)}};
  }
  // The id of a file that was taken in.
  std::string staged(const std::string& bytes, const std::string& name = "ke-hoach.docx") {
    const HttpReply reply = post(std::string(kImports) + "?name=" + name, bytes, standing());
    EXPECT_EQ(reply.status, 201) << reply.body;
    return text_of(reply.body, "id");
  }
  HttpReply set(const std::string& id, const std::string& settings) {
    return post(std::string(kImports) + "/" + id + "/set", settings, standing());
  }
  HttpReply of_plan(const std::string& id, const std::string& rows = "[]") {
    return set(id, std::string(R"({"programme":")") + kPlan + R"(","rows":)" + rows + "}");
  }
  HttpReply take(const std::string& id, Sequence seen, bool dry_run = false, const HttpHeaders& more = {}) {
    HttpHeaders headers = standing();
    headers.insert(headers.end(), more.begin(), more.end());
    return post(std::string(kImports) + "/" + id + "/commit" + (dry_run ? "?dry_run=true" : ""),
                std::string(R"({"document":")") + kPlan + R"(","based_on":)" + std::to_string(seen) + "}", headers);
  }
  static std::uint64_t count(const HttpReply& reply, std::string_view kind) {
    const Json json(reply.body);
    return json["counts"][kind].get_uint64().value();
  }
  HttpReply amended(const std::string& title) {
    HttpHeaders headers = standing();
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return post(std::string(kTaskPath) + "/amend",
                R"({"set":{"title":)" + json_string(title) + R"(},"document":"lao-cai-de-an-11"})", headers);
  }
  std::string title() { return text_of(get(kTaskPath).body, "title"); }
};

TEST_F(PlanFiles, W237ThePapersOwnTableBringsNothingNew) {
  for (const char* name : {"de-an-11-writer.docx", "de-an-11-python-docx.docx"}) {
    const std::string id = staged(file(name));
    const HttpReply compared = of_plan(id);
    ASSERT_EQ(compared.status, 200) << compared.body.substr(0, 400);
    EXPECT_EQ(count(compared, "untouched"), 200U) << "a row that a page broke is whole again";
    for (const char* kind : {"new", "changed", "dispute", "gone", "doubtful"}) EXPECT_EQ(count(compared, kind), 0U);
    expect_problem(take(id, head(), true), {.status = 422, .type = "rule", .rule = "N05"});
  }
}

// Read out of nothing but the words of the cells, the 200 rows are those that people read out of the paper.
TEST_F(PlanFiles, W237AgenciesAndDeadlinesAreReadAsThePaperMeansThem) {
  const std::string id = staged(file("de-an-11-writer.docx"));
  const HttpReply read =
      set(id, R"({"add":{"id":"da11-moi","title":"Đọc lại","short_title":"Đọc lại","year_from":2026,)"
              R"("year_to":2030,"document":"lao-cai-de-an-11"},"rows":[]})");
  const HttpReply known = get(std::string("/api/v1/tasks?limit=1000&programme=") + kPlan);
  const auto meanings = [](const Json& json, std::string_view list) {
    std::vector<std::string> rows;
    for (const auto row : json[list].get_array())
      rows.push_back(simdjson::minify(row["lead_agencies"].value()) +
                     simdjson::minify(row["coordinating_agencies"].value()) +
                     simdjson::minify(row["deadline"].value()) + simdjson::minify(row["is_group"].value()));
    return rows;
  };
  EXPECT_EQ(meanings(Json(read.body), "rows"), meanings(Json(known.body), "items"));
}

// A statement of the treasury is no plan; people may say what its columns are all the same.
TEST_F(PlanFiles, W237ATableOfUnknownColumnsIsNamed) {
  const HttpReply taken =
      post(std::string(kImports) + "?name=luy-ke.xlsx", file("treasury-libxlsxwriter.xlsx"), standing());
  ASSERT_EQ(taken.status, 201) << taken.body;
  const Json first(taken.body);
  ASSERT_EQ(first["notes"].get_array().value().size(), 1U) << taken.body;
  EXPECT_EQ(first["notes"].at(0).get_string().value(),
            "Chưa nhận ra các cột của bảng Lũy kế; hãy chọn bảng là gì và mỗi cột là gì.");
  EXPECT_TRUE(first["tables"].at(0)["use"].is_null());
  const std::string id = text_of(taken.body, "id");
  const auto settled = [&](const std::string& tables) {
    return set(id, std::string(R"({"programme":")") + kPlan + R"(","tables":[)" + tables + R"(],"rows":[]})");
  };
  const Json nothing(settled("").body);
  EXPECT_EQ(nothing["notes"].get_array().value().size(), 1U);
  const HttpReply chosen = settled(
      R"({"table":0,"head_rows":2,"annex":"I","columns":[{"column":0,"field":"number"},{"column":2,"field":"title"}]})");
  ASSERT_EQ(chosen.status, 200) << chosen.body.substr(0, 400);
  EXPECT_EQ(Json(chosen.body)["notes"].get_array().value().size(), 0U);
  EXPECT_GE(count(chosen, "new"), 1U);
}

TEST_F(PlanFiles, W296WhatTheFileDoesNotHaveIsRefusedWithItsPlace) {
  const std::string id = staged(file("plan-openpyxl.xlsx"));
  const auto settled = [&](const std::string& tables) {
    return set(id, std::string(R"({"programme":")") + kPlan + R"(","tables":[)" + tables + R"(],"rows":[]})");
  };
  const auto table = [](const std::string& number, const std::string& head_rows, const std::string& columns) {
    return R"({"table":)" + number + R"(,"head_rows":)" + head_rows + R"(,"annex":"","columns":[)" + columns + "]}";
  };
  const std::string title = R"({"column":1,"field":"title"})";
  ASSERT_EQ(settled(table("0", "2", title)).status, 200);
  const std::string before = get(std::string(kImports) + "/" + id, standing()).body;
  const auto refused = [&](const std::string& tables, const std::string& pointer) {
    const HttpReply reply = settled(tables);
    expect_problem(reply, {400, "bad-request"});
    EXPECT_NE(reply.body.find(json_string(pointer)), std::string::npos) << reply.body;
  };
  refused(table("9", "2", title), "/tables/0/table");
  refused(table("-1", "2", title), "/tables/0/table");
  refused(table("0", "2", title) + "," + table("0", "2", title), "/tables/1/table");
  refused(table("0", "100001", title), "/tables/0/head_rows");
  refused(table("0", "-1", title), "/tables/0/head_rows");
  refused(table("0", "2", title + R"(,{"column":200,"field":"lead"})"), "/tables/0/columns/1/column");
  refused(table("0", "2", title + R"(,{"column":1,"field":"lead"})"), "/tables/0/columns/1/column");
  EXPECT_EQ(get(std::string(kImports) + "/" + id, standing()).body, before);
}

TEST_F(PlanFiles, W237WhatIsExportedComesBackWithoutADifference) {
  ASSERT_EQ(amended("Tên do người sửa").status, 200);
  const std::string sheet = get(std::string("/api/v1/programmes/") + kPlan + "/export.xlsx").body;
  const HttpReply compared = of_plan(staged(sheet, "xuat.xlsx"));
  EXPECT_EQ(count(compared, "untouched"), 333U) << "200 tasks, 52 indicators, 81 rows of money";
  for (const char* kind : {"new", "changed", "dispute", "gone"}) EXPECT_EQ(count(compared, kind), 0U) << kind;
}

// Out with the ids, in again once they are gone; what another task bears meanwhile is in dispute.
TEST_F(PlanFiles, N09IdsOfOtherSystemsComeBackFromASheet) {
  const auto named = [&](const std::string& task, const std::string& ids) {
    HttpHeaders headers = standing();
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    const HttpReply reply = post(task + "/set-external-ids", R"({"external_ids":[)" + ids + "]}", headers);
    ASSERT_EQ(reply.status, 200) << reply.body;
  };
  const std::string ids = R"({"system":"hscv","id":"NV-1"},{"system":"ioc","id":"7"})";
  named(kTaskPath, ids);
  const std::string sheet = get(std::string("/api/v1/programmes/") + kPlan + "/export.xlsx").body;
  const std::string id = staged(sheet, "xuat.xlsx");
  EXPECT_EQ(count(of_plan(id), "changed"), 0U);
  named(kTaskPath, "");
  const HttpReply compared = of_plan(id);
  EXPECT_EQ(count(compared, "changed"), 1U);
  const HttpReply taken = take(id, number_of(compared.body, "sequence"));
  ASSERT_EQ(taken.status, 200) << taken.body;
  EXPECT_NE(get(kTaskPath).body.find(R"("external_ids":[)" + ids + "]"), std::string::npos);
  named(kTaskPath, R"({"system":"hscv","id":"NV-9"})");
  EXPECT_EQ(count(of_plan(id), "dispute"), 1U) << "what was set since is not overwritten unasked";
}

TEST_F(PlanFiles, W237ThreeWaysPeoplesChangesThePapersAndThisFile) {
  const std::string before = title();
  ASSERT_EQ(amended("Tên do người sửa").status, 200);
  const std::string id = staged(file("de-an-11-writer.docx"));
  EXPECT_EQ(count(of_plan(id), "untouched"), 200U) << "the paper says what it said: people's change stands";
  // The file says a third thing of one row, another thing of a row that people left alone, and lacks a third.
  const std::string sheet = std::string(R"([{"key":"0.4","title":"Tên theo tệp mới"},)") +
                            R"({"key":"0.6","deadline":"Quý IV/2026"},{"key":"0.7","skip":true}])";
  const HttpReply compared = of_plan(id, sheet);
  EXPECT_EQ(count(compared, "dispute"), 1U) << compared.body.substr(0, 2000);
  EXPECT_EQ(count(compared, "changed"), 1U);
  EXPECT_EQ(count(compared, "gone"), 1U);
  EXPECT_NE(compared.body.find(R"("last":)" + json_string(before)), std::string::npos);
  const Sequence seen = number_of(compared.body, "sequence");
  const HttpReply dry = take(id, seen, true);
  ASSERT_EQ(dry.status, 200) << dry.body;
  EXPECT_EQ(head(), seen) << "a dry run writes nothing";
  const HttpReply taken = take(id, seen);
  ASSERT_EQ(taken.status, 200) << taken.body;
  EXPECT_EQ(title(), "Tên do người sửa") << "in dispute nothing is taken unless it is chosen";
  EXPECT_EQ(count(of_plan(id, sheet), "changed"), 0U);
  // Chosen, the file's words stand.
  const HttpReply chosen =
      of_plan(id, R"([{"key":"0.4","title":"Tên theo tệp khác nữa","do":"amend"},{"key":"0.7","skip":true}])");
  ASSERT_EQ(take(id, number_of(chosen.body, "sequence")).status, 200);
  EXPECT_EQ(title(), "Tên theo tệp khác nữa");
}

TEST_F(PlanFiles, W238WhatMovedSinceIsNotOverwritten) {
  const std::string id = staged(file("de-an-11-writer.docx"));
  const HttpReply compared = of_plan(id, R"([{"key":"0.4","title":"Tên theo tệp","do":"amend"}])");
  const Sequence seen = number_of(compared.body, "sequence");
  const HttpReply beyond = take(id, head() + 1, true);
  expect_problem(beyond, {400, "bad-request"});
  EXPECT_NE(beyond.body.find(R"("pointer":"/based_on")"), std::string::npos) << beyond.body;
  ASSERT_EQ(amended("Vừa được sửa").status, 200);
  expect_problem(take(id, seen), {.status = 412, .type = "stale"});
  EXPECT_EQ(title(), "Vừa được sửa");
}

TEST_F(PlanFiles, W238ANewProgrammeComesOutOfASpreadsheet) {
  const std::string id = staged(file("formulas-calc.xlsx"), "2027.xlsx");
  const std::string add = std::string(R"({"add":{"id":"kh-2027","title":"Kế hoạch 2027","short_title":"KH 2027",)") +
                          R"("year_from":2027,"year_to":2027,"document":"lao-cai-de-an-11"},"rows":)";
  const HttpReply compared = set(id, add + "[]}");
  EXPECT_EQ(count(compared, "new"), 4U) << compared.body.substr(0, 500);
  EXPECT_EQ(count(compared, "doubtful"), 1U);
  EXPECT_NE(compared.body.find("phong khong ton tai"), std::string::npos);
  const HttpReply fixed = set(id, add + R"([{"key":"0.4","coordinating_agencies":["so-tai-chinh"]}]})");
  EXPECT_EQ(count(fixed, "doubtful"), 0U);
  HttpHeaders once = {{"Idempotency-Key", "\"mot-lan\""}};
  const HttpReply taken = take(id, head(), false, once);
  ASSERT_EQ(taken.status, 200) << taken.body;
  EXPECT_EQ(take(id, number_of(taken.body, "last"), false, {}).status, 422) << "nothing is left to take";
  const HttpReply tasks = get("/api/v1/tasks?programme=kh-2027");
  EXPECT_EQ(number_of(tasks.body, "total"), 4U);
  EXPECT_NE(tasks.body.find(R"("due":"2027-12-15")"), std::string::npos);
  EXPECT_EQ(text_of(get("/api/v1/programmes/kh-2027").body, "standing_agency"), kLead);
}

TEST_F(PlanFiles, W238AnAnnexOfMoneyBecomesBudgetLinesOfANewProgramme) {
  const std::string id = staged(file("annex-iii-writer.docx"));
  const HttpReply read = set(id, R"({"add":{"id":"kp-2026","title":"Kinh phí","short_title":"KP","year_from":2026,)"
                                 R"("year_to":2030,"document":"lao-cai-de-an-11"},"rows":[]})");
  ASSERT_EQ(read.status, 200) << read.body.substr(0, 500);
  EXPECT_EQ(count(read, "new"), 81U);
  EXPECT_NE(read.body.find(R"("kind":"budget-lines","scale":1000000)"), std::string::npos);
  const HttpReply taken = take(id, number_of(read.body, "sequence"));
  ASSERT_EQ(taken.status, 200) << taken.body;
  const HttpReply lines = get("/api/v1/budget-lines?programme=kp-2026&limit=1000");
  EXPECT_EQ(number_of(lines.body, "total"), 81U);
  EXPECT_NE(lines.body.find(R"("total":2073000000000)"), std::string::npos);
  const HttpReply programme = get("/api/v1/programmes/kp-2026");
  EXPECT_NE(programme.body.find(R"("need_total":9615243000000)"), std::string::npos) << programme.body;
  EXPECT_NE(programme.body.find("Hạ tầng viễn thông và Internet"), std::string::npos) << "a section by its heading";
}

TEST_F(PlanFiles, W238AnIndicatorIsAmendedByItsAnnex) {
  const std::string id = staged(file("annex-i-calc.xlsx"), "phu-luc-i.xlsx");
  const HttpReply compared = of_plan(id);
  EXPECT_EQ(count(compared, "untouched"), 52U) << compared.body.substr(0, 600);
  const Json json(compared.body);
  const std::string key(json["rows"].get_array().at(0)["key"].get_string().value());
  const HttpReply fixed = of_plan(id, R"([{"key":")" + key + R"(","title":"Tỷ lệ phủ sóng 6G"}])");
  EXPECT_EQ(count(fixed, "changed"), 1U);
  const HttpReply taken = take(id, number_of(fixed.body, "sequence"));
  ASSERT_EQ(taken.status, 200) << taken.body;
  EXPECT_EQ(text_of(get("/api/v1/indicators/da11.i.i.1").body, "name"), "Tỷ lệ phủ sóng 6G");
  EXPECT_NE(get("/api/v1/indicators/da11.i.i.1/history").body.find("Tỷ lệ phủ sóng 5G"), std::string::npos);
}

TEST_F(PlanFiles, W239OnlyStandingAgenciesImportAndEachItsOwn) {
  const HttpHeaders head_of_office = {{"Authorization", bearer_of(port(), kLead, "head")},
                                      {"Luuvet-Acting-For", kLead}};
  expect_problem(post(kImports, file("plan-openpyxl.xlsx"), head_of_office), {403, "forbidden"});
  expect_problem(get(kImports, head_of_office), {403, "forbidden"});
  const std::string id = staged(file("plan-openpyxl.xlsx"));
  EXPECT_NE(get(kImports, standing()).body.find(id), std::string::npos);
  const HttpHeaders another = standing("vp-tinh-uy");
  expect_problem(get(std::string(kImports) + "/" + id, another), {404, "not-found"});
  expect_problem(get(std::string(kImports) + "/..%2f..", standing()), {404, "not-found"});
  const HttpAnswer dropped =
      ask({"DELETE",
           std::string(kImports) + "/" + id,
           {{"Authorization", bearer_of(port(), kLead, "standing-agency")}, {"Luuvet-Acting-For", kLead}}});
  EXPECT_EQ(dropped.status, 204) << dropped.body;
  expect_problem(get(std::string(kImports) + "/" + id, standing()), {404, "not-found"});
}

TEST_F(PlanFiles, W236AFileThatCannotBeReadIsAClearAnswerAndIsNotKept) {
  expect_problem(post(kImports, "TT;Nhi\xe6m v\xf8;Ch\xfc tr\xec", standing()), {400, "bad-request"});
  expect_problem(post(kImports, std::string(5'000'000, 'x'), standing()), {413, "too-large"});
  EXPECT_NE(get(kImports, standing()).body.find(R"("items":[])"), std::string::npos);
}

TEST_F(PlanFiles, W239AnAgencyHasTwentyFilesWaitingAtMost) {
  for (int i = 0; i < 20; ++i) staged(file("plan-openpyxl.xlsx"));
  expect_problem(post(kImports, file("plan-openpyxl.xlsx"), standing()), {413, "too-large"});
}

TEST_F(PlanFiles, W237ColumnsThatWereChosenAreRemembered) {
  const std::string id = staged(file("plan-openpyxl.xlsx"));
  const std::string use = R"("tables":[{"table":0,"head_rows":2,"annex":"","columns":[{"column":1,"field":"title"},)"
                          R"({"column":3,"field":"lead"},{"column":4,"field":"deadline"}]}])";
  const HttpReply compared = set(id, std::string(R"({"programme":")") + kPlan + R"(","rows":[],)" + use + "}");
  ASSERT_EQ(compared.status, 200) << compared.body;
  restart();
  const HttpReply again = of_plan(staged(file("plan-openpyxl.xlsx")));
  EXPECT_NE(again.body.find(R"({"column":3,"field":"lead","year":null})"), std::string::npos)
      << again.body.substr(0, 1500);
}

}  // namespace
}  // namespace luuvet::test
