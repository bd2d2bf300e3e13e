// Absurd queries, headers, hosts and connections: each gets its problem, nothing changes, the server lives.
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

struct BadQuery {
  const char* target;
  const char* parameter;
};

constexpr BadQuery kBadQueries[] = {
    {"/api/v1/tasks?limit=0", "limit"},
    {"/api/v1/tasks?limit=1001", "limit"},
    {"/api/v1/tasks?limit=-1", "limit"},
    {"/api/v1/tasks?limit=99999999999999999999999", "limit"},
    {"/api/v1/tasks?limit=abc", "limit"},
    {"/api/v1/tasks?limit=10&limit=20", "limit"},
    {"/api/v1/tasks?limit=", "limit"},
    {"/api/v1/tasks?cursor=khong-co", "cursor"},
    {"/api/v1/tasks?cursor=%00", "cursor"},
    {"/api/v1/tasks?sort=colour", "sort"},
    {"/api/v1/tasks?status=done", "status"},
    {"/api/v1/tasks?timeliness=late", "timeliness"},
    {"/api/v1/tasks?group=yes", "group"},
    {"/api/v1/tasks?colour=red", "colour"},
    {"/api/v1/tasks?agency=S%E1%BB%9F", "agency"},
    {"/api/v1/tasks?q=a%E2%80%AEb", "q"},
    {"/api/v1/tasks?q=%FF", "q"},
    {"/api/v1/tasks?q=%2", "q"},
    {"/api/v1/tasks?status_date=2026-02-30", "status_date"},
    {"/api/v1/tasks?status_date=99999-01-01", "status_date"},
    {"/api/v1/tasks?as_of=0", "as_of"},
    {"/api/v1/tasks?as_of=-5", "as_of"},
    {"/api/v1/tasks?as_of=yesterday", "as_of"},
    {"/api/v1/tasks?as_of=2026-13-01T00:00:00Z", "as_of"},
    {"/api/v1/tasks?min_sequence=abc", "min_sequence"},
    {"/api/v1/tasks?min_sequence=1&as_of=1", "min_sequence"},
    {"/api/v1/tasks/da11.ii.i.1.1?limit=5", "limit"},
    {"/api/v1/tasks/da11.ii.i.1.1/history?before=0", "before"},
    {"/api/v1/tasks/da11.ii.i.1.1/history?types=task", "types"},
    {"/api/v1/tasks/da11.ii.i.1.1/thread?cursor=x", "cursor"},
    {"/api/v1/history?subject=task", "subject"},
    {"/api/v1/events?after=-1", "after"},
    {"/api/v1/events?limit=0", "limit"},
    {"/api/v1/documents?heading=true", "heading"},
};

class BadRequests : public RunningServer {};

