// What is protected reaches nobody without the right, by whatever way it is read. Every protected text is marked, so
// that none can be missed.
#include <gtest/gtest.h>

#include <set>

#include "api/collections.h"
#include "api/history/history_codec.h"
#include "api/reads/read.h"
#include "api/record_bytes.h"
#include "api/record_codec.h"
#include "api/sheets/export.h"
#include "tests/support/json.h"
#include "tests/support/people.h"
#include "tests/support/province.h"
#include "tests/support/records.h"

namespace luuvet::test {
namespace {

using namespace api;

constexpr std::string_view kWork = "assignment/t1.joint";

// Writes "SECRET-<n>" into every text of an open part.
class Marker {
 public:
  std::set<std::string> written;

  template <class E>
  E operator()(E event) {
    fill(event.open.emplace());
    return event;
  }
  // Of a reason and a note the one that such an event has.
  template <class E>
  E reason(E event) {
    fill(event.open.emplace().reason);
    return event;
  }
  template <class E>
  E note(E event) {
    fill(event.open.emplace().note);
    return event;
  }

 private:
  template <class T>
  void fill(T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      value = "SECRET-" + std::to_string(written.size() + 1) + ".";
      written.insert(value);
    } else if constexpr (requires { value.emplace(); }) {
      fill(value.emplace());
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
      for_each_member<T>([&](std::size_t, auto member) { fill(value.*member.pointer); });
    }
  }
};

struct Marked {
  Recorder recorder;
  projections::Views views;
  std::set<std::string> shown;  // what representations, histories and threads show to whoever may read it
  std::set<std::string> all;
};

void write_work(Recorder& recorder, Marker& mark) {
  const auto by_lead = [&](const Event& event) { recorder.record({std::string(kWork), event, "so-tai-chinh"}); };
  by_lead(mark.note(AssignmentOpeningStateEntered{}));
  by_lead(mark(AssignmentProgressReported{}));
  by_lead(AssignmentProgressApproved{{recorder.world.head}});
  by_lead(mark(AssignmentProgressReported{}));  // a draft
  by_lead(mark.reason(AssignmentExtensionAsked{}));
  by_lead(mark.note(AssignmentSubmitted{}));
  recorder.record({std::string(kWork), mark.reason(AssignmentReturned{}), "so-khcn"});
}

void write_talk(Recorder& recorder, Marker& mark) {
  for (const char* on : {"task/t1", "assignment/t1.joint", "programme/p1", "document/bc", "agency/xa-a", "post/cv-1"}) {
    const std::string thread = "thread/" + std::string(on);
    recorder.record({thread, mark(ThreadCommented{}), "so-khcn"});
    recorder.record({thread, mark(ThreadDirected{agencies({"so-tai-chinh"}), {}, {}, {}}), "so-khcn"});
    recorder.record({thread, mark(ThreadUrged{agencies({"so-tai-chinh"}), {}, {}, {}}), "so-khcn"});
  }
}

void write_records(Recorder& recorder, Marker& mark) {
  const auto by_standing = [&](std::string_view subject, const Event& event) {
    recorder.record({std::string(subject), event, "so-khcn"});
  };
  for (const auto& facts : {an_ordered_mission(), a_big_problem(), a_register_entry()}) recorder.record(facts.back());
  by_standing(kMission, mark.note(MissionDisbursementRecorded{}));
  by_standing(kMission, mark.note(MissionCouncilHeld{}));
  by_standing(kMission, mark.note(MissionFollowedUp{}));
  by_standing(kMission, mark.reason(MissionStopped{}));
  by_standing(kBigProblem, mark.reason(BigProblemClosed{}));
  by_standing(kEntry, mark.reason(RegisterEntryEnded{}));
  by_standing(kProposal, mark.note(ProposalMade{{"t1"}, {}, {}, a_title(), {}, {}}));
  by_standing(kProposal, mark.reason(ProposalRefused{}));
}

// Reasons that no view shows: they stand in the records alone.
void write_reasons(Recorder& recorder, Marker& mark) {
  recorder.record({"task/t1", mark(TaskSuspended{}), "so-khcn"});
  recorder.record({"task/t1", mark(TaskResumed{}), "so-khcn"});
  recorder.record({"task/t1", mark(TaskCancelled{}), "so-khcn"});
  recorder.record({"task/t1", mark(TaskReinstated{}), "so-khcn"});
  recorder.record({"task/t1", mark(TaskAmended{}), "so-khcn"});
  recorder.record({"post/cv-1", mark(Amended<Post>{}), "so-khcn"});
  recorder.record({std::string(kWork), mark(AssignmentAccepted{}), "so-khcn"});
  recorder.record({std::string(kWork), mark(AssignmentReopened{}), "so-khcn"});
  recorder.record({std::string(kWork), mark(AssignmentProgressReturned{}), "so-tai-chinh"});
  recorder.record({std::string(kWork), mark(AssignmentExtensionDecided{}), "so-khcn"});
  recorder.record({std::string(kWork), mark(AssignmentHandedOver{}), "so-tai-chinh"});
}

Marked marked() {
  Marked result;
  Marker mark;
  Recorder& recorder = result.recorder;
  for (const Fact& fact : together(a_task_at_work(), employed("cv", {{Role::kOfficer, "so-noi-vu"}})))
    recorder.record(fact);
  recorder.record({"document/bc", mark(DocumentRegistered{}), "so-tai-chinh"});
  write_work(recorder, mark);
  write_talk(recorder, mark);
  write_records(recorder, mark);
  result.shown = mark.written;
  write_reasons(recorder, mark);
  result.all = mark.written;
  for (const Recorded& each : recorder.log) result.views.apply(each, each.meta.sequence);
  return result;
}

std::string encoded(const Recorded& recorded) {
  return encode_record(recorded, "/luuvet/test/0123456789abcdef", std::string(64, 'a'), Salt{});
}

// What spreadsheets show: what lists of the same rows do.
std::string sheets(const ViewContext& context) {
  std::string out;
  for (const Collection& each : kCollections) {
    if (!is_exported(each.aggregate)) continue;
    Query query("/api/v1/x.xlsx");
    const auto book = export_list(context, each.aggregate, query);
    EXPECT_TRUE(book) << each.name;
    for (const Sheet& sheet : book.value().sheets)
      for (const auto& row : sheet.rows)
        for (const Cell& cell : row)
          if (const auto* text = std::get_if<std::string>(&cell)) out += *text;
  }
  return out;
}

std::string representations(const Marked& world, const Sight& sight) {
  const ViewContext context(world.views, day("2026-03-15"), sight);
  std::string out;
  for (const Collection& each : kCollections) {
    Query query("/api/v1/x?limit=1000");
    auto list = read_list(context, "0123456789abcdef", each.aggregate, query);
    EXPECT_TRUE(list) << each.name;
    if (list) out += list.value().body;
  }
  for (const Recorded& each : world.recorder.log) out += read_item(context, each.subject).value_or("");
  return out + sheets(context);
}

std::string histories(const Marked& world, const Sight& sight) {
  std::string out;
  World folded;
  for (const Recorded& each : world.recorder.log) {
    const Fields before = fields_of(folded, each.subject);
    folded.evolve(each, 1);
    Fields after = fields_of(folded, each.subject);
    if (before.empty() && after.empty()) after = fields_of(each.event);
    const std::string bytes = encoded(each);
    write_history_entry(out, {each, before, after, bytes}, sight);
    if (each.subject.aggregate == Aggregate::kThread) write_thread_entry(out, each, Standing::kStands, sight);
  }
  return out;
}

std::set<std::string> found_in(const std::string& text, const std::set<std::string>& secrets) {
  std::set<std::string> found;
  for (const std::string& secret : secrets)
    if (text.find(secret) != text.npos) found.insert(secret);
  return found;
}

std::set<std::string> found_by(const Marked& world, const Sight& sight) {
  return found_in(representations(world, sight) + histories(world, sight), world.all);
}

std::set<std::string> found_by(const Held& held) {
  const Marked world = marked();
  const World today = with_people(world.recorder.world, "lan", {held});
  const Reader reader = reader_of(today, {"lan"}, day("2026-03-15"));
  return found_by(world, Sight(reader, today));
}

TEST(Withheld, P20W29NobodyWithoutTheRightFindsAnything) {
  for (const Role role : {Role::kSocialSupervision, Role::kIoc, Role::kAdministrator, Role::kPublic})
    EXPECT_EQ(found_by({role, "so-khcn"}), std::set<std::string>{}) << static_cast<int>(role);
  for (const Role role : {Role::kOfficer, Role::kHead, Role::kDeputy, Role::kClerk, Role::kOutsideLead, Role::kFinance,
                          Role::kStatistics, Role::kStandingAgency})
    EXPECT_EQ(found_by({role, "xa-c"}), std::set<std::string>{}) << static_cast<int>(role);
  EXPECT_EQ(found_by({Role::kCommitteeHead, "ubnd-tinh", "ban-khac"}), std::set<std::string>{});
}
TEST(Withheld, P20WhoMayReadFindsAll) {
  const Marked world = marked();
  EXPECT_EQ(found_by(world, Sight()), world.shown);
  EXPECT_EQ(found_by({Role::kInspector, "xa-c"}), world.shown);
  EXPECT_EQ(found_by({Role::kStandingAgency, "so-khcn"}), world.shown);
  EXPECT_EQ(found_by({Role::kOfficer, "so-khcn"}), found_by({Role::kHead, "so-khcn"}));
}
TEST(Withheld, P21TheLeadFindsItsWorkAndWhatItIsAsked) {
  const Marked world = marked();
  const auto found = found_by({Role::kOfficer, "so-tai-chinh"});
  EXPECT_LT(found.size(), world.shown.size());
  const auto elsewhere = found_by({Role::kOfficer, "so-noi-vu"});
  EXPECT_GT(found.size(), elsewhere.size());
}
TEST(Withheld, W232AnAssignmentsWordsStandInTheSheetOfItsLead) {
  const Marked world = marked();
  const auto found = found_in(sheets(ViewContext(world.views, day("2026-03-15"))), world.all);
  EXPECT_GE(found.size(), 2u);
}
std::vector<std::string> ids_in(const std::string& body) {
  const Json json(body);
  std::vector<std::string> ids;
  for (const auto item : json["items"].get_array()) ids.emplace_back(item["id"].get_string().value());
  return ids;
}
TEST(Withheld, W276EachSheetHasTheRowsOfItsList) {
  const Marked world = marked();
  const ViewContext context(world.views, day("2026-03-15"));
  std::set<Aggregate> filled;
  for (const Collection& each : kCollections) {
    EXPECT_EQ(is_exported(each.aggregate), each.aggregate != Aggregate::kAccount) << each.name;
    if (!is_exported(each.aggregate)) continue;
    Query as_list("/api/v1/x?limit=1000");
    Query as_sheet("/api/v1/x.xlsx");
    const auto listed = ids_in(read_list(context, "0123456789abcdef", each.aggregate, as_list).value().body);
    const Sheet sheet = export_list(context, each.aggregate, as_sheet).value().sheets.at(0);
    std::vector<std::string> ids;
    for (const auto& row : sheet.rows) {
      EXPECT_EQ(row.size(), sheet.columns.size()) << each.name;
      ids.push_back(std::get<std::string>(row.at(0)));
    }
    EXPECT_EQ(ids, listed) << each.name;
    if (!ids.empty()) filled.insert(each.aggregate);
  }
  EXPECT_GT(filled.size(), 8U);
}
TEST(Withheld, W231ASheetIsWholeOrRefused) {
  const Marked world = marked();
  const ViewContext context(world.views, day("2026-03-15"));
  Query query("/api/v1/agencies.xlsx");
  const auto refused = export_list(context, Aggregate::kAgency, query, 3);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().type, ProblemType::kTooLarge);
}
TEST(Withheld, LeavesHoldNothing) {
  const Marked world = marked();
  std::string leaves;
  std::string records;
  for (const Recorded& each : world.recorder.log) {
    records += encoded(each);
    leaves += leaf_of(encoded(each));
  }
  EXPECT_EQ(found_in(leaves, world.all), std::set<std::string>{});
  EXPECT_EQ(found_in(records, world.all), world.all);
}

