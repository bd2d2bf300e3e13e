#include "server/oidc/settings.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace luuvet::server {
namespace {

class SettingsFile : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const std::string& text, mode_t mode = 0600) {
    const std::filesystem::path file = folder_.path() / name;
    std::ofstream(file) << text;
    chmod(file.c_str(), mode);
    return file;
  }
  OidcSettings read(const std::string& json) { return read_oidc_settings(write("oidc.json", json)); }
  std::string fault_of(const std::string& json) {
    try {
      read(json);
    } catch (const OidcSettingsFault& fault) {
      return fault.what();
    }
    return "none";
  }
  void expect_fault(const std::string& json, const std::string& member) {
    EXPECT_NE(fault_of(json).find(member), std::string::npos) << json << ": " << fault_of(json);
  }
  static std::string with(const std::string& more, const std::string& issuer = "https://sso.example.vn") {
    return R"({"issuer":")" + issuer +
           R"(","client_id":"luuvet","name":"SSO tỉnh","address":"https://luuvet.example.vn")" + more + "}";
  }

  test::TempDir folder_;
};

TEST_F(SettingsFile, TakesTheLeastThatIsNeeded) {
  const OidcSettings settings = read(with(""));
  EXPECT_EQ(settings.issuer, "https://sso.example.vn");
  EXPECT_EQ(settings.name, "SSO tỉnh");
  EXPECT_EQ(settings.client_secret, "");
  EXPECT_EQ(settings.match, OutsideMatch::kLinked);
  EXPECT_EQ(settings.claim, "sub");
  EXPECT_EQ(settings.redirect_uri(), "https://luuvet.example.vn/api/v1/oidc/callback");
}

TEST_F(SettingsFile, ReadsTheSecretBesideIt) {
  write("secret", "s3cret \"quoted\"\n");
  const OidcSettings settings =
      read(with(R"(,"client_secret_file":"secret","match":"username","claim":"preferred_username")"));
  EXPECT_EQ(settings.client_secret, "s3cret \"quoted\"");
  EXPECT_EQ(settings.match, OutsideMatch::kUsername);
  EXPECT_EQ(settings.claim, "preferred_username");
  EXPECT_EQ(read(with(R"(,"match":"email")")).claim, "email");
}

TEST_F(SettingsFile, RefusesASecretThatOthersCanRead) {
  write("secret", "s3cret", 0644);
  expect_fault(with(R"(,"client_secret_file":"secret")"), "0600");
  write("secret", "s3cret", 0640);
  EXPECT_EQ(fault_of(with(R"(,"client_secret_file":"secret")")), "none");
  write("secret", "");
  expect_fault(with(R"(,"client_secret_file":"secret")"), "no secret");
  write("secret", "one\ntwo");
  expect_fault(with(R"(,"client_secret_file":"secret")"), "no secret");
  expect_fault(with(R"(,"client_secret_file":"missing")"), "there is no such file");
}

TEST_F(SettingsFile, NamesWhatIsWrong) {
  expect_fault(with("", "http://sso.example.vn"), "/issuer");
  expect_fault(with("", "https://sso.example.vn?a=b"), "/issuer");
  expect_fault(R"({"issuer":"https://a.vn","client_id":"x","name":"y","address":"http://luuvet.vn"})", "/address");
  expect_fault(R"({"issuer":"https://a.vn","client_id":"x","name":"y","address":"https://luuvet.vn/a"})", "/address");
  expect_fault(R"({"issuer":"https://a.vn","client_id":"","name":"y","address":"https://luuvet.vn"})", "/client_id");
  expect_fault(R"({"issuer":"https://a.vn","client_id":"x","name":"","address":"https://luuvet.vn"})", "/name");
  expect_fault(R"({"issuer":"https://a.vn","name":"y","address":"https://luuvet.vn"})", "/client_id");
  expect_fault(with(R"(,"match":"phone")"), "/match");
  expect_fault(with(R"(,"match":"email","claim":"mail")"), "/claim");
  expect_fault(with(R"(,"client_secret":"s3cret")"), "/client_secret");
  expect_fault(with(R"(,"ca_file":"missing.pem")"), "missing.pem");
  expect_fault("", "oidc.json");
  expect_fault("not json", "oidc.json");
  expect_fault(std::string(17 * 1024, ' '), "16 KiB");
  EXPECT_EQ(fault_of(with(R"(,"client_secret":"s3cret")")).find("s3cret"), std::string::npos);
}

TEST_F(SettingsFile, MustBeThere) {
  EXPECT_THROW(read_oidc_settings(folder_.path() / "missing.json"), OidcSettingsFault);
}

}  // namespace
}  // namespace luuvet::server
