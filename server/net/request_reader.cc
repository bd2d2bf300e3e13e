#include "server/net/request_reader.h"

#include <algorithm>
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#include <optional>

namespace luuvet::server {
namespace {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

constexpr std::size_t kBodyReserveMax = 64 * 1024;  // what a mere Content-Length may make us allocate

std::string_view view(string_view text) {
  return {text.data(), text.size()};
}

ReadFault fault_of(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) return ReadFault::kHeaderTooLarge;
  if (error == http::error::body_limit) return ReadFault::kBodyTooLarge;
  if (error == http::error::bad_version) return ReadFault::kVersion;
  return ReadFault::kMalformed;
}

bool is_visible_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

}  // namespace

class RequestReader::Parser final : public http::basic_parser<true> {
 public:
  explicit Parser(const HttpLimits& limits) {
    header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    body_limit(boost::none);  // counted here: the limit may be another one once the head is known
    body_bytes_max = limits.body_bytes;
  }

  // Whether the announced length is within the limit.
  bool fits() const {
    const auto length = content_length();
    return !length || *length <= body_bytes_max;
  }

  api::Request request;
  std::uint64_t body_bytes_max = 0;
  bool foreign_coding = false;
  bool http_1_0 = false;

 private:
  void on_request_impl(http::verb, string_view method, string_view target, int version, error_code& error) override {
    http_1_0 = version == 10;
    request.method = view(method);
    request.target = view(target);
    if (!is_visible_ascii(request.target)) error = http::error::bad_target;
  }
  void on_response_impl(int, string_view, int, error_code&) override {}
  void on_field_impl(http::field field, string_view name, string_view value, error_code&) override {
    if (is_header_done()) return;  // a trailer is no header
    if (field == http::field::transfer_encoding && !boost::beast::iequals(value, "chunked")) foreign_coding = true;
    request.headers.push_back({std::string(view(name)), std::string(view(value))});
  }
  void on_header_impl(error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code&) override {
    if (length) request.body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(*length, kBodyReserveMax)));
  }
  std::size_t on_body_impl(string_view bytes, error_code&) override { return append(bytes); }
  void on_chunk_header_impl(std::uint64_t size, string_view, error_code& error) override {
    if (size > body_bytes_max - body_bytes_) error = http::error::body_limit;
  }
  std::size_t on_chunk_body_impl(std::uint64_t, string_view bytes, error_code&) override { return append(bytes); }
  void on_finish_impl(error_code&) override {}

  std::size_t append(string_view bytes) {
    request.body.append(bytes.data(), bytes.size());
    body_bytes_ += bytes.size();
    return bytes.size();
  }

  std::uint64_t body_bytes_ = 0;  // of announced chunks or a length that fits: never above the limit
};

struct RequestReader::State {
  HttpLimits limits;
  std::optional<Parser> parser;
  std::size_t header_bytes = 0;  // taken so far
  bool begun = false;
  ReadFault fault = ReadFault::kNone;
};

RequestReader::RequestReader(const HttpLimits& limits) : state_(std::make_unique<State>()) {
  state_->limits = limits;
  begin();
}
RequestReader::~RequestReader() = default;
RequestReader::RequestReader(RequestReader&&) noexcept = default;

void RequestReader::begin() {
  state_->parser.emplace(state_->limits);
  state_->header_bytes = 0;
  state_->begun = false;
  state_->fault = ReadFault::kNone;
}

std::size_t RequestReader::take(std::string_view bytes) {
  State& state = *state_;
  if (state.fault != ReadFault::kNone || done() || bytes.empty()) return 0;
  state.begun = true;
  const bool in_header = !header_done();
  error_code error;
  const std::size_t taken = state.parser->put({bytes.data(), bytes.size()}, error);
  if (error && error != http::error::need_more) state.fault = fault_of(error);
  if (in_header) {
    // The parser limits what it is given at once; this limits the sum.
    state.header_bytes += taken;
    const std::size_t waiting = header_done() ? 0 : bytes.size() - taken;
    if (state.header_bytes + waiting > state.limits.header_bytes) state.fault = ReadFault::kHeaderTooLarge;
  }
  if (in_header && state.fault == ReadFault::kNone && header_done() && !state.parser->fits())
    state.fault = ReadFault::kBodyTooLarge;
  if (state.fault == ReadFault::kNone && state.parser->foreign_coding) state.fault = ReadFault::kTransferEncoding;
  return taken;
}

void RequestReader::allow_body(std::uint64_t bytes) {
  State& state = *state_;
  state.parser->body_bytes_max = bytes;
  if (state.fault == ReadFault::kNone || state.fault == ReadFault::kBodyTooLarge)
    state.fault = state.parser->fits() ? ReadFault::kNone : ReadFault::kBodyTooLarge;
}

bool RequestReader::begun() const {
  return state_->begun;
}
bool RequestReader::header_done() const {
  return state_->parser->is_header_done();
}
bool RequestReader::done() const {
  return state_->fault == ReadFault::kNone && state_->parser->is_done();
}
ReadFault RequestReader::fault() const {
  return state_->fault;
}
bool RequestReader::keep_alive() const {
  return state_->parser->keep_alive();
}
bool RequestReader::http_1_0() const {
  return state_->parser->http_1_0;
}
api::Request& RequestReader::request() {
  return state_->parser->request;
}
const api::Request& RequestReader::request() const {
  return state_->parser->request;
}

}  // namespace luuvet::server
