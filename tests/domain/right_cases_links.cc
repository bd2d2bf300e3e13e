// Cases of the table of rights about links between rows, doubts and requests for coordination.
#include "domain/links/link_rows.h"
#include "tests/domain/right_cases.h"
#include "tests/support/budgeted.h"
#include "tests/support/province.h"

namespace luuvet::test {
namespace {

constexpr const char* kLeads = "so-tai-chinh";  // of t1
constexpr const char* kStands = "so-khcn";

// Of funds: the finance department decides these as well.
const std::vector<std::string> kFunds = {"budget-line/b1", "task/t1"};
Given with_link(LinkStatus status) {
  Given scene = right_case_tasks();
  scene.fact({"budget-line/b1", Registered<BudgetLine>{a_line_of("b1", {kLeads})}});
  const std::string link = "link/" + link_id({LinkKind::kFunds, kFunds}).value;
  scene.fact({link, LinkProposed{LinkKind::kFunds, kFunds, {}}});
  if (status == LinkStatus::kLinked) scene.fact({link, LinkLinked{LinkKind::kFunds, kFunds, {}, qd1(), {}}});
  return scene;
}
Given doubted(bool settled) {
  Given scene = right_case_tasks();
  Doubt doubt;
  doubt.id = {"d1"};
  doubt.programme = {"p1"};
  scene.fact({"doubt/d1", Registered<Doubt>{doubt}});
  if (settled) scene.fact({"doubt/d1", DoubtSettled{}});
  return scene;
}

Given requested() {
  const CoordinationAsked request{{"t1"}, agencies({kStands, "xa-a"}), day("2026-04-01"), {}, {}};
  return right_case_tasks().fact({"coordination/c1", request, kLeads});
}

Given disputed() {
  return requested().fact({"coordination/c1", CoordinationDisputed{}, kStands});
}

}  // namespace

std::vector<RightCase> right_cases_of_links() {
  const std::string link = "link/" + link_id({LinkKind::kFunds, kFunds}).value;
  const Given proposed = with_link(LinkStatus::kProposed), linked = with_link(LinkStatus::kLinked);
  const Given open = doubted(false);
  const Sequence head = proposed.world().head;
  return {
      {"propose-link", "link", ProposeLink{LinkKind::kTwin, {"task/t1", "task/t3"}, "Trùng"}, right_case_tasks()},
      {"link", link, LinkRows{{}, qd1(), {}}, proposed},
      {"link", "link", LinkMany{qd1(), {}, {{LinkKind::kFunds, kFunds, head, {}}}}, proposed},
      {"reject-link", link, RejectLink{"Khác"}, proposed},
      {"reject-link", "link", RejectLinks{"Khác", {{LinkKind::kFunds, kFunds, head}}}, proposed},
      {"part-link", link, PartLink{"Khác", qd1()}, linked},
      {"raise-doubt", "doubt", RaiseDoubt{{"p1"}, "contradiction", "Khác nhau", {{"task/t1", {}}}}, open},
      {"settle-doubt", "doubt/d1", SettleDoubt{DoubtOutcome::kNoDoubt, {}, {}}, open},
      {"settle-doubt", "doubt", SettleDoubts{{{"doubt/d1", open.world().head, DoubtOutcome::kNoDoubt, {}, {}}}}, open},
      {"reopen-doubt", "doubt/d1", ReopenDoubt{"Nhầm"}, doubted(true)}};
}

std::vector<RightCase> right_cases_of_coordination() {
  const std::string request = "coordination/c1";
  const Sequence objection = disputed().world().head;
  const AskCoordination asking{{"t1"}, agencies({"xa-a"}), "Cung cấp số liệu", day("2026-04-01"), {}};
  return {{"ask-coordination", "coordination", asking, right_case_tasks()},
          {"confirm-coordination", request, ConfirmCoordination{}, requested()},
          {"dispute-coordination", request, DisputeCoordination{"Không thuộc lĩnh vực"}, requested()},
          {"answer-coordination", request, AnswerCoordination{{objection}, "Chỉ cần số liệu"}, disputed()},
          {"close-coordination", request, CloseCoordination{"Đã đủ"}, requested()}};
}

}  // namespace luuvet::test
