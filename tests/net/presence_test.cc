// Presence without sockets.
#include "server/live/presence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/live/message_rate.h"
#include "tests/net/raw_websocket.h"

namespace luuvet::test {
namespace {

using namespace std::chrono_literals;
using server::Clock;
using server::CloseCode;
using server::MessageRate;
using server::Onlooker;
using server::Presence;
using server::PresenceLimits;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Keeps the last frame.
class Screen : public server::Peer {
 public:
  void send(std::string_view frames) override {
    ++frames_sent;
    last = frames;
  }
  std::size_t unsent() const override { return waiting; }
  std::uint64_t taken() const override { return 0; }
  Clock::time_point heard() const override { return {}; }
  bool ending() const override { return false; }
  void close(CloseCode, std::string_view) override {}
  void abort() override {}

  // "name agency field" of each person, "..." behind who types, "+n" for the rest.
  std::vector<std::string> people() const {
    std::vector<std::string> found;
    std::string_view rest = last;
    for (auto at = rest.find(R"("account":)"); at != rest.npos; at = rest.find(R"("account":)", 1)) {
      rest.remove_prefix(at);
      const std::string_view one = rest.substr(0, rest.find('}'));
      std::string text = json_value(one, "name") + ' ' + json_value(one, "agency");
      if (one.find(R"("field":null)") == one.npos) text += ' ' + json_value(one, "field");
      if (one.find(R"("typing":true)") != one.npos) text += "...";
      found.push_back(text);
    }
    if (json_value(last, "more") != "0") found.push_back('+' + json_value(last, "more"));
    return found;
  }

  std::size_t waiting = 0;
  int frames_sent = 0;
  std::string last;
};

class PresenceTest : public testing::Test {
 protected:
  struct Person {
    std::string name;
    std::string agency = "so-khcn";
  };

  Presence::Seat sit(Screen& screen) { return Presence::sit(presence_, screen); }
  void look(Presence::Seat& seat, const Person& person, std::optional<std::string> field = {}, bool typing = false,
            const std::string& subject = "task/t1") {
    seat.look({"account." + person.name, person.name, person.agency}, {subject, std::move(field), typing}, now_);
  }
  void wait(std::chrono::milliseconds time) {
    now_ += time;
    instant_.ms += time.count();
    presence_->tick(now_);
  }

