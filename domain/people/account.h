// Accounts: who can sign in. The log knows them by id alone; names, secrets and sessions are kept apart and can be
// erased.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>

namespace luuvet {

enum class AccountKind : std::uint8_t { kPerson, kMachine };
BOOST_DESCRIBE_ENUM(AccountKind, kPerson, kMachine)

// What a token may be used for.
enum class TokenScope : std::uint8_t { kRead, kWrite };
BOOST_DESCRIBE_ENUM(TokenScope, kRead, kWrite)

}  // namespace luuvet
