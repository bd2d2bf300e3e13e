#include "server/log/guard.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/log/records.h"

namespace luuvet::server {
namespace {

using testing::TemporaryFolder;

void overwrite(const std::filesystem::path& file, std::size_t offset, std::string_view bytes) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(static_cast<std::streamoff>(offset));
  stream << bytes;
}

std::string refusal(const std::function<void()>& action) {
  try {
    action();
  } catch (const StateRefused& refused) {
    return refused.what();
  }
  return "";
}

const GuardPosition kPosition{"00112233445566aa", 41, hash_leaf("root")};

TEST(GuardSlot, IsReadBack) {
  const std::string slot = guard_slot(kPosition);
  EXPECT_EQ(slot.size(), kGuardSlotBytes);
  EXPECT_EQ(parse_guard_slot(slot), kPosition);
}

TEST(GuardSlot, HasThisForm) {
  const std::string slot = guard_slot({"00112233445566aa", 0, hash_empty_tree()});
  EXPECT_EQ(slot.substr(0, slot.find('\0')),
            "luuvet-guard 1\nlog 00112233445566aa\nsequence 0\nroot 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
            "checksum c3b3795d3d53b15ff79905430c76512560e0224a3109559d6c884394f7375fba\n");
}

TEST(GuardSlot, EveryChangedByteIsSeen) {
  const std::string slot = guard_slot(kPosition);
  for (std::size_t at = 0; at < slot.size(); ++at) {
    std::string changed = slot;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    EXPECT_EQ(parse_guard_slot(changed), std::nullopt) << at;
  }
  EXPECT_EQ(parse_guard_slot(std::string(kGuardSlotBytes, '\0')), std::nullopt);
  EXPECT_EQ(parse_guard_slot(""), std::nullopt);
}

class GuardFileTest : public ::testing::Test {
 protected:
  TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_ / "guard";
};

TEST_F(GuardFileTest, OverwritesItsSlotsInTurn) {
  GuardFile file = GuardFile::create(path_, kPosition);
  for (Sequence sequence = 42; sequence < 50; ++sequence) {
    file.write(sequence, hash_leaf(std::to_string(sequence)));
    const std::string bytes = *read_file(path_);
    ASSERT_EQ(bytes.size(), 2 * kGuardSlotBytes);
    const auto first = parse_guard_slot(std::string_view(bytes).substr(0, kGuardSlotBytes));
    const auto second = parse_guard_slot(std::string_view(bytes).substr(kGuardSlotBytes));
    ASSERT_TRUE(first && second);
    EXPECT_EQ(std::max(first->sequence, second->sequence), sequence);
    EXPECT_EQ(std::min(first->sequence, second->sequence), sequence - 1);
    EXPECT_EQ(read_guard(path_)->sequence, sequence);
  }
}

TEST_F(GuardFileTest, ATornSlotLeavesTheOtherOne) {
  {
    GuardFile file = GuardFile::create(path_, kPosition);
    file.write(42, hash_leaf("42"));
    file.write(43, hash_leaf("43"));
  }
  const std::string bytes = *read_file(path_);
  const std::size_t later =
      parse_guard_slot(std::string_view(bytes).substr(0, kGuardSlotBytes))->sequence == 43 ? 0 : kGuardSlotBytes;
  overwrite(path_, later + 50, std::string(512, '\x7f'));
  EXPECT_EQ(read_guard(path_)->sequence, 42u);
  GuardFile file = GuardFile::open(path_);
  EXPECT_EQ(file.position().sequence, 42u);
  file.write(44, hash_leaf("44"));  // over the torn one
  EXPECT_EQ(read_guard(path_)->sequence, 44u);
  overwrite(path_, later, "torn again");
  EXPECT_EQ(read_guard(path_)->sequence, 42u);
}

TEST_F(GuardFileTest, TwoTornSlotsAreRefused) {
  GuardFile::create(path_, kPosition);
  overwrite(path_, 0, "x");
  overwrite(path_, kGuardSlotBytes, "x");
  EXPECT_NE(refusal([&] { read_guard(path_); }).find("neither of its two slots is whole"), std::string::npos);
  EXPECT_NE(refusal([&] { GuardFile::open(path_); }).find("neither of its two slots is whole"), std::string::npos);
  std::filesystem::resize_file(path_, 100);
  EXPECT_NE(refusal([&] { GuardFile::open(path_); }), "");
}

TEST_F(GuardFileTest, IsNothingWhenThereIsNoFile) {
  EXPECT_EQ(read_guard(path_), std::nullopt);
}

TEST_F(GuardFileTest, BelongsToOneProcessAtATime) {
  const GuardFile file = GuardFile::create(path_, kPosition);
  EXPECT_NE(refusal([&] { GuardFile::open(path_); }).find("another process"), std::string::npos);
}

}  // namespace
}  // namespace luuvet::server
