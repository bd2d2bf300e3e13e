#pragma once

#include <cstdlib>

namespace luuvet::fuzz {

// Ends the process where `holds` is false, so that a fuzzer keeps the input.
inline void must(bool holds) {
  if (!holds) std::abort();
}

}  // namespace luuvet::fuzz
