#include "api/sheets/sheet_words.h"

#include <array>

namespace luuvet::api {

const Message& words_of(Status status) {
  static const std::array<Message, 6> kWords = {{{"Chưa thực hiện", "Not started"},
                                                 {"Đang thực hiện", "In progress"},
                                                 {"Chờ xác nhận hoàn thành", "Awaiting acceptance"},
                                                 {"Hoàn thành", "Completed"},
                                                 {"Tạm dừng", "Suspended"},
                                                 {"Dừng thực hiện", "Cancelled"}}};
  return kWords[static_cast<std::size_t>(status)];
}

const Message& words_of(Timeliness timeliness) {
  static const std::array<Message, 12> kWords = {{{"Chưa đến kỳ", "Not due yet"},
                                                  {"Trong hạn", "On time"},
                                                  {"Sắp đến hạn", "Due soon"},
                                                  {"Quá hạn", "Overdue"},
                                                  {"Chờ hướng dẫn, điều kiện", "Waiting for guidance"},
                                                  {"Đã báo cáo kỳ này", "Reported this period"},
                                                  {"Chưa báo cáo kỳ này", "Not reported this period"},
                                                  {"Không xác định thời hạn", "No deadline"},
                                                  {"Hoàn thành đúng hạn", "Completed on time"},
                                                  {"Hoàn thành quá hạn", "Completed late"},
                                                  {"Đã dừng", "Stopped"},
                                                  {"Chưa xác nhận hiện trạng", "State not confirmed"}}};
  return kWords[static_cast<std::size_t>(timeliness)];
}

const Message& words_of(projections::AssessmentResult result) {
  static const std::array<Message, 8> kWords = {{{"Đạt", "Achieved"},
                                                 {"Đang đúng lộ trình", "On track"},
                                                 {"Chậm so với lộ trình", "Behind"},
                                                 {"Không đạt, hết hạn", "Missed"},
                                                 {"Chưa đến hạn", "Not due yet"},
                                                 {"Chưa đủ số liệu", "Incomplete"},
                                                 {"Chưa có số liệu", "No data"},
                                                 {"Không đánh giá được", "Not assessable"}}};
  return kWords[static_cast<std::size_t>(result)];
}

const Message& words_of(projections::PublicationState state) {
  static const std::array<Message, 4> kWords = {{{"Quá hạn công bố", "Publication overdue"},
                                                 {"Chưa đến hạn công bố", "Not due yet"},
                                                 {"Đã công bố", "Published"},
                                                 {"Công bố muộn", "Published late"}}};
  return kWords[static_cast<std::size_t>(state)];
}

const Message& words_of(FigureMark mark) {
  static const std::array<Message, 3> kWords = {{{"Chưa thẩm định", "Not verified"},
                                                 {"Đã thẩm định", "Verified"},
                                                 {"Đính chính, chờ thẩm định", "Restated, to be verified"}}};
  return kWords[static_cast<std::size_t>(mark)];
}

const Message& words_of(DoubtOutcome outcome) {
  static const std::array<Message, 4> kWords = {{{"Giữ nguyên", "Kept"},
                                                 {"Đã điều chỉnh", "Amended"},
                                                 {"Xác nhận cách hiểu", "Assumption confirmed"},
                                                 {"Không có vướng mắc", "No doubt"}}};
  return kWords[static_cast<std::size_t>(outcome)];
}

const Message& words_of(FundingSource source) {
  static const std::array<Message, kFundingSources> kWords = {{{"Ngân sách Trung ương", "Central budget"},
                                                               {"Ngân sách tỉnh", "Provincial budget"},
                                                               {"Ngân sách xã", "Commune budget"},
                                                               {"Doanh nghiệp và nguồn khác", "Private and other"}}};
  return kWords[static_cast<std::size_t>(source)];
}

std::string name_of_agency(const World& world, const AgencyId& agency) {
  if (const auto* state = world.agencies.find(agency.value)) return state->content.name;
  if (const auto* state = world.agency_groups.find(agency.value)) return state->content.name;
  return agency.value;
}

std::string names_of_agencies(const World& world, const std::vector<AgencyId>& agencies) {
  std::string names;
  for (const AgencyId& agency : agencies) {
    if (!names.empty()) names += "; ";
    names += name_of_agency(world, agency);
  }
  return names;
}

std::string name_of_programme(const World& world, const ProgrammeId& programme) {
  const auto* state = world.programmes.find(programme.value);
  return state ? state->content.short_title : programme.value;
}

std::string title_of_task(const World& world, const TaskId& task) {
  const TaskState* state = world.tasks.find(task.value);
  return state ? state->content.title : task.value;
}

std::string lines_of(const std::vector<ExternalId>& ids) {
  std::string lines;
  for (const ExternalId& each : ids) lines += (lines.empty() ? "" : "\n") + each.system + ": " + each.id;
  return lines;
}

std::string lines_of(const std::vector<Deliverable>& deliverables) {
  std::string lines;
  for (const Deliverable& deliverable : deliverables) {
    if (!lines.empty()) lines += '\n';
    lines += deliverable.text;
  }
  return lines;
}

Cell yes_cell(bool yes) {
  return yes ? Cell(Message{"Có", "Yes"}) : Cell();
}

Cell number_cell(const std::optional<Decimal>& decimal) {
  if (!decimal) return {};
  double value = static_cast<double>(decimal->mantissa);
  for (int i = 0; i < decimal->scale; ++i) value /= 10;
  return value;
}

Cell document_cell(const std::optional<DocumentRef>& document) {
  if (!document) return {};
  if (document->id) return Cell(document->id->value);
  const std::string day = document->later ? to_string(*document->later) : std::string();
  return Cell(Message{"Bổ sung văn bản trước ngày " + day, "Document to follow by " + day});
}

}  // namespace luuvet::api
