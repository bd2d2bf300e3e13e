#include "api/routes.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>

namespace luuvet::api {
namespace {

RouteKind kind_of(std::string_view method, std::string_view target) {
  const auto route = match(method, target);
  EXPECT_TRUE(route) << method << ' ' << target;
  return route ? route.value().kind : RouteKind::kClient;
}

ProblemType problem_at(std::string_view method, std::string_view target) {
  const auto route = match(method, target);
  EXPECT_FALSE(route) << method << ' ' << target;
  return route ? ProblemType::kInternal : route.error().type;
}

std::string allowed_at(std::string_view method, std::string_view target) {
  const auto route = match(method, target);
  if (route) return "";
  return std::string(reply_of(route.error(), Language::kEnglish).header("Allow").value_or(""));
}

TEST(Routes, FindsWhatIsAskedFor) {
  const Route item = match("GET", "/api/v1/tasks/da11.ii.i.1.1?as_of=5").value();
  EXPECT_EQ(item.kind, RouteKind::kItem);
  EXPECT_EQ(item.aggregate, Aggregate::kTask);
  EXPECT_EQ(item.id, "da11.ii.i.1.1");
  const Route command = match("POST", "/api/v1/assignments/da11.ii.i.1.1.joint/report-progress").value();
  EXPECT_EQ(command.kind, RouteKind::kCommand);
  EXPECT_EQ(command.name, "report-progress");
  EXPECT_EQ(command_target(command).aggregate, Aggregate::kAssignment);
  const Route act = match("POST", "/api/v1/acts/amend-programme?dry_run=true").value();
  EXPECT_EQ(command_target(act).kind, TargetKind::kAct);
  const Route tile = match("GET", "/audit/tile/entries/x001/067.p/5").value();
  EXPECT_EQ(tile.kind, RouteKind::kTile);
  EXPECT_EQ(tile.name, "entries/x001/067.p/5");
}

TEST(Routes, W13CreatesDocumentsTasksPostsAccountsAndAgenciesOnly) {
  EXPECT_EQ(kind_of("POST", "/api/v1/tasks"), RouteKind::kCreate);
  for (const char* target : {"/api/v1/documents", "/api/v1/posts", "/api/v1/accounts", "/api/v1/agencies"})
    EXPECT_EQ(kind_of("POST", target), RouteKind::kCreate) << target;
  EXPECT_EQ(allowed_at("POST", "/api/v1/agency-groups"), "GET, HEAD");
  EXPECT_EQ(command_target(match("POST", "/api/v1/tasks").value()).kind, TargetKind::kCreate);
}

TEST(Routes, W14TakesTheWorkOfAnAssignmentAtItsTask) {
  EXPECT_EQ(kind_of("POST", "/api/v1/tasks/a/submit"), RouteKind::kCommand);
  EXPECT_EQ(kind_of("POST", "/api/v1/assignments/a.joint/submit"), RouteKind::kCommand);
  EXPECT_EQ(problem_at("POST", "/api/v1/indicators/a/submit"), ProblemType::kNotFound);
  EXPECT_EQ(kind_of("POST", "/api/v1/indicators/a/comment"), RouteKind::kCommand);
}

TEST(Routes, W13PostsAndAccountsHaveCommandsOfTheirOwn) {
  for (const char* target : {"/api/v1/posts/p/amend", "/api/v1/posts/p/fill", "/api/v1/posts/p/vacate",
                             "/api/v1/posts/p/comment", "/api/v1/accounts/a/close", "/api/v1/accounts/a/reopen",
                             "/api/v1/accounts/a/issue-token", "/api/v1/accounts/a/revoke-token"})
    EXPECT_EQ(kind_of("POST", target), RouteKind::kCommand) << target;
  for (const char* target : {"/api/v1/accounts/a/comment", "/api/v1/accounts/a/fill", "/api/v1/tasks/t/fill"})
    EXPECT_EQ(problem_at("POST", target), ProblemType::kNotFound) << target;
  EXPECT_EQ(kind_of("GET", "/api/v1/rights"), RouteKind::kRights);
}

TEST(Routes, W13RequestsForCoordinationHaveCommandsOfTheirOwn) {
  EXPECT_EQ(kind_of("POST", "/api/v1/coordinations"), RouteKind::kCreate);
  for (const char* name : {"confirm", "dispute", "answer", "close", "comment"})
    EXPECT_EQ(kind_of("POST", "/api/v1/coordinations/c/" + std::string(name)), RouteKind::kCommand) << name;
  EXPECT_EQ(problem_at("POST", "/api/v1/tasks/t/confirm"), ProblemType::kNotFound);
  EXPECT_EQ(kind_of("POST", "/api/v1/acts/assign"), RouteKind::kAct);
}

TEST(Routes, W13AgenciesHaveCommandsOfTheirOwn) {
  for (const char* target : {"/api/v1/agencies/a/rename", "/api/v1/agencies/a/merge?dry_run=true",
                             "/api/v1/agencies/a/dissolve", "/api/v1/agencies/a/comment"})
    EXPECT_EQ(kind_of("POST", target), RouteKind::kCommand) << target;
  for (const char* target : {"/api/v1/agency-groups/a/merge", "/api/v1/tasks/t/rename", "/api/v1/agencies/a/amend"})
    EXPECT_EQ(problem_at("POST", target), ProblemType::kNotFound) << target;
}

TEST(Routes, W10ComparesAddressesAsTheyStand) {
  for (const char* target :
       {"/api/v1/tasks/", "/api/v1/Tasks", "/api/v1/t%61sks", "/api/v1//tasks", "/api/v1/alerts", "/api/v1/tasks/a/b",
        "/api/v1/tasks/a/history/b", "/api/v1", "/api", "/api/v2/tasks", "/audit", "/audit/tile/",
        "/audit/checkpoint/x", "/api/v1/acts/x", "/api/v1/tasks//history"})
    EXPECT_EQ(problem_at("GET", target), ProblemType::kNotFound) << target;
  EXPECT_EQ(problem_at("GET", ""), ProblemType::kNotFound);
  EXPECT_EQ(problem_at("OPTIONS", "*"), ProblemType::kNotFound);
  EXPECT_EQ(problem_at("POST", "/api/v1/tasks/a/explode"), ProblemType::kNotFound);
}

TEST(Routes, W11NamesTheMethodsOfTheAddress) {
  EXPECT_EQ(allowed_at("DELETE", "/api/v1/tasks"), "GET, HEAD, POST");
  EXPECT_EQ(allowed_at("PUT", "/api/v1/tasks/a"), "GET, HEAD");
  EXPECT_EQ(allowed_at("GET", "/api/v1/tasks/a/start"), "POST");
  EXPECT_EQ(allowed_at("get", "/api/v1/live"), "GET, HEAD");
  EXPECT_EQ(allowed_at("POST", "/index.html"), "GET, HEAD");
}

TEST(Routes, W15LeavesTheRestToTheClient) {
  for (const char* target :
       {"/", "/index.html", "/tasks/da11.ii.i.1.1?tab=history", "/assets/a.js", "/apiary", "/auditors"})
    EXPECT_EQ(kind_of("GET", target), RouteKind::kClient) << target;
  EXPECT_EQ(match("GET", "/tasks?x=1").value().name, "/tasks");
}

// One address of openapi.yaml with its places filled.
std::string filled(std::string path) {
  const std::map<std::string, std::string> places = {
      {"{collection}", "budget-lines"}, {"{id}", "a"}, {"{level}", "0"}, {"{index}", "000"}, {"{sequence}", "1"}};
  for (const auto& [place, value] : places)
    if (const std::size_t at = path.find(place); at != std::string::npos) path.replace(at, place.size(), value);
  return path;
}

TEST(Routes, ServeEveryOperationOfTheContract) {
  std::ifstream contract(API_FOLDER "/openapi.yaml");
  std::string path;
  int operations = 0;
  for (std::string line; std::getline(contract, line);) {
    if (line == "components:") break;
    if (line.starts_with("  /")) path = filled(line.substr(2, line.size() - 3));
    if (line != "    get:" && line != "    post:") continue;
    ++operations;
    EXPECT_NE(kind_of(line == "    get:" ? "GET" : "POST", path), RouteKind::kClient) << path;
  }
  EXPECT_GT(operations, 70);
}

}  // namespace
}  // namespace luuvet::api
