#include "server/files/file_name.h"

#include <gtest/gtest.h>

namespace luuvet::test {
namespace {

// The name, or the header that is said to be wrong.
std::string name_of(const std::string& disposition) {
  api::Request request;
  request.headers = {{"Content-Disposition", disposition}};
  const auto name = server::read_file_name(request);
  return name ? name.value() : name.error().header;
}
std::string encoded(const std::string& name) {
  return name_of("attachment; filename*=UTF-8''" + name);
}

constexpr const char* kRefused = "Content-Disposition";

TEST(FileName, W211IsReadInUtf8AndKeptInNfc) {
  EXPECT_EQ(encoded("B%C3%A1o%20c%C3%A1o.pdf"), "Báo cáo.pdf");
  EXPECT_EQ(encoded("Ba%CC%81o.pdf"), "Báo.pdf");
  EXPECT_EQ(name_of("attachment; filename=\"x.pdf\"; filename*=utf-8''y.pdf"), "y.pdf");
}
TEST(FileName, W211OfAPathTheLastPartIsKept) {
  EXPECT_EQ(encoded("..%2F..%2Fetc%2Fpasswd.txt"), "passwd.txt");
  EXPECT_EQ(encoded("C%3A%5Chs%5Ca.pdf"), "a.pdf");
  EXPECT_EQ(encoded("%20..htaccess.%20"), "htaccess");
}
TEST(FileName, W211ControlAndBidiCharactersAreRefused) {
  EXPECT_EQ(encoded("a%00.pdf"), kRefused);
  EXPECT_EQ(encoded("a%0Ab.pdf"), kRefused);
  EXPECT_EQ(encoded("%E2%80%AEfdp.exe"), kRefused);  // right-to-left override
  EXPECT_EQ(encoded("%FF.pdf"), kRefused);
}
TEST(FileName, W211IsNeeded) {
  EXPECT_EQ(name_of("attachment"), kRefused);
  EXPECT_EQ(name_of("attachment; filename=\"x.pdf\""), kRefused);
  EXPECT_EQ(encoded("a%2"), kRefused);
  EXPECT_EQ(encoded("a%zz"), kRefused);
  EXPECT_EQ(encoded(""), kRefused);
  EXPECT_EQ(encoded("%2F"), kRefused);
  EXPECT_EQ(encoded(std::string(200, 'a')), std::string(200, 'a'));
  EXPECT_EQ(encoded(std::string(201, 'a')), kRefused);
  EXPECT_FALSE(server::read_file_name(api::Request{}));
}
TEST(FileName, W211GoesOutWithAnEndingThatFits) {
  const server::FileType& pdf = *server::file_type("application/pdf");
  EXPECT_EQ(server::fitting_name("a.PDF", pdf), "a.PDF");
  EXPECT_EQ(server::fitting_name("a.exe", pdf), "a.exe.pdf");
  EXPECT_EQ(server::fitting_name("a", pdf), "a.pdf");
  EXPECT_EQ(server::disposition_of("attachment", "Báo \"cáo\".pdf"),
            "attachment; filename*=UTF-8''B%C3%A1o%20%22c%C3%A1o%22.pdf");
}

}  // namespace
}  // namespace luuvet::test
