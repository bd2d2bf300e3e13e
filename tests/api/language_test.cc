#include "api/language.h"

#include <gtest/gtest.h>

namespace luuvet::api {
namespace {

TEST(Language, W41FollowsTheHeavierLanguageAndIsVietnameseElse) {
  struct Row {
    const char* header;
    Language expected;
  };
  const Row rows[] = {
      {"", Language::kVietnamese},
      {"vi-VN,vi;q=0.9,en;q=0.8", Language::kVietnamese},
      {"en-US,en;q=0.9,vi;q=0.8", Language::kEnglish},
      {"en", Language::kEnglish},
      {"EN-gb", Language::kEnglish},
      {"fr, en;q=0.5", Language::kEnglish},
      {"fr", Language::kVietnamese},
      {"*", Language::kVietnamese},
      {"en;q=0.5, *;q=0.7", Language::kVietnamese},
      {"vi;q=0.5, en;q=0.5", Language::kVietnamese},
      {"en;q=0.5, vi;q=0.5", Language::kEnglish},
      {"en;q=0", Language::kVietnamese},
      {"en;q=0.001", Language::kEnglish},
      {"en;q=1.5", Language::kVietnamese},
      {"en;q=x", Language::kVietnamese},
      {",,;;q", Language::kVietnamese},
  };
  for (const Row& row : rows) EXPECT_EQ(language_of(row.header), row.expected) << row.header;
  EXPECT_EQ(language_of(std::nullopt), Language::kVietnamese);
}

TEST(Language, PicksTheSentence) {
  const Message message{"Có", "Yes"};
  EXPECT_EQ(in(Language::kVietnamese, message), "Có");
  EXPECT_EQ(in(Language::kEnglish, message), "Yes");
  EXPECT_EQ(tag_of(Language::kEnglish), "en");
}

}  // namespace
}  // namespace luuvet::api
