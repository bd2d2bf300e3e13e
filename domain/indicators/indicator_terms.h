// What holds of an indicator on a day, or for a period: the version of its definition, who submits, verifies and
// publishes, its
// targets, baseline, breaks and checks. Agencies that have ended stand as their successors.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/deadlines/reporting_period.h"
#include "domain/world.h"

namespace luuvet {

// Null while people have said nothing.
const IndicatorBook* book_of(const World& world, const IndicatorId& id);

// Version 0 (as printed), then what was set, in that order. Of a row that is there. How figures are combined is printed
// nowhere: in version 0 one agency speaks for the whole where no other submits, else nothing is combined yet.
std::vector<IndicatorDefinition> definitions_of(const World& world, const Indicator& row);

// The version with the latest day not after `date`; between equal days the one set last. A unit that it leaves out is
// that of a twin (X19).
IndicatorDefinition definition_on(const World& world, const Indicator& row, Date date);

// Of that version, without making a copy of it.
Frequency frequency_on(const World& world, const Indicator& row, Date date);
Counting counting_on(const World& world, const Indicator& row, Date date);
std::optional<std::string> unit_on(const World& world, const Indicator& row, Date date);

// Agencies in force that submit by these terms, groups standing for their members, each once: as named, else who
// implements where that are bodies, else who tracks, else whoever implements.
std::vector<AgencyId> submitters_of(const World& world, const IndicatorTerms& terms);

// Whom else than statistics the terms let verify: as named, else who tracks it.
std::vector<AgencyId> verifiers_of(const World& world, const IndicatorTerms& terms);

// Who publishes the results by these terms: as the duty names it, else who tracks it.
std::vector<AgencyId> publishers_of(const World& world, const IndicatorTerms& terms);

// Whether a period of this id is one of those in which such figures come.
bool fits(Frequency frequency, std::string_view period);
// The period of that frequency in which the day lies: "2026-q2".
std::string period_of(Frequency frequency, Date date);
// Of the same length, and earlier.
bool comes_before(std::string_view earlier, std::string_view later);
// Whether the period is one of the definition in force for it, and whether the figures of two mean the same: no break
// between them, the same unit.
bool is_due_period(const World& world, const Indicator& row, std::string_view period);
bool same_meaning(const World& world, const Indicator& row, std::string_view earlier, std::string_view later);

// The targets in force on the day, by year: as set last with a day not after it, else, of the whole, as printed.
std::vector<Target> targets_on(const World& world, const Indicator& row, const std::optional<AgencyId>& agency,
                               Date date);
// The sets in force on the day, by agency; of the whole by "". They live as long as the book.
std::unordered_map<std::string_view, const TargetSet*> target_sets_on(const IndicatorBook& book, Date date);
// The milestone for a year: the first not before it, else the last. Null: there is none.
const Target* milestone_for(const std::vector<Target>& targets, std::int64_t year);

// The newest of a year before `before`, entered last between equals.
const Baseline* baseline_before(const IndicatorBook* book, const std::optional<AgencyId>& agency, std::int64_t before);

// The one entered last of just this year. Null: none was.
const Baseline* baseline_of(const IndicatorBook& book, const std::optional<AgencyId>& agency, std::int64_t year);
// That of the newest year, of the whole and of each agency, in the order in which these came first.
std::vector<Baseline> newest_baselines(const IndicatorBook* book);

// The year from which on the series has the meaning that it has in `year`; none while nothing broke before it.
std::optional<std::int64_t> meaning_since(const IndicatorBook* book, std::int64_t year);

// 0 to 100 of what is in percent, a warning. None of other units.
std::optional<IndicatorCheck> usual_range(const std::optional<std::string>& unit);

// As set, else the usual ones for such terms of an indicator of that name.
std::vector<IndicatorCheck> checks_of(const IndicatorBook* book, const IndicatorTerms& terms,
                                      std::string_view name = {});

// "%", "% GRDP": whatever begins with the sign.
bool is_percent(const std::optional<std::string>& unit);
// Whether a share in percent is a rate of growth, which may be negative and more than a hundred: by its unit or name.
bool is_growth(const IndicatorTerms& terms, std::string_view name);

// The twin on which the figures of this indicator are entered: the row whose targets bind, or one that has figures
// where that one never had any, where unit and direction agree. None: its own.
std::optional<IndicatorId> figures_from(const World& world, const Indicator& row, Date date);

// Why twins do not share their figures.
enum class FiguresApart : std::uint8_t { kUnit, kDirection };
BOOST_DESCRIBE_ENUM(FiguresApart, kUnit, kDirection)

struct TwinFigures {
  bool shared = true;
  std::optional<FiguresApart> apart;  // why not
};
// Whether one figure holds for both (X19): as they are linked, or as it would be once they were.
TwinFigures twin_figures(const World& world, const Indicator& a, const Indicator& b, Date date);

// Of linked twins the row that was decided to bind in that field (X29); itself where nothing was decided.
const Indicator& row_in_force(const World& world, const Indicator& row, LinkField field);
std::optional<MemberId> member_in_force(const World& world, const Indicator& row);

}  // namespace luuvet
