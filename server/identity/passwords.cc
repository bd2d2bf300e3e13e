#include "server/identity/passwords.h"

#include <sodium.h>

#include <new>
#include <utility>

#include "api/text.h"
#include "server/identity/common_passwords.h"
#include "server/identity/profile_fields.h"
#include "server/identity/secret.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kRawBytesMax = 2'048;  // 128 code points and their marks before NFC

}  // namespace

std::optional<std::string> normalised_password(std::string password) {
  if (password.empty() || password.size() > kRawBytesMax) return std::nullopt;
  if (api::normalise(password) != api::TextFault::kNone || count_code_points(password) > kPasswordMax)
    return std::nullopt;
  return password;
}

Result<std::string> accepted_password(std::string password, const PasswordOwner& owner, std::string pointer) {
  std::optional<std::string> text = normalised_password(std::move(password));
  if (!text || count_code_points(*text) < kPasswordMin) {
    return invalid(std::move(pointer), "Mật khẩu phải dài từ 10 đến 128 ký tự, không có ký tự điều khiển.",
                   "A password has 10 to 128 characters, none of them a control character.");
  }
  if (is_like(*text, owner.username) || is_like(*text, owner.name)) {
    return invalid(std::move(pointer), "Mật khẩu không được là tên đăng nhập hay họ tên.",
                   "A password must not be the username or the name.");
  }
  if (is_common_password(*text)) {
    return invalid(
        std::move(pointer),
        "Mật khẩu này quá phổ biến: chỉ gồm từ thông dụng, dãy số hay dãy phím. Hãy dùng một câu dài của riêng "
        "mình.",
        "This password is too common: nothing but well-known words, digits or rows of keys. Use a long "
        "phrase of your own.");
  }
  return std::move(*text);
}

Passwords::Passwords(HashCost cost) : cost_(cost), nobodys_(hash(new_secret())) {}

std::string Passwords::hash(std::string_view password) const {
  std::string encoded(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str_alg(encoded.data(), password.data(), password.size(), cost_.passes, cost_.memory_bytes,
                            crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  encoded.resize(encoded.find('\0'));
  return encoded;
}

bool Passwords::verify(const std::optional<std::string>& encoded, std::string_view password) const {
  const std::string& against = encoded ? *encoded : nobodys_;
  const bool same = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size()) == 0;
  return encoded && same;
}

bool Passwords::is_outdated(const std::string& encoded) const {
  return crypto_pwhash_str_needs_rehash(encoded.c_str(), cost_.passes, cost_.memory_bytes) != 0;
}

}  // namespace luuvet::server
