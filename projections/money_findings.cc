#include "projections/money_findings.h"

#include <algorithm>

#include "domain/link_rows.h"
#include "domain/timeliness.h"
#include "domain/unit_plan.h"
#include "projections/likeness.h"
#include "projections/money_report.h"
#include "projections/wide.h"

namespace luuvet::projections {
namespace {

std::string subject_of(const BudgetLine& line) {
  return Subject{Aggregate::kBudgetLine, line.id.value}.text();
}

struct Linked {
  std::vector<TaskId> tasks;
  bool any = false;  // also an indicator
};

Linked linked_to(const World& world, const BudgetLine& line) {
  Linked linked;
  for (const LinkState* link : links_of(world, subject_of(line))) {
    if (link->pair.kind != LinkKind::kFunds || link->status != LinkStatus::kLinked) continue;
    for (const std::string& text : link->pair.subjects) {
      const auto row = parse_subject(text);
      if (!row || row->aggregate == Aggregate::kBudgetLine) continue;
      linked.any = true;
      if (row->aggregate == Aggregate::kTask && world.tasks.find(row->id)) linked.tasks.push_back({row->id});
    }
  }
  return linked;
}

// How far the linked tasks are, all together.
struct Work {
  std::int64_t percent = 0;  // their mean
  bool all_completed = true;
  bool none_begun = true;  // no product and no progress
};

Work work_of(const World& world, const std::vector<TaskId>& tasks, Date date) {
  Work work;
  std::int64_t sum = 0;
  for (const TaskId& id : tasks) {
    const TaskStanding standing = standing_on(world, *world.tasks.find(id.value), date);
    const bool completed = standing.status == Status::kCompleted;
    const std::int64_t percent = completed ? 100 : standing.progress_percent.value_or(0);
    work.all_completed = work.all_completed && completed;
    work.none_begun = work.none_begun && percent == 0;
    sum += percent;
  }
  if (!tasks.empty()) work.percent = sum / static_cast<std::int64_t>(tasks.size());
  return work;
}

std::int64_t percent_of(Amount part, Amount whole) {
  if (whole <= 0) return 0;
  return static_cast<std::int64_t>(static_cast<Wide>(part) * 100 / whole);
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
    const BudgetBook* book = world_.budget_books.find(line.id.value);
    const MoneySums sums = sums_of(line, book);
    const Linked linked = linked_to(world_, line);
    ++found_.lines;
    found_.need = plus(found_.need, sums.need);
    if (linked.any) {
      ++found_.linked_lines;
      found_.linked_need = plus(found_.linked_need, sums.need);
    } else {
      add(MoneyFindingKind::kUnlinked, line, linked, sums.need, sums.disbursed);
    }
    look_at_time(line, book, linked);
    if (!linked.tasks.empty()) look_at_work(line, linked, sums);
  }

  void look_for_doubles(const std::vector<const BudgetLine*>& lines) {
    std::vector<std::string_view> texts;
    for (const BudgetLine* line : lines) texts.push_back(line->name);
    for (const Alike& alike : Likeness(texts).pairs(static_cast<int>(thresholds_.same_money))) {
      const BudgetLine& a = *lines[alike.a];
      const BudgetLine& b = *lines[alike.b];
      MoneyFinding& finding =
          add(MoneyFindingKind::kDoubleFunding, a, {}, plus(need(a), need(b)), plus(disbursed(a), disbursed(b)));
      finding.other = b.id;
      finding.score = alike.score;
      if (const LinkState* link = find_link(world_, pair_of(LinkKind::kFunds, {subject_of(a), subject_of(b)})))
        finding.link = link->id;
    }
  }

  MoneyFindings take() {
    std::stable_sort(found_.items.begin(), found_.items.end(),
                     [](const MoneyFinding& a, const MoneyFinding& b) { return a.kind < b.kind; });
    return std::move(found_);
  }

 private:
  Amount need(const BudgetLine& line) const { return sums_of(line, world_.budget_books.find(line.id.value)).need; }
  Amount disbursed(const BudgetLine& line) const {
    return sums_of(line, world_.budget_books.find(line.id.value)).disbursed;
  }

  MoneyFinding& add(MoneyFindingKind kind, const BudgetLine& line, const Linked& linked, Amount amount,
                    Amount disbursed) {
    MoneyFinding finding;
    finding.kind = kind;
    finding.line = line.id;
    finding.tasks = linked.tasks;
    finding.amount = amount;
    finding.disbursed = disbursed;
    found_.items.push_back(std::move(finding));
    return found_.items.back();
  }

  void look_at_time(const BudgetLine& line, const BudgetBook* book, const Linked& linked) {
    MoneySlice slice;
    slice.year = year_;
    const MoneySums sums = sums_of(line, book, slice);
    if (sums.allocated <= 0) return;
    const std::int64_t percent = percent_of(sums.disbursed, sums.allocated);
    if (percent + thresholds_.behind_time > elapsed_) return;
    MoneyFinding& finding = add(MoneyFindingKind::kBehindTime, line, linked, sums.allocated, sums.disbursed);
    finding.progress = percent;
    finding.expected = elapsed_;
  }

  void look_at_work(const BudgetLine& line, const Linked& linked, const MoneySums& sums) {
    const Work work = work_of(world_, linked.tasks, date_);
    if (sums.disbursed > 0 && work.none_begun)
      add(MoneyFindingKind::kPaidWithoutProduct, line, linked, sums.need, sums.disbursed).progress = work.percent;
    if (sums.disbursed <= 0 && work.all_completed)
      add(MoneyFindingKind::kProductWithoutPay, line, linked, sums.need, sums.disbursed).progress = work.percent;
    const std::int64_t paid = percent_of(sums.disbursed, sums.allocated);
    if (sums.allocated <= 0 ||
        std::max(paid, work.percent) - std::min(paid, work.percent) < thresholds_.behind_progress)
      return;
    MoneyFinding& finding = add(MoneyFindingKind::kBehindProgress, line, linked, sums.allocated, sums.disbursed);
    finding.progress = work.percent;
    finding.expected = paid;
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
  for (const BudgetLine* line : lines) finder.look_at(*line);
  finder.look_for_doubles(lines);
  return finder.take();
}

}  // namespace luuvet::projections
