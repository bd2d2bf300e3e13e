#include "tests/net/certificate.h"

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace luuvet::test {
namespace {

constexpr long kDay = 24L * 60 * 60;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Paper = std::unique_ptr<X509, decltype(&X509_free)>;

void must(bool done) {
  if (!done) throw std::runtime_error("no certificate could be made");
}

void add_names(X509* paper) {
  X509V3_CTX context;
  X509V3_set_ctx(&context, paper, paper, nullptr, nullptr, 0);
  X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, &context, NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1");
  must(names != nullptr && X509_add_ext(paper, names, -1) == 1);
  X509_EXTENSION_free(names);
}

Paper self_signed(EVP_PKEY* key, const std::string& common_name) {
  Paper paper(X509_new(), X509_free);
  X509_set_version(paper.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(paper.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(paper.get()), -kDay);
  X509_gmtime_adj(X509_getm_notAfter(paper.get()), 90 * kDay);
  X509_set_pubkey(paper.get(), key);
  X509_NAME* name = X509_get_subject_name(paper.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>(common_name.c_str()), -1,
                             -1, 0);
  X509_set_issuer_name(paper.get(), name);
  add_names(paper.get());
  must(X509_sign(paper.get(), key, EVP_sha256()) > 0);
  return paper;
}

template <class Write>
void write_file(const std::filesystem::path& path, Write&& write) {
  std::FILE* file = std::fopen(path.c_str(), "w");
  must(file != nullptr);
  const bool written = write(file) == 1;
  must(std::fclose(file) == 0 && written);
}

}  // namespace

Certificate write_certificate(const std::filesystem::path& folder, const std::string& common_name) {
  const Key key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  must(key != nullptr);
  const Paper paper = self_signed(key.get(), common_name);
  const Certificate files{folder / "cert.pem", folder / "key.pem"};
  write_file(files.certificate, [&](std::FILE* file) { return PEM_write_X509(file, paper.get()); });
  write_file(files.key, [&](std::FILE* file) {
    return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
  });
  return files;
}

}  // namespace luuvet::test
