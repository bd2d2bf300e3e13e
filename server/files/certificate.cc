#include "server/files/certificate.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <ctime>
#include <memory>

namespace luuvet::server {
namespace {

template <auto kFree>
struct Freer {
  template <class T>
  void operator()(T* value) const {
    kFree(value);
  }
};
using Cms = std::unique_ptr<CMS_ContentInfo, Freer<&CMS_ContentInfo_free>>;
using Store = std::unique_ptr<X509_STORE, Freer<&X509_STORE_free>>;
using StoreContext = std::unique_ptr<X509_STORE_CTX, Freer<&X509_STORE_CTX_free>>;
using Bio = std::unique_ptr<BIO, Freer<&BIO_free_all>>;
using Bignum = std::unique_ptr<BIGNUM, Freer<&BN_free>>;

struct CertificatesFreer {
  void operator()(STACK_OF(X509) * all) const { sk_X509_pop_free(all, X509_free); }
};
using Certificates = std::unique_ptr<STACK_OF(X509), CertificatesFreer>;

std::string name_of(const X509_NAME* name) {
  const Bio out(BIO_new(BIO_s_mem()));
  X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
  char* text = nullptr;
  const long size = BIO_get_mem_data(out.get(), &text);
  return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

std::string serial_of(const X509* certificate) {
  const Bignum number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
  char* text = number ? BN_bn2hex(number.get()) : nullptr;
  std::string serial = text ? text : "";
  OPENSSL_free(text);
  return serial;
}

std::optional<Instant> instant_of(const ASN1_TIME* time) {
  std::tm utc{};
  if (ASN1_TIME_to_tm(time, &utc) != 1) return std::nullopt;
  return Instant{static_cast<std::int64_t>(timegm(&utc)) * 1'000};
}

// The certificate among those that came along which belongs to the signature.
X509* signer_of(CMS_ContentInfo* cms, STACK_OF(X509) * along) {
  STACK_OF(CMS_SignerInfo)* infos = CMS_get0_SignerInfos(cms);
  if (!infos || sk_CMS_SignerInfo_num(infos) < 1) return nullptr;
  CMS_SignerInfo* info = sk_CMS_SignerInfo_value(infos, 0);
  for (int at = 0; at < sk_X509_num(along); ++at)
    if (CMS_SignerInfo_cert_cmp(info, sk_X509_value(along, at)) == 0) return sk_X509_value(along, at);
  return nullptr;
}

Trust trust_of(X509* certificate, STACK_OF(X509) * along, const std::filesystem::path& roots,
               const std::optional<Instant>& when) {
  const Store store(X509_STORE_new());
  const StoreContext context(X509_STORE_CTX_new());
  if (X509_STORE_load_file(store.get(), roots.c_str()) != 1 ||
      X509_STORE_CTX_init(context.get(), store.get(), certificate, along) != 1)
    return Trust::kNotChecked;
  X509_VERIFY_PARAM_set_purpose(X509_STORE_CTX_get0_param(context.get()), X509_PURPOSE_ANY);
  if (when) X509_STORE_CTX_set_time(context.get(), 0, static_cast<std::time_t>(when->ms / 1'000));
  if (X509_verify_cert(context.get()) == 1) return Trust::kTrusted;
  const int error = X509_STORE_CTX_get_error(context.get());
  const bool of_time = error == X509_V_ERR_CERT_HAS_EXPIRED || error == X509_V_ERR_CERT_NOT_YET_VALID;
  return of_time ? Trust::kOutOfTime : Trust::kUnknownRoot;
}

}  // namespace

void add_certificate(PdfSignature& signature, std::string_view der, const std::filesystem::path& roots) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(der.data());
  const Cms cms(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(der.size())));
  const Certificates along(cms ? CMS_get1_certs(cms.get()) : nullptr);
  X509* certificate = along ? signer_of(cms.get(), along.get()) : nullptr;
  if (certificate) {
    signature.subject = name_of(X509_get_subject_name(certificate));
    signature.issuer = name_of(X509_get_issuer_name(certificate));
    signature.serial = serial_of(certificate);
    signature.valid_from = instant_of(X509_get0_notBefore(certificate));
    signature.valid_to = instant_of(X509_get0_notAfter(certificate));
    if (!roots.empty()) signature.trust = trust_of(certificate, along.get(), roots, signature.signed_at);
  }
  ERR_clear_error();
}

}  // namespace luuvet::server