TEST(Withheld, P22ItemsSaySoAndDraftsStayInside) {
  const Marked world = marked();
  const World today = with_people(world.recorder.world, "lan", {{Role::kIoc, "xa-c"}});
  const Reader reader = reader_of(today, {"lan"}, day("2026-03-15"));
  const Date date = day("2026-03-15");
  for (const char* each : {"task/t1", "assignment/t1.joint", "document/bc"}) {
    const auto hidden = read_item(ViewContext(world.views, date, Sight(reader, today)), subject(each)).value();
    const auto open = read_item(ViewContext(world.views, date), subject(each)).value();
    EXPECT_NE(hidden.find(R"("withheld":true)"), hidden.npos) << each;
    EXPECT_NE(open.find(R"("withheld":false)"), open.npos) << each;
    if (subject(each).aggregate == Aggregate::kDocument) continue;
    EXPECT_NE(hidden.find(R"("draft":null)"), hidden.npos) << each;
    EXPECT_EQ(hidden.find(R"("state":"draft")"), hidden.npos) << each;
    EXPECT_NE(open.find(R"("state":"draft")"), open.npos) << each;
  }
}
TEST(Withheld, P20WhetherWorkIsHeldUpIsNotToBeFiltered) {
  const Marked world = marked();
  const World today = with_people(world.recorder.world, "lan", {{Role::kIoc, "xa-c"}});
  const Reader reader = reader_of(today, {"lan"}, day("2026-03-15"));
  const auto total = [&](const char* target, const Sight& sight) {
    Query query(target);
    const ViewContext context(world.views, day("2026-03-15"), sight);
    const std::string body = read_list(context, "0123456789abcdef", Aggregate::kTask, query).value().body;
    return body.find(R"("total":1,)") != body.npos;
  };
  EXPECT_TRUE(total("/x?obstacle=true", Sight()));
  EXPECT_FALSE(total("/x?obstacle=true", Sight(reader, today)));
  EXPECT_FALSE(total("/x?obstacle=false", Sight(reader, today)));
}

}  // namespace
}  // namespace luuvet::test