TEST_F(BadRequests, W21RefuseAbsurdQueries) {
  const std::string before = checkpoint();
  for (const BadQuery& bad : kBadQueries) {
    SCOPED_TRACE(bad.target);
    expect_problem(get(bad.target), {400, "bad-query", "", bad.parameter});
  }
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(BadRequests, W20RefuseAQueryWhereACommandTakesNone) {
  const std::string before = checkpoint();
  expect_problem(post(std::string(kTaskPath) + "/comment?dry_run=true", R"({"text":"a"})"),
                 {400, "bad-query", "", "dry_run"});
  expect_problem(post("/api/v1/acts/approve-progress?dry_run=true", R"({"items":[]})"),
                 {400, "bad-query", "", "dry_run"});
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(BadRequests, W21RefusePositionsBeyondTheHead) {
  const std::string beyond = std::to_string(head() + 1'000);
  for (const char* target :
       {"/api/v1/tasks?as_of=", "/api/v1/tasks/da11.ii.i.1.1?as_of=", "/api/v1/tasks/da11.ii.i.1.1/history?as_of="})
    expect_problem(get(target + beyond), {400, "beyond-head", "", "as_of"});
  expect_problem(get("/api/v1/events?after=" + beyond), {400, "beyond-head", "", "after"});
}

TEST_F(BadRequests, W30RefuseMisspeltHeaders) {
  const std::string before = checkpoint();
  const std::pair<std::string, std::string> bad[] = {{"If-Match", "*"},
                                                     {"If-Match", "W/\"5\""},
                                                     {"If-Match", "5"},
                                                     {"If-Match", "\"5\", \"6\""},
                                                     {"If-Match", "\"abc\""},
                                                     {"If-Match", "\"99999999999999999999\""},
                                                     {"Luuvet-Based-On", "\"5\""},
                                                     {"Luuvet-Based-On", "-1"},
                                                     {"Luuvet-Based-On", "007"},
                                                     {"Luuvet-Based-On", ""},
                                                     {"Idempotency-Key", "no-quotes"},
                                                     {"Idempotency-Key", "\"\""},
                                                     {"Idempotency-Key", "\"a\\b\""},
                                                     {"Idempotency-Key", "\"" + std::string(129, 'k') + "\""},
                                                     {"Idempotency-Key", "\"khóa\""},
                                                     {"Luuvet-Acting-For", "luuvet"},
                                                     {"Luuvet-Acting-For", "Sở"},
                                                     {"Luuvet-Acting-For", "a.b"},
                                                     {"Luuvet-Acting-For", std::string(41, 'a')},
                                                     {"Luuvet-Capacity", "system"},
                                                     {"Luuvet-Capacity", "boss"}};
  for (const auto& [name, value] : bad) {
    SCOPED_TRACE(name + ": " + value);
    expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", {{name, value}}),
                   {400, "bad-header", "", "", name});
  }
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(BadRequests, W37RefuseHeadersThatStandTwice) {
  for (const char* name : {"Luuvet-Acting-For", "Luuvet-Based-On", "Idempotency-Key", "If-Match"}) {
    const std::string value = std::string(name) == "Luuvet-Acting-For" ? "so-khcn"
                              : std::string(name) == "Luuvet-Based-On" ? "5"
                                                                       : "\"5\"";
    expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", {{name, value}, {name, value}}),
                   {400, "bad-header", "", "", name});
  }
}

TEST_F(BadRequests, W91RefuseForeignHostsWhateverIsAskedFor) {
  const std::string before = checkpoint();
  for (const char* target : {"/api/v1/tasks", "/", "/healthz", "/audit/checkpoint", "/nowhere"})
    for (const char* host : {"example.org", "127.0.0.1:1", "localhost", "luuvet.local:8080"})
      expect_problem(ask({"GET", target, {{"Host", host}}}), {421, "misdirected"});
  expect_problem(ask({"POST",
                      std::string(kTaskPath) + "/comment",
                      {{"Host", "example.org"}, {"Content-Type", "application/json"}},
                      R"({"text":"a"})"}),
                 {421, "misdirected"});
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(BadRequests, W91RefuseCommandsOfForeignPages) {
  const std::string before = checkpoint();
  for (const char* origin : {"http://evil.example", "null", "https://127.0.0.1", "http://127.0.0.1"})
    expect_problem(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", {{"Origin", origin}}),
                   {403, "forbidden"});
  EXPECT_EQ(checkpoint(), before);
  const std::string own = "http://127.0.0.1:" + std::to_string(port());
  EXPECT_EQ(post(std::string(kTaskPath) + "/comment", R"({"text":"a"})", {{"Origin", own}}).status, 200);
}

TEST_F(BadRequests, W90RefuseAHeadBeyondSixteenKilobytes) {
  expect_problem(ask({"GET", "/api/v1/tasks", {{"X-Long", std::string(17 * 1024, 'x')}}}), {431, "head-too-large"});
  expect_problem(ask({"GET", "/api/v1/tasks?q=" + std::string(17 * 1024, 'x'), {}}), {431, "head-too-large"});
}

TEST_F(BadRequests, W90RefuseABodyBeforeItIsSent) {
  expect_problem(ask({"POST",
                      std::string(kTaskPath) + "/comment",
                      {{"Content-Type", "application/json"}, {"Content-Length", "999999999"}},
                      {}}),
                 {413, "too-large"});
}

TEST_F(BadRequests, W10AddressesAreComparedAsTheyStand) {
  for (const char* target :
       {"/api/v1/tasks/", "/api/v1/Tasks", "/api/v1/task%73", "/api/v1", "/api/v2/tasks", "/api/v1/tasks/a/b/c",
        "/api/v1//tasks", "/audit/", "/audit/tile", "/api/v1/tasks/../tasks"})
    expect_problem(get(target), {404, "not-found"});
}

TEST_F(BadRequests, W11OfAnotherMethodSayWhatIsAllowed) {
  const HttpAnswer answer = ask({"DELETE", kTaskPath});
  expect_problem(answer, {405, "method-not-allowed"});
  EXPECT_EQ(answer.header("allow"), "GET, HEAD");
  EXPECT_EQ(ask({"GET", std::string(kTaskPath) + "/comment"}).header("allow"), "POST");
}

// A peer that drips its head and one that drips its body do not hold up the others; nothing of theirs is carried out.
TEST_F(BadRequests, W90ThatDripDoNotHoldUpOthers) {
  const std::string before = checkpoint();
  std::vector<TcpClient> slow;
  for (int i = 0; i < 50; ++i) {
    slow.emplace_back(port());
    slow.back().send("POST /api/v1/tasks/da11.ii.i.1.1/comment HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port()) +
                     "\r\n");
    if (i % 2) slow.back().send("Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"text\"");
  }
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 20; ++i) {
    for (TcpClient& client : slow) client.send(" ");
    EXPECT_EQ(get("/healthz").status, 200);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  slow.clear();
  EXPECT_EQ(checkpoint(), before);
}

}  // namespace
}  // namespace luuvet::test
