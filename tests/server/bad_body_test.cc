// Bodies that are wrong in every way that the requirements name: each gets its problem, nothing changes, the server
// lives.
#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

struct BadBody {
  const char* what;
  std::string command;  // of the task
  std::string body;
  Expected expected;
};

std::string commented(const std::string& text) {
  return R"({"text":")" + text + "\"}";
}

std::vector<BadBody> malformed() {
  const Expected whole{400, "bad-request"};
  std::vector<BadBody> bodies;
  for (const std::string body :
       {R"({"text":)", R"({"text":"a"} x)", R"({"text":"a",})", R"({'text':'a'})", R"({"text":"a)", "{", "nul", "\x01",
        R"({"text":tru})", R"({"text":"\x"})", R"({"text":"\u12"})", R"({"text":"\ud800"})", R"({"text" "a"})",
        R"({"text":"a"}{"text":"b"})"})
    bodies.push_back({"malformed", "comment", body, whole});
  bodies.push_back({"empty", "comment", " ", whole});
  bodies.push_back(
      {"deeply nested", "comment", R"({"text":)" + std::string(5'000, '[') + std::string(5'000, ']') + "}", whole});
  bodies.push_back({"broken UTF-8", "comment", commented("a\xff"), whole});
  bodies.push_back({"overlong UTF-8", "comment", commented("\xc0\xaf"), whole});
  bodies.push_back({"surrogate as UTF-8", "comment", commented("\xed\xa0\x80"), whole});
  bodies.push_back({"BOM only", "comment", "\xef\xbb\xbf", whole});
  bodies.push_back({"raw control character", "comment", commented("a\x01"), whole});
  return bodies;
}

std::vector<BadBody> wrong_members() {
  const auto at = [](const char* pointer) { return Expected{400, "bad-request", pointer}; };
  return {
      {"an array", "comment", "[]", {400, "bad-request"}},
      {"a string", "comment", R"("text")", {400, "bad-request"}},
      {"null", "comment", "null", {400, "bad-request"}},
      {"number for text", "comment", R"({"text":5})", at("/text")},
      {"object for text", "comment", R"({"text":{}})", at("/text")},
      {"null for what is needed", "comment", R"({"text":null})", at("/text")},
      {"missing member", "comment", "{}", at("/text")},
      {"unknown member", "comment", R"({"text":"a","x":1})", at("/x")},
      {"unknown member with escapes", "comment", R"({"text":"a","a/b~c":1})", at("/a~1b~0c")},
      {"member twice", "comment", R"({"text":"a","text":"b"})", at("/text")},
      {"blank text", "comment", R"({"text":" \t "})", at("/text")},
      {"fraction for sequence", "comment", R"({"text":"a","reply_to":1.5})", at("/reply_to")},
      {"negative sequence", "comment", R"({"text":"a","reply_to":-1})", at("/reply_to")},
      {"huge number", "comment", R"({"text":"a","reply_to":99999999999999999999})", at("/reply_to")},
      {"number in exponents", "report-progress", R"({"percent":1e1})", at("/percent")},
      {"percent beyond 100", "report-progress", R"({"percent":101})", at("/percent")},
      {"negative percent", "report-progress", R"({"percent":-1})", at("/percent")},
      {"text for percent", "report-progress", R"({"percent":"30"})", at("/percent")},
      {"bool for percent", "report-progress", R"({"percent":true})", at("/percent")},
      {"object for a list", "report-progress", R"({"quantities":{}})", at("/quantities")},
      {"item of the wrong type", "report-progress", R"({"quantities":[5]})", at("/quantities/0")},
      {"day that is not", "start", R"({"started_on":"2026-02-30"})", at("/started_on")},
      {"day in another form", "start", R"({"started_on":"30/03/2026"})", at("/started_on")},
      {"day in the future", "start", R"({"started_on":"2999-01-01"})", at("/started_on")},
      {"unknown word", "enter-opening-state", R"({"status":"finished"})", at("/status")},
      {"word in another case", "enter-opening-state", R"({"status":"In-Progress"})", at("/status")},
      {"id of a wrong form", "direct", R"({"text":"a","to":["SỞ"]})", at("/to/0")},
  };
}

std::vector<BadBody> hidden_characters() {
  std::vector<BadBody> bodies;
  for (const char* text : {R"(a\u202eb)", R"(a\u2066b)", R"(a\u2069b)", R"(a\u200fb)", R"(a\u0000b)", R"(a\u0007b)",
                           R"(a\u007fb)", R"(a\u0085b)",
                           "a\xe2\x80\xae"
                           "b",
                           "a\xe2\x81\xa7"
                           "b",
                           R"(a\r\nb)"})
    bodies.push_back({text, "comment", commented(text), {400, "bad-request", "/text"}});
  return bodies;
}

std::vector<BadBody> too_long() {
  return {
      {"long text", "comment", commented(std::string(16 * 1024 + 1, 'x')), {400, "bad-request", "/text"}},
      {"body beyond 4 MiB", "comment", commented(std::string(4 * 1024 * 1024, 'x')), {413, "too-large"}},
  };
}

class BadBodies : public RunningServer {
 protected:
  void expect_refused(const std::vector<BadBody>& bodies) {
    const std::string before = checkpoint();
    for (const BadBody& bad : bodies) {
      SCOPED_TRACE(std::string(bad.what) + ": " + bad.body.substr(0, 80));
      const HttpReply reply = post(std::string(kTaskPath) + "/" + bad.command, bad.body,
                                   {{"Luuvet-Acting-For", kLead}, {"Luuvet-Based-On", std::to_string(head())}});
      expect_problem(reply, bad.expected);
    }
    EXPECT_EQ(checkpoint(), before);
  }
};

TEST_F(BadBodies, W02RefusesWhatIsNotJson) {
  expect_refused(malformed());
}
TEST_F(BadBodies, W02RefusesMembersThatAreWrong) {
  expect_refused(wrong_members());
}
TEST_F(BadBodies, W03RefusesHiddenCharacters) {
  expect_refused(hidden_characters());
}
TEST_F(BadBodies, W90RefusesWhatIsTooLong) {
  expect_refused(too_long());
}

TEST_F(BadBodies, W02SaysAllThatIsWrongUpToTwenty) {
  const HttpReply three = post(std::string(kTaskPath) + "/comment", R"({"text":5,"x":1,"y":2})");
  expect_problem(three, {400, "bad-request", "/y"});
  EXPECT_EQ(Json(three.body)["errors"].get_array().value().size(), 3u);
  std::string many = R"({"text":"a")";
  for (int i = 0; i < 50; ++i) many += ",\"x" + std::to_string(i) + "\":1";
  const HttpReply fifty = post(std::string(kTaskPath) + "/comment", many + "}");
  EXPECT_EQ(Json(fifty.body)["errors"].get_array().value().size(), 20u);
}

TEST_F(BadBodies, W02TakesNullForLeftOut) {
  const HttpReply reply = done(std::string(kTaskPath) + "/comment", R"({"text":"a","reply_to":null})");
  EXPECT_EQ(reply.status, 200);
}

TEST_F(BadBodies, W03BringsTextToNfc) {
  done(std::string(kTaskPath) + "/comment", R"({"text":"Hoa\u0300 bình"})");
  const HttpReply thread = get(std::string(kTaskPath) + "/thread");
  EXPECT_NE(thread.body.find("Hoà bình"), std::string::npos) << thread.body;
}

TEST_F(BadBodies, W04MustBeSaidToBeJson) {
  const std::string before = checkpoint();
  for (const char* type : {"text/plain", "application/json; charset=latin-1", "application/xml", "application/jsonx"})
    expect_problem(ask({"POST", std::string(kTaskPath) + "/comment", {{"Content-Type", type}}, commented("a")}),
                   {415, "unsupported-media-type"});
  expect_problem(ask({"POST", std::string(kTaskPath) + "/comment", {}, commented("a")}),
                 {415, "unsupported-media-type"});
  EXPECT_EQ(checkpoint(), before);
  EXPECT_EQ(ask({"POST",
                 std::string(kTaskPath) + "/comment",
                 {{"Content-Type", "Application/JSON; charset=\"UTF-8\""}},
                 commented("a")})
                .status,
            200);
}

TEST_F(BadBodies, W12NamesReferencesThatAreNotThere) {
  const std::string before = checkpoint();
  expect_problem(post("/api/v1/tasks/khong-co/comment", commented("a")), {404, "not-found"});
  expect_problem(post("/api/v1/assignments/khong-co.joint/comment", commented("a")), {404, "not-found"});
  expect_problem(get("/api/v1/tasks/khong-co"), {404, "not-found"});
  expect_problem(get("/api/v1/tasks/khong-co/history"), {404, "not-found"});
  expect_problem(get("/api/v1/tasks/khong-co/thread"), {404, "not-found"});
  expect_problem(post(std::string(kTaskPath) + "/direct", R"({"text":"a","to":["khong-co"]})"),
                 {400, "unknown-reference", "/to/0"});
  expect_problem(post("/api/v1/acts/enter-opening-state",
                      R"({"items":[{"subject":"assignment/khong-co.joint","based_on":1,"status":"not-started"}]})"),
                 {400, "unknown-reference", "/items/0/subject"});
  EXPECT_EQ(checkpoint(), before);
}

// An address comes before headers, headers before the body, the body before what it is about.
TEST_F(BadBodies, W34AreJudgedInOrder) {
  const HttpHeaders bad_header = {{"Luuvet-Acting-For", "Không"}};
  expect_problem(post("/api/v1/nowhere/x/comment", "{", bad_header), {404, "not-found"});
  expect_problem(post("/api/v1/tasks/khong-co/comment", "{", bad_header), {400, "bad-header"});
  expect_problem(post("/api/v1/tasks/khong-co/comment", "{"), {400, "bad-request"});
  expect_problem(post("/api/v1/tasks/khong-co/cancel", R"({"reason":"a","document":"khong-co"})",
                      {{"Luuvet-Acting-For", "so-noi-vu"}}),
                 {403, "forbidden", "", "", "", "P01"});
  expect_problem(post("/api/v1/tasks/khong-co/cancel", R"({"reason":"a","document":"khong-co"})"), {404, "not-found"});
  expect_problem(post(std::string(kTaskPath) + "/cancel", R"({"reason":"a","document":"khong-co"})",
                      {{"Luuvet-Acting-For", "lc-so-khcn"}}),
                 {400, "unknown-reference", "/document"});
  const std::string cancel = R"({"reason":"a","document":"lao-cai-de-an-11"})";
  expect_problem(post(std::string(kTaskPath) + "/cancel", cancel, {{"Luuvet-Acting-For", "lc-so-khcn"}}),
                 {428, "precondition-required"});
  HttpHeaders seen = {{"Luuvet-Acting-For", "lc-so-khcn"}, {"Luuvet-Based-On", std::to_string(head())}};
  expect_problem(post(std::string(kTaskPath) + "/cancel", cancel, seen), {403, "forbidden"});
  expect_problem(post(std::string(kTaskPath) + "/resume", cancel,
                      {{"Luuvet-Acting-For", kLead}, {"Luuvet-Based-On", std::to_string(head())}}),
                 {422, "rule", "", "", "", "T14"});
}

}  // namespace
}  // namespace luuvet::test
