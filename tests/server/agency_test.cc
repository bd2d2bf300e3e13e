// The life of an agency over sockets: founded, renamed, merged, dissolved by an administrator.
#include "tests/net/raw_websocket.h"
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

constexpr const char* kAgencies = "/api/v1/agencies";
constexpr const char* kOld = "so-tu-phap";
constexpr const char* kNew = "so-noi-vu";
const std::string kBasis = R"("document":"lao-cai-de-an-11")";
const std::string kMerger = R"({"into":"so-noi-vu","from_date":"2026-01-05",)" + kBasis + "}";

class Agencies : public RunningServer {
 protected:
  HttpHeaders as(std::string_view agency, std::string_view role) {
    return {{"Authorization", bearer_of(port(), agency, role)}, {"Luuvet-Acting-For", std::string(agency)}};
  }
  HttpHeaders administrator() { return as("vp-ubnd-tinh", "administrator"); }
  HttpHeaders based_on_now(HttpHeaders headers) {
    headers.emplace_back("Luuvet-Based-On", std::to_string(head()));
    return headers;
  }
  HttpReply command(const std::string& agency, const std::string& name, const std::string& body) {
    return post(std::string(kAgencies) + "/" + agency + "/" + name, body, based_on_now(administrator()));
  }
  std::string found(const std::string& id, const std::string& more = "") {
    return R"({"id":")" + id + R"(","name":"Sở Vũ trụ","kind":"department","province":"lao-cai",)" +
           R"("from_date":"2026-01-05",)" + kBasis + more + "}";
  }
  std::uint64_t total(const std::string& list) { return number_of(get("/api/v1/" + list).body, "total"); }
  std::string agency(const std::string& id, const std::string& query = "") {
    return get(std::string(kAgencies) + "/" + id + query).body;
  }
};

bool has(const std::string& body, const std::string& part) {
  return body.find(part) != std::string::npos;
}

TEST_F(Agencies, W121AnAgencyIsFoundedOnceAndIsThereAtOnce) {
  HttpHeaders headers = administrator();
  headers.emplace_back("Idempotency-Key", "\"thanh-lap\"");
  const HttpReply made = post(kAgencies, found("so-vu-tru"), headers);
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(made.header("location"), "/api/v1/agencies/so-vu-tru");
  EXPECT_TRUE(has(made.body, R"("from_date":"2026-01-05","ended_on":null,"merged_into":null,"former_names":[])"));
  EXPECT_EQ(sequence_of(post(kAgencies, found("so-vu-tru"), headers)), sequence_of(made));
  expect_problem(post(kAgencies, found("so-vu-tru"), administrator()), {409, "already-exists"});
  expect_problem(post(kAgencies, found("ubnd-cap-xa"), administrator()), {409, "already-exists"});
  expect_problem(post(kAgencies, found("joint"), administrator()), {400, "bad-request", "/id"});
  expect_problem(post(kAgencies, found("so-x", R"(,"ended_on":null)"), administrator()),
                 {400, "bad-request", "/ended_on"});
  EXPECT_EQ(post("/api/v1/posts", R"({"role":"head","agency":"so-vu-tru","title":"Giám đốc"})", administrator()).status,
            201);
  EXPECT_EQ(total("agencies?q=so+vu+tru"), 1U);
}

