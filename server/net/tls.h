// TLS without sockets: bytes of the peer go in, bytes for the peer come out. The only sources that know OpenSSL's TLS
// are tls.cc and tls_context.cc.
//
// TLS 1.2 and 1.3, with ciphers that keep forward secrecy and authenticate; ALPN "http/1.1" and nothing else; no
// renegotiation, no compression. One thread: net.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct ssl_ctx_st;
struct ssl_st;

namespace luuvet::server {

// The certificate or its key cannot be used; says which file and why.
class TlsRefused : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The certificate that is served, loaded anew when its files have changed. Connections keep what they began with.
class TlsContext {
 public:
  // PEM files: the chain, the server's own certificate first, and its key without a password. Throws TlsRefused.
  TlsContext(std::filesystem::path certificate, std::filesystem::path key);
  ~TlsContext();

  // Throws TlsRefused and keeps the old one if the new cannot be used.
  void reload();
  // To be called about once a second: reloads when the files have changed and rest again. Whether it did; throws as
  // reload(), once for each change.
  bool reload_if_changed();

  std::int64_t expires_at() const { return expires_at_; }  // seconds since 1970
  ssl_ctx_st* get() const { return context_.get(); }

 private:
  struct Stamp {
    std::int64_t certificate_ns = 0, key_ns = 0;
    std::uintmax_t certificate_size = 0, key_size = 0;
    bool operator==(const Stamp&) const = default;
  };
  Stamp stamp() const;

  const std::filesystem::path certificate_, key_;
  std::shared_ptr<ssl_ctx_st> context_;
  std::int64_t expires_at_ = 0;
  Stamp loaded_;  // what was loaded, or refused
  Stamp seen_;    // a look ago
};

// The server's side of one connection.
class TlsSession {
 public:
  explicit TlsSession(const TlsContext& context);
  ~TlsSession();
  TlsSession(const TlsSession&) = delete;
  TlsSession& operator=(const TlsSession&) = delete;

  enum class Step {
    kDone,
    kWantsMore,  // feed() what comes next and try again
    kEnded,      // the peer has closed properly
    kFailed,     // not TLS, or not one of ours: unsent() may hold an alert
  };

  // Bytes that came from the peer. Nothing more than one read at a time, and only when a step wants more.
  void feed(std::string_view bytes);
  Step shake_hands();
  struct Read {
    Step step;
    std::size_t size = 0;
  };
  Read read(char* into, std::size_t room);
  // Behind a finished handshake. False: the connection is over.
  bool write(std::string_view bytes);
  void close();  // says so to the peer

  // For the peer, oldest first; sent(n) drops what the socket has taken.
  std::string_view unsent() const { return std::string_view(out_).substr(sent_); }
  void sent(std::size_t bytes);

  struct Pipe;  // between OpenSSL and the buffers below

 private:
  Step step_of(int result);

  std::unique_ptr<ssl_st, void (*)(ssl_st*)> ssl_;
  std::string in_;
  std::size_t taken_ = 0;  // of in_
  std::string out_;
  std::size_t sent_ = 0;  // of out_
};

}  // namespace luuvet::server
