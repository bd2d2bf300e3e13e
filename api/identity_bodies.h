// What is sent to sign in, and to look after passwords and accounts. Secrets: never logged, never echoed.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/result.h"

namespace luuvet::api {

// Either username and password, or in a demo the username alone.
struct SignInBody {
  std::optional<std::string> username;
  std::optional<std::string> password;
  std::optional<std::string> demo;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (), (username, password, demo))

struct PasswordBody {
  std::string old_;
  std::string new_;
};
BOOST_DESCRIBE_STRUCT(PasswordBody, (), (old_, new_))

struct InvitationBody {
  std::optional<std::string> username;  // where the account has none yet
  std::string password;
};
BOOST_DESCRIBE_STRUCT(InvitationBody, (), (username, password))

// {}: the address says it all.
struct EmptyBody {};
BOOST_DESCRIBE_STRUCT(EmptyBody, (), ())

inline constexpr std::size_t kIdentityBodyBytesMax = 8 * 1024;

Result<SignInBody> read_sign_in(std::string_view bytes);
Result<PasswordBody> read_password(std::string_view bytes);
Result<InvitationBody> read_invitation(std::string_view bytes);
Result<EmptyBody> read_empty(std::string_view bytes);

}  // namespace luuvet::api
