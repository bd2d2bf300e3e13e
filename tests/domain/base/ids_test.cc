#include "domain/base/ids.h"

#include <gtest/gtest.h>

namespace luuvet {
namespace {

TEST(Ids, AcceptsTheIdsOfTheSeeds) {
  for (const auto* id : {"da11.ii.vii.2.9", "lc25.ii.vi.12-b", "bcd26.body.3.a", "so-khcn", "215-kh-ubnd", "0",
                         "01hz3v9q8y7x6w5v4t3s2r1q0p"})
    EXPECT_TRUE(is_valid_id(id)) << id;
}

TEST(Ids, RefusesOtherShapes) {
  for (const auto* id : {"", ".a", "-a", "So-khcn", "a b", "a/b", "a_b", "sở", "a\n", "a:b"})
    EXPECT_FALSE(is_valid_id(id)) << id;
  EXPECT_FALSE(is_valid_id(std::string_view("a\0b", 3)));
}

TEST(Ids, LengthIsLimited) {
  EXPECT_TRUE(is_valid_id(std::string(80, 'a')));
  EXPECT_FALSE(is_valid_id(std::string(81, 'a')));
  EXPECT_TRUE(is_valid_agency_id(std::string(40, 'a')));
  EXPECT_FALSE(is_valid_agency_id(std::string(41, 'a')));
}

TEST(Ids, AgencyIdsHaveNoDotSoThatCompoundIdsSplit) {
  EXPECT_TRUE(is_valid_agency_id("lc-so-khcn"));
  EXPECT_FALSE(is_valid_agency_id("so.khcn"));
  EXPECT_FALSE(is_valid_agency_id(""));
  EXPECT_FALSE(is_valid_agency_id("-so"));
}

}  // namespace
}  // namespace luuvet
