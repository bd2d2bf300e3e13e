#include "tests/net/tls_client.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <stdexcept>

namespace luuvet::test {
namespace {

using Context = std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)>;
using Session = std::unique_ptr<SSL, decltype(&SSL_free)>;

// Blocks on the socket, which stays the client's.
class ClientTls final : public Layer {
 public:
  ClientTls(int fd, const TlsOffer& offer)
      : context_(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), session_(nullptr, SSL_free) {
    SSL_CTX_set_security_level(context_.get(), 0);  // old versions are offered, too
    SSL_CTX_set_min_proto_version(context_.get(), 0);
    SSL_CTX_set_max_proto_version(context_.get(), offer.version_max);
    session_.reset(SSL_new(context_.get()));
    if (!offer.protocol.empty()) {
      const std::string wire = static_cast<char>(offer.protocol.size()) + offer.protocol;
      SSL_set_alpn_protos(session_.get(), reinterpret_cast<const unsigned char*>(wire.data()),
                          static_cast<unsigned>(wire.size()));
    }
    SSL_set_fd(session_.get(), fd);
    if (SSL_connect(session_.get()) != 1) throw std::runtime_error("the server refuses the handshake");
  }

  bool send(std::string_view bytes) override {
    std::size_t sent = 0;
    return bytes.empty() || SSL_write_ex(session_.get(), bytes.data(), bytes.size(), &sent) == 1;
  }
  bool holds_more() const override { return SSL_pending(session_.get()) > 0; }
  // Tells a close_notify ("") from a line that was cut (an exception).
  std::optional<std::string> receive() override {
    std::string bytes(16 * 1024, '\0');
    std::size_t got = 0;
    const int result = SSL_read_ex(session_.get(), bytes.data(), bytes.size(), &got);
    bytes.resize(got);
    if (result == 1) return bytes;
    const int error = SSL_get_error(session_.get(), result);
    ERR_clear_error();
    if (error == SSL_ERROR_ZERO_RETURN) return "";
    throw std::runtime_error("the connection was cut without a close_notify");
  }

  TlsShaken shaken() const {
    const unsigned char* protocol = nullptr;
    unsigned size = 0;
    SSL_get0_alpn_selected(session_.get(), &protocol, &size);
    char name[256] = "";
    const std::unique_ptr<X509, decltype(&X509_free)> shown(SSL_get1_peer_certificate(session_.get()), X509_free);
    X509_NAME_get_text_by_NID(X509_get_subject_name(shown.get()), NID_commonName, name, sizeof name);
    return {SSL_get_version(session_.get()), std::string(reinterpret_cast<const char*>(protocol), size), name};
  }

 private:
  Context context_;
  Session session_;
};

}  // namespace

TcpClient connect_tls(std::uint16_t port, const TlsOffer& offer) {
  TcpClient tcp(port, offer.receive_bytes);
  tcp.put_on(std::make_unique<ClientTls>(tcp.fd(), offer));
  return tcp;
}

TlsShaken shake_hands(std::uint16_t port, const TlsOffer& offer) {
  const TcpClient tcp(port, offer.receive_bytes);
  try {
    return ClientTls(tcp.fd(), offer).shaken();
  } catch (const std::runtime_error&) {
    ERR_clear_error();
    return {};
  }
}

}  // namespace luuvet::test
