// Lists and programmes as spreadsheets, over sockets, read back with our own reader.
#include <algorithm>
#include <thread>

#include "server/tables/table.h"
#include "server/tables/xlsx_writer.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using server::Table;

constexpr const char* kWords = "kết quả chỉ cơ quan liên quan được đọc";
constexpr const char* kSubmission = "/api/v1/submissions/bcd26.i.1.so-khcn.2026/enter";
constexpr std::size_t kHeads = 4;  // rows above the first of the list

class Export : public RunningServer {
 protected:
  HttpHeaders as(std::string_view agency, std::string_view role) {
    return {{"Authorization", bearer_of(port(), agency, role)}};
  }

  std::vector<Table> sheets(const std::string& target, const HttpHeaders& who = {}) {
    const HttpReply reply = get(target, who);
    EXPECT_EQ(reply.status, 200) << target << ": " << reply.body.substr(0, 300);
    EXPECT_EQ(reply.header("content-type"), server::kXlsxType);
    auto read = server::read_tables(reply.body);
    if (const auto* fault = std::get_if<Message>(&read)) ADD_FAILURE() << fault->vi;
    return std::get<server::TablesRead>(std::move(read)).tables;
  }

  // What stands in a column of the first sheet, by its head.
  std::vector<server::TableCell> column(const Table& table, std::string_view head) {
    const auto& heads = table.rows.at(kHeads - 1);
    const auto at = std::ranges::find(heads, head, &server::TableCell::text) - heads.begin();
    std::vector<server::TableCell> cells;
    for (std::size_t row = kHeads; row < table.rows.size(); ++row) {
      const auto& cell = table.rows[row];
      cells.push_back(static_cast<std::size_t>(at) < cell.size() ? cell[static_cast<std::size_t>(at)]
                                                                 : server::TableCell{});
    }
    return cells;
  }
  std::vector<std::string> texts(const Table& table, std::string_view head) {
    std::vector<std::string> texts;
    for (const auto& cell : column(table, head)) texts.push_back(cell.text);
    return texts;
  }
  // Something of each kind that the plans do not bring.
  void fill_the_lists() {
    const auto made = [&](const std::string& collection, const std::string& body, std::string_view role) {
      HttpHeaders who = as(kLead, role);
      who.emplace_back("Luuvet-Acting-For", kLead);
      const HttpReply reply = post("/api/v1/" + collection, body, who);
      EXPECT_EQ(reply.status, 201) << collection << ": " << reply.body;
    };
    made("coordinations", R"({"task":"da11.ii.i.1.1","to":["so-noi-vu"],"what":"Cử người","due":"2099-01-31"})",
         "officer");
    made("links", R"({"kind":"twin","subjects":["task/bcd26.body.3.d","task/bcd26.ii.vii.1"],"reason":"Cùng việc"})",
         "head");
    made("proposals", R"({"task":"da11.ii.i.1.1","set":{"content":"Nội dung mới"}})", "officer");
    const HttpHeaders officer = {{"Authorization", bearer_of(port(), kLead, "officer")},
                                 {"Luuvet-Acting-For", kLead},
                                 {"Luuvet-Based-On", std::to_string(head())}};
    const HttpReply entered = post(kSubmission, R"({"kind":"actual","value":60,"source":"Báo cáo"})", officer);
    EXPECT_EQ(entered.status, 200) << entered.body;
  }
  std::vector<std::string> ids_of_list(const std::string& target) {
    const HttpReply reply = get(target);
    const Json json(reply.body);
    std::vector<std::string> ids;
    for (const auto item : json["items"].get_array()) ids.emplace_back(item["id"].get_string().value());
    return ids;
  }
};

TEST_F(Export, W230EachListHasTheSameRowsAsASpreadsheet) {
  const std::vector<std::pair<std::string, std::string>> lists = {
      {"tasks", "?programme=lao-cai-de-an-11&timeliness=overdue&timeliness=unconfirmed"},
      {"assignments", "?agency=so-khcn"},
      {"indicators", "?programme=lao-cai-de-an-11"},
      {"budget-lines", "?agency=so-tai-chinh"},
      {"documents", "?q=nghi%20quyet"},
      {"doubts", "?kind=contradiction"},
      {"agencies", "?state=in-force"}};
  for (const auto& [collection, query] : lists) {
    const auto tables = sheets("/api/v1/" + collection + ".xlsx" + query);
    ASSERT_EQ(tables.size(), 1U) << collection;
    const std::string head = collection == "assignments" ? "Mã phần việc" : "Mã";
    const auto listed = ids_of_list("/api/v1/" + collection + query + "&limit=1000");
    ASSERT_GT(listed.size(), 0U) << collection;
    EXPECT_EQ(texts(tables[0], head), listed) << collection;
  }
}

