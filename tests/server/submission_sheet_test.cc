// Figures and baselines out as a sheet, and back in.
#include <fstream>

#include "server/tables/xlsx_writer.h"
#include "tests/server/submissions_server.h"

namespace luuvet::test {
namespace {

class BaselineSheets : public Submissions {
 protected:
  static constexpr const char* kOf = "?year=2025";

  // Of rows "id, value, document, year, agency".
  static std::string filled(const std::vector<std::vector<api::Cell>>& rows) {
    api::Sheet sheet{{"Số liệu", "Figures"},
                     {{{"Mã chỉ tiêu", "Indicator id"}},
                      {{"GIÁ TRỊ ĐẦU KỲ", "Baseline"}},
                      {{"Theo văn bản", "By document"}},
                      {{"Đến hết năm", "At the end of"}},
                      {{"Cơ quan", "Agency"}}},
                     rows};
    api::Workbook book;
    book.sheets.push_back(std::move(sheet));
    return server::write_xlsx(book, {"Số liệu", "-"}, api::Language::kVietnamese);
  }
  HttpReply read(const std::string& bytes, const std::string& query = kOf) {
    return post("/api/v1/baseline-grid" + query, bytes, as("standing-agency"));
  }
};

TEST_F(BaselineSheets, W294TheTemplateHasWhatStands) {
  const std::string path = "/api/v1/baseline-grid.xlsx";
  const HttpReply empty = get(path + kOf + "&programme=lao-cai-bcd-2026", as("standing-agency"));
  ASSERT_EQ(empty.status, 200);
  EXPECT_EQ(Json(read(empty.body).body)["items"].get_array().value().size(), 0u);
  command(std::string(kIndicatorPath) + "/enter-baseline",
          R"({"year":2025,"value":37.6,"document":"lao-cai-de-an-11"})", as("standing-agency"));
  const Json stands(read(get(path + kOf, as("standing-agency")).body).body);
  EXPECT_EQ(stands["unchanged"].get_int64().value(), 1);
  EXPECT_EQ(stands["items"].at(0)["item"]["value"].get_double().value(), 37.6);
  EXPECT_EQ(stands["items"].at(0)["item"]["document"].get_string().value(), "lao-cai-de-an-11");
  const std::string share = std::string(kOf) + "&agency=so-tu-phap";
  EXPECT_EQ(Json(read(get(path + share, as("officer")).body, share).body)["items"].get_array().value().size(), 0u);
  expect_problem(get(path), {400, "bad-query", "", "year"});
  expect_problem(get(path + "?year=1999"), {400, "bad-query", "", "year"});
  expect_problem(get(path + kOf + "&agency=none"), {400, "bad-query", "", "agency"});
  expect_problem(get(path + kOf + "&period=2025"), {400, "bad-query", "", "period"});
}

TEST_F(BaselineSheets, W295TheTemplateIsReadBack) {
  const Sequence before = head();
  const HttpReply reply = read(filled({{std::string("bcd26.i.1"), std::string("37,6"), {}, {}, {}},
                                       {std::string("bcd26.i.2"), std::string("0.6"), {}, {}, {}},
                                       {std::string("bcd26.i.3"), 137.5, std::string("sau 01/12/2099"), 2025.0, {}},
                                       {std::string("bcd26.i.4"), 50.0, std::string("99/QĐ-KHÔNG"), {}, {}},
                                       {std::string("bcd26.i.5"), 50.0, {}, 2024.0, {}},
                                       {std::string("bcd26.i.6"), 50.0, {}, {}, std::string("Sở Tư pháp")},
                                       {std::string("bcd26.i.7"), {}, {}, {}, {}},
                                       {std::string("none"), 50.0, {}, {}, std::string("Cả tỉnh")}}));
  ASSERT_EQ(reply.status, 200) << reply.body;
  const Json said(reply.body);
  ASSERT_EQ(said["items"].get_array().value().size(), 7u);
  const auto item = [&](std::size_t index) { return said["items"].at(index); };
  EXPECT_EQ(item(0)["outcome"].get_string().value(), "accepted");
  EXPECT_EQ(item(2)["outcome"].get_string().value(), "accepted");
  EXPECT_EQ(item(2)["findings"].at(0)["kind"].get_string().value(), "range");
  EXPECT_EQ(item(2)["item"]["document"]["later"].get_string().value(), "2099-12-01");
  for (const std::size_t refused : {1, 3, 4, 5}) {
    EXPECT_EQ(item(refused)["outcome"].get_string().value(), "refused") << refused;
    EXPECT_TRUE(item(refused)["item"].is_null()) << refused;
    EXPECT_FALSE(item(refused)["row"].is_null()) << refused;
  }
  EXPECT_EQ(item(6)["outcome"].get_string().value(), "refused");
  EXPECT_EQ(head(), before);
}

TEST_F(BaselineSheets, W295WhatIsNoTemplateIsRefused) {
  expect_problem(read("nothing"), {400, "bad-request"});
  expect_problem(read(filled({}), ""), {400, "bad-query", "", "year"});
  expect_problem(read(get(std::string("/api/v1/submission-grid.xlsx") + kGridOf, as("officer")).body),
                 {400, "bad-request"});
  const std::vector<api::Cell> row{std::string("bcd26.i.1"), 1.0, {}, {}, {}};
  expect_problem(read(filled(std::vector(1'001, row))), {400, "bad-request"});
  EXPECT_EQ(Json(read(filled(std::vector(1'000, row))).body)["accepted"].get_int64().value(), 1'000);
}

TEST_F(Submissions, W247TheTemplateIsReadBack) {
  const HttpReply file = get(std::string("/api/v1/submission-grid.xlsx") + kGridOf, as("officer"));
  ASSERT_EQ(file.status, 200);
  const std::string grid = std::string("/api/v1/submission-grid") + kGridOf;
  const Json blank(post(grid, file.body, as("officer")).body);
  EXPECT_EQ(blank["items"].get_array().value().size(), 0u);
  api::Sheet sheet{
      {"Số liệu", "Figures"},
      {{{"Mã chỉ tiêu", "Indicator id"}}, {{"GIÁ TRỊ", "Value"}}, {{"Lý do chưa có số liệu", "Why it is missing"}}},
      {{std::string("bcd26.i.1"), std::string("37,6"), {}},
       {std::string("bcd26.i.2"), std::string("0.6"), {}},
       {std::string("bcd26.i.3"), {}, std::string("Chưa điều tra")},
       {std::string("bcd26.i.4"), 95.5, {}}}};
  api::Workbook book;
  book.sheets.push_back(std::move(sheet));
  const std::string bytes = server::write_xlsx(book, {"Số liệu", "-"}, api::Language::kVietnamese);
  const HttpReply reply = post(grid, bytes, as("officer"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  const Json read(reply.body);
  EXPECT_EQ(read["accepted"].get_int64().value(), 3);
  EXPECT_EQ(read["items"].at(0)["item"]["value"].get_double().value(), 37.6);
  EXPECT_EQ(read["items"].at(1)["outcome"].get_string().value(), "refused");  // 0.6 can be read in two ways
  EXPECT_TRUE(read["items"].at(2)["item"]["missing"].get_bool().value());
  expect_problem(post(grid, "nothing", as("officer")), {400, "bad-request"});
}

TEST_F(Submissions, W305APercentCellCountsAsShown) {
  std::ifstream stream(std::string(TABLE_FILES) + "/percent-libxlsxwriter.xlsx", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  const HttpReply reply = post(std::string("/api/v1/submission-grid") + kGridOf, bytes, as("officer"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  const Json read(reply.body);
  const auto value = [&](std::size_t row) { return read["items"].at(row)["item"]["value"].get_double().value(); };
  EXPECT_EQ(value(0), 72.5);
  EXPECT_EQ(value(1), 7.0);
  EXPECT_EQ(value(2), 72.5);
  EXPECT_EQ(value(3), 37.6);                // its format writes the sign behind a plain number
  for (const std::size_t row : {4U, 5U}) {  // products; the numerator of a share
    EXPECT_EQ(read["items"].at(row)["outcome"].get_string().value(), "refused");
    EXPECT_NE(std::string(read["items"].at(row)["detail"].get_string().value()).find("phần trăm"), std::string::npos);
  }
}

TEST_F(Submissions, W306EvidenceIsNamedByNumberAndWordsAreNoNumbers) {
  const auto row = [](const char* id, const char* value, const char* evidence) {
    return std::vector<api::Cell>{std::string(id), std::string(value), std::string(evidence)};
  };
  api::Sheet sheet{{"Số liệu", "Figures"},
                   {{{"Mã chỉ tiêu", "Indicator id"}}, {{"Giá trị", "Value"}}, {{"Văn bản minh chứng", "Evidence"}}},
                   {row("bcd26.i.1", "37,6", "57-NQ/TW"), row("bcd26.i.2", "90", "57-nq-tw"),
                    row("bcd26.i.3", "90", "99/KH-X"), row("bcd26.i.4", "khoảng 40", ""), row("bcd26.i.10", "1e3", ""),
                    row("bcd26.i.11", "٣", ""), row("bcd26.i.12", "0.6", "")}};
  api::Workbook book;
  book.sheets.push_back(std::move(sheet));
  const std::string bytes = server::write_xlsx(book, {"Số liệu", "-"}, api::Language::kVietnamese);
  const Json read(post(std::string("/api/v1/submission-grid") + kGridOf, bytes, as("officer")).body);
  const auto detail = [&](std::size_t at) { return std::string(read["items"].at(at)["detail"].get_string().value()); };
  for (const std::size_t at : {0U, 1U})
    EXPECT_EQ(read["items"].at(at)["item"]["evidence"].get_string().value(), "57-nq-tw");
  EXPECT_NE(detail(2).find("Không có văn bản"), std::string::npos);
  for (const std::size_t at : {3U, 4U, 5U}) EXPECT_NE(detail(at).find("không phải là số"), std::string::npos) << at;
  EXPECT_NE(detail(6).find("nhiều cách"), std::string::npos);
}

TEST_F(Submissions, W307ATemplateThatComesBackUntouchedIsUnchanged) {
  on_figure("enter",
            R"({"kind":"actual","value":60.5,"source":"Báo cáo","comment":"Như kỳ trước","evidence":"57-nq-tw"})",
            as("officer"));
  on_figure("submit", R"({"kind":"actual"})", as("officer"));
  on_figure("approve", R"({"kind":"actual"})", as("head"));
  const HttpReply file = get(std::string("/api/v1/submission-grid.xlsx") + kGridOf, as("officer"));
  const HttpReply back = post(std::string("/api/v1/submission-grid") + kGridOf, file.body, as("officer"));
  const Json read(back.body);
  EXPECT_EQ(read["unchanged"].get_int64().value(), 1) << back.body;
  EXPECT_EQ(read["refused"].get_int64().value(), 0);
  const std::string same =
      R"({"items":[{"subject":"submission/bcd26.i.1.so-khcn.2026","based_on":1,"kind":"actual","value":60.5,)"
      R"("source":"Báo cáo","comment":"Như kỳ trước","evidence":"57-nq-tw"}]})";
  const Json dry(post("/api/v1/acts/enter-submissions?dry_run=true", same, as("officer")).body);
  EXPECT_EQ(dry["items"].at(0)["outcome"].get_string().value(), "unchanged");
}

}  // namespace
}  // namespace luuvet::test
