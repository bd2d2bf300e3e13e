#include "server/plans/workshop.h"

#include <algorithm>
#include <utility>

#include "api/json/json_object.h"
#include "domain/base/fold.h"
#include "server/plans/import_rows.h"

namespace luuvet::server {
namespace {

using api::JsonObject;

constexpr std::size_t kSampleRows = 6;

std::string head_key(const Table& table, std::size_t head_rows) {
  std::string key;
  for (const std::string& head : heads_of(table, head_rows)) key += fold(head) + "|";
  return key;
}

// The programme that is meant: one that is there, or the new one, which may have come to be there since.
std::optional<Programme> programme_of(const World& world, const ImportSettings& settings, const AgencyId& agency) {
  const auto id = settings.programme ? settings.programme
                  : settings.add     ? std::optional(settings.add->id)
                                     : std::nullopt;
  if (!id) return std::nullopt;
  if (const auto* state = world.programmes.find(id->value)) return state->content;
  if (!settings.add) return std::nullopt;
  Programme programme;
  programme.id = settings.add->id;
  programme.title = settings.add->title;
  programme.short_title = settings.add->short_title;
  programme.document = settings.add->document;
  programme.year_from = settings.add->year_from;
  programme.year_to = settings.add->year_to;
  programme.committee = settings.add->committee;
  programme.standing_agency = agency;
  const auto* standing = world.agencies.find(agency.value);
  if (standing) programme.province = standing->content.province;
  return programme;
}

// As people used the columns of such a head before, for this programme.
void recall(std::vector<TableUse>& uses, const std::vector<Table>& tables, const std::vector<KnownHead>& known,
            const std::string& programme) {
  for (TableUse& use : uses) {
    const Table& table = tables[static_cast<std::size_t>(use.table)];
    const std::string key = head_key(table, static_cast<std::size_t>(use.head_rows));
    for (const KnownHead& head : known)
      if (head.programme == programme && head.head == key) {
        use.columns = head.columns;
        use.kind = head.kind;
        use.scale = head.scale;
      }
  }
}

// Source documents of rows: those that stand there tell by which name.
DocumentId source_document(const World& world, const Programme& programme) {
  std::optional<DocumentId> found;
  world.tasks.for_each([&](const auto& task) {
    if (!found && task->content.programme == programme.id && task->content.source)
      found = task->content.source->document;
  });
  return found.value_or(programme.document);
}

void write_table(std::string& out, const WorkedOut& work, std::size_t at) {
  const Table& table = work.tables[at];
  const auto& uses = *work.settings.tables;
  const auto use = std::ranges::find(uses, static_cast<std::int64_t>(at), &TableUse::table);
  JsonObject object(out);
  object.member("table", at).member("name", table.name).member("rows", table.rows.size());
  object.member("heads", heads_of(table, use == uses.end() ? 1 : static_cast<std::size_t>(use->head_rows)));
  object.with("sample", [&](std::string& to) {
    const std::size_t shown = std::min(table.rows.size(), kSampleRows);
    const std::vector<std::vector<TableCell>> rows(table.rows.begin(),
                                                   table.rows.begin() + static_cast<std::ptrdiff_t>(shown));
    api::write_array(to, rows, [](std::string& inner, const std::vector<TableCell>& row) {
      std::vector<std::string> texts;
      for (const TableCell& cell : row) texts.push_back(cell.text);
      api::write_array(inner, texts, [](std::string& cell, const std::string& text) {
        api::JsonWriter<api::Absent::kShown>{cell}(text);
      });
    });
  });
  object.member("use", use == uses.end() ? std::nullopt : std::optional(*use));
}

Message too_many_rows() {
  const std::string most = std::to_string(kPlanRowsMax);
  return {"Tệp có hơn " + most + " dòng nhiệm vụ; xin chia thành nhiều tệp.",
          "The file has more than " + most + " rows: divide it."};
}

}  // namespace

std::variant<WorkedOut, Message> work_out(const Staging& staging, const StagedAbout& about, const World& world) {
  WorkedOut work{about, staging.settings(about.id), {}, {}, {}, {}, {}, world.head};
  auto read = read_tables(staging.bytes(about.id));
  if (auto* fault = std::get_if<Message>(&read)) return std::move(*fault);
  work.tables = std::move(std::get<TablesRead>(read).tables);
  work.notes = std::move(std::get<TablesRead>(read).notes);
  const auto programme = programme_of(world, work.settings, about.agency);
  if (!work.settings.tables) {
    work.settings.tables = propose_use(work.tables);
    recall(*work.settings.tables, work.tables, staging.heads(), programme ? programme->id.value : "");
    if (auto note = unread_columns_note(work.tables, *work.settings.tables)) work.notes.push_back(*std::move(note));
  }
  if (auto note = unread_note(work.tables, *work.settings.tables)) work.notes.push_back(*std::move(note));
  if (!programme) return work;
  FileRows rows = rows_of(work.tables, *work.settings.tables);
  if (rows.too_many) return too_many_rows();
  work.headings = rows.headings;
  const AgencyNames names = agency_names(world, programme->province);
  const PlanReading reading{names,
                            {static_cast<int>(programme->year_from), static_cast<int>(programme->year_to)},
                            programme->id,
                            source_document(world, *programme)};
  work.registers = compare_registers(world, reading, rows, work.settings.rows);
  std::erase_if(rows.rows, [](const FileRow& row) { return row.kind != TableKind::kTasks; });
  work.rows = compare_plan(world, reading, rows, work.settings.rows);
  return work;
}

std::string import_body(const WorkedOut& work, const World& world, api::Language language) {
  std::string body;
  {
    JsonObject object(body);
    object.members(work.about);
    const auto programme = programme_of(world, work.settings, work.about.agency);
    object.member("programme", programme ? std::optional(programme->id) : std::nullopt);
    object.member("add", programme && world.programmes.find(programme->id.value) ? std::nullopt : work.settings.add);
    std::vector<std::string> notes;
    for (const Message& note : work.notes) notes.push_back(api::in(language, note));
    object.member("notes", notes);
    object.with("tables", [&](std::string& out) {
      std::vector<std::size_t> places(work.tables.size());
      for (std::size_t at = 0; at < places.size(); ++at) places[at] = at;
      api::write_array(out, places, [&](std::string& to, std::size_t at) { write_table(to, work, at); });
    });
    object.with("rows", [&](std::string& out) { write_rows(out, work.rows, work.registers); });
    object.member("fixes", work.settings.rows);
    object.with("counts", [&](std::string& out) { write_counts(out, work.rows, work.registers); });
    object.member("sequence", work.head);
  }
  return body;
}

ImportPlan plan_of(const WorkedOut& work, const World& world, const AgencyId& standing, const DocumentRef& document,
                   Sequence based_on) {
  ImportPlan plan;
  plan.document = document;
  const auto programme = programme_of(world, work.settings, standing);
  if (!programme) return plan;
  plan.programme = programme->id;
  const bool there = world.programmes.find(programme->id.value) != nullptr;
  const std::vector<Section> sections = new_sections(work, *programme);
  if (!there) plan.add = programme;
  (there ? plan.sections : plan.add->sections) = sections;
  plan.items = items_of(world, work.rows);
  for (PlanItem& item : plan.items)
    if (item.based_on) item.based_on = std::min(*item.based_on, based_on);
  add_items(world, work.registers, based_on, plan);
  return plan;
}

std::vector<KnownHead> heads_in_use(const WorkedOut& work) {
  std::vector<KnownHead> heads;
  const std::string programme = work.settings.programme ? work.settings.programme->value : "";
  for (const TableUse& use : *work.settings.tables) {
    if (use.table < 0 || static_cast<std::size_t>(use.table) >= work.tables.size() || use.head_rows <= 0) continue;
    const Table& table = work.tables[static_cast<std::size_t>(use.table)];
    heads.push_back(
        {programme, head_key(table, static_cast<std::size_t>(use.head_rows)), use.columns, use.kind, use.scale});
  }
  return heads;
}

}  // namespace luuvet::server
