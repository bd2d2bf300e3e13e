#include "domain/indicators/indicator_terms.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_set>
#include <utility>

#include "domain/base/fold.h"
#include "domain/links/link_rows.h"

namespace luuvet {
namespace {

const Decimal kUsualOutlierFactor{5, 1};
const Decimal kUsualHistoryFactor{5, 0};

IndicatorDirection direction_of(std::string_view printed) {
  if (printed == "lower") return IndicatorDirection::kLower;
  if (printed == "rank") return IndicatorDirection::kRank;
  if (printed == "done") return IndicatorDirection::kDone;
  if (printed == "text") return IndicatorDirection::kText;
  return IndicatorDirection::kHigher;
}

// Rows of places are at times called "higher" or "lower": what a target asks for says more.
bool asks_for_rank(const Indicator& row) {
  return std::any_of(row.targets.begin(), row.targets.end(),
                     [](const Target& each) { return each.comparator == Comparator::kRank; });
}

IndicatorDefinition printed(const World& world, const Indicator& row, Sequence sequence) {
  IndicatorDefinition definition;
  definition.sequence = sequence;
  definition.terms.unit = row.unit;
  definition.terms.direction = asks_for_rank(row) ? IndicatorDirection::kRank : direction_of(row.direction);
  definition.terms.implementing_agencies = row.implementing_agencies;
  definition.terms.tracking_agencies = row.tracking_agencies;
  const bool alone = submitters_of(world, definition.terms).size() <= 1;
  definition.terms.combine = alone ? Combining::kSingle : Combining::kNone;
  return definition;
}

// Each once, in the order of coming; there may be hundreds.
class Bodies {
 public:
  explicit Bodies(const World& world) : world_(world) {}

  void add(const AgencyId& agency) {
    AgencyId now = world_.successor(agency);
    if (!world_.is_agency(now) || world_.has_ended(now) || !known_.insert(now.value).second) return;
    list_.push_back(std::move(now));
  }
  std::vector<AgencyId> take() { return std::move(list_); }

