#include "tests/files/sample_files.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <zip.h>

#include <cstdio>
#include <stdexcept>

namespace luuvet::test {
namespace {

constexpr const char* kTypes = "[Content_Types].xml";
constexpr const char* kXml = "<?xml version=\"1.0\"?><x/>";
constexpr std::size_t kSignatureBytes = 8'192;

std::string text_of(BIO* memory) {
  char* text = nullptr;
  const long size = BIO_get_mem_data(memory, &text);
  std::string copy(text, static_cast<std::size_t>(size));
  BIO_free(memory);
  return copy;
}

std::string pem_of(X509* certificate) {
  BIO* out = BIO_new(BIO_s_mem());
  PEM_write_bio_X509(out, certificate);
  return text_of(out);
}

X509* certificate_of(EVP_PKEY* key, const std::string& name, const X509_NAME* issuer, EVP_PKEY* issuer_key, int days) {
  X509* certificate = X509_new();
  X509_set_version(certificate, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate), 0x57A1);
  X509_gmtime_adj(X509_getm_notBefore(certificate), -86'400L * 30);
  X509_gmtime_adj(X509_getm_notAfter(certificate), 86'400L * days);
  X509_set_pubkey(certificate, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                             reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(certificate, issuer ? issuer : X509_get_subject_name(certificate));
  if (!issuer) {
    X509_EXTENSION* authority = X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, "critical,CA:TRUE");
    X509_add_ext(certificate, authority, -1);
    X509_EXTENSION_free(authority);
  }
  X509_sign(certificate, issuer_key, EVP_sha256());
  return certificate;
}

std::string signature_of(const Signer& signer, const std::string& bytes) {
  BIO* certificate_in = BIO_new_mem_buf(signer.certificate_pem.data(), static_cast<int>(signer.certificate_pem.size()));
  BIO* key_in = BIO_new_mem_buf(signer.key_pem.data(), static_cast<int>(signer.key_pem.size()));
  X509* certificate = PEM_read_bio_X509(certificate_in, nullptr, nullptr, nullptr);
  EVP_PKEY* key = PEM_read_bio_PrivateKey(key_in, nullptr, nullptr, nullptr);
  BIO* data = BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()));
  CMS_ContentInfo* cms = CMS_sign(certificate, key, nullptr, data, CMS_DETACHED | CMS_BINARY | CMS_NOSMIMECAP);
  BIO* der = BIO_new(BIO_s_mem());
  i2d_CMS_bio(der, cms);
  CMS_ContentInfo_free(cms);
  BIO_free(data);
  EVP_PKEY_free(key);
  X509_free(certificate);
  BIO_free(key_in);
  BIO_free(certificate_in);
  return text_of(der);
}

std::string pdf_of(const std::vector<std::string>& bodies) {
  std::string pdf = "%PDF-1.7\n";
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < bodies.size(); ++at) {
    offsets.push_back(pdf.size());
    pdf += std::to_string(at + 1) + " 0 obj\n" + bodies[at] + "\nendobj\n";
  }
  const std::size_t table = pdf.size();
  pdf += "xref\n0 " + std::to_string(bodies.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    char line[32];
    std::snprintf(line, sizeof line, "%010zu 00000 n \n", offset);
    pdf += line;
  }
  return pdf + "trailer\n<< /Size " + std::to_string(bodies.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

std::string stream_of(const std::string& content) {
  return "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream";
}

void replace(std::string& text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : entries)
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, content.data(), content.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  if (zip_close(archive) != 0) throw std::runtime_error("no zip");
  zip_stat_t stat;
  zip_source_open(target);
  zip_source_stat(target, &stat);
  std::string bytes(stat.size, '\0');
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

std::string sample_pdf(std::string_view words) {
  return pdf_of({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                 "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F << "
                 "/Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                 stream_of("BT /F 18 Tf 20 100 Td (" + std::string(words) + ") Tj ET")});
}
std::string sample_docx() {
  return zip_of({{kTypes, kXml}, {"word/document.xml", kXml}});
}
std::string sample_xlsx() {
  return zip_of({{"xl/workbook.xml", kXml}, {"docProps/app.xml", kXml}, {kTypes, kXml}});
}
std::string sample_pptx() {
  return zip_of({{kTypes, kXml}, {"ppt/presentation.xml", kXml}});
}
std::string sample_odt() {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", kXml}});
}
std::string sample_ods() {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", kXml}});
}
// One transparent dot.
std::string sample_png() {
  static constexpr unsigned char kBytes[] = {
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00,
      0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00,
      0x00, 0x00, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x62, 0x00, 0x01, 0x00, 0x00, 0x05, 0x00, 0x01,
      0x0d, 0x0a, 0x2d, 0xb4, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};
}
std::string sample_jpeg() {
  return std::string("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9", 22);
}

Signer make_signer(const std::string& name, int days) {
  EVP_PKEY* root_key = EVP_EC_gen("P-256");
  EVP_PKEY* key = EVP_RSA_gen(2'048);
  X509* root = certificate_of(root_key, "Chứng thực thử", nullptr, root_key, 3'650);
  X509* certificate = certificate_of(key, name, X509_get_subject_name(root), root_key, days);
  BIO* key_out = BIO_new(BIO_s_mem());
  PEM_write_bio_PrivateKey(key_out, key, nullptr, nullptr, 0, nullptr, nullptr);
  Signer signer{pem_of(root), pem_of(certificate), text_of(key_out)};
  X509_free(certificate);
  X509_free(root);
  EVP_PKEY_free(key);
  EVP_PKEY_free(root_key);
  return signer;
}

std::string signed_pdf(const Signer& signer) {
  const std::string room = "<" + std::string(kSignatureBytes * 2, '0') + ">";
  const std::string no_range = "[0 0000000000 0000000000 0000000000]";
  std::string pdf = pdf_of({"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] /SigFlags 3 >> >>",
                            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Annots [4 0 R] /Contents 6 0 R "
                            "/Resources << >> >>",
                            "<< /Type /Annot /Subtype /Widget /FT /Sig /T (sig1) /Rect [0 0 0 0] /P 3 0 R /V 5 0 R >>",
                            "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange " +
                                no_range + " /Contents " + room + " >>",
                            stream_of("0 0 m 9 9 l S")});
  const std::size_t from = pdf.find(room), to = from + room.size();
  char range[64];
  std::snprintf(range, sizeof range, "[0 %010zu %010zu %010zu]", from, to, pdf.size() - to);
  replace(pdf, no_range, range);
  std::string hex;
  for (const char byte : signature_of(signer, pdf.substr(0, from) + pdf.substr(to))) {
    char two[3];
    std::snprintf(two, sizeof two, "%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    hex += two;
  }
  return pdf.replace(from + 1, hex.size(), hex);
}

}  // namespace luuvet::test
