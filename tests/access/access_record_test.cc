#include "server/access/access_record.h"

#include <gtest/gtest.h>
#include <simdjson.h>

#include "api/record_bytes.h"
#include "server/log/hash.h"
#include "server/log/pruned.h"
#include "server/log/record_facts.h"
#include "server/log/sealed.h"
#include "tests/access/access_events.h"

namespace luuvet::server {
namespace {

using testing::after_seconds;
using testing::event_at;

AccessPlace place_of(const AccessEvent& event) {
  return {7, access_subject(event), 3, "/luuvet/test/00112233445566aa", std::string(64, 'a'), after_seconds(5)};
}

AccessEvent whole_event() {
  AccessEvent event = event_at(after_seconds(5), AccessKind::kSignedIn, "01k4q2v7m3x9c5e8h1n6t0b4zd");
  event.user_agent = R"(Mozilla/5.0 "x" ,"open":{"salt":")";
  AccessData& data = event.data;
  data = {"s1",  "t1", SignInHow::kPassword, "idle",           "0011", "task/x",     "events", 12,   "POST", "/a/b",
          "P03", 4,    after_seconds(1),     after_seconds(2), 9,      Date{20'000}, "origin", "key"};
  return event;
}

TEST(AccessRecord, W161WhatIsProtectedStandsInTheSealedPart) {
  const AccessEvent event = whole_event();
  const std::string record = encode_access(event, place_of(event));
  const auto open = api::open_of(record);
  const auto sealed = sealed_of(record);
  ASSERT_TRUE(open && sealed) << record;
  EXPECT_TRUE(is_sealed_by(*open, *sealed));
  const std::string leaf = api::leaf_of(record);
  EXPECT_EQ(leaf.find("10.0.0.7"), std::string::npos);
  EXPECT_EQ(leaf.find("Mozilla"), std::string::npos);
  EXPECT_NE(open->find("10.0.0.7"), std::string_view::npos);
}

TEST(AccessRecord, IsARecordLikeTheOthers) {
  const AccessEvent event = whole_event();
  RecordReader reader;
  RecordFacts facts;
  ASSERT_EQ(reader.read(encode_access(event, place_of(event)), facts), std::nullopt);
  EXPECT_EQ(facts.id, 7u);
  EXPECT_EQ(facts.subject, "account/01k4q2v7m3x9c5e8h1n6t0b4zd");
  EXPECT_EQ(facts.stream_version, 3u);
}

TEST(AccessRecord, ComesBackWhole) {
  const AccessEvent event = whole_event();
  AccessDecoder decoder;
  const auto row = decoder.decode(7, encode_access(event, place_of(event)));
  ASSERT_TRUE(row);
  EXPECT_EQ(row->type, "vn.luuvet.access.signed-in.v1");
  EXPECT_EQ(row->event.account, event.account);
  EXPECT_EQ(row->event.actor, event.actor);
  EXPECT_EQ(row->event.at, after_seconds(5));
  EXPECT_EQ(row->event.address, event.address);
  EXPECT_EQ(row->event.user_agent, event.user_agent);
  AccessRow again{7, row->type, event};
  EXPECT_EQ(access_json(*row), access_json(again));
}

TEST(AccessRecord, W165ARowHasAllItsMembers) {
  simdjson::dom::parser parser;
  simdjson::dom::object row;
  const AccessRow empty{1, "vn.luuvet.access.lost.v1", {}};
  ASSERT_EQ(parser.parse(access_json(empty)).get(row), simdjson::SUCCESS);
  for (const char* member : {"sequence", "time",   "type",   "account",   "actor",           "address", "user_agent",
                             "session",  "token",  "how",    "cause",     "username_digest", "subject", "what",
                             "items",    "method", "path",   "rule",      "count",           "first",   "last",
                             "through",  "before", "origin", "public_key"})
    EXPECT_EQ(row.at_key(member).error(), simdjson::SUCCESS) << member;
  EXPECT_EQ(row.size(), 25u);
  EXPECT_TRUE(row["account"].is_null());
}

TEST(AccessRecord, APrunedOneIsNothingAndARuinedOneAFailure) {
  AccessDecoder decoder;
  EXPECT_EQ(decoder.decode(1, pruned_stub(sha256({"x"}))), std::nullopt);
  EXPECT_THROW(static_cast<void>(decoder.decode(1, "{}")), LogFailure);
  EXPECT_THROW(static_cast<void>(decoder.decode(1, "nonsense")), LogFailure);
}

}  // namespace
}  // namespace luuvet::server
