#include "server/log/pruned.h"

#include <algorithm>

namespace luuvet::server {

std::string pruned_stub(const Hash& leaf) {
  return std::string(1, '\0').append(bytes_of(leaf));
}

std::optional<Hash> pruned_leaf(std::string_view stored) {
  Hash leaf;
  if (stored.size() != leaf.size() + 1 || stored.front() != '\0') return std::nullopt;
  std::copy(stored.begin() + 1, stored.end(), leaf.begin());
  return leaf;
}

}  // namespace luuvet::server
