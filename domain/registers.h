// The registers: programme, agency, agency group, committee, member, indicator, budget line, reporting duty, doubt.
// Each is registered by the import and amended by it, an agency also founded and ended by people; all share one life:
// `RegisterState<Content>`. Shapes of the content: seeds/README.md.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"
#include "domain/base/partial.h"

namespace luuvet {

struct Section {
  std::string annex;
  std::optional<std::string> section;
  std::string title;
  bool operator==(const Section&) const = default;
};
BOOST_DESCRIBE_STRUCT(Section, (), (annex, section, title))

struct PrintedFunding {
  std::string funding_source;
  Amount amount = 0;
  bool operator==(const PrintedFunding&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrintedFunding, (), (funding_source, amount))

// Year ("2026") to amount; null where the paper leaves the cell blank.
using AmountsByYear = std::map<std::string, std::optional<Amount>>;

struct PrintedTotals {
  Amount total = 0;
  AmountsByYear years;
  std::vector<PrintedFunding> funding;
  std::optional<std::string> note;
  bool operator==(const PrintedTotals&) const = default;
};
BOOST_DESCRIBE_STRUCT(PrintedTotals, (), (total, years, funding, note))

struct Programme {
  ProgrammeId id;
  std::string title;
  std::string short_title;
  DocumentId document;
  std::string province;
  std::int64_t year_from = 0;
  std::int64_t year_to = 0;
  std::optional<Date> issued_on;
  std::optional<CommitteeId> committee;
  AgencyId standing_agency;
  std::vector<Section> sections;
  std::optional<PrintedTotals> totals;
  bool operator==(const Programme&) const = default;
};
BOOST_DESCRIBE_STRUCT(Programme, (),
                      (id, title, short_title, document, province, year_from, year_to, issued_on, committee,
                       standing_agency, sections, totals))

struct Agency {
  AgencyId id;
  std::string name;
  std::optional<std::string> short_name;
  std::vector<std::string> aliases;
  std::string kind;
  std::string province;
  std::optional<AgencyId> parent;
  bool operator==(const Agency&) const = default;
};
BOOST_DESCRIBE_STRUCT(Agency, (), (id, name, short_name, aliases, kind, province, parent))

struct AgencyGroup {
  AgencyId id;
  std::string name;
  std::vector<std::string> aliases;
  std::string province;
  std::vector<AgencyId> members;
  bool complete = false;  // false while the papers do not name all members
  bool operator==(const AgencyGroup&) const = default;
};
BOOST_DESCRIBE_STRUCT(AgencyGroup, (), (id, name, aliases, province, members, complete))

struct HelperGroup {
  std::string name;
  AgencyId lead_agency;
  bool operator==(const HelperGroup&) const = default;
};
BOOST_DESCRIBE_STRUCT(HelperGroup, (), (name, lead_agency))

struct Committee {
  CommitteeId id;
  std::string name;
  std::string province;
  std::string level;
  AgencyId standing_agency;
  std::vector<HelperGroup> helper_groups;
  std::optional<DocumentId> document;
  bool operator==(const Committee&) const = default;
};
BOOST_DESCRIBE_STRUCT(Committee, (), (id, name, province, level, standing_agency, helper_groups, document))

// A seat on a committee as the papers name it. Who holds rights by it: see Post.
struct Member {
  MemberId id;
  CommitteeId committee;
  std::string role;
  std::string position;
  std::optional<AgencyId> agency;
  std::vector<std::string> duties;
  std::vector<AgencyId> in_charge_agencies;
  bool operator==(const Member&) const = default;
};
BOOST_DESCRIBE_STRUCT(Member, (), (id, committee, role, position, agency, duties, in_charge_agencies))

enum class Comparator : std::uint8_t { kAtLeast, kAtMost, kEqual, kAbove, kBelow, kRange, kRank, kDone, kText };
BOOST_DESCRIBE_ENUM(Comparator, kAtLeast, kAtMost, kEqual, kAbove, kBelow, kRange, kRank, kDone, kText)

// A number, a [low, high] pair (kRange), or none. In JSON: 37.6, [30, 50] or null.
struct TargetValue {
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  bool operator==(const TargetValue&) const = default;
};

// One of the numbers of which a target consists.
struct TargetPart {
  std::string text;
  Comparator comparator = Comparator::kText;
  TargetValue value;
  std::optional<std::string> unit;
  bool operator==(const TargetPart&) const = default;
};
BOOST_DESCRIBE_STRUCT(TargetPart, (), (text, comparator, value, unit))

struct Target {
  std::int64_t year = 0;
  std::string text;
  Comparator comparator = Comparator::kText;
  TargetValue value;
  std::optional<std::string> unit;
  std::vector<TargetPart> parts = {};
  bool operator==(const Target&) const = default;
};
BOOST_DESCRIBE_STRUCT(Target, (), (year, text, comparator, value, unit, parts))

struct Indicator {
  IndicatorId id;
  ProgrammeId programme;
  std::optional<IndicatorId> parent;
  bool heading = false;
  Source source;
  std::string name;
  std::optional<std::string> unit;
  std::string direction;
  std::vector<Target> targets;
  std::vector<AgencyId> tracking_agencies;
  std::vector<AgencyId> implementing_agencies;
  std::optional<std::string> tracking_text;
  std::optional<std::string> implementing_text;
  std::optional<MemberId> member;
  std::optional<std::string> note;
  bool operator==(const Indicator&) const = default;
};
BOOST_DESCRIBE_STRUCT(Indicator, (),
                      (id, programme, parent, heading, source, name, unit, direction, targets, tracking_agencies,
                       implementing_agencies, tracking_text, implementing_text, member, note))

struct Need {
  Amount total = 0;
  AmountsByYear years;
  bool operator==(const Need&) const = default;
};
BOOST_DESCRIBE_STRUCT(Need, (), (total, years))

struct BudgetLine {
  BudgetLineId id;
  ProgrammeId programme;
  std::optional<BudgetLineId> parent;
  bool heading = false;
  Source source;
  std::string name;
  std::vector<AgencyId> lead_agencies;
  std::vector<AgencyId> coordinating_agencies;
  std::optional<std::string> lead_text;
  std::optional<std::string> coordinating_text;
  std::string funding_source;
  std::optional<Need> need;  // none on headings
  bool operator==(const BudgetLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(BudgetLine, (),
                      (id, programme, parent, heading, source, name, lead_agencies, coordinating_agencies, lead_text,
                       coordinating_text, funding_source, need))

struct ReportingDuty {
  ReportingDutyId id;
  ProgrammeId programme;
  Source source;
  std::string text;
  std::vector<AgencyId> from_agencies;
  std::string from_text;
  std::string to;
  std::optional<std::string> rhythm;
  std::optional<std::string> due_text;
  std::optional<std::string> due_rule;
  bool operator==(const ReportingDuty&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportingDuty, (),
                      (id, programme, source, text, from_agencies, from_text, to, rhythm, due_text, due_rule))

struct DoubtPlace {
  std::optional<std::string> subject;  // "task/da11.ii.ix.1.5"
  DocumentId document;
  std::optional<std::string> annex;
  std::optional<std::string> section;
  std::optional<std::string> number;
  std::optional<std::string> quote;
  bool operator==(const DoubtPlace&) const = default;
};
BOOST_DESCRIBE_STRUCT(DoubtPlace, (), (subject, document, annex, section, number, quote))

struct Doubt {
  DoubtId id;
  ProgrammeId programme;
  std::string kind;
  std::string text;
  std::vector<DoubtPlace> places;
  bool operator==(const Doubt&) const = default;
};
BOOST_DESCRIBE_STRUCT(Doubt, (), (id, programme, kind, text, places))

}  // namespace luuvet
