#include "projections/funds_suggestions.h"

#include <algorithm>
#include <utility>

#include "domain/link_rows.h"
#include "projections/likeness.h"

namespace luuvet::projections {
namespace {

constexpr std::size_t kSharedMost = 6;
constexpr int kOwnPlanBonus = 5;
constexpr int kSameLeadBonus = 10;
// Names of indicators are short: less in common is chance.
constexpr int kIndicatorLeast = 50;

struct Row {
  std::string subject;
  const ProgrammeId* programme;
  const std::vector<AgencyId>* leads;
  std::string_view title;
  std::string text;  // with the content
};

std::string province_of(const World& world, const ProgrammeId& programme) {
  const auto* state = world.programmes.find(programme.value);
  return state ? state->content.province : std::string();
}

std::vector<Row> lines_in(const World& world) {
  std::vector<Row> rows;
  world.budget_lines.for_each([&](const auto& line) {
    const BudgetLine& row = line->content;
    if (row.heading || rows.size() == kFundsLinesCompared) return;
    const std::string subject = Subject{Aggregate::kBudgetLine, row.id.value}.text();
    rows.push_back({subject, &row.programme, &row.lead_agencies, row.name, row.name});
  });
  return rows;
}

std::vector<Row> tasks_in(const World& world) {
  std::vector<Row> rows;
  world.tasks.for_each([&](const auto& task) {
    const Task& row = task->content;
    if (!carries_work(row) || task->carried_to) return;
    const std::string subject = Subject{Aggregate::kTask, row.id.value}.text();
    rows.push_back(
        {subject, &row.programme, &row.lead_agencies, row.title, row.title + ". " + row.content.value_or("")});
  });
  return rows;
}

std::vector<Row> indicators_in(const World& world) {
  std::vector<Row> rows;
  world.indicators.for_each([&](const auto& indicator) {
    const Indicator& row = indicator->content;
    if (row.heading) return;
    const std::string subject = Subject{Aggregate::kIndicator, row.id.value}.text();
    rows.push_back({subject, &row.programme, &row.tracking_agencies, row.name, row.name});
  });
  return rows;
}

// Lines first, then the rows.
template <class Words>
Likeness likeness_of(const std::vector<Row>& lines, const std::vector<Row>& rows, Words words) {
  std::vector<std::string_view> texts;
  for (const Row& each : lines) texts.push_back(words(each));
  for (const Row& each : rows) texts.push_back(words(each));
  return Likeness(texts);
}

bool share_lead(const Row& a, const Row& b) {
  return std::ranges::any_of(*a.leads, [&](const AgencyId& each) { return std::ranges::count(*b.leads, each) > 0; });
}

// Lines beside one kind of row.
class Funding {
 public:
  Funding(const World& world, const std::vector<Row>& lines, const std::vector<Row>& rows)
      : lines_(lines),
        rows_(rows),
        texts_(likeness_of(lines, rows, [](const Row& row) -> std::string_view { return row.text; })),
        titles_(likeness_of(lines, rows, [](const Row& row) { return row.title; })) {
    for (const Row& each : rows) provinces_.push_back(province_of(world, *each.programme));
  }

  // Of one line those of at least so much in common, the most likely first, those of its own plan before others.
  void find(std::size_t line, const std::string& province, int least, std::size_t most, Suggestions& found) const {
    std::vector<std::pair<int, std::size_t>> likely;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (provinces_[row] != province) continue;
      const int common = in_common(line, row);
      if (common >= least) likely.emplace_back(score(common, lines_[line], rows_[row]), row);
    }
    std::stable_sort(likely.begin(), likely.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (likely.size() > most) likely.resize(most);
    for (const auto& [points, row] : likely)
      found.push_back({pair_of(LinkKind::kFunds, {lines_[line].subject, rows_[row].subject}), points,
                       texts_.shared(line, lines_.size() + row, kSharedMost)});
  }

 private:
  int in_common(std::size_t line, std::size_t row) const {
    const std::size_t at = lines_.size() + row;
    return (texts_.contained(line, at) + titles_.contained(at, line)) / 2;
  }

  static int score(int common, const Row& line, const Row& row) {
    if (*line.programme == *row.programme) common += kOwnPlanBonus;
    if (share_lead(line, row)) common += kSameLeadBonus;
    return std::min(common, 100);
  }

  const std::vector<Row>& lines_;
  const std::vector<Row>& rows_;
  const Likeness texts_;
  const Likeness titles_;
  std::vector<std::string> provinces_;  // of the rows
};

}  // namespace

void find_funds(const World& world, Suggestions& found) {
  const std::vector<Row> lines = lines_in(world), tasks = tasks_in(world), indicators = indicators_in(world);
  const Funding of_tasks(world, lines, tasks), of_indicators(world, lines, indicators);
  for (std::size_t line = 0; line < lines.size(); ++line) {
    const std::string province = province_of(world, *lines[line].programme);
    of_tasks.find(line, province, kScoreLeast, kFundedTasksMost, found);
    of_indicators.find(line, province, kIndicatorLeast, kFundedIndicatorsMost, found);
  }
}

}  // namespace luuvet::projections
