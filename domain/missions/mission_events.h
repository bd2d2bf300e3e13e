// The facts of missions, big problems and registers beside being registered and amended: see domain/events.h.
#pragma once

#include "domain/base/partial.h"
#include "domain/missions/mission.h"
#include "domain/tasks/assignment.h"

namespace luuvet {

enum class SelectionWay : std::uint8_t { kOpenCall, kDirect };  // tuyển chọn; giao trực tiếp
BOOST_DESCRIBE_ENUM(SelectionWay, kOpenCall, kDirect)

struct MissionSelected {
  SelectionWay way = SelectionWay::kOpenCall;
  Organisation host;
  Date on;
  DocumentRef document;
  bool operator==(const MissionSelected&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionSelected, (), (way, host, on, document))

struct MissionContracted {
  std::string number;
  Amount amount = 0;
  Date on;
  DocumentRef document;
  bool operator==(const MissionContracted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionContracted, (), (number, amount, on, document))

// Below zero: money that came back.
struct MissionDisbursementRecorded {
  Amount amount = 0;
  Date paid_on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const MissionDisbursementRecorded&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionDisbursementRecorded, (), (amount, paid_on, document, open))

enum class CouncilKind : std::uint8_t { kSelection, kCostBenefit, kAcceptance };
BOOST_DESCRIBE_ENUM(CouncilKind, kSelection, kCostBenefit, kAcceptance)
enum class CouncilResult : std::uint8_t { kPassed, kFailed };
BOOST_DESCRIBE_ENUM(CouncilResult, kPassed, kFailed)

struct MissionCouncilHeld {
  CouncilKind kind = CouncilKind::kAcceptance;
  Date held_on;
  CouncilResult result = CouncilResult::kPassed;
  DocumentRef document;  // its minutes
  std::optional<ReasonText> open;
  bool operator==(const MissionCouncilHeld&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionCouncilHeld, (), (kind, held_on, result, document, open))

struct MissionAccepted {
  Date on;
  std::optional<std::string> grade;
  DocumentRef document;
  bool operator==(const MissionAccepted&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionAccepted, (), (on, grade, document))

struct MissionTransferred {
  Organisation receiver;
  Date on;
  DocumentRef document;
  bool operator==(const MissionTransferred&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionTransferred, (), (receiver, on, document))

// Whether its result is applied, looked at after a year.
struct MissionFollowedUp {
  bool applied = false;
  Date on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const MissionFollowedUp&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionFollowedUp, (), (applied, on, document, open))

struct MissionStopped {
  Date on;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const MissionStopped&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionStopped, (), (on, document, open))

// The whole list, in place of the one before.
struct MissionMilestonesSet {
  std::vector<PlannedStep> milestones;
  bool operator==(const MissionMilestonesSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionMilestonesSet, (), (milestones))

// A step that was taken; which of several payments or councils says its sequence.
enum class MissionStep : std::uint8_t {
  kSelection,
  kContract,
  kDisbursement,
  kCouncil,
  kAcceptance,
  kTransfer,
  kFollowUp,
  kStop
};
BOOST_DESCRIBE_ENUM(MissionStep, kSelection, kContract, kDisbursement, kCouncil, kAcceptance, kTransfer, kFollowUp,
                    kStop)

// What any step says; each has some of these. `on` is also the day of a payment and of a council.
struct MissionStepReading {
  std::optional<SelectionWay> way;
  std::optional<Organisation> host;
  std::optional<Organisation> receiver;
  std::optional<std::string> number;
  std::optional<Amount> amount;
  std::optional<CouncilKind> kind;
  std::optional<CouncilResult> result;
  std::optional<std::string> grade;
  std::optional<bool> applied;
  std::optional<Date> on;
  std::optional<DocumentRef> document;
  bool operator==(const MissionStepReading&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionStepReading, (),
                      (way, host, receiver, number, amount, kind, result, grade, applied, on, document))

// The step was entered wrongly: it says `set` from here on.
struct MissionStepCorrected {
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;  // of kDisbursement and kCouncil: the event that said it
  Partial<MissionStepReading> set;
  std::optional<ReasonText> open;
  bool operator==(const MissionStepCorrected&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionStepCorrected, (), (step, of, set, open))

// The step was never taken: it was entered by mistake.
struct MissionStepWithdrawn {
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;  // as above
  std::optional<ReasonText> open;
  bool operator==(const MissionStepWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(MissionStepWithdrawn, (), (step, of, open))

struct BigProblemMilestonesSet {
  std::vector<PlannedStep> milestones;  // each due on the last day of a quarter
  bool operator==(const BigProblemMilestonesSet&) const = default;
};
BOOST_DESCRIBE_STRUCT(BigProblemMilestonesSet, (), (milestones))

struct BigProblemClosed {
  BigProblemState outcome = BigProblemState::kSolved;  // not kOpen
  Date on;
  DocumentRef document;
  std::optional<ReasonText> open;
  bool operator==(const BigProblemClosed&) const = default;
};
BOOST_DESCRIBE_STRUCT(BigProblemClosed, (), (outcome, on, document, open))

struct RegisterEntryEnded {
  Date on;
  std::optional<DocumentRef> document;
  std::optional<ReasonText> open;
  bool operator==(const RegisterEntryEnded&) const = default;
};
BOOST_DESCRIBE_STRUCT(RegisterEntryEnded, (), (on, document, open))

}  // namespace luuvet
