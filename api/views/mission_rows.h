// How what became of missions, big problems and rows of registers is shown, in representations and in histories.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"

namespace luuvet::api {

struct DisbursementRow {
  Sequence sequence = 0;
  Amount amount = 0;
  Date paid_on;
  std::optional<DocumentRef> document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(DisbursementRow, (), (sequence, amount, paid_on, document, note))

struct CouncilRow {
  Sequence sequence = 0;
  CouncilKind kind = CouncilKind::kAcceptance;
  Date held_on;
  CouncilResult result = CouncilResult::kPassed;
  DocumentRef document;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(CouncilRow, (), (sequence, kind, held_on, result, document, note))

struct FollowUpRow {
  Sequence sequence = 0;
  bool applied = false;
  Date on;
  std::optional<std::string> text;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(FollowUpRow, (), (sequence, applied, on, text, document))

struct StopRow {
  Sequence sequence = 0;
  Date on;
  std::optional<std::string> reason;
  DocumentRef document;
};
BOOST_DESCRIBE_STRUCT(StopRow, (), (sequence, on, reason, document))

// One reading of a step in place of another.
struct CorrectionRow {
  Sequence sequence = 0;
  Instant time;
  ActorId actor;
  AgencyId agency;
  MissionStep step = MissionStep::kSelection;
  std::optional<Sequence> of;
  bool withdrawn = false;
  Partial<MissionStepReading> was;
  Partial<MissionStepReading> set;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(CorrectionRow, (), (sequence, time, actor, agency, step, of, withdrawn, was, set, reason))

struct ClosingRow {
  BigProblemState outcome = BigProblemState::kSolved;
  Date on;
  DocumentRef document;
  std::optional<std::string> reason;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(ClosingRow, (), (outcome, on, document, reason, sequence))

struct EndRow {
  Date on;
  std::optional<std::string> reason;
  std::optional<DocumentRef> document;
  Sequence sequence = 0;
};
BOOST_DESCRIBE_STRUCT(EndRow, (), (on, reason, document, sequence))

// The words only where `readable`.
std::vector<DisbursementRow> disbursement_rows(const MissionCourse& course, bool readable);
std::vector<CouncilRow> council_rows(const MissionCourse& course, bool readable);
std::optional<FollowUpRow> follow_up_row(const MissionCourse& course, bool readable);
std::optional<StopRow> stop_row(const MissionCourse& course, bool readable);
std::vector<CorrectionRow> correction_rows(const MissionCourse& course, bool readable);
std::optional<ClosingRow> closing_row(const BigProblemCourse& course, bool readable);
std::optional<EndRow> end_row(const RegisterEntryState& entry, bool readable);

}  // namespace luuvet::api
