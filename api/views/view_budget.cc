// A budget line with its money: sums, components, allocations, contracts, money outside the budget.
#include "api/json/json_names.h"
#include "api/views/view_link.h"
#include "api/views/view_money.h"

namespace luuvet::api {
namespace {

using projections::MoneySlice;
using projections::MoneySums;
using projections::sums_of;

std::optional<std::string> reason_of(bool readable, const std::optional<ReasonText>& text) {
  const auto shown_text = shown(readable, text);
  return shown_text ? shown_text->reason : std::nullopt;
}

// Both reasons of an allocation, one after the other.
std::optional<std::string> reasons_of(bool readable, const std::optional<ReasonText>& text) {
  const auto shown_text = shown(readable, text);
  if (!shown_text) return std::nullopt;
  if (!shown_text->reason) return shown_text->note;
  return shown_text->note ? *shown_text->reason + "\n" + *shown_text->note : shown_text->reason;
}

Need need_of(const BudgetLine& line, const BudgetBook* book) {
  Need need;
  if (line.need) need = *line.need;
  if (!book || !book->need) return need;
  need.years.clear();
  for (const YearAmount& each : *book->need) need.years[std::to_string(each.year)] = each.amount;
  need.total = total(*book->need);
  return need;
}

void write_revised(std::string& out, const std::optional<RevisedNeed>& revised, bool readable) {
  if (!revised) {
    out += "null";
    return;
  }
  JsonObject(out)
      .member("total", total(revised->years))
      .member("years", revised->years)
      .member("document", revised->document)
      .member("agency", revised->agency)
      .member("reason", reason_of(readable, revised->text))
      .member("time", revised->time);
}

void write_years(std::string& out, const BudgetLine& line, const BudgetBook* book) {
  write_array(out, projections::years_of(line, book), [&](std::string& to, std::int64_t year) {
    MoneySlice slice;
    slice.year = year;
    JsonObject(to).member("year", year).members(sums_of(line, book, slice));
  });
}

bool has_any(const MoneySums& sums) {
  return sums.need != 0 || sums.allocated != 0 || sums.disbursed != 0 || sums.mobilised != 0 || sums.spent != 0;
}

// Sources of which anything is said, then what is left without one.
void write_sources(std::string& out, const BudgetLine& line, const BudgetBook* book) {
  struct Row {
    std::string name;
    MoneySums sums;
  };
  std::vector<Row> rows;
  for (const auto& source : enum_names<FundingSource>()) {
    MoneySlice slice;
    slice.funding_source = source.value;
    rows.push_back({source.name, sums_of(line, book, slice)});
  }
  MoneySlice rest;
  rest.unassigned = true;
  rows.push_back({"undetermined", sums_of(line, book, rest)});
  std::erase_if(rows, [](const Row& row) { return !has_any(row.sums); });
  write_array(out, rows, [](std::string& to, const Row& row) {
    JsonObject(to).member("funding_source", row.name).members(row.sums);
  });
}

void write_component(std::string& out, const BudgetLine& line, const BudgetBook& book, const BudgetComponent& component,
                     bool readable) {
  MoneySlice slice;
  slice.component = component.id;
  const MoneySums sums = sums_of(line, &book, slice);
  JsonObject object(out);
  object.member("id", component.id).members(component.content).member("ended", component.ended);
  object.member("end_reason", reason_of(readable, component.end_text));
  object.with("cells", [&](std::string& to) { write_array(to, component.cells, write_cell); });
  object.member("contracted", component.contracted).member("mobilised", sums.mobilised).member("spent", sums.spent);
}

void write_allocation(std::string& out, const BudgetAllocation& each, bool readable) {
  JsonObject(out)
      .member("id", each.id)
      .member("component", each.component)
      .member("receiver", each.receiver)
      .member("receiver_text", each.receiver_text)
      .member("budget_year", each.budget_year)
      .member("funding_source", each.funding_source)
      .member("amount", each.amount)
      .member("reduced", each.reduced)
      .member("document", each.document)
      .member("carried_from", each.carried_from)
      .member("above_need", each.above_need)
      .member("reason", reasons_of(readable, each.text))
      .member("sequence", each.sequence)
      .member("time", each.time);
}

void write_contract(std::string& out, const BudgetContract& each) {
  JsonObject(out)
      .member("id", each.id)
      .member("component", each.component)
      .members(each.content)
      .member("disbursed", each.disbursed)
      .member("advances_outstanding", each.advances)
      .member("sequence", each.sequence);
}

void write_outside(std::string& out, const OutsideMoney& each, bool readable) {
  const auto text = shown(readable, each.text);
  JsonObject(out)
      .member("id", each.id)
      .member("component", each.component)
      .member("kind", each.kind)
      .member("year", each.year)
      .member("amount", each.amount)
      .member("on_day", each.on_day)
      .member("document", each.document)
      .member("note", text ? text->note : std::nullopt)
      .member("agency", each.agency)
      .member("confirmed", each.confirmed_by.has_value())
      .member("confirmed_by", each.confirmed_by)
      .member("reversed", each.reversed_at != 0)
      .member("sequence", each.sequence)
      .member("time", each.time);
}

void add_book(JsonObject& object, const BudgetLine& line, const BudgetBook& book, bool readable) {
  object.with("components", [&](std::string& to) {
    write_array(to, book.components, [&](std::string& inner, const BudgetComponent& each) {
      write_component(inner, line, book, each, readable);
    });
  });
  object.with("allocations", [&](std::string& to) {
    write_array(to, book.allocations,
                [&](std::string& inner, const BudgetAllocation& each) { write_allocation(inner, each, readable); });
  });
  object.with("contracts", [&](std::string& to) { write_array(to, book.contracts, write_contract); });
  object.with("outside_money", [&](std::string& to) {
    write_array(to, book.outside,
                [&](std::string& inner, const OutsideMoney& each) { write_outside(inner, each, readable); });
  });
}

}  // namespace

void write_row(std::string& out, const ViewContext& context, const RegisterState<BudgetLine>& row) {
  static const BudgetBook kNothing;
  const World& world = context.views.world;
  const BudgetLine& line = row.content;
  const Subject subject{Aggregate::kBudgetLine, line.id.value};
  const BudgetBook* found = world.budget_books.find(line.id.value);
  const bool readable = context.sight.may_read(subject);
  const MoneySums sums = sums_of(line, found);
  BudgetLine shown_line = line;
  if (line.need || (found && found->need)) shown_line.need = need_of(line, found);
  JsonObject object(out);
  object.members(shown_line).member("allocated", sums.allocated).member("disbursed", sums.disbursed);
  object.member("printed_need", line.need);
  object.with("revised_need",
              [&](std::string& to) { write_revised(to, found ? found->revised : std::nullopt, readable); });
  object.member("sources", found ? found->sources : std::vector<SourceAmount>{});
  object.member("sums", sums);
  object.with("by_year", [&](std::string& to) { write_years(to, line, found); });
  object.with("by_source", [&](std::string& to) { write_sources(to, line, found); });
  add_book(object, line, found ? *found : kNothing, readable);
  object.with("links", [&](std::string& to) { write_links_of(to, context, subject); });
  object.member("withheld", !readable);
  add_life(object, context, subject);
}

}  // namespace luuvet::api
