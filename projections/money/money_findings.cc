#include "projections/money/money_findings.h"

#include <algorithm>
#include <functional>

#include "domain/deadlines/timeliness.h"
#include "domain/links/link_rows.h"
#include "domain/plans/unit_plan.h"
#include "projections/likeness.h"
#include "projections/money/funded_parts.h"
#include "projections/money/money_report.h"
#include "projections/wide.h"

namespace luuvet::projections {
namespace {

std::string subject_of(const BudgetLine& line) {
  return Subject{Aggregate::kBudgetLine, line.id.value}.text();
}

// How far the linked tasks are, all together.
struct Work {
  std::int64_t percent = 0;  // their mean
  Products products;
};

Work work_of(const World& world, const std::vector<TaskId>& tasks, std::int64_t year, Date date) {
  Work work;
  work.products = products_of(world, tasks, year, date);
  std::int64_t sum = 0;
  for (const TaskId& id : tasks) {
    const TaskStanding standing = standing_on(world, *world.tasks.find(id.value), date);
    sum += standing.status == Status::kCompleted ? 100 : standing.progress_percent.value_or(0);
  }
  if (!tasks.empty()) work.percent = sum / static_cast<std::int64_t>(tasks.size());
  return work;
}

std::int64_t percent_of(Amount part, Amount whole) {
  if (whole <= 0) return 0;
  return static_cast<std::int64_t>(static_cast<Wide>(part) * 100 / whole);
}

// Of what is allocated; of money without an allocation all.
std::int64_t paid_percent(const PartMoney& money) {
  if (money.allocated > 0) return percent_of(money.disbursed, money.allocated);
  return money.disbursed > 0 ? 100 : 0;
}

bool is_paid_without_product(const PartMoney& money, const Products& products) {
  return paid_percent(money) >= kPaidShareLeast && products.delivered == 0 && products.begun == 0;
}

bool is_product_without_pay(const PartMoney& money, const Products& products) {
  const std::int64_t delivered = percent_of(products.delivered, products.asked);
  return delivered >= kProductsLeast && paid_percent(money) * 2 < delivered;
}

struct ComponentOf {
  const BudgetLine* line;
  const BudgetComponent* component;
};

// Their ids begin with their time.
void keep_newest(std::vector<ComponentOf>& all) {
  if (all.size() <= kComponentsCompared) return;
  std::vector<ComponentId> ids;
  for (const ComponentOf& each : all) ids.push_back(each.component->id);
  const auto oldest = ids.begin() + static_cast<std::ptrdiff_t>(kComponentsCompared - 1);
  std::nth_element(ids.begin(), oldest, ids.end(), std::greater<>());
  std::erase_if(all, [&](const ComponentOf& each) { return each.component->id < *oldest; });
}

// That have not ended.
std::vector<ComponentOf> components_of(const World& world, const std::vector<const BudgetLine*>& lines) {
  std::vector<ComponentOf> all;
  for (const BudgetLine* line : lines) {
    const BudgetBook* book = world.budget_books.find(line->id.value);
    for (std::size_t i = 0; book && i < book->components.size(); ++i)
      if (!book->components[i].ended) all.push_back({line, &book->components[i]});
  }
  keep_newest(all);
  return all;
}

class Finder {
 public:
  Finder(const World& world, Date date, const FindingThresholds& thresholds)
      : world_(world), date_(date), thresholds_(thresholds) {
    const std::int64_t year = civil_from_date(date).year;
    const std::int64_t days = last_of_year(year).days - first_of_year(year).days + 1;
    year_ = year;
    elapsed_ = (date.days - first_of_year(year).days + 1) * 100 / days;
  }

  void look_at(const BudgetLine& line) {
    const BudgetBook* book = book_of(line);
    const std::vector<FundedPart> parts = funded_parts(world_, line, book);
    const Amount need = sums_of(line, book).need;
    ++found_.lines;
    found_.need = plus(found_.need, need);
    if (std::ranges::any_of(parts, &FundedPart::linked)) {
      ++found_.linked_lines;
      found_.linked_need = plus(found_.linked_need, need);
    } else {
      const PartMoney money = money_of(book, parts, parts.front(), {});
      add(MoneyFindingKind::kUnlinked, line, parts.front(), need, money.disbursed);
    }
    for (const FundedPart& part : parts) {
      look_at_time(line, part, money_of(book, parts, part, year_));
      if (part.tasks.empty()) continue;
      const Work work = work_of(world_, part.tasks, last_paid_year(book, parts, part, year_), date_);
      look_at_work(line, part, need, money_of(book, parts, part, {}), work);
    }
  }

  void look_at_plan_codes(const BudgetLine& line) {
    const BudgetBook* book = book_of(line);
    for (std::size_t i = 0; book && i < book->components.size(); ++i) {
      const BudgetComponent& each = book->components[i];
      const PartMoney money = money_of(each);
      const bool coded = each.content.kind != ComponentKind::kPublicInvestment || each.content.medium_term_code;
      if (coded || each.ended || money.allocated <= 0) continue;
      add(MoneyFindingKind::kNoPlanCode, line, {}, money.allocated, money.disbursed).component = each.id;
    }
  }

