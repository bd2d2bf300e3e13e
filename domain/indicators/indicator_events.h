// The events of an indicator's definition, targets, baseline, breaks, checks and publications: see domain/events.h.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/indicators/indicator.h"

namespace luuvet {

// The terms themselves are the fact.
using IndicatorDefined = IndicatorTerms;

struct IndicatorTargetsSet {
  std::optional<AgencyId> agency;
  std::vector<Target> targets;
  Date valid_from;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const IndicatorTargetsSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorTargetsSet, (), (agency, targets, valid_from, document, open))

struct IndicatorBaselineEntered {
  std::optional<AgencyId> agency;
  std::int64_t year = 0;
  Decimal value;
  std::optional<DocumentRef> document;
  bool operator==(const IndicatorBaselineEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorBaselineEntered, (), (agency, year, value, document))

struct IndicatorBreakMarked {
  std::int64_t from = 0;
  std::string text;
  std::optional<DocumentRef> document;
  bool operator==(const IndicatorBreakMarked&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorBreakMarked, (), (from, text, document))

struct IndicatorChecksSet {
  std::vector<IndicatorCheck> checks;
  bool operator==(const IndicatorChecksSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorChecksSet, (), (checks))

struct IndicatorPublicationRecorded {
  std::string period;
  DocumentRef document;
  Date published_on;
  std::optional<std::string> address;
  std::optional<Decimal> value;
  std::optional<ReasonText> open;
  bool operator==(const IndicatorPublicationRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorPublicationRecorded, (), (period, document, published_on, address, value, open))

struct IndicatorPublicationTakenBack {
  std::string period;
  std::optional<ReasonText> open;
  bool operator==(const IndicatorPublicationTakenBack&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorPublicationTakenBack, (), (period, open))

// By statistics. Without a value: what stood of the period stands no more.
struct IndicatorOfficialFigureSet {
  std::optional<AgencyId> agency;  // none: of the whole
  std::string period;
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const IndicatorOfficialFigureSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(IndicatorOfficialFigureSet, (), (agency, period, value, numerator, denominator, document, open))

}  // namespace luuvet
