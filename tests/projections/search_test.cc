// Search as officials type: without marks, in any case, by the beginnings of words, by abbreviations.
#include <gtest/gtest.h>

#include <algorithm>

#include "projections/register_list.h"
#include "tests/projections/seen.h"

namespace luuvet::test {
namespace {

using namespace projections;

std::vector<std::string> found(const Views& views, const char* words) {
  TaskFilter filter;
  filter.q = words;
  return ids_of(list_tasks(views, filter, {}, everything(), day("2026-07-01")));
}

class Search : public ::testing::Test {
 protected:
  Search() : seen_(facts()) {}

  static std::vector<Fact> facts() {
    std::vector<Fact> facts = a_province();
    Agency agency = std::get<Registered<Agency>>(an_agency("so-khoa-hoc").event).content;
    agency.name = "Sở Khoa học và Công nghệ";
    agency.short_name = "Sở KH&CN";
    facts.push_back({"agency/so-khoa-hoc", Registered<Agency>{agency}});
    Task five = task("t5g", {"so-khoa-hoc"});
    five.title = "Phát triển hạ tầng mạng 5G";
    Task water = task("nuoc", {"xa-a"});
    water.title = "Hoà mạng đồng hồ nước";
    return together(facts, registered(five), registered(water));
  }
  const std::vector<std::string> five_{"t5g"};
  const std::vector<std::string> water_{"nuoc"};
  Seen seen_;
};

TEST_F(Search, FindsWithoutMarksByBeginningsAndAbbreviations) {
  for (const char* words :
       {"so khcn 5g", "Sở KH&CN 5G", "khoa hoc cong nghe 5g", "PHAT TRIEN", "ha tang mang", "5g so"})
    EXPECT_EQ(found(seen_.views(), words), five_) << words;
  EXPECT_TRUE(found(seen_.views(), "so khcn 6g").empty());
  EXPECT_TRUE(found(seen_.views(), "anh").empty());
}

TEST_F(Search, UnitesTonePlacesAndForms) {
  for (const char* words : {"hoà", "hòa", "hoa", "dong ho", "đồng hồ", "ĐỒNG"})
    EXPECT_EQ(found(seen_.views(), words), water_) << words;
}

TEST_F(Search, FindsByIdAndPlace) {
  EXPECT_EQ(found(seen_.views(), "t5g"), five_);
  const auto placed = found(views_of_the_plans(), "da11.ii.i.1.1");
  EXPECT_NE(std::find(placed.begin(), placed.end(), "da11.ii.i.1.1"), placed.end());
}

TEST_F(Search, FollowsAnAmendment) {
  TaskAmended amended;
  amended.set.values.title = "Phủ sóng di động";
  amended.set.present = 0;
  for_each_member<Task>([&](std::size_t index, auto member) {
    if (std::string_view(member.name) == "title") amended.set.present |= std::uint64_t{1} << index;
  });
  seen_.add({"task/t5g", amended, "so-khcn"});
  EXPECT_EQ(found(seen_.views(), "phu song"), five_);
  EXPECT_TRUE(found(seen_.views(), "ha tang").empty());
}

TEST_F(Search, W277FindsByTheIdsOfOtherSystemsThatHold) {
  seen_.add({"task/t5g", TaskExternalIdsSet{{{"vp-ubnd", "NV-1"}}}, "so-khcn"});
  EXPECT_EQ(found(seen_.views(), "NV-1"), five_);
  seen_.add({"task/t5g", TaskExternalIdsSet{{{"vp-ubnd", "NV-2"}}}, "so-khcn"});
  EXPECT_TRUE(found(seen_.views(), "NV-1").empty());
}

TEST_F(Search, FindsInThePlans) {
  EXPECT_FALSE(found(views_of_the_plans(), "so khcn 5g").empty());
  EXPECT_LT(found(views_of_the_plans(), "so khcn 5g").size(), found(views_of_the_plans(), "so khcn").size());
  const Views& views = views_of_the_plans();
  RegisterFilter filter;
  filter.q = "so khcn";
  const auto agencies_found = list_register(views, views.world.agencies, Aggregate::kAgency, filter, everything());
  ASSERT_FALSE(agencies_found.items.empty());
  EXPECT_EQ(agencies_found.items.front()->content.id.value, "so-khcn");
}

}  // namespace
}  // namespace luuvet::test
