// A request that is sent again under its key is answered as it was, for ever.
#include "tests/server/running_server.h"
#include "tests/support/demo_people.h"

namespace luuvet::test {
namespace {

struct Sent {
  std::string target;
  std::string body;
  HttpHeaders headers;
};

class Repeat : public RunningServer {
 protected:
  HttpReply send(const Sent& sent) { return post(sent.target, sent.body, sent.headers); }
  Sent keyed(const std::string& target, const std::string& body, const std::string& key) {
    return {target,
            body,
            {{"Luuvet-Acting-For", kLead},
             {"Luuvet-Based-On", std::to_string(head())},
             {"Idempotency-Key", "\"" + key + "\""}}};
  }
  static std::string etag(const HttpReply& reply) { return std::string(reply.header("etag").value_or("")); }

  void expect_same(const HttpReply& first, const HttpReply& again) {
    EXPECT_EQ(again.status, first.status);
    EXPECT_EQ(again.body, first.body);
    EXPECT_EQ(etag(again), etag(first));
    EXPECT_EQ(sequence_of(again), sequence_of(first));
    EXPECT_EQ(again.header("location"), first.header("location"));
  }
};

TEST_F(Repeat, W35AnswersTheFirstOutcomeAlsoAfterARestart) {
  std::vector<Sent> sent;
  sent.push_back(keyed(std::string(kTaskPath) + "/report-progress", R"({"percent":30,"result":"Đã làm"})", "report"));
  sent.push_back(keyed(std::string(kTaskPath) + "/comment", R"({"text":"Hỏi"})", "comment"));
  sent.push_back(keyed("/api/v1/documents",
                       R"({"kind":"decision","issuer":"UBND tỉnh","abstract":"Về việc này","issued_on":"2026-01-05"})",
                       "document"));
  sent.push_back(keyed("/api/v1/tasks",
                       R"({"programme":"lao-cai-de-an-11","title":"Việc mới","lead_agencies":["so-noi-vu"],)"
                       R"("deadline":{"text":"Quý IV/2026"},"document":"lao-cai-de-an-11"})",
                       "task"));
  std::vector<HttpReply> first;
  for (const Sent& one : sent) first.push_back(send(one));
  EXPECT_EQ(first[0].status, 200) << first[0].body;
  EXPECT_EQ(first[1].status, 200) << first[1].body;
  EXPECT_EQ(first[2].status, 201) << first[2].body;
  EXPECT_EQ(first[3].status, 201) << first[3].body;
  done(std::string(kTaskPath) + "/report-progress", R"({"percent":60})");
  const std::string before = checkpoint();
  for (std::size_t i = 0; i < sent.size(); ++i) expect_same(first[i], send(sent[i]));
  EXPECT_EQ(checkpoint(), before);
  restart();
  const Sequence reopened = head();
  for (std::size_t i = 0; i < sent.size(); ++i) expect_same(first[i], send(sent[i]));
  EXPECT_EQ(head(), reopened);
}

TEST_F(Repeat, W35OfAnActAnswersItsOutcome) {
  const Sequence seen = head();
  const Sent act =
      keyed("/api/v1/acts/enter-opening-state",
            R"({"items":[{"subject":"assignment/da11.ii.i.1.1.joint","based_on":)" + std::to_string(seen) +
                R"(,"status":"in-progress","percent":10},{"subject":"assignment/da11.ii.i.1.3.joint","based_on":)" +
                std::to_string(seen) + R"(,"status":"not-started"}]})",
            "act");
  const HttpReply first = send(act);
  ASSERT_EQ(first.status, 200) << first.body;
  EXPECT_EQ(number_of(first.body, "size"), 2u);
  done(std::string(kTaskPath) + "/comment", R"({"text":"a"})");
  const HttpReply again = send(act);
  EXPECT_EQ(sequence_of(again), sequence_of(first));
  EXPECT_EQ(simdjson::minify(Json(again.body)["items"].value()), simdjson::minify(Json(first.body)["items"].value()));
  EXPECT_EQ(again.body, first.body);
}

TEST_F(Repeat, W36OfAnotherRequestIsRefused) {
  const Sent first = keyed(std::string(kTaskPath) + "/comment", R"({"text":"Một"})", "key");
  ASSERT_EQ(send(first).status, 200);
  const std::string before = checkpoint();
  Sent other_body = first;
  other_body.body = R"({"text":"Hai"})";
  expect_problem(send(other_body), {422, "key-reused"});
  Sent other_target = first;
  other_target.target = "/api/v1/tasks/da11.ii.i.1.2/comment";
  expect_problem(send(other_target), {422, "key-reused"});
  EXPECT_EQ(checkpoint(), before);
  restart();
  expect_problem(send(other_body), {422, "key-reused"});
}

TEST_F(Repeat, W35KeysBelongToAnAccount) {
  Sent first = keyed(std::string(kTaskPath) + "/comment", R"({"text":"Một"})", "key");
  const Sequence one = sequence_of(send(first));
  first.headers.emplace_back("Authorization", bearer_of(port(), kLead, "officer"));
  EXPECT_GT(sequence_of(send(first)), one);
}

TEST_F(Repeat, W35RejectionsAreNotKept) {
  Sent cancel = keyed(std::string(kTaskPath) + "/resume", R"({"reason":"a","document":"lao-cai-de-an-11"})", "key");
  expect_problem(send(cancel), {422, "rule"});
  expect_problem(send(cancel), {422, "rule"});
  EXPECT_EQ(send(keyed(std::string(kTaskPath) + "/comment", R"({"text":"Một"})", "key")).status, 200);
}

}  // namespace
}  // namespace luuvet::test
