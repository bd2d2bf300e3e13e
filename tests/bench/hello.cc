// The least that a Beast server with one thread can do for a GET: what our own reads are held against.
//   bench_hello --bytes N     listens on a free port, prints it, serves until it is killed
#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "tests/bench/measure.h"

namespace luuvet::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Tcp = asio::ip::tcp;

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Tcp::socket socket, std::size_t bytes) : stream_(std::move(socket)) {
    stream_.socket().set_option(Tcp::no_delay(true));
    response_.set(http::field::content_type, "application/json");
    response_.body() = std::string(bytes, 'x');
    response_.prepare_payload();
  }

  void read() {
    request_ = {};
    http::async_read(stream_, buffer_, request_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->write();
    });
  }

 private:
  void write() {
    http::async_write(stream_, response_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (!error) self->read();
    });
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_;
  http::request<http::empty_body> request_;
  http::response<http::string_body> response_{http::status::ok, 11};
};

void accept_next(Tcp::acceptor& acceptor, std::size_t bytes) {
  acceptor.async_accept([&acceptor, bytes](beast::error_code error, Tcp::socket socket) {
    if (!error) std::make_shared<Session>(std::move(socket), bytes)->read();
    accept_next(acceptor, bytes);
  });
}

}  // namespace
}  // namespace luuvet::bench

int main(int count, char** words) {
  using namespace luuvet::bench;
  const Options options(count, words);
  asio::io_context context(1);
  Tcp::acceptor acceptor(context, Tcp::endpoint(asio::ip::address_v4::loopback(), 0));
  accept_next(acceptor, options.number("bytes", 600));
  std::printf("http://127.0.0.1:%u\n", acceptor.local_endpoint().port());
  std::fflush(stdout);
  context.run();
}
