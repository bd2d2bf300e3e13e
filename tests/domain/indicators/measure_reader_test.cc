// Numbers that can be measured, read out of Vietnamese words: what they are, and what they are not.
#include "domain/indicators/measure_reader.h"

#include <gtest/gtest.h>

namespace luuvet::test {
namespace {

using enum Comparator;

struct Expected {
  std::string_view words;
  std::string_view printed;
  Comparator comparator;
  std::string_view low;
  std::string_view high;
  std::string_view unit;
  std::string_view what;
  bool doubtful = false;
};

void expect_one(const Expected& expected) {
  SCOPED_TRACE(expected.words);
  const auto found = read_measures(expected.words);
  ASSERT_EQ(found.size(), 1u);
  const MeasureReading& one = found.front();
  EXPECT_EQ(expected.words.substr(one.begin, one.end - one.begin), expected.printed);
  EXPECT_EQ(one.comparator, expected.comparator);
  EXPECT_EQ(to_string(*one.value.low), expected.low);
  EXPECT_EQ(one.value.high ? to_string(*one.value.high) : "", expected.high);
  EXPECT_EQ(one.unit.value_or(""), expected.unit);
  EXPECT_EQ(one.what, expected.what);
  EXPECT_EQ(one.doubtful, expected.doubtful);
}

TEST(MeasureReader, X23ComparisonNumberUnitAndWhatIsCounted) {
  const Expected cases[] = {
      {"bảo đảm tối thiểu 80% hồ sơ trực tuyến", "tối thiểu 80%", kAtLeast, "80", "", "%", "hồ sơ trực tuyến"},
      {"100% xã, phường có trang thông tin", "100%", kEqual, "100", "", "%", "xã, phường có trang thông tin"},
      {"Hỗ trợ ít nhất 05 doanh nghiệp chuyển đổi số", "ít nhất 05 doanh nghiệp", kAtLeast, "5", "", "doanh nghiệp",
       "doanh nghiệp chuyển đổi số"},
      {"Đào tạo trên 1.000 cán bộ, công chức", "trên 1.000 cán bộ", kAbove, "1000", "", "cán bộ", "cán bộ, công chức"},
      {"thu nhập bình quân đạt 37,6 triệu đồng/người", "đạt 37,6 triệu đồng/người", kEqual, "37.6", "",
       "triệu đồng/người", "thu nhập bình quân"},
      {"Doanh thu đạt 37,6 triệu", "đạt 37,6 triệu", kEqual, "37.6", "", "triệu", "Doanh thu"},
      {"Tỷ lệ hồ sơ trực tuyến đạt 100%.", "đạt 100%", kEqual, "100", "", "%", "Tỷ lệ hồ sơ trực tuyến"},
      {"vốn không quá 9.615.243 triệu đồng", "không quá 9.615.243 triệu đồng", kAtMost, "9615243", "", "triệu đồng",
       "vốn"},
      {"dưới 5% hồ sơ quá hạn", "dưới 5%", kBelow, "5", "", "%", "hồ sơ quá hạn"},
      {"không dưới 20 người tham gia", "không dưới 20 người", kAtLeast, "20", "", "người", "người tham gia"},
      {"Xác định 03 bài toán lớn", "03 bài toán", kEqual, "3", "", "bài toán", "bài toán lớn"},
      {"03 lớp được tổ chức", "03 lớp", kEqual, "3", "", "lớp", "lớp được tổ chức"},
      {"ít nhất 02 (hai) mô hình điểm", "ít nhất 02 (hai) mô hình", kAtLeast, "2", "", "mô hình", "mô hình điểm"},
      {"giảm từ 30% đến 50% chi phí in ấn", "từ 30% đến 50%", kRange, "30", "50", "%", "chi phí in ấn"},
      {"cắt giảm tối thiểu 30–50% thành phần hồ sơ", "tối thiểu 30–50%", kRange, "30", "50", "%", "thành phần hồ sơ"},
      {"chiếm từ 30% trở lên tổng mức bán lẻ", "từ 30% trở lên", kAtLeast, "30", "", "%", "tổng mức bán lẻ"},
      {"tăng 20%/năm số hồ sơ", "20%/năm", kEqual, "20", "", "%/năm", "số hồ sơ"},
      {"tỷ lệ ≥ 60 % dân số", "≥ 60 %", kAtLeast, "60", "", "%", "dân số"},
      {"chỉ số đạt ≥ 0.6", "≥ 0.6", kAtLeast, "0.6", "", "", "chỉ số", true},
      {"không dưới 1,000 người tham gia", "không dưới 1,000 người", kAtLeast, "1.000", "", "người", "người tham gia",
       true},
  };
  for (const Expected& expected : cases) expect_one(expected);
}

TEST(MeasureReader, X23WhatIsNoMeasure) {
  const char* cases[] = {
      "Ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW năm 2026",
      "giai đoạn 2026 - 2030",
      "Trình trước ngày 30/4/2026 theo Quyết định số 2618/QĐ-BKHCN ngày 11/9/2025",
      "Hoàn thành trong quý II/2026; tháng 6-12/2026",
      "đẩy nhanh phủ sóng 4G, triển khai 5G, công nghệ 3D",
      "mô hình bảo đảm an toàn thông tin “4 lớp”; mô hình hợp tác \"3 Nhà\"",
      "mô hình chính quyền địa phương 2 cấp",
      "(1) Kho dữ liệu dùng chung; (2) Nền tảng số",
      "1. Kho dữ liệu\n2. Nền tảng số",
      "hỗ trợ người dân 24/7",
      "tài khoản định danh mức độ 2",
      "Ngân hàng Nhà nước khu vực 4 tổng hợp",
      "công dân từ 14 tuổi trở lên",
      "tài liệu lưu trữ trong 3 năm gần đây; xử lý không quá 3 ngày",
      "tối thiểu 80%",
      "100%.",
      "máy chủ 10.0.0.1, phiên bản 1.2.3",
      "thực hiện Đề án 06 và Đề án 11",
      "Hội nghị tổng kết 2026, PAR INDEX 2025",
      "",
      "\xff\xfe 5",
  };
  for (const char* words : cases) EXPECT_TRUE(read_measures(words).empty()) << words;
}

TEST(MeasureReader, X23SeveralInOneSentence) {
  const auto found = read_measures(
      "100% đơn vị gửi nhận văn bản điện tử; số hóa 100% tài liệu trong 3 năm, tối thiểu 40% thôn bản có mạng 5G");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].what, "đơn vị gửi nhận văn bản điện tử");
  EXPECT_EQ(found[1].what, "tài liệu trong 3 năm");
  EXPECT_EQ(found[2].what, "thôn bản có mạng 5G");
  EXPECT_EQ(found[2].comparator, kAtLeast);
}

// Marks set apart from their letters, as some programs write them, are the same words.
TEST(MeasureReader, X23AnyFormOfTheLetters) {
  const auto found = read_measures("to\xCC\x82\xCC\x81i thie\xCC\x82\xCC\x89u 80% ho\xCC\x82\xCC\x80 so\xCC\x9B");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().comparator, kAtLeast);
}

TEST(MeasureReader, X23LongTextsAreReadToTheEnd) {
  std::string words;
  for (int i = 0; i < 2'000; ++i) words += "tối thiểu 80% xã; ";
  EXPECT_EQ(read_measures(words).size(), 2'000u);
  EXPECT_TRUE(read_measures(std::string(20'000, '9') + "%").empty());
}

}  // namespace
}  // namespace luuvet::test
