#include "server/plans/plan_row.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/base/fold.h"

namespace luuvet::server {
namespace {

constexpr std::size_t kProposalsMax = 5;

struct KindWords {
  std::string_view folded;  // the product begins with, or has, these words
  DeliverableKind kind;
  bool anywhere;
};

// The first that fits counts.
constexpr std::array kKindWords = {
    KindWords{"bao cao ket qua", DeliverableKind::kReport, false},
    KindWords{"bao cao tien do", DeliverableKind::kReport, false},
    KindWords{"bao cao tinh hinh", DeliverableKind::kReport, false},
    KindWords{"bao cao tong hop", DeliverableKind::kReport, false},
    KindWords{"bao cao dinh ky", DeliverableKind::kReport, false},
    KindWords{"bao cao", DeliverableKind::kReport, false},
    KindWords{"ke hoach", DeliverableKind::kDocument, false},
    KindWords{"quyet dinh", DeliverableKind::kDocument, false},
    KindWords{"nghi quyet", DeliverableKind::kDocument, false},
    KindWords{"chuong trinh", DeliverableKind::kDocument, false},
    KindWords{"de an", DeliverableKind::kDocument, false},
    KindWords{"quy che", DeliverableKind::kDocument, false},
    KindWords{"quy dinh", DeliverableKind::kDocument, false},
    KindWords{"quy hoach", DeliverableKind::kDocument, false},
    KindWords{"to trinh", DeliverableKind::kDocument, false},
    KindWords{"cong van", DeliverableKind::kDocument, false},
    KindWords{"van ban", DeliverableKind::kDocument, true},
    KindWords{"mo hinh", DeliverableKind::kModel, true},
    KindWords{"hoi nghi", DeliverableKind::kEvent, true},
    KindWords{"hoi thao", DeliverableKind::kEvent, true},
    KindWords{"cuoc thi", DeliverableKind::kEvent, true},
    KindWords{"he thong", DeliverableKind::kSystem, true},
    KindWords{"nen tang", DeliverableKind::kSystem, true},
    KindWords{"phan mem", DeliverableKind::kSystem, true},
    KindWords{"co so du lieu", DeliverableKind::kSystem, true},
};

DeliverableKind kind_of(const std::string& folded) {
  for (const KindWords& words : kKindWords)
    if (words.anywhere ? folded.find(words.folded) != folded.npos : folded.starts_with(words.folded)) return words.kind;
  return DeliverableKind::kOther;
}

// "24 lớp": a number and what it counts.
std::optional<Deliverable> quantity_in(const std::string& text) {
  std::int64_t quantity = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), quantity);
  const bool counts = error == std::errc() && end != text.data() + text.size() && *end == ' ' && quantity > 0;
  if (!counts) return std::nullopt;
  const std::string unit = one_line(std::string_view(end + 1, text.data() + text.size()));
  if (unit.empty() || unit.find_first_of("0123456789/") != unit.npos) return std::nullopt;
  return Deliverable{text, DeliverableKind::kQuantity, quantity, unit};
}

// What a product mostly begins with: where such words stand before a comma and behind it, the comma parts two products.
constexpr std::array<std::string_view, 20> kBeginnings = {
    "bao cao",   "ke hoach", "quyet dinh",    "nghi quyet", "de an",     "quy che",     "quy dinh",
    "quy hoach", "to trinh", "cong van",      "van ban",    "huong dan", "thong bao",   "bien ban",
    "danh muc",  "ho so",    "co so du lieu", "du thao",    "bo chi so", "chuong trinh"};

bool begins_as_product(std::string_view text) {
  const std::string folded = fold(text) + " ";
  return std::ranges::any_of(kBeginnings,
                             [&](std::string_view words) { return folded.starts_with(std::string(words) + " "); });
}

// Where the first product of the cell ends. Within brackets nothing parts.
std::size_t end_of_product(std::string_view cell) {
  int depth = 0;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    const char c = cell[at];
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) --depth;
    if (c == '\n') return at;
    if (depth > 0) continue;
    if (c == ';') return at;
    if (c == ',' && begins_as_product(cell.substr(0, at)) && begins_as_product(cell.substr(at + 1))) return at;
  }
  return cell.size();
}

void apply(const RowFix& fix, FileRow& file) {
  if (fix.title) file.title = *fix.title;
  if (fix.content) file.content = *fix.content;
  if (fix.deadline) file.deadline = *fix.deadline;
  if (fix.deliverables) file.deliverables = *fix.deliverables;
}

