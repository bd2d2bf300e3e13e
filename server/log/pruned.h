// A pruned record: the hash of its leaf stands in its place, so that the tree and every proof stay what they were.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/log/hash.h"

namespace luuvet::server {

// What is stored in the record's place: a zero byte, which no record begins with, and the leaf's hash.
std::string pruned_stub(const Hash& leaf);

// The leaf's hash, if what is stored is such a stub.
std::optional<Hash> pruned_leaf(std::string_view stored);

}  // namespace luuvet::server
