#include "api/problem.h"

#include <array>

#include "api/json_object.h"

namespace luuvet::api {
namespace {

struct Row {
  ProblemType type;
  int status;
  std::string_view name;
  const char* vi;
  const char* en;
};

constexpr std::array<Row, 29> kRows = {{
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

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

Problem problem_with(ProblemType type, Message detail) {
  Problem problem;
  problem.type = type;
  problem.detail = std::move(detail);
  return problem;
}

Problem with_retry(ProblemType type, std::chrono::seconds retry_after, Message detail) {
  Problem problem = problem_with(type, std::move(detail));
  problem.retry_after = retry_after;
  return problem;
}

}  // namespace

int status_of(ProblemType type) {
  return row_of(type).status;
}

std::string uri_of(ProblemType type) {
  return "/problems/" + std::string(row_of(type).name);
}

Problem problem_of(Rejection&& rejection) {
  Problem problem = problem_with(type_of(rejection.kind), std::move(rejection.detail));
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
  if (!problem.allow.empty()) reply.headers.push_back({"Allow", joined(problem.allow)});
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

Problem bad_query(std::string_view parameter, Message detail) {
  Problem problem = problem_with(ProblemType::kBadQuery, std::move(detail));
  problem.parameter = parameter;
  return problem;
}

Problem bad_header(std::string_view header, Message detail) {
  Problem problem = problem_with(ProblemType::kBadHeader, std::move(detail));
  problem.header = header;
  return problem;
}

Problem bad_request(Message detail) {
  return problem_with(ProblemType::kBadRequest, std::move(detail));
}

Problem beyond_head(std::string_view parameter, Sequence head) {
  Problem problem = problem_with(ProblemType::kBeyondHead, {"Nhật ký chỉ có đến bản ghi " + std::to_string(head) + ".",
                                                            "The log ends at record " + std::to_string(head) + "."});
  problem.parameter = parameter;
  problem.head = head;
  return problem;
}

Problem signed_out() {
  return problem_with(ProblemType::kSignedOut, {"Phiên làm việc không có hoặc đã hết; xin đăng nhập.",
                                                "There is no session, or it is over: sign in."});
}

Problem sign_in_failed() {
  return problem_with(ProblemType::kSignedOut,
                      {"Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản không dùng được.",
                       "The username or password is wrong, or the account cannot be used."});
}

Problem forbidden_here(Message detail) {
  return problem_with(ProblemType::kForbidden, std::move(detail));
}

Problem not_found_here() {
  return problem_with(ProblemType::kNotFound,
                      {"Không có nội dung nào ở địa chỉ này.", "There is nothing at this address."});
}

Problem method_not_allowed(std::vector<std::string_view> allow) {
  const std::string methods = joined(allow);
  Problem problem = problem_with(ProblemType::kMethodNotAllowed,
                                 {"Ở đây chỉ dùng được: " + methods + ".", "Allowed here: " + methods + "."});
  problem.allow = std::move(allow);
  return problem;
}

Problem another_log(std::string_view log) {
  Problem problem =
      problem_with(ProblemType::kAnotherLog, {"Máy chủ đã chuyển sang nhật ký khác; cần tải lại từ đầu.",
                                              "The server serves another log now: load everything again."});
  problem.log = log;
  return problem;
}

Problem body_too_large(std::size_t limit_bytes) {
  const std::string limit = std::to_string(limit_bytes);
  return problem_with(ProblemType::kTooLarge,
                      {"Nội dung gửi lên tối đa " + limit + " byte.", "A body has at most " + limit + " bytes."});
}

Problem unsupported_media_type() {
  return problem_with(ProblemType::kUnsupportedMediaType, {"Nội dung gửi lên phải là application/json, mã UTF-8.",
                                                           "A body must be application/json in UTF-8."});
}

Problem misdirected() {
  return problem_with(ProblemType::kMisdirected, {"Tên máy chủ trong yêu cầu không nằm trong danh sách được phục vụ.",
                                                  "The host that was asked for is not served here."});
}

Problem key_reused() {
  return problem_with(ProblemType::kKeyReused, {"Khóa này đã gắn với một yêu cầu có nội dung khác; hãy dùng khóa mới.",
                                                "This key belongs to a request with other content: take a new one."});
}

Problem upgrade_required() {
  return problem_with(ProblemType::kUpgradeRequired,
                      {"Địa chỉ này chỉ phục vụ qua WebSocket.", "This address is served over a WebSocket only."});
}

Problem too_many_requests(std::chrono::seconds retry_after) {
  return with_retry(ProblemType::kTooManyRequests, retry_after, {"Vui lòng gửi chậm lại.", "Please send more slowly."});
}

Problem head_too_large(std::size_t limit_bytes) {
  const std::string limit = std::to_string(limit_bytes);
  return problem_with(ProblemType::kHeadTooLarge, {"Dòng yêu cầu và các tiêu đề tối đa " + limit + " byte.",
                                                   "Request line and headers have at most " + limit + " bytes."});
}

Problem internal_error() {
  return problem_with(ProblemType::kInternal,
                      {"Lỗi đã được ghi lại; gửi lại với cùng khóa chống gửi trùng thì không bị làm hai lần.",
                       "The fault was noted; sent again with the same idempotency key, nothing is done twice."});
}

Problem expectation_failed() {
  return problem_with(ProblemType::kExpectationFailed,
                      {"Máy chủ chỉ hiểu Expect: 100-continue.", "Only Expect: 100-continue is understood."});
}

Problem transfer_coding_not_implemented() {
  return problem_with(ProblemType::kNotImplemented, {"Máy chủ chỉ hiểu Transfer-Encoding: chunked.",
                                                     "Only Transfer-Encoding: chunked is understood."});
}

Problem http_version_not_supported() {
  return problem_with(ProblemType::kHttpVersion,
                      {"Máy chủ chỉ hiểu HTTP/1.1 và HTTP/1.0.", "Only HTTP/1.1 and HTTP/1.0 are understood."});
}

Problem overloaded(std::chrono::seconds retry_after) {
  return with_retry(
      ProblemType::kOverloaded, retry_after,
      {"Yêu cầu chưa được thực hiện; vui lòng gửi lại sau.", "The request was not carried out: send it again later."});
}

Problem not_yet_applied(Sequence head) {
  Problem problem = with_retry(ProblemType::kNotYetApplied, std::chrono::seconds(1),
                               {"Dữ liệu mới đến bản ghi " + std::to_string(head) + "; vui lòng thử lại.",
                                "Applied up to record " + std::to_string(head) + " so far: try again."});
  problem.head = head;
  return problem;
}

Problem low_storage() {
  return with_retry(
      ProblemType::kLowStorage, std::chrono::seconds(60),
      {"Tạm thời chỉ xem được, chưa ghi được dữ liệu mới.", "For now everything can be read, nothing be written."});
}

Problem not_ready() {
  return with_retry(ProblemType::kNotReady, std::chrono::seconds(2),
                    {"Máy chủ đang khởi động hoặc đang dừng.", "The server is starting or stopping."});
}

}  // namespace luuvet::api