  void look_for_doubles(const std::vector<const BudgetLine*>& lines) {
    std::vector<std::string_view> texts;
    for (const BudgetLine* line : lines) texts.push_back(line->name);
    for (const Alike& alike : Likeness(texts).pairs(static_cast<int>(thresholds_.same_money))) {
      const BudgetLine& a = *lines[alike.a];
      const BudgetLine& b = *lines[alike.b];
      if (is_rejected(a, b)) continue;
      const MoneySums first = sums_of(a, book_of(a)), second = sums_of(b, book_of(b));
      add_double(a, b, plus(first.need, second.need), plus(first.disbursed, second.disbursed), alike.score);
    }
  }

  // Components of different lines whose words are much the same.
  void look_for_double_components(const std::vector<const BudgetLine*>& lines) {
    const std::vector<ComponentOf> all = components_of(world_, lines);
    std::vector<std::string_view> texts;
    for (const ComponentOf& each : all) texts.push_back(each.component->content.name);
    for (const Alike& alike : Likeness(texts).pairs(static_cast<int>(thresholds_.same_money))) {
      const auto& [a, first] = all[alike.a];
      const auto& [b, second] = all[alike.b];
      if (a == b || is_rejected(*a, *b)) continue;
      const PartMoney one = money_of(*first), two = money_of(*second);
      MoneyFinding& finding =
          add_double(*a, *b, plus(one.allocated, two.allocated), plus(one.disbursed, two.disbursed), alike.score);
      finding.component = first->id;
      finding.other_component = second->id;
    }
  }

  MoneyFindings take() {
    std::stable_sort(found_.items.begin(), found_.items.end(),
                     [](const MoneyFinding& a, const MoneyFinding& b) { return a.kind < b.kind; });
    return std::move(found_);
  }

 private:
  const BudgetBook* book_of(const BudgetLine& line) const { return world_.budget_books.find(line.id.value); }

  MoneyFinding& add(MoneyFindingKind kind, const BudgetLine& line, const FundedPart& part, Amount amount,
                    Amount disbursed) {
    MoneyFinding finding;
    finding.kind = kind;
    finding.line = line.id;
    if (part.component) finding.component = part.component->id;
    finding.tasks = part.tasks;
    finding.amount = amount;
    finding.disbursed = disbursed;
    found_.items.push_back(std::move(finding));
    return found_.items.back();
  }

  // That they pay for the same, or do not, is decided of the lines.
  MoneyFinding& add_double(const BudgetLine& a, const BudgetLine& b, Amount amount, Amount disbursed, int score) {
    MoneyFinding& finding = add(MoneyFindingKind::kDoubleFunding, a, {}, amount, disbursed);
    finding.other = b.id;
    finding.score = score;
    const LinkState* link = link_between(a, b);
    if (link && link->status != LinkStatus::kParted) {
      finding.link = link->id;
      finding.link_status = link->status;
    }
    return finding;
  }

  const LinkState* link_between(const BudgetLine& a, const BudgetLine& b) const {
    return find_link(world_, pair_of(LinkKind::kFunds, {subject_of(a), subject_of(b)}));
  }

  bool is_rejected(const BudgetLine& a, const BudgetLine& b) const {
    const LinkState* link = link_between(a, b);
    return link && link->status == LinkStatus::kRejected;
  }

  void look_at_time(const BudgetLine& line, const FundedPart& part, const PartMoney& money) {
    if (money.allocated <= 0) return;
    const std::int64_t percent = percent_of(money.disbursed, money.allocated);
    if (percent + thresholds_.behind_time > elapsed_) return;
    MoneyFinding& finding = add(MoneyFindingKind::kBehindTime, line, part, money.allocated, money.disbursed);
    finding.progress = percent;
    finding.expected = elapsed_;
  }

  // `need`: of the line; a component has none of its own.
  void look_at_work(const BudgetLine& line, const FundedPart& part, Amount need, const PartMoney& money,
                    const Work& work) {
    const Amount stake = part.component ? money.allocated : need;
    if (is_paid_without_product(money, work.products))
      add_weighed(MoneyFindingKind::kPaidWithoutProduct, line, part, stake, money, work).products = work.products;
    if (is_product_without_pay(money, work.products))
      add_weighed(MoneyFindingKind::kProductWithoutPay, line, part, stake, money, work).products = work.products;
    const std::int64_t paid = percent_of(money.disbursed, money.allocated);
    if (money.allocated <= 0 ||
        std::max(paid, work.percent) - std::min(paid, work.percent) < thresholds_.behind_progress)
      return;
    add_weighed(MoneyFindingKind::kBehindProgress, line, part, money.allocated, money, work);
  }

  MoneyFinding& add_weighed(MoneyFindingKind kind, const BudgetLine& line, const FundedPart& part, Amount amount,
                            const PartMoney& money, const Work& work) {
    MoneyFinding& finding = add(kind, line, part, amount, money.disbursed);
    finding.progress = work.percent;
    if (money.allocated > 0) finding.expected = percent_of(money.disbursed, money.allocated);
    return finding;
  }

  const World& world_;
  const Date date_;
  const FindingThresholds thresholds_;
  std::int64_t year_ = 0;
  std::int64_t elapsed_ = 0;  // percent of the year
  MoneyFindings found_;
};

}  // namespace

MoneyFindings money_findings(const World& world, const ProgrammeId& programme, Date status_date,
                             const FindingThresholds& thresholds) {
  Finder finder(world, status_date, thresholds);
  const std::vector<const BudgetLine*> lines = lines_of(world, programme);
  for (const BudgetLine* line : lines) {
    finder.look_at(*line);
    finder.look_at_plan_codes(*line);
  }
  finder.look_for_doubles(lines);
  finder.look_for_double_components(lines);
  return finder.take();
}

}  // namespace luuvet::projections
