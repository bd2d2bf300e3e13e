// Contradictions that one row, one list of numbers or one list of places shows by itself.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "domain/base/fold.h"
#include "projections/links/contradiction_parts.h"
#include "projections/links/contradictions.h"

namespace luuvet::projections {
namespace {

// --- series of targets ---

bool turns(const Indicator& row) {
  const bool higher = row.direction == "higher";
  if (!higher && row.direction != "lower" && row.direction != "rank") return false;
  std::map<std::int64_t, double> values;
  for (const Target& each : row.targets)
    if (each.value.low && !each.value.high) values.emplace(each.year, number(*each.value.low));
  double last = 0;
  bool first = true;
  for (const auto& [year, value] : values) {
    if (!first && (higher ? value < last : value > last)) return true;
    last = value;
    first = false;
  }
  return false;
}

void find_series(const World& world, Contradictions& found) {
  world.indicators.for_each([&](const auto& indicator) {
    const Indicator& row = indicator->content;
    if (!row.heading && turns(row))
      found.push_back({{},
                       ContradictionKind::kTurningSeries,
                       100,
                       {{"indicator/" + row.id.value, "targets", row.name + ": " + targets_text(row)}}});
  });
}

// --- a study whose product is a thing ---

bool begins_as_study(const Task& row) {
  static constexpr std::array<std::string_view, 4> kStudies = {"nghien cuu", "khao sat", "lap phuong an",
                                                               "xay dung phuong an"};
  const std::string folded = fold(row.title);
  return std::any_of(kStudies.begin(), kStudies.end(), [&](std::string_view each) { return folded.starts_with(each); });
}

bool is_a_thing(const Deliverable& each) {
  return each.kind == DeliverableKind::kSystem || each.kind == DeliverableKind::kModel;
}

void find_products(const World& world, Contradictions& found) {
  world.tasks.for_each([&](const auto& task) {
    const Task& row = task->content;
    if (!carries_work(row) || !begins_as_study(row)) return;
    const auto thing = std::find_if(row.deliverables.begin(), row.deliverables.end(), is_a_thing);
    if (thing == row.deliverables.end()) return;
    const std::string subject = "task/" + row.id.value;
    found.push_back({{},
                     ContradictionKind::kProduct,
                     100,
                     {{subject, "title", row.title}, {subject, "deliverables", thing->text}}});
  });
}

// --- numbers ---

struct NumberedRow {
  std::string subject;
  std::string number;  // as printed
  std::string section;
  std::string words;
};
using Annex = std::pair<std::string, std::string>;  // document, annex
using Numbered = std::map<Annex, std::vector<std::pair<Sequence, NumberedRow>>>;

void add(Numbered& all, const std::string& subject, const std::optional<Source>& source, Sequence first,
         const std::string& words) {
  if (!source || !source->number) return;
  all[{source->document.value, source->annex}].emplace_back(
      first, NumberedRow{subject, *source->number, source->section.value_or(""), words});
}

ContradictionPlace place_of(const NumberedRow& row) {
  return {row.subject, "source", row.number + ". " + row.words};
}

void note(Contradictions& found, const NumberedRow& a, const NumberedRow& b) {
  found.push_back({{}, ContradictionKind::kNumbering, 100, {place_of(a), place_of(b)}});
}

// "2.3" gives "2." and 3; a number that does not end in digits has no place in a series.
std::optional<std::pair<std::string, int>> split_number(const std::string& number) {
  const std::size_t dot = number.rfind('.');
  const std::string head = dot == std::string::npos ? std::string() : number.substr(0, dot + 1);
  const std::string_view tail = std::string_view(number).substr(head.size());
  int value = 0;
  const auto [end, error] = std::from_chars(tail.data(), tail.data() + tail.size(), value);
  if (error != std::errc() || end != tail.data() + tail.size()) return std::nullopt;
  return std::pair(head, value);
}

// A row without a number has that of the row under which it stands, and an id with a letter: "...3-a", "...3-b". Where
// no "-a" is there, "-b" is a number that was printed twice.
bool stands_under(const NumberedRow& row, const NumberedRow& first, const std::set<std::string>& subjects) {
  const std::string stem = first.subject + "-";
  return row.subject.starts_with(stem) && row.subject.size() == stem.size() + 1 && subjects.contains(stem + "a");
}

// Within one section a number stands once, and the next follows it.
void check_section(const std::vector<NumberedRow>& rows, Contradictions& found) {
  std::set<std::string> subjects;
  for (const NumberedRow& row : rows) subjects.insert(row.subject);
  std::map<std::string, const NumberedRow*> seen;
  std::map<std::string, std::pair<int, const NumberedRow*>> last;
  for (const NumberedRow& row : rows) {
    const auto [place, is_new] = seen.try_emplace(row.number, &row);
    if (!is_new && !stands_under(row, *place->second, subjects)) note(found, *place->second, row);
    const auto parts = split_number(row.number);
    if (!parts) continue;
    auto& [value, previous] = last[parts->first];
    if (previous && parts->second > value + 1) note(found, *previous, row);
    value = std::max(value, parts->second);
    previous = &row;
  }
}

// Numbers that start anew in each section do not name a row of the annex.
void check_annex(const std::vector<NumberedRow>& rows, Contradictions& found) {
  std::map<std::string, const NumberedRow*> first;
  const NumberedRow* again = nullptr;
  for (const NumberedRow& row : rows) {
    const auto [place, is_new] = first.try_emplace(row.number, &row);
    if (!is_new && !again && place->second->section != row.section) again = &row;
  }
  if (!again) return;
  Contradiction contradiction{
      {}, ContradictionKind::kNumbering, 99, {place_of(*first[again->number]), place_of(*again)}};
  const std::string count = std::to_string(rows.size()) + " / " + std::to_string(first.size());
  for (ContradictionPlace& place : contradiction.places) place.text = "(" + count + ") " + place.text;
  found.push_back(std::move(contradiction));
}

void find_numbers(const World& world, Contradictions& found) {
  Numbered all;
  world.tasks.for_each([&](const auto& task) {
    add(all, "task/" + task->content.id.value, task->content.source, task->life.first, task->content.title);
  });
  world.budget_lines.for_each([&](const auto& line) {
    add(all, "budget-line/" + line->content.id.value, line->content.source, line->life.first, line->content.name);
  });
  for (auto& [annex, rows] : all) {
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<NumberedRow> printed;
    std::map<std::string, std::vector<NumberedRow>> sections;
    for (const auto& [first, row] : rows) {
      printed.push_back(row);
      sections[row.section].push_back(row);
    }
    for (const auto& [section, of_section] : sections) check_section(of_section, found);
    check_annex(printed, found);
  }
}

// --- places ---

bool begins_upper(std::string_view word) {
  if (word.empty()) return false;
  const auto byte = [&](std::size_t at) { return at < word.size() ? static_cast<unsigned char>(word[at]) : 0U; };
  if (byte(0) < 0x80) return byte(0) >= 'A' && byte(0) <= 'Z';
  if (byte(0) == 0xc3) return byte(1) < 0x9e;
  if (byte(0) == 0xc4) return byte(1) == 0x90 || byte(1) == 0x82;  // Đ, Ă
  if (byte(0) == 0xc6) return byte(1) == 0xa0 || byte(1) == 0xaf;  // Ơ, Ư
  return byte(0) == 0xe1 && byte(2) % 2 == 0;
}

// Names after "các phường": "Các phường Lào Cai, Cam Đường, Sa Pa" gives three.
std::set<std::string> listed_places(std::string_view text) {
  std::set<std::string> places;
  std::size_t at = fold(text).find("cac phuong") == std::string::npos ? text.npos : text.find("phường ");
  if (at == text.npos) return places;
  at += std::string_view("phường ").size();
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(",;.\n", at), text.size());
    std::string_view name = text.substr(at, end - at);
    while (name.starts_with(' ')) name.remove_prefix(1);
    if (name.starts_with("và ")) name.remove_prefix(std::string_view("và ").size());
    if (!begins_upper(name)) break;
    places.insert(std::string(name));
    if (end == text.size() || text[end] != ',') break;
    at = end + 1;
  }
  return places;
}

