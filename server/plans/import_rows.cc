#include "server/plans/import_rows.h"

#include <algorithm>

#include "api/json/json_object.h"

namespace luuvet::server {
namespace {

using api::JsonObject;

// A figure of a register as it is read: the target of a year, the money of a year or of all.
struct Value {
  std::optional<std::int64_t> year;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(Value, (), (year, text))

void write_row(std::string& out, const ComparedRow& row) {
  const Task& task = row.kind == RowKind::kGone ? row.snapshot : row.row.task;
  JsonObject object(out);
  object.member("key", row.key).member("of", TableKind::kTasks).member("kind", row.kind).member("do", row.choice);
  object.member("subject", row.task ? std::optional("task/" + row.task->value) : std::nullopt);
  object.member("source", row.snapshot.source).member("is_group", row.snapshot.is_group);
  object.member("title", task.title).member("content", task.content);
  object.member("lead_agencies", task.lead_agencies).member("coordinating_agencies", task.coordinating_agencies);
  object.member("lead_text", task.lead_text).member("coordinating_text", task.coordinating_text);
  object.member("deadline", task.deadline).member("deliverables", task.deliverables);
  object.member("unit", std::optional<std::string>()).member("values", std::vector<Value>());
  object.member("cells", std::vector<Value>());
  object.member("doubts", row.row.doubts).member("unknown", row.row.unknown).member("differences", row.differences);
}

std::vector<Value> values_of(const Indicator& row) {
  std::vector<Value> values;
  for (const Target& target : row.targets) values.push_back({target.year, target.text});
  return values;
}

std::vector<Value> values_of(const BudgetLine& row) {
  std::vector<Value> values;
  if (!row.need) return values;
  values.push_back({std::nullopt, std::to_string(row.need->total)});
  for (const auto& [year, amount] : row.need->years)
    if (amount) values.push_back({std::stoll(year), std::to_string(*amount)});
  return values;
}

// Of one column each, blank ones too.
std::vector<Value> cells_of(const FileRow& file) {
  std::vector<Value> cells;
  for (const FileFigure& figure : file.figures) cells.push_back({figure.year, figure.text});
  return cells;
}

void write_bodies(JsonObject& object, const Indicator& row) {
  object.member("lead_agencies", row.tracking_agencies).member("coordinating_agencies", row.implementing_agencies);
  object.member("lead_text", row.tracking_text).member("coordinating_text", row.implementing_text);
}
void write_bodies(JsonObject& object, const BudgetLine& row) {
  object.member("lead_agencies", row.lead_agencies).member("coordinating_agencies", row.coordinating_agencies);
  object.member("lead_text", row.lead_text).member("coordinating_text", row.coordinating_text);
}

std::optional<std::string> unit_of(const Indicator& row) {
  return row.unit;
}
std::optional<std::string> unit_of(const BudgetLine&) {
  return std::nullopt;
}

template <class Content>
void write_register(std::string& out, const ComparedRegister& row, const Content& content) {
  const bool indicator = std::is_same_v<Content, Indicator>;
  JsonObject object(out);
  object.member("key", row.key).member("of", indicator ? TableKind::kIndicators : TableKind::kBudgetLines);
  object.member("kind", row.kind).member("do", row.choice).member("subject", row.subject);
  object.member("source", std::optional(content.source)).member("is_group", content.heading);
  object.member("title", content.name).member("content", std::optional<std::string>());
  write_bodies(object, content);
  object.member("deadline", Deadline{}).member("deliverables", std::vector<Deliverable>());
  object.member("unit", unit_of(content)).member("values", values_of(content)).member("cells", cells_of(row.file));
  object.member("doubts", row.doubts).member("unknown", row.unknown).member("differences", row.differences);
}

bool has_section(const Programme& programme, const Section& wanted) {
  return std::ranges::any_of(programme.sections, [&](const Section& each) {
    return each.annex == wanted.annex && each.section == wanted.section;
  });
}

// "I. Hạ tầng số" without the number.
std::string title_of(const Heading& heading) {
  const std::size_t end = heading.title.find_first_of(". ");
  const bool numbered = end != heading.title.npos && heading.title.substr(0, end) == heading.section;
  const std::size_t begin = numbered ? heading.title.find_first_not_of(". ", end) : 0;
  return one_line(begin == heading.title.npos ? heading.title : heading.title.substr(begin));
}

}  // namespace

void write_rows(std::string& out, const std::vector<ComparedRow>& rows,
                const std::vector<ComparedRegister>& registers) {
  out += '[';
  bool first = true;
  const auto next = [&] {
    if (!std::exchange(first, false)) out += ',';
  };
  for (const ComparedRow& row : rows) next(), write_row(out, row);
  for (const ComparedRegister& row : registers) {
    next();
    std::visit([&](const auto& content) { write_register(out, row, content); }, row.row);
  }
  out += ']';
}

void write_counts(std::string& out, const std::vector<ComparedRow>& rows,
                  const std::vector<ComparedRegister>& registers) {
  const auto count = [&](RowKind kind) {
    return static_cast<std::uint64_t>(std::ranges::count(rows, kind, &ComparedRow::kind) +
                                      std::ranges::count(registers, kind, &ComparedRegister::kind));
  };
  const auto doubtful =
      std::ranges::count_if(rows, [](const ComparedRow& row) { return !row.row.doubts.empty(); }) +
      std::ranges::count_if(registers, [](const ComparedRegister& row) { return !row.doubts.empty(); });
  JsonObject(out)
      .member("new", count(RowKind::kNew))
      .member("changed", count(RowKind::kChanged))
      .member("dispute", count(RowKind::kDispute))
      .member("untouched", count(RowKind::kUntouched))
      .member("gone", count(RowKind::kGone))
      .member("doubtful", static_cast<std::uint64_t>(doubtful));
}

std::vector<Section> new_sections(const WorkedOut& work, const Programme& programme) {
  std::vector<Section> sections;
  const auto add = [&](const std::string& annex, const std::optional<std::string>& section) {
    Section next{annex, section, section.value_or(annex)};
    for (const Heading& heading : work.headings)
      if (heading.annex == annex && heading.section == section.value_or("")) next.title = title_of(heading);
    const bool known = std::ranges::any_of(
        sections, [&](const Section& each) { return each.annex == next.annex && each.section == next.section; });
    if (!known && !next.title.empty() && !has_section(programme, next)) sections.push_back(std::move(next));
  };
  for (const ComparedRow& row : work.rows)
    if (const auto& source = row.snapshot.source; source && row.choice == RowChoice::kAdd)
      add(source->annex, source->section);
  for (const ComparedRegister& row : work.registers)
    if (row.choice == RowChoice::kAdd)
      std::visit([&](const auto& content) { add(content.source.annex, content.source.section); }, row.snapshot);
  return sections;
}

}  // namespace luuvet::server
