#include "api/sheets/sheet_rows.h"
#include "api/sheets/sheet_words.h"
#include "api/views/view_parts.h"

namespace luuvet::api {
namespace {

const Message kAgencies = {"Cơ quan", "Agencies"};
const Message kDeadline = {"Thời hạn", "Deadline"};
const Message kProgress = {"Tình hình thực hiện", "Progress"};

const Message kYes = {"Có", "Yes"};

const std::vector<Column>& task_columns() {
  static const std::vector<Column> kColumns = {{{"Mã", "Id"}, 18},
                                               {{"Phụ lục", "Annex"}, 8},
                                               {{"Mục", "Section"}, 8},
                                               {{"TT", "No."}, 8},
                                               {{"Mã dòng cha", "Parent"}, 14},
                                               {{"Nhiệm vụ", "Task"}, 50},
                                               {{"Nội dung", "Content"}, 50},
                                               {{"Cơ quan chủ trì", "Lead agencies"}, 28, kAgencies},
                                               {{"Cơ quan phối hợp", "Coordinating agencies"}, 28, kAgencies},
                                               {{"Cơ quan xác nhận", "Confirming agency"}, 24, kAgencies},
                                               {{"Thời gian thực hiện", "Deadline as printed"}, 20, kDeadline},
                                               {{"Ngày bắt đầu", "Start"}, 12, kDeadline},
                                               {{"Ngày đến hạn", "Due"}, 12, kDeadline},
                                               {{"Sản phẩm", "Deliverables"}, 36},
                                               {{"Trạng thái", "Status"}, 18, kProgress},
                                               {{"Kịp tiến độ", "Timeliness"}, 22, kProgress},
                                               {{"Tỷ lệ hoàn thành (%)", "Percent"}, 12, kProgress},
                                               {{"Vướng mắc", "Obstacle"}, 12, kProgress},
                                               {{"Mã ở hệ thống khác", "Ids of other systems"}, 24}};
  return kColumns;
}

Cell obstacle(const TaskItem& item, bool readable) {
  return readable && item.work.obstacle ? Cell(kYes) : Cell();
}

std::vector<Cell> row_of(const ViewContext& context, const TaskItem& item) {
  const Task& task = item.state->content;
  const World& world = context.views.world;
  const bool works = projections::is_leaf(*item.state);
  const bool readable = context.sight.may_read({Aggregate::kTask, task.id.value});
  const auto place = [&](const auto& of) {
    return task.source ? cell(std::optional<std::string>(of(*task.source))) : Cell();
  };
  return {Cell(task.id.value),
          place([](const Source& source) { return source.annex; }),
          place([](const Source& source) { return source.section.value_or(""); }),
          place([](const Source& source) { return source.number.value_or(""); }),
          task.parent ? Cell(task.parent->value) : Cell(),
          Cell(task.title),
          cell(task.content),
          cell(std::optional(names_of_agencies(world, task.lead_agencies))),
          cell(std::optional(names_of_agencies(world, task.coordinating_agencies))),
          task.confirming_agency.empty() ? Cell() : Cell(name_of_agency(world, task.confirming_agency)),
          cell(std::optional(task.deadline.text)),
          cell(item.work.window.start),
          cell(item.work.window.due),
          cell(std::optional(lines_of(task.deliverables))),
          works ? Cell(words_of(item.standing.status)) : Cell(),
          works ? Cell(words_of(item.standing.timeliness)) : Cell(),
          cell(item.standing.progress_percent),
          obstacle(item, readable),
          text_cell(lines_of(item.state->external_ids))};
}

const std::vector<Column>& assignment_columns() {
  static const std::vector<Column> kColumns = {{{"Mã phần việc", "Id"}, 24},
                                               {{"Nhiệm vụ", "Task"}, 50},
                                               {{"Đơn vị thực hiện", "Unit"}, 28},
                                               {{"Cơ quan chủ trì", "Lead agencies"}, 28},
                                               {{"Thời gian thực hiện", "Deadline as printed"}, 20, kDeadline},
                                               {{"Ngày đến hạn", "Due"}, 12, kDeadline},
                                               {{"Trạng thái", "Status"}, 18, kProgress},
                                               {{"Kịp tiến độ", "Timeliness"}, 22, kProgress},
                                               {{"Tỷ lệ hoàn thành (%)", "Percent"}, 12, kProgress},
                                               {{"Ngày bắt đầu", "Started on"}, 12, kProgress},
                                               {{"Ngày hoàn thành", "Completed on"}, 12, kProgress},
                                               {{"Kết quả báo cáo gần nhất", "Latest result"}, 40, kProgress},
                                               {{"Vướng mắc", "Obstacle"}, 36, kProgress},
                                               {{"Đề xuất, kiến nghị", "Proposal"}, 36, kProgress}};
  return kColumns;
}

// The words of the last approved statement, as far as the reader may read them.
ProgressText latest_words(const ViewContext& context, const AssignmentState& state) {
  const Subject subject{Aggregate::kAssignment, state.id.value};
  for (auto statement = state.statements.rbegin(); statement != state.statements.rend(); ++statement)
    if (statement->state == StatementState::kApproved)
      return shown(context.sight.may_read(subject, statement->agency), statement->text).value_or(ProgressText{});
  return {};
}

std::vector<Cell> row_of(const ViewContext& context, const AssignmentItem& item) {
  const AssignmentState& state = item.state;
  const Task& task = item.task->content;
  const World& world = context.views.world;
  const ProgressText text = latest_words(context, state);
  const bool joint = state.unit.value == kJointUnit;
  return {Cell(state.id.value),
          Cell(task.title),
          Cell(joint ? names_of_agencies(world, task.lead_agencies) : name_of_agency(world, state.unit)),
          cell(std::optional(names_of_agencies(world, task.lead_agencies))),
          cell(std::optional(task.deadline.text)),
          cell(item.window.due),
          Cell(words_of(item.status)),
          Cell(words_of(item.timeliness)),
          item.status == Status::kCompleted ? Cell(std::int64_t{100}) : cell(state.percent),
          cell(state.started_on),
          cell(state.completed_on),
          cell(text.result),
          text.obstacle ? cell(std::optional(text.obstacle->text)) : Cell(),
          cell(text.proposal)};
}

}  // namespace

Sheet task_sheet(const ViewContext& context, const std::vector<TaskItem>& items) {
  Sheet sheet{{"Nhiệm vụ", "Tasks"}, task_columns(), {}};
  for (const TaskItem& item : items) sheet.rows.push_back(row_of(context, item));
  return sheet;
}

Sheet assignment_sheet(const ViewContext& context, const std::vector<AssignmentItem>& items) {
  Sheet sheet{{"Phần việc", "Assignments"}, assignment_columns(), {}};
  for (const AssignmentItem& item : items) sheet.rows.push_back(row_of(context, item));
  return sheet;
}

}  // namespace luuvet::api
