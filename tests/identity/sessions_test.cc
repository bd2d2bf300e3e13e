#include "server/identity/sessions.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kHourMs;
using test::kMinuteMs;
using test::kNow;

const ActorId kAn{"an"};
const ActorId kBinh{"binh"};

struct Watched {
  std::vector<std::string> ended;
  std::vector<SessionEnd> causes;
  Sessions sessions{{}, {}, kNow, [this](const Session& session, SessionEnd why) {
                      ended.push_back(session.id);
                      causes.push_back(why);
                    }};

  Sessions::Begun begin(const ActorId& account = kAn, Instant now = kNow) {
    return sessions.begin(account, {"192.0.2.7", "Firefox"}, now);
  }
};

TEST(Sessions, ACookieFindsItsSessionAndNothingElseDoes) {
  Watched watched;
  const auto begun = watched.begin();
  EXPECT_EQ(begun.cookie.size(), 43U);
  const Session* const found = watched.sessions.find(begun.cookie, after(1));
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->account, kAn);
  EXPECT_EQ(found->address, "192.0.2.7");
  EXPECT_EQ(watched.sessions.find(begun.session.id, after(1)), nullptr);
  EXPECT_EQ(watched.sessions.find("", after(1)), nullptr);
  EXPECT_EQ(watched.sessions.find(std::string(1'000'000, 'A'), after(1)), nullptr);
  std::string other = begun.cookie;
  other[10] = other[10] == 'A' ? 'B' : 'A';
  EXPECT_EQ(watched.sessions.find(other, after(1)), nullptr);
}

TEST(Sessions, EndWhenIdleForHalfAnHour) {
  Watched watched;
  const auto begun = watched.begin();
  EXPECT_NE(watched.sessions.find(begun.cookie, after(30 * kMinuteMs - 1)), nullptr);
  EXPECT_NE(watched.sessions.find(begun.cookie, after(59 * kMinuteMs)), nullptr);
  EXPECT_EQ(watched.sessions.find(begun.cookie, after(89 * kMinuteMs)), nullptr);
  EXPECT_EQ(watched.ended, std::vector{begun.session.id});
  EXPECT_EQ(watched.causes, std::vector{SessionEnd::kIdle});
  EXPECT_EQ(watched.sessions.find(begun.cookie, after(60 * kMinuteMs)), nullptr) << "a clock set back revives nothing";
}

TEST(Sessions, EndAfterTwelveHoursHoweverBusy) {
  Watched watched;
  const auto begun = watched.begin();
  for (std::int64_t at = 0; at < 12 * kHourMs; at += 20 * kMinuteMs)
    ASSERT_NE(watched.sessions.find(begun.cookie, after(at)), nullptr) << at;
  EXPECT_EQ(watched.sessions.find(begun.cookie, after(12 * kHourMs)), nullptr);
  EXPECT_EQ(watched.causes, std::vector{SessionEnd::kExpired});
}

TEST(Sessions, SweepingEndsWhatIsOverAndTellsOfEach) {
  Watched watched;
  const auto idle = watched.begin();
  const auto busy = watched.begin(kBinh);
  watched.sessions.find(busy.cookie, after(20 * kMinuteMs));
  EXPECT_EQ(watched.sessions.sweep(after(30 * kMinuteMs)), 1U);
  EXPECT_EQ(watched.ended, std::vector{idle.session.id});
  EXPECT_EQ(watched.sessions.size(), 1U);
}

