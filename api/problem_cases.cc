// The problems that the edge itself finds, each with its words.
#include "api/http/header_text.h"
#include "api/problem.h"

namespace luuvet::api {
namespace {

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
  const std::string methods = listed(allow);
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

Problem range_not_satisfiable(std::uint64_t size) {
  const std::string bytes = std::to_string(size);
  return problem_with(ProblemType::kRangeNotSatisfiable,
                      {"Nội dung chỉ có " + bytes + " byte.", "There are only " + bytes + " bytes."});
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