TEST_F(Export, W276EachListButAccountsHasASheetOfItsRows) {
  fill_the_lists();
  const std::vector<std::pair<std::string, std::string>> lists = {{"programmes", "?province=lao-cai"},
                                                                  {"committees", "?province=lao-cai"},
                                                                  {"members", "?status_date=2026-03-31"},
                                                                  {"agency-groups", "?province=lao-cai"},
                                                                  {"reporting-duties", "?programme=lao-cai-de-an-11"},
                                                                  {"posts", "?agency=so-khcn"},
                                                                  {"unit-plans", "?year=2026"},
                                                                  {"submissions", "?agency=so-khcn"},
                                                                  {"coordinations", "?state=open"},
                                                                  {"links", "?status=proposed"},
                                                                  {"proposals", "?state=waiting"},
                                                                  {"contradictions", "?kind=leads"}};
  for (const auto& [collection, query] : lists) {
    const auto tables = sheets("/api/v1/" + collection + ".xlsx" + query);
    ASSERT_EQ(tables.size(), 1U) << collection;
    const auto listed = ids_of_list("/api/v1/" + collection + query + "&limit=1000");
    EXPECT_GT(listed.size(), 0U) << collection;
    EXPECT_EQ(texts(tables[0], "Mã"), listed) << collection;
    expect_problem(get("/api/v1/" + collection + ".xlsx?limit=5"),
                   {.status = 400, .type = "bad-query", .parameter = "limit"});
  }
  const auto figures = sheets("/api/v1/submissions.xlsx?agency=so-khcn");
  EXPECT_EQ(column(figures.at(0), "Giá trị").at(0).number, 60.0);
  const auto asked = sheets("/api/v1/coordinations.xlsx");
  EXPECT_TRUE(column(asked.at(0), "Trả lời trước hết ngày").at(0).day);
}

TEST_F(Export, W277TasksAreFoundByTheIdsOfOtherSystemsAndTheirSheetHasThem) {
  const HttpHeaders standing = {{"Authorization", bearer_of(port(), kLead, "standing-agency")},
                                {"Luuvet-Acting-For", kLead},
                                {"Luuvet-Based-On", std::to_string(head())}};
  const std::string ids = R"({"external_ids":[{"system":"vp-ubnd","id":"NV-1"},{"system":"tw","id":"A 2"}]})";
  ASSERT_EQ(post(std::string(kTaskPath) + "/set-external-ids", ids, standing).status, 200);
  const std::vector<std::string> one = {kTask};
  for (const char* query : {"external_id=NV-1", "external_id=NV-1&system=vp-ubnd", "system=tw", "external_id=A%202"})
    EXPECT_EQ(ids_of_list(std::string("/api/v1/tasks?") + query), one) << query;
  for (const char* query : {"external_id=NV-1&system=tw", "external_id=NV", "system=hscv"})
    EXPECT_TRUE(ids_of_list(std::string("/api/v1/tasks?") + query).empty()) << query;
  EXPECT_EQ(ids_of_list("/api/v1/tasks?q=NV-1&programme=lao-cai-de-an-11"), one);
  const auto tables = sheets("/api/v1/tasks.xlsx?external_id=NV-1");
  EXPECT_EQ(texts(tables.at(0), "Mã ở hệ thống khác"), std::vector<std::string>{"vp-ubnd: NV-1\ntw: A 2"});
  expect_problem(get("/api/v1/tasks?system=VP%20UBND"), {.status = 400, .type = "bad-query", .parameter = "system"});
}

TEST_F(Export, W230NumbersAndDaysAreReal) {
  const auto tasks = sheets("/api/v1/tasks.xlsx?programme=lao-cai-bcd-2026");
  const auto due = column(tasks.at(0), "Ngày đến hạn");
  EXPECT_GT(std::ranges::count_if(due, [](const auto& cell) { return cell.day.has_value(); }), 50);
  const auto lines = sheets("/api/v1/budget-lines.xlsx?programme=lao-cai-de-an-11");
  const auto totals = column(lines.at(0), "Tổng");
  EXPECT_GT(std::ranges::count_if(totals, [](const auto& cell) { return cell.number.value_or(0) > 1e9; }), 10);
}

TEST_F(Export, W303AFigureSaysWhoseItIsAndWhetherItWasVerified) {
  HttpHeaders head_of = as(kLead, "head");
  head_of.emplace_back("Luuvet-Acting-For", kLead);
  ASSERT_EQ(post(kSubmission, R"({"kind":"actual","value":60})", head_of).status, 200);
  const auto tables = sheets("/api/v1/indicators.xlsx?programme=lao-cai-bcd-2026");
  EXPECT_EQ(std::ranges::count(texts(tables.at(0), "Thẩm định"), "Chưa thẩm định"), 1);
  const auto whose = texts(tables.at(0), "Của cơ quan, hoặc số đơn vị có số liệu");
  EXPECT_EQ(std::ranges::count_if(whose, [](const std::string& text) { return !text.empty(); }), 1);
}

