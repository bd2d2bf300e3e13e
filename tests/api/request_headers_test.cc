#include "api/http/request_headers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace luuvet::api {
namespace {

Request with(std::vector<Header> headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

// The header that is refused, "" if none is.
std::string refused(std::vector<Header> headers) {
  const auto read = read_command_headers(with(std::move(headers)));
  if (read) return "";
  EXPECT_EQ(read.error().type, ProblemType::kBadHeader);
  return read.error().header;
}

TEST(RequestHeaders, HaveDefaults) {
  const CommandHeaders headers = read_command_headers(Request{}).value();
  EXPECT_FALSE(headers.agency || headers.capacity || headers.if_match || headers.based_on || headers.idempotency_key);
}

TEST(RequestHeaders, AreReadWithoutRegardToCase) {
  const CommandHeaders headers = read_command_headers(with({{"LUUVET-ACTING-FOR", " so-khcn "},
                                                            {"Luuvet-Capacity", "by-order"},
                                                            {"if-match", "\"840\""},
                                                            {"Luuvet-Based-On", "812"},
                                                            {"idempotency-key", "\"01k4q2v7m3x9c5e8h1n6t0b4zd\""}}))
                                     .value();
  EXPECT_EQ(headers.agency, AgencyId{"so-khcn"});
  EXPECT_EQ(headers.capacity, Capacity::kByOrder);
  EXPECT_EQ(headers.if_match, Sequence{840});
  EXPECT_EQ(headers.based_on, Sequence{812});
  EXPECT_EQ(headers.idempotency_key, "01k4q2v7m3x9c5e8h1n6t0b4zd");
}

TEST(RequestHeaders, W30TakesOneStrongTag) {
  for (const char* tag : {"840", "*", "W/\"840\"", "\"840\", \"841\"", "\"\"", "\"0840\"", "\"84x\"", "\"", ""})
    EXPECT_EQ(refused({{"If-Match", tag}}), "If-Match") << tag;
  EXPECT_EQ(etag_of(840), "\"840\"");
}

TEST(RequestHeaders, W31TakesASequence) {
  for (const char* text : {"\"812\"", "-1", "8 12", "99999999999999999999", "x", ""})
    EXPECT_EQ(refused({{"Luuvet-Based-On", text}}), "Luuvet-Based-On") << text;
}

TEST(RequestHeaders, W35TakesAQuotedKey) {
  EXPECT_EQ(refused({{"Idempotency-Key", '"' + std::string(128, 'k') + '"'}}), "");
  EXPECT_EQ(refused({{"Idempotency-Key", '"' + std::string(129, 'k') + '"'}}), "Idempotency-Key");
  for (const char* key : {"bare", "\"\"", "\"a\\\"b\"", "\"a\"b\"", "\"khóa\"", "\"\t\""})
    EXPECT_EQ(refused({{"Idempotency-Key", key}}), "Idempotency-Key") << key;
}

TEST(RequestHeaders, W37LeavesTheSystemToItself) {
  EXPECT_EQ(refused({{"Luuvet-Acting-For", "luuvet"}}), "Luuvet-Acting-For");
  EXPECT_EQ(refused({{"Luuvet-Capacity", "system"}}), "Luuvet-Capacity");
  EXPECT_EQ(refused({{"Luuvet-Capacity", "boss"}}), "Luuvet-Capacity");
  EXPECT_EQ(refused({{"Luuvet-Acting-For", "so.khcn"}}), "Luuvet-Acting-For");
}

TEST(RequestHeaders, W37RefusesAHeaderThatStandsTwice) {
  EXPECT_EQ(refused({{"If-Match", "\"1\""}, {"if-match", "\"1\""}}), "If-Match");
  EXPECT_EQ(refused({{"Luuvet-Capacity", "deputy"}, {"Luuvet-Capacity", "deputy"}}), "Luuvet-Capacity");
}

TEST(RequestHeaders, W04MustSayJson) {
  for (const char* type : {"application/json", "Application/JSON", "application/json; charset=utf-8",
                           "application/json;charset=\"UTF-8\"", "application/json; x=y"})
    EXPECT_TRUE(says_json(with({{"Content-Type", type}}))) << type;
  for (const char* type :
       {"", "text/plain", "application/json; charset=latin1", "application/jsonp", "application/x-www-form-urlencoded"})
    EXPECT_FALSE(says_json(with({{"Content-Type", type}}))) << type;
  EXPECT_FALSE(says_json(Request{}));
}

TEST(RequestHeaders, W51ChooseTheFormOfEvents) {
  EXPECT_EQ(events_form(Request{}), EventsForm::kBatch);
  EXPECT_EQ(events_form(with({{"Accept", "*/*"}})), EventsForm::kBatch);
  EXPECT_EQ(events_form(with({{"Accept", "text/event-stream"}})), EventsForm::kStream);
  EXPECT_EQ(events_form(with({{"Accept", "text/html, application/x-ndjson;q=0.9"}})), EventsForm::kLines);
  EXPECT_EQ(media_type_of(EventsForm::kBatch), "application/cloudevents-batch+json");
}

TEST(RequestHeaders, W51TakeTheLastEventIdOfAStream) {
  EXPECT_EQ(last_event_id(with({{"Last-Event-ID", "803"}})).value(), Sequence{803});
  EXPECT_EQ(last_event_id(Request{}).value(), std::nullopt);
  EXPECT_FALSE(last_event_id(with({{"Last-Event-ID", "x"}})));
}

}  // namespace
}  // namespace luuvet::api