 private:
  const World& world_;
  std::vector<AgencyId> list_;
  std::unordered_set<std::string> known_;
};

std::vector<AgencyId> bodies_of(const World& world, const std::vector<AgencyId>& named) {
  Bodies bodies(world);
  for (const AgencyId& each : named) {
    if (const auto* group = world.agency_groups.find(each.value))
      for (const AgencyId& member : group->content.members) bodies.add(member);
    else
      bodies.add(each);
  }
  return bodies.take();
}

bool names_a_group(const World& world, const std::vector<AgencyId>& named) {
  return std::any_of(named.begin(), named.end(),
                     [&](const AgencyId& each) { return world.agency_groups.find(each.value) != nullptr; });
}

Sequence registered_at(const World& world, const IndicatorId& id) {
  const auto* state = world.indicators.find(id.value);
  return state ? state->life.first : 0;
}

// --- twins ---

bool is_twin_link(const LinkState& link) {
  return link.status == LinkStatus::kLinked && link.pair.kind == LinkKind::kTwin;
}

std::string text_of(const IndicatorId& id) {
  return Subject{Aggregate::kIndicator, id.value}.text();
}

// The indicators that are the same by way of links; itself first.
std::vector<IndicatorId> same_indicators(const World& world, const IndicatorId& id) {
  std::vector<IndicatorId> set{id};
  for (std::size_t at = 0; at < set.size(); ++at)
    for (const LinkState* link : links_of(world, text_of(set[at])))
      for (const std::string& subject : is_twin_link(*link) ? link->pair.subjects : std::vector<std::string>{}) {
        const auto row = parse_subject(subject);
        if (!row || row->aggregate != Aggregate::kIndicator || !world.indicators.find(row->id)) continue;
        if (std::find(set.begin(), set.end(), IndicatorId{row->id}) == set.end()) set.push_back({row->id});
      }
  return set;
}

using TimesBound = std::map<std::string, int>;  // by row: links in which it was decided to bind

TimesBound times_bound(const World& world, const std::vector<IndicatorId>& set, LinkField field) {
  TimesBound bound;
  for (const IndicatorId& each : set)
    for (const LinkState* link : links_of(world, text_of(each)))
      if (is_twin_link(*link))
        for (const Binding& binding : link->binding)
          if (binding.field == field) ++bound[binding.subject];
  return bound;
}

// The row that binds most often, else the one registered first. Of a set that is not empty.
IndicatorId most_bound(const World& world, const std::vector<IndicatorId>& set, TimesBound bound) {
  return *std::min_element(set.begin(), set.end(), [&](const IndicatorId& a, const IndicatorId& b) {
    return std::pair(-bound[text_of(a)], registered_at(world, a)) <
           std::pair(-bound[text_of(b)], registered_at(world, b));
  });
}

const Indicator& row_of(const World& world, const IndicatorId& id) {
  return world.indicators.find(id.value)->content;
}

IndicatorId binding_in(const World& world, const std::vector<IndicatorId>& set, LinkField field) {
  return most_bound(world, set, times_bound(world, set, field));
}

bool says(const std::optional<std::string>& unit) {
  return unit && !unit->empty();
}

// Null: as printed.
const IndicatorDefinition* definition_set(const World& world, const IndicatorId& id, Date date) {
  const IndicatorBook* book = book_of(world, id);
  const IndicatorDefinition* found = nullptr;
  if (book)
    for (const IndicatorDefinition& each : book->definitions)
      if (each.terms.valid_from <= date && (!found || each.terms.valid_from >= found->terms.valid_from)) found = &each;
  return found;
}

const std::optional<std::string>& own_unit(const World& world, const Indicator& row, Date date) {
  const IndicatorDefinition* set = definition_set(world, row.id, date);
  return set ? set->terms.unit : row.unit;
}

// Of the twins that say one. None: nobody does.
std::optional<std::string> unit_of_twins(const World& world, const Indicator& row, Date date) {
  if (!world.linked.find(text_of(row.id))) return std::nullopt;
  std::vector<IndicatorId> set = same_indicators(world, row.id);
  std::erase_if(set, [&](const IndicatorId& each) { return !says(own_unit(world, row_of(world, each), date)); });
  if (set.empty()) return std::nullopt;
  return own_unit(world, row_of(world, binding_in(world, set, LinkField::kUnit)), date);
}

}  // namespace

const IndicatorBook* book_of(const World& world, const IndicatorId& id) {
  return world.indicator_books.find(id.value);
}

std::vector<IndicatorDefinition> definitions_of(const World& world, const Indicator& row) {
  std::vector<IndicatorDefinition> all{printed(world, row, registered_at(world, row.id))};
  if (const IndicatorBook* book = book_of(world, row.id))
    all.insert(all.end(), book->definitions.begin(), book->definitions.end());
  return all;
}

IndicatorDefinition definition_on(const World& world, const Indicator& row, Date date) {
  const IndicatorDefinition* set = definition_set(world, row.id, date);
  IndicatorDefinition found = set ? *set : printed(world, row, registered_at(world, row.id));
  if (!says(found.terms.unit))
    if (auto unit = unit_of_twins(world, row, date)) found.terms.unit = std::move(unit);
  return found;
}

Frequency frequency_on(const World& world, const Indicator& row, Date date) {
  const IndicatorDefinition* set = definition_set(world, row.id, date);
  return set ? set->terms.frequency : IndicatorTerms{}.frequency;
}

Counting counting_on(const World& world, const Indicator& row, Date date) {
  const IndicatorDefinition* set = definition_set(world, row.id, date);
  return set ? set->terms.counting : IndicatorTerms{}.counting;
}

std::optional<std::string> unit_on(const World& world, const Indicator& row, Date date) {
  const std::optional<std::string>& own = own_unit(world, row, date);
  if (says(own)) return own;
  const auto unit = unit_of_twins(world, row, date);
  return unit ? unit : own;
}

std::vector<AgencyId> submitters_of(const World& world, const IndicatorTerms& terms) {
  if (!terms.submitters.empty()) return bodies_of(world, terms.submitters);
  const bool bodies = !terms.implementing_agencies.empty() && !names_a_group(world, terms.implementing_agencies);
  if (bodies || terms.tracking_agencies.empty()) return bodies_of(world, terms.implementing_agencies);
  return bodies_of(world, terms.tracking_agencies);
}

std::vector<AgencyId> verifiers_of(const World& world, const IndicatorTerms& terms) {
  if (terms.verifier) return bodies_of(world, {*terms.verifier});
  return bodies_of(world, terms.tracking_agencies);
}

std::vector<AgencyId> publishers_of(const World& world, const IndicatorTerms& terms) {
  if (terms.publication && terms.publication->agency) return bodies_of(world, {*terms.publication->agency});
  return bodies_of(world, terms.tracking_agencies);
}

// --- periods ---

bool fits(Frequency frequency, std::string_view period) {
  constexpr std::size_t kYearSize = 4;
  const std::string_view part = period.size() > kYearSize ? period.substr(kYearSize + 1) : std::string_view{};
  switch (frequency) {
    case Frequency::kMonth:
      return !part.empty() && part.front() != 'q' && part.front() != 'h';
    case Frequency::kQuarter:
      return part.starts_with('q');
    case Frequency::kHalfYear:
      return part.starts_with('h');
    case Frequency::kYear:
      return part.empty();
  }
  return false;
}

std::string period_of(Frequency frequency, Date date) {
  const CivilDate civil = civil_from_date(date);
  const std::string year = std::to_string(civil.year);
  switch (frequency) {
    case Frequency::kMonth:
      return year + (civil.month < 10 ? "-0" : "-") + std::to_string(civil.month);
    case Frequency::kQuarter:
      return year + "-q" + std::to_string((civil.month - 1) / 3 + 1);
    case Frequency::kHalfYear:
      return year + "-h" + std::to_string((civil.month - 1) / 6 + 1);
    case Frequency::kYear:
      return year;
  }
  return year;
}

bool comes_before(std::string_view earlier, std::string_view later) {
  for (const Frequency each : {Frequency::kMonth, Frequency::kQuarter, Frequency::kHalfYear, Frequency::kYear})
    if (fits(each, earlier) && fits(each, later)) return earlier < later;
  return false;
}

bool is_due_period(const World& world, const Indicator& row, std::string_view period) {
  const auto days = parse_period(period);
  return days && fits(frequency_on(world, row, days->last), period);
}

bool same_meaning(const World& world, const Indicator& row, std::string_view earlier, std::string_view later) {
  const auto before = parse_period(earlier);
  const auto after = parse_period(later);
  if (!before || !after) return false;
  const IndicatorBook* book = book_of(world, row.id);
  const auto since = [&](const DateRange& days) { return meaning_since(book, civil_from_date(days.last).year); };
  return since(*before) == since(*after) &&
         same_unit(unit_on(world, row, before->last), unit_on(world, row, after->last));
}

// --- targets, baselines, breaks, checks ---

std::vector<Target> targets_on(const World& world, const Indicator& row, const std::optional<AgencyId>& agency,
                               Date date) {
  const IndicatorBook* book = book_of(world, row.id);
  const TargetSet* found = nullptr;
  if (book)
    for (const TargetSet& each : book->target_sets)
      if (each.agency == agency && each.valid_from <= date && (!found || each.valid_from >= found->valid_from))
        found = &each;
  std::vector<Target> targets = found ? found->targets : agency ? std::vector<Target>{} : row.targets;
  std::stable_sort(targets.begin(), targets.end(), [](const Target& a, const Target& b) { return a.year < b.year; });
  return targets;
}

std::unordered_map<std::string_view, const TargetSet*> target_sets_on(const IndicatorBook& book, Date date) {
  std::unordered_map<std::string_view, const TargetSet*> sets;
  for (const TargetSet& each : book.target_sets) {
    if (each.valid_from > date) continue;
    const TargetSet*& set = sets[each.agency ? std::string_view(each.agency->value) : std::string_view()];
    if (!set || each.valid_from >= set->valid_from) set = &each;
  }
  return sets;
}

const Target* milestone_for(const std::vector<Target>& targets, std::int64_t year) {
  const auto found =
      std::find_if(targets.begin(), targets.end(), [&](const Target& each) { return each.year >= year; });
  if (found != targets.end()) return &*found;
  return targets.empty() ? nullptr : &targets.back();
}

const Baseline* baseline_before(const IndicatorBook* book, const std::optional<AgencyId>& agency, std::int64_t before) {
  const Baseline* found = nullptr;
  if (book)
    for (const Baseline& each : book->baselines)
      if (each.agency == agency && each.year < before && (!found || each.year >= found->year)) found = &each;
  return found;
}

const Baseline* baseline_of(const IndicatorBook& book, const std::optional<AgencyId>& agency, std::int64_t year) {
  const Baseline* found = nullptr;
  for (const Baseline& each : book.baselines)
    if (each.agency == agency && each.year == year) found = &each;
  return found;
}

std::vector<Baseline> newest_baselines(const IndicatorBook* book) {
  std::vector<Baseline> newest;
  if (!book) return newest;
  for (const Baseline& each : book->baselines) {
    const auto known =
        std::find_if(newest.begin(), newest.end(), [&](const Baseline& one) { return one.agency == each.agency; });
    if (known == newest.end())
      newest.push_back(each);
    else if (each.year >= known->year)
      *known = each;
  }
  return newest;
}

std::optional<std::int64_t> meaning_since(const IndicatorBook* book, std::int64_t year) {
  std::optional<std::int64_t> since;
  if (book)
    for (const SeriesBreak& each : book->breaks)
      if (each.from <= year && (!since || each.from > *since)) since = each.from;
  return since;
}

bool is_percent(const std::optional<std::string>& unit) {
  return unit && unit->starts_with('%');
}

bool is_growth(const IndicatorTerms& terms, std::string_view name) {
  constexpr std::array kBeginnings = {"tang ",       "giam ",       "muc tang ",   "muc giam ",  "muc do tang ",
                                      "ty le tang ", "ti le tang ", "ty le giam ", "ti le giam "};
  const std::string folded = fold(name) + ' ';
  const bool named =
      std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](const char* words) { return folded.starts_with(words); });
  const std::string unit = fold(terms.unit.value_or(""));
  const bool per_year = unit == "nam" || unit.starts_with("tang");
  return named || per_year || folded.find("toc do tang ") != std::string::npos ||
         folded.find("toc do giam ") != std::string::npos;
}

