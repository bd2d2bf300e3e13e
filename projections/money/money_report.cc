#include "projections/money/money_report.h"

#include <algorithm>
#include <map>

namespace luuvet::projections {
namespace {

bool names(const World& world, const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::any_of(list.begin(), list.end(),
                     [&](const AgencyId& each) { return each == agency || world.in_group(each, agency); });
}

bool invests(const BudgetBook* book, const AgencyId& agency) {
  return book && std::any_of(book->components.begin(), book->components.end(),
                             [&](const BudgetComponent& each) { return each.content.investor_agency == agency; });
}

bool matches(const World& world, const BudgetLine& line, const BudgetBook* book, const MoneyFilter& filter) {
  if (filter.section && line.source.section != filter.section) return false;
  if (filter.agency && !names(world, line.lead_agencies, *filter.agency) && !invests(book, *filter.agency))
    return false;
  return !filter.slice.component || (book && find_component(*book, *filter.slice.component));
}

// Rows in the order in which they come up.
class Rows {
 public:
  void add(const std::string& key, const std::string& label, const MoneySums& sums) {
    const auto [place, fresh] = places_.try_emplace(key, rows_.size());
    if (fresh) rows_.push_back({key, label, 0, {}});
    MoneyRow& row = rows_[place->second];
    // What is not asked for in the first is not asked for in any.
    if (fresh) row.sums.contracted = sums.contracted ? std::optional<Amount>(0) : std::nullopt;
    ++row.lines;
    row.sums += sums;
  }
  std::vector<MoneyRow> take() { return std::move(rows_); }

 private:
  std::vector<MoneyRow> rows_;
  std::map<std::string, std::size_t> places_;
};

constexpr std::string_view kSourceNames[] = {"central-budget", "provincial-budget", "commune-budget",
                                             "private-and-other"};

bool is_empty(const MoneySums& sums) {
  MoneySums nothing;
  nothing.contracted = sums.contracted;
  return sums == nothing;
}

std::string agency_name(const World& world, const AgencyId& id) {
  if (const AgencyState* agency = world.agencies.find(id.value)) return agency->content.name;
  const auto* group = world.agency_groups.find(id.value);
  return group ? group->content.name : id.value;
}

class Report {
 public:
  Report(const World& world, const MoneyFilter& filter, MoneyGroup group)
      : world_(world), filter_(filter), group_(group) {}

  void add(const BudgetLine& line, const BudgetBook* book) {
    const MoneySums sums = sums_of(line, book, filter_.slice);
    if (report_.lines == 0 && !sums.contracted) report_.sums.contracted.reset();
    report_.sums += sums;
    ++report_.lines;
    switch (group_) {
      case MoneyGroup::kSection:
        return add_section(line, sums);
      case MoneyGroup::kAgency:
        for (const AgencyId& lead : line.lead_agencies) rows_.add(lead.value, agency_name(world_, lead), sums);
        return;
      case MoneyGroup::kYear:
        return add_years(line, book);
      case MoneyGroup::kFundingSource:
        return add_sources(line, book);
      case MoneyGroup::kLine:
        return rows_.add(line.id.value, line.name, sums);
      case MoneyGroup::kComponent:
        return add_components(line, book);
    }
  }

  MoneyReport take() {
    report_.rows = rows_.take();
    if (group_ == MoneyGroup::kYear)
      std::sort(report_.rows.begin(), report_.rows.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return std::move(report_);
  }

 private:
  // The heading under which the line stands: two may bear the same number.
  void add_section(const BudgetLine& line, const MoneySums& sums) {
    const auto* parent = line.parent ? world_.budget_lines.find(line.parent->value) : nullptr;
    if (parent) return rows_.add(parent->content.id.value, parent->content.name, sums);
    const std::string section = line.source.section.value_or("-");
    rows_.add(section, section, sums);
  }
  void add_years(const BudgetLine& line, const BudgetBook* book) {
    for (const std::int64_t year : years_of(line, book)) {
      if (filter_.slice.year && *filter_.slice.year != year) continue;
      MoneySlice slice = filter_.slice;
      slice.year = year;
      rows_.add(std::to_string(year), std::to_string(year), sums_of(line, book, slice));
    }
  }
  void add_source(const BudgetLine& line, const BudgetBook* book, const MoneySlice& slice, std::string_view name) {
    const MoneySums sums = sums_of(line, book, slice);
    if (!is_empty(sums)) rows_.add(std::string(name), std::string(name), sums);
  }
  void add_sources(const BudgetLine& line, const BudgetBook* book) {
    for (std::size_t i = 0; i < kFundingSources; ++i) {
      const auto source = static_cast<FundingSource>(i);
      if (filter_.slice.unassigned || (filter_.slice.funding_source && *filter_.slice.funding_source != source))
        continue;
      MoneySlice slice = filter_.slice;
      slice.funding_source = source;
      add_source(line, book, slice, kSourceNames[i]);
    }
    if (filter_.slice.funding_source) return;
    MoneySlice rest = filter_.slice;
    rest.unassigned = true;
    add_source(line, book, rest, "undetermined");
  }
  void add_components(const BudgetLine& line, const BudgetBook* book) {
    if (!book) return;
    for (const BudgetComponent& component : book->components) {
      if (filter_.slice.component && *filter_.slice.component != component.id) continue;
      MoneySlice slice = filter_.slice;
      slice.component = component.id;
      rows_.add(component.id.value, component.content.name, sums_of(line, book, slice));
    }
  }

  const World& world_;
  const MoneyFilter& filter_;
  const MoneyGroup group_;
  MoneyReport report_;
  Rows rows_;
};

}  // namespace

std::vector<const BudgetLine*> lines_of(const World& world, const std::optional<ProgrammeId>& programme) {
  std::vector<std::pair<Sequence, const BudgetLine*>> found;
  world.budget_lines.for_each([&](const auto& row) {
    if (!row->content.heading && (!programme || row->content.programme == *programme))
      found.push_back({row->life.first, &row->content});
  });
  std::sort(found.begin(), found.end());
  std::vector<const BudgetLine*> lines;
  for (const auto& each : found) lines.push_back(each.second);
  return lines;
}

MoneyReport money_report(const World& world, const MoneyFilter& filter, MoneyGroup group) {
  Report report(world, filter, group);
  for (const BudgetLine* line : lines_of(world, filter.programme)) {
    const BudgetBook* book = world.budget_books.find(line->id.value);
    if (matches(world, *line, book, filter)) report.add(*line, book);
  }
  return report.take();
}

}  // namespace luuvet::projections