TEST_F(Export, W231WhatTheListRefusesTheSheetRefusesToo) {
  expect_problem(get("/api/v1/tasks.xlsx?limit=5"), {.status = 400, .type = "bad-query", .parameter = "limit"});
  expect_problem(get("/api/v1/tasks.xlsx?status=ngu"), {.status = 400, .type = "bad-query", .parameter = "status"});
  expect_problem(get("/api/v1/budget-lines/khong-co/ledger.xlsx"), {404, "not-found"});
  expect_problem(get("/api/v1/accounts.xlsx"), {404, "not-found"});
  expect_problem(get("/api/v1/programmes/khong-co/export.xlsx"), {404, "not-found"});
  expect_problem(ask_as_nobody({"GET", "/api/v1/tasks.xlsx"}), {401, "signed-out"});
  expect_problem(ask({"POST", "/api/v1/tasks.xlsx", {}, "{}"}), {405, "method-not-allowed"});
}

// P20 for the same words by each way that a list has.
TEST_F(Export, W232ProtectedWordsStandOnlyInTheSheetOfWhoMayReadThem) {
  const std::string work = std::string("/api/v1/assignments/") + kTask + ".joint";
  const std::string body = std::string(R"({"percent":40,"result":")") + kWords +
                           R"(","obstacle":{"kind":"money","text":")" + kWords + R"("}})";
  const Sequence written = sequence_of(done(work + "/report-progress", body));
  const std::string sheet = "/api/v1/assignments.xlsx?programme=lao-cai-de-an-11&agency=so-khcn";
  const auto told = [&](const HttpHeaders& who) {
    int count = 0;
    for (const Table& table : sheets(sheet, who))
      for (const auto& row : table.rows)
        count += static_cast<int>(std::ranges::count(row, kWords, &server::TableCell::text));
    return count;
  };
  EXPECT_EQ(told(as(kLead, "head")), 0) << "a draft is not official yet";
  done(work + "/approve-progress", R"({"of":[)" + std::to_string(written) + "]}");
  EXPECT_EQ(told(as(kLead, "head")), 2);
  EXPECT_EQ(told(as(kConfirming, "head")), 2);
  EXPECT_EQ(told(as("thanh-tra-tinh", "inspector")), 2);
  EXPECT_EQ(told(as("ubnd-xa-bat-xat", "head")), 0);
  EXPECT_EQ(told(as("tt-tthn", "ioc")), 0);
  EXPECT_EQ(told(as("vp-ubnd-tinh", "administrator")), 0);
  // That there is an obstacle is protected as well.
  const std::string board = std::string("/api/v1/tasks.xlsx?programme=lao-cai-de-an-11&agency=so-khcn");
  const auto obstacles = [&](const HttpHeaders& who) {
    const auto cells = texts(sheets(board, who).at(0), "Vướng mắc");
    return std::ranges::count(cells, "Có");
  };
  EXPECT_EQ(obstacles(as(kLead, "head")), 1);
  EXPECT_EQ(obstacles(as("tt-tthn", "ioc")), 0);
}

TEST_F(Export, W230AProgrammeIsOneFileAndThePastIsItsOwn) {
  const auto tables = sheets("/api/v1/programmes/lao-cai-de-an-11/export.xlsx");
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[0].name, "Nhiệm vụ");
  EXPECT_EQ(tables[0].rows.size(), kHeads + 200);
  EXPECT_EQ(tables[1].rows.size(), kHeads + 52);
  EXPECT_EQ(tables[2].rows.size(), kHeads + 81);
  const Sequence before = head();
  const HttpReply amended =
      post(std::string(kTaskPath) + "/amend", R"({"set":{"title":"Tên mới"},"document":"lao-cai-de-an-11"})",
           {{"Luuvet-Based-On", std::to_string(before)},
            {"Authorization", bearer_of(port(), kLead, "standing-agency")},
            {"Luuvet-Acting-For", kLead}});
  ASSERT_EQ(amended.status, 200) << amended.body;
  const auto titles = [&](const std::string& query) {
    return texts(sheets("/api/v1/programmes/lao-cai-de-an-11/export.xlsx" + query).at(0), "Nhiệm vụ");
  };
  EXPECT_EQ(std::ranges::count(titles(""), "Tên mới"), 1);
  EXPECT_EQ(std::ranges::count(titles("?as_of=" + std::to_string(before)), "Tên mới"), 0);
}

TEST_F(Export, W233ASheetSaysOfWhatItIs) {
  const auto tables = sheets("/api/v1/tasks.xlsx?programme=lao-cai-de-an-11&status_date=2027-01-31");
  const std::string about = tables.at(0).rows.at(1).at(0).text;
  EXPECT_NE(about.find("31/01/2027"), std::string::npos) << about;
  EXPECT_NE(about.find("bản ghi số " + std::to_string(head())), std::string::npos) << about;
  EXPECT_NE(about.find("programme=lao-cai-de-an-11"), std::string::npos) << about;
}

TEST_F(Export, W234EachExportIsNotedInTheAccessLog) {
  sheets("/api/v1/documents.xlsx", as(kLead, "officer"));
  const HttpHeaders administrator = as("vp-ubnd-tinh", "administrator");
  std::string rows;
  for (int tries = 0; tries < 100 && rows.find("documents.xlsx") == std::string::npos; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    rows = get("/api/v1/access-log?types=vn.luuvet.access.exported", administrator).body;
  }
  EXPECT_NE(rows.find(R"("what":"documents.xlsx")"), std::string::npos) << rows;
}

}  // namespace
}  // namespace luuvet::test
