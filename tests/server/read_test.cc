// What readers see: whole representations, lists that add up, pages, the past.
#include <chrono>
#include <future>
#include <set>
#include <thread>

#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

constexpr const char* kLists[] = {"programmes",       "agencies",   "agency-groups", "committees",
                                  "members",          "indicators", "budget-lines",  "documents",
                                  "reporting-duties", "doubts",     "tasks",         "assignments"};

class Reading : public RunningServer {
 protected:
  // Ids of all pages, in their order.
  std::vector<std::string> pages(const std::string& target, std::size_t limit) {
    std::vector<std::string> ids;
    std::string next = target + (target.find('?') == std::string::npos ? "?" : "&") + "limit=" + std::to_string(limit);
    while (!next.empty()) {
      const HttpReply reply = get(next);
      EXPECT_EQ(reply.status, 200) << next << reply.body;
      const Json json(reply.body);
      for (const auto item : json["items"].get_array()) ids.emplace_back(item["id"].get_string().value());
      const std::string link(reply.header("link").value_or(""));
      EXPECT_EQ(link.empty(), json["next"].is_null());
      next = link.empty() ? "" : link.substr(1, link.find('>') - 1);
    }
    return ids;
  }
};

TEST_F(Reading, W01ARepresentationHasAllItsMembers) {
  for (const char* list : kLists) {
    const HttpReply reply = get("/api/v1/" + std::string(list) + "?limit=1000");
    ASSERT_EQ(reply.status, 200) << list;
    EXPECT_EQ(reply.header("content-type"), "application/json");
    EXPECT_EQ(reply.header("cache-control"), "no-store");
    const Json json(reply.body);
    std::optional<std::set<std::string>> members;
    for (const auto item : json["items"].get_array()) {
      std::set<std::string> own;
      for (const auto member : item.get_object()) {
        own.emplace(member.key);
        EXPECT_EQ(member.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string_view::npos)
            << member.key;
      }
      if (!members) members = own;
      EXPECT_EQ(own, *members) << list << ": " << simdjson::minify(item["id"].value());
    }
    EXPECT_TRUE(members) << list << " is empty";
  }
}

TEST_F(Reading, W01AnItemIsAsItStandsInItsList) {
  for (const char* list : kLists) {
    const std::string path = "/api/v1/" + std::string(list);
    const HttpReply page = get(path + "?limit=1");
    const Json json(page.body);
    const auto item = json["items"].at(0);
    const std::string id(item["id"].get_string().value());
    const HttpReply alone = get(path + "/" + id);
    ASSERT_EQ(alone.status, 200) << path << "/" << id;
    const Json whole(alone.body);
    for (const auto member : item.get_object())
      EXPECT_EQ(simdjson::minify(whole.root()[member.key].value()), simdjson::minify(member.value))
          << path << member.key;
    EXPECT_EQ(alone.header("etag"), quoted(item["sequence"].get_uint64()));
  }
}

TEST_F(Reading, W05MoneyIsWholeDongAndDecimalsStayAsTheyWere) {
  const HttpReply lines = get("/api/v1/budget-lines?limit=1000");
  EXPECT_EQ(lines.body.find("e+"), std::string::npos);
  EXPECT_NE(lines.body.find("000000"), std::string::npos);
  EXPECT_NE(get("/api/v1/indicators?limit=1000").body.find(".5"), std::string::npos);
  const std::string time = text_of(get(kTaskPath).body, "updated_at");
  EXPECT_EQ(time.size(), std::string("2026-03-31T00:00:00.000Z").size()) << time;
  EXPECT_EQ(time.back(), 'Z');
}

