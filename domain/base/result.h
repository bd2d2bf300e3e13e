// Expected failures are values: a `Rejection` says what is wrong in a way that the edge can translate; it never says
// how HTTP says it.
#pragma once

#include <boost/outcome/basic_result.hpp>
#include <boost/outcome/policy/all_narrow.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/ids.h"

namespace luuvet {

enum class RejectionKind {
  kInvalid,               // a value in the body is not acceptable
  kUnknownReference,      // the body names something that does not exist
  kNotFound,              // the addressed resource does not exist
  kAlreadyExists,         // creating what is there already
  kRule,                  // a numbered business rule of domain/SPEC.md says no
  kForbidden,             // the acting agency has no such right
  kStale,                 // If-Match or Luuvet-Based-On no longer holds
  kPreconditionRequired,  // neither was given where one is needed
  kTooLarge,              // an act beyond its limits
};

// Vietnamese first: it is what officials read.
struct Message {
  std::string vi;
  std::string en;
};

// One wrong place in the body: RFC 6901 pointer ("/deadline/due") and what is wrong there.
struct FieldError {
  std::string pointer;
  Message detail;
};

struct Rejection {
  RejectionKind kind = RejectionKind::kInvalid;
  std::string rule;                 // "T07": set for kRule and kForbidden
  Message detail;                   // one sentence: what is so and what can be done
  std::vector<FieldError> errors;   // kInvalid, kUnknownReference
  std::vector<std::string> fields;  // kStale: the fields that changed since
  Sequence current = 0;             // kStale: sequence of the representation now; 0: there is none
  Sequence since = 0;               // kRule: what came after this one stands in the way; 0: nothing is to be shown
};

template <class T>
using Result = boost::outcome_v2::basic_result<T, Rejection, boost::outcome_v2::policy::all_narrow>;

Rejection not_found();
Rejection already_exists(std::string_view id);
Rejection invalid(std::string pointer, std::string vi, std::string en);
Rejection unknown_reference(std::string pointer, std::string_view id);
Rejection rule_broken(std::string_view rule, std::string vi, std::string en);
Rejection forbidden(std::string_view rule, std::string vi, std::string en);

}  // namespace luuvet
