#include "domain/base/result.h"

#include <utility>

namespace luuvet {
namespace {

Rejection with(RejectionKind kind, std::string vi, std::string en) {
  Rejection rejection;
  rejection.kind = kind;
  rejection.detail = {std::move(vi), std::move(en)};
  return rejection;
}

}  // namespace

Rejection not_found() {
  return with(RejectionKind::kNotFound, "Không tìm thấy nội dung được yêu cầu.", "There is no such resource.");
}

Rejection already_exists(std::string_view id) {
  const std::string quoted = "\"" + std::string(id) + "\"";
  return with(RejectionKind::kAlreadyExists, "Mã " + quoted + " đã có trong hệ thống.",
              "There is " + quoted + " already.");
}

Rejection invalid(std::string pointer, std::string vi, std::string en) {
  Rejection rejection = with(RejectionKind::kInvalid, vi, en);
  rejection.errors.push_back({std::move(pointer), {std::move(vi), std::move(en)}});
  return rejection;
}

Rejection unknown_reference(std::string pointer, std::string_view id) {
  const std::string quoted = "\"" + std::string(id) + "\"";
  Rejection rejection =
      invalid(std::move(pointer), "Không có mã " + quoted + " trong hệ thống.", "There is no " + quoted + " here.");
  rejection.kind = RejectionKind::kUnknownReference;
  return rejection;
}

Rejection rule_broken(std::string_view rule, std::string vi, std::string en) {
  Rejection rejection = with(RejectionKind::kRule, std::move(vi), std::move(en));
  rejection.rule = rule;
  return rejection;
}

Rejection forbidden(std::string_view rule, std::string vi, std::string en) {
  Rejection rejection = with(RejectionKind::kForbidden, std::move(vi), std::move(en));
  rejection.rule = rule;
  return rejection;
}

}  // namespace luuvet