TEST_F(Reading, W25PagesHoldEveryRowOnce) {
  for (const std::string target : {"/api/v1/tasks", "/api/v1/tasks?sort=-title", "/api/v1/tasks?sort=due",
                                   "/api/v1/assignments?sort=updated", "/api/v1/indicators", "/api/v1/doubts"}) {
    const std::vector<std::string> ids = pages(target, 47);
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << target;
    EXPECT_EQ(ids, pages(target, 1'000)) << target;
    EXPECT_EQ(ids.size(), number_of(get(target).body, "total")) << target;
  }
}

TEST_F(Reading, W26CountsAddUpAndLeaveTheirOwnFiltersOut) {
  const auto sum = [](const Json& json, const char* half) {
    std::uint64_t total = 0;
    for (const auto cell : json["counts"][half].get_object()) total += cell.value.get_uint64().value();
    return total;
  };
  done(std::string(kTaskPath) + "/report-progress", R"({"percent":30})");
  for (const std::string list : {"tasks", "assignments"}) {
    const std::string all = get("/api/v1/" + list + "?limit=1").body;
    for (const std::string filter :
         {"status=in-progress", "timeliness=overdue", "status=not-started&status=in-progress"}) {
      const std::string narrowed = get("/api/v1/" + list + "?limit=1&" + filter).body;
      EXPECT_EQ(simdjson::minify(Json(narrowed)["counts"].value()), simdjson::minify(Json(all)["counts"].value()));
      EXPECT_LE(number_of(narrowed, "total"), number_of(all, "total"));
    }
    for (const std::string filter : {"", "&q=so+khcn", "&programme=lao-cai-de-an-11", "&agency=so-noi-vu"}) {
      const Json json(get("/api/v1/" + list + "?limit=1" + filter).body);
      const std::uint64_t total = json["counts"]["total"].get_uint64();
      EXPECT_EQ(sum(json, "status"), total) << list << filter;
      EXPECT_EQ(sum(json, "timeliness"), total) << list << filter;
    }
  }
}

TEST_F(Reading, W24WaitsForAPositionOrSaysThatItWasNotReached) {
  const Sequence next = head() + 1;
  auto waiting = std::async(std::launch::async, [&] {
    HttpClient client(port());
    return client.get(std::string(kTaskPath) + "?min_sequence=" + std::to_string(next));
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  done(std::string(kTaskPath) + "/report-progress", R"({"percent":30})");
  const HttpReply reached = waiting.get();
  EXPECT_EQ(reached.status, 200) << reached.body;
  EXPECT_EQ(reached.header("etag"), quoted(next));

  const auto begin = std::chrono::steady_clock::now();
  const HttpReply beyond = get(std::string(kTaskPath) + "?min_sequence=" + std::to_string(next + 5));
  const auto waited = std::chrono::steady_clock::now() - begin;
  expect_problem(beyond, {503, "not-yet-applied"});
  EXPECT_EQ(number_of(beyond.body, "head"), next);
  EXPECT_TRUE(beyond.header("retry-after"));
  EXPECT_GE(waited, std::chrono::milliseconds(1'900));
}

TEST_F(Reading, W38EverybodySeesTheirOwnWrites) {
  HttpClient other(port());
  for (int i = 1; i <= 20; ++i) {
    const HttpReply reply =
        done(std::string(kTaskPath) + "/report-progress", R"({"percent":)" + std::to_string(i) + "}");
    const HttpReply read = other.get(std::string(kTaskPath) + "?min_sequence=" + std::to_string(sequence_of(reply)));
    EXPECT_EQ(Json(read.body)["draft"]["percent"].get_uint64().value(), static_cast<std::uint64_t>(i));
  }
}

TEST_F(Reading, W23OfThePastIsAsItWasThen) {
  const std::string list = "/api/v1/tasks?limit=1000&status_date=2026-07-01";
  const Sequence then = head();
  const std::string before = get(list).body;
  const std::string before_item = get(std::string(kTaskPath) + "?status_date=2026-07-01").body;
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const Sequence reported = sequence_of(done(std::string(kTaskPath) + "/report-progress", R"({"percent":30})"));
  const std::string moment = text_of(get(kTaskPath).body, "updated_at");
  EXPECT_EQ(get(list + "&as_of=" + std::to_string(then)).body, before);
  EXPECT_EQ(get(std::string(kTaskPath) + "?status_date=2026-07-01&as_of=" + std::to_string(then)).body, before_item);
  EXPECT_EQ(get(std::string(kTaskPath) + "?as_of=" + moment).header("etag"), quoted(reported));
  expect_problem(get(std::string(kTaskPath) + "?as_of=2020-01-01T00:00:00Z"), {404, "not-found"});
  EXPECT_EQ(number_of(get("/api/v1/tasks?as_of=1").body, "total"), 0u);
  EXPECT_EQ(text_of(get("/api/v1/tasks?limit=1&as_of=2099-12-31T23:00:00Z").body, "status_date"), "2100-01-01");
}

TEST_F(Reading, W23TheStatusDateDecidesWhatIsOverdue) {
  const auto timeliness = [&](const char* day) {
    return text_of(get(std::string(kTaskPath) + "?status_date=" + day).body, "timeliness");
  };
  done(std::string(kTaskPath) + "/start", "{}");
  EXPECT_EQ(timeliness("2026-03-01"), "on-time");
  EXPECT_EQ(timeliness("2026-03-28"), "due-soon");
  EXPECT_EQ(timeliness("2026-03-31"), "due-soon");
  EXPECT_EQ(timeliness("2026-04-01"), "overdue");
}

TEST_F(Reading, W92SaysThatItLivesIsReadyAndHowItDoes) {
  EXPECT_EQ(get("/healthz").body, "ok\n");
  EXPECT_EQ(get("/readyz").status, 200);
  const HttpReply metrics = get("/metrics");
  EXPECT_NE(metrics.body.find("luuvet_log_head " + std::to_string(head()) + "\n"), std::string::npos) << metrics.body;
  EXPECT_TRUE(metrics.header("content-type")->starts_with("text/plain; version=0.0.4"));
  for (const char* path : {"/healthz", "/readyz", "/metrics"}) EXPECT_EQ(ask({"POST", path}).status, 405) << path;
}

TEST_F(Reading, W11HeadIsGetWithoutItsBody) {
  RawHttp connection(port());
  connection.send("HEAD " + std::string(kTaskPath) + " HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n" + inspector() + "\r\n");
  const HttpAnswer head_answer = connection.receive(true);
  EXPECT_EQ(head_answer.status, 200);
  EXPECT_EQ(head_answer.header("content-length"), std::to_string(get(kTaskPath).body.size()));
  EXPECT_EQ(head_answer.header("etag"), quoted(sequence_of_item(kTaskPath)));
}

}  // namespace
}  // namespace luuvet::test
