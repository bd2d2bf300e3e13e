// What the access log keeps of those who come in, over sockets.
#include <fstream>
#include <iterator>
#include <thread>

#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kAdministrator = "vp-ubnd-tinh";
constexpr const char* kLog = "/api/v1/access-log";
const HttpHeaders kNobody = {{"Authorization", ""}};

struct Row {
  std::string kind;  // without "vn.luuvet.access." and ".v1"
  std::string account, actor, subject, how, cause, path, digest, address, session, token;
  std::uint64_t count = 0, items = 0;
};

std::string text_at(const simdjson::dom::element& row, std::string_view name) {
  std::string_view text;
  return row[name].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// 0 where there is none.
std::uint64_t number_at(const simdjson::dom::element& row, std::string_view name) {
  std::uint64_t number = 0;
  return row[name].get(number) == simdjson::SUCCESS ? number : 0;
}

Row row_of(const simdjson::dom::element& item) {
  Row row;
  const std::string type = text_at(item, "type");
  row.kind = type.substr(17, type.size() - 20);
  row.account = text_at(item, "account");
  row.actor = text_at(item, "actor");
  row.subject = text_at(item, "subject");
  row.how = text_at(item, "how");
  row.cause = text_at(item, "cause");
  row.path = text_at(item, "path");
  row.digest = text_at(item, "username_digest");
  row.address = text_at(item, "address");
  row.session = text_at(item, "session");
  row.token = text_at(item, "token");
  row.count = number_at(item, "count");
  row.items = number_at(item, "items");
  return row;
}

class Access : public RunningServer {
 protected:
  HttpHeaders as(std::string_view agency, std::string_view role) {
    return {{"Authorization", bearer_of(port(), agency, role)}};
  }
  HttpHeaders administrator() { return as(kAdministrator, "administrator"); }

  std::vector<Row> rows(const std::string& query) {
    const HttpReply reply = get(kLog + ("?limit=1000&" + query), administrator());
    EXPECT_EQ(reply.status, 200) << reply.body;
    const Json json(reply.body);
    std::vector<Row> found;
    for (const auto item : json["items"].get_array()) found.push_back(row_of(item));
    return found;
  }
  // The rows of a kind, newest first, once there are so many; they come about a second after what they tell.
  std::vector<Row> rows_of(const std::string& kind, std::size_t least, const std::string& more = "") {
    const std::string query = "types=vn.luuvet.access." + kind + more;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::vector<Row> found = rows(query);
    while (found.size() < least && std::chrono::steady_clock::now() < until) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      found = rows(query);
    }
    EXPECT_GE(found.size(), least) << kind;
    found.resize(std::max(found.size(), least));
    return found;
  }

  // The session's cookie, as our own page sends it.
  HttpHeaders enter(const std::string& username) {
    const HttpAnswer answer = ask_as_nobody({"POST",
                                             "/api/v1/session",
                                             {{"Content-Type", "application/json"}, {"User-Agent", "Thử 1.0"}},
                                             R"({"demo":")" + username + R"("})"});
    EXPECT_EQ(answer.status, 200) << answer.body;
    std::string jar;
    for (const std::string& cookie : answer.cookies)
      jar += (jar.empty() ? "" : "; ") + cookie.substr(0, cookie.find(';'));
    return {{"Cookie", jar}, {"Origin", "http://127.0.0.1:" + std::to_string(port())}};
  }
  int try_password(const std::string& username, const std::string& password) {
    return post("/api/v1/session", R"({"username":")" + username + R"(","password":")" + password + R"("})", kNobody)
        .status;
  }
  Ended luuvet(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--data", setting_.data.string(), "--state", setting_.state.string()});
    return run_luuvet(arguments);
  }
};

