// Programmes, committees with their members, groups of agencies, reporting duties and posts as sheets.
#include <array>

#include "api/sheets/sheet_rows.h"
#include "api/sheets/sheet_table.h"
#include "api/sheets/sheet_words.h"

namespace luuvet::api {
namespace {

using ProgrammeRow = RegisterState<Programme>;
using GroupRow = RegisterState<AgencyGroup>;
using CommitteeRow = RegisterState<Committee>;
using MemberRow = RegisterState<Member>;
using DutyRow = RegisterState<ReportingDuty>;
using Context = ViewContext;

const Message& words_of(Role role) {
  static const std::array<Message, 15> kWords = {{{"Chuyên viên", "Officer"},
                                                  {"Người đứng đầu", "Head"},
                                                  {"Cấp phó", "Deputy"},
                                                  {"Văn thư", "Clerk"},
                                                  {"Cơ quan thường trực", "Standing agency"},
                                                  {"Cơ quan tài chính", "Finance"},
                                                  {"Cơ quan thống kê", "Statistics"},
                                                  {"Thành viên Ban Chỉ đạo", "Committee member"},
                                                  {"Trưởng Ban Chỉ đạo", "Committee head"},
                                                  {"Thanh tra, kiểm tra", "Inspector"},
                                                  {"Giám sát xã hội", "Social supervision"},
                                                  {"Trung tâm điều hành", "IOC"},
                                                  {"Đơn vị ngoài chủ trì", "Outside lead"},
                                                  {"Quản trị hệ thống", "Administrator"},
                                                  {"Công chúng", "Public"}}};
  return kWords[static_cast<std::size_t>(role)];
}

struct Code {
  std::string_view code;
  Message words;
};
// The words for a code of the plans; an unknown one as it is.
template <std::size_t kSize>
Cell words_for(const std::array<Code, kSize>& codes, std::string_view code) {
  for (const Code& each : codes)
    if (each.code == code) return Cell(each.words);
  return text_cell(std::string(code));
}

Cell province_cell(std::string_view province) {
  static const std::array<Code, 3> kWords = {{{"lao-cai", {"Lào Cai", "Lào Cai"}},
                                              {"lai-chau", {"Lai Châu", "Lai Châu"}},
                                              {"trung-uong", {"Trung ương", "Central"}}}};
  return words_for(kWords, province);
}
Cell seat_cell(std::string_view role) {
  static const std::array<Code, 4> kWords = {{{"head", {"Trưởng ban", "Head"}},
                                              {"deputy-head", {"Phó Trưởng ban", "Deputy head"}},
                                              {"standing", {"Uỷ viên Thường trực", "Standing member"}},
                                              {"member", {"Uỷ viên", "Member"}}}};
  return words_for(kWords, role);
}
Cell rhythm_cell(const std::optional<std::string>& rhythm) {
  static const std::array<Code, 6> kWords = {{{"week", {"Hằng tuần", "Weekly"}},
                                              {"month", {"Hằng tháng", "Monthly"}},
                                              {"quarter", {"Hằng quý", "Quarterly"}},
                                              {"half-year", {"6 tháng", "Half-yearly"}},
                                              {"year", {"Hằng năm", "Yearly"}},
                                              {"ad-hoc", {"Đột xuất", "Ad hoc"}}}};
  return rhythm ? words_for(kWords, *rhythm) : Cell();
}

Cell agency_cell(const Context& context, const std::optional<AgencyId>& agency) {
  return agency && !agency->empty() ? Cell(name_of_agency(context.views.world, *agency)) : Cell();
}
Cell agencies_cell(const Context& context, const std::vector<AgencyId>& agencies) {
  return text_cell(names_of_agencies(context.views.world, agencies));
}
Cell committee_cell(const Context& context, const std::optional<CommitteeId>& committee) {
  if (!committee) return {};
  const auto* state = context.views.world.committees.find(committee->value);
  return Cell(state ? state->content.name : committee->value);
}
Cell lines_cell(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) lines += (lines.empty() ? "" : "\n") + text;
  return text_cell(std::move(lines));
}

template <class Row>
std::size_t rows_of(const Table<Row>& table, const ProgrammeId& programme) {
  std::size_t count = 0;
  table.for_each([&](const auto& row) {
    bool counted = row->content.programme == programme;
    if constexpr (requires { row->content.heading; }) counted = counted && !row->content.heading;
    count += counted ? 1 : 0;
  });
  return count;
}
std::size_t tasks_of(const Context& context, const ProgrammeId& programme) {
  std::size_t count = 0;
  context.views.world.tasks.for_each(
      [&](const auto& task) { count += task->content.programme == programme && projections::is_leaf(*task) ? 1 : 0; });
  return count;
}
Cell need_of(const Context& context, const ProgrammeRow& row) {
  Amount total = 0;
  context.views.world.budget_lines.for_each([&](const auto& line) {
    if (line->content.programme == row.content.id && line->content.need) total = plus(total, line->content.need->total);
  });
  return total == 0 ? Cell() : Cell(total);
}

// Who holds the post on the day, by name where the reader may know it.
Cell holders_of(const Context& context, const PostState& row) {
  std::string lines;
  for (const Holding& each : row.holdings) {
    if (!each.holds(context.status_date)) continue;
    const auto profile = context.profile_of ? context.profile_of(each.account) : std::nullopt;
    lines += (lines.empty() ? "" : "\n") + (profile && profile->name ? *profile->name : each.account.value);
  }
  return text_cell(std::move(lines));
}
Cell held_since(const Context& context, const PostState& row) {
  std::optional<Date> since;
  for (const Holding& each : row.holdings)
    if (each.holds(context.status_date)) since = each.from;
  return cell(since);
}

template <class Row>
RowColumn<Row> id_column() {
  return {{{"Mã", "Id"}, 24}, [](const Context&, const Row& row) { return Cell(row.content.id.value); }};
}
template <class Row>
RowColumn<Row> programme_column() {
  return {{{"Chương trình", "Programme"}, 24}, [](const Context& at, const Row& row) {
            return Cell(name_of_programme(at.views.world, row.content.programme));
          }};
}
template <class Row>
RowColumn<Row> province_column() {
  return {{{"Địa bàn", "Province"}, 12},
          [](const Context&, const Row& row) { return province_cell(row.content.province); }};
}

const RowColumns<ProgrammeRow>& programme_columns() {
  using Row = ProgrammeRow;
  static const RowColumns<Row> kColumns = {
      id_column<Row>(),
      {{{"Tên gọi", "Short title"}, 28}, [](const Context&, const Row& row) { return Cell(row.content.short_title); }},
      {{{"Tên đầy đủ", "Title"}, 60}, [](const Context&, const Row& row) { return Cell(row.content.title); }},
      {{{"Văn bản", "Document"}, 24}, [](const Context&, const Row& row) { return Cell(row.content.document.value); }},
      province_column<Row>(),
      {{{"Từ năm", "From"}, 8}, [](const Context&, const Row& row) { return Cell(row.content.year_from); }},
      {{{"Đến năm", "To"}, 8}, [](const Context&, const Row& row) { return Cell(row.content.year_to); }},
      {{{"Ngày ban hành", "Issued on"}, 12},
       [](const Context&, const Row& row) { return cell(row.content.issued_on); }},
      {{{"Ban Chỉ đạo", "Committee"}, 28},
       [](const Context& at, const Row& row) { return committee_cell(at, row.content.committee); }},
      {{{"Cơ quan thường trực", "Standing agency"}, 28},
       [](const Context& at, const Row& row) { return agency_cell(at, row.content.standing_agency); }},
      {{{"Nhiệm vụ", "Tasks"}, 10},
       [](const Context& at, const Row& row) { return count_cell(tasks_of(at, row.content.id)); }},
      {{{"Chỉ tiêu", "Indicators"}, 10},
       [](const Context& at, const Row& row) {
         return count_cell(rows_of(at.views.world.indicators, row.content.id));
       }},
      {{{"Dòng kinh phí", "Budget lines"}, 10},
       [](const Context& at, const Row& row) {
         return count_cell(rows_of(at.views.world.budget_lines, row.content.id));
       }},
      {{{"Nhu cầu kinh phí (đồng)", "Need (đồng)"}, 18}, need_of},
      {{{"Nghi vấn", "Doubts"}, 10},
       [](const Context& at, const Row& row) { return count_cell(rows_of(at.views.world.doubts, row.content.id)); }}};
  return kColumns;
}

const RowColumns<GroupRow>& group_columns() {
  using Row = GroupRow;
  static const RowColumns<Row> kColumns = {
      id_column<Row>(),
      {{{"Nhóm cơ quan", "Group"}, 40}, [](const Context&, const Row& row) { return Cell(row.content.name); }},
      {{{"Tên gọi khác trong văn bản", "Also called"}, 36},
       [](const Context&, const Row& row) { return lines_cell(row.content.aliases); }},
      province_column<Row>(),
      {{{"Số thành viên", "Members"}, 10},
       [](const Context&, const Row& row) { return count_cell(row.content.members.size()); }},
      {{{"Thành viên", "Members' names"}, 60},
       [](const Context& at, const Row& row) { return agencies_cell(at, row.content.members); }},
      {{{"Văn bản nêu đủ thành viên", "Complete"}, 12},
       [](const Context&, const Row& row) { return yes_cell(row.content.complete); }}};
  return kColumns;
}

Cell helpers_of(const Context& context, const CommitteeRow& row) {
  std::vector<std::string> lines;
  for (const HelperGroup& each : row.content.helper_groups)
    lines.push_back(each.name + ": " + name_of_agency(context.views.world, each.lead_agency));
  return lines_cell(lines);
}

const RowColumns<CommitteeRow>& committee_columns() {
  using Row = CommitteeRow;
  static const RowColumns<Row> kColumns = {
      id_column<Row>(),
      {{{"Ban Chỉ đạo", "Committee"}, 50}, [](const Context&, const Row& row) { return Cell(row.content.name); }},
      province_column<Row>(),
      {{{"Cấp", "Level"}, 12}, [](const Context&, const Row& row) { return text_cell(row.content.level); }},
      {{{"Cơ quan thường trực", "Standing agency"}, 28},
       [](const Context& at, const Row& row) { return agency_cell(at, row.content.standing_agency); }},
      {{{"Các Tổ giúp việc", "Helper groups"}, 50}, helpers_of},
      {{{"Văn bản", "Document"}, 24}, [](const Context&, const Row& row) {
         return row.content.document ? Cell(row.content.document->value) : Cell();
       }}};
  return kColumns;
}

const RowColumns<MemberRow>& member_columns() {
  using Row = MemberRow;
  static const RowColumns<Row> kColumns = {
      id_column<Row>(),
      {{{"Ban Chỉ đạo", "Committee"}, 40},
       [](const Context& at, const Row& row) { return committee_cell(at, row.content.committee); }},
      {{{"Chức danh", "Position"}, 40}, [](const Context&, const Row& row) { return Cell(row.content.position); }},
      {{{"Vai trò", "Role"}, 18}, [](const Context&, const Row& row) { return seat_cell(row.content.role); }},
      {{{"Cơ quan", "Agency"}, 28},
       [](const Context& at, const Row& row) { return agency_cell(at, row.content.agency); }},
      {{{"Nhiệm vụ được phân công", "Duties"}, 60},
       [](const Context&, const Row& row) { return lines_cell(row.content.duties); }},
      {{{"Phụ trách", "In charge of"}, 40},
       [](const Context& at, const Row& row) { return agencies_cell(at, row.content.in_charge_agencies); }}};
  return kColumns;
}

const RowColumns<DutyRow>& duty_columns() {
  using Row = DutyRow;
  static const RowColumns<Row> kColumns = {
      id_column<Row>(),
      programme_column<Row>(),
      {{{"Phụ lục", "Annex"}, 8}, [](const Context&, const Row& row) { return text_cell(row.content.source.annex); }},
      {{{"Mục", "Section"}, 8}, [](const Context&, const Row& row) { return cell(row.content.source.section); }},
      {{{"TT", "No."}, 8}, [](const Context&, const Row& row) { return cell(row.content.source.number); }},
      {{{"Nội dung", "Text"}, 60}, [](const Context&, const Row& row) { return Cell(row.content.text); }},
      {{{"Nơi báo cáo", "From"}, 36},
       [](const Context& at, const Row& row) { return agencies_cell(at, row.content.from_agencies); }},
      {{{"Nơi nhận", "To"}, 28},
       [](const Context& at, const Row& row) { return agency_cell(at, AgencyId{row.content.to}); }},
      {{{"Định kỳ", "Rhythm"}, 14}, [](const Context&, const Row& row) { return rhythm_cell(row.content.rhythm); }},
      {{{"Thời hạn", "Due"}, 28}, [](const Context&, const Row& row) { return cell(row.content.due_text); }}};
  return kColumns;
}

const RowColumns<PostState>& post_columns() {
  using Row = PostState;
  static const RowColumns<Row> kColumns = {
      id_column<Row>(),
      {{{"Chức danh", "Title"}, 36}, [](const Context&, const Row& row) { return Cell(row.content.title); }},
      {{{"Vai trò", "Role"}, 24}, [](const Context&, const Row& row) { return Cell(words_of(row.content.role)); }},
      {{{"Cơ quan", "Agency"}, 36},
       [](const Context& at, const Row& row) { return agency_cell(at, row.content.agency); }},
      {{{"Ban Chỉ đạo", "Committee"}, 36},
       [](const Context& at, const Row& row) { return committee_cell(at, row.content.committee); }},
      {{{"Mảng", "Areas"}, 24}, [](const Context&, const Row& row) { return lines_cell(row.content.areas); }},
      {{{"Trụ cột", "Pillar"}, 14}, [](const Context&, const Row& row) { return cell(row.content.pillar); }},
      {{{"Cơ quan bảo trợ", "Sponsor"}, 28},
       [](const Context& at, const Row& row) { return agency_cell(at, row.content.sponsor); }},
      {{{"Người đang giữ", "Holder"}, 28}, holders_of},
      {{{"Từ ngày", "Since"}, 12}, held_since}};
  return kColumns;
}

}  // namespace

Sheet sheet_of(const ViewContext& context, const Rows<ProgrammeRow>& rows) {
  return sheet_by(context, {"Chương trình, kế hoạch", "Programmes"}, programme_columns(), rows);
}

Sheet sheet_of(const ViewContext& context, const Rows<GroupRow>& rows) {
  return sheet_by(context, {"Nhóm cơ quan", "Agency groups"}, group_columns(), rows);
}

Sheet sheet_of(const ViewContext& context, const Rows<CommitteeRow>& rows) {
  return sheet_by(context, {"Ban Chỉ đạo", "Committees"}, committee_columns(), rows);
}

Sheet sheet_of(const ViewContext& context, const Rows<MemberRow>& rows) {
  return sheet_by(context, {"Thành viên", "Members"}, member_columns(), rows);
}

Sheet sheet_of(const ViewContext& context, const Rows<DutyRow>& rows) {
  return sheet_by(context, {"Chế độ báo cáo", "Reporting duties"}, duty_columns(), rows);
}

Sheet sheet_of(const ViewContext& context, const Rows<PostState>& rows) {
  return sheet_by(context, {"Vị trí", "Posts"}, post_columns(), rows);
}

}  // namespace luuvet::api
