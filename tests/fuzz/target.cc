// One libFuzzer program: LUUVET_FUZZ_ENTRY names its entry.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/entries.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  luuvet::fuzz::LUUVET_FUZZ_ENTRY({reinterpret_cast<const char*>(data), size});
  return 0;
}