  Clock::time_point now_ = Clock::now();
  Instant instant_{1'775'804'740'870};
  std::shared_ptr<Presence> presence_ =
      std::make_shared<Presence>(Presence::Config{{}, "/luuvet/x/y", [this] { return instant_; }});
};

TEST_F(PresenceTest, W172WhoLooksAtTheSameRecordIsToldOfTheOthers) {
  Screen an_screen, binh_screen, chi_screen;
  auto an = sit(an_screen), binh = sit(binh_screen), chi = sit(chi_screen);
  look(an, {"an"});
  EXPECT_THAT(an_screen.people(), IsEmpty());
  EXPECT_THAT(an_screen.last, HasSubstr(R"("data":{"subject":"task/t1","people":[],"more":0}})"));
  look(binh, {"binh", "so-noi-vu"}, "percent");
  look(chi, {"chi"}, {}, false, "task/t2");
  wait(500ms);
  EXPECT_THAT(an_screen.people(), ElementsAre("binh so-noi-vu percent"));
  EXPECT_THAT(binh_screen.people(), ElementsAre("an so-khcn"));
  EXPECT_THAT(chi_screen.people(), IsEmpty());
}
TEST_F(PresenceTest, W172TheFrameIsACloudEventOfItsOwn) {
  Screen an_screen, binh_screen;
  auto an = sit(an_screen), binh = sit(binh_screen);
  look(an, {"an"}, "note", true);
  wait(600ms);
  look(binh, {"binh"});
  const std::string_view frame = std::string_view(binh_screen.last).substr(binh_screen.last.find('{'));
  EXPECT_EQ(json_value(frame, "type"), "vn.luuvet.live.presence.v1");
  EXPECT_EQ(json_value(frame, "source"), "/luuvet/x/y/live");
  EXPECT_THAT(std::string(frame), HasSubstr(R"({"account":"account.an","name":"an","agency":"so-khcn","field":"note",)"
                                            R"("typing":true,"since":"2026-04-10T07:05:40.870Z"})"));
  const std::string first = json_value(frame, "id");
  wait(500ms);
  EXPECT_NE(json_value(an_screen.last, "id"), first);
}
TEST_F(PresenceTest, W172NobodyIsToldOfItselfNorTwiceOfOneAccount) {
  Screen first_screen, second_screen, other_screen;
  auto first = sit(first_screen), second = sit(second_screen), other = sit(other_screen);
  look(first, {"an"});
  look(second, {"an"}, "result", true);
  look(other, {"binh"});
  wait(500ms);
  EXPECT_THAT(other_screen.people(), ElementsAre("an so-khcn result..."));
  EXPECT_THAT(first_screen.people(), ElementsAre("binh so-khcn"));
  const int before = first_screen.frames_sent + second_screen.frames_sent;
  look(second, {"an"}, "percent", true);
  wait(500ms);
  EXPECT_THAT(other_screen.people(), ElementsAre("an so-khcn percent..."));
  EXPECT_EQ(first_screen.frames_sent + second_screen.frames_sent, before);
}
TEST_F(PresenceTest, W173ARepeatTellsNothing) {
  Screen an_screen, binh_screen;
  auto an = sit(an_screen), binh = sit(binh_screen);
  look(an, {"an"});
  look(binh, {"binh"});
  wait(500ms);
  const int before = an_screen.frames_sent + binh_screen.frames_sent;
  for (int round = 0; round < 10; ++round) {
    wait(5s);
    look(an, {"an"});
    look(binh, {"binh"});
  }
  EXPECT_EQ(an_screen.frames_sent + binh_screen.frames_sent, before);
  EXPECT_THAT(an_screen.people(), ElementsAre("binh so-khcn"));
}
TEST_F(PresenceTest, W173GoesAfterFifteenSecondsWithoutAFrame) {
  Screen an_screen, binh_screen;
  auto an = sit(an_screen), binh = sit(binh_screen);
  look(an, {"an"});
  look(binh, {"binh"});
  wait(14s);
  EXPECT_THAT(an_screen.people(), ElementsAre("binh so-khcn"));
  look(an, {"an"});
  wait(1s);
  EXPECT_THAT(an_screen.people(), IsEmpty());
  const int before = binh_screen.frames_sent;  // who looks no more is told no more
  look(an, {"an"}, "note");
  wait(14s);
  EXPECT_EQ(binh_screen.frames_sent, before);
  wait(1s);
  EXPECT_EQ(presence_->records(), 0U);
  EXPECT_EQ(presence_->seats(), 2U);
}
TEST_F(PresenceTest, W173GoesWithTheSocketAndWithTheNextRecord) {
  Screen an_screen, binh_screen, chi_screen;
  auto an = sit(an_screen), binh = sit(binh_screen), chi = sit(chi_screen);
  look(an, {"an"});
  look(binh, {"binh"});
  look(chi, {"chi"});
  wait(500ms);
  EXPECT_THAT(an_screen.people(), ElementsAre("binh so-khcn", "chi so-khcn"));
  binh = {};
  look(chi, {"chi"}, {}, false, "task/t2");
  wait(500ms);
  EXPECT_THAT(an_screen.people(), IsEmpty());
  EXPECT_EQ(presence_->records(), 2U);
  chi.look_away();
  an = {};
  EXPECT_EQ(presence_->records(), 0U);
  EXPECT_EQ(presence_->seats(), 1U);
}
TEST_F(PresenceTest, W174TwiceASecondAtMostAndTheLatestWins) {
  Screen an_screen, binh_screen;
  auto an = sit(an_screen), binh = sit(binh_screen);
  look(an, {"an"});
  wait(500ms);
  const int before = an_screen.frames_sent;
  for (int step = 0; step < 100; ++step) {  // one second
    look(binh, {"binh"}, "f" + std::to_string(step));
    wait(10ms);
  }
  EXPECT_LE(an_screen.frames_sent - before, 3);
  EXPECT_GE(an_screen.frames_sent - before, 2);
  wait(500ms);
  EXPECT_THAT(an_screen.people(), ElementsAre("binh so-khcn f99"));
}
TEST_F(PresenceTest, W174ASlowSocketHasNoneWaitingAndGetsTheLatest) {
  Screen slow_screen, binh_screen, chi_screen;
  auto slow = sit(slow_screen), binh = sit(binh_screen), chi = sit(chi_screen);
  look(slow, {"slow"});
  wait(500ms);
  slow_screen.waiting = 1;  // of a record
  const int before = slow_screen.frames_sent;
  for (int step = 0; step < 20; ++step) {
    look(slow, {"slow"});
    look(binh, {"binh"}, "f" + std::to_string(step));
    look(chi, {"chi"});
    wait(500ms);
  }
  EXPECT_EQ(slow_screen.frames_sent, before);
  EXPECT_THAT(chi_screen.people(), ElementsAre("slow so-khcn", "binh so-khcn f19"));
  slow_screen.waiting = 0;
  slow.ready(now_ + 1s);
  EXPECT_EQ(slow_screen.frames_sent, before + 1);
  EXPECT_THAT(slow_screen.people(), ElementsAre("binh so-khcn f19", "chi so-khcn"));
  slow.ready(now_ + 2s);
  EXPECT_EQ(slow_screen.frames_sent, before + 1);
}
TEST_F(PresenceTest, W175NamesFiftyWhoTypeFirstAndCountsTheRest) {
  std::vector<std::unique_ptr<Screen>> screens;
  std::vector<Presence::Seat> seats;
  for (int number = 100; number < 160; ++number) {
    screens.push_back(std::make_unique<Screen>());
    seats.push_back(sit(*screens.back()));
    look(seats.back(), {"n" + std::to_string(number)}, "note", number == 159);
    wait(1ms);
  }
  wait(500ms);
  const auto told = screens.front()->people();
  ASSERT_EQ(told.size(), 51U);
  EXPECT_EQ(told.front(), "n159 so-khcn note...");
  EXPECT_EQ(told[1], "n101 so-khcn note");
  EXPECT_EQ(told[49], "n149 so-khcn note");
  EXPECT_EQ(told.back(), "+9");
  EXPECT_EQ(screens.back()->people().size(), 51U);
  EXPECT_EQ(screens.back()->people().front(), "n100 so-khcn note");
}
TEST_F(PresenceTest, W175TheLongestFrameFitsTheBuffer) {
  std::string longest;
  for (int letters = 0; letters < 120; ++letters) longest += "\xf0\x9f\x87\xbb";  // four bytes
  std::vector<std::unique_ptr<Screen>> screens;
  std::vector<Presence::Seat> seats;
  for (int number = 100; number < 160; ++number) {
    screens.push_back(std::make_unique<Screen>());
    seats.push_back(sit(*screens.back()));
    const std::string account = std::to_string(number) + std::string(77, 'a');
    seats.back().look({account, longest, std::string(40, 'b')}, {"task/t1", std::string(60, 'c'), false}, now_);
  }
  wait(500ms);
  EXPECT_GT(screens.front()->last.size(), 30'000U);
  EXPECT_LT(screens.front()->last.size(), server::LiveLimits().buffer_bytes);
}
TEST_F(PresenceTest, W175HoldsNoMoreRecordsThanSockets) {
  Screen screen;
  auto seat = sit(screen);
  for (int number = 0; number < 1'000; ++number) {
    look(seat, {"an"}, {}, false, "task/t" + std::to_string(number));
    EXPECT_EQ(presence_->records(), 1U);
  }
}

TEST(MessageRate, W171TwoASecondAndFourAtOnce) {
  MessageRate rate{PresenceLimits()};
  auto now = Clock::now();
  for (int number = 0; number < 4; ++number) EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kTaken);
  EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kPassedOver);
  now += 500ms;
  EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kTaken);
  EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kPassedOver);
  now += 10s;
  for (int number = 0; number < 4; ++number) EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kTaken);
}
TEST(MessageRate, W171TwentyPassedOverInTenSecondsAreTooMany) {
  MessageRate rate{PresenceLimits()};
  auto now = Clock::now();
  for (int number = 0; number < 4; ++number) rate.judge(now);
  for (int number = 0; number < 19; ++number) EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kPassedOver);
  EXPECT_EQ(rate.judge(now), MessageRate::Verdict::kTooMany);
}
TEST(MessageRate, W171FewerInTenSecondsAreBorne) {
  MessageRate rate{PresenceLimits()};
  const auto begin = Clock::now();
  for (int number = 0; number < 3'000; ++number)  // three a second for 1000 s
    ASSERT_NE(rate.judge(begin + number * 333ms), MessageRate::Verdict::kTooMany) << number;
}

}  // namespace
}  // namespace luuvet::test
