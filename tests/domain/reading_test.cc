// Who reads what is protected.
#include "domain/people/readers.h"

#include <gtest/gtest.h>

#include "tests/domain/right_cases.h"
#include "tests/support/people.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

// t1: led by so-tai-chinh with so-noi-vu, confirmed by so-khcn; t2: to xa-a and xa-b, xa-c taken off; one row of each
// register; documents of so-tai-chinh and of the system.
World a_world() {
  Recorder recorder;
  Task one = task("t1", {"so-tai-chinh"});
  one.coordinating_agencies = agencies({"so-noi-vu"});
  Indicator indicator;
  indicator.id = {"i1"};
  indicator.programme = {"p1"};
  indicator.tracking_agencies = agencies({"so-tai-chinh"});
  BudgetLine line;
  line.id = {"b1"};
  line.programme = {"p1"};
  line.lead_agencies = agencies({"so-tai-chinh"});
  Member member;
  member.id = {"m1"};
  member.committee = {"bcd"};
  Programme other = programme("p2");
  other.committee = CommitteeId{"ban-khac"};
  other.standing_agency = {"so-noi-vu"};
  Task elsewhere = task("t9", {"xa-c"});
  elsewhere.programme = {"p2"};
  for (const Fact& fact : together(a_province(), std::vector<Fact>{{"programme/p2", Registered<Programme>{other}}},
                                   registered(one), registered(task("t2", {"cac-xa"})), registered(elsewhere),
                                   std::vector{each("t2", {"xa-a", "xa-b", "xa-c"}), each("t2", {"xa-a", "xa-b"})},
                                   std::vector<Fact>{{"indicator/i1", Registered<Indicator>{indicator}},
                                                     {"budget-line/b1", Registered<BudgetLine>{line}},
                                                     {"member/m1", Registered<Member>{member}},
                                                     {"document/bc", DocumentRegistered{}, "so-tai-chinh"}}))
    recorder.record(fact);
  return recorder.world;
}

bool reads(const Held& held, std::string_view what) {
  const World world = with_people(a_world(), "lan", {held});
  return reader_of(world, {"lan"}, day("2026-03-15")).may_read(world, subject(what));
}
Held at(Role role, std::string agency) {
  Held held{role, std::move(agency)};
  if (role == Role::kCommitteeMember || role == Role::kCommitteeHead) held.committee = "bcd";
  return held;
}

const std::vector<Role> kOfAgencies = {Role::kOfficer, Role::kHead, Role::kDeputy, Role::kClerk, Role::kOutsideLead};
const std::vector<Role> kOfNothing = {Role::kSocialSupervision, Role::kIoc, Role::kAdministrator, Role::kPublic};
const std::vector<const char*> kEverything = {
    "task/t1",       "assignment/t1.joint", "assignment/t2.xa-a", "indicator/i1", "budget-line/b1", "document/bc",
    "document/qd-1", "programme/p1",        "committee/bcd",      "member/m1",    "agency/xa-a",    "task/t9"};

