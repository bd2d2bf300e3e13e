#include "api/problem.h"

#include <array>

#include "api/http/header_text.h"
#include "api/json/json_object.h"

namespace luuvet::api {
namespace {

struct Row {
  ProblemType type;
  int status;
  std::string_view name;
  const char* vi;
  const char* en;
};

constexpr std::array<Row, 30> kRows = {{
    {ProblemType::kBadRequest, 400, "bad-request", "Nội dung gửi lên chưa đúng", "The request is not acceptable"},
    {ProblemType::kBadQuery, 400, "bad-query", "Tham số truy vấn chưa đúng", "A query parameter is not acceptable"},
    {ProblemType::kBadHeader, 400, "bad-header", "Tiêu đề của yêu cầu chưa đúng", "A request header is not acceptable"},
    {ProblemType::kUnknownReference, 400, "unknown-reference", "Nội dung nhắc đến mã không có trong hệ thống",
     "The body names something that is not there"},
    {ProblemType::kBeyondHead, 400, "beyond-head", "Vị trí vượt quá bản ghi cuối cùng",
     "The position lies beyond the last record"},
    {ProblemType::kSignedOut, 401, "signed-out", "Cần đăng nhập", "Sign in first"},
    {ProblemType::kForbidden, 403, "forbidden", "Không có quyền thực hiện", "There is no right to do this"},
    {ProblemType::kNotFound, 404, "not-found", "Không tìm thấy", "Not found"},
    {ProblemType::kMethodNotAllowed, 405, "method-not-allowed", "Phương thức không dùng được ở đây",
     "The method is not allowed here"},
    {ProblemType::kAlreadyExists, 409, "already-exists", "Đã có trong hệ thống", "It exists already"},
    {ProblemType::kAnotherLog, 409, "another-log", "Nhật ký dữ liệu đã khác", "This is another log"},
    {ProblemType::kStale, 412, "stale", "Nội dung đã thay đổi", "The content has changed"},
    {ProblemType::kTooLarge, 413, "too-large", "Nội dung gửi lên quá lớn", "The request is too large"},
    {ProblemType::kUnsupportedMediaType, 415, "unsupported-media-type", "Không nhận loại nội dung này",
     "This type of content is not taken"},
    {ProblemType::kRangeNotSatisfiable, 416, "range-not-satisfiable", "Không có phần nội dung được yêu cầu",
     "There are no such bytes"},
    {ProblemType::kExpectationFailed, 417, "expectation-failed", "Máy chủ không đáp ứng được tiêu đề Expect",
     "The expectation cannot be met"},
    {ProblemType::kMisdirected, 421, "misdirected", "Máy chủ không phục vụ tên miền này",
     "The server does not answer to this host"},
    {ProblemType::kRule, 422, "rule", "Trái quy tắc nghiệp vụ", "A business rule says no"},
    {ProblemType::kKeyReused, 422, "key-reused", "Khóa chống gửi trùng đã dùng cho yêu cầu khác",
     "The idempotency key was used for another request"},
    {ProblemType::kUpgradeRequired, 426, "upgrade-required", "Cần kết nối WebSocket", "A WebSocket is needed here"},
    {ProblemType::kPreconditionRequired, 428, "precondition-required", "Chưa nêu phiên bản đã xem",
     "The state that was seen is not named"},
    {ProblemType::kTooManyRequests, 429, "too-many-requests", "Gửi quá nhiều yêu cầu", "Too many requests"},
    {ProblemType::kHeadTooLarge, 431, "head-too-large", "Phần đầu của yêu cầu quá lớn",
     "The head of the request is too large"},
    {ProblemType::kInternal, 500, "internal", "Lỗi của máy chủ", "A fault of the server"},
    {ProblemType::kNotImplemented, 501, "not-implemented", "Máy chủ không hiểu cách mã hóa này",
     "The coding is not understood"},
    {ProblemType::kOverloaded, 503, "overloaded", "Máy chủ đang quá tải", "The server is overloaded"},
    {ProblemType::kNotYetApplied, 503, "not-yet-applied", "Dữ liệu chưa đến vị trí yêu cầu",
     "The position is not yet applied"},
    {ProblemType::kLowStorage, 503, "low-storage", "Máy chủ sắp hết chỗ lưu", "The server is short of storage"},
    {ProblemType::kNotReady, 503, "not-ready", "Máy chủ chưa sẵn sàng", "The server is not ready"},
    {ProblemType::kHttpVersion, 505, "http-version", "Phiên bản HTTP không được hỗ trợ",
     "The HTTP version is not supported"},
}};

constexpr bool stand_in_order() {
  for (std::size_t at = 0; at < kRows.size(); ++at)
    if (static_cast<std::size_t>(kRows[at].type) != at) return false;
  return true;
}
static_assert(stand_in_order());

const Row& row_of(ProblemType type) {
  return kRows[static_cast<std::size_t>(type)];
}

ProblemType type_of(RejectionKind kind) {
  switch (kind) {
    case RejectionKind::kInvalid:
      return ProblemType::kBadRequest;
    case RejectionKind::kUnknownReference:
      return ProblemType::kUnknownReference;
    case RejectionKind::kNotFound:
      return ProblemType::kNotFound;
    case RejectionKind::kAlreadyExists:
      return ProblemType::kAlreadyExists;
    case RejectionKind::kRule:
      return ProblemType::kRule;
    case RejectionKind::kForbidden:
      return ProblemType::kForbidden;
    case RejectionKind::kStale:
      return ProblemType::kStale;
    case RejectionKind::kPreconditionRequired:
      return ProblemType::kPreconditionRequired;
    case RejectionKind::kTooLarge:
      return ProblemType::kTooLarge;
  }
  return ProblemType::kInternal;
}

void write_errors(std::string& out, const std::vector<FieldError>& errors, Language language) {
  write_array(out, errors, [&](std::string& to, const FieldError& error) {
    JsonObject(to).member("pointer", error.pointer).member("detail", in(language, error.detail));
  });
}

// Records are JSON already: they go in as they are stored.
void write_records(std::string& out, const std::vector<std::string>& records) {
  write_array(out, records, [](std::string& to, const std::string& record) { to += record; });
}

void write_body(std::string& out, const Problem& problem, Language language) {
  const Row& row = row_of(problem.type);
  const std::string& detail = in(language, problem.detail);
  JsonObject object(out);
  object.member("type", uri_of(problem.type)).member("title", language == Language::kEnglish ? row.en : row.vi);
  object.member("status", row.status);
  if (!detail.empty()) object.member("detail", detail);
  if (!problem.errors.empty())
    object.with("errors", [&](std::string& to) { write_errors(to, problem.errors, language); });
  if (!problem.parameter.empty()) object.member("parameter", problem.parameter);
  if (!problem.header.empty()) object.member("header", problem.header);
  if (!problem.rule.empty()) object.member("rule", problem.rule);
  if (problem.type == ProblemType::kStale) object.member("fields", problem.fields);
  if (problem.current) object.member("current", *problem.current);
  if (problem.events_since)
    object.with("events_since", [&](std::string& to) { write_records(to, *problem.events_since); });
  if (problem.head) object.member("head", *problem.head);
  if (!problem.log.empty()) object.member("log", problem.log);
}

}  // namespace

int status_of(ProblemType type) {
  return row_of(type).status;
}

std::string uri_of(ProblemType type) {
  return "/problems/" + std::string(row_of(type).name);
}

Problem problem_of(Rejection&& rejection) {
  Problem problem;
  problem.type = type_of(rejection.kind);
  problem.detail = std::move(rejection.detail);
  problem.errors = std::move(rejection.errors);
  problem.rule = std::move(rejection.rule);
  if (rejection.kind != RejectionKind::kStale) return problem;
  problem.events_since.emplace();
  problem.fields = std::move(rejection.fields);
  if (rejection.current != 0) problem.current = rejection.current;
  return problem;
}

Reply reply_of(const Problem& problem, Language language) {
  Reply reply;
  reply.status = status_of(problem.type);
  reply.headers = {{"Content-Type", "application/problem+json"},
                   {"Content-Language", std::string(tag_of(language))},
                   {"Cache-Control", "no-store"}};
  if (!problem.allow.empty()) reply.headers.push_back({"Allow", listed(problem.allow)});
  if (problem.type == ProblemType::kUpgradeRequired) reply.headers.push_back({"Upgrade", "websocket"});
  if (problem.type == ProblemType::kSignedOut) reply.headers.push_back({"WWW-Authenticate", "Bearer"});
  if (problem.retry_after.count() > 0)
    reply.headers.push_back({"Retry-After", std::to_string(problem.retry_after.count())});
  std::string body;
  write_body(body, problem, language);
  reply.body = std::move(body);
  return reply;
}

Reply reply_of(const Problem& problem, const Request& request) {
  return reply_of(problem, language_of(request.header("Accept-Language")));
}

}  // namespace luuvet::api
