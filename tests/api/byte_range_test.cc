#include "api/http/byte_range.h"

#include <gtest/gtest.h>

namespace luuvet::test {
namespace {

constexpr std::string_view kTag = "\"abc\"";

api::AskedRange asked(const std::string& range, std::uint64_t size = 1000, const std::string& if_range = {}) {
  api::Request request;
  request.headers.push_back({"Range", range});
  if (!if_range.empty()) request.headers.push_back({"If-Range", if_range});
  return api::asked_range(request, size, kTag);
}

TEST(ByteRange, W218OneRangeOfBytes) {
  EXPECT_EQ(asked("bytes=0-499"), api::AskedRange(api::ByteRange{0, 500}));
  EXPECT_EQ(asked("bytes=500-"), api::AskedRange(api::ByteRange{500, 500}));
  EXPECT_EQ(asked("bytes=-1"), api::AskedRange(api::ByteRange{999, 1}));
  EXPECT_EQ(asked("Bytes= 999-5000 "), api::AskedRange(api::ByteRange{999, 1}));
  EXPECT_EQ(asked("bytes=-5000"), api::AskedRange(api::ByteRange{0, 1000}));
  EXPECT_EQ(asked("bytes=0-99999999999999999999999"), api::AskedRange(api::ByteRange{0, 1000}));
}

TEST(ByteRange, W218NoneOfItIsThere) {
  EXPECT_EQ(asked("bytes=1000-"), api::AskedRange(api::NoSuchRange{}));
  EXPECT_EQ(asked("bytes=99999999999999999999999-"), api::AskedRange(api::NoSuchRange{}));
  EXPECT_EQ(asked("bytes=-0"), api::AskedRange(api::NoSuchRange{}));
  EXPECT_EQ(asked("bytes=0-", 0), api::AskedRange(api::NoSuchRange{}));
  EXPECT_EQ(asked("bytes=-1", 0), api::AskedRange(api::NoSuchRange{}));
}

TEST(ByteRange, W218WhatIsNotUnderstoodIsAnsweredWhole) {
  for (const char* range : {"", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=9-3", "bytes=a-b", "bytes=1-2,4-5",
                            "bytes=0x1-2", "bytes=+1-2", "bytes=1--2", "lines=0-1", "bytes=1 2-3", "=0-1"})
    EXPECT_EQ(asked(range), api::AskedRange(api::WholeBody{})) << range;
  EXPECT_EQ(api::asked_range({}, 1000, kTag), api::AskedRange(api::WholeBody{}));
}

TEST(ByteRange, W218ARangeOfAnotherContentIsAnsweredWhole) {
  EXPECT_EQ(asked("bytes=0-0", 1000, "\"abc\""), api::AskedRange(api::ByteRange{0, 1}));
  for (const char* other : {"\"abd\"", "W/\"abc\"", "abc", "Mon, 23 Nov 2026 01:00:00 GMT"})
    EXPECT_EQ(asked("bytes=0-0", 1000, other), api::AskedRange(api::WholeBody{})) << other;
}

}  // namespace
}  // namespace luuvet::test
