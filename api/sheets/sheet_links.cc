// Links between rows, and what contradicts itself in the papers, as sheets.
#include <algorithm>
#include <array>

#include "api/sheets/sheet_lists.h"
#include "api/sheets/sheet_table.h"
#include "api/sheets/sheet_words.h"
#include "api/views/view_parts.h"
#include "domain/links/link_rows.h"

namespace luuvet::api {
namespace {

using projections::ContradictionItem;
using projections::ContradictionKind;
using projections::ContradictionPlace;

const Message kFirst = {"Dòng A", "Row A"};
const Message kSecond = {"Dòng B", "Row B"};

const Message& words_of(LinkKind kind) {
  static const std::array<Message, 3> kWords = {
      {{"Trùng nhau", "Twins"}, {"Liên quan", "Related"}, {"Cấp vốn", "Funds"}}};
  return kWords[static_cast<std::size_t>(kind)];
}
const Message& words_of(LinkStatus status) {
  static const std::array<Message, 4> kWords = {
      {{"Đã đề nghị", "Proposed"}, {"Đã liên kết", "Linked"}, {"Không trùng", "Rejected"}, {"Đã tách", "Parted"}}};
  return kWords[static_cast<std::size_t>(status)];
}
const Message& words_of(LinkField field) {
  static const std::array<Message, 6> kWords = {{{"Tên, nội dung", "Title, content"},
                                                 {"Thời hạn", "Deadline"},
                                                 {"Cơ quan chủ trì", "Leads"},
                                                 {"Cơ quan phối hợp", "Coordinating agencies"},
                                                 {"Sản phẩm", "Deliverables"},
                                                 {"Mục tiêu", "Targets"}}};
  return kWords[static_cast<std::size_t>(field)];
}
const Message& words_of(ContradictionKind kind) {
  static const std::array<Message, 11> kWords = {{{"Thời hạn khác nhau", "Deadlines"},
                                                  {"Chủ trì khác nhau", "Leads"},
                                                  {"Mục tiêu không khớp", "Targets"},
                                                  {"Con số trong lời văn khác chỉ tiêu", "Number in the words"},
                                                  {"Mục tiêu đổi chiều", "Turning targets"},
                                                  {"Đơn vị tính khác nhau", "Units"},
                                                  {"Trách nhiệm khác nhau", "Responsibility"},
                                                  {"Sản phẩm không hợp với việc", "Product"},
                                                  {"Sản phẩm của việc khác", "Another's product"},
                                                  {"Đánh số trùng hoặc sót", "Numbering"},
                                                  {"Danh sách địa bàn khác nhau", "Lists of places"}}};
  return kWords[static_cast<std::size_t>(kind)];
}

void add_line(Message& lines, const Message& line) {
  if (!lines.vi.empty()) (lines.vi += '\n', lines.en += '\n');
  lines.vi += line.vi;
  lines.en += line.en;
}
Cell cell_of(Message lines) {
  return lines.vi.empty() ? Cell() : Cell(std::move(lines));
}

Cell programme_of(const World& world, const std::string& subject) {
  const auto programme = programme_of_row(world, subject);
  return programme ? Cell(name_of_programme(world, *programme)) : Cell();
}

template <std::size_t kSide>
const std::string& side(const LinkState& row) {
  static const std::string kNone;
  return kSide < row.pair.subjects.size() ? row.pair.subjects[kSide] : kNone;
}
template <std::size_t kSide>
Cell subject_cell(const ViewContext&, const LinkState& row) {
  return text_cell(side<kSide>(row));
}
template <std::size_t kSide>
Cell programme_cell(const ViewContext& context, const LinkState& row) {
  return programme_of(context.views.world, side<kSide>(row));
}
template <std::size_t kSide>
Cell title_cell(const ViewContext& context, const LinkState& row) {
  return text_cell(title_of_row(context.views.world, side<kSide>(row)));
}
// The fields in which this side holds.
template <std::size_t kSide>
Cell binding_cell(const ViewContext&, const LinkState& row) {
  Message lines;
  for (const Binding& each : row.binding)
    if (each.subject == side<kSide>(row)) add_line(lines, words_of(each.field));
  return cell_of(std::move(lines));
}

Cell differing_cell(const ViewContext& context, const LinkState& row) {
  if (row.pair.subjects.size() != 2) return {};
  Message lines;
  for (const LinkField field : differing_fields(context.views.world, row.pair)) add_line(lines, words_of(field));
  return cell_of(std::move(lines));
}

Cell reason_cell(const ViewContext& context, const LinkState& row) {
  const auto text = shown(context.sight.may_read({Aggregate::kLink, row.id.value}, row.agency), row.text);
  return text ? cell(text->reason) : Cell();
}

const RowColumns<LinkState>& link_columns() {
  using Context = ViewContext;
  using Row = LinkState;
  static const RowColumns<Row> kColumns = {
      {{{"Mã", "Id"}, 28}, [](const Context&, const Row& row) { return Cell(row.id.value); }},
      {{{"Loại", "Kind"}, 14}, [](const Context&, const Row& row) { return Cell(words_of(row.pair.kind)); }},
      {{{"Tình trạng", "Status"}, 14}, [](const Context&, const Row& row) { return Cell(words_of(row.status)); }},
      {{{"Mã dòng", "Row"}, 24, kFirst}, subject_cell<0>},
      {{{"Chương trình", "Programme"}, 24, kFirst}, programme_cell<0>},
      {{{"Tên", "Title"}, 50, kFirst}, title_cell<0>},
      {{{"Có hiệu lực ở", "Binds in"}, 20, kFirst}, binding_cell<0>},
      {{{"Mã dòng", "Row"}, 24, kSecond}, subject_cell<1>},
      {{{"Chương trình", "Programme"}, 24, kSecond}, programme_cell<1>},
      {{{"Tên", "Title"}, 50, kSecond}, title_cell<1>},
      {{{"Có hiệu lực ở", "Binds in"}, 20, kSecond}, binding_cell<1>},
      {{{"Khác nhau", "Differ in"}, 20}, differing_cell},
      {{{"Văn bản quyết định", "Document"}, 24},
       [](const Context&, const Row& row) { return document_cell(row.document); }},
      {{{"Lý do", "Reason"}, 36}, reason_cell},
      {{{"Cơ quan đề nghị", "Proposed by"}, 28},
       [](const Context& at, const Row& row) {
         return row.proposed_by.empty() ? Cell() : Cell(name_of_agency(at.views.world, row.proposed_by));
       }},
      {{{"Ngày", "Day"}, 12}, [](const Context&, const Row& row) { return Cell(vietnam_date(row.time)); }}};
  return kColumns;
}

// Every place of a contradiction, a line each, by what `of(place)` says of it.
template <class Of>
Cell places_cell(const ContradictionItem& row, const Of& of) {
  std::string lines;
  for (const ContradictionPlace& place : row.found->places) lines += (lines.empty() ? "" : "\n") + of(place);
  return text_cell(std::move(lines));
}

template <class Ids>
Cell ids_cell(const Ids& ids) {
  std::string lines;
  for (const auto& id : ids) lines += (lines.empty() ? "" : "\n") + id.value;
  return text_cell(std::move(lines));
}

const RowColumns<ContradictionItem>& contradiction_columns() {
  using Context = ViewContext;
  using Row = ContradictionItem;
  using Place = ContradictionPlace;
  static const RowColumns<Row> kColumns = {
      {{{"Mã", "Id"}, 28}, [](const Context&, const Row& row) { return Cell(row.found->id); }},
      {{{"Loại", "Kind"}, 28}, [](const Context&, const Row& row) { return Cell(words_of(row.found->kind)); }},
      {{{"Giống nhau (%)", "Alike (%)"}, 10},
       [](const Context&, const Row& row) { return Cell(std::int64_t{row.found->score}); }},
      {{{"Mã các dòng", "Rows"}, 28},
       [](const Context&, const Row& row) {
         return places_cell(row, [](const Place& place) { return place.subject; });
       }},
      {{{"Chương trình", "Programmes"}, 28},
       [](const Context& at, const Row& row) {
         return places_cell(row, [&](const Place& place) {
           const auto programme = programme_of_row(at.views.world, place.subject);
           return programme ? name_of_programme(at.views.world, *programme) : std::string();
         });
       }},
      {{{"Tên các dòng", "Titles"}, 50},
       [](const Context& at, const Row& row) {
         return places_cell(row, [&](const Place& place) { return title_of_row(at.views.world, place.subject); });
       }},
      {{{"Nguyên văn", "As printed"}, 50},
       [](const Context&, const Row& row) { return places_cell(row, [](const Place& place) { return place.text; }); }},
      {{{"Nghi vấn", "Doubts"}, 24}, [](const Context&, const Row& row) { return ids_cell(row.cover.doubts); }},
      {{{"Liên kết", "Links"}, 24}, [](const Context&, const Row& row) { return ids_cell(row.cover.links); }},
      {{{"Đã xử lý", "Settled"}, 10}, [](const Context&, const Row& row) { return yes_cell(row.cover.settled); }}};
  return kColumns;
}

}  // namespace

Sheet link_sheet(const ViewContext& context, const ListRows<LinkState>& rows) {
  return sheet_by(context, {"Liên kết", "Links"}, link_columns(), rows);
}

Sheet contradiction_sheet(const ViewContext& context, const std::vector<ContradictionItem>& rows) {
  return sheet_by(context, {"Mâu thuẫn trong văn bản", "Contradictions"}, contradiction_columns(), rows);
}

}  // namespace luuvet::api
