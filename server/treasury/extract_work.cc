#include "server/treasury/extract_work.h"

#include <algorithm>

#include "api/views/view_money.h"
#include "server/files/sha256.h"

namespace luuvet::server {
namespace {

using api::JsonObject;

std::string digest_of(std::string_view bytes) {
  Sha256 sha;
  sha.add(bytes);
  return sha.hex();
}

std::optional<TreasuryExtractId> same_file(const World& world, const std::string& digest) {
  std::optional<TreasuryExtractId> found;
  world.treasury_extracts.for_each([&](const auto& row) {
    if (row->digest == digest) found = row->id;
  });
  return found;
}

// Columns and head rows that the table does not have are nobody's.
void keep_what_is_there(const Table& table, ExtractTableUse& use) {
  std::size_t width = 0;
  for (const auto& row : table.rows) width = std::max(width, row.size());
  use.head_rows = std::min(use.head_rows, table.rows.size());
  std::erase_if(use.columns, [&](const ExtractColumn& each) {
    return each.column < 0 || static_cast<std::size_t>(each.column) >= width;
  });
}

// The table that is read and its columns: as set, else as remembered of such a head, else by its words.
void choose_columns(ExtractWork& work, const std::vector<KnownExtractHead>& known) {
  std::vector<std::optional<ExtractTableUse>> proposed;
  for (const Table& table : work.tables) proposed.push_back(propose_columns(table));
  const auto found = std::ranges::find_if(proposed, [](const auto& use) { return use.has_value(); });
  if (found != proposed.end()) work.table = static_cast<std::size_t>(found - proposed.begin());
  if (work.settings.table && static_cast<std::size_t>(*work.settings.table) < work.tables.size())
    work.table = static_cast<std::size_t>(*work.settings.table);
  work.use = proposed[work.table].value_or(ExtractTableUse{});
  if (work.settings.head_rows) work.use.head_rows = static_cast<std::size_t>(*work.settings.head_rows);
  const std::string key = extract_head_key(work.tables[work.table], work.use.head_rows);
  for (const KnownExtractHead& head : known)
    if (head.head == key && !key.empty()) work.use.columns = head.columns;
  if (work.settings.columns) work.use.columns = *work.settings.columns;
  keep_what_is_there(work.tables[work.table], work.use);
}

void add_notes(ExtractWork& work, bool too_many) {
  if (!names_code_and_amount(work.use))
    work.notes.push_back({"Chưa nhận ra các cột; hãy chọn cột mã và cột số tiền.",
                          "The columns are not known: choose those of code and amount."});
  if (too_many)
    work.notes.push_back({"Tệp có hơn 2.000 dòng; hãy chia tệp.", "The file has more than 2,000 rows: divide it."});
  if (work.settings.profile == ExtractProfile::kCumulative && !work.settings.as_at)
    work.notes.push_back({"Bảng lũy kế cần ngày chốt số liệu.", "Totals need the day up to which they go."});
  if (work.same_file) work.notes.push_back({"Đúng tệp này đã được ghi sổ.", "This very file was booked before."});
}

std::size_t count_of(const ExtractWork& work, MatchState state) {
  return static_cast<std::size_t>(std::ranges::count(work.matched.rows, state, &MatchedRow::state));
}

void write_counts(std::string& out, const ExtractWork& work) {
  JsonObject(out)
      .member("matched", count_of(work, MatchState::kMatched))
      .member("over_ceiling", count_of(work, MatchState::kOverCeiling))
      .member("unmatched", count_of(work, MatchState::kUnmatched))
      .member("known", count_of(work, MatchState::kKnown))
      .member("skipped", count_of(work, MatchState::kSkipped))
      .member("faulty", count_of(work, MatchState::kFaulty))
      .member("booked", 0)
      .member("waiting", 0);
}

void write_table(std::string& out, const ExtractWork& work, std::size_t at) {
  const Table& table = work.tables[at];
  const bool used = at == work.table;
  std::vector<std::string> heads;
  if (used && work.use.head_rows > 0 && work.use.head_rows <= table.rows.size())
    for (const TableCell& cell : table.rows[work.use.head_rows - 1]) heads.push_back(cell.text);
  JsonObject(out)
      .member("table", at)
      .member("name", table.name)
      .member("rows", table.rows.size())
      .member("head_rows", used ? work.use.head_rows : std::size_t{0})
      .member("heads", heads)
      .member("columns", used ? work.use.columns : std::vector<ExtractColumn>{})
      .member("used", used);
}

void write_matched(std::string& out, const MatchedRow& row, api::Language language) {
  const bool readable = row.state != MatchState::kFaulty;
  const bool moves =
      row.state == MatchState::kMatched || row.state == MatchState::kOverCeiling || row.state == MatchState::kUnmatched;
  api::ShownExtractRow shown{row.fact,
                             api::name_of(row.state),
                             moves      ? std::optional(row.amount)
                             : readable ? std::optional(row.fact.amount)
                                        : std::nullopt,
                             readable ? std::optional(row.fact.paid_on) : std::nullopt,
                             row.kind ? row.kind : row.fact.kind,
                             row.place,
                             row.owner,
                             std::nullopt};
  if (row.fault) shown.fault = api::in(language, *row.fault);
  api::write_extract_row(out, shown);
}

void add_head(JsonObject& object, const ExtractWork& work) {
  object.member("id", work.about.id).member("name", work.about.name).member("agency", work.about.agency);
  object.member("state", "staged").member("profile", work.settings.profile).member("as_at", work.settings.as_at);
  object.member("created_at", work.about.created_at).member("booked_at", nullptr).member("waiting", 0);
  object.member("digest", work.digest).member("same_file", work.same_file).member("settings", work.settings);
}

}  // namespace

std::variant<ExtractWork, Message> work_out(const ExtractShelf& shelf, const StagedAbout& about, const World& world) {
  const std::string bytes = shelf.files().bytes(about.id);
  auto read = read_extract(bytes);
  if (auto* fault = std::get_if<Message>(&read)) return std::move(*fault);
  ExtractWork work;
  work.about = about;
  work.digest = digest_of(bytes);
  work.settings = shelf.settings(about.id);
  work.tables = std::move(std::get<TablesRead>(read).tables);
  work.notes = std::move(std::get<TablesRead>(read).notes);
  work.head = world.head;
  work.same_file = same_file(world, work.digest);
  choose_columns(work, shelf.heads());
  const ExtractLines lines = lines_of(work.tables[work.table], work.use, work.settings);
  work.matched = match_extract(world, about.agency, lines.lines, work.settings);
  add_notes(work, lines.too_many);
  return work;
}

std::string extract_body(const ExtractWork& work, const World& world, api::Language language) {
  std::string body;
  {
    JsonObject object(body);
    add_head(object, work);
    object.with("tables", [&](std::string& out) {
      std::vector<std::size_t> all;
      for (std::size_t at = 0; at < work.tables.size(); ++at) all.push_back(at);
      api::write_array(out, all, [&](std::string& to, std::size_t at) { write_table(to, work, at); });
    });
    std::vector<std::string> notes;
    for (const Message& note : work.notes) notes.push_back(api::in(language, note));
    object.member("notes", notes);
    object.with("rows", [&](std::string& out) {
      api::write_array(out, work.matched.rows,
                       [&](std::string& to, const MatchedRow& row) { write_matched(to, row, language); });
    });
    object.with("counts", [&](std::string& out) { write_counts(out, work); });
    object.with("slip", [&](std::string& out) {
      api::write_array(out, work.matched.cells,
                       [&](std::string& to, const ExtractCell& cell) { api::write_slip_row(to, world, cell); });
    });
    object.member("sequence", work.head);
  }
  return body;
}

BookTreasuryExtract booking_of(const ExtractWork& work, const std::optional<DocumentRef>& document, Sequence based_on) {
  BookTreasuryExtract body;
  body.name = work.about.name;
  body.digest = work.digest;
  body.profile = work.settings.profile;
  body.as_at = work.settings.profile == ExtractProfile::kCumulative ? work.settings.as_at : std::nullopt;
  body.document = document;
  body.based_on = based_on;
  for (const MatchedRow& row : work.matched.rows) {
    const bool placed = row.state == MatchState::kMatched || row.state == MatchState::kOverCeiling;
    if (placed || row.state == MatchState::kUnmatched)
      body.rows.push_back({row.fact, placed ? row.place : std::nullopt, row.owner});
  }
  return body;
}

}  // namespace luuvet::server
