// Two who change the same thing: different fields merge, the same field is refused with what came in between.
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

constexpr const char* kDocument = R"("document":"lao-cai-de-an-11")";

std::string amending(const std::string& set) {
  return R"({"set":{)" + set + "}," + kDocument + "}";
}

class Precondition : public RunningServer {
 protected:
  HttpReply amend(const std::string& set, Sequence based_on) {
    return post(std::string(kTaskPath) + "/amend", amending(set),
                {{"Luuvet-Acting-For", kLead}, {"Luuvet-Based-On", std::to_string(based_on)}});
  }
  HttpReply report(const HttpHeaders& more, const char* body = R"({"percent":30})") {
    HttpHeaders headers = {{"Luuvet-Acting-For", kLead}};
    headers.insert(headers.end(), more.begin(), more.end());
    return post(std::string(kTaskPath) + "/report-progress", body, headers);
  }
};

TEST_F(Precondition, W32IsNeededForWhatIsThere) {
  const std::string before = checkpoint();
  expect_problem(report({}), {428, "precondition-required"});
  EXPECT_EQ(checkpoint(), before);
  for (const char* free : {"comment", "urge"})
    EXPECT_EQ(post(std::string(kTaskPath) + "/" + free,
                   std::string(free) == "comment" ? R"({"text":"a"})" : R"({"text":"a","to":["so-noi-vu"]})",
                   {{"Luuvet-Acting-For", kLead}})
                  .status,
              200)
        << free;
}

TEST_F(Precondition, W30HoldsForTheVeryEtagThatWasAnswered) {
  const Sequence seen = sequence_of_item(kTaskPath);
  const HttpReply reply = report({{"If-Match", quoted(seen)}});
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.header("etag"), quoted(sequence_of(reply)));
  EXPECT_EQ(sequence_of_item(kTaskPath), sequence_of(reply));
  const std::string before = checkpoint();
  expect_problem(report({{"If-Match", quoted(seen)}}), {412, "stale"});
  expect_problem(report({{"If-Match", quoted(seen)}, {"Luuvet-Based-On", std::to_string(head())}}), {412, "stale"});
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(Precondition, W06EtagsMoveWithWhatIsShownAndWithNothingElse) {
  const Sequence task = sequence_of_item(kTaskPath);
  const std::string work = "/api/v1/assignments/" + std::string(kTask) + ".joint";
  EXPECT_EQ(sequence_of_item(work), task);
  done(std::string(kTaskPath) + "/comment", R"({"text":"a"})");
  EXPECT_EQ(sequence_of_item(kTaskPath), task);
  const Sequence reported = sequence_of(done(std::string(kTaskPath) + "/report-progress", R"({"percent":30})"));
  EXPECT_EQ(sequence_of_item(kTaskPath), reported);
  EXPECT_EQ(sequence_of_item(work), reported);
  EXPECT_EQ(number_of(get(kTaskPath).body, "sequence"), reported);
  EXPECT_EQ(sequence_of_item("/api/v1/tasks/da11.ii.i.1.2"),
            number_of(get("/api/v1/tasks/da11.ii.i.1.2").body, "sequence"));
}

TEST_F(Precondition, W31DifferentFieldsMerge) {
  const Sequence seen = head();
  EXPECT_EQ(amend(R"("title":"Tên mới")", seen).status, 200);
  const HttpReply second = amend(R"("content":"Nội dung mới")", seen);
  ASSERT_EQ(second.status, 200) << second.body;
  EXPECT_EQ(text_of(second.body, "title"), "Tên mới");
  EXPECT_EQ(text_of(second.body, "content"), "Nội dung mới");
  EXPECT_EQ(report({{"Luuvet-Based-On", std::to_string(seen)}}).status, 200);
}

TEST_F(Precondition, W33TheSameFieldIsRefusedWithWhatCameBetween) {
  const Sequence seen = head();
  const Sequence first = sequence_of(amend(R"("title":"Tên của người thứ nhất")", seen));
  const std::string before = checkpoint();
  const HttpReply second = amend(R"("title":"Tên của người thứ hai","content":"Nội dung")", seen);
  expect_problem(second, {412, "stale"});
  const Json problem(second.body);
  EXPECT_EQ(simdjson::minify(problem["fields"].value()), R"(["title"])");
  EXPECT_EQ(problem["current"].get_uint64().value(), first);
  const auto since = problem["events_since"].get_array().value();
  ASSERT_EQ(since.size(), 1u);
  EXPECT_EQ(since.at(0)["id"].get_string().value(), std::to_string(first));
  const HttpReply events = get("/api/v1/events?after=" + std::to_string(first - 1));
  EXPECT_EQ("[" + simdjson::minify(since.at(0)) + "]", simdjson::minify(Json(events.body).root()));
  EXPECT_EQ(checkpoint(), before);
  EXPECT_EQ(amend(R"("title":"Tên của người thứ hai")", first).status, 200);
}

TEST_F(Precondition, W33GivesAtMostAHundredEvents) {
  const Sequence seen = head();
  for (int i = 0; i < 120; ++i) done(std::string(kTaskPath) + "/comment", R"({"text":"a"})");
  done(std::string(kTaskPath) + "/amend", amending(R"("title":"Tên mới")"));
  const HttpReply reply = amend(R"("title":"Tên khác")", seen);
  expect_problem(reply, {412, "stale"});
  EXPECT_EQ(Json(reply.body)["events_since"].get_array().value().size(), 100u);
}

TEST_F(Precondition, W31BeyondTheHeadIsNothingThatAnybodyHasSeen) {
  expect_problem(report({{"Luuvet-Based-On", std::to_string(head() + 1)}}), {400, "bad-request"});
}

TEST_F(Precondition, W32TheItemsOfAnActRestOnTheirOwn) {
  const Sequence seen = sequence_of_item(kTaskPath);
  const auto act = [&](Sequence based_on) {
    return R"({"programme":"lao-cai-de-an-11",)" + std::string(kDocument) +
           R"(,"items":[{"do":"amend","subject":"task/)" + kTask + R"(","based_on":)" + std::to_string(based_on) +
           R"(,"set":{"title":"Tên mới"}}]})";
  };
  EXPECT_EQ(post("/api/v1/acts/amend-programme", act(seen), {{"Luuvet-Acting-For", kLead}}).status, 200);
  expect_problem(post("/api/v1/acts/amend-programme", act(seen), {{"Luuvet-Acting-For", kLead}}), {412, "stale"});
}

}  // namespace
}  // namespace luuvet::test
