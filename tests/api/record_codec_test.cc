// The stored form of every event type: what is in the golden file is frozen from release 1.0 on.
#include "api/record_codec.h"

#include <gtest/gtest.h>

#include <fstream>

#include "api/event_types.h"
#include "api/record_bytes.h"
#include "tests/support/fill.h"

namespace luuvet::api {
namespace {

constexpr std::string_view kSource = "/luuvet/lao-cai/0123456789abcdef";
const std::string kCorrelation(64, 'a');
constexpr Salt kSalt = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

Recorded recorded_of(Event event, Sequence sequence) {
  Recorded recorded;
  recorded.meta = {sequence, *parse_instant("2026-04-20T02:15:00.123Z"), ActorId{"local"}, AgencyId{"so-khcn"}};
  recorded.capacity = Capacity::kDeputy;
  recorded.subject = {Aggregate::kTask, "da11.ii.i.1.2"};
  recorded.stream_version = 3;
  recorded.event = std::move(event);
  return recorded;
}

std::vector<std::string> encoded_samples() {
  std::vector<std::string> lines;
  for (Event& event : test::sample_events())
    lines.push_back(encode_record(recorded_of(std::move(event), lines.size() + 1), kSource, kCorrelation, kSalt));
  return lines;
}

TEST(RecordCodec, EveryTypeIsStoredAsTheGoldenFileSays) {
  std::ifstream golden(GOLDEN_RECORDS);
  std::vector<std::string> expected;
  for (std::string line; std::getline(golden, line);) expected.push_back(line);
  const auto lines = encoded_samples();
  if (std::getenv("LUUVET_RENEW_GOLDEN")) {
    std::ofstream renewed(GOLDEN_RECORDS);
    for (const auto& line : lines) renewed << line << '\n';
    GTEST_SKIP() << "golden file renewed";
  }
  ASSERT_EQ(lines.size(), expected.size());
  for (std::size_t at = 0; at < lines.size(); ++at) EXPECT_EQ(lines[at], expected[at]);
}

TEST(RecordCodec, WhatWasStoredComesBackWhole) {
  RecordDecoder decoder;
  for (const std::string& line : encoded_samples()) {
    auto decoded = decoder.decode(line);
    ASSERT_TRUE(decoded) << line << "\n" << decoded.error().detail.en;
    EXPECT_EQ(encode_record(decoded.value().recorded, kSource, kCorrelation, kSalt), line);
    EXPECT_EQ(decoded.value().source, kSource);
    EXPECT_EQ(decoded.value().correlation, kCorrelation);
  }
}

TEST(RecordCodec, TheLeafIsARecordWithoutItsOpenPart) {
  RecordDecoder decoder;
  for (const std::string& line : encoded_samples()) {
    const std::string leaf = leaf_of(line);
    auto decoded = decoder.decode(leaf);
    ASSERT_TRUE(decoded) << leaf << "\n" << decoded.error().detail.en;
    EXPECT_EQ(leaf.size(), leaf_size(line));
    EXPECT_FALSE(open_of(leaf));
    EXPECT_EQ(open_of(line).has_value(), leaf != line);
  }
}

TEST(RecordCodec, EnvelopeMembersComeBack) {
  Recorded recorded = recorded_of(DayOpened{*parse_date("2026-04-20")}, 12);
  recorded.causation = 9;
  recorded.act_index = 1;
  recorded.act_size = 3;
  recorded.programme = ProgrammeId{"lao-cai-de-an-11"};
  RecordDecoder decoder;
  auto decoded = decoder.decode(encode_record(recorded, kSource, kCorrelation, kSalt));
  ASSERT_TRUE(decoded);
  const Recorded& back = decoded.value().recorded;
  EXPECT_EQ(back.meta.sequence, 12u);
  EXPECT_EQ(back.meta.time, recorded.meta.time);
  EXPECT_EQ(back.capacity, Capacity::kDeputy);
  EXPECT_EQ(back.causation, 9u);
  EXPECT_EQ(back.act_index, 1u);
  EXPECT_EQ(back.act_size, 3u);
  EXPECT_EQ(back.programme, recorded.programme);
  EXPECT_EQ(back.subject, recorded.subject);
}

TEST(RecordCodec, AnUnknownTypeIsNamed) {
  std::string line = encode_record(recorded_of(DayOpened{}, 1), kSource, kCorrelation, kSalt);
  const std::string type = "calendar.day-opened.v1";
  line.replace(line.find(type), type.size(), "calendar.day-opened.v2");
  RecordDecoder decoder;
  auto decoded = decoder.decode(line);
  ASSERT_FALSE(decoded);
  EXPECT_NE(decoded.error().detail.en.find("vn.luuvet.calendar.day-opened.v2"), std::string::npos);
}

TEST(RecordCodec, UnknownMembersAndBrokenBytesAreRefused) {
  const std::string line =
      encode_record(recorded_of(DayOpened{*parse_date("2026-04-20")}, 1), kSource, kCorrelation, kSalt);
  RecordDecoder decoder;
  std::string extra = line;
  extra.replace(extra.find("\"date\""), 6, "\"dote\"");
  EXPECT_FALSE(decoder.decode(extra));
  for (std::size_t length = 0; length < line.size(); length += 7)
    EXPECT_FALSE(decoder.decode(line.substr(0, length))) << length;
  EXPECT_TRUE(decoder.decode(line));
}

}  // namespace
}  // namespace luuvet::api
