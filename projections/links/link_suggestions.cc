#include "projections/links/link_suggestions.h"

#include <algorithm>
#include <utility>

#include "domain/links/link_rows.h"
#include "projections/likeness.h"
#include "projections/money/funds_suggestions.h"

namespace luuvet::projections {
namespace {

constexpr std::size_t kSharedMost = 6;
// Share of an indicator's words that a task must have for the two to belong together.
constexpr int kContainedLeast = 75;

using Province = std::optional<std::string>;

struct Rows {
  std::vector<std::string> subjects;
  std::vector<std::string> texts;
  std::vector<Province> provinces;
};

void add(Rows& rows, const World& world, const Subject& subject, std::string text) {
  rows.subjects.push_back(subject.text());
  rows.texts.push_back(std::move(text));
  rows.provinces.push_back(province_of_row(world, rows.subjects.back()));
}

Rows task_rows(const World& world) {
  Rows rows;
  world.tasks.for_each([&](const auto& task) {
    const Task& row = task->content;
    const bool goes_on_elsewhere = task->carried_to.has_value();
    if (carries_work(row) && !goes_on_elsewhere)
      add(rows, world, {Aggregate::kTask, row.id.value}, row.title + ". " + row.content.value_or(""));
  });
  return rows;
}

Rows indicator_rows(const World& world) {
  Rows rows;
  world.indicators.for_each([&](const auto& indicator) {
    const Indicator& row = indicator->content;
    if (!row.heading) add(rows, world, {Aggregate::kIndicator, row.id.value}, row.name);
  });
  return rows;
}

Likeness likeness_of(const std::vector<std::string>& texts) {
  return Likeness({texts.begin(), texts.end()});
}

void find_twins(const Rows& rows, Suggestions& found) {
  const Likeness likeness = likeness_of(rows.texts);
  for (const Alike& alike : likeness.pairs(kScoreLeast))
    if (rows.provinces[alike.a] == rows.provinces[alike.b])
      found.push_back({pair_of(LinkKind::kTwin, {rows.subjects[alike.a], rows.subjects[alike.b]}), alike.score,
                       likeness.shared(alike.a, alike.b, kSharedMost)});
}

// Tasks come first in the texts of both.
void find_related(const Rows& tasks, const Rows& indicators, Suggestions& found) {
  std::vector<std::string> texts = tasks.texts;
  texts.insert(texts.end(), indicators.texts.begin(), indicators.texts.end());
  const Likeness likeness = likeness_of(texts);
  const std::size_t first = tasks.texts.size();
  for (std::size_t indicator = first; indicator < texts.size(); ++indicator)
    for (std::size_t task = 0; task < first; ++task) {
      if (tasks.provinces[task] != indicators.provinces[indicator - first]) continue;
      const int score = likeness.contained(indicator, task);
      if (score >= kContainedLeast)
        found.push_back({pair_of(LinkKind::kRelated, {indicators.subjects[indicator - first], tasks.subjects[task]}),
                         score, likeness.shared(indicator, task, kSharedMost)});
    }
}

bool names(const Suggestion& suggestion, const std::string& subject) {
  return std::find(suggestion.pair.subjects.begin(), suggestion.pair.subjects.end(), subject) !=
         suggestion.pair.subjects.end();
}

bool of_programme(const World& world, const Suggestion& suggestion, const ProgrammeId& programme) {
  return std::any_of(suggestion.pair.subjects.begin(), suggestion.pair.subjects.end(),
                     [&](const std::string& row) { return programme_of_row(world, row) == programme; });
}

// Of a component also what was recorded of its whole line.
bool is_recorded(const World& world, LinkedPair pair) {
  if (find_link(world, pair)) return true;
  if (!pair.component) return false;
  pair.component.reset();
  return find_link(world, pair) != nullptr;
}

}  // namespace

std::shared_ptr<const Suggestions> find_suggestions(const World& world) {
  auto found = std::make_shared<Suggestions>();
  const Rows tasks = task_rows(world);
  const Rows indicators = indicator_rows(world);
  find_twins(tasks, *found);
  find_twins(indicators, *found);
  find_related(tasks, indicators, *found);
  find_funds(world, *found);
  std::stable_sort(found->begin(), found->end(),
                   [](const Suggestion& a, const Suggestion& b) { return a.score > b.score; });
  return found;
}

Page<Suggestion> list_suggestions(const World& world, const Suggestions& all, const SuggestionFilter& filter,
                                  const PageRequest& request) {
  std::vector<Suggestion> items;
  for (const Suggestion& each : all) {
    if (each.score < filter.min_score || (filter.kind && each.pair.kind != *filter.kind)) continue;
    if (filter.subject && !names(each, *filter.subject)) continue;
    if (filter.programme && !of_programme(world, each, *filter.programme)) continue;
    if (is_recorded(world, each.pair)) continue;
    items.push_back(each);
  }
  return page_of(std::move(items), request, [](const Suggestion& each) { return link_id(each.pair).value; });
}

}  // namespace luuvet::projections
