#include "domain/money/budget_scene.h"

#include <algorithm>

namespace luuvet {

std::optional<LineAtHand> line_at(const World& world, const Subject& target) {
  static const BudgetBook kEmpty;
  const auto* line = target.aggregate == Aggregate::kBudgetLine ? world.budget_lines.find(target.id) : nullptr;
  if (!line) return std::nullopt;
  const BudgetBook* book = world.budget_books.find(target.id);
  return LineAtHand{*line, book ? *book : kEmpty, world.programme_of(target)};
}

void check_amount(BodyCheck& check, std::string_view pointer, Amount amount) {
  if (amount > 0 && amount <= kAmountMax) return;
  check.fault(pointer, "Số tiền là số nguyên đồng, từ 1 đến 1.000.000.000.000.000.",
              "An amount is in whole đồng, from 1 to 1,000,000,000,000,000.");
}

void check_budget_year(BodyCheck& check, std::string_view pointer, std::int64_t year) {
  if (year >= kBudgetYearFirst && year <= kBudgetYearLast) return;
  check.fault(pointer, "Năm ngân sách không hợp lệ.", "This is no budget year.");
}

void check_years(BodyCheck& check, std::string_view pointer, const std::vector<YearAmount>& years) {
  if (years.empty()) check.fault(pointer, "Cần ít nhất một năm.", "At least one year is needed.");
  std::set<std::int64_t> used;
  check.size(pointer, years.size(), kNeedYearsMax);
  for (std::size_t i = 0; i < std::min(years.size(), kNeedYearsMax); ++i) {
    check_budget_year(check, at(pointer, i) + "/year", years[i].year);
    check.once(at(pointer, i) + "/year", used, years[i].year);
    if (years[i].amount != 0) check_amount(check, at(pointer, i) + "/amount", years[i].amount);
  }
}

void check_sources(BodyCheck& check, std::string_view pointer, const std::vector<SourceAmount>& sources) {
  std::set<std::pair<std::int64_t, FundingSource>> used;
  check.size(pointer, sources.size(), kSourceCellsMax);
  for (std::size_t i = 0; i < std::min(sources.size(), kSourceCellsMax); ++i) {
    check_budget_year(check, at(pointer, i) + "/year", sources[i].year);
    check.once(at(pointer, i), used, std::pair(sources[i].year, sources[i].funding_source));
    check_amount(check, at(pointer, i) + "/amount", sources[i].amount);
  }
}

void check_component(BodyCheck& check, const BudgetBook& book, const ComponentId& id) {
  if (!find_component(book, id)) check.unknown("/component", id.value);
}

bool of_province(const World& world, const Programme* programme, const AgencyId& agency) {
  const AgencyState* state = world.agencies.find(agency.value);
  return programme && state && state->content.province == programme->province;
}

bool leads_line(const World& world, const BudgetLine& line, const AgencyId& agency) {
  return std::any_of(line.lead_agencies.begin(), line.lead_agencies.end(), [&](const AgencyId& each) {
    return world.succeeds(agency, each) || world.in_group(each, agency);
  });
}

bool invests_in(const World& world, const BudgetComponent* component, const AgencyId& agency) {
  return component && component->content.investor_agency && world.succeeds(agency, *component->content.investor_agency);
}

namespace {

bool works_with(const World& world, const BudgetLine& line, const BudgetComponent* component, const AgencyId& agency) {
  return leads_line(world, line, agency) || invests_in(world, component, agency);
}

bool sponsors_one(const World& world, const BudgetLine& line, const BudgetComponent* component,
                  const AgencyId& agency) {
  bool found = false;
  world.sponsored.for_each([&](const auto& row) {
    const bool sponsors = std::any_of(row->sponsors.begin(), row->sponsors.end(),
                                      [&](const auto& sponsor) { return sponsor.agency == agency; });
    found = sponsors && works_with(world, line, component, row->agency);
    return !found;
  });
  return found;
}

bool holds(const Scene& scene, const LineAtHand& at, const BudgetComponent* component, const AgencyId& agency,
           Relation relation, const Grant& grant) {
  const World& world = scene.world;
  switch (relation) {
    case Relation::kLine:
      return works_with(world, at.line.content, component, agency);
    case Relation::kLineHead:
      return works_with(world, at.line.content, component, agency) ||
             sponsors_one(world, at.line.content, component, agency);
    case Relation::kProvince:
      return of_province(world, at.programme, agency);
    case Relation::kStanding:
      return stands_over(world, scene.command.target, agency, grant);
    default:
      return false;
  }
}

}  // namespace

Result<Capacity> money_capacity(const Scene& scene, const LineAtHand& at, const BudgetComponent* component,
                                const AgencyId& agency) {
  if (auto rejection = acting_fault(scene.world, agency)) return *std::move(rejection);
  const Grant* grant = grant_where(scene.acting, scene.command.body, [&](Relation relation, const Grant& each) {
    return holds(scene, at, component, agency, relation, each);
  });
  if (grant) return grant->capacity;
  return forbidden("M03", "Cơ quan này không chủ trì dòng kinh phí, không là chủ đầu tư và không quản lý ngân sách.",
                   "This agency neither leads the budget line, nor invests in it, nor keeps the budget.");
}

std::optional<Rejection> heading_fault(const BudgetLine& line) {
  if (!line.heading) return std::nullopt;
  return rule_broken("M02", "Dòng tiêu đề không có kinh phí.", "A heading carries no money.");
}

Rejection ended_component() {
  return rule_broken("M08", "Dự án, nhiệm vụ thành phần này đã kết thúc.", "This component has ended.");
}

Rejection too_many_entries() {
  return rule_broken("M24", "Dòng kinh phí này đã có quá nhiều mục.", "This budget line has too many entries already.");
}

void add_event(Decision& decision, const LineAtHand& at, Event event) {
  decision.events.push_back(
      {{Aggregate::kBudgetLine, at.line.content.id.value}, at.line.content.programme, std::nullopt, std::move(event)});
}

}  // namespace luuvet
