#include "projections/money/reconciliation.h"

#include <algorithm>

#include "projections/money/money_report.h"

namespace luuvet::projections {
namespace {

using Lines = std::vector<const BudgetLine*>;

std::string subject_of(const BudgetLineId& id) {
  return Subject{Aggregate::kBudgetLine, id.value}.text();
}

const BudgetBook* book_of(const World& world, const BudgetLine& line) {
  return world.budget_books.find(line.id.value);
}

void add_part(ReconciledSum& sum, std::optional<std::string> subject, std::string label, Amount amount) {
  if (amount == 0) return;
  sum.computed = plus(sum.computed, amount);
  sum.parts.push_back({std::move(subject), std::move(label), amount});
}

// One sum over all lines: amount(line) is each line's part.
template <class F>
ReconciledSum over_lines(std::string key, ReconciledKind kind, std::string label, std::optional<Amount> printed,
                         const Lines& lines, const F& amount) {
  ReconciledSum sum{std::move(key), kind, std::move(label), printed, 0, {}};
  for (const BudgetLine* line : lines) add_part(sum, subject_of(line->id), line->name, amount(*line));
  return sum;
}

Amount need_of(const World& world, const BudgetLine& line) {
  return total(need_in_force(line, book_of(world, line)));
}

Amount assigned_to(const World& world, const BudgetLine& line, std::optional<std::string_view> source) {
  static constexpr std::string_view kNames[] = {"central-budget", "provincial-budget", "commune-budget",
                                                "private-and-other"};
  const BudgetBook* book = book_of(world, line);
  Amount sum = 0;
  if (!book) return sum;
  for (const SourceAmount& each : book->sources)
    if (!source || kNames[static_cast<std::size_t>(each.funding_source)] == *source) sum = plus(sum, each.amount);
  return sum;
}

class Sums {
 public:
  Sums(const World& world, const Programme& programme)
      : world_(world), programme_(programme), lines_(lines_of(world, programme.id)) {}

  std::vector<ReconciledSum> all() {
    total_of_sections();
    years();
    sources();
    sections();
    each_line();
    return std::move(sums_);
  }

 private:
  // The headings under which lines stand, in printed order.
  std::vector<const BudgetLine*> headings() const {
    std::vector<const BudgetLine*> found;
    for (const BudgetLine* line : lines_) {
      const auto* parent = line->parent ? world_.budget_lines.find(line->parent->value) : nullptr;
      if (parent && std::find(found.begin(), found.end(), &parent->content) == found.end())
        found.push_back(&parent->content);
    }
    return found;
  }
  Lines under(const BudgetLine& heading) const {
    Lines found;
    for (const BudgetLine* line : lines_)
      if (line->parent == heading.id) found.push_back(line);
    return found;
  }

  // By sections, and what stands under none.
  void total_of_sections() {
    const auto printed = programme_.totals ? std::optional(programme_.totals->total) : std::nullopt;
    ReconciledSum sum{"total", ReconciledKind::kTotal, programme_.short_title, printed, 0, {}};
    for (const BudgetLine* heading : headings()) {
      Amount amount = 0;
      for (const BudgetLine* line : under(*heading)) amount = plus(amount, need_of(world_, *line));
      add_part(sum, subject_of(heading->id), heading->name, amount);
    }
    for (const BudgetLine* line : lines_)
      if (!line->parent || !world_.budget_lines.find(line->parent->value))
        add_part(sum, subject_of(line->id), line->name, need_of(world_, *line));
    sums_.push_back(std::move(sum));
  }

  void years() {
    for (std::int64_t year = programme_.year_from; year <= programme_.year_to; ++year) {
      const std::string text = std::to_string(year);
      std::optional<Amount> printed;
      if (programme_.totals)
        if (const auto found = programme_.totals->years.find(text); found != programme_.totals->years.end())
          printed = found->second;
      sums_.push_back(over_lines(
          "year." + text, ReconciledKind::kYear, text, printed, lines_,
          [&](const BudgetLine& line) { return of_year(need_in_force(line, book_of(world_, line)), year); }));
    }
  }

  void sources() {
    if (programme_.totals)
      for (const PrintedFunding& each : programme_.totals->funding)
        sums_.push_back(over_lines(
            "source." + each.funding_source, ReconciledKind::kFundingSource, each.funding_source, each.amount, lines_,
            [&](const BudgetLine& line) { return assigned_to(world_, line, each.funding_source); }));
    sums_.push_back(over_lines(
        "unassigned", ReconciledKind::kUnassigned, "undetermined", std::nullopt, lines_,
        [&](const BudgetLine& line) { return plus(need_of(world_, line), -assigned_to(world_, line, std::nullopt)); }));
  }

  void sections() {
    for (const BudgetLine* heading : headings())
      sums_.push_back(over_lines("section." + heading->id.value, ReconciledKind::kSection, heading->name, std::nullopt,
                                 under(*heading), [&](const BudgetLine& line) { return need_of(world_, line); }));
  }

  // A line is the sum of its years.
  void each_line() {
    for (const BudgetLine* line : lines_) {
      const BudgetBook* book = book_of(world_, *line);
      const bool amended = book && book->need;
      ReconciledSum sum{"line." + line->id.value, ReconciledKind::kLine, line->name, std::nullopt, 0, {}};
      if (line->need && !amended) sum.printed = line->need->total;
      for (const YearAmount& each : need_in_force(*line, book))
        add_part(sum, std::nullopt, std::to_string(each.year), each.amount);
      sums_.push_back(std::move(sum));
    }
  }

  const World& world_;
  const Programme& programme_;
  const Lines lines_;
  std::vector<ReconciledSum> sums_;
};

std::optional<AgencyId> owner_of(const BudgetLine& line, const BudgetComponent& component) {
  if (component.content.investor_agency) return component.content.investor_agency;
  return line.lead_agencies.empty() ? std::nullopt : std::optional(line.lead_agencies.front());
}

std::vector<MoneyDifference> differences_of(const World& world, const Programme& programme) {
  std::vector<MoneyDifference> found;
  for (const BudgetLine* line : lines_of(world, programme.id)) {
    const BudgetBook* book = book_of(world, *line);
    if (!book) continue;
    for (const BudgetComponent& component : book->components)
      for (const MoneyCell& cell : component.cells)
        if (cell.above_ceiling() > 0) found.push_back({line, &component, cell, owner_of(*line, component)});
  }
  return found;
}

std::vector<WaitingRow> waiting_of(const World& world, const Programme& programme) {
  std::vector<WaitingRow> found;
  world.treasury_extracts.for_each([&](const auto& extract) {
    const AgencyState* agency = world.agencies.find(extract->agency.value);
    if (!agency || agency->content.province != programme.province) return;
    for (const auto& row : extract->rows)
      if (row->state == ExtractRowState::kWaiting) found.push_back({extract->id, row, extract->time});
  });
  return found;
}

}  // namespace

Reconciliation reconcile(const World& world, const Programme& programme) {
  return {Sums(world, programme).all(), differences_of(world, programme), waiting_of(world, programme)};
}

}  // namespace luuvet::projections
