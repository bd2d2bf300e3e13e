// What the plans print and what it must become. The tables were made by eye from the papers, not from the parser.
#include "domain/deadlines/deadline.h"

#include <gtest/gtest.h>

#include <ostream>
#include <random>

namespace luuvet {

std::ostream& operator<<(std::ostream& out, const Deadline& deadline) {
  out << "kind " << static_cast<int>(deadline.kind) << " '" << deadline.text << "' ";
  out << (deadline.start ? to_string(*deadline.start) : "-") << " .. "
      << (deadline.due ? to_string(*deadline.due) : "-");
  for (const Rhythm& rhythm : deadline.rhythms)
    out << " every " << static_cast<int>(rhythm.every) << " x" << rhythm.count;
  if (deadline.trigger)
    out << " trigger " << static_cast<int>(deadline.trigger->repeat) << " " << deadline.trigger->days.value_or(-1);
  for (const Deadline& part : deadline.parts) out << " {" << part << "}";
  return out;
}

namespace {

using enum DeadlineKind;

constexpr PlanYears k2026{2026, 2026};
constexpr PlanYears k2025{2025, 2025};
constexpr PlanYears kFiveYears{2026, 2030};

std::optional<Date> day(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(parse_date(text).value());
}

Deadline made(std::string text, DeadlineKind kind, std::string_view start = "", std::string_view due = "") {
  Deadline deadline;
  deadline.text = std::move(text);
  deadline.kind = kind;
  deadline.start = day(start);
  deadline.due = day(due);
  return deadline;
}

Deadline recurring(std::string text, std::vector<Rhythm> rhythms, std::string_view start = "",
                   std::string_view due = "") {
  Deadline deadline = made(std::move(text), kRecurring, start, due);
  deadline.rhythms = std::move(rhythms);
  return deadline;
}

Deadline triggered(std::string text, Repeat repeat) {
  Deadline deadline = made(std::move(text), kTriggered);
  deadline.trigger = Trigger{repeat, std::nullopt};
  return deadline;
}

Deadline days_after(std::string text, std::int64_t days) {
  Deadline deadline = made(std::move(text), kDaysAfterTrigger);
  deadline.trigger = Trigger{Repeat::kOnce, days};
  return deadline;
}

Deadline compound(std::string text, std::vector<Deadline> parts) {
  Deadline deadline = made(std::move(text), kCompound);
  deadline.parts = std::move(parts);
  return deadline;
}

void expect_all(PlanYears plan, const std::vector<Deadline>& table) {
  for (const Deadline& expected : table) EXPECT_EQ(parse_deadline(expected.text, plan), expected);
}

TEST(Deadline, ReadsEveryTextOfTheFiveYearPlan) {
  const Rhythm yearly{Every::kYear, 1};
  expect_all(kFiveYears, {
                             made("", kNone),
                             made("Thường \nxuyên", kOngoing),
                             recurring("Hằng \nnăm", {yearly}),
                             made("Quý \nI/2026", kQuarter, "2026-01-01", "2026-03-31"),
                             recurring("Định kỳ \n6 tháng, \nhằng năm", {{Every::kHalfYear, 1}, yearly}),
                             made("2026", kYear, "2026-01-01", "2026-12-31"),
                             compound("2026 (cập nhật hằng năm)", {made("2026", kYear, "2026-01-01", "2026-12-31"),
                                                                   recurring("cập nhật hằng năm", {yearly})}),
                         });
}

TEST(Deadline, ReadsEveryTextOfTheCommitteesPlan) {
  expect_all(k2026,
             {
                 made("Quý I/2026", kQuarter, "2026-01-01", "2026-03-31"),
                 made("Quý II/2026", kQuarter, "2026-04-01", "2026-06-30"),
                 made("Quý III/2026", kQuarter, "2026-07-01", "2026-09-30"),
                 made("Quý IV/2026", kQuarter, "2026-10-01", "2026-12-31"),
                 made("Quý II-III/2026", kQuarterRange, "2026-04-01", "2026-09-30"),
                 made("Quý III-IV/2026", kQuarterRange, "2026-07-01", "2026-12-31"),
                 made("Q3/2025 – Q2/2026", kQuarterRange, "2025-07-01", "2026-06-30"),
                 made("Tháng 4/2026", kMonth, "2026-04-01", "2026-04-30"),
                 made("Năm 2026", kYear, "2026-01-01", "2026-12-31"),
                 made("Trong năm 2026", kYear, "2026-01-01", "2026-12-31"),
                 made("Thường xuyên", kOngoing),
                 made("15/4/2026", kDate, "", "2026-04-15"),
                 made("30/4/2026", kDate, "", "2026-04-30"),
                 made("30/9/2026", kDate, "", "2026-09-30"),
                 made("Trước ngày 30/4/2026", kBeforeDate, "", "2026-04-29"),
                 made("Trước ngày 30/6/2026", kBeforeDate, "", "2026-06-29"),
                 triggered("Theo hướng dẫn của Bộ Công an", Repeat::kOnce),
                 triggered("Theo hướng dẫn của Bộ Công an.", Repeat::kOnce),
                 triggered("Theo hướng dẫn, yêu cầu của Bộ Công an", Repeat::kOnce),
                 triggered("Theo hướng dẫn của Trung ương", Repeat::kOnce),
                 triggered("Theo hướng dẫn của Bộ Tài chính", Repeat::kOnce),
                 triggered("Theo hướng dẫn của Bộ Tài chính, Bộ Khoa học và Công nghệ", Repeat::kOnce),
                 triggered("Theo hướng dẫn của Bộ Giáo dục và Đào tạo", Repeat::kOnce),
                 triggered("Theo hướng dẫn của Bộ Khoa học và Công nghệ", Repeat::kOnce),
                 triggered("Theo chỉ đạo, hướng dẫn của Bộ Nội vụ", Repeat::kOnce),
                 triggered("Theo yêu cầu của Trung ương", Repeat::kOnce),
                 triggered("Khi có hướng dẫn của Trung ương", Repeat::kOnce),
                 triggered("Theo văn bản giao nhiệm vụ, các chỉ đạo của các bộ, ngành Trung ương", Repeat::kEachTime),
                 days_after("Chậm nhất 10 ngày sau khi có hướng dẫn của Trung ương", 10),
                 days_after("Chậm nhất sau 07 ngày kể từ khi có hướng dẫn của Trung ương", 7),
                 recurring("trước ngày 25 hằng tháng", {{Every::kMonth, 1}}),
                 made("trước ngày 30/11/2026", kBeforeDate, "", "2026-11-29"),
             });
}

TEST(Deadline, ReadsEveryTextOfTheResolutionsPlan) {
  expect_all(k2026, {
                        made("Tháng 2/2026", kMonth, "2026-02-01", "2026-02-28"),
                        made("Tháng 3/2026", kMonth, "2026-03-01", "2026-03-31"),
                        made("Tháng 6/2026", kMonth, "2026-06-01", "2026-06-30"),
                        made("Tháng 8/2026", kMonth, "2026-08-01", "2026-08-31"),
                        made("Tháng 9/2026", kMonth, "2026-09-01", "2026-09-30"),
                        made("Tháng \n10/2026", kMonth, "2026-10-01", "2026-10-31"),
                        made("Tháng \n11/2026", kMonth, "2026-11-01", "2026-11-30"),
                        made("Tháng 6-\n12/2026", kMonthRange, "2026-06-01", "2026-12-31"),
                        made("Tháng 8-\n10/2026", kMonthRange, "2026-08-01", "2026-10-31"),
                        made("Quý 2/2026", kQuarter, "2026-04-01", "2026-06-30"),
                        made("Qúy II/2026", kQuarter, "2026-04-01", "2026-06-30"),
                        made("Quý II-\nIII/2026", kQuarterRange, "2026-04-01", "2026-09-30"),
                        made("Q3/2025", kQuarter, "2025-07-01", "2025-09-30"),
                        made("Q1/2026", kQuarter, "2026-01-01", "2026-03-31"),
                        made("Q4/2026 ", kQuarter, "2026-10-01", "2026-12-31"),
                        made("Q3–Q4/2025", kQuarterRange, "2025-07-01", "2025-12-31"),
                        made("Q1–Q2/2026", kQuarterRange, "2026-01-01", "2026-06-30"),
                        made("Q1–Q3/2026", kQuarterRange, "2026-01-01", "2026-09-30"),
                        made("Q2–Q3/2026", kQuarterRange, "2026-04-01", "2026-09-30"),
                        made("Q2–Q4/2026", kQuarterRange, "2026-04-01", "2026-12-31"),
                        made("Q4/2025 – \nQ1/2026", kQuarterRange, "2025-10-01", "2026-03-31"),
                        made("Q4/2025 – Q2/2026", kQuarterRange, "2025-10-01", "2026-06-30"),
                        made("Q4/2025 – Q3/2026", kQuarterRange, "2025-10-01", "2026-09-30"),
                        made("Quý IV/2026 - Quý I/2027", kQuarterRange, "2026-10-01", "2027-03-31"),
                        made("Cả năm 2026", kYear, "2026-01-01", "2026-12-31"),
                        made("Từ Q1/2026", kFromPeriodOn, "2026-01-01"),
                        made("Từ 2026 trở \nđi", kFromPeriodOn, "2026-01-01"),
                        made("Từ năm 2026 \ntrở đi", kFromPeriodOn, "2026-01-01"),
                        made("Từ kỳ lập KH \ntrung hạn \n2026–2030", kFromPeriodOn, "2026-01-01"),
                        recurring("Hằng năm từ \n2026", {{Every::kYear, 1}}, "2026-01-01"),
                        triggered("Sau khi có \nhướng dẫn \ncủa Bộ Khoa \nhọc và Công \nnghệ", Repeat::kOnce),
                        triggered("Ngay sau mỗi \ncuộc thi", Repeat::kEachTime),
                        triggered("Tùy theo thời \nđiểm tổ chức \nsự kiện quốc \ngia", Repeat::kEachTime),
                    });
}

TEST(Deadline, ReadsEveryTextOfTheOtherProvince) {
  expect_all(k2025, {
                        made("3/2025", kMonth, "2025-03-01", "2025-03-31"),
                        made("02/2025", kMonth, "2025-02-01", "2025-02-28"),
                        made("12/2025", kMonth, "2025-12-01", "2025-12-31"),
                        made("2025", kYear, "2025-01-01", "2025-12-31"),
                        made("2025- 2026", kYearRange, "2025-01-01", "2026-12-31"),
                        made("2025 – 2030", kYearRange, "2025-01-01", "2030-12-31"),
                        made("2026 – 2030", kYearRange, "2026-01-01", "2030-12-31"),
                        made("2026 - 2030", kYearRange, "2026-01-01", "2030-12-31"),
                        made("2026-2030", kYearRange, "2026-01-01", "2030-12-31"),
                        made("Nhiệm vụ thường xuyên", kOngoing),
                        recurring("Hàng năm", {{Every::kYear, 1}}),
                        triggered("Theo tiến độ của các bộ, ngành Trung", Repeat::kEachTime),
                        triggered("Theo chỉ đạo của Trung ương", Repeat::kOnce),
                        triggered("Sau khi có Quyết định ban hành Đề án của Thủ tướng Chính phủ", Repeat::kOnce),
                        triggered("Sau khi có hướng dẫn của Bộ Thông tin và Truyền thông, Bộ Khoa học và Công nghệ",
                                  Repeat::kOnce),
                        triggered("Sau khi có văn bản hướng dẫn thực hiện", Repeat::kOnce),
                        triggered("Sau khi các văn bản Luật, Nghị định được ban hành", Repeat::kEachTime),
                        triggered("Sau khi Thủ tướng Chính phủ ban hành", Repeat::kOnce),
                        triggered("Sau khi Thủ tướng Chính phủ ban hành Quyết định", Repeat::kOnce),
                        triggered("Sau khi Trung ương hoàn thành các nền tảng số", Repeat::kOnce),
                        triggered("Sau khi Đề án được Trung ương ban hành", Repeat::kOnce),
                    });
}

TEST(Deadline, D02SpellingDoesNotMatter) {
  for (const auto* text : {"QUÝ II/2026", "quý 2/2026", "Quy II / 2026", "Quý II năm 2026", "Quy\u0301 II/2026",
                           "trong Quý II/2026.", "q2-2026"})
    EXPECT_EQ(parse_deadline(text, k2026), made(text, kQuarter, "2026-04-01", "2026-06-30"));
}

TEST(Deadline, D03AndD04AndD05DaysInOtherWords) {
  expect_all(k2026, {
                        made("ngày 30 tháng 6 năm 2026", kDate, "", "2026-06-30"),
                        made("30.4.2026", kDate, "", "2026-04-30"),
                        made("30/4", kDate, "", "2026-04-30"),
                        made("Đến hết ngày 30/6/2026", kDate, "", "2026-06-30"),
                        made("đến hết tháng 2", kDate, "", "2026-02-28"),
                        made("Chậm nhất là ngày 15/4/2026", kDate, "", "2026-04-15"),
                        made("Từ nay đến hết năm 2026", kDate, "", "2026-12-31"),
                        made("Hoàn thành trước ngày 01/3/2028", kBeforeDate, "", "2028-02-29"),
                        made("Trước tháng 6/2026", kBeforeDate, "", "2026-05-31"),
                        made("xong trước Quý I/2027", kBeforeDate, "", "2026-12-31"),
                    });
}

TEST(Deadline, D06AndD07AMonthAQuarterAYear) {
  expect_all(k2026, {
                        made("Trong tháng 4/2026", kMonth, "2026-04-01", "2026-04-30"),
                        made("4/2026", kMonth, "2026-04-01", "2026-04-30"),
                        made("Quý IV/2026", kQuarter, "2026-10-01", "2026-12-31"),
                        made("Cả năm 2026", kYear, "2026-01-01", "2026-12-31"),
                        made("2027", kYear, "2027-01-01", "2027-12-31"),
                        made("1999", kNone),
                    });
}

TEST(Deadline, D17WhatHangsOnGuidanceOrEvents) {
  expect_all(k2026, {
                        triggered("Theo hướng dẫn của Bộ Công an", Repeat::kOnce),
                        triggered("Khi có văn bản của Trung ương", Repeat::kOnce),
                        triggered("Ngay sau mỗi cuộc thi", Repeat::kEachTime),
                    });
}

TEST(Deadline, D08ToD13RangesListsAndSpans) {
  const auto quarter = [](std::string text, auto start, auto due) {
    return made(std::move(text), kQuarter, start, due);
  };
  expect_all(k2026, {
                        made("Từ ngày 01/4/2026 đến ngày 30/6/2026", kDate, "2026-04-01", "2026-06-30"),
                        made("Từ tháng 4 đến hết tháng 6/2026", kMonthRange, "2026-04-01", "2026-06-30"),
                        made("Từ tháng 6 đến hết năm 2026", kMonthRange, "2026-06-01", "2026-12-31"),
                        made("Tháng 12/2025 - 3/2026", kMonthRange, "2025-12-01", "2026-03-31"),
                        made("Quý 3-4/2026", kQuarterRange, "2026-07-01", "2026-12-31"),
                        made("Quý II, III/2026", kQuarterRange, "2026-04-01", "2026-09-30"),
                        compound("Quý II và quý IV/2026", {quarter("Quý II", "2026-04-01", "2026-06-30"),
                                                           quarter("quý IV/2026", "2026-10-01", "2026-12-31")}),
                        made("6 tháng đầu năm 2026", kMonthRange, "2026-01-01", "2026-06-30"),
                        made("6 tháng cuối năm", kMonthRange, "2026-07-01", "2026-12-31"),
                        made("Giai đoạn 2026-2030", kYearRange, "2026-01-01", "2030-12-31"),
                        made("Trong năm", kYear, "2026-01-01", "2026-12-31"),
                        made("Sau ngày 30/6/2026", kFromPeriodOn, "2026-07-01"),
                    });
  EXPECT_EQ(parse_deadline("Cả giai đoạn", kFiveYears), made("Cả giai đoạn", kYearRange, "2026-01-01", "2030-12-31"));
}

TEST(Deadline, D11AMissingYearIsThePlansOnlyYear) {
  EXPECT_EQ(parse_deadline("Quý II", k2026), made("Quý II", kQuarter, "2026-04-01", "2026-06-30"));
  EXPECT_EQ(parse_deadline("Quý II", kFiveYears), made("Quý II", kNone));
}

TEST(Deadline, D14ToD16StandingWork) {
  expect_all(k2026,
             {
                 recurring("Hằng tháng, quý, năm", {{Every::kMonth, 1}, {Every::kQuarter, 1}, {Every::kYear, 1}}),
                 recurring("2 lần/năm", {{Every::kYear, 2}}),
                 recurring("6 tháng/lần", {{Every::kHalfYear, 1}}),
                 recurring("03 tháng một lần", {{Every::kQuarter, 1}}),
                 recurring("Hàng tuần", {{Every::kWeek, 1}}),
                 recurring("Quý IV hằng năm", {{Every::kYear, 1}}),
                 recurring("Từ năm 2026, hằng năm", {{Every::kYear, 1}}, "2026-01-01"),
                 recurring("Hằng năm giai đoạn 2026-2030", {{Every::kYear, 1}}, "2026-01-01", "2030-12-31"),
                 made("Thường xuyên trong năm 2026", kOngoing, "2026-01-01", "2026-12-31"),
                 made("Thường xuyên, liên tục", kOngoing),
             });
}

TEST(Deadline, D18NewIsNotEach) {
  EXPECT_EQ(parse_deadline("Theo hướng dẫn của Cục Đổi mới sáng tạo", k2026),
            triggered("Theo hướng dẫn của Cục Đổi mới sáng tạo", Repeat::kOnce));
}

TEST(Deadline, D19WorkingDaysBecomeTheCalendarDaysTheySpan) {
  EXPECT_EQ(parse_deadline("Trong vòng 05 ngày làm việc kể từ khi có văn bản", k2026).trigger,
            (Trigger{Repeat::kOnce, 7}));
  EXPECT_EQ(parse_deadline("02 tuần sau khi có văn bản", k2026).trigger, (Trigger{Repeat::kOnce, 14}));
}

TEST(Deadline, D20PartsKeepTheirPrintedWords) {
  expect_all(k2026,
             {
                 compound("Hoàn thành trong Quý II/2026; duy trì thường xuyên",
                          {made("Hoàn thành trong Quý II/2026", kQuarter, "2026-04-01", "2026-06-30"),
                           made("duy trì thường xuyên", kOngoing)}),
                 compound("Thường xuyên (báo cáo hằng quý)",
                          {made("Thường xuyên", kOngoing), recurring("báo cáo hằng quý", {{Every::kQuarter, 1}})}),
                 compound("Quý II/2026 hoặc theo hướng dẫn của Trung ương",
                          {made("Quý II/2026", kQuarter, "2026-04-01", "2026-06-30"),
                           triggered("theo hướng dẫn của Trung ương", Repeat::kOnce)}),
             });
}

TEST(Deadline, D01WhatFitsNoRuleIsKeptAsText) {
  for (const auto* text : {"Sớm nhất có thể", "31/4/2026", "Tháng 13/2026", "Quý V/2026", "Quý IV - Quý I/2026",
                           "cuối năm 2026", "6-12/2026", "Theo quy định", "Định kỳ", "4 tháng/lần",
                           "12345678901234567890", "(", "sau", "từ", "- ", "Quý II/2026 nếu có kinh phí"})
    EXPECT_EQ(parse_deadline(text, k2026), made(text, kNone));
}

void expect_sound(const Deadline& deadline, const std::string& text) {
  EXPECT_EQ(deadline.text, text);
  EXPECT_EQ(find_deadline_fault(deadline).has_value(), false) << deadline;
}

TEST(Deadline, AnyBytesGiveASoundDeadline) {
  std::mt19937 random(2026);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    expect_sound(parse_deadline(bytes, k2026), bytes);
  }
}

TEST(Deadline, AnyMixtureOfItsWordsGivesASoundDeadline) {
  const std::vector<std::string> words{"Quý",
                                       "II",
                                       "iv",
                                       "tháng",
                                       "ngày",
                                       "năm",
                                       "2026",
                                       "2027",
                                       "/",
                                       "-",
                                       "–",
                                       "hằng",
                                       "định kỳ",
                                       "từ",
                                       "đến",
                                       "trước",
                                       "sau khi",
                                       "trở đi",
                                       "(",
                                       ")",
                                       ",",
                                       ";",
                                       "và",
                                       "lần",
                                       "6",
                                       "31",
                                       "12",
                                       "10",
                                       "thường xuyên",
                                       "mỗi",
                                       "theo",
                                       "hướng dẫn",
                                       "giai đoạn",
                                       "đầu",
                                       "cuối",
                                       "hết",
                                       "làm việc",
                                       "kể từ",
                                       "."};
  std::mt19937 random(57);
  const std::vector<PlanYears> plans{k2026, kFiveYears, {2030, 2026}, {-40'000, 90'000}, {0, 0}};
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (std::size_t count = random() % 9; count > 0; --count)
      text += words[random() % words.size()] + (random() % 4 ? " " : "");
    expect_sound(parse_deadline(text, plans[random() % plans.size()]), text);
  }
}

TEST(Deadline, LongTextsAreReadInNoTime) {
  const std::string text = [] {
    std::string long_text;
    for (int i = 0; i < 4'000; ++i) long_text += "Q1,";
    return long_text;
  }();
  EXPECT_EQ(parse_deadline(text, k2026).kind, kNone);
}

}  // namespace
}  // namespace luuvet