TEST_F(Agencies, W121ARenamedAgencyIsFoundByBothNames) {
  const Sequence before = head();
  const std::uint64_t named = total("tasks?lead=so-tu-phap&q=so+tu+phap");  // the others it leads in a group
  ASSERT_GT(named, 0U);
  const HttpReply reply = command(kOld, "rename", R"({"name":"Sở Pháp chế","from_date":"2026-01-05",)" + kBasis + "}");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_TRUE(has(reply.body, R"("name":"Sở Pháp chế")"));
  EXPECT_TRUE(has(reply.body, R"("to":"2026-01-04")")) << reply.body;
  for (const char* words : {"tu+phap", "phap+che"})
    EXPECT_TRUE(has(get(std::string(kAgencies) + "?q=" + words).body, R"("id":"so-tu-phap")")) << words;
  EXPECT_EQ(total("tasks?lead=so-tu-phap&q=so+tu+phap"), named);
  EXPECT_GT(total("tasks?lead=so-tu-phap&q=so+phap+che"), 0U);
  EXPECT_TRUE(has(agency(kOld, "?as_of=" + std::to_string(before)), "Sở Tư pháp"));
  const std::string history = get(std::string(kAgencies) + "/so-tu-phap/history?limit=1").body;
  EXPECT_TRUE(has(history, "vn.luuvet.agency.renamed.v1") && has(history, R"("field":"former_names")")) << history;
}

TEST_F(Agencies, W122ADryRunShowsWhatAMergerWouldChange) {
  const Sequence before = head();
  const HttpReply dry = command(kOld, "merge?dry_run=true", kMerger);
  ASSERT_EQ(dry.status, 200) << dry.body;
  EXPECT_EQ(head(), before);
  const Json json(dry.body);
  EXPECT_TRUE(json["dry_run"].get_bool().value());
  const std::size_t changes = json["items"].get_array().value().size();
  EXPECT_GT(changes, 1U);
  EXPECT_EQ(json["items"].at(0)["subject"].get_string().value(), "agency/so-tu-phap");
  ASSERT_EQ(command(kOld, "merge", kMerger).status, 200);
  EXPECT_EQ(head(), before + changes);
  expect_problem(command(kOld, "dissolve?dry_run=true", R"({"on":"2026-01-05",)" + kBasis + "}"),
                 {400, "bad-query", "", "dry_run"});
}

