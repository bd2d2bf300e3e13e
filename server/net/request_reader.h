// Reads one HTTP/1.x request from bytes as they come, without sockets. Strict where leniency would let two readers see
// two requests (request smuggling): one body length only, `chunked` as the only coding, no bytes outside ASCII in the
// target.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "api/http/http_message.h"
#include "server/net/limits.h"

namespace luuvet::server {

enum class ReadFault {
  kNone,
  kMalformed,
  kHeaderTooLarge,
  kBodyTooLarge,
  kVersion,           // neither HTTP/1.0 nor 1.1
  kTransferEncoding,  // other than chunked
};

class RequestReader {
 public:
  explicit RequestReader(const HttpLimits& limits);
  ~RequestReader();
  RequestReader(RequestReader&&) noexcept;

  // Forgets everything and begins a new request.
  void begin();

  // Takes a prefix of `bytes` and returns its length; what was not taken must be given again, with more behind it if
  // nothing was taken. Stops behind the headers, between chunks and behind the body: call again to go on. After a fault
  // nothing more is taken.
  std::size_t take(std::string_view bytes);

  // Once the headers are there and before any of the body is taken: another limit than the body's usual one, by which a
  // length that was announced is judged anew.
  void allow_body(std::uint64_t bytes);

  bool begun() const;        // some byte was taken or looked at
  bool header_done() const;  // no sooner are the values below to be read
  bool done() const;
  ReadFault fault() const;

  bool keep_alive() const;
  bool http_1_0() const;

  // Its body is what was taken so far; it may be moved away between calls of `take`.
  api::Request& request();
  const api::Request& request() const;

 private:
  class Parser;
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace luuvet::server