TEST_F(Access, W160ComingInAndGoingIsKept) {
  const HttpHeaders session = enter("so-khcn.officer");
  const Row in = rows_of("signed-in", 1)[0];
  EXPECT_EQ(in.account, "demo.so-khcn.officer");
  EXPECT_EQ(in.how, "demo");
  EXPECT_EQ(in.address, "127.0.0.1");

  const HttpHeaders other = enter("so-khcn.officer");
  ASSERT_EQ(ask_as_nobody({"DELETE", "/api/v1/sessions/" + in.session, other}).status, 204);
  ASSERT_EQ(ask_as_nobody({"DELETE", "/api/v1/session", other}).status, 204);
  const Row ended = rows_of("session-ended", 1)[0];
  EXPECT_EQ(ended.session, in.session);
  EXPECT_EQ(ended.actor, "demo.so-khcn.officer");
  EXPECT_EQ(ended.cause, "ended");
  const Row out = rows_of("signed-out", 1)[0];
  EXPECT_EQ(out.account, "demo.so-khcn.officer");
  EXPECT_NE(out.session, in.session);

  const std::vector<Row> used =
      rows_of("token-used", 1, "&account=demo." + std::string(kAdministrator) + ".administrator");
  EXPECT_EQ(used.size(), 1U) << "of many uses on one day";
  EXPECT_FALSE(used[0].token.empty());
}

TEST_F(Access, W160FailuresAndLockOutsAreKeptWithoutAName) {
  for (int i = 0; i < 5; ++i) EXPECT_EQ(try_password("so-khcn.officer", "không đúng"), 401);
  EXPECT_EQ(try_password("so-khcn.officer", "không đúng"), 429);
  EXPECT_EQ(try_password("không.có.ai", "không đúng"), 401);
  const std::vector<Row> failed = rows_of("sign-in-failed", 2);
  EXPECT_EQ(failed[0].account, "");
  EXPECT_EQ(failed[1].account, "demo.so-khcn.officer");
  EXPECT_EQ(failed[1].count, 1U) << "the first is told at once, the others when their minute is over";
  EXPECT_EQ(failed[0].digest.size(), 32U);
  EXPECT_NE(failed[0].digest, failed[1].digest);
  const Row locked = rows_of("locked-out", 1)[0];
  EXPECT_EQ(locked.account, "demo.so-khcn.officer");
  EXPECT_EQ(locked.digest, failed[1].digest);
  ASSERT_EQ(server_->stop(), 0) << server_->errors();
  start();
  const std::vector<Row> rest = rows_of("sign-in-failed", 3);
  EXPECT_EQ(rest[0].count, 4U) << "stopping writes what was being counted";
}

TEST_F(Access, W160WhatAnInspectorReadsIsKept) {
  const HttpHeaders inspector = as("thanh-tra-tinh", "inspector");
  for (int i = 0; i < 3; ++i) ASSERT_EQ(get(kTaskPath, inspector).status, 200);
  ASSERT_EQ(get(std::string(kTaskPath) + "/history", inspector).status, 200);
  ASSERT_EQ(get("/api/v1/documents/lao-cai-de-an-11/thread", inspector).status, 200);
  ASSERT_EQ(get("/api/v1/history", inspector).status, 200);
  ASSERT_EQ(get("/api/v1/events?limit=1", inspector).status, 200);
  ASSERT_EQ(get("/api/v1/tasks?limit=1", inspector).status, 200);
  ASSERT_EQ(get("/api/v1/accounts/demo.so-khcn.officer", inspector).status, 200);
  ASSERT_EQ(get("/api/v1/tasks/no-such-task", inspector).status, 404);
  ASSERT_EQ(get(std::string(kTaskPath) + "/history", as(kLead, "officer")).status, 200);
  std::vector<std::string> subjects;
  for (const Row& row : rows_of("read", 4, "&account=demo.thanh-tra-tinh.inspector")) subjects.push_back(row.subject);
  EXPECT_EQ(subjects,
            (std::vector<std::string>{"events", "history", "document/lao-cai-de-an-11", "task/" + std::string(kTask)}));
  EXPECT_TRUE(rows("types=vn.luuvet.access.read&account=demo.so-khcn.officer").empty());
}

