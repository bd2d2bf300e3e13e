#include "server/net/tls.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cstring>

namespace luuvet::server {
namespace {

constexpr std::size_t kKeptCapacityMax = 4 * 1024;  // more is given back when a buffer is empty

void empty(std::string& buffer, std::size_t& used) {
  used = 0;
  if (buffer.capacity() > kKeptCapacityMax)
    std::string().swap(buffer);
  else
    buffer.clear();
}

}  // namespace

// An OpenSSL BIO over the session's two buffers.
struct TlsSession::Pipe {
  static TlsSession& session(BIO* bio) { return *static_cast<TlsSession*>(BIO_get_data(bio)); }

  static int read(BIO* bio, char* into, std::size_t room, std::size_t* got) {
    TlsSession& self = session(bio);
    BIO_clear_retry_flags(bio);
    *got = std::min(room, self.in_.size() - self.taken_);
    if (*got == 0) return BIO_set_retry_read(bio), 0;
    std::memcpy(into, self.in_.data() + self.taken_, *got);
    self.taken_ += *got;
    if (self.taken_ == self.in_.size()) empty(self.in_, self.taken_);
    return 1;
  }
  static int write(BIO* bio, const char* bytes, std::size_t size, std::size_t* taken) {
    session(bio).out_.append(bytes, size);
    *taken = size;
    return 1;
  }
  static long control(BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

  static const BIO_METHOD* method() {
    static BIO_METHOD* const made = [] {
      BIO_METHOD* fresh = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "session");
      BIO_meth_set_read_ex(fresh, read);
      BIO_meth_set_write_ex(fresh, write);
      BIO_meth_set_ctrl(fresh, control);
      return fresh;
    }();
    return made;
  }
};

TlsSession::TlsSession(const TlsContext& context) : ssl_(SSL_new(context.get()), SSL_free) {
  BIO* bio = ssl_ ? BIO_new(Pipe::method()) : nullptr;
  if (!bio) throw std::bad_alloc();
  BIO_set_data(bio, this);
  BIO_set_init(bio, 1);
  SSL_set_bio(ssl_.get(), bio, bio);
  SSL_set_accept_state(ssl_.get());
}
TlsSession::~TlsSession() = default;

void TlsSession::feed(std::string_view bytes) {
  in_.append(bytes);
}

TlsSession::Step TlsSession::step_of(int result) {
  if (result > 0) return Step::kDone;
  const int error = SSL_get_error(ssl_.get(), result);
  ERR_clear_error();
  if (error == SSL_ERROR_WANT_READ) return Step::kWantsMore;
  return error == SSL_ERROR_ZERO_RETURN ? Step::kEnded : Step::kFailed;
}

TlsSession::Step TlsSession::shake_hands() {
  ERR_clear_error();
  return step_of(SSL_do_handshake(ssl_.get()));
}

TlsSession::Read TlsSession::read(char* into, std::size_t room) {
  ERR_clear_error();
  std::size_t got = 0;
  const Step step = step_of(SSL_read_ex(ssl_.get(), into, room, &got));
  return {step, got};
}

bool TlsSession::write(std::string_view bytes) {
  if (bytes.empty()) return true;
  ERR_clear_error();
  std::size_t taken = 0;
  return step_of(SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &taken)) == Step::kDone;
}

void TlsSession::close() {
  ERR_clear_error();
  if (SSL_is_init_finished(ssl_.get())) SSL_shutdown(ssl_.get());
  ERR_clear_error();
}

void TlsSession::sent(std::size_t bytes) {
  sent_ += bytes;
  if (sent_ == out_.size()) empty(out_, sent_);
}

}  // namespace luuvet::server