void read_work(const PlanReading& reading, const RowFix* fix, PlanRow& row) {
  Task& task = row.task;
  const bool leads_fixed = fix && fix->lead_agencies, others_fixed = fix && fix->coordinating_agencies;
  task.lead_agencies =
      leads_fixed ? *fix->lead_agencies : read_agencies(reading, PlanField::kLead, row.file.lead, row.unknown);
  task.coordinating_agencies =
      others_fixed ? *fix->coordinating_agencies
                   : read_agencies(reading, PlanField::kCoordinating, row.file.coordinating, row.unknown);
  task.lead_text = text_or_none(one_line(row.file.lead));
  task.coordinating_text = text_or_none(one_line(row.file.coordinating));
  task.deadline = parse_deadline(one_line(row.file.deadline), reading.years);
  task.deliverables = read_deliverables(row.file.deliverables);
  task.deliverables_text = text_or_none(one_line(row.file.deliverables));
}

void find_doubts(PlanRow& row) {
  const auto doubt = [&](bool holds, RowDoubt what) {
    if (holds) row.doubts.push_back(what);
  };
  const Task& task = row.task;
  doubt(task.title.empty(), RowDoubt::kNoTitle);
  doubt(!row.unknown.empty(), RowDoubt::kUnknownAgency);
  doubt(task.lead_agencies.empty() && !task.is_group, RowDoubt::kNoLead);
  doubt(task.deadline.text.empty() && !task.is_group, RowDoubt::kNoDeadline);
  doubt(!task.deadline.text.empty() && task.deadline.kind == DeadlineKind::kNone, RowDoubt::kUnreadDeadline);
  doubt(task.deliverables.empty() && !task.is_group, RowDoubt::kNoDeliverable);
  doubt(row.file.joined, RowDoubt::kJoined);
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::optional<std::string> text_or_none(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::vector<AgencyId> read_agencies(const PlanReading& reading, PlanField field, const std::string& cell,
                                    std::vector<UnknownName>& unknown) {
  const NamedAgencies named = reading.names.resolve(cell);
  for (const std::string& words : named.rest) {
    UnknownName name{field, words, {}};
    for (std::string& id : reading.names.proposals(words, kProposalsMax)) name.proposals.push_back({std::move(id)});
    unknown.push_back(std::move(name));
  }
  std::vector<AgencyId> agencies;
  for (const std::string& id : named.ids) agencies.push_back({id});
  return agencies;
}

std::vector<Deliverable> read_deliverables(std::string_view cell) {
  std::vector<Deliverable> deliverables;
  while (!cell.empty()) {
    const std::size_t end = end_of_product(cell);
    std::string text = one_line(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    while (text.starts_with("- ") || text.starts_with("+ ")) text.erase(0, 2);
    if (text.empty()) continue;
    if (auto quantity = quantity_in(text))
      deliverables.push_back(*std::move(quantity));
    else
      deliverables.push_back({text, kind_of(fold(text)), std::nullopt, std::nullopt});
  }
  return deliverables;
}

std::optional<std::vector<ExternalId>> read_external_ids(std::string_view cell) {
  std::vector<ExternalId> ids;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find('\n'), cell.size());
    const std::string line = one_line(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (line.empty()) continue;
    const std::size_t colon = line.find(": ");
    if (colon == line.npos) return std::nullopt;
    ExternalId id{line.substr(0, colon), line.substr(colon + 2)};
    const bool fits = is_valid_agency_id(id.system) && id.id.size() <= kExternalIdBytesMax;
    if (!fits || std::ranges::count(ids, id) > 0 || ids.size() == kExternalIdsMax) return std::nullopt;
    ids.push_back(std::move(id));
  }
  return ids;
}

PlanRow read_row(const PlanReading& reading, FileRow file, const RowFix* fix) {
  PlanRow row;
  if (fix) apply(*fix, file);
  row.file = std::move(file);
  Task& task = row.task;
  task.programme = reading.programme;
  task.title = one_line(row.file.title);
  row.folded_title = fold(task.title);
  if (!row.file.content.empty()) task.content = one_line(row.file.content);
  task.source = Source{reading.document, row.file.annex, text_or_none(one_line(row.file.section)),
                       text_or_none(one_line(row.file.number))};
  task.is_group = row.file.lead.empty() && row.file.deadline.empty() && row.file.deliverables.empty();
  read_work(reading, fix, row);
  find_doubts(row);
  if (auto ids = read_external_ids(row.file.external_ids))
    row.external_ids = *std::move(ids);
  else
    row.doubts.push_back(RowDoubt::kUnreadIds);
  return row;
}

}  // namespace luuvet::server
