#include "server/live/record_envelope.h"

#include <gtest/gtest.h>

#include "server/live/feed_filter.h"
#include "tests/net/live_records.h"

namespace luuvet::test {
namespace {

using server::Envelope;
using server::EnvelopeReader;
using server::FeedFilter;
using server::FilterTerms;

TEST(RecordEnvelope, ReadsViewsIntoTheRecord) {
  EnvelopeReader reader;
  const std::string record = record_text(42, {.programme = "lao-cai-de-an-11", .data = data_with_open("\\\"id\\\":7")});
  const auto envelope = reader.read(record);
  ASSERT_TRUE(envelope);
  EXPECT_EQ(envelope->sequence, 42U);
  EXPECT_EQ(envelope->type, "vn.luuvet.task.amended.v1");
  EXPECT_EQ(envelope->subject, "task/t1");
  EXPECT_EQ(envelope->agency, "so-khcn");
  EXPECT_EQ(envelope->programme, "lao-cai-de-an-11");
  EXPECT_GE(envelope->type.data(), record.data());
  EXPECT_LT(envelope->type.data(), record.data() + record.size());
}
TEST(RecordEnvelope, LeavesTheProgrammeEmptyWhereThereIsNone) {
  EnvelopeReader reader;
  EXPECT_EQ(reader.read(record_text(1, {}))->programme, "");
}
TEST(RecordEnvelope, ReadsRecordsOfAnySizeOneAfterAnother) {
  EnvelopeReader reader;
  for (const std::size_t size : {10UL, 250'000UL, 100UL}) {
    const std::string record = record_text(size, {.data = "{\"x\":\"" + std::string(size, 'y') + "\"}"});
    EXPECT_EQ(reader.read(record)->sequence, size);
  }
}
TEST(RecordEnvelope, RefusesWhatIsNoRecord) {
  EnvelopeReader reader;
  for (const char* text :
       {"", "[]", "{}", "nonsense", R"({"id":"1"})", R"({"id":"0","data":{}})", R"({"id":"x","data":{}})",
        R"({"id":1,"data":{}})", R"({"id":"1","type":"a\"b","data":{}})", R"({"id":"1","data")"})
    EXPECT_FALSE(reader.read(text)) << text;
}

Envelope envelope(std::string_view type, std::string_view subject = "task/t1", std::string_view agency = "a") {
  return {1, type, subject, agency, "p"};
}
bool passes(FilterTerms terms, const Envelope& record, server::Involves involves = {}) {
  return FeedFilter(std::move(terms), std::move(involves)).matches(record);
}

TEST(FeedFilter, W52TypesMatchWholeWordsFromTheFront) {
  const Envelope record = envelope("vn.luuvet.task.amended.v1");
  EXPECT_TRUE(passes({.types = {"vn.luuvet"}}, record));
  EXPECT_TRUE(passes({.types = {"vn.luuvet.task"}}, record));
  EXPECT_TRUE(passes({.types = {"vn.luuvet.task.amended"}}, record));
  EXPECT_TRUE(passes({.types = {"vn.luuvet.task.amended.v1"}}, record));
  EXPECT_TRUE(passes({.types = {"vn.luuvet.thread", "vn.luuvet.task"}}, record));
  EXPECT_FALSE(passes({.types = {"vn.luuvet.tas"}}, record));
  EXPECT_FALSE(passes({.types = {"vn.luuvet.task.amended.v"}}, record));
  EXPECT_FALSE(passes({.types = {"vn.luuvet.task.amended.v1"}}, envelope("vn.luuvet.task.amended.v10")));
}
TEST(FeedFilter, W52AgencyActedOrIsInvolvedNow) {
  const server::Involves involves = [](std::string_view subject, std::string_view agency) {
    return subject == "task/t1" && agency == "lead";
  };
  EXPECT_TRUE(passes({.agency = "a"}, envelope("x"), involves));
  EXPECT_TRUE(passes({.agency = "lead"}, envelope("x"), involves));
  EXPECT_FALSE(passes({.agency = "lead"}, envelope("x", "task/t2"), involves));
  EXPECT_FALSE(passes({.agency = "lead"}, envelope("x")));
}
TEST(FeedFilter, W22AllThatIsGivenMustHold) {
  EXPECT_TRUE(FeedFilter().passes_all());
  EXPECT_FALSE(FeedFilter({.subject = "task/t1"}, {}).passes_all());
  EXPECT_TRUE(passes({.agency = "a", .programme = "p", .subject = "task/t1"}, envelope("x")));
  EXPECT_FALSE(passes({.agency = "a", .programme = "q", .subject = "task/t1"}, envelope("x")));
  EXPECT_FALSE(passes({.agency = "a", .programme = "p", .subject = "task/t"}, envelope("x")));
}

}  // namespace
}  // namespace luuvet::test
