// Số liệu chỉ tiêu: what one agency says of one indicator for one period, up to one figure of each kind.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

enum class FigureKind : std::uint8_t { kActual, kEstimate, kOfficial };  // thực hiện đến kỳ, ước, chính thức
BOOST_DESCRIBE_ENUM(FigureKind, kActual, kEstimate, kOfficial)

enum class FigureStage : std::uint8_t { kDraft, kSubmitted, kApproved, kVerified };  // from kApproved on it counts
BOOST_DESCRIBE_ENUM(FigureStage, kDraft, kSubmitted, kApproved, kVerified)

// A value, of a rate with numerator and denominator; nothing where the figure is missing.
struct Figure {
  std::optional<Decimal> value;
  std::optional<Decimal> numerator;
  std::optional<Decimal> denominator;
  bool operator==(const Figure&) const = default;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (value, numerator, denominator))

// The protected words of a figure.
struct FigureText {
  std::optional<std::string> reason;  // why it is missing
  std::optional<std::string> source;
  std::optional<std::string> comment;
  bool operator==(const FigureText&) const = default;
};
BOOST_DESCRIBE_STRUCT(FigureText, (), (reason, source, comment))

enum class RestatementState : std::uint8_t { kWaiting, kVerified, kRefused };
BOOST_DESCRIBE_ENUM(RestatementState, kWaiting, kVerified, kRefused)

// Why a figure was corrected, and what is now said beside it; source and comment only where they are said anew.
struct RestatementText {
  std::optional<std::string> reason;
  std::optional<std::string> source;
  std::optional<std::string> comment;
  bool operator==(const RestatementText&) const = default;
};
BOOST_DESCRIBE_STRUCT(RestatementText, (), (reason, source, comment))

// A correction after verification. Both figures stay; refused, the one before stands again with what was said of it.
struct FigureRestatement {
  Figure before;
  Figure after;
  bool missing_before = false;
  bool missing = false;
  std::optional<DocumentId> evidence_before;
  std::optional<FigureText> text_before;
  std::optional<DocumentRef> document;
  std::optional<RestatementText> text;
  RestatementState state = RestatementState::kWaiting;
  Instant time;
  ActorId actor;
  AgencyId agency;
  Sequence sequence = 0;
  bool operator==(const FigureRestatement&) const = default;
};

struct SubmittedFigure {
  FigureKind kind = FigureKind::kActual;
  FigureStage stage = FigureStage::kDraft;
  Figure figure;
  bool missing = false;
  std::optional<DocumentId> evidence;
  std::optional<FigureText> text;
  Sequence entered_at = 0;
  Instant time;  // of entering, as actor and agency
  ActorId actor;
  AgencyId agency;
  bool returned = false;  // to be written again
  std::optional<ReasonText> return_text;
  Sequence returned_at = 0;
  std::optional<AgencyId> verified_by;
  std::optional<ReasonText> verify_text;
  Sequence verified_at = 0;
  std::vector<FigureRestatement> restatements;  // oldest first
  bool operator==(const SubmittedFigure&) const = default;
};

struct Submission {
  SubmissionId id;
  IndicatorId indicator;
  AgencyId agency;
  std::string period;
  std::vector<SubmittedFigure> figures;  // by kind
};

// Who has entered something of an indicator for a period.
struct PeriodSubmissions {
  std::string period;  // "<indicator>.<period>"
  std::vector<AgencyId> agencies;
  const std::string& key() const { return period; }
  bool operator==(const PeriodSubmissions&) const = default;
};

inline constexpr std::size_t kRestatementsMax = 50;  // of one figure
inline constexpr std::size_t kFigureDigitsMax = 15;
inline constexpr std::uint8_t kFigureDecimalsMax = 4;

// "<indicator>.<agency>.<period>", split at the last two dots.
struct SubmissionParts {
  IndicatorId indicator;
  AgencyId agency;
  std::string period;
};
SubmissionId submission_id(const IndicatorId& indicator, const AgencyId& agency, std::string_view period);
std::optional<SubmissionParts> split(const SubmissionId& id);  // none also where the period is none

// Null where nothing of that kind was entered.
const SubmittedFigure* find_figure(const Submission& submission, FigureKind kind);
// The field that events on a figure of this kind touch.
std::string_view field_of(FigureKind kind);

bool is_approved(const SubmittedFigure& figure);     // also verified
bool counts(const SubmittedFigure& figure);          // is approved, and not missing
bool is_restated(const SubmittedFigure& figure);     // by a correction that was not refused
bool waits_restated(const SubmittedFigure& figure);  // its last correction waits for being verified

}  // namespace luuvet
