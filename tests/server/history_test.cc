// Histories and threads: who did what, with what stood before and after.
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

class History : public RunningServer {
 protected:
  // "field: old -> new" of the entry that `sequence` made.
  std::vector<std::string> changes(const std::string& list, Sequence sequence) {
    const HttpReply reply = get(list);
    const Json json(reply.body);
    std::vector<std::string> result;
    for (const auto item : json["items"].get_array()) {
      if (item["sequence"].get_uint64() != sequence) continue;
      for (const auto change : item["changes"].get_array())
        result.push_back(std::string(change["field"].get_string().value()) + ": " +
                         simdjson::minify(change["old"].value()) + " -> " + simdjson::minify(change["new"].value()));
    }
    return result;
  }
  std::vector<Sequence> sequences(const std::string& target) {
    const HttpReply reply = get(target);
    EXPECT_EQ(reply.status, 200) << reply.body;
    const Json json(reply.body);
    std::vector<Sequence> result;
    for (const auto item : json["items"].get_array()) result.push_back(item["sequence"].get_uint64());
    return result;
  }
  Sequence report(int percent) {
    return sequence_of(
        done(std::string(kTaskPath) + "/report-progress", R"({"percent":)" + std::to_string(percent) + "}"));
  }
  std::string made_document() {
    const HttpReply reply = done("/api/v1/documents", R"({"kind":"decision","number":"9/QĐ-UBND","issuer":"UBND tỉnh",)"
                                                      R"("abstract":"Điều chỉnh nhiệm vụ"})");
    return text_of(reply.body, "id");
  }
  const std::string own_ = std::string(kTaskPath) + "/history";
};

TEST_F(History, W28ShowsOldAndNewValues) {
  const std::string title = text_of(get(kTaskPath).body, "title");
  const Sequence amended = sequence_of(
      done(std::string(kTaskPath) + "/amend", R"({"set":{"title":"Tên mới"},"document":"lao-cai-de-an-11"})"));
  EXPECT_EQ(changes(own_, amended), std::vector<std::string>{"title: " + json_string(title) + " -> \"Tên mới\""});
  EXPECT_EQ(changes("/api/v1/history", amended), changes(own_, amended));
  const Sequence first = report(30);
  const Sequence second = report(60);
  const std::vector<std::string> started = {"status: null -> \"in-progress\"", "reported_percent: null -> 30",
                                            "statement_state: null -> \"draft\""};
  EXPECT_EQ(changes(own_, first), started);
  EXPECT_EQ(changes(own_, second), std::vector<std::string>{"reported_percent: 30 -> 60"});
}

TEST_F(History, W28GoesBackFromTheNewestByBefore) {
  std::vector<Sequence> made;
  for (int i = 1; i <= 9; ++i) made.insert(made.begin(), report(i * 10));
  std::vector<Sequence> seen;
  std::string next = own_ + "?limit=4";
  while (!next.empty()) {
    for (const Sequence sequence : sequences(next)) seen.push_back(sequence);
    const std::string link(get(next).header("link").value_or(""));
    next = link.empty() ? "" : link.substr(1, link.find('>') - 1);
  }
  ASSERT_EQ(seen.size(), 11u);  // registered and assigned, too
  EXPECT_EQ(std::vector<Sequence>(seen.begin(), seen.begin() + 9), made);
  EXPECT_EQ(sequences(own_ + "?before=" + std::to_string(made.back())).size(), 2u);
  EXPECT_TRUE(sequences(own_ + "?before=1").empty());
}

