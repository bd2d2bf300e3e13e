#include "domain/base/fold.h"

#include <gtest/gtest.h>

#include <random>

namespace luuvet {
namespace {

bool finds(std::string_view query, std::string_view text) {
  return matches(search_text({text}), query_words(query));
}

TEST(Fold, EveryVietnameseLetterLosesItsMarks) {
  EXPECT_EQ(fold("aàáảãạ ăằắẳẵặ âầấẩẫậ AÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ"), "aaaaaa aaaaaa aaaaaa aaaaaa aaaaaa aaaaaa");
  EXPECT_EQ(fold("eèéẻẽẹ êềếểễệ EÈÉẺẼẸ ÊỀẾỂỄỆ iìíỉĩị IÌÍỈĨỊ"), "eeeeee eeeeee eeeeee eeeeee iiiiii iiiiii");
  EXPECT_EQ(fold("oòóỏõọ ôồốổỗộ ơờớởỡợ OÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ"), "oooooo oooooo oooooo oooooo oooooo oooooo");
  EXPECT_EQ(fold("uùúủũụ ưừứửữự UÙÚỦŨỤ ƯỪỨỬỮỰ yỳýỷỹỵ YỲÝỶỸỴ đĐ"), "uuuuuu uuuuuu uuuuuu uuuuuu yyyyyy yyyyyy dd");
}

TEST(Fold, ComposedAndDecomposedAreOne) {
  EXPECT_EQ(fold("Vie\u0323\u0302t Nam u\u031B\u0301ng phu\u0309 so\u0301ng"), fold("Việt Nam ứng phủ sóng"));
}

TEST(Fold, PlaceOfTheToneMarkDoesNotMatter) {
  EXPECT_EQ(fold("Văn hoá"), fold("Văn hóa"));
  EXPECT_EQ(fold("Tỉnh uỷ"), fold("Tỉnh ủy"));
  EXPECT_EQ(fold("Qúy II"), fold("Quý II"));
}

TEST(Fold, SpaceAndPunctuationBecomeOneSpace) {
  EXPECT_EQ(fold("  Sở KH&CN,\n\tUBND\u00A0cấp xã – “3 nhà”…  "), "so kh cn ubnd cap xa 3 nha");
  EXPECT_EQ(fold("57-NQ/TW"), "57 nq tw");
  EXPECT_EQ(fold("≥ 37,6 %"), "37 6");
  EXPECT_EQ(fold(" .,;– "), "");
  EXPECT_EQ(fold(""), "");
}

TEST(Fold, SoftHyphensAndJoinersVanish) {
  EXPECT_EQ(fold("công\u00ADnghệ zero\u200Dwidth"), "congnghe zerowidth");
}

TEST(Fold, KeepsOtherScripts) {
  EXPECT_EQ(fold("云南省 Данные"), "云南省 Данные");
}

TEST(Fold, IsIdempotentAndNeverFailsOnAnyBytes) {
  std::mt19937 random(57);
  for (int i = 0; i < 5'000; ++i) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::string folded = fold(bytes);
    EXPECT_EQ(fold(folded), folded);
  }
}

TEST(Search, EachWordBeginsAWordOfTheText) {
  const std::string text = fold("Phủ sóng 5G đến thôn, bản");
  EXPECT_TRUE(matches(text, query_words("phu song")));
  EXPECT_TRUE(matches(text, query_words("thôn 5g PHỦ")));
  EXPECT_TRUE(matches(text, query_words("so 5")));
  EXPECT_TRUE(matches(text, query_words("")));
  EXPECT_FALSE(matches(text, query_words("ong")));
  EXPECT_FALSE(matches(text, query_words("phu lao")));
  EXPECT_FALSE(matches("", query_words("phu")));
}

TEST(Search, AbbreviationsStandForTheirWords) {
  EXPECT_TRUE(finds("so khcn 5g", "Sở Khoa học và Công nghệ chủ trì phủ sóng 5G"));
  EXPECT_TRUE(finds("so khcn 5g", "Sở KH&CN, 5G"));
  EXPECT_TRUE(finds("sở kh&cn", "Sở Khoa học và Công nghệ"));
  EXPECT_TRUE(finds("sở khoa học và công nghệ", "Sở KH&CN"));
  EXPECT_TRUE(finds("sở khoa học công nghệ", "Sở KHCN"));
  EXPECT_TRUE(finds("vhttdl", "Sở Văn hoá, Thể thao và Du lịch"));
  EXPECT_TRUE(finds("VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"));
  EXPECT_TRUE(finds("van hoa the thao", "Sở VH-TT&DL"));
  EXPECT_TRUE(finds("nhnn kv4", "Ngân hàng Nhà nước Chi nhánh Khu vực IV"));
  EXPECT_TRUE(finds("ban chỉ đạo trung ương", "02-CTr/BCĐTW"));
  EXPECT_TRUE(finds("trung uong", "Kế hoạch của BCĐTW"));
  EXPECT_TRUE(finds("ubkt", "Ủy ban Kiểm tra Tỉnh ủy"));
  EXPECT_TRUE(finds("mặt trận tổ quốc", "UBMTTQ tỉnh"));
}

TEST(Search, RomanAndArabicQuartersAreOne) {
  EXPECT_TRUE(finds("quý 2/2026", "Qúy II/2026"));
  EXPECT_TRUE(finds("q2 2026", "Quý II/2026"));
  EXPECT_TRUE(finds("quý iv", "Q4/2025 – Q1/2026"));
}

TEST(Search, AbbreviationsWorkOnPlainFoldedTextToo) {
  const std::string abbreviated = fold("Sở KH&CN phủ sóng 5G");
  const std::string spelt = fold("Sở Khoa học và Công nghệ phủ sóng 5G");
  for (const auto* query : {"so khcn 5g", "sở kh&cn", "sở khoa học và công nghệ 5g"}) {
    EXPECT_TRUE(matches(abbreviated, query_words(query))) << query;
    EXPECT_TRUE(matches(spelt, query_words(query))) << query;
  }
  EXPECT_FALSE(matches(abbreviated, query_words("khoa hoc")));  // half a name stands for nothing
  EXPECT_FALSE(matches(fold("Sở Nội vụ"), query_words("so khcn")));
  EXPECT_FALSE(matches(fold("KH CNC"), query_words("khcn")));  // other spellings only as whole words
}

TEST(Search, TextHoldsEachSpellingOnce) {
  EXPECT_EQ(search_text({"Sở KH&CN", "", "Sở Khoa học và Công nghệ"}),
            "so kh cn so khoa hoc va cong nghe khcn khoa hoc cong nghe");
  EXPECT_EQ(search_text({}), "");
}

}  // namespace
}  // namespace luuvet
