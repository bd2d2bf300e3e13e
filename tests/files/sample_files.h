// Small real files of each type, made when they are asked for.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace luuvet::test {

// A package as a word processor would write it: its entries by name, in this order.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries);

std::string sample_pdf(std::string_view words = "Bao cao");
std::string sample_docx();
std::string sample_xlsx();
std::string sample_pptx();
std::string sample_odt();
std::string sample_ods();
std::string sample_png();
std::string sample_jpeg();

// Who signs: a key and a certificate, issued by a root of its own that is valid as long.
struct Signer {
  std::string root_pem;
  std::string certificate_pem;
  std::string key_pem;
};
// `days`: from today until it ends.
Signer make_signer(const std::string& name, int days = 800);

// A PDF with one signature over all of it (adbe.pkcs7.detached).
std::string signed_pdf(const Signer& signer);

}  // namespace luuvet::test
