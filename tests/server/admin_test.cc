// `luuvet admin` on a folder of real work: the server stopped, then served to see what came of it.
#include <gmock/gmock.h>

#include "tests/server/running_server.h"

namespace luuvet::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPassword = "chim lạc bay về núi 57";

class Admin : public testing::Test {
 protected:
  Admin() {
    setting_.data = folder_.path() / "real";
    setting_.state = folder_.path() / "real.state";
    setting_.demo = false;
    EXPECT_EQ(luuvet({"import", "--seeds", seeds_folder().string()}).exit_code, 0);
  }

  Ended luuvet(std::vector<std::string> arguments) {
    for (const auto& more :
         {std::string("--data"), setting_.data.string(), std::string("--state"), setting_.state.string()})
      arguments.push_back(more);
    return run_luuvet(arguments);
  }
  // What the command prints, without the newline.
  std::string admin(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "admin");
    const Ended ended = luuvet(std::move(arguments));
    EXPECT_EQ(ended.exit_code, 0) << ended.errors;
    return ended.output.substr(0, ended.output.find_last_not_of('\n') + 1);
  }
  void expect_refused(std::vector<std::string> arguments, const std::string& why) {
    arguments.insert(arguments.begin(), "admin");
    const Ended ended = luuvet(std::move(arguments));
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_THAT(ended.errors, HasSubstr(why));
  }
  std::string open(const std::string& username, const std::string& kind = "person") {
    return admin({"open-account", "--username", username, "--name", "Nguyễn Thị Hoà", "--kind", kind});
  }
  std::string new_post(const std::string& role) {
    return admin({"register-post", "--role", role, "--agency", "so-khcn", "--title", "Vị trí thử"});
  }

  void serve() {
    server_ = std::make_unique<ServerProcess>(setting_);
    client_ = std::make_unique<HttpClient>(server_->port());
  }
  void stop() {
    EXPECT_EQ(server_->stop(), 0);
    server_.reset();
  }
  // Sets the password by the link; the cookie of the session that begins.
  std::string enter(const std::string& link) {
    const HttpReply reply = client_->post("/api/v1/invitations/" + link.substr(link.rfind('/') + 1),
                                          std::string(R"({"password":")") + kPassword + R"("})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    const std::string cookie(reply.header("set-cookie").value_or(""));
    return cookie.substr(0, cookie.find(';'));
  }
  HttpReply me(const std::string& cookie) { return client_->get("/api/v1/me", {{"Cookie", cookie}}); }

  TempDir folder_;
  ServerSetting setting_;
  std::unique_ptr<ServerProcess> server_;
  std::unique_ptr<HttpClient> client_;
};

TEST_F(Admin, W137WhoWasLetInOnTheDataFolderComesInAndActsUntilClosed) {
  const std::string link = open("hoa.nguyen");
  const std::string post = new_post("officer");
  admin({"fill-post", "--post", post, "--account", "hoa.nguyen", "--from", "2026-01-01"});
  EXPECT_THAT(admin({"posts", "--agency", "so-khcn"}), HasSubstr(post + "\tso-khcn\tVị trí thử\t"));
  EXPECT_THAT(admin({"accounts"}), HasSubstr("hoa.nguyen\tNguyễn Thị Hoà\tperson\topen\t" + post));
  serve();
  const std::string cookie = enter(link);
  EXPECT_THAT(me(cookie).body, HasSubstr("\"so-khcn\""));
  stop();

  admin({"close-account", "--account", "hoa.nguyen"});
  admin({"reopen-account", "--account", "hoa.nguyen"});
  serve();
  EXPECT_EQ(me(cookie).status, 401);  // closing ended the session for good
  stop();
  const std::string again = admin({"invite", "--account", "hoa.nguyen"});
  serve();
  EXPECT_EQ(me(enter(again)).status, 200);
  stop();

  admin({"vacate-post", "--post", post, "--account", "hoa.nguyen", "--on", "2026-02-01"});
  expect_refused({"erase-profile", "--account", "hoa.nguyen"}, "close the account first");
  admin({"close-account", "--account", "hoa.nguyen"});
  admin({"erase-profile", "--account", "hoa.nguyen"});
  EXPECT_THAT(admin({"accounts"}), Not(HasSubstr("hoa.nguyen")));
  EXPECT_EQ(luuvet({"check"}).exit_code, 0);
}

TEST_F(Admin, W137AMachineReadsByATokenUntilItIsRevoked) {
  open("ioc", "machine");
  admin({"fill-post", "--post", new_post("ioc"), "--account", "ioc", "--from", "2026-01-01"});
  const std::string token =
      admin({"issue-token", "--account", "ioc", "--label", "Trung tâm", "--expires-on", "2027-06-30"});
  const auto status = [&] {
    return client_->get("/api/v1/tasks?limit=1", {{"Authorization", "Bearer " + token}}).status;
  };
  serve();
  EXPECT_EQ(status(), 200);
  stop();
  const std::string id = token.substr(3, token.find('_', 3) - 3);
  admin({"revoke-token", "--account", "ioc", "--token", id});
  serve();
  EXPECT_EQ(status(), 401);
  stop();
}

TEST_F(Admin, W137TheRulesHoldAsThroughTheWeb) {
  open("an.tran");
  expect_refused({"open-account", "--username", "an.tran", "--name", "Ai khác"}, "/username");
  expect_refused({"open-account", "--username", "a b", "--name", "Ai khác"}, "/username");
  expect_refused({"fill-post", "--post", "khong-co", "--account", "an.tran", "--from", "2026-01-01"}, "");
  expect_refused({"fill-post", "--post", "khong-co", "--account", "ai-do", "--from", "2026-01-01"}, "no account ai-do");
  expect_refused({"issue-token", "--account", "an.tran", "--label", "x", "--expires-on", "2027-06-30"},
                 "for a machine");
  const std::string post = new_post("administrator");
  admin({"fill-post", "--post", post, "--account", "an.tran", "--from", "2026-01-01"});
  expect_refused({"vacate-post", "--post", post, "--account", "an.tran", "--on", "2026-11-01"},
                 "administrator");  // P25
  EXPECT_EQ(luuvet({"admin", "fill-post", "--post", post}).exit_code, 2);
  EXPECT_EQ(luuvet({"admin", "no-such"}).exit_code, 2);
  EXPECT_EQ(luuvet({"admin", "close-account", "--account", "an.tran", "--post", post}).exit_code, 2);
}

TEST_F(Admin, W137ARunningServerAndADemoAreLeftAlone) {
  serve();
  const Ended held = luuvet({"admin", "accounts"});
  EXPECT_NE(held.exit_code, 0);
  stop();
  setting_.data = folder_.path() / "demo";
  setting_.state = folder_.path() / "demo.state";
  setting_.demo = true;
  serve();
  stop();
  EXPECT_NE(luuvet({"admin", "accounts"}).exit_code, 0);
}

}  // namespace
}  // namespace luuvet::test
