// A tlog-proof as an inspector reads it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/log/audit.h"
#include "server/log/hash.h"

namespace luuvet::test {

struct Proof {
  std::uint64_t index = 0;
  std::vector<server::Hash> hashes;
  std::string checkpoint;  // a signed note
};

// Throws std::runtime_error, or what std::optional throws, if it is none.
Proof parse_proof(const std::string& text);

// Whether it shows that `record` (or its leaf) stands in the tree of its checkpoint, which that key signed.
bool proves(const Proof& proof, std::string_view record, std::string_view verifier_key);

}  // namespace luuvet::test