std::optional<IndicatorCheck> usual_range(const std::optional<std::string>& unit) {
  if (!is_percent(unit)) return std::nullopt;
  return IndicatorCheck{CheckKind::kRange, Importance::kWarning, Decimal{0, 0}, Decimal{100, 0}, {}, {}};
}

std::vector<IndicatorCheck> checks_of(const IndicatorBook* book, const IndicatorTerms& terms, std::string_view name) {
  if (book && !book->checks.empty()) return book->checks;
  std::vector<IndicatorCheck> checks;
  if (auto range = usual_range(terms.unit); range && !is_growth(terms, name)) {
    checks.push_back(*std::move(range));
    checks.push_back({CheckKind::kNumeratorWithinDenominator, Importance::kError, {}, {}, {}, {}});
  }
  if (terms.counting == Counting::kSinceStart || terms.counting == Counting::kInYear)
    checks.push_back({CheckKind::kMonotone, Importance::kWarning, {}, {}, {}, {}});
  checks.push_back({CheckKind::kOutlier, Importance::kWarning, {}, {}, {}, kUsualOutlierFactor});
  checks.push_back({CheckKind::kHistory, Importance::kWarning, {}, {}, {}, kUsualHistoryFactor});
  return checks;
}

// --- twins ---

namespace {

std::optional<FiguresApart> figures_apart(const World& world, const Indicator& a, const Indicator& b, Date date) {
  const IndicatorTerms first = definition_on(world, a, date).terms;
  const IndicatorTerms second = definition_on(world, b, date).terms;
  if (!same_unit(first.unit, second.unit)) return FiguresApart::kUnit;
  return first.direction == second.direction ? std::nullopt : std::optional(FiguresApart::kDirection);
}

}  // namespace

