// The accounts of a demo server, so that tests act through the front door: each request bears the token of somebody who
// may send it. Which account that is follows from the agency acted for and the command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "tests/support/http_client.h"

namespace luuvet::test {

// Reads the tokens of the server that listens on this port; the clients of this process use them from then on.
void know_demo_people(std::uint16_t port, const std::filesystem::path& data);

// "Bearer lv_..." of "<agency>.<role>"; empty if there is none.
std::string bearer_of(std::uint16_t port, std::string_view agency, std::string_view role);

// The header that lets the request in: of the inspector for reads, of the standing agency's officer for what it alone
// does, else of the head of the agency acted for (so-khcn if none is named). Nothing if the headers have one already,
// or the port's people are not known.
HttpHeaders authorization_for(std::uint16_t port, std::string_view method, std::string_view target,
                              const HttpHeaders& headers);

}  // namespace luuvet::test
