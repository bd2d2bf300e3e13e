#include "server/oidc/flows.h"

#include <gtest/gtest.h>

#include <vector>

namespace luuvet::server {
namespace {

constexpr Instant kNow{1'774'924'800'000};

Instant after(std::int64_t ms) {
  return {kNow.ms + ms};
}
FlowTerms from(std::string address) {
  return {"/tasks/a", std::move(address), {}};
}

TEST(Flows, W152AFlowComesBackWithWhatItWasBegunWith) {
  Flows flows;
  const auto begun = flows.begin({"/tasks/a?do=b", "192.0.2.7", {{"account"}, "session"}}, kNow);
  ASSERT_TRUE(begun);
  const auto flow = flows.take(begun->state, begun->browser, after(Flows::kLifeMs - 1));
  ASSERT_TRUE(flow);
  EXPECT_EQ(flow->terms.to, "/tasks/a?do=b");
  EXPECT_EQ(flow->terms.linking.account.value, "account");
  EXPECT_EQ(flow->nonce, begun->nonce);
  EXPECT_EQ(flow->verifier, begun->verifier);
}

TEST(Flows, W152AFlowIsGoodOnce) {
  Flows flows;
  const auto begun = flows.begin(from("a"), kNow);
  EXPECT_TRUE(flows.take(begun->state, begun->browser, kNow));
  EXPECT_FALSE(flows.take(begun->state, begun->browser, kNow));
}

TEST(Flows, W152AFlowIsGoodInItsOwnBrowserAlone) {
  Flows flows;
  const auto mine = flows.begin(from("a"), kNow), other = flows.begin(from("a"), kNow);
  EXPECT_FALSE(flows.take(mine->state, other->browser, kNow));
  EXPECT_FALSE(flows.take(mine->state, mine->browser, kNow)) << "used up";
  EXPECT_FALSE(flows.take(other->state, "", kNow));
  EXPECT_EQ(flows.size(), 0U);
}

TEST(Flows, W152AFlowEndsAfterTenMinutes) {
  Flows flows;
  const auto begun = flows.begin(from("a"), kNow);
  EXPECT_FALSE(flows.take(begun->state, begun->browser, after(Flows::kLifeMs)));
}

TEST(Flows, W152WhatNobodyBeganIsNothing) {
  Flows flows;
  const auto begun = flows.begin(from("a"), kNow);
  for (const std::string& state : {std::string(), std::string("x"), std::string(43, 'A'), begun->state + "A"})
    EXPECT_FALSE(flows.take(state, begun->browser, kNow));
  EXPECT_TRUE(flows.take(begun->state, begun->browser, kNow));
}

TEST(Flows, W152AnAddressThatBeginsTooManyLosesItsOldest) {
  Flows flows;
  const auto other = flows.begin(from("b"), kNow);
  std::vector<Flows::Begun> begun;
  for (std::size_t i = 0; i <= Flows::kPerAddressMax; ++i)
    begun.push_back(*flows.begin(from("a"), after(static_cast<std::int64_t>(i))));
  EXPECT_EQ(flows.size(), Flows::kPerAddressMax + 1);
  EXPECT_FALSE(flows.take(begun[0].state, begun[0].browser, after(1'000)));
  EXPECT_TRUE(flows.take(begun[1].state, begun[1].browser, after(1'000)));
  EXPECT_TRUE(flows.take(other->state, other->browser, after(1'000)));
}

TEST(Flows, W152ThereAreSoManyAndNoMoreUntilSomeEnd) {
  Flows flows;
  for (std::size_t i = 0; i < Flows::kFlowsMax; ++i)
    ASSERT_TRUE(flows.begin(from(std::to_string(i / Flows::kPerAddressMax)), kNow));
  EXPECT_FALSE(flows.begin(from("somebody else"), kNow));
  EXPECT_TRUE(flows.begin(from("somebody else"), after(Flows::kLifeMs)));
  EXPECT_EQ(flows.size(), 1U);
}

}  // namespace
}  // namespace luuvet::server
