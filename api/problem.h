// Problems: every error answer, as RFC 9457 says it. Here alone a Rejection gets its HTTP status.
#pragma once

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/policy/all_narrow.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/http/http_message.h"
#include "api/language.h"
#include "domain/base/result.h"

namespace luuvet::api {

// One URI, one status, one title each: the table of problems in SPEC.md.
enum class ProblemType : std::uint8_t {
  kBadRequest,
  kBadQuery,
  kBadHeader,
  kUnknownReference,
  kBeyondHead,
  kSignedOut,
  kForbidden,
  kNotFound,
  kMethodNotAllowed,
  kAlreadyExists,
  kAnotherLog,
  kStale,
  kTooLarge,
  kUnsupportedMediaType,
  kRangeNotSatisfiable,
  kExpectationFailed,
  kMisdirected,
  kRule,
  kKeyReused,
  kUpgradeRequired,
  kPreconditionRequired,
  kTooManyRequests,
  kHeadTooLarge,
  kInternal,
  kNotImplemented,
  kOverloaded,
  kNotYetApplied,
  kLowStorage,
  kNotReady,
  kHttpVersion,
};

// Members that are empty are left out of the answer.
struct Problem {
  ProblemType type = ProblemType::kInternal;
  Message detail;                   // what is so in this case and what can be done
  std::vector<FieldError> errors;   // kBadRequest, kUnknownReference
  std::string parameter;            // kBadQuery, kBeyondHead
  std::string header;               // kBadHeader
  std::string rule;                 // kRule, kForbidden
  std::vector<std::string> fields;  // kStale
  std::optional<Sequence> current;  // kStale
  // kStale, and kRule where something was built on what is to be undone: records or leaves by the reader's rights, at
  // most kEventsSinceMax. The caller fills it in.
  std::optional<std::vector<std::string>> events_since;
  std::optional<Sequence> head;         // kBeyondHead, kNotYetApplied
  std::string log;                      // kAnotherLog
  std::vector<std::string_view> allow;  // kMethodNotAllowed: names of methods, literals
  std::chrono::seconds retry_after{0};  // more than 0 with every 429 and 503
};

inline constexpr std::size_t kEventsSinceMax = 100;

// What a reading of a request gives, or why it is refused.
template <class T>
using Asked = boost::outcome_v2::basic_result<T, Problem, boost::outcome_v2::policy::all_narrow>;

int status_of(ProblemType type);
std::string uri_of(ProblemType type);  // "/problems/stale"

Problem problem_of(Rejection&& rejection);

// The answer with its headers: Content-Type, Content-Language, Cache-Control, and by type Allow, Upgrade, Retry-After.
Reply reply_of(const Problem& problem, Language language);
Reply reply_of(const Problem& problem, const Request& request);

Problem bad_query(std::string_view parameter, Message detail);
Problem bad_header(std::string_view header, Message detail);
Problem bad_request(Message detail);  // the request itself is malformed
Problem beyond_head(std::string_view parameter, Sequence head);
Problem signed_out();
Problem sign_in_failed();  // the same words for every cause
Problem forbidden_here(Message detail);
Problem not_found_here();
Problem method_not_allowed(std::vector<std::string_view> allow);
Problem another_log(std::string_view log);
Problem body_too_large(std::size_t limit_bytes);
Problem unsupported_media_type();
Problem range_not_satisfiable(std::uint64_t size);
Problem misdirected();
Problem key_reused();
Problem upgrade_required();
Problem too_many_requests(std::chrono::seconds retry_after);
Problem head_too_large(std::size_t limit_bytes);
Problem internal_error();
Problem expectation_failed();               // Expect other than 100-continue
Problem transfer_coding_not_implemented();  // Transfer-Encoding other than chunked
Problem http_version_not_supported();
Problem overloaded(std::chrono::seconds retry_after);
Problem not_yet_applied(Sequence head);
Problem low_storage();
Problem not_ready();

}  // namespace luuvet::api
