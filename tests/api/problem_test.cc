#include "api/problem.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <string>

namespace luuvet::api {
namespace {

constexpr auto kLast = ProblemType::kHttpVersion;

std::vector<ProblemType> all_types() {
  std::vector<ProblemType> types;
  for (int at = 0; at <= static_cast<int>(kLast); ++at) types.push_back(static_cast<ProblemType>(at));
  return types;
}

Rejection rejection_of(RejectionKind kind) {
  Rejection rejection;
  rejection.kind = kind;
  rejection.detail = {"Vì sao.", "Why."};
  return rejection;
}

std::string text_of(const Problem& problem, Language language = Language::kEnglish) {
  return std::string(reply_of(problem, language).bytes());
}

TEST(Problem, W43GivesEachRejectionItsOneStatus) {
  const std::map<RejectionKind, int> expected = {
      {RejectionKind::kInvalid, 400},
      {RejectionKind::kUnknownReference, 400},
      {RejectionKind::kNotFound, 404},
      {RejectionKind::kRule, 422},
      {RejectionKind::kAlreadyExists, 409},
      {RejectionKind::kForbidden, 403},
      {RejectionKind::kTooLarge, 413},
      {RejectionKind::kStale, 412},
      {RejectionKind::kPreconditionRequired, 428},
  };
  for (const auto& [kind, status] : expected) {
    const Reply reply = reply_of(problem_of(rejection_of(kind)), Language::kVietnamese);
    EXPECT_EQ(reply.status, status);
    EXPECT_NE(reply.bytes().find("\"status\":" + std::to_string(status)), std::string_view::npos);
  }
}

TEST(Problem, W43StandsInTheTableOfTheSpecification) {
  std::map<std::string, int> documented;
  std::ifstream spec(API_FOLDER "/SPEC.md");
  const std::regex row(R"(^\| `([a-z-]+)` \| (\d{3}) \|.*)");
  std::smatch match;
  for (std::string line; std::getline(spec, line);)
    if (std::regex_match(line, match, row)) documented["/problems/" + match[1].str()] = std::stoi(match[2]);
  std::map<std::string, int> known;
  for (const ProblemType type : all_types()) known[uri_of(type)] = status_of(type);
  EXPECT_EQ(known, documented);
}

TEST(Problem, W40SaysInvalidPlacesWithTheirPointers) {
  Rejection rejection = rejection_of(RejectionKind::kInvalid);
  rejection.errors.push_back({"/deadline/due", {"Ngày không có thật.", "No real date."}});
  EXPECT_EQ(text_of(problem_of(std::move(rejection))),
            R"({"type":"/problems/bad-request","title":"The request is not acceptable","status":400,"detail":"Why.",)"
            R"("errors":[{"pointer":"/deadline/due","detail":"No real date."}]})");
}

TEST(Problem, W40LeavesOutWhatDoesNotBelong) {
  EXPECT_EQ(
      text_of(not_found_here()),
      R"({"type":"/problems/not-found","title":"Not found","status":404,"detail":"There is nothing at this address."})");
}

TEST(Problem, W33SaysWhatChangedSince) {
  Rejection rejection = rejection_of(RejectionKind::kStale);
  rejection.fields = {"deadline"};
  rejection.current = 846;
  Problem problem = problem_of(std::move(rejection));
  problem.events_since = {R"({"id":"845"})", R"({"id":"846"})"};
  EXPECT_EQ(text_of(problem),
            R"({"type":"/problems/stale","title":"The content has changed","status":412,"detail":"Why.",)"
            R"("fields":["deadline"],"current":846,"events_since":[{"id":"845"},{"id":"846"}]})");
}

TEST(Problem, NamesTheRule) {
  const std::string text = text_of(problem_of(rule_broken("T07", "Không.", "No.")));
  EXPECT_NE(text.find(R"("rule":"T07")"), std::string::npos);
}

TEST(Problem, W41SpeaksVietnameseUnlessEnglishIsPreferred) {
  Request request;
  EXPECT_NE(reply_of(not_found_here(), request).bytes().find("Không tìm thấy"), std::string_view::npos);
  EXPECT_EQ(reply_of(not_found_here(), request).header("Content-Language"), "vi");
  request.headers.push_back({"Accept-Language", "en"});
  EXPECT_NE(reply_of(not_found_here(), request).bytes().find("Not found"), std::string_view::npos);
  EXPECT_EQ(reply_of(not_found_here(), request).header("Content-Language"), "en");
}

TEST(Problem, W42SaysWhenToComeBack) {
  using std::chrono::seconds;
  const Problem problems[] = {too_many_requests(seconds(5)), overloaded(seconds(2)), not_yet_applied(7), low_storage(),
                              not_ready()};
  for (const Problem& problem : problems) {
    const Reply reply = reply_of(problem, Language::kEnglish);
    ASSERT_TRUE(reply.header("Retry-After")) << uri_of(problem.type);
    EXPECT_GE(std::stoi(std::string(*reply.header("Retry-After"))), 1);
  }
  EXPECT_FALSE(reply_of(internal_error(), Language::kEnglish).header("Retry-After"));
}

TEST(Problem, W07IsNotStoredOnTheWay) {
  const Reply reply = reply_of(not_found_here(), Language::kEnglish);
  EXPECT_EQ(reply.header("Cache-Control"), "no-store");
  EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
}

TEST(Problem, W11SaysWhatIsAllowed) {
  EXPECT_EQ(reply_of(method_not_allowed({"GET", "HEAD"}), Language::kEnglish).header("Allow"), "GET, HEAD");
}

TEST(Problem, TellsTheSubscriberWhereTheLogIs) {
  EXPECT_NE(text_of(beyond_head("after", 12)).find(R"("parameter":"after","head":12)"), std::string::npos);
  EXPECT_NE(text_of(another_log("9f2c41d07ab3e865")).find(R"("log":"9f2c41d07ab3e865")"), std::string::npos);
  EXPECT_EQ(reply_of(upgrade_required(), Language::kEnglish).header("Upgrade"), "websocket");
}

TEST(Problem, EscapesWhatTheRequestSaid) {
  const std::string text = text_of(bad_query("a\"b", {"x", "x"}));
  EXPECT_NE(text.find(R"("parameter":"a\"b")"), std::string::npos);
}

}  // namespace
}  // namespace luuvet::api
