// Shares that the plans set as a minimum (3 % of the budget, 2 % of the product), on three bases.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

enum class MoneyBasis : std::uint8_t { kBudgeted, kEstimated, kSettled };
BOOST_DESCRIBE_ENUM(MoneyBasis, kBudgeted, kEstimated, kSettled)

// What the numerator counts, from a day on.
struct RatioDefinition {
  Date valid_from;
  std::string text;
  std::vector<BudgetLineId> lines;  // that it adds up; none: it is entered
  DocumentRef document;
  bool operator==(const RatioDefinition&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatioDefinition, (), (valid_from, text, lines, document))

struct RatioFigures {
  std::int64_t year = 0;
  MoneyBasis basis = MoneyBasis::kBudgeted;
  std::optional<Amount> numerator;  // none: added up from the lines
  Amount denominator = 0;
  DocumentRef document;
  bool operator==(const RatioFigures&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatioFigures, (), (year, basis, numerator, denominator, document))

struct Ratio {
  RatioId id;
  ProgrammeId programme;
  std::string name;
  Decimal minimum_percent;
  std::vector<RatioDefinition> definitions;  // by day
  std::vector<RatioFigures> figures;         // by year and basis, the last that was entered
};

// A ratio as the papers set it: a line of the seeds.
struct RatioRow {
  RatioId id;
  ProgrammeId programme;
  std::string name;
  Decimal minimum_percent;
  std::vector<RatioDefinition> definitions;  // at least one, each of another day
  bool operator==(const RatioRow&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatioRow, (), (id, programme, name, minimum_percent, definitions))

inline constexpr std::size_t kRatioDefinitionsMax = 50;
inline constexpr std::size_t kRatioLinesMax = 300;  // of one definition

// --- commands ---
struct DefineNewRatio {
  ProgrammeId programme;
  std::string name;
  Decimal minimum_percent;
  Date valid_from;
  std::string text;
  std::vector<BudgetLineId> lines;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(DefineNewRatio, (), (programme, name, minimum_percent, valid_from, text, lines, document))
struct RedefineRatio {
  Date valid_from;
  std::string text;
  std::vector<BudgetLineId> lines;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(RedefineRatio, (), (valid_from, text, lines, document))
struct EnterRatioFigures {
  std::int64_t year = 0;
  MoneyBasis basis = MoneyBasis::kBudgeted;
  std::optional<Amount> numerator;
  Amount denominator = 0;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(EnterRatioFigures, (), (year, basis, numerator, denominator, document))

// --- events ---
struct RatioRegistered {
  ProgrammeId programme;
  std::string name;
  Decimal minimum_percent;
  Date valid_from;
  std::string text;
  std::vector<BudgetLineId> lines;
  DocumentRef document;
  bool operator==(const RatioRegistered&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatioRegistered, (), (programme, name, minimum_percent, valid_from, text, lines, document))
struct RatioRedefined {
  Date valid_from;
  std::string text;
  std::vector<BudgetLineId> lines;
  DocumentRef document;
  bool operator==(const RatioRedefined&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatioRedefined, (), (valid_from, text, lines, document))
struct RatioFiguresEntered {
  std::int64_t year = 0;
  MoneyBasis basis = MoneyBasis::kBudgeted;
  std::optional<Amount> numerator;
  Amount denominator = 0;
  DocumentRef document;
  bool operator==(const RatioFiguresEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(RatioFiguresEntered, (), (year, basis, numerator, denominator, document))

}  // namespace luuvet
