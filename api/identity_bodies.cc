#include "api/identity_bodies.h"

#include "api/json/json_read.h"

namespace luuvet::api {
namespace {

template <class Body>
Result<Body> read(std::string_view bytes) {
  if (bytes.size() > kIdentityBodyBytesMax) {
    Rejection rejection;
    rejection.kind = RejectionKind::kTooLarge;
    rejection.detail = {"Nội dung gửi lên quá dài.", "The body is too long."};
    return rejection;
  }
  ondemand::parser parser;
  const simdjson::padded_string padded(bytes);
  return read_json<Missing::kRefused, Body>(parser, padded);
}

Rejection incomplete(const char* pointer, const char* vi, const char* en) {
  return invalid(pointer, vi, en);
}

}  // namespace

Result<SignInBody> read_sign_in(std::string_view bytes) {
  auto body = read<SignInBody>(bytes);
  if (!body) return body;
  const SignInBody& asked = body.value();
  if (asked.demo && (asked.username || asked.password))
    return incomplete("/demo", "Tài khoản dùng thử không kèm tên đăng nhập, mật khẩu.",
                      "A demo account takes neither username nor password.");
  if (!asked.demo && !asked.username)
    return incomplete("/username", "Thiếu trường bắt buộc.", "This member is required.");
  if (!asked.demo && !asked.password)
    return incomplete("/password", "Thiếu trường bắt buộc.", "This member is required.");
  return body;
}

Result<PasswordBody> read_password(std::string_view bytes) {
  return read<PasswordBody>(bytes);
}
Result<InvitationBody> read_invitation(std::string_view bytes) {
  return read<InvitationBody>(bytes);
}
Result<EmptyBody> read_empty(std::string_view bytes) {
  return read<EmptyBody>(bytes);
}

}  // namespace luuvet::api
