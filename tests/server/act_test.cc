// Acts: whole or not at all, and shown before they are done.
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

constexpr const char* kAmend = "/api/v1/acts/amend-programme";

class Acts : public RunningServer {
 protected:
  std::string amendment(const std::string& items) {
    return R"({"programme":"lao-cai-de-an-11","document":"lao-cai-de-an-11","items":[)" + items + "]}";
  }
  std::string based() { return R"("based_on":)" + std::to_string(head()); }
  std::string three() {
    return amendment(
        R"({"do":"amend","subject":"task/da11.ii.i.1.1",)" + based() + R"(,"set":{"title":"Tên mới"}},)" +
        R"({"do":"cancel","subject":"task/da11.ii.i.1.3",)" + based() + R"(,"reason":"Trùng"},)" +
        R"({"do":"add","task":{"title":"Việc mới","lead_agencies":["so-noi-vu"],"deadline":{"text":"Quý IV/2026"}}})");
  }
  HttpReply act(const std::string& target, const std::string& body) {
    return post(target, body, {{"Luuvet-Acting-For", kLead}});
  }
};

TEST_F(Acts, W39ADryRunShowsTheDifferenceAndWritesNothing) {
  const std::string before = checkpoint();
  const std::string title = text_of(get(kTaskPath).body, "title");
  const HttpReply dry = act(std::string(kAmend) + "?dry_run=true", three());
  ASSERT_EQ(dry.status, 200) << dry.body;
  const Json json(dry.body);
  EXPECT_TRUE(json["dry_run"].get_bool().value());
  const auto items = json["items"].get_array().value();
  ASSERT_EQ(items.size(), 3u) << dry.body;
  EXPECT_EQ(simdjson::minify(items.at(0)["changes"].value()),
            R"([{"field":"title","old":)" + json_string(title) + R"(,"new":"Tên mới"}])");
  EXPECT_EQ(items.at(1)["do"].get_string().value(), "cancel");
  EXPECT_EQ(items.at(2)["do"].get_string().value(), "add");
  EXPECT_TRUE(items.at(2)["subject"].is_null());
  EXPECT_EQ(checkpoint(), before);
  EXPECT_EQ(text_of(get(kTaskPath).body, "title"), title);
}

TEST_F(Acts, W39IsOneRunOfEvents) {
  const Sequence before = head();
  const HttpReply reply = act(kAmend, three());
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(number_of(reply.body, "first"), before + 1);
  EXPECT_EQ(number_of(reply.body, "last"), head());
  EXPECT_EQ(sequence_of(reply), head());
  EXPECT_EQ(number_of(reply.body, "size"), head() - before);
  EXPECT_EQ(Json(reply.body)["items"].get_array().value().size(), 3u);
  // Inside it, nothing of it has happened yet.
  EXPECT_NE(text_of(get(std::string(kTaskPath) + "?as_of=" + std::to_string(before + 1)).body, "title"), "Tên mới");
  EXPECT_EQ(text_of(get(std::string(kTaskPath) + "?as_of=" + std::to_string(head())).body, "title"), "Tên mới");
}

TEST_F(Acts, W39IsNotDoneAtAllWhereOneItemFails) {
  const std::string before = checkpoint();
  const std::string bad = amendment(R"({"do":"amend","subject":"task/da11.ii.i.1.1",)" + based() +
                                    R"(,"set":{"title":"Tên mới"}},{"do":"cancel","subject":"task/khong-co",)" +
                                    based() + R"(,"reason":"Trùng"})");
  for (const std::string& target : {std::string(kAmend), std::string(kAmend) + "?dry_run=true"})
    expect_problem(act(target, bad), {400, "unknown-reference", "/items/1/subject"});
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(Acts, W39RefuseWhatIsTooLarge) {
  const std::string before = checkpoint();
  std::string items;
  for (int i = 0; i < 260; ++i) {
    if (i > 0) items += ',';
    items += R"({"do":"add","task":{"title":")" + std::string(15'900, 'x') +
             R"(","lead_agencies":["so-noi-vu"],"deadline":{"text":"Quý IV/2026"}}})";
  }
  ASSERT_LT(items.size(), 4u * 1024 * 1024 - 1'000);
  expect_problem(act(kAmend, amendment(items)), {413, "too-large"});
  std::string many;
  for (int i = 0; i < 2'501; ++i)
    many += std::string(i > 0 ? "," : "") +
            R"({"do":"add","task":{"title":"x","lead_agencies":["so-noi-vu"],"deadline":{"text":"Quý IV/2026"}}})";
  expect_problem(act(kAmend, amendment(many)), {413, "too-large"});  // two events each
  EXPECT_EQ(checkpoint(), before);
}

TEST_F(Acts, W39NamesNoSubjectTwice) {
  const std::string one =
      R"({"do":"amend","subject":"task/da11.ii.i.1.1",)" + based() + R"(,"set":{"title":"Tên mới"}})";
  expect_problem(act(kAmend, amendment(one + "," + one)), {400, "bad-request", "/items/1/subject"});
}

TEST_F(Acts, W32AStaleItemTellsWhatCameInBetween) {
  const std::string body =
      amendment(R"({"do":"amend","subject":"task/da11.ii.i.1.1",)" + based() + R"(,"set":{"title":"Tên của tôi"}})");
  const Sequence moved = sequence_of(act(kAmend, amendment(R"({"do":"amend","subject":"task/da11.ii.i.1.1",)" +
                                                           based() + R"(,"set":{"title":"Tên của người khác"}})")));
  const HttpReply reply = act(kAmend, body);
  expect_problem(reply, {412, "stale", "/items/0/based_on"});
  const Json problem(reply.body);
  ASSERT_EQ(problem["events_since"].get_array().value().size(), 1u) << reply.body;
  EXPECT_EQ(problem["events_since"].at(0)["id"].get_string().value(), std::to_string(moved));
}

}  // namespace
}  // namespace luuvet::test