struct ListedRow {
  std::string subject;
  std::string field;
  std::string text;
  std::set<std::string> places;
};

void add(std::vector<ListedRow>& rows, const std::string& subject, std::string field,
         const std::optional<std::string>& text) {
  std::set<std::string> places = text ? listed_places(*text) : std::set<std::string>();
  if (places.size() >= 3) rows.push_back({subject, std::move(field), *text, std::move(places)});
}

// Lists of one length that share all names but one or two are meant to be the same.
bool nearly_same(const ListedRow& a, const ListedRow& b) {
  const auto shared = static_cast<std::size_t>(std::count_if(
      a.places.begin(), a.places.end(), [&](const std::string& each) { return b.places.contains(each); }));
  return a.places.size() == b.places.size() && shared < a.places.size() && shared + 2 >= a.places.size() && shared >= 3;
}

void find_places(const World& world, Contradictions& found) {
  std::vector<ListedRow> rows;
  world.tasks.for_each([&](const auto& task) {
    const Task& row = task->content;
    const std::string subject = "task/" + row.id.value;
    add(rows, subject, "content", row.content);
    add(rows, subject, "lead_text", row.lead_text);
    add(rows, subject, "coordinating_text", row.coordinating_text);
  });
  world.indicators.for_each([&](const auto& indicator) {
    const std::string subject = "indicator/" + indicator->content.id.value;
    add(rows, subject, "tracking_text", indicator->content.tracking_text);
    add(rows, subject, "implementing_text", indicator->content.implementing_text);
  });
  world.budget_lines.for_each([&](const auto& line) {
    const std::string subject = "budget-line/" + line->content.id.value;
    add(rows, subject, "lead_text", line->content.lead_text);
    add(rows, subject, "coordinating_text", line->content.coordinating_text);
  });
  for (std::size_t a = 0; a < rows.size(); ++a)
    for (std::size_t b = a + 1; b < rows.size(); ++b)
      if (rows[a].subject != rows[b].subject && nearly_same(rows[a], rows[b]))
        found.push_back(
            {{},
             ContradictionKind::kNames,
             100,
             {{rows[a].subject, rows[a].field, rows[a].text}, {rows[b].subject, rows[b].field, rows[b].text}}});
}

}  // namespace

void find_in_rows(const World& world, Contradictions& found) {
  find_series(world, found);
  find_products(world, found);
  find_numbers(world, found);
  find_places(world, found);
}

}  // namespace luuvet::projections
