// Every input of the corpora through the entry that it belongs to: what a fuzzer once found stays found.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/fuzz/entries.h"

namespace luuvet::fuzz {
namespace {

class FuzzCorpus : public ::testing::TestWithParam<Entry> {};

TEST_P(FuzzCorpus, IsRead) {
  std::size_t files = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(std::filesystem::path(LUUVET_FUZZ_CORPUS) / GetParam().name)) {
    SCOPED_TRACE(file.path());
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    GetParam().run(bytes);
    // Cut short and bent a little, as a fuzzer begins.
    for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 64) GetParam().run({bytes.data(), size});
    for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 64) {
      std::string bent = bytes;
      bent[at] = static_cast<char>(bent[at] ^ 0x20);
      GetParam().run(bent);
    }
    ++files;
  }
  EXPECT_GT(files, 0u);
}

std::string name_of(const ::testing::TestParamInfo<Entry>& entry) {
  return std::string(entry.param.name);
}
INSTANTIATE_TEST_SUITE_P(Targets, FuzzCorpus, ::testing::ValuesIn(entries().begin(), entries().end()), name_of);

}  // namespace
}  // namespace luuvet::fuzz
