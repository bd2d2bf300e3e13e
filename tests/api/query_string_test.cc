#include "api/query_string.h"

#include <gtest/gtest.h>

#include <functional>

#include "domain/tasks/assignment.h"

namespace luuvet::api {
namespace {

// The parameter that is refused, "" if none is.
std::string refused(std::string_view target, const std::function<void(Query&)>& ask) {
  Query query(target);
  ask(query);
  const auto problem = query.problem();
  if (!problem) return "";
  EXPECT_EQ(problem->type, ProblemType::kBadQuery);
  EXPECT_FALSE(problem->detail.vi.empty());
  return problem->parameter.empty() ? "(all)" : problem->parameter;
}

TEST(Query, ReadsWhatIsThere) {
  Query query(
      "/api/v1/tasks?programme=lao-cai-de-an-11&lead=so-khcn&obstacle=true&q=h%E1%BA%A1+t%E1%BA%A7ng%205g&limit=50");
  EXPECT_EQ(query.id<ProgrammeTag>("programme"), ProgrammeId{"lao-cai-de-an-11"});
  EXPECT_EQ(query.agency("lead"), AgencyId{"so-khcn"});
  EXPECT_EQ(query.boolean("obstacle"), true);
  EXPECT_EQ(query.text("q"), "hạ tầng 5g");
  EXPECT_EQ(query.limit(), 50u);
  EXPECT_EQ(query.date("status_date"), std::nullopt);
  EXPECT_FALSE(query.problem());
}

TEST(Query, IsFineWithoutAny) {
  EXPECT_FALSE(Query("/api/v1/tasks").problem());
  EXPECT_FALSE(Query("/api/v1/tasks?").problem());
  EXPECT_FALSE(Query("/api/v1/tasks?&&").problem());
}

TEST(Query, W20RefusesUnknownEmptyAndRepeated) {
  const auto ask = [](Query& query) { query.id<ProgrammeTag>("programme"); };
  EXPECT_EQ(refused("/x?programme=a", ask), "");
  EXPECT_EQ(refused("/x?programme=a&colour=red", ask), "colour");
  EXPECT_EQ(refused("/x?Programme=a", ask), "Programme");
  EXPECT_EQ(refused("/x?programme=", ask), "programme");
  EXPECT_EQ(refused("/x?programme", ask), "programme");
  EXPECT_EQ(refused("/x?programme=a&programme=b", ask), "programme");
}

TEST(Query, W21RefusesAbsurdLimitsAndCursors) {
  const auto ask = [](Query& query) { query.page(); };
  EXPECT_EQ(refused("/x?limit=1&cursor=da11.ii.i.1.1", ask), "");
  EXPECT_EQ(refused("/x?limit=1000", ask), "");
  for (const char* limit : {"0", "1001", "-1", "1.5", "ten", "007", "99999999999999999999", "+5", "%205"})
    EXPECT_EQ(refused("/x?limit=" + std::string(limit), ask), "limit") << limit;
  for (const char* cursor : {"../etc", "A", "a%00b", ".a", "a/b"})
    EXPECT_EQ(refused("/x?cursor=" + std::string(cursor), ask), "cursor") << cursor;
  EXPECT_EQ(refused("/x?cursor=" + std::string(171, 'a'), ask), "cursor");
}

TEST(Query, W21RefusesDaysAndMomentsThatAreNotReal) {
  const auto ask = [](Query& query) { query.read_at(); };
  EXPECT_EQ(refused("/x?status_date=2026-03-31&as_of=2026-03-31T09:15:00%2B07:00", ask), "");
  EXPECT_EQ(refused("/x?status_date=2026-02-29", ask), "status_date");
  EXPECT_EQ(refused("/x?status_date=31/03/2026", ask), "status_date");
  EXPECT_EQ(refused("/x?as_of=yesterday", ask), "as_of");
  EXPECT_EQ(refused("/x?as_of=0", ask), "as_of");
  EXPECT_EQ(refused("/x?min_sequence=0", ask), "min_sequence");
}

TEST(Query, W22TakesAnyOfSeveralValues) {
  Query query("/x?status=in-progress&status=completed&ids=a&ids=b");
  EXPECT_EQ(query.words<Status>("status"), (std::vector{Status::kInProgress, Status::kCompleted}));
  EXPECT_EQ(query.ids<TaskTag>("ids"), (std::vector{TaskId{"a"}, TaskId{"b"}}));
  EXPECT_FALSE(query.problem());
  EXPECT_EQ(refused("/x?status=done", [](Query& asked) { asked.words<Status>("status"); }), "status");
  std::string many = "/x?ids=a";
  for (int at = 0; at < 100; ++at) many += "&ids=a";
  EXPECT_EQ(refused(many, [](Query& asked) { asked.ids<TaskTag>("ids"); }), "ids");
}

TEST(Query, W23ReadsBothFormsOfAsOf) {
  Query by_sequence("/x?as_of=846");
  EXPECT_EQ(by_sequence.read_at().as_of, AsOf{Sequence{846}});
  Query by_time("/x?as_of=1970-01-01T00:00:01Z");
  EXPECT_EQ(by_time.read_at().as_of, AsOf{Instant{1000}});
}

TEST(Query, W24RefusesMinSequenceBesideAsOf) {
  const auto ask = [](Query& query) { query.read_at(); };
  EXPECT_EQ(refused("/x?min_sequence=5", ask), "");
  EXPECT_EQ(refused("/x?min_sequence=5&as_of=3", ask), "min_sequence");
}

TEST(Query, W25LinksToTheNextPage) {
  EXPECT_EQ(next_link("/api/v1/tasks?cursor=a&q=h%E1%BA%A1+b&limit=2", "cursor", "da11.ii.i.1.1"),
            "</api/v1/tasks?q=h%E1%BA%A1+b&limit=2&cursor=da11.ii.i.1.1>; rel=\"next\"");
  EXPECT_EQ(with_parameter("/api/v1/history", "before", "12"), "/api/v1/history?before=12");
}

TEST(Query, W27SortsByOneKey) {
  using projections::SortKey;
  using projections::SortOrder;
  EXPECT_EQ(Query("/x").sort().key, SortKey::kSource);
  const auto sort = Query("/x?sort=-due").sort();
  EXPECT_EQ(sort.key, SortKey::kDue);
  EXPECT_EQ(sort.order, SortOrder::kDescending);
  EXPECT_EQ(refused("/x?sort=name", [](Query& query) { query.sort(); }), "sort");
  EXPECT_EQ(refused("/x?sort=due,title", [](Query& query) { query.sort(); }), "sort");
}

TEST(Query, W03BringsTextToOneFormAndRefusesHiddenCharacters) {
  Query decomposed("/x?q=a%CC%81");
  EXPECT_EQ(decomposed.text("q"), "á");
  const auto ask = [](Query& query) { query.text("q"); };
  EXPECT_EQ(refused("/x?q=%C3", ask), "q");
  EXPECT_EQ(refused("/x?q=%00", ask), "q");
  EXPECT_EQ(refused("/x?q=%E2%80%AE", ask), "q");
  EXPECT_EQ(refused("/x?q=" + std::string(401, 'a'), ask), "q");
}

TEST(Query, RefusesBrokenEscapes) {
  const auto ask = [](Query& query) { query.text("q"); };
  for (const char* value : {"%", "%4", "%zz", "a%"})
    EXPECT_EQ(refused("/x?q=" + std::string(value), ask), "q") << value;
  EXPECT_EQ(refused("/x?%zz=1", ask), "(all)");
}

TEST(Query, RefusesMoreParametersThanAnybodyNeeds) {
  std::string target = "/x?ids=a";
  for (int at = 0; at < 1'000; ++at) target += "&ids=a";
  EXPECT_NE(refused(target, [](Query& query) { query.ids<TaskTag>("ids"); }), "");
}

TEST(Query, W52TakesPrefixesOfWholeWords) {
  const auto ask = [](Query& query) { query.type_prefixes("types"); };
  for (const char* type : {"vn.luuvet", "vn.luuvet.task", "vn.luuvet.task.amended.v1", "vn.luuvet.budget-line"})
    EXPECT_EQ(refused("/x?types=" + std::string(type), ask), "") << type;
  for (const char* type : {"task", "vn.luuvet.", "vn.luuvets", "vn.luuvet..task", "vn.luuvet.Task", "vn.luuvet.*"})
    EXPECT_EQ(refused("/x?types=" + std::string(type), ask), "types") << type;
}

TEST(Query, ReadsSubjectsLogsAndPositions) {
  Query query("/x?subject=task/da11.ii.i.1.1&log=9f2c41d07ab3e865&after=0");
  EXPECT_EQ(query.subject("subject"), (Subject{Aggregate::kTask, "da11.ii.i.1.1"}));
  EXPECT_EQ(query.log("log"), "9f2c41d07ab3e865");
  EXPECT_EQ(query.position("after"), Sequence{0});
  EXPECT_FALSE(query.problem());
  EXPECT_EQ(refused("/x?subject=task", [](Query& asked) { asked.subject("subject"); }), "subject");
  EXPECT_EQ(refused("/x?log=9F", [](Query& asked) { asked.log("log"); }), "log");
  EXPECT_EQ(refused("/x?agency=So.KHCN", [](Query& asked) { asked.agency("agency"); }), "agency");
}

TEST(Query, KeepsTheFirstRefusal) {
  Query query("/x?limit=0&sort=x");
  query.limit();
  query.sort();
  query.refuse("as_of", {"x", "x"});
  EXPECT_EQ(query.problem()->parameter, "limit");
}

}  // namespace
}  // namespace luuvet::api
