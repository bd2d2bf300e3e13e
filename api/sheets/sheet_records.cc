// Missions, big problems and rows of registers as sheets.
#include <array>

#include "api/reads/read_records.h"
#include "api/sheets/sheet_words.h"

namespace luuvet::api {
namespace {

const Message kMoney = {"Kinh phí (đồng)", "Money (đồng)"};

const Message& words_of(MissionKind kind) {
  static const std::array<Message, 4> kWords = {
      {{"Đề tài", "Topic"}, {"Dự án", "Project"}, {"Đề án", "Scheme"}, {"Khác", "Other"}}};
  return kWords[static_cast<std::size_t>(kind)];
}
const Message& words_of(MissionStage stage) {
  static const std::array<Message, 8> kWords = {{{"Đã đặt hàng", "Ordered"},
                                                 {"Đã chọn tổ chức chủ trì", "Selected"},
                                                 {"Đã ký hợp đồng", "Contracted"},
                                                 {"Đang thực hiện", "Under way"},
                                                 {"Đã nghiệm thu", "Accepted"},
                                                 {"Đã chuyển giao", "Transferred"},
                                                 {"Đã đánh giá ứng dụng", "Followed up"},
                                                 {"Đã dừng", "Stopped"}}};
  return kWords[static_cast<std::size_t>(stage)];
}
const Message& words_of(BigProblemState state) {
  static const std::array<Message, 3> kWords = {
      {{"Đang giải quyết", "Open"}, {"Đã giải quyết", "Solved"}, {"Thôi không làm", "Dropped"}}};
  return kWords[static_cast<std::size_t>(state)];
}
const Message& words_of(Register kind) {
  static const std::array<Message, 5> kWords = {{{"Gói thầu", "Tender package"},
                                                 {"Dự án PPP, xã hội hóa, ODA", "PPP, socialised, ODA"},
                                                 {"Dịch vụ thuê", "Hired service"},
                                                 {"Nền tảng dùng chung", "Shared platform"},
                                                 {"Mô hình", "Model"}}};
  return kWords[static_cast<std::size_t>(kind)];
}
const Message& words_of(RegisterForm form) {
  static const std::array<Message, 10> kWords = {{{"Đấu thầu rộng rãi", "Open bidding"},
                                                  {"Đấu thầu hạn chế", "Limited bidding"},
                                                  {"Chỉ định thầu", "Direct appointment"},
                                                  {"Chào hàng cạnh tranh", "Competitive quotation"},
                                                  {"Mua sắm trực tiếp", "Direct purchase"},
                                                  {"Tự thực hiện", "Self-execution"},
                                                  {"Khác", "Other"},
                                                  {"PPP", "PPP"},
                                                  {"Xã hội hóa", "Socialised"},
                                                  {"ODA", "ODA"}}};
  return kWords[static_cast<std::size_t>(form)];
}

Cell name_of(const World& world, const std::optional<Organisation>& body) {
  if (!body) return {};
  return body->agency ? Cell(name_of_agency(world, *body->agency)) : cell(body->name);
}

std::string lines_of(const std::vector<TaskId>& tasks) {
  std::string lines;
  for (const TaskId& task : tasks) lines += (lines.empty() ? "" : "\n") + task.value;
  return lines;
}

std::string places_of(const World& world, const std::vector<Organisation>& places) {
  std::string lines;
  for (const Organisation& each : places) {
    if (!lines.empty()) lines += '\n';
    lines += each.agency ? name_of_agency(world, *each.agency) : each.name.value_or(std::string());
  }
  return lines;
}

Cell text_or_blank(std::string text) {
  return text.empty() ? Cell() : Cell(std::move(text));
}

std::int64_t met(const std::vector<PlannedStep>& steps) {
  std::int64_t count = 0;
  for (const PlannedStep& step : steps) count += step.done_on ? 1 : 0;
  return count;
}

std::vector<Cell> cells_of(const World& world, const MissionState& state) {
  const Mission& row = state.content;
  const MissionCourse& course = state.course;
  return {Cell(row.id.value),
          Cell(row.title),
          Cell(words_of(row.kind)),
          Cell(words_of(course.stage)),
          Cell(name_of_agency(world, row.managing_agency)),
          name_of(world, row.host),
          text_or_blank(lines_of(row.tasks)),
          cell(row.from),
          cell(row.to),
          cell(row.budget),
          course.contract ? Cell(course.contract->amount) : Cell(),
          Cell(course.disbursed()),
          course.acceptance ? Cell(course.acceptance->on) : Cell(),
          cell(follow_up_due(course)),
          Cell(static_cast<std::int64_t>(course.milestones.size())),
          Cell(met(course.milestones))};
}

std::vector<Cell> cells_of(const World& world, const RegisterEntryState& state) {
  const RegisterEntry& row = state.content;
  return {Cell(row.id.value),
          Cell(words_of(row.register_)),
          Cell(row.name),
          Cell(name_of_agency(world, row.agency)),
          row.task ? Cell(row.task->value) : Cell(),
          row.budget_line ? Cell(row.budget_line->value) : Cell(),
          row.form ? Cell(words_of(*row.form)) : Cell(),
          cell(row.number),
          cell(row.partner),
          cell(row.amount),
          cell(row.published_on),
          cell(row.opened_on),
          cell(row.signed_on),
          cell(row.from),
          cell(row.to),
          text_or_blank(names_of_agencies(world, row.users)),
          cell(row.address),
          cell(row.place),
          cell(row.result),
          text_or_blank(places_of(world, row.replicated)),
          state.ended ? Cell(state.ended->fact.on) : Cell()};
}

}  // namespace

Sheet mission_sheet(const ViewContext& context, const std::vector<std::shared_ptr<const MissionState>>& rows) {
  Sheet sheet{{"Nhiệm vụ KH&CN", "Missions"},
              {{{"Mã", "Id"}, 28},
               {{"Tên nhiệm vụ", "Title"}, 50},
               {{"Loại", "Kind"}, 12},
               {{"Giai đoạn", "Stage"}, 20},
               {{"Cơ quan quản lý", "Managing agency"}, 28},
               {{"Tổ chức chủ trì", "Host"}, 28},
               {{"Nhiệm vụ phục vụ", "Tasks"}, 20},
               {{"Từ ngày", "From"}, 12},
               {{"Đến ngày", "To"}, 12},
               {{"Dự toán", "Budget"}, 18, kMoney},
               {{"Hợp đồng", "Contract"}, 18, kMoney},
               {{"Đã giải ngân", "Disbursed"}, 18, kMoney},
               {{"Ngày nghiệm thu", "Accepted on"}, 12},
               {{"Hạn đánh giá ứng dụng", "Follow-up due"}, 12},
               {{"Số mốc", "Milestones"}, 10},
               {{"Mốc đã đạt", "Met"}, 10}},
              {}};
  for (const auto& row : rows) sheet.rows.push_back(cells_of(context.views.world, *row));
  return sheet;
}

Sheet big_problem_sheet(const ViewContext& context, const std::vector<std::shared_ptr<const BigProblemRow>>& rows) {
  const World& world = context.views.world;
  Sheet sheet{{"Bài toán lớn", "Big problems"},
              {{{"Mã", "Id"}, 28},
               {{"Bài toán", "Problem"}, 50},
               {{"Sản phẩm", "Product"}, 40},
               {{"Thước đo", "Measure"}, 28},
               {{"Cơ quan chủ trì", "Lead agency"}, 28},
               {{"Nơi tiếp nhận", "Receiver"}, 28},
               {{"Nhiệm vụ", "Tasks"}, 20},
               {{"Trạng thái", "State"}, 16},
               {{"Số mốc", "Milestones"}, 10},
               {{"Mốc đã đạt", "Met"}, 10}},
              {}};
  for (const auto& each : rows) {
    const BigProblem& row = each->content;
    const auto& steps = each->course.milestones;
    sheet.rows.push_back({Cell(row.id.value), Cell(row.problem), Cell(row.product), cell(row.measure),
                          Cell(name_of_agency(world, row.lead_agency)), name_of(world, row.receiver),
                          text_or_blank(lines_of(row.tasks)), Cell(words_of(each->course.state())),
                          Cell(static_cast<std::int64_t>(steps.size())), Cell(met(steps))});
  }
  return sheet;
}

Sheet register_sheet(const ViewContext& context, const std::vector<std::shared_ptr<const RegisterEntryState>>& rows) {
  Sheet sheet{{"Sổ theo dõi", "Registers"},
              {{{"Mã", "Id"}, 28},
               {{"Sổ", "Register"}, 18},
               {{"Tên", "Name"}, 50},
               {{"Cơ quan", "Agency"}, 28},
               {{"Nhiệm vụ", "Task"}, 18},
               {{"Dòng kinh phí", "Budget line"}, 18},
               {{"Hình thức", "Form"}, 18},
               {{"Số TBMT", "Notice number"}, 16},
               {{"Nhà thầu, đối tác, bên cung cấp", "Partner"}, 28},
               {{"Số tiền (đồng)", "Amount (đồng)"}, 18},
               {{"Ngày đăng", "Published"}, 12},
               {{"Ngày mở thầu", "Opened"}, 12},
               {{"Ngày ký", "Signed"}, 12},
               {{"Từ ngày", "From"}, 12},
               {{"Đến ngày", "To"}, 12},
               {{"Đơn vị dùng", "Users"}, 28},
               {{"Địa chỉ truy cập", "Address"}, 28},
               {{"Nơi thực hiện", "Place"}, 24},
               {{"Kết quả", "Result"}, 28},
               {{"Nơi nhân rộng", "Replicated"}, 28},
               {{"Ngày kết thúc", "Ended on"}, 12}},
              {}};
  for (const auto& row : rows) sheet.rows.push_back(cells_of(context.views.world, *row));
  return sheet;
}

}  // namespace luuvet::api
