// What bringing a file is bounded by, and that a kill leaves nothing.
#include <fstream>
#include <thread>

#include "tests/net/raw_http.h"
#include "tests/server/files_server.h"

namespace luuvet::test {
namespace {

constexpr std::size_t kMebibyte = 1 << 20;

std::size_t memory_of(pid_t process) {  // resident, in MiB
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stoul(line.substr(6)) / 1024;
  return 0;
}

class FileLimitsOverTheWire : public FilesServer {
 protected:
  FileLimitsOverTheWire() {
    EXPECT_EQ(server_->stop(), 0);
    start({"--file-max", "50"});
  }
  // Begins an upload of `bytes`, of which the first come.
  std::unique_ptr<RawHttp> begun(std::size_t bytes, std::size_t first, const std::string& agency = kLead) {
    auto client = std::make_unique<RawHttp>(port());
    client->send("POST /api/v1/files HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/octet-stream\r\n" +
                 std::string("Content-Disposition: attachment; filename*=UTF-8''a.pdf\r\nAuthorization: ") +
                 bearer_of(port(), agency, "head") + "\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n");
    client->tcp().send(std::string(first, 'x'));
    return client;
  }
  bool soon(const std::function<bool()>& holds) {
    for (int tries = 0; tries < 500; ++tries) {
      if (holds()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
};

TEST_F(FileLimitsOverTheWire, W213FiftyMebibytesAreStreamedAndNoMoreTaken) {
  const std::string pdf = sample_pdf();
  const std::size_t before = memory_of(server_->id());
  const HttpAnswer whole = upload(pdf + std::string(50 * kMebibyte - pdf.size(), '\n'));
  ASSERT_EQ(whole.status, 201) << whole.body;
  EXPECT_LT(memory_of(server_->id()), before + 20);
  const std::string document = document_with(text_of(whole.body, "file"));
  EXPECT_EQ(get("/api/v1/documents/" + document + "/file").body.size(), 50 * kMebibyte);
  EXPECT_LT(memory_of(server_->id()), before + 20);
  expect_problem(upload(pdf + std::string(50 * kMebibyte + 1 - pdf.size(), '\n')),
                 {.status = 413, .type = "too-large"});
  EXPECT_EQ(stored(), 1U);
}

TEST_F(FileLimitsOverTheWire, W212OnlySomeTypesAreTaken) {
  for (const std::string& bytes : {std::string("<html><script>alert(1)</script></html>"),
                                   std::string("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                                   std::string("PK\x03\x04"), std::string(3, '\0')})
    expect_problem(upload(bytes), {.status = 415, .type = "unsupported-media-type"});
  expect_problem(upload(""), {.status = 400, .type = "bad-request"});
  expect_problem(upload(sample_pdf(), "%E2%80%AEa.pdf"),
                 {.status = 400, .type = "bad-header", .header = "Content-Disposition"});
  expect_problem(ask({"POST", "/api/v1/files", {{"Content-Type", "application/pdf"}}, sample_pdf()}),
                 {.status = 415, .type = "unsupported-media-type"});
  expect_problem(ask({"GET", "/api/v1/files"}), {.status = 405, .type = "method-not-allowed"});
  EXPECT_EQ(stored(), 0U);
}

TEST_F(FileLimitsOverTheWire, W210IsForThoseWhoRegisterDocuments) {
  const HttpHeaders headers = {{"Content-Type", "application/octet-stream"},
                               {"Content-Disposition", "attachment; filename*=UTF-8''a.pdf"}};
  HttpHeaders inspector = headers;
  inspector.emplace_back("Authorization", bearer_of(port(), "thanh-tra-tinh", "inspector"));
  expect_problem(ask({"POST", "/api/v1/files", inspector, sample_pdf()}), {.status = 403, .type = "forbidden"});
  expect_problem(ask_as_nobody({"POST", "/api/v1/files", headers, sample_pdf()}),
                 {.status = 401, .type = "signed-out"});
}

TEST_F(FileLimitsOverTheWire, W213TwoUploadsOfOneAccountAtOnceEightOfAll) {
  std::vector<std::unique_ptr<RawHttp>> held;
  const auto coming = [&](std::size_t wanted) { return soon([&] { return stored() == wanted; }); };
  const std::size_t half = kMebibyte / 2;
  held.push_back(begun(kMebibyte, half));
  held.push_back(begun(kMebibyte, half));
  ASSERT_TRUE(coming(2));
  expect_problem(upload(sample_pdf()), {.status = 429, .type = "too-many-requests"});
  for (const char* agency : {"so-noi-vu", "so-tai-chinh", "vp-ubnd-tinh"})
    for (int count = 0; count < 2; ++count) held.push_back(begun(kMebibyte, half, agency));
  ASSERT_TRUE(coming(8));
  expect_problem(upload(sample_pdf(), "a.pdf", "cong-an-tinh"), {.status = 503, .type = "overloaded"});
  held.clear();
  EXPECT_TRUE(coming(0));
  EXPECT_EQ(upload(sample_pdf()).status, 201);
}

TEST_F(FileLimitsOverTheWire, W213FortyThatNoDocumentNamesOfOneAccount) {
  for (int count = 0; count < 40; ++count) ASSERT_EQ(upload(sample_pdf()).status, 201);
  expect_problem(upload(sample_pdf()), {.status = 429, .type = "too-many-requests"});
  EXPECT_EQ(upload(sample_pdf(), "a.pdf", "so-noi-vu").status, 201);
}

TEST_F(FileLimitsOverTheWire, W213BrokenOffOrKilledMidwayLeavesNothing) {
  begun(40 * kMebibyte, 3 * kMebibyte).reset();
  EXPECT_TRUE(soon([&] { return stored() == 0; }));
  const auto held = begun(40 * kMebibyte, 20 * kMebibyte);
  ASSERT_TRUE(soon([&] { return stored() == 1; }));
  server_->kill();
  start();
  EXPECT_EQ(stored(), 0U);
  EXPECT_EQ(upload(sample_pdf()).status, 201);
}

}  // namespace
}  // namespace luuvet::test
