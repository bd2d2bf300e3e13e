// Money over sockets: payments that race, the treasury's files, the funding table as the document prints it.
#include <atomic>
#include <fstream>
#include <thread>

#include "server/tables/table.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

using server::Table;

constexpr const char* kLine = "/api/v1/budget-lines/da11.iii.i.b.1";  // led by so-khcn
constexpr const char* kExtracts = "/api/v1/treasury-extracts";
constexpr const char* kPlan = "lao-cai-de-an-11";
constexpr const char* kCell = R"("budget_year":2026,"funding_source":"provincial-budget")";
constexpr std::int64_t kBillion = 1'000'000'000;

std::string file(const std::string& name) {
  std::ifstream stream(std::string(TABLE_FILES) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

class Money : public RunningServer {
 protected:
  Money() : RunningServer(false) {}

  HttpHeaders as(std::string_view agency, std::string_view role) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpHeaders finance() { return as("so-tai-chinh", "finance"); }
  HttpHeaders lead() { return as("so-khcn", "head"); }
  HttpReply command(const std::string& name, const std::string& body, HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return post(std::string(kLine) + "/" + name, body, headers);
  }
  // The component's id; `amount` allocated to it for 2026.
  std::string component(std::int64_t amount) {
    const HttpReply made = command(
        "register-component",
        R"({"name":"Nâng cấp trung tâm dữ liệu","investor_agency":"so-khcn","code":"7001","kind":"public-investment"})",
        lead());
    EXPECT_EQ(made.status, 200) << made.body;
    const std::string id(Json(made.body)["components"].at(0)["id"].get_string().value());
    const HttpReply allocated =
        command("allocate",
                R"({"component":")" + id + R"(",)" + kCell + R"(,"amount":)" + std::to_string(amount) +
                    R"(,"document":"lao-cai-de-an-11","above_need_reason":"Theo quyết định"})",
                finance());
    EXPECT_EQ(allocated.status, 200) << allocated.body;
    return id;
  }
  static std::string payment(const std::string& component, std::int64_t amount, const std::string& kind = "payment") {
    return R"({"component":")" + component + R"(",)" + kCell + R"(,"kind":")" + kind + R"(","amount":)" +
           std::to_string(amount) + R"(,"paid_on":"2026-03-10","voucher":"UNC"})";
  }
  std::int64_t sum(const std::string& member, const std::string& query = "") {
    const Json line(get(std::string(kLine) + query).body);
    return line["sums"][member].get_int64().value();
  }

  // The id of a treasury file that was taken in and set.
  HttpReply staged(const std::string& bytes, const std::string& settings) {
    const HttpReply reply = post(std::string(kExtracts) + "?name=kho-bac.xlsx", bytes, finance());
    EXPECT_EQ(reply.status, 201) << reply.body;
    return post(path_of(text_of(reply.body, "id")) + "/set", settings, finance());
  }
  static std::string path_of(const std::string& id) { return std::string(kExtracts) + "/" + id; }
  HttpReply book(const HttpReply& shown) {
    return post(path_of(text_of(shown.body, "id")) + "/book",
                R"({"based_on":)" + std::to_string(number_of(shown.body, "sequence")) + "}", finance());
  }
  static std::uint64_t count(const HttpReply& reply, const char* state) {
    return Json(reply.body)["counts"][state].get_uint64().value();
  }
};

TEST_F(Money, M13ThirtyTwoPaymentsAtOnceNeverOverspendAndEachIsBookedOnce) {
  const std::string id = component(20 * kBillion);
  const Sequence seen = head();
  std::atomic<int> booked{0}, refused{0}, other{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 32; ++i)
    clients.emplace_back([&, i] {
      HttpClient client(port());
      HttpHeaders headers = lead();
      headers.emplace_back("Luuvet-Based-On", std::to_string(seen));
      headers.emplace_back("Idempotency-Key", "\"pay-" + std::to_string(i) + "\"");
      for (int attempt = 0; attempt < 3; ++attempt) {
        const HttpReply reply = client.post(std::string(kLine) + "/disburse", payment(id, kBillion), headers);
        if (attempt > 0) continue;
        ++(reply.status == 200 ? booked : reply.status == 422 ? refused : other);
      }
    });
  for (std::thread& each : clients) each.join();
  EXPECT_EQ(booked, 20);
  EXPECT_EQ(refused, 12);
  EXPECT_EQ(other, 0);
  EXPECT_EQ(sum("disbursed"), 20 * kBillion);
  EXPECT_EQ(number_of(get(std::string(kLine) + "/ledger?limit=1").body, "total"), 21U);
  restart();
  EXPECT_EQ(sum("disbursed"), 20 * kBillion);
}

// The server is killed three times while officers pay; each asks again, with the same key, until it is answered.
TEST_F(Money, M13PaymentsThroughKillsAreBookedOnceEach) {
  constexpr int kPayers = 16, kPaymentsEach = 20;
  constexpr std::int64_t kEach = kBillion / 20;
  const std::string id = component(20 * kBillion);
  HttpHeaders base = lead();
  base.emplace_back("Luuvet-Based-On", std::to_string(head()));
  std::atomic<std::uint16_t> where{port()};
  std::atomic<int> answered{0};
  const auto pay = [&](const std::string& key) {
    HttpHeaders headers = base;
    headers.emplace_back("Idempotency-Key", "\"" + key + "\"");
    for (int attempt = 0; attempt < 500; ++attempt) {
      try {
        HttpClient client(where);
        const HttpReply reply = client.post(std::string(kLine) + "/disburse", payment(id, kEach), headers);
        EXPECT_EQ(reply.status, 200) << reply.body;
        ++answered;
        return;
      } catch (const std::exception&) {  // the server is gone, or went before it answered
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
    }
    ADD_FAILURE() << key << " was never answered";
  };
  std::vector<std::thread> payers;
  for (int payer = 0; payer < kPayers; ++payer)
    payers.emplace_back([&, payer] {
      for (int i = 0; i < kPaymentsEach; ++i) pay(std::to_string(payer) + "-" + std::to_string(i));
    });
  for (const int moment : {40, 120, 200}) {
    while (answered < moment) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    server_->kill();
    server_.reset();
    start();
    where = port();
  }
  for (std::thread& each : payers) each.join();
  EXPECT_EQ(answered, kPayers * kPaymentsEach);
  EXPECT_EQ(sum("disbursed"), kPayers * kPaymentsEach * kEach);
  EXPECT_EQ(number_of(get(std::string(kLine) + "/ledger?limit=1").body, "total"), 1U + kPayers * kPaymentsEach);
}

TEST_F(Money, W261TheLedgerReadsLikeABankBook) {
  const std::string id = component(20 * kBillion);
  ASSERT_EQ(command("disburse", payment(id, 3 * kBillion, "advance"), lead()).status, 200);
  const Json paid(get(std::string(kLine) + "/ledger").body);
  const std::string entry(paid["items"].at(1)["id"].get_string().value());
  const HttpReply taken_back =
      command("reverse-disbursement", R"({"payment":")" + entry + R"(","reason":"Nhập nhầm"})", lead());
  ASSERT_EQ(taken_back.status, 200) << taken_back.body;
  const Json ledger(get(std::string(kLine) + "/ledger").body);
  ASSERT_EQ(ledger["items"].get_array().value().size(), 3U);
  EXPECT_FALSE(ledger["items"].at(1)["reversed_by"].is_null());
  EXPECT_EQ(ledger["items"].at(1)["disbursed"].get_int64().value(), 3 * kBillion);
  EXPECT_EQ(ledger["items"].at(2)["kind"].get_string().value(), "reversal");
  EXPECT_EQ(ledger["items"].at(2)["disbursed"].get_int64().value(), 0);
  const Json page(get(std::string(kLine) + "/ledger?limit=2").body);
  const std::string next(page["next"].get_string().value());
  EXPECT_EQ(Json(get(std::string(kLine) + "/ledger?cursor=" + next).body)["items"].get_array().value().size(), 1U);
  expect_problem(get(std::string(kLine) + "/ledger?cursor=none"), {400, "bad-query", "", "cursor"});
  EXPECT_EQ(number_of(get(std::string(kLine) + "/ledger?year=2027").body, "total"), 0U);
}

TEST_F(Money, W260ALinesYearsAndSourcesAddUpToItsSums) {
  component(20 * kBillion);
  const Json line(get(kLine).body);
  for (const char* member : {"need", "assigned", "unassigned", "allocated", "disbursed"})
    for (const char* part : {"by_year", "by_source"}) {
      std::int64_t total = 0;
      for (const auto row : line[part].get_array()) total += row[member].get_int64().value();
      EXPECT_EQ(total, line["sums"][member].get_int64().value()) << part << " " << member;
    }
  for (const auto row : line["by_year"].get_array())
    EXPECT_EQ(row["assigned"].get_int64().value() + row["unassigned"].get_int64().value(),
              row["need"].get_int64().value());
}

TEST_F(Money, W268WhatWasPaidIsAsItWasThen) {
  const std::string id = component(20 * kBillion);
  ASSERT_EQ(command("disburse", payment(id, 3 * kBillion), lead()).status, 200);
  const std::string then = "as_of=" + std::to_string(head());
  ASSERT_EQ(command("disburse", payment(id, 4 * kBillion), lead()).status, 200);
  EXPECT_EQ(sum("disbursed"), 7 * kBillion);
  EXPECT_EQ(sum("disbursed", "?" + then), 3 * kBillion);
  const auto whole = [&](const std::string& query) {
    return Json(get(std::string("/api/v1/money?programme=") + kPlan + query).body)["sums"]["disbursed"]
        .get_int64()
        .value();
  };
  EXPECT_EQ(whole(""), 7 * kBillion);
  EXPECT_EQ(whole("&" + then), 3 * kBillion);
  EXPECT_EQ(number_of(get(std::string(kLine) + "/ledger?" + then).body, "total"), 2U);
}

TEST_F(Money, W269ARatioSaysItsShareAndWhetherItIsMet) {
  const HttpReply made =
      post("/api/v1/ratios",
           R"({"programme":"lao-cai-de-an-11","name":"Tối thiểu 3%","minimum_percent":3,)"
           R"("valid_from":"2026-01-01","text":"Chi cho KHCN","lines":[],"document":"lao-cai-de-an-11"})",
           finance());
  ASSERT_EQ(made.status, 201) << made.body;
  const auto entered = [&](std::int64_t numerator) {
    HttpHeaders headers = finance();
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    const HttpReply reply = post("/api/v1/ratios/" + text_of(made.body, "id") + "/enter-figures",
                                 R"({"year":2026,"basis":"budgeted","numerator":)" + std::to_string(numerator) +
                                     R"(,"denominator":30000000000,"document":"lao-cai-de-an-11"})",
                                 headers);
    EXPECT_EQ(reply.status, 200) << reply.body;
    return Json(reply.body);
  };
  const Json below = entered(899'999'999);
  EXPECT_EQ(below["figures"].at(0)["percent"].get_double().value(), 2.99);
  EXPECT_FALSE(below["figures"].at(0)["met"].get_bool().value());
  const Json met = entered(900'000'000);
  EXPECT_EQ(met["figures"].at(0)["percent"].get_double().value(), 3.0);
  EXPECT_TRUE(met["figures"].at(0)["met"].get_bool().value());
}

TEST_F(Money, W262SumsOfWhateverIsFilteredCloseInEveryGroup) {
  component(20 * kBillion);
  for (const std::string group : {"section", "year", "funding-source", "line"}) {
    const std::string body = get(std::string("/api/v1/money?programme=") + kPlan + "&group=" + group).body;
    const Json money(body);
    for (const char* member : {"need", "allocated", "disbursed"}) {
      std::int64_t total = 0;
      for (const auto row : money["rows"].get_array()) total += row[member].get_int64().value();
      EXPECT_EQ(total, money["sums"][member].get_int64().value()) << group << " " << member;
    }
    EXPECT_EQ(money["sums"]["need"].get_int64().value(), 9'615'243 * std::int64_t{1'000'000}) << group;
  }
  const Json mine(get(std::string("/api/v1/money?programme=") + kPlan + "&agency=so-khcn&year=2026").body);
  EXPECT_EQ(mine["sums"]["allocated"].get_int64().value(), 20 * kBillion);
  EXPECT_TRUE(mine["sums"]["contracted"].is_null());
  expect_problem(get("/api/v1/money?group=none"), {400, "bad-query", "", "group"});
}

TEST_F(Money, W263EachSumOpensToItsParts) {
  const Json found(get(std::string("/api/v1/money/reconciliation?programme=") + kPlan).body);
  std::size_t sums = 0;
  for (const auto row : found["sums"].get_array()) {
    std::int64_t parts = 0;
    for (const auto part : row["parts"].get_array()) parts += part["amount"].get_int64().value();
    EXPECT_EQ(parts, row["computed"].get_int64().value());
    const std::string_view kind = row["kind"].get_string().value();
    if (kind == "total" || kind == "year" || kind == "line") {
      EXPECT_EQ(row["difference"].get_int64().value(), 0) << row["key"].get_string().value();
    }
    ++sums;
  }
  EXPECT_GT(sums, 68U + 5U);
  expect_problem(get("/api/v1/money/reconciliation"), {400, "bad-query", "", "programme"});
}

TEST_F(Money, W264LinesThatMayPayForTheSameAreFound) {
  const std::string body = get(std::string("/api/v1/money/findings?programme=") + kPlan + "&kind=double-funding").body;
  EXPECT_NE(body.find(R"("line":"da11.iii.iv.11")"), std::string::npos);
  EXPECT_NE(body.find("da11.iii.i.b.5"), std::string::npos);
  EXPECT_EQ(number_of(body, "linked_lines"), 0U);
  EXPECT_EQ(number_of(body, "lines"), 68U);
}

TEST_F(Money, W264AProposedPairSaysSoARejectedOneIsNoFinding) {
  const std::string target = std::string("/api/v1/money/findings?programme=") + kPlan + "&kind=double-funding";
  const std::string pair = R"("kind":"funds","subjects":["budget-line/da11.iii.iv.11","budget-line/da11.iii.iv.12"])";
  // How many are counted, and what is said of the pair; none: it is no finding.
  const auto seen = [&]() -> std::pair<std::int64_t, std::string> {
    const Json found(get(target).body);
    std::string status = "none";
    for (const auto item : found["items"].get_array())
      if (item["line"].get_string().value() == "da11.iii.iv.11" &&
          item["other"].get_string().value() == "da11.iii.iv.12")
        status = item["link_status"].is_null() ? "nothing" : std::string(item["link_status"].get_string().value());
    return {found["counts"]["double-funding"].get_int64().value(), status};
  };
  const auto before = seen();
  ASSERT_EQ(before.second, "nothing");
  ASSERT_EQ(post("/api/v1/links", "{" + pair + R"(,"reason":"Cùng một việc"})", lead()).status, 201);
  EXPECT_EQ(seen(), (std::pair<std::int64_t, std::string>{before.first, "proposed"}));
  const std::string items = R"("items":[{)" + pair + R"(,"based_on":)" + std::to_string(head()) + "}]}";
  const HttpReply rejected = post("/api/v1/acts/reject-links", R"({"reason":"Hai khối khác nhau",)" + items, finance());
  ASSERT_EQ(rejected.status, 200) << rejected.body;
  EXPECT_EQ(seen(), (std::pair<std::int64_t, std::string>{before.first - 1, "none"}));
}

TEST_F(Money, W265TheWholeAnnexIsPrintedBackCellByCell) {
  const HttpReply reply = get(std::string("/api/v1/programmes/") + kPlan + "/money.xlsx");
  ASSERT_EQ(reply.status, 200);
  auto read = server::read_tables(reply.body);
  const Table table = std::get<server::TablesRead>(std::move(read)).tables.at(0);
  constexpr std::size_t kHeads = 4;  // title, note, two rows of heads
  constexpr double kMillion = 1e6;
  std::ifstream seeds(std::string(TABLE_FILES) + "/../../../seeds/lao-cai-de-an-11/budget-lines.jsonl");
  std::size_t at = kHeads + 1;  // the first row has the totals
  const std::vector<double> totals = {9'615'243, 1'625'520, 2'230'820, 2'417'820, 2'012'563, 1'328'520};
  for (std::size_t i = 0; i < totals.size(); ++i) EXPECT_EQ(table.rows.at(kHeads).at(4 + i).number, totals[i]);
  std::size_t lines = 0;
  for (std::string text; std::getline(seeds, text); ++at) {
    const Json seed(text);
    const auto& row = table.rows.at(at);
    const auto word = [&](std::size_t column) { return column < row.size() ? row[column].text : std::string(); };
    const auto printed = [&](const char* member) {
      const auto value = seed[member];
      return value.error() || value.is_null() ? std::string() : std::string(value.get_string().value());
    };
    EXPECT_EQ(word(0), std::string(seed["source"]["number"].get_string().value()));
    EXPECT_EQ(word(1), printed("name"));
    EXPECT_EQ(word(2), printed("lead_text"));
    EXPECT_EQ(word(3), printed("coordinating_text"));
    if (seed["heading"].get_bool().value()) continue;
    ++lines;
    EXPECT_EQ(row.at(4).number.value_or(0) * kMillion, seed["need"]["total"].get_double().value()) << text;
    for (int year = 2026; year <= 2030; ++year) {
      const auto value = seed["need"]["years"][std::to_string(year)];
      const double amount = value.error() || value.is_null() ? 0 : value.get_double().value();
      const std::size_t column = static_cast<std::size_t>(5 + year - 2026);
      EXPECT_EQ((column < row.size() ? row[column].number.value_or(0) : 0) * kMillion, amount) << text;
    }
  }
  EXPECT_EQ(lines, 68U);
  EXPECT_EQ(at, table.rows.size());
}

TEST_F(Money, W276TheBookTheSumsAndTheFindingsAreSheets) {
  const std::string id = component(20 * kBillion);
  ASSERT_EQ(command("disburse", payment(id, 5 * kBillion), lead()).status, 200);
  constexpr std::size_t kHeads = 4;
  const auto rows = [&](const std::string& target) {
    const HttpReply reply = get("/api/v1" + target);
    EXPECT_EQ(reply.status, 200) << target;
    auto read = server::read_tables(reply.body);
    auto all = std::get<server::TablesRead>(std::move(read)).tables.at(0).rows;
    all.erase(all.begin(), all.begin() + kHeads);
    return all;
  };
  const auto book = rows("/budget-lines/da11.iii.i.b.1/ledger.xlsx");
  ASSERT_EQ(book.size(), 2U);
  EXPECT_EQ(book[0].at(3).text, "Giao vốn");
  EXPECT_EQ(book[1].at(7).number, 5e9);
  EXPECT_EQ(book[1].back().number, 15e9) << "what remains";
  const std::string plan = std::string("?programme=") + kPlan;
  const std::string sums = get("/api/v1/money" + plan + "&group=year").body;
  EXPECT_EQ(rows("/money.xlsx" + plan + "&group=year").size(), Json(sums)["rows"].get_array().value().size());
  const std::string found = get("/api/v1/money/findings" + plan).body;
  EXPECT_EQ(rows("/money/findings.xlsx" + plan).size(), Json(found)["items"].get_array().value().size());
  expect_problem(get("/api/v1/money/findings.xlsx"), {400, "bad-query", "", "programme"});
}

TEST_F(Money, W266AFileOfVouchersWithDirtyRowsIsBookedAsOneAct) {
  component(4 * kBillion);
  const HttpReply shown = staged(file("treasury-openpyxl.xlsx"), R"({"profile":"vouchers","rows":[]})");
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_EQ(count(shown, "faulty"), 3U) << shown.body;
  EXPECT_EQ(count(shown, "unmatched"), 1U);
  EXPECT_EQ(count(shown, "matched") + count(shown, "over_ceiling"), 5U) << "two equal rows are two payments";
  EXPECT_GT(count(shown, "over_ceiling"), 0U);
  const HttpReply booked = book(shown);
  ASSERT_EQ(booked.status, 200) << booked.body;
  EXPECT_EQ(text_of(booked.body, "state"), "booked");
  EXPECT_EQ(sum("disbursed"), 4'502'000'000);
  EXPECT_EQ(sum("advances_outstanding"), 2 * kBillion);
  EXPECT_EQ(sum("above_ceiling"), 502'000'000);
  const std::string waiting = get(std::string("/api/v1/money/reconciliation?programme=") + kPlan).body;
  EXPECT_EQ(Json(waiting)["differences"].get_array().value().size(), 1U);
  EXPECT_EQ(Json(waiting)["waiting"].get_array().value().size(), 1U);
}

TEST_F(Money, W267TheSameFileTwiceChangesNothing) {
  component(10 * kBillion);
  const std::string settings = R"({"profile":"vouchers","rows":[]})";
  ASSERT_EQ(book(staged(file("treasury-openpyxl.xlsx"), settings)).status, 200);
  const Sequence before = head();
  const HttpReply again = staged(file("treasury-openpyxl.xlsx"), settings);
  EXPECT_EQ(count(again, "known"), 6U) << again.body;
  EXPECT_FALSE(Json(again.body)["same_file"].is_null());
  EXPECT_EQ(book(again).status, 400);
  EXPECT_EQ(head(), before);
  // What was shown rests on an older state.
  const HttpReply fresh =
      staged("Mã dự án;Số tiền;Ngày;Số CT\n7001;5000;18/03/2026;A\n",
             R"({"profile":"vouchers","budget_year":2026,"funding_source":"provincial-budget","rows":[]})");
  EXPECT_EQ(count(fresh, "matched"), 1U) << fresh.body;
  const HttpReply beyond = post(path_of(text_of(fresh.body, "id")) + "/book?dry_run=true",
                                R"({"based_on":)" + std::to_string(head() + 1) + "}", finance());
  expect_problem(beyond, {400, "bad-request"});
  EXPECT_NE(beyond.body.find(R"("pointer":"/based_on")"), std::string::npos) << beyond.body;
  const std::string id(Json(get(kLine).body)["components"].at(0)["id"].get_string().value());
  ASSERT_EQ(command("disburse", payment(id, 1), lead()).status, 200);
  expect_problem(book(fresh), {412, "stale"});
}

TEST_F(Money, M20ATotalBooksTheDifference) {
  const std::string id = component(10 * kBillion);
  ASSERT_EQ(command("disburse", payment(id, 2 * kBillion), lead()).status, 200);
  const HttpReply shown = staged(
      file("treasury-libxlsxwriter.xlsx"),
      R"({"profile":"cumulative","as_at":"2026-03-31","budget_year":2026,"funding_source":"provincial-budget","rows":[]})");
  ASSERT_EQ(shown.status, 200) << shown.body;
  EXPECT_EQ(count(shown, "matched"), 1U) << shown.body;
  EXPECT_EQ(count(shown, "unmatched"), 1U);
  EXPECT_EQ(Json(shown.body)["slip"].at(0)["booked"].get_int64().value(), 4 * kBillion);
  ASSERT_EQ(book(shown).status, 200);
  EXPECT_EQ(sum("disbursed"), 6 * kBillion);
}

TEST_F(Money, M27WhatIsNotBookedYetIsNobodysButFinances) {
  component(4 * kBillion);
  const HttpReply shown = staged(file("treasury-openpyxl.xlsx"), R"({"profile":"vouchers","rows":[]})");
  const HttpHeaders inspector = as("thanh-tra-tinh", "inspector");
  EXPECT_EQ(Json(get(kExtracts, inspector).body)["items"].get_array().value().size(), 0U);
  expect_problem(get(path_of(text_of(shown.body, "id")), inspector), {404, "not-found"});
  EXPECT_EQ(Json(get(kExtracts, finance()).body)["items"].get_array().value().size(), 1U);
}

TEST_F(Money, W271InspectorsReadWhatWasBooked) {
  component(4 * kBillion);
  const HttpReply shown = staged(file("treasury-openpyxl.xlsx"), R"({"profile":"vouchers","rows":[]})");
  const std::string path = path_of(text_of(shown.body, "id"));
  const HttpHeaders inspector = as("thanh-tra-tinh", "inspector");
  ASSERT_EQ(book(shown).status, 200);
  const Json list(get(kExtracts, inspector).body);
  ASSERT_EQ(list["items"].get_array().value().size(), 1U);
  const HttpReply read = get(path, inspector), own = get(path, finance());
  ASSERT_EQ(read.status, 200) << read.body;
  EXPECT_EQ(read.body, own.body) << "rows and slip as finance has them";
  const std::string noted = "treasury-extract/" + text_of(shown.body, "id");
  const auto log = [&] { return get("/api/v1/access-log?types=vn.luuvet.access.read", inspector).body; };
  std::string rows = log();  // written once a second
  for (int tries = 0; tries < 50 && rows.find(noted) == std::string::npos; ++tries, rows = log())
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  EXPECT_NE(rows.find(noted), std::string::npos) << "and the reading is noted: " << rows;
  EXPECT_EQ(rows.find("finance"), std::string::npos) << "as finance's own is not";
  for (const char* command : {"/set", "/book"})
    expect_problem(post(path + command, "{}", inspector), {403, "forbidden"});
  expect_problem(get(path, lead()), {403, "forbidden"});
}

TEST_F(Money, W270ALinkNamesTheComponentThatPays) {
  const std::string id = component(4 * kBillion);
  const auto propose = [&](const std::string& named) {
    return post("/api/v1/links",
                R"({"kind":"funds","subjects":["budget-line/da11.iii.i.b.1","task/bcd26.ii.vii.1"],)"
                R"("component":")" +
                    named + R"(","reason":"Dự án này chi"})",
                lead());
  };
  expect_problem(propose("none"), {400, "unknown-reference", "/component"});
  const HttpReply made = propose(id);
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_of(made.body, "component"), id);
  EXPECT_EQ(text_of(made.body, "component_name"), "Nâng cấp trung tâm dữ liệu");
  HttpHeaders headers = finance();
  headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
  const HttpReply linked =
      post("/api/v1/links/" + text_of(made.body, "id") + "/link", R"({"document":"lao-cai-de-an-11"})", headers);
  ASSERT_EQ(linked.status, 200) << linked.body;
  ASSERT_EQ(command("disburse", payment(id, kBillion), lead()).status, 200);
  const std::string found =
      get(std::string("/api/v1/money/findings?programme=") + kPlan + "&kind=paid-without-product").body;
  const Json finding(found);
  ASSERT_EQ(finding["items"].get_array().value().size(), 1U) << found;
  EXPECT_EQ(finding["items"].at(0)["component"].get_string().value(), id);
  EXPECT_EQ(finding["items"].at(0)["amount"].get_int64().value(), 4 * kBillion);
  EXPECT_EQ(finding["items"].at(0)["expected_percent"].get_int64().value(), 25) << "paid of what is allocated";
  EXPECT_EQ(finding["items"].at(0)["products_delivered"].get_int64().value(), 0);
  EXPECT_GT(finding["items"].at(0)["products_asked"].get_int64().value(), 0);
}

TEST_F(Money, W266OnlyTheFinanceDepartmentAndOnlyTables) {
  expect_problem(post(kExtracts, "Mã;Số tiền\n", lead()), {403, "forbidden"});
  expect_problem(get(kExtracts, lead()), {403, "forbidden"});
  expect_problem(post(kExtracts, std::string("%PDF\0x", 6), finance()), {400, "bad-request"});
  expect_problem(post(kExtracts, "M\xe3;S\xf8\n", finance()), {400, "bad-request"});
  expect_problem(get(path_of("01k4q2v7m3x9c5e8h1n6t0b4zd"), finance()), {404, "not-found"});
}

}  // namespace
}  // namespace luuvet::test
