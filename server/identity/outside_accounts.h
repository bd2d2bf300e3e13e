// Accounts of persons whom an OpenID Connect provider vouches for. On worker, with the writing store.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "server/identity/identity_store.h"

namespace luuvet::server {

// How a person who comes for the first time is matched to an account.
enum class OutsideMatch : std::uint8_t {
  kLinked,    // not at all: the owner of the account links it, signed in
  kUsername,  // by username
  kEmail,     // by e-mail, which exactly one open account has
};
BOOST_DESCRIBE_ENUM(OutsideMatch, kLinked, kUsername, kEmail)

struct OutsidePerson {
  std::string issuer;
  std::string subject;              // at that issuer, for good
  std::optional<std::string> name;  // username or verified e-mail, as the provider has it
};

// The open person's account that is linked, or that is matched and linked herewith. Nothing where there is none, and
// where the account is linked to another person of the issuer: a name that was given to somebody new opens nothing.
std::optional<ActorId> account_of(IdentityStore& store, const OutsidePerson& person, OutsideMatch match, Instant now);

// For the owner, who has signed in to the account. False where the account is no open person's, is linked at this
// issuer already, or where the person is linked to another account. Linked to this one: true, nothing changes.
bool link_account(IdentityStore& store, const OutsidePerson& person, const ActorId& account, Instant now);

}  // namespace luuvet::server
