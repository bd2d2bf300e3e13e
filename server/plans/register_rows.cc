#include "server/plans/register_rows.h"

#include <algorithm>

#include "domain/base/fold.h"
#include "domain/indicators/indicator_terms.h"
#include "server/plans/figures.h"

namespace luuvet::server {
namespace {

constexpr std::string_view kNoFunding = "undetermined";

// Funds as papers name them; the first that fits counts.
struct FundingWords {
  std::string_view folded;
  std::string_view source;
};
constexpr FundingWords kFunding[] = {{"trung uong", "central-budget"},      {"ngan sach tinh", "provincial-budget"},
                                     {"dia phuong", "provincial-budget"},   {"xa hoi hoa", "private-and-other"},
                                     {"doanh nghiep", "private-and-other"}, {"tai tro", "private-and-other"},
                                     {"khac", "private-and-other"}};

std::string funding_of(const std::string& cell) {
  const std::string folded = fold(cell);
  for (const FundingWords& words : kFunding)
    if (folded.find(words.folded) != folded.npos) return std::string(words.source);
  return std::string(kNoFunding);
}

Source source_of(const PlanReading& reading, const FileRow& file) {
  return {reading.document, file.annex, text_or_none(one_line(file.section)), text_or_none(one_line(file.number))};
}

template <class Content>
void read_name(const PlanReading& reading, const FileRow& file, const RowFix* fix, RegisterReading<Content>& read) {
  read.row.programme = reading.programme;
  read.row.source = source_of(reading, file);
  read.row.name = one_line(fix && fix->title ? *fix->title : file.title);
  if (read.row.name.empty()) read.doubts.push_back(RowDoubt::kNoTitle);
}

template <class Content>
void read_bodies(const PlanReading& reading, const FileRow& file, const RowFix* fix, RegisterReading<Content>& read,
                 std::vector<AgencyId>& lead, std::vector<AgencyId>& others) {
  const auto agencies = [&](PlanField field, const std::string& cell, const auto& fixed) {
    return fixed ? *fixed : read_agencies(reading, field, cell, read.unknown);
  };
  const RowFix none;
  const RowFix& by = fix ? *fix : none;
  lead = agencies(PlanField::kLead, file.lead, by.lead_agencies);
  others = agencies(PlanField::kCoordinating, file.coordinating, by.coordinating_agencies);
  if (!read.unknown.empty()) read.doubts.push_back(RowDoubt::kUnknownAgency);
  if (file.joined) read.doubts.push_back(RowDoubt::kJoined);
}

// Units that say that the number is a place in a ranking.
bool counts_places(const std::optional<std::string>& unit) {
  const std::string folded = unit ? fold(*unit) : std::string{};
  return folded == "thu bac" || folded == "thu hang" || folded == "xep hang" || folded == "hang";
}

std::string direction_of(const Indicator& row) {
  const auto all = [&](auto... kinds) {
    return !row.targets.empty() && std::ranges::all_of(row.targets, [&](const Target& target) {
      return ((target.comparator == kinds) || ...);
    });
  };
  if (counts_places(row.unit) && all(Comparator::kAtMost, Comparator::kBelow, Comparator::kEqual)) return "rank";
  if (all(Comparator::kAtMost, Comparator::kBelow)) return "lower";
  if (all(Comparator::kDone)) return "done";
  return all(Comparator::kText) ? "text" : "higher";
}

void read_targets(const PlanReading& reading, const FileRow& file, RegisterReading<Indicator>& read) {
  bool doubtful = false;
  for (const FileFigure& figure : file.figures) {
    if (figure.field != PlanField::kTarget) continue;
    auto target = read_target(figure, figure.year.value_or(reading.years.to));
    if (!target) continue;
    const bool shares = !read.row.unit || is_percent(read.row.unit);  // else it may be meant as the number it holds
    doubtful = doubtful || target->doubtful || (figure.percent && !shares);
    read.row.targets.push_back(std::move(target->target));
  }
  if (doubtful) read.doubts.push_back(RowDoubt::kUnreadNumber);
  const bool percent = std::ranges::any_of(
      read.row.targets, [](const Target& target) { return target.text.find('%') != target.text.npos; });
  if (!read.row.unit && percent && !file.has(PlanField::kUnit)) read.row.unit.emplace("%");
}

void read_need(const FileRow& file, RegisterReading<BudgetLine>& read) {
  Need need;
  Amount sum = 0;
  bool doubtful = false, any = false, total = false;
  for (const FileFigure& figure : file.figures) {
    const ReadAmount amount = read_amount(figure, file.scale);
    doubtful = doubtful || amount.doubtful;
    any = any || amount.amount;
    if (figure.field == PlanField::kTotal && amount.amount) need.total = *amount.amount, total = true;
    if (figure.field != PlanField::kNeed || !figure.year) continue;
    need.years[std::to_string(*figure.year)] = amount.amount;
    sum += amount.amount.value_or(0);
  }
  if (!total) need.total = sum;
  if (doubtful) read.doubts.push_back(RowDoubt::kUnreadNumber);
  if (!any) read.doubts.push_back(RowDoubt::kNoAmount);
  if (any && !need.years.empty() && sum != need.total) read.doubts.push_back(RowDoubt::kSumDiffers);
  read.row.need = std::move(need);
}

void correct(FileFigure& figure, const FigureFix& fix) {
  if (figure.field == PlanField::kTarget) {
    figure.text = fix.text.value_or("");
    figure.number.reset();
    figure.percent = false;
  } else {
    figure.amount = fix.amount;
    if (!fix.amount) figure.text.clear();
  }
}

}  // namespace

FileRow with_figures(FileRow file, const RowFix* fix) {
  if (!fix || !fix->figures) return file;
  for (FileFigure& figure : file.figures)
    for (const FigureFix& each : *fix->figures)
      if (each.year == figure.year) correct(figure, each);
  return file;
}

RegisterReading<Indicator> read_indicator(const PlanReading& reading, const FileRow& file, const RowFix* fix) {
  RegisterReading<Indicator> read;
  Indicator& row = read.row;
  read_name(reading, file, fix, read);
  read_bodies(reading, file, fix, read, row.tracking_agencies, row.implementing_agencies);
  row.tracking_text = text_or_none(one_line(file.lead));
  row.implementing_text = text_or_none(one_line(file.coordinating));
  row.unit = text_or_none(one_line(file.unit));
  row.note = text_or_none(one_line(file.note));
  read_targets(reading, file, read);
  row.direction = direction_of(row);
  if (row.targets.empty()) read.doubts.push_back(RowDoubt::kNoTarget);
  return read;
}

RegisterReading<BudgetLine> read_budget_line(const PlanReading& reading, const FileRow& file, const RowFix* fix) {
  RegisterReading<BudgetLine> read;
  BudgetLine& row = read.row;
  read_name(reading, file, fix, read);
  read_bodies(reading, file, fix, read, row.lead_agencies, row.coordinating_agencies);
  row.lead_text = text_or_none(one_line(file.lead));
  row.coordinating_text = text_or_none(one_line(file.coordinating));
  row.funding_source = funding_of(file.funding);
  row.heading = file.heading;
  if (!row.heading) read_need(file, read);
  return read;
}

}  // namespace luuvet::server