TEST_F(Access, W160CarryingAwayAThousandRecordsIsAnExport) {
  const HttpHeaders ioc = as("tt-tthn", "ioc");
  ASSERT_NE(ioc[0].second, "");
  ASSERT_EQ(get("/api/v1/events?limit=1000", ioc).status, 200);
  ASSERT_EQ(get("/api/v1/events?limit=1000&after=1000", ioc).status, 200);
  const Row exported = rows_of("exported", 1)[0];
  EXPECT_EQ(exported.items, 2'000U);
  EXPECT_EQ(exported.account.substr(0, 12), "demo.tt-tthn");
  ASSERT_EQ(get("/api/v1/events?limit=1000", as(kLead, "officer")).status, 200);
  std::this_thread::sleep_for(std::chrono::milliseconds(2'500));
  EXPECT_TRUE(rows("types=vn.luuvet.access.exported&account=demo.so-khcn.officer").empty()) << "a thousand are none";
}

TEST_F(Access, W160RefusalsAreKeptWithTheRule) {
  ASSERT_EQ(post("/api/v1/accounts/demo.so-noi-vu.head/close", "{}", as(kLead, "officer")).status, 403);
  const Row refused = rows_of("forbidden", 1, "&account=demo.so-khcn.officer")[0];
  EXPECT_EQ(refused.path, "/api/v1/accounts/demo.so-noi-vu.head/close");
  EXPECT_EQ(refused.count, 1U);
}

TEST_F(Access, W160AnErasedProfileIsKeptAsErased) {
  enter("so-noi-vu.head");
  ASSERT_EQ(post("/api/v1/accounts/demo.so-noi-vu.head/close", "{}", administrator()).status, 200);
  ASSERT_EQ(post("/api/v1/accounts/demo.so-noi-vu.head/erase-profile", "{}", administrator()).status, 204);
  const Row erased = rows_of("profile-erased", 1)[0];
  EXPECT_EQ(erased.account, "demo.so-noi-vu.head");
  EXPECT_EQ(erased.actor, "demo.vp-ubnd-tinh.administrator");
  const Row ended = rows_of("session-ended", 1)[0];
  EXPECT_EQ(ended.account, "demo.so-noi-vu.head");
  EXPECT_EQ(ended.actor, "demo.vp-ubnd-tinh.administrator") << "who closed the account";
}

TEST_F(Access, W161NoPasswordAndNoTriedNameStandsOnDisk) {
  EXPECT_EQ(try_password("ten.rieng.cua.mot.nguoi", "mat khau bi lo 9731"), 401);
  rows_of("sign-in-failed", 1);
  ASSERT_EQ(server_->stop(), 0) << server_->errors();
  for (const auto& entry : std::filesystem::recursive_directory_iterator(setting_.data / "access")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    EXPECT_EQ(bytes.find("mat khau bi lo 9731"), std::string::npos) << entry.path();
    EXPECT_EQ(bytes.find("ten.rieng.cua"), std::string::npos) << entry.path();
  }
}

TEST_F(Access, W164AdministratorsAndInspectorsReadAllOthersTheirOwn) {
  enter("so-khcn.officer");
  rows_of("signed-in", 1);
  const HttpHeaders officer = as(kLead, "officer");
  EXPECT_EQ(get(kLog, as("thanh-tra-tinh", "inspector")).status, 200);
  expect_problem(get(kLog, officer), {403, "forbidden"});
  expect_problem(get(std::string(kLog) + "?account=demo.so-khcn.head", officer), {403, "forbidden"});
  expect_problem(get(kLog, kNobody), {401, "signed-out"});
  const std::string own = get(std::string(kLog) + "?account=me", officer).body;
  EXPECT_EQ(get(std::string(kLog) + "?account=demo.so-khcn.officer", officer).status, 200);
  const Json json(own);
  std::size_t count = 0;
  for (const auto item : json["items"].get_array()) {
    EXPECT_EQ(row_of(item).account, "demo.so-khcn.officer");
    ++count;
  }
  EXPECT_GT(count, 0U);
  expect_problem(get(std::string(kLog) + "?account=me&as_of=1", officer), {400, "bad-query", "", "as_of"});
  expect_problem(get(std::string(kLog) + "?limit=1001", administrator()), {400, "bad-query", "", "limit"});
  expect_problem(get(std::string(kLog) + "?day=2026-02-30", administrator()), {400, "bad-query", "", "day"});
}

TEST_F(Access, W165PagesFollowOneAnother) {
  enter("so-khcn.officer");
  rows_of("signed-in", 1);
  const HttpReply first = get(std::string(kLog) + "?limit=1", administrator());
  const std::string next = text_of(first.body, "next");
  ASSERT_NE(next, "");
  EXPECT_NE(first.header("link").value_or("").find("before=" + next), std::string_view::npos);
  const HttpReply second = get(std::string(kLog) + "?limit=1&before=" + next, administrator());
  const Json json(second.body);
  EXPECT_EQ(std::to_string(std::uint64_t(json["items"].at(0)["sequence"]) + 1), next);
}

TEST_F(Access, W166ReadingItIsKeptToo) {
  const Row row = rows_of("read", 1)[0];
  EXPECT_EQ(row.subject, "access-log");
  EXPECT_EQ(row.account, "demo.vp-ubnd-tinh.administrator");
}

TEST_F(Access, W167ItIsPrunedByHandAndAtTheStart) {
  enter("so-khcn.officer");
  rows_of("signed-in", 1);
  ASSERT_EQ(server_->stop(), 0) << server_->errors();
  server_.reset();
  EXPECT_EQ(luuvet({"access-log"}).exit_code, 2);
  EXPECT_EQ(luuvet({"access-log", "prune"}).exit_code, 2);
  EXPECT_EQ(luuvet({"access-log", "prune", "--before", "hôm qua"}).exit_code, 2);
  const Ended none = luuvet({"access-log", "prune", "--before", "2020-01-01"});
  EXPECT_EQ(none.exit_code, 0) << none.errors;
  EXPECT_NE(none.output.find("0 records"), std::string::npos) << none.output;
  const Ended all = luuvet({"access-log", "prune", "--before", "2900-01-01"});
  EXPECT_EQ(all.exit_code, 0) << all.errors;
  EXPECT_EQ(all.output.find(" 0 records"), std::string::npos) << all.output;
  const Ended check = luuvet({"check"});
  EXPECT_EQ(check.exit_code, 0) << check.errors;
  EXPECT_NE(check.output.find("access log: "), std::string::npos);
  for (const char* days : {"0", "-1", "36501", "nhiều"}) {
    setting_.more = {"--access-log-days", days};
    EXPECT_EQ(refused_serve(setting_).exit_code, 2) << days;
  }
  start({"--access-log-days", "1"});
  EXPECT_TRUE(rows("types=vn.luuvet.access.signed-in").empty());
  EXPECT_EQ(rows("types=vn.luuvet.access.log-pruned").size(), 1U);
  enter("so-khcn.officer");
  EXPECT_EQ(rows_of("signed-in", 1).size(), 1U);
}

TEST_F(Access, W168TheCheckFindsAChangedRow) {
  enter("so-khcn.officer");
  rows_of("signed-in", 1);
  ASSERT_EQ(server_->stop(), 0) << server_->errors();
  server_.reset();
  EXPECT_EQ(luuvet({"check"}).exit_code, 0);
  std::filesystem::remove_all(setting_.data / "access");
  const Ended gone = luuvet({"check"});
  EXPECT_EQ(gone.exit_code, 1);
  EXPECT_NE(gone.errors.find("access log: "), std::string::npos) << gone.errors;
  EXPECT_NE(refused_serve(setting_).exit_code, 0) << "nor is it served";
}

}  // namespace
}  // namespace luuvet::test
