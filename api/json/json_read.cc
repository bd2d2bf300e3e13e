#include "api/json/json_read.h"

namespace luuvet::api {

ReadContext::Step::Step(ReadContext& context, std::string_view member)
    : context_(context), size_before_(context.path_.size()) {
  context_.path_ += '/';
  for (const char c : member) {
    if (c == '~')
      context_.path_ += "~0";
    else if (c == '/')
      context_.path_ += "~1";
    else
      context_.path_ += c;
  }
}

ReadContext::Step::Step(ReadContext& context, std::size_t item) : Step(context, std::to_string(item)) {}

ReadContext::Step::~Step() {
  context_.path_.resize(size_before_);
}

void ReadContext::fault(Message detail) {
  if (errors.size() < kReadErrorsMax) errors.push_back({path_, std::move(detail)});
}

void ReadContext::wrong_type(const char* vi, const char* en) {
  fault({std::string("Chỗ này phải là ") + vi + ".", std::string("This must be ") + en + "."});
}

void ReadContext::fault_from(simdjson::error_code error, const char* vi, const char* en) {
  switch (error) {
    case simdjson::INCORRECT_TYPE:
    case simdjson::NUMBER_ERROR:
    case simdjson::NUMBER_OUT_OF_RANGE:
    case simdjson::STRING_ERROR:
      return wrong_type(vi, en);
    default:
      malformed = true;
  }
}

Rejection rejection_of(ReadContext&& context) {
  Rejection rejection;
  rejection.kind = RejectionKind::kInvalid;
  if (context.malformed) {
    rejection.detail = {"Nội dung gửi lên không phải JSON hợp lệ.", "The body is not valid JSON."};
    rejection.errors.push_back({"", rejection.detail});
    return rejection;
  }
  rejection.detail = {"Nội dung gửi lên có chỗ chưa đúng.", "Some members of the body are not acceptable."};
  rejection.errors = std::move(context.errors);
  return rejection;
}

}  // namespace luuvet::api
