#include "server/files/pdf_signatures.h"

#include <gtest/gtest.h>

#include "server/log/files.h"
#include "tests/files/sample_files.h"
#include "tests/support/temp_dir.h"

namespace luuvet::test {
namespace {

using server::PdfSignature;
using server::SignatureReport;
using server::Trust;

class PdfSignatures : public ::testing::Test {
 protected:
  SignatureReport look_at(const std::string& bytes, const std::string& roots = {}) {
    server::write_file(folder_.path() / "a.pdf", bytes);
    if (!roots.empty()) server::write_file(folder_.path() / "roots.pem", roots);
    return server::read_signatures(folder_.path() / "a.pdf", roots.empty() ? "" : folder_.path() / "roots.pem");
  }
  PdfSignature only(const SignatureReport& report) {
    EXPECT_TRUE(report.checked) << report.cause;
    EXPECT_EQ(report.signatures.size(), 1U);
    return report.signatures.empty() ? PdfSignature{} : report.signatures.front();
  }

  TempDir folder_;
  const Signer signer_ = make_signer("Nguyễn Văn Ánh");
};

TEST_F(PdfSignatures, SaysWhoSignedAndThatItIsIntact) {
  const PdfSignature found = only(look_at(signed_pdf(signer_), signer_.root_pem));
  EXPECT_EQ(found.signer, "Nguyễn Văn Ánh");
  EXPECT_EQ(found.subject, "CN=Nguyễn Văn Ánh");
  EXPECT_EQ(found.issuer, "CN=Chứng thực thử");
  EXPECT_EQ(found.serial, "57A1");
  EXPECT_TRUE(found.intact);
  EXPECT_TRUE(found.covers_all);
  EXPECT_EQ(found.trust, Trust::kTrusted);
  ASSERT_TRUE(found.signed_at && found.valid_from && found.valid_to);
  EXPECT_LT(*found.valid_from, *found.signed_at);
  EXPECT_LT(*found.signed_at, *found.valid_to);
}
TEST_F(PdfSignatures, WhatWasChangedUnderItIsNotIntact) {
  std::string bytes = signed_pdf(signer_);
  bytes.replace(bytes.find("9 9 l"), 5, "8 9 l");
  EXPECT_FALSE(only(look_at(bytes, signer_.root_pem)).intact);
}
TEST_F(PdfSignatures, WhatCameAfterItIsNotCovered) {
  const PdfSignature found = only(look_at(signed_pdf(signer_) + "% more\n", signer_.root_pem));
  EXPECT_TRUE(found.intact);
  EXPECT_FALSE(found.covers_all);
}
TEST_F(PdfSignatures, TrustIsOfTheRootsThatWereNamed) {
  const std::string bytes = signed_pdf(signer_);
  EXPECT_EQ(only(look_at(bytes)).trust, Trust::kNotChecked);
  EXPECT_EQ(only(look_at(bytes, make_signer("Khác").root_pem)).trust, Trust::kUnknownRoot);
  const Signer ended = make_signer("Hết hạn", -2);
  EXPECT_EQ(only(look_at(signed_pdf(ended), ended.root_pem)).trust, Trust::kOutOfTime);
}
TEST_F(PdfSignatures, AFileWithoutSignaturesHasNone) {
  const SignatureReport report = look_at(sample_pdf());
  EXPECT_TRUE(report.checked);
  EXPECT_TRUE(report.signatures.empty());
}
TEST_F(PdfSignatures, WhatIsNoPdfIsUnreadable) {
  const SignatureReport report = look_at("%PDF-1.7\nnothing");
  EXPECT_FALSE(report.checked);
  EXPECT_EQ(report.cause, "unreadable");
}
TEST_F(PdfSignatures, ANameThatSaysMoreThanANameIsUnreadable) {
  const std::string start = "Signature #1:\n  - Signer Certificate Common Name: An";
  const std::string rest = "\n  - Signature Validation: Signature is Invalid.\n  - Not total document signed\n";
  ASSERT_TRUE(server::parse_pdfsig(start + rest));
  const std::string claims[] = {"\n  - Total document signed", "\n  - Signature Validation: Signature is Valid.",
                                "\nSignature #3:\n  - Signer Certificate Common Name: Chủ tịch"};
  for (const std::string& claim : claims) EXPECT_FALSE(server::parse_pdfsig(start + claim + rest)) << claim;
}
TEST_F(PdfSignatures, SoManyAreReadAndNoMore) {
  std::string output;
  for (int number = 1; number <= 60; ++number) output += "Signature #" + std::to_string(number) + ":\n";
  EXPECT_EQ(server::parse_pdfsig(output)->size(), server::kSignaturesMax);
}

}  // namespace
}  // namespace luuvet::test
