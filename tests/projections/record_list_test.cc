#include "projections/record_list.h"

#include <gtest/gtest.h>

#include "tests/projections/seen.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

using namespace projections;

Fact platform(std::string id, std::string name, Register kind = Register::kSharedPlatform) {
  RegisterEntry entry;
  entry.id = {id};
  entry.register_ = kind;
  entry.name = std::move(name);
  entry.agency = {"xa-a"};
  return {"register-entry/" + id, Registered<RegisterEntry>{entry}};
}

std::vector<std::string> ids(const Views& views, const RegisterEntryFilter& filter) {
  std::vector<std::string> found;
  for (const auto& row :
       list_register_entries(views, filter, likely_doubles(views.world), PageRequest{10, std::nullopt}).items)
    found.push_back(row->content.id.value);
  return found;
}

TEST(LikelyDoubles, Z24PlatformsAndServicesOfMuchTheSameName) {
  Seen seen(
      together(a_task_at_work(), std::vector{platform("e1", "Nền tảng họp trực tuyến của tỉnh"),
                                             platform("e2", "Dịch vụ họp trực tuyến của tỉnh", Register::kHiredService),
                                             platform("e3", "Kho dữ liệu đất đai dùng chung"),
                                             platform("e4", "Nền tảng họp trực tuyến của tỉnh", Register::kModel)}));
  const LikelyDoubles found = likely_doubles(seen.views().world);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found.at({"e1"}).front().id, RegisterEntryId{"e2"});
  EXPECT_GE(found.at({"e2"}).front().score, kDoubleScoreLeast);
  RegisterEntryFilter filter;
  filter.likely_double = true;
  EXPECT_EQ(ids(seen.views(), filter), (std::vector<std::string>{"e1", "e2"}));
  seen.add({"register-entry/e2", RegisterEntryEnded{day("2026-03-01"), {}, {}}});
  EXPECT_TRUE(likely_doubles(seen.views().world).empty());
}
TEST(LikelyDoubles, Z24OnlySoManyAreCompared) {
  std::vector<Fact> facts = a_task_at_work();
  facts.push_back(platform("old", "Nền tảng họp trực tuyến của tỉnh"));
  for (std::size_t i = 0; i < kDoublesCompared; ++i)
    facts.push_back(
        platform("e" + std::to_string(i), i == 0 ? "Nền tảng họp trực tuyến của tỉnh" : "x" + std::to_string(i)));
  EXPECT_FALSE(likely_doubles(Seen(facts).views().world).contains({"old"}));
}

TEST(RecordList, W280MissionsByStageTaskAgencyAndWords) {
  Seen seen(an_accepted_mission());
  const auto count = [&](const MissionFilter& filter, std::string_view on = "2026-03-15") {
    return list_missions(seen.views(), filter, PageRequest{10, std::nullopt}, day(on)).total;
  };
  EXPECT_EQ(count({}), 1u);
  MissionFilter filter;
  filter.stage = {MissionStage::kAccepted, MissionStage::kStopped};
  filter.task = TaskId{"t1"};
  filter.agency = AgencyId{"xa-b"};
  filter.q = "giong lua";
  EXPECT_EQ(count(filter), 1u);
  filter.stage = {MissionStage::kOrdered};
  EXPECT_EQ(count(filter), 0u);
  filter = {};
  filter.overdue = true;
  EXPECT_EQ(count(filter, "2027-03-01"), 0u);
  EXPECT_EQ(count(filter, "2027-03-02"), 1u);
  filter = {};
  filter.agency = AgencyId{"xa-c"};
  EXPECT_EQ(count(filter), 0u);
}
TEST(RecordList, W280AHostIsFoundByItsNameOnceItIsSelected) {
  Seen seen(an_ordered_mission());
  MissionFilter filter;
  filter.q = "vien lua";
  const auto total = [&] {
    return list_missions(seen.views(), filter, PageRequest{10, std::nullopt}, day("2026-03-15")).total;
  };
  EXPECT_EQ(total(), 0u);
  seen.add({std::string(kMission),
            MissionSelected{SelectionWay::kDirect, body_named("Viện Lúa"), day("2026-02-01"), qd1()}});
  EXPECT_EQ(total(), 1u);
}

TEST(RecordList, W280ProposalsByStateTaskAndProgramme) {
  Seen seen(a_waiting_proposal());
  ProposalFilter filter;
  filter.state = ProposalState::kWaiting;
  filter.task = TaskId{"t1"};
  filter.programme = ProgrammeId{"p1"};
  const auto total = [&] { return list_proposals(seen.views(), filter, PageRequest{10, std::nullopt}).total; };
  EXPECT_EQ(total(), 1u);
  seen.add({std::string(kProposal), ProposalRefused{}});
  EXPECT_EQ(total(), 0u);
}

}  // namespace
}  // namespace luuvet::test
