#include "projections/money/funds_suggestions.h"

#include <algorithm>
#include <utility>

#include "domain/links/link_rows.h"
#include "projections/likeness.h"

namespace luuvet::projections {
namespace {

constexpr std::size_t kSharedMost = 6;
constexpr int kScoreMost = 100;
constexpr int kOwnPlanBonus = 5;
constexpr int kSameLeadBonus = 10;
// Names of indicators are short: less in common is chance.
constexpr int kIndicatorLeast = 50;

struct Row {
  std::string subject;
  const ProgrammeId* programme;
  std::vector<AgencyId> leads;
  std::string_view title;
  std::string text;                           // with the content
  std::optional<ComponentId> component = {};  // of the line that `subject` is
};

// A line as a whole, and its components after it: places in Payers::parts.
struct Payer {
  std::size_t whole;
  std::size_t end;
};

struct Payers {
  std::vector<Row> parts;
  std::vector<Payer> lines;
};

std::string province_of(const World& world, const ProgrammeId& programme) {
  const auto* state = world.programmes.find(programme.value);
  return state ? state->content.province : std::string();
}

// Who has its money in hand: the investor and whoever it was allocated to, else the leads of the line.
std::vector<AgencyId> leads_of(const BudgetLine& line, const BudgetBook& book, const BudgetComponent& component) {
  std::vector<AgencyId> leads;
  if (component.content.investor_agency) leads.push_back(*component.content.investor_agency);
  for (const BudgetAllocation& each : book.allocations)
    if (each.component == component.id && each.receiver) leads.push_back(*each.receiver);
  return leads.empty() ? line.lead_agencies : leads;
}

// Those that have not ended, as long as there is room for them.
void add_components(const BudgetLine& line, const BudgetBook& book, std::size_t& room, std::vector<Row>& parts) {
  const std::string subject = Subject{Aggregate::kBudgetLine, line.id.value}.text();
  for (const BudgetComponent& each : book.components) {
    if (each.ended || room == 0) continue;
    --room;
    parts.push_back(
        {subject, &line.programme, leads_of(line, book, each), each.content.name, each.content.name, each.id});
  }
}

Payers payers_in(const World& world) {
  Payers payers;
  std::size_t room = kFundsComponentsCompared;
  world.budget_lines.for_each([&](const auto& line) {
    const BudgetLine& row = line->content;
    if (row.heading || payers.lines.size() == kFundsLinesCompared) return;
    const std::size_t whole = payers.parts.size();
    const std::string subject = Subject{Aggregate::kBudgetLine, row.id.value}.text();
    payers.parts.push_back({subject, &row.programme, row.lead_agencies, row.name, row.name});
    if (const BudgetBook* book = world.budget_books.find(row.id.value)) add_components(row, *book, room, payers.parts);
    payers.lines.push_back({whole, payers.parts.size()});
  });
  return payers;
}

std::vector<Row> tasks_in(const World& world) {
  std::vector<Row> rows;
  world.tasks.for_each([&](const auto& task) {
    const Task& row = task->content;
    if (!carries_work(row) || task->carried_to) return;
    const std::string subject = Subject{Aggregate::kTask, row.id.value}.text();
    rows.push_back(
        {subject, &row.programme, row.lead_agencies, row.title, row.title + ". " + row.content.value_or("")});
  });
  return rows;
}

std::vector<Row> indicators_in(const World& world) {
  std::vector<Row> rows;
  world.indicators.for_each([&](const auto& indicator) {
    const Indicator& row = indicator->content;
    if (row.heading) return;
    const std::string subject = Subject{Aggregate::kIndicator, row.id.value}.text();
    rows.push_back({subject, &row.programme, row.tracking_agencies, row.name, row.name});
  });
  return rows;
}

// Lines and components first, then the rows.
template <class Words>
Likeness likeness_of(const std::vector<Row>& parts, const std::vector<Row>& rows, Words words) {
  std::vector<std::string_view> texts;
  for (const Row& each : parts) texts.push_back(words(each));
  for (const Row& each : rows) texts.push_back(words(each));
  return Likeness(texts);
}

bool share_lead(const Row& a, const Row& b) {
  return std::ranges::any_of(a.leads, [&](const AgencyId& each) { return std::ranges::count(b.leads, each) > 0; });
}

// Lines beside one kind of row.
class Funding {
 public:
  Funding(const World& world, const std::vector<Row>& parts, const std::vector<Row>& rows)
      : parts_(parts),
        rows_(rows),
        texts_(likeness_of(parts, rows, [](const Row& row) -> std::string_view { return row.text; })),
        titles_(likeness_of(parts, rows, [](const Row& row) { return row.title; })) {
    for (const Row& each : rows) provinces_.push_back(province_of(world, *each.programme));
  }

  // Of one line those of at least so much in common, the most likely first, those of its own plan before others: so
  // many of the whole line and of each component.
  void find(const Payer& line, const std::string& province, int least, std::size_t most, Suggestions& found) const {
    std::vector<Likely> likely;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      if (provinces_[row] != province) continue;
      if (const auto best = best_part(line, row, least)) likely.push_back(*best);
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const Likely& a, const Likely& b) { return a.points > b.points; });
    std::vector<std::size_t> taken(line.end - line.whole);
    for (const Likely& each : likely)
      if (taken[each.part - line.whole]++ < most) found.push_back(suggestion(each));
  }

 private:
  struct Likely {
    int points;
    std::size_t part;
    std::size_t row;
  };

  // A component only where it fits better than the line as a whole.
  std::optional<Likely> best_part(const Payer& line, std::size_t row, int least) const {
    std::optional<Likely> best;
    for (std::size_t part = line.whole; part < line.end; ++part) {
      const int common = in_common(part, row);
      if (common < least) continue;
      const int points = score(common, parts_[part], rows_[row]);
      if (!best || points > best->points) best = Likely{points, part, row};
    }
    return best;
  }

  Suggestion suggestion(const Likely& likely) const {
    const Row& part = parts_[likely.part];
    return {pair_of(LinkKind::kFunds, {part.subject, rows_[likely.row].subject}, part.component),
            std::min(likely.points, kScoreMost), texts_.shared(likely.part, parts_.size() + likely.row, kSharedMost)};
  }

  int in_common(std::size_t part, std::size_t row) const {
    const std::size_t at = parts_.size() + row;
    return (texts_.contained(part, at) + titles_.contained(at, part)) / 2;
  }

  // Also above kScoreMost, so that who leads decides between equal words.
  static int score(int common, const Row& part, const Row& row) {
    if (*part.programme == *row.programme) common += kOwnPlanBonus;
    if (share_lead(part, row)) common += kSameLeadBonus;
    return common;
  }

  const std::vector<Row>& parts_;
  const std::vector<Row>& rows_;
  const Likeness texts_;
  const Likeness titles_;
  std::vector<std::string> provinces_;  // of the rows
};

}  // namespace

void find_funds(const World& world, Suggestions& found) {
  const Payers payers = payers_in(world);
  const std::vector<Row> tasks = tasks_in(world), indicators = indicators_in(world);
  const Funding of_tasks(world, payers.parts, tasks), of_indicators(world, payers.parts, indicators);
  for (const Payer& line : payers.lines) {
    const std::string province = province_of(world, *payers.parts[line.whole].programme);
    of_tasks.find(line, province, kScoreLeast, kFundedTasksMost, found);
    of_indicators.find(line, province, kIndicatorLeast, kFundedIndicatorsMost, found);
  }
}

}  // namespace luuvet::projections
