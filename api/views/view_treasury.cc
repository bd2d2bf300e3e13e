// Extracts of the treasury to JSON: one that was booked, and the pieces that a staged one shares with it.
#include "api/views/view_money.h"

namespace luuvet::api {

void write_extract_row(std::string& out, const ShownExtractRow& row) {
  JsonObject(out)
      .member("row", row.fact.row)
      .member("key", row.fact.key)
      .member("state", row.state)
      .member("code", row.fact.code)
      .member("text", row.fact.text)
      .member("kind", row.kind)
      .member("amount", row.amount)
      .member("paid_on", row.paid_on)
      .member("voucher", row.fact.voucher)
      .member("place", row.place)
      .member("owner", row.owner)
      .member("fault", row.fault);
}

ShownExtractRow shown_row(const ExtractRow& row) {
  static constexpr std::string_view kStates[] = {"booked", "waiting", "skipped"};
  const bool booked = row.state == ExtractRowState::kBooked;
  const Amount amount = booked && !row.fact.kind ? (row.booked < 0 ? -row.booked : row.booked) : row.fact.amount;
  return {row.fact,      kStates[static_cast<std::size_t>(row.state)],
          amount,        row.fact.paid_on,
          row.fact.kind, row.place,
          row.owner,     std::nullopt};
}

void write_slip_row(std::string& out, const World& world, const ExtractCell& cell) {
  const ExtractPlace& place = cell.place;
  const BudgetBook* book = world.budget_books.find(place.line.value);
  const BudgetComponent* component = book ? find_component(*book, place.component) : nullptr;
  const Amount allocated = component ? cell_of(*component, place.budget_year, place.funding_source).allocated : 0;
  JsonObject(out)
      .member("line", place.line)
      .member("line_name", line_name(world, place.line))
      .member("component", place.component)
      .member("component_name", component ? component->content.name : std::string())
      .member("budget_year", place.budget_year)
      .member("funding_source", place.funding_source)
      .member("allocated", allocated)
      .member("before", cell.before)
      .member("booked", plus(cell.after, -cell.before))
      .member("after", cell.after)
      .member("above_ceiling", cell.after > allocated ? cell.after - allocated : Amount{0});
}

namespace {

std::size_t count_of(const TreasuryExtract& extract, ExtractRowState state) {
  std::size_t count = 0;
  for (const auto& row : extract.rows) count += row->state == state ? 1 : 0;
  return count;
}

void write_counts_of(std::string& out, const TreasuryExtract& extract) {
  JsonObject(out)
      .member("matched", 0)
      .member("over_ceiling", 0)
      .member("unmatched", 0)
      .member("known", 0)
      .member("skipped", count_of(extract, ExtractRowState::kSkipped))
      .member("faulty", 0)
      .member("booked", count_of(extract, ExtractRowState::kBooked))
      .member("waiting", count_of(extract, ExtractRowState::kWaiting));
}

void write_nothing(std::string& out) {
  out += "[]";
}

}  // namespace

void write_row(std::string& out, const ViewContext& context, const TreasuryExtractState& row) {
  const World& world = context.views.world;
  JsonObject object(out);
  object.member("id", row.id).member("name", row.name).member("agency", row.agency).member("state", "booked");
  object.member("profile", row.profile).member("as_at", row.as_at).member("created_at", nullptr);
  object.member("booked_at", row.time).member("waiting", count_of(row, ExtractRowState::kWaiting));
  object.member("digest", row.digest).member("same_file", nullptr).member("settings", nullptr);
  object.with("tables", write_nothing).with("notes", write_nothing);
  object.with("rows", [&](std::string& to) {
    write_array(to, row.rows, [](std::string& inner, const auto& each) { write_extract_row(inner, shown_row(*each)); });
  });
  object.with("counts", [&](std::string& to) { write_counts_of(to, row); });
  object.with("slip", [&](std::string& to) {
    write_array(to, row.cells,
                [&](std::string& inner, const ExtractCell& cell) { write_slip_row(inner, world, cell); });
  });
  object.member("sequence", row.life.last);
}

}  // namespace luuvet::api
