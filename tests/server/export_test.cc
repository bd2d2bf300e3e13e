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

TEST_F(Export, W230NumbersAndDaysAreReal) {
  const auto tasks = sheets("/api/v1/tasks.xlsx?programme=lao-cai-bcd-2026");
  const auto due = column(tasks.at(0), "Ngày đến hạn");
  EXPECT_GT(std::ranges::count_if(due, [](const auto& cell) { return cell.day.has_value(); }), 50);
  const auto lines = sheets("/api/v1/budget-lines.xlsx?programme=lao-cai-de-an-11");
  const auto totals = column(lines.at(0), "Tổng");
  EXPECT_GT(std::ranges::count_if(totals, [](const auto& cell) { return cell.number.value_or(0) > 1e9; }), 10);
}

TEST_F(Export, W231WhatTheListRefusesTheSheetRefusesToo) {
  expect_problem(get("/api/v1/tasks.xlsx?limit=5"), {.status = 400, .type = "bad-query", .parameter = "limit"});
  expect_problem(get("/api/v1/tasks.xlsx?status=ngu"), {.status = 400, .type = "bad-query", .parameter = "status"});
  expect_problem(get("/api/v1/posts.xlsx"), {404, "not-found"});
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
