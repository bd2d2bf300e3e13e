#include "domain/tasks/statements.h"

#include <algorithm>
#include <utility>

namespace luuvet {
namespace {

bool contains(const std::vector<Sequence>& list, Sequence sequence) {
  return std::find(list.begin(), list.end(), sequence) != list.end();
}

Sequence last_approved(const AssignmentState& state) {
  Sequence last = 0;
  for (const Statement& statement : state.statements)
    if (statement.state == StatementState::kApproved) last = std::max(last, statement.sequence);
  return last;
}

// Of one kind the newest `kept`.
void keep_newest(std::vector<Statement>& statements, StatementState kind, std::size_t kept) {
  auto excess = static_cast<std::size_t>(
      std::count_if(statements.begin(), statements.end(), [&](const Statement& each) { return each.state == kind; }));
  std::erase_if(statements, [&](const Statement& each) { return each.state == kind && excess > kept && excess-- > 0; });
}

void trim(AssignmentState& state) {
  const Sequence approved = last_approved(state);
  keep_newest(state.statements, StatementState::kApproved, 1);
  std::erase_if(state.statements, [&](const Statement& each) {
    return each.state == StatementState::kReturned && each.sequence < approved;
  });
  keep_newest(state.statements, StatementState::kDraft, kDraftsKept);
  keep_newest(state.statements, StatementState::kReturned, kDraftsKept);
}

void make_official(AssignmentState& state, const Statement& statement) {
  if (statement.percent) state.percent = statement.percent;
  for (const Quantity& quantity : statement.quantities) {
    const auto place =
        std::lower_bound(state.quantities.begin(), state.quantities.end(), quantity,
                         [](const Quantity& a, const Quantity& b) { return a.deliverable < b.deliverable; });
    if (place != state.quantities.end() && place->deliverable == quantity.deliverable)
      *place = quantity;
    else
      state.quantities.insert(place, quantity);
  }
}

// A statement without a period reports for the month in which it is approved.
std::string period_of(const Statement& statement, Date approved_on) {
  return statement.period ? *statement.period : to_string(approved_on).substr(0, 7);
}

void note_period(std::vector<std::string>& periods, std::string period) {
  const auto place = std::lower_bound(periods.begin(), periods.end(), period);
  if (place == periods.end() || *place != period) periods.insert(place, std::move(period));
}

}  // namespace

void add_statement(AssignmentState& state, const Meta& meta, const AssignmentProgressReported& event) {
  Statement statement;
  statement.sequence = meta.sequence;
  statement.time = meta.time;
  statement.actor = meta.actor;
  statement.agency = meta.agency;
  statement.percent = event.percent;
  statement.quantities = event.quantities;
  statement.period = event.period;
  statement.document = event.document;
  statement.text = event.open;
  state.statements.push_back(std::move(statement));
  trim(state);
}

void approve_statements(AssignmentState& state, const Meta& meta, const std::vector<Sequence>& of) {
  Sequence official = last_approved(state);
  const Date today = vietnam_date(meta.time);
  for (Statement& statement : state.statements) {
    if (statement.state != StatementState::kDraft || !contains(of, statement.sequence)) continue;
    statement.state = StatementState::kApproved;
    statement.approved_at = meta.sequence;
    statement.approved_on = today;
    note_period(state.reported_periods, period_of(statement, today));
    if (statement.sequence < official) continue;
    official = statement.sequence;
    make_official(state, statement);
  }
  trim(state);
}

void return_statements(AssignmentState& state, const std::vector<Sequence>& of) {
  for (Statement& statement : state.statements)
    if (statement.state == StatementState::kDraft && contains(of, statement.sequence))
      statement.state = StatementState::kReturned;
  trim(state);
}

void withdraw_statement(AssignmentState& state, Sequence of) {
  std::erase_if(state.statements,
                [&](const Statement& each) { return each.state == StatementState::kDraft && each.sequence == of; });
}

std::vector<Sequence> waiting_drafts(const AssignmentState& state) {
  std::vector<Sequence> result;
  for (const Statement& statement : state.statements)
    if (statement.state == StatementState::kDraft) result.push_back(statement.sequence);
  return result;
}

}  // namespace luuvet
