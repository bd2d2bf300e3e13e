#include "server/identity/tickets.h"

#include <gtest/gtest.h>

#include "tests/identity/stored.h"

namespace luuvet::server {
namespace {

using test::after;
using test::kNow;

TEST(Tickets, OpenOnce) {
  Tickets tickets;
  const auto ticket = tickets.issue({{"an"}, "session-1", ""}, kNow);
  ASSERT_TRUE(ticket);
  const auto holder = tickets.redeem(*ticket, after(29'999));
  ASSERT_TRUE(holder);
  EXPECT_EQ(holder->account.value, "an");
  EXPECT_EQ(holder->session, "session-1");
  EXPECT_FALSE(tickets.redeem(*ticket, after(29'999)));
}

TEST(Tickets, AreVoidAfterThirtySeconds) {
  Tickets tickets;
  const auto ticket = tickets.issue({{"an"}, "session-1", ""}, kNow);
  EXPECT_FALSE(tickets.redeem(*ticket, after(30'000)));
  EXPECT_FALSE(tickets.redeem(*ticket, after(1))) << "tried too late is used up";
}

TEST(Tickets, UnknownOnesOpenNothing) {
  Tickets tickets;
  const auto ticket = tickets.issue({{"an"}, "session-1", ""}, kNow);
  EXPECT_FALSE(tickets.redeem("", kNow));
  EXPECT_FALSE(tickets.redeem(std::string(43, 'A'), kNow));
  EXPECT_FALSE(tickets.redeem(std::string(1'000'000, 'A'), kNow));
  EXPECT_FALSE(tickets.redeem(ticket->substr(0, 42), kNow));
}

TEST(Tickets, OneAccountCannotTakeThoseOfTheOthers) {
  Tickets tickets;
  for (std::size_t count = 0; count < Tickets::kPerAccountMax; ++count)
    ASSERT_TRUE(tickets.issue({{"an"}, "s", ""}, kNow));
  EXPECT_FALSE(tickets.issue({{"an"}, "s", ""}, after(29'999)));
  EXPECT_TRUE(tickets.issue({{"binh"}, "s", ""}, after(29'999)));
  EXPECT_TRUE(tickets.issue({{"an"}, "s", ""}, after(30'000)));
}

TEST(Tickets, AreBounded) {
  Tickets tickets;
  std::size_t issued = 0;
  for (int account = 0; account < 200; ++account)
    for (std::size_t count = 0; count < Tickets::kPerAccountMax; ++count)
      issued += tickets.issue({{std::to_string(account)}, "s", ""}, kNow).has_value();
  EXPECT_EQ(issued, Tickets::kTicketsMax);
}

}  // namespace
}  // namespace luuvet::server
