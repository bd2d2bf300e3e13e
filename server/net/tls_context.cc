#include <openssl/err.h>
#include <openssl/ssl.h>

#include <chrono>
#include <ctime>
#include <utility>

#include "server/net/tls.h"

namespace luuvet::server {
namespace {

namespace fs = std::filesystem;
using ContextPtr = std::shared_ptr<SSL_CTX>;

constexpr const char* kTls12Ciphers = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr const char* kGroups = "X25519:P-256:P-384";
constexpr std::string_view kProtocols = "\x08http/1.1";

std::string why() {
  const unsigned long code = ERR_get_error();
  const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
  ERR_clear_error();
  return reason ? reason : "it cannot be read";
}

[[noreturn]] void refuse(const char* what, const fs::path& file) {
  throw TlsRefused(std::string(what) + " " + file.string() + " cannot be used: " + why());
}

// Who offers protocols, but not ours, is refused.
int choose_protocol(SSL*, const unsigned char** chosen, unsigned char* size, const unsigned char* offered,
                    unsigned int offered_size, void*) {
  const auto* ours = reinterpret_cast<const unsigned char*>(kProtocols.data());
  unsigned char* found = nullptr;
  const int outcome =
      SSL_select_next_proto(&found, size, ours, static_cast<unsigned int>(kProtocols.size()), offered, offered_size);
  *chosen = found;
  return outcome == OPENSSL_NPN_NEGOTIATED ? SSL_TLSEXT_ERR_OK : SSL_TLSEXT_ERR_ALERT_FATAL;
}

ContextPtr strict_context() {
  ContextPtr context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
  if (!context) throw std::bad_alloc();
  SSL_CTX* raw = context.get();
  SSL_CTX_set_min_proto_version(raw, TLS1_2_VERSION);
  SSL_CTX_set_options(raw, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE |
                               SSL_OP_PRIORITIZE_CHACHA);
  SSL_CTX_set_mode(raw, SSL_MODE_RELEASE_BUFFERS);  // idle subscribers hold no room for records
  SSL_CTX_set_session_cache_mode(raw, SSL_SESS_CACHE_OFF);
  SSL_CTX_set_num_tickets(raw, 1);
  SSL_CTX_set_alpn_select_cb(raw, choose_protocol, nullptr);
  if (SSL_CTX_set_cipher_list(raw, kTls12Ciphers) != 1 || SSL_CTX_set1_groups_list(raw, kGroups) != 1)
    throw TlsRefused("OpenSSL lacks the ciphers of TLS 1.2: " + why());
  return context;
}

std::int64_t expiry_of(SSL_CTX* context) {
  const X509* certificate = SSL_CTX_get0_certificate(context);
  std::tm time{};
  if (!certificate || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) != 1) return 0;
  return timegm(&time);
}

std::int64_t changed_at(const fs::path& file) {
  std::error_code missing;
  const auto time = fs::last_write_time(file, missing);
  return missing ? 0 : std::chrono::duration_cast<std::chrono::nanoseconds>(time.time_since_epoch()).count();
}
std::uintmax_t size_of(const fs::path& file) {
  std::error_code missing;
  const auto size = fs::file_size(file, missing);
  return missing ? 0 : size;
}

}  // namespace

TlsContext::TlsContext(fs::path certificate, fs::path key)
    : certificate_(std::move(certificate)), key_(std::move(key)) {
  reload();
}
TlsContext::~TlsContext() = default;

void TlsContext::reload() {
  loaded_ = seen_ = stamp();
  ERR_clear_error();
  ContextPtr fresh = strict_context();
  if (SSL_CTX_use_certificate_chain_file(fresh.get(), certificate_.c_str()) != 1)
    refuse("the certificate", certificate_);
  if (SSL_CTX_use_PrivateKey_file(fresh.get(), key_.c_str(), SSL_FILETYPE_PEM) != 1) refuse("the key", key_);
  if (SSL_CTX_check_private_key(fresh.get()) != 1) refuse("the key", key_);
  expires_at_ = expiry_of(fresh.get());
  context_ = std::move(fresh);
}

bool TlsContext::reload_if_changed() {
  const Stamp now = stamp();
  const bool rests = std::exchange(seen_, now) == now;
  if (now == loaded_ || !rests) return false;
  reload();
  return true;
}

TlsContext::Stamp TlsContext::stamp() const {
  return {changed_at(certificate_), changed_at(key_), size_of(certificate_), size_of(key_)};
}

}  // namespace luuvet::server