TEST(Sessions, AreListedByTheLastSeenFirst) {
  Watched watched;
  const auto first = watched.begin();
  const auto second = watched.begin(kAn, after(1'000));
  watched.begin(kBinh);
  watched.sessions.find(first.cookie, after(2'000));
  const auto listed = watched.sessions.list(kAn, after(3'000));
  ASSERT_EQ(listed.size(), 2U);
  EXPECT_EQ(listed[0].id, first.session.id);
  EXPECT_EQ(listed[0].last_seen, after(2'000));
  EXPECT_EQ(listed[1].id, second.session.id);
  EXPECT_EQ(watched.sessions.list(kAn, after(30 * kMinuteMs + 1'500)).size(), 1U);
}

TEST(Sessions, TheTwentyFirstEndsTheOneSeenLongestAgo) {
  Watched watched;
  const auto oldest = watched.begin();
  const auto next = watched.begin(kAn, after(1));
  for (int at = 2; at < 20; ++at) watched.begin(kAn, after(at));
  watched.sessions.find(oldest.cookie, after(100));
  watched.begin(kBinh, after(101));
  EXPECT_TRUE(watched.ended.empty());
  watched.begin(kAn, after(102));
  EXPECT_EQ(watched.ended, std::vector{next.session.id});
  EXPECT_EQ(watched.causes, std::vector{SessionEnd::kTooMany});
  EXPECT_EQ(watched.sessions.list(kAn, after(103)).size(), 20U);
}

TEST(Sessions, OnlyTheirOwnerRevokesThem) {
  Watched watched;
  const auto mine = watched.begin();
  EXPECT_FALSE(watched.sessions.revoke(kBinh, mine.session.id));
  EXPECT_TRUE(watched.sessions.revoke(kAn, mine.session.id));
  EXPECT_FALSE(watched.sessions.revoke(kAn, mine.session.id));
  EXPECT_EQ(watched.sessions.find(mine.cookie, after(1)), nullptr);
  EXPECT_EQ(watched.ended, std::vector{mine.session.id});
  EXPECT_EQ(watched.causes, std::vector{SessionEnd::kEnded});
}

TEST(Sessions, AllButThisOneAreRevoked) {
  Watched watched;
  const auto kept = watched.begin();
  const auto other = watched.begin();
  const auto of_binh = watched.begin(kBinh);
  EXPECT_EQ(watched.sessions.revoke_all(kAn, kept.session.id), 1U);
  EXPECT_EQ(watched.sessions.find(other.cookie, after(1)), nullptr);
  EXPECT_NE(watched.sessions.find(kept.cookie, after(1)), nullptr);
  EXPECT_EQ(watched.sessions.revoke_all(kAn), 1U);
  EXPECT_EQ(watched.sessions.find(kept.cookie, after(1)), nullptr);
  EXPECT_NE(watched.sessions.find(of_binh.cookie, after(1)), nullptr);
}

TEST(Sessions, BeingSeenIsAChangeOnceAMinute) {
  Watched watched;
  const auto begun = watched.begin();
  EXPECT_EQ(watched.sessions.take_changes().by_hash.size(), 1U);
  watched.sessions.find(begun.cookie, after(kMinuteMs - 1));
  EXPECT_FALSE(watched.sessions.has_changes());
  watched.sessions.find(begun.cookie, after(kMinuteMs));
  EXPECT_TRUE(watched.sessions.has_changes());
  watched.sessions.take_changes();
  watched.sessions.find(begun.cookie, after(2 * kMinuteMs - 1));
  EXPECT_FALSE(watched.sessions.has_changes());
}

TEST(Sessions, ChangesGivenBackDoNotUndoNewerOnes) {
  Watched watched;
  const auto begun = watched.begin();
  auto taken = watched.sessions.take_changes();
  watched.sessions.revoke_all(kAn);
  watched.sessions.give_back(std::move(taken));
  const auto changes = watched.sessions.take_changes();
  ASSERT_EQ(changes.by_hash.size(), 1U);
  EXPECT_FALSE(changes.by_hash.at(begun.session.hash));
}

TEST(Sessions, UserAgentsAreCutAtALetterAndCleaned) {
  Watched watched;
  const std::string head(kUserAgentMax - 1, 'x');
  EXPECT_EQ(watched.sessions.begin(kAn, {"a", head + "ệ" + head}, kNow).session.user_agent, head);
  EXPECT_EQ(watched.sessions.begin(kAn, {"a", "bad\x01"}, kNow).session.user_agent, "");
  EXPECT_EQ(watched.sessions.begin(kAn, {std::string(1'000'000, '1'), std::string(1'000'000, '\xff')}, kNow)
                .session.address.size(),
            64U);
}

// Against a model, over restarts that lose what was not stored but never a stored end.
TEST(Sessions, ARevokedOneIsNeverFoundAgain) {
  test::Stored stored;
  const ActorId account = stored.person("an");
  std::mt19937_64 random(20'260'331);
  std::optional<Sessions> sessions(std::in_place, SessionLimits{}, stored.store->sessions(), kNow, nullptr);
  std::vector<Sessions::Begun> begun;
  std::set<std::string> revoked;
  for (int step = 0; step < 600; ++step) {
    const Instant now = after(step * 100);
    const auto any = [&] { return begun[random() % begun.size()]; };
    switch (random() % 6) {
      case 0:
        begun.push_back(sessions->begin(account, {"a", "b"}, now));
        break;
      case 1:
        if (!begun.empty()) {
          const auto one = any();
          sessions->revoke(account, one.session.id);
          stored.store->apply(sessions->take_changes());
          revoked.insert(one.cookie);
        }
        break;
      case 2:
        if (!begun.empty()) sessions->find(any().cookie, now);
        break;
      case 3: {
        auto changes = sessions->take_changes();
        random() % 2 == 0 ? stored.store->apply(changes) : sessions->give_back(std::move(changes));
        break;
      }
      case 4:
        if (random() % 8 == 0) stored.reopen();
        sessions.emplace(SessionLimits{}, stored.store->sessions(), now, nullptr);
        break;
      default:
        for (const std::string& cookie : revoked) ASSERT_EQ(sessions->find(cookie, now), nullptr) << step;
    }
  }
  EXPECT_GT(revoked.size(), 20U);
}

}  // namespace
}  // namespace luuvet::server