namespace {

bool has_figures(const World& world, const IndicatorId& id) {
  const IndicatorBook* book = book_of(world, id);
  return book && !book->periods.empty();
}

// The row that binds, or the twin for which figures were entered where none ever were for it.
IndicatorId bearer_among(const World& world, const std::vector<IndicatorId>& set) {
  IndicatorId binding = binding_in(world, set, LinkField::kTargets);
  if (has_figures(world, binding)) return binding;
  const auto other =
      std::find_if(set.begin(), set.end(), [&](const IndicatorId& each) { return has_figures(world, each); });
  return other == set.end() ? binding : *other;
}

}  // namespace

std::optional<IndicatorId> figures_from(const World& world, const Indicator& row, Date date) {
  if (!world.linked.find(text_of(row.id))) return std::nullopt;
  const std::vector<IndicatorId> set = same_indicators(world, row.id);
  if (set.size() == 1) return std::nullopt;
  IndicatorId bearer = bearer_among(world, set);
  if (bearer == row.id || figures_apart(world, row, row_of(world, bearer), date)) return std::nullopt;
  return bearer;
}

TwinFigures twin_figures(const World& world, const Indicator& a, const Indicator& b, Date date) {
  const auto judged = [](std::optional<FiguresApart> apart) { return TwinFigures{!apart, apart}; };
  const std::vector<IndicatorId> set = same_indicators(world, a.id);
  if (std::find(set.begin(), set.end(), b.id) == set.end()) return judged(figures_apart(world, a, b, date));
  const Indicator& bearer = row_of(world, bearer_among(world, set));
  const auto first = figures_apart(world, a, bearer, date);
  return judged(first ? first : figures_apart(world, b, bearer, date));
}

const Indicator& row_in_force(const World& world, const Indicator& row, LinkField field) {
  if (!world.linked.find(text_of(row.id))) return row;
  const std::vector<IndicatorId> set = same_indicators(world, row.id);
  TimesBound bound = times_bound(world, set, field);
  return bound.empty() ? row : row_of(world, most_bound(world, set, std::move(bound)));
}

std::optional<MemberId> member_in_force(const World& world, const Indicator& row) {
  return row_in_force(world, row, LinkField::kMember).member;
}

}  // namespace luuvet
