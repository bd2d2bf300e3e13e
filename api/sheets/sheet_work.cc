// Requests for coordination, yearly plans of agencies and proposals of other systems as sheets.
#include <array>

#include "api/json/json_names.h"
#include "api/sheets/sheet_lists.h"
#include "api/sheets/sheet_table.h"
#include "api/sheets/sheet_words.h"
#include "api/views/view_parts.h"
#include "domain/tasks/coordinating.h"

namespace luuvet::api {
namespace {

using projections::UnitPlanItem;
using projections::UnitPlanStanding;

const Message kMilestones = {"Mốc", "Milestones"};

const Message& words_of(CoordinationStatus status) {
  static const std::array<Message, 4> kWords = {
      {{"Đang chờ", "Open"}, {"Có ý kiến khác", "Disputed"}, {"Đã xác nhận", "Confirmed"}, {"Đã đóng", "Closed"}}};
  return kWords[static_cast<std::size_t>(status)];
}
const Message& words_of(UnitPlanStanding standing) {
  static const std::array<Message, 5> kWords = {{{"Chưa lập", "Not begun"},
                                                 {"Đang soạn", "Draft"},
                                                 {"Chờ duyệt", "Submitted"},
                                                 {"Đã duyệt", "Approved"},
                                                 {"Đã ghi nhận", "Noted"}}};
  return kWords[static_cast<std::size_t>(standing)];
}
const Message& words_of(ProposalState state) {
  static const std::array<Message, 3> kWords = {
      {{"Chờ quyết định", "Waiting"}, {"Đã chấp nhận", "Accepted"}, {"Đã từ chối", "Refused"}}};
  return kWords[static_cast<std::size_t>(state)];
}

Cell programme_of(const World& world, const TaskId& task) {
  const TaskState* state = world.tasks.find(task.value);
  return state ? Cell(name_of_programme(world, state->content.programme)) : Cell();
}

// The asked agencies that gave this answer, a line each; with their words, where the reader may read them.
std::string answers(const ViewContext& context, const CoordinationState& row, CoordinationAnswer answer) {
  const bool readable = context.sight.may_read({Aggregate::kCoordination, row.id.value});
  std::string lines;
  for (const AskedAgency& each : row.asked) {
    if (each.answer != answer) continue;
    lines += (lines.empty() ? "" : "\n") + name_of_agency(context.views.world, each.agency);
    const auto text = shown(readable, each.text);
    if (text && text->reason) lines += ": " + *text->reason;
    if (text && text->note) lines += ": " + *text->note;
    if (const auto reply = shown(readable, each.reply)) lines += " → " + reply->text;
  }
  return lines;
}
template <CoordinationAnswer kAnswer>
Cell answers_cell(const ViewContext& context, const CoordinationState& row) {
  return text_cell(answers(context, row, kAnswer));
}

Cell what_is_asked(const ViewContext& context, const CoordinationState& row) {
  const auto words = shown(context.sight.may_read({Aggregate::kCoordination, row.id.value}), row.words);
  return words ? text_cell(words->what) : Cell();
}
Cell close_reason(const ViewContext& context, const CoordinationState& row) {
  const auto text = shown(context.sight.may_read({Aggregate::kCoordination, row.id.value}), row.close_text);
  return text ? cell(text->reason) : Cell();
}

// By the place of the member in TaskFields.
constexpr std::array kTaskFields = {"Dòng cha",         "Nhiệm vụ",         "Nội dung", "Cơ quan chủ trì",
                                    "Cơ quan phối hợp", "Cơ quan xác nhận", "Thời hạn", "Sản phẩm"};

// The members of the task that would change, in words.
Cell proposed_members(const ViewContext&, const ProposalRow& row) {
  Message lines;
  for_each_member<TaskFields>([&](std::size_t index, auto member) {
    if (!row.made.set.has(index)) return;
    lines.vi += (lines.vi.empty() ? "" : "\n") + std::string(kTaskFields[index]);
    lines.en += (lines.en.empty() ? "" : "\n") + std::string(member.name);
  });
  return lines.vi.empty() ? Cell() : Cell(std::move(lines));
}

Cell note_of(const ViewContext& context, const ProposalRow& row) {
  const auto text = shown(context.sight.may_read({Aggregate::kProposal, row.id.value}), row.made.open);
  return text ? cell(text->note) : Cell();
}
Cell refusal_of(const ViewContext& context, const ProposalRow& row) {
  const auto text = shown(context.sight.may_read({Aggregate::kProposal, row.id.value}), row.refusal);
  return text ? cell(text->reason) : Cell();
}

const World& world_of(const ViewContext& context) {
  return context.views.world;
}

using Asked = CoordinationState;
const RowColumns<Asked>& coordination_columns() {
  using Context = ViewContext;
  static const RowColumns<Asked> kColumns = {
      {{{"Mã", "Id"}, 28}, [](const Context&, const Asked& row) { return Cell(row.id.value); }},
      {{{"Chương trình", "Programme"}, 24},
       [](const Context& at, const Asked& row) { return programme_of(world_of(at), row.task); }},
      {{{"Mã nhiệm vụ", "Task id"}, 18}, [](const Context&, const Asked& row) { return Cell(row.task.value); }},
      {{{"Nhiệm vụ", "Task"}, 50},
       [](const Context& at, const Asked& row) { return Cell(title_of_task(world_of(at), row.task)); }},
      {{{"Cơ quan đề nghị", "Asked by"}, 28},
       [](const Context& at, const Asked& row) { return Cell(name_of_agency(world_of(at), row.asked_by)); }},
      {{{"Ngày đề nghị", "Asked on"}, 12},
       [](const Context&, const Asked& row) { return Cell(vietnam_date(row.asked_at)); }},
      {{{"Nội dung đề nghị", "What is asked"}, 50}, what_is_asked},
      {{{"Trả lời trước hết ngày", "Due"}, 12}, [](const Context&, const Asked& row) { return Cell(row.due); }},
      {{{"Văn bản", "Document"}, 24}, [](const Context&, const Asked& row) { return document_cell(row.document); }},
      {{{"Tình trạng", "State"}, 18}, [](const Context&, const Asked& row) { return Cell(words_of(status_of(row))); }},
      {{{"Quá hạn", "Overdue"}, 10},
       [](const Context& at, const Asked& row) { return yes_cell(is_overdue(row, at.status_date)); }},
      {{{"Chưa trả lời", "Waiting for"}, 28}, answers_cell<CoordinationAnswer::kWaiting>},
      {{{"Đã xác nhận", "Confirmed"}, 28}, answers_cell<CoordinationAnswer::kConfirmed>},
      {{{"Có ý kiến khác", "Disputed"}, 28}, answers_cell<CoordinationAnswer::kDisputed>},
      {{{"Đã được trả lời", "Answered"}, 28}, answers_cell<CoordinationAnswer::kAnswered>},
      {{{"Lý do đóng", "Why it was closed"}, 28}, close_reason}};
  return kColumns;
}

using Plan = UnitPlanItem;
const RowColumns<Plan>& unit_plan_columns() {
  using Context = ViewContext;
  static const RowColumns<Plan> kColumns = {
      {{{"Mã", "Id"}, 24}, [](const Context&, const Plan& row) { return Cell(row.id.value); }},
      {{{"Cơ quan", "Agency"}, 36},
       [](const Context& at, const Plan& row) { return Cell(name_of_agency(world_of(at), row.agency)); }},
      {{{"Năm", "Year"}, 8}, [](const Context&, const Plan& row) { return Cell(row.year); }},
      {{{"Tình trạng", "State"}, 16}, [](const Context&, const Plan& row) { return Cell(words_of(row.state)); }},
      {{{"Hạn có kế hoạch", "Due"}, 12}, [](const Context&, const Plan& row) { return cell(row.due_on); }},
      {{{"Chưa có kế hoạch năm", "No plan"}, 12},
       [](const Context&, const Plan& row) { return yes_cell(row.missing); }},
      {{{"Bản", "Edition"}, 8},
       [](const Context&, const Plan& row) {
         return row.plan && !row.plan->editions.empty() ? Cell(row.plan->editions.back()->number) : Cell();
       }},
      {{{"Bị trả lại", "Returned"}, 10},
       [](const Context&, const Plan& row) { return yes_cell(row.plan && row.plan->returned); }},
      {{{"Số việc", "Lines"}, 10}, [](const Context&, const Plan& row) { return Cell(row.counts.lines); }},
      {{{"Không làm trong năm", "Not this year"}, 12},
       [](const Context&, const Plan& row) { return Cell(row.counts.left_out); }},
      {{{"Tất cả", "All"}, 10, kMilestones},
       [](const Context&, const Plan& row) { return Cell(row.counts.milestones); }},
      {{{"Mốc đạt", "Met"}, 10, kMilestones}, [](const Context&, const Plan& row) { return Cell(row.counts.met); }},
      {{{"Mốc quá hạn", "Overdue"}, 10, kMilestones},
       [](const Context&, const Plan& row) { return Cell(row.counts.overdue); }},
      {{{"Kết quả năm", "Results of the year"}, 12},
       [](const Context&, const Plan& row) { return Cell(row.counts.year_results); }}};
  return kColumns;
}

const RowColumns<ProposalRow>& proposal_columns() {
  using Context = ViewContext;
  using Row = ProposalRow;
  static const RowColumns<Row> kColumns = {
      {{{"Mã", "Id"}, 28}, [](const Context&, const Row& row) { return Cell(row.id.value); }},
      {{{"Chương trình", "Programme"}, 24},
       [](const Context& at, const Row& row) { return programme_of(world_of(at), row.made.task); }},
      {{{"Mã nhiệm vụ", "Task id"}, 18}, [](const Context&, const Row& row) { return Cell(row.made.task.value); }},
      {{{"Nhiệm vụ", "Task"}, 50},
       [](const Context& at, const Row& row) { return Cell(title_of_task(world_of(at), row.made.task)); }},
      {{{"Cơ quan đề xuất", "Proposed by"}, 28},
       [](const Context& at, const Row& row) { return Cell(name_of_agency(world_of(at), row.by)); }},
      {{{"Ngày đề xuất", "Proposed on"}, 12},
       [](const Context&, const Row& row) { return Cell(vietnam_date(row.made_at)); }},
      {{{"Hệ thống", "System"}, 16}, [](const Context&, const Row& row) { return cell(row.made.system); }},
      {{{"Mã ở hệ thống đó", "Id there"}, 18},
       [](const Context&, const Row& row) { return cell(row.made.external_id); }},
      {{{"Đề xuất thay đổi", "Would change"}, 28}, proposed_members},
      {{{"Văn bản", "Document"}, 24}, [](const Context&, const Row& row) { return document_cell(row.made.document); }},
      {{{"Ghi chú", "Note"}, 36}, note_of},
      {{{"Tình trạng", "State"}, 16}, [](const Context&, const Row& row) { return Cell(words_of(row.state)); }},
      {{{"Văn bản quyết định", "Decided by"}, 24},
       [](const Context&, const Row& row) { return document_cell(row.document); }},
      {{{"Lý do từ chối", "Why it was refused"}, 28}, refusal_of}};
  return kColumns;
}

}  // namespace

Sheet coordination_sheet(const ViewContext& context, const ListRows<CoordinationState>& rows) {
  return sheet_by(context, {"Đề nghị phối hợp", "Coordination"}, coordination_columns(), rows);
}

Sheet unit_plan_sheet(const ViewContext& context, const std::vector<UnitPlanItem>& rows) {
  return sheet_by(context, {"Kế hoạch năm của đơn vị", "Yearly plans"}, unit_plan_columns(), rows);
}

Sheet proposal_sheet(const ViewContext& context, const ListRows<ProposalRow>& rows) {
  return sheet_by(context, {"Đề xuất từ hệ thống khác", "Proposals"}, proposal_columns(), rows);
}

}  // namespace luuvet::api