TEST_F(History, W196WhatRestsOnADocumentIsFoundByKindAndPage) {
  const std::string document = made_document();
  const std::string acts = "/api/v1/documents/" + document + "/acts";
  EXPECT_TRUE(sequences(acts).empty());
  const std::string paper = R"("document":")" + document + "\"";
  const Sequence amended =
      sequence_of(done(std::string(kTaskPath) + "/amend", R"({"set":{"title":"Tên mới"},)" + paper + "}"));
  const Sequence reported =
      sequence_of(done(std::string(kTaskPath) + "/report-progress", R"({"percent":30,)" + paper + "}"));
  const Sequence directed =
      sequence_of(done(std::string(kTaskPath) + "/urge", R"({"text":"Báo cáo ngay","to":["so-khcn"],)" + paper + "}"));
  EXPECT_EQ(sequences(acts), (std::vector<Sequence>{directed, reported, amended}));
  EXPECT_EQ(sequences(acts + "?kind=task"), std::vector<Sequence>{amended});
  EXPECT_EQ(sequences(acts + "?limit=2"), (std::vector<Sequence>{directed, reported}));
  const std::string link(get(acts + "?limit=2").header("link").value_or(""));
  ASSERT_FALSE(link.empty());
  EXPECT_EQ(sequences(link.substr(1, link.find('>') - 1)), std::vector<Sequence>{amended});
  EXPECT_EQ(sequences(acts + "?as_of=" + std::to_string(amended)), std::vector<Sequence>{amended});
  EXPECT_EQ(number_of(get("/api/v1/documents/" + document).body, "cited_by"), 3u);
  expect_problem(get(acts + "?kind=viec"), {400, "bad-query", "", "kind"});
  expect_problem(get("/api/v1/documents/khong-co/acts"), {404, "not-found"});
  restart();
  EXPECT_EQ(sequences(acts), (std::vector<Sequence>{directed, reported, amended}));
}
TEST_F(History, W197NothingProtectedStandsThere) {
  const std::string document = made_document();
  done(std::string(kTaskPath) + "/urge", R"({"text":"Chuyện riêng","to":["so-khcn"],"document":")" + document + "\"}");
  const HttpReply reply = get("/api/v1/documents/" + document + "/acts");
  EXPECT_EQ(reply.body.find("Chuyện riêng"), std::string::npos);
  EXPECT_NE(reply.body.find(R"("by":["document"])"), std::string::npos);
}

TEST_F(History, W28FiltersByTypeAndOfTheLogBySubjectProgrammeAndAgency) {
  const Sequence reported = report(30);
  done("/api/v1/agencies/so-tai-chinh/comment", R"({"text":"a"})");
  const std::vector<Sequence> only{reported};
  EXPECT_EQ(sequences(own_ + "?types=vn.luuvet.assignment"), only);
  EXPECT_EQ(sequences("/api/v1/history?types=vn.luuvet.assignment.progress-reported"), only);
  EXPECT_EQ(sequences("/api/v1/history?subject=assignment/" + std::string(kTask) + ".joint"), only);
  EXPECT_EQ(sequences("/api/v1/history?limit=1&programme=lao-cai-de-an-11"), only);
  EXPECT_EQ(sequences("/api/v1/history?limit=1&agency=vp-ubnd-tinh"), only);
  EXPECT_TRUE(sequences(own_ + "?types=vn.luuvet.assign").empty());
}

TEST_F(History, W28OfThePastHasNothingOfTheFuture) {
  const Sequence first = report(30);
  report(60);
  EXPECT_EQ(sequences(own_ + "?limit=1&as_of=" + std::to_string(first)), std::vector<Sequence>{first});
  EXPECT_EQ(sequences("/api/v1/history?limit=1&as_of=" + std::to_string(first)), std::vector<Sequence>{first});
}

TEST_F(History, W28ThreadsGoOnFromTheOldest) {
  std::vector<Sequence> made;
  for (int i = 0; i < 5; ++i)
    made.push_back(
        sequence_of(done(std::string(kTaskPath) + "/comment", R"({"text":"Lần )" + std::to_string(i) + "\"}")));
  const std::string thread = std::string(kTaskPath) + "/thread";
  EXPECT_EQ(sequences(thread), made);
  const HttpReply page = get(thread + "?limit=2");
  EXPECT_EQ(number_of(page.body, "total"), 5u);
  EXPECT_EQ(sequences(thread + "?limit=2&cursor=" + text_of(page.body, "next")),
            std::vector<Sequence>(made.begin() + 2, made.begin() + 4));
  const std::string link(page.header("link").value_or(""));
  EXPECT_NE(link.find("rel=\"next\""), std::string::npos);
  EXPECT_EQ(sequences(own_ + "?limit=1"), std::vector<Sequence>{made.back()});
}

}  // namespace
}  // namespace luuvet::test