TEST(Reading, P20AnAgencyReadsWhatItHasToDoWith) {
  for (const Role role : kOfAgencies) {
    SCOPED_TRACE(static_cast<int>(role));
    for (const char* lead : {"task/t1", "assignment/t1.joint", "indicator/i1", "budget-line/b1", "document/bc"}) {
      EXPECT_TRUE(reads(at(role, "so-tai-chinh"), lead)) << lead;
      EXPECT_FALSE(reads(at(role, "cong-an-tinh"), lead)) << lead;
    }
    EXPECT_TRUE(reads(at(role, "so-noi-vu"), "assignment/t1.joint"));  // coordinates
    EXPECT_TRUE(reads(at(role, "so-khcn"), "assignment/t1.joint"));    // confirms
    EXPECT_TRUE(reads(at(role, "xa-a"), "assignment/t2.xa-a"));
    EXPECT_TRUE(reads(at(role, "xa-c"), "assignment/t2.xa-c"));  // taken off
    EXPECT_FALSE(reads(at(role, "xa-a"), "task/t9"));
    EXPECT_FALSE(reads(at(role, "xa-a"), "document/qd-1"));
    EXPECT_FALSE(reads(at(role, "xa-a"), "committee/bcd"));
  }
}
TEST(Reading, P20AThreadIsJudgedByWhatItHangsOn) {
  EXPECT_TRUE(reads(at(Role::kOfficer, "so-noi-vu"), "thread/assignment/t1.joint"));
  EXPECT_FALSE(reads(at(Role::kOfficer, "xa-a"), "thread/assignment/t1.joint"));
  EXPECT_TRUE(reads(at(Role::kFinance, "xa-a"), "thread/budget-line/b1"));
}
TEST(Reading, P20TheStandingAgencyReadsItsProgrammesAndWhatBelongsToNone) {
  for (const char* agency : {"so-khcn", "vp-tinh-uy"}) {  // of the programme, of its committee
    for (const char* what : {"task/t1", "assignment/t2.xa-a", "indicator/i1", "programme/p1", "document/qd-1",
                             "document/bc", "committee/bcd", "agency/xa-a"})
      EXPECT_TRUE(reads(at(Role::kStandingAgency, agency), what)) << agency << ' ' << what;
    EXPECT_FALSE(reads(at(Role::kStandingAgency, agency), "task/t9")) << agency;
  }
  EXPECT_FALSE(reads(at(Role::kStandingAgency, "xa-a"), "document/bc"));  // stands for nothing
  EXPECT_FALSE(reads({Role::kStandingAgency, "so-khcn", "ban-khac"}, "task/t1"));
}
TEST(Reading, P20ACommitteeReadsItsProgrammes) {
  for (const Role role : {Role::kCommitteeMember, Role::kCommitteeHead}) {
    for (const char* what : {"task/t1", "assignment/t2.xa-a", "indicator/i1", "budget-line/b1", "programme/p1",
                             "committee/bcd", "member/m1"})
      EXPECT_TRUE(reads(at(role, "ubnd-tinh"), what)) << what;
    for (const char* what : {"task/t9", "document/bc", "agency/xa-a"})
      EXPECT_FALSE(reads(at(role, "ubnd-tinh"), what)) << what;
  }
}
TEST(Reading, P20FinanceAndStatisticsReadTheirRegisters) {
  EXPECT_TRUE(reads(at(Role::kFinance, "xa-c"), "budget-line/b1"));
  EXPECT_FALSE(reads(at(Role::kFinance, "xa-c"), "indicator/i1"));
  EXPECT_TRUE(reads(at(Role::kFinance, "xa-c"), "task/t9"));
  EXPECT_TRUE(reads(at(Role::kStatistics, "xa-c"), "indicator/i1"));
  EXPECT_FALSE(reads(at(Role::kStatistics, "xa-c"), "budget-line/b1"));
  EXPECT_FALSE(reads(at(Role::kStatistics, "xa-c"), "task/t1"));
}
TEST(Reading, P20TheInspectorReadsEverythingOthersNothing) {
  for (const char* what : kEverything) {
    EXPECT_TRUE(reads(at(Role::kInspector, "xa-a"), what)) << what;
    for (const Role role : kOfNothing) EXPECT_FALSE(reads(at(role, "so-tai-chinh"), what)) << what;
  }
}
TEST(Reading, P20TheSponsorOfAnOutsideLeadReadsItsWork) {
  Held outside{Role::kOutsideLead, "xa-c"};
  outside.sponsor = "cong-an-tinh";
  World world = with_people(a_world(), "ngoai", {outside});
  world = with_people(world, "lan", {{Role::kHead, "cong-an-tinh"}});
  const Reader reader = reader_of(world, {"lan"}, day("2026-03-15"));
  EXPECT_TRUE(reader.may_read(world, subject("assignment/t9.joint")));
  EXPECT_FALSE(reader.may_read(world, subject("assignment/t1.joint")));
}
TEST(Reading, P20TheSystemReadsAllAndAStrangerNothing) {
  const World world = a_world();
  for (const char* what : kEverything) {
    EXPECT_TRUE(reader_of(world, {std::string(kSystemActor)}, day("2026-03-15")).may_read(world, subject(what)));
    EXPECT_FALSE(reader_of(world, {"stranger"}, day("2026-03-15")).may_read(world, subject(what)));
    EXPECT_TRUE(Sight().may_read(subject(what)));
  }
}
TEST(Reading, P20AnEndedPostReadsNothing) {
  Held held{Role::kHead, "so-tai-chinh"};
  held.to = "2026-03-14";
  EXPECT_FALSE(reads(held, "task/t1"));
}

Recorded directive(std::string by, std::initializer_list<std::string_view> to) {
  Recorded recorded;
  recorded.meta.agency = {std::move(by)};
  recorded.subject = subject("thread/programme/p1");
  recorded.event = ThreadDirected{agencies(to), {}, {}, ThreadText{"Báo cáo"}};
  return recorded;
}

TEST(Reading, P21WhatItsAgencyWroteAndWhatAsksItForAnAnswer) {
  const World world = with_people(a_world(), "lan", {{Role::kOfficer, "xa-a"}});
  const Reader reader = reader_of(world, {"lan"}, day("2026-03-15"));
  EXPECT_FALSE(reader.may_read(world, directive("so-khcn", {"xa-b"})));
  EXPECT_TRUE(reader.may_read(world, directive("so-khcn", {"xa-b", "xa-a"})));
  EXPECT_TRUE(reader.may_read(world, directive("so-khcn", {"cac-xa"})));
  EXPECT_TRUE(reader.may_read(world, directive("xa-a", {"xa-b"})));
  EXPECT_TRUE(reader.may_read(world, subject("thread/programme/p1"), {"xa-a"}));
  EXPECT_FALSE(reader.may_read(world, subject("thread/programme/p1"), {"xa-b"}));
}
TEST(Reading, P21NotForThoseWhoReadNothing) {
  for (const Role role : kOfNothing) {
    const World world = with_people(a_world(), "lan", {{role, "xa-a"}});
    const Reader reader = reader_of(world, {"lan"}, day("2026-03-15"));
    EXPECT_FALSE(reader.may_read(world, directive("xa-a", {"xa-a"})));
  }
}

}  // namespace
}  // namespace luuvet::test