TEST_F(Agencies, W122AMergerPassesOpenWorkOnInOneAct) {
  const std::uint64_t led = total("tasks?lead=so-tu-phap"), led_by_successor = total("tasks?lead=so-noi-vu");
  ASSERT_GT(led, 0U);
  const Sequence before = head();
  const HttpReply reply = command(kOld, "merge", kMerger);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_TRUE(has(reply.body, R"("ended_on":"2026-01-05","merged_into":"so-noi-vu")")) << reply.body;
  EXPECT_EQ(sequence_of(reply), head());
  EXPECT_EQ(total("tasks?lead=so-tu-phap"), 0U);
  EXPECT_GE(total("tasks?lead=so-noi-vu"), std::max(led, led_by_successor));
  EXPECT_EQ(total("tasks?lead=so-tu-phap&as_of=" + std::to_string(before)), led);
  EXPECT_EQ(total("agency-groups"), total("agency-groups?as_of=" + std::to_string(before)));
  const std::string events = get("/api/v1/events?after=" + std::to_string(before) + "&limit=1000").body;
  EXPECT_TRUE(has(events, R"("causationid":")" + std::to_string(before + 1) + '"'));
  expect_problem(command(kOld, "merge", kMerger), {422, "rule", "", "", "", "B04"});
  restart();
  EXPECT_EQ(total("tasks?lead=so-tu-phap"), 0U);
  EXPECT_TRUE(has(agency(kOld), R"("merged_into":"so-noi-vu")"));
}

TEST_F(Agencies, W123TheListTellsInForceFromEnded) {
  const std::uint64_t all = total("agencies");
  EXPECT_EQ(total("agencies?state=in-force"), all);
  ASSERT_EQ(command(kOld, "merge", kMerger).status, 200);
  EXPECT_EQ(total("agencies?state=in-force"), all - 1);
  EXPECT_EQ(total("agencies?state=ended"), 1U);
  EXPECT_EQ(total("agencies"), all);
  expect_problem(get(std::string(kAgencies) + "?state=gone"), {400, "bad-query", "", "state"});
  expect_problem(get("/api/v1/tasks?state=ended"), {400, "bad-query", "", "state"});
}

TEST_F(Agencies, W124NobodyActsForAnEndedAgencyAndNothingNewNamesIt) {
  const HttpHeaders head_of_old = as(kOld, "head");
  const std::string comment = std::string(kTaskPath) + "/comment";
  ASSERT_EQ(post(comment, R"({"text":"a"})", head_of_old).status, 200);
  RawWebSocket live(port(), "/api/v1/live", "Authorization: " + bearer_of(port(), kOld, "head") + "\r\n");
  ASSERT_EQ(live.answer().status, 101);
  ASSERT_EQ(command(kOld, "merge", kMerger).status, 200);
  expect_problem(post(comment, R"({"text":"a"})", head_of_old), {403, "forbidden", "", "", "", "B05"});
  EXPECT_TRUE(has(get("/api/v1/me", head_of_old).body, R"("agencies":[])"));
  const HttpReply refused =
      post("/api/v1/posts", R"({"role":"head","agency":"so-tu-phap","title":"Giám đốc"})", administrator());
  expect_problem(refused, {400, "bad-request", "/agency"});
  EXPECT_TRUE(has(refused.body, "so-noi-vu")) << refused.body;
  restart();  // the demo's accounts of an ended agency stand in nobody's way
  EXPECT_FALSE(has(get("/api/v1/demo-accounts").body, "\"so-tu-phap.head\""));
  EXPECT_EQ(post(comment, R"({"text":"a"})", as(kNew, "head")).status, 200);
}

TEST_F(Agencies, B13ADissolutionCountsWhatStandsInTheWay) {
  const std::string body = R"({"on":"2026-01-06",)" + kBasis + R"(,"reason":"Hết nhiệm vụ"})";
  const HttpReply refused = command(kOld, "dissolve", body);
  expect_problem(refused, {422, "rule", "", "", "", "B13"});
  EXPECT_TRUE(has(refused.body, "nhiệm vụ đang chủ trì: ")) << refused.body;
  ASSERT_EQ(post(kAgencies, found("so-vu-tru"), administrator()).status, 201);
  const HttpReply gone = command("so-vu-tru", "dissolve", body);
  ASSERT_EQ(gone.status, 200) << gone.body;
  EXPECT_TRUE(has(gone.body, R"("ended_on":"2026-01-06","merged_into":null)"));
}

TEST_F(Agencies, P02TheLifeOfAgenciesIsTheAdministratorsAlone) {
  for (const auto& who : {as("so-khcn", "head"), as("so-khcn", "standing-agency"), as("thanh-tra-tinh", "inspector")}) {
    expect_problem(post(kAgencies, found("so-vu-tru"), who), {403, "forbidden", "", "", "", "P01"});
    for (const auto& [name, body] :
         {std::pair("rename", R"({"name":"X","from_date":"2026-01-05",)" + kBasis + "}"), std::pair("merge", kMerger),
          std::pair("dissolve", R"({"on":"2026-01-05",)" + kBasis + "}")})
      expect_problem(post(std::string(kAgencies) + "/so-tu-phap/" + name, body, based_on_now(who)),
                     {403, "forbidden", "", "", "", "P01"});
  }
  expect_problem(post(std::string(kAgencies) + "/so-tu-phap/merge", kMerger, administrator()),
                 {428, "precondition-required"});
  HttpHeaders stale = administrator();
  stale.emplace_back("If-Match", "\"1\"");
  expect_problem(post(std::string(kAgencies) + "/so-tu-phap/merge", kMerger, stale), {412, "stale"});
}

// What a post merely sponsors is not its agency's.
TEST_F(Agencies, ThePostsOfAnAgencyAreItsOwn) {
  const std::string posts = get("/api/v1/posts?agency=so-khcn&limit=1000").body;
  EXPECT_TRUE(has(posts, R"("agency":"so-khcn")"));
  EXPECT_FALSE(has(posts, R"("role":"outside-lead")")) << posts;
  EXPECT_TRUE(has(get("/api/v1/posts?agency=viettel&limit=1000").body, R"("sponsor":"so-khcn")"));
}

}  // namespace
}  // namespace luuvet::test
