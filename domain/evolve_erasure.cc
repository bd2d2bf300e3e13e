// Erasing takes the protected words of one record out of the state, as a replay of the log would find it from then on.
#include <utility>

#include "domain/evolve.h"

namespace luuvet {
namespace {

template <class Part>
bool drop(std::optional<Part>& text) {
  const bool there = text.has_value();
  text.reset();
  return there;
}

// Whether anything was dropped.
bool erase_text(AssignmentState& state, Sequence sequence) {
  bool dropped = false;
  for (Statement& statement : state.statements)
    if (statement.sequence == sequence) dropped |= drop(statement.text);
  if (state.extension_asked && state.extension_asked->asked == sequence) dropped |= drop(state.extension_asked->text);
  if (state.opening && state.opening->sequence == sequence) dropped |= drop(state.opening->text);
  if (state.submitted_at == sequence) dropped |= drop(state.submit_text);
  if (state.returned_at == sequence) dropped |= drop(state.return_text);
  for (YearResult& result : state.year_work.results) {
    if (result.submitted_at == sequence) dropped |= drop(result.text);
    if (result.judged_at == sequence) dropped |= drop(result.return_text);
  }
  return dropped;
}

bool erase_text(CoordinationState& state, Sequence sequence) {
  bool dropped = false;
  if (state.life.first == sequence) dropped |= drop(state.words);
  if (state.closed_at == sequence) dropped |= drop(state.close_text);
  for (AskedAgency& each : state.asked) {
    if (each.sequence == sequence) dropped |= drop(each.text);
    if (each.replied_at == sequence) dropped |= drop(each.reply);
  }
  return dropped;
}

// Without its words an amendment no longer tells that it brought a file.
bool forget_file(DocumentState& state, Sequence sequence) {
  for (auto& each : state.amendments) {
    if (each->sequence != sequence || each->origin != AmendmentOrigin::kFile) continue;
    auto next = std::make_shared<Amendment<Document>>(*each);
    next->origin = AmendmentOrigin::kSingle;
    each = std::move(next);
    return true;
  }
  return false;
}

bool erase_text(DocumentState& state, Sequence sequence) {
  const bool forgotten = forget_file(state, sequence);
  return std::erase_if(state.files, [&](const FileVersion& each) { return each.sequence == sequence; }) > 0 ||
         forgotten;
}

bool erase_text(LinkState& state, Sequence sequence) {
  return state.life.last == sequence && drop(state.text);
}

bool erase_text(DoubtState& state, Sequence sequence) {
  return state.settled && state.settled->sequence == sequence && drop(state.settled->text);
}

bool erase_text(UnitPlanLine& line, Sequence sequence) {
  const bool reason = line.left_out_at == sequence && drop(line.reason);
  return (line.note_at == sequence && drop(line.note)) || reason;
}

bool erase_text(UnitPlanLines& lines, Sequence sequence) {
  bool dropped = false;
  for (auto& each : lines) {
    auto next = std::make_shared<UnitPlanLine>(*each);
    if (!erase_text(*next, sequence)) continue;
    each = std::move(next);
    dropped = true;
  }
  return dropped;
}

bool erase_text(UnitPlanState& state, Sequence sequence) {
  bool dropped = erase_text(state.lines, sequence);
  for (auto& each : state.editions) {
    auto next = std::make_shared<UnitPlanEdition>(*each);
    if (!erase_text(next->lines, sequence)) continue;
    each = std::move(next);
    dropped = true;
  }
  for (UnitPlanNote& note : state.notes)
    if (note.sequence == sequence) dropped |= drop(note.remark);
  if (state.returned_at == sequence) dropped |= drop(state.return_text);
  if (state.amendment_at == sequence) dropped |= drop(state.amendment_text);
  return dropped;
}

bool erase_text(SubmissionState& state, Sequence sequence) {
  bool dropped = false;
  for (SubmittedFigure& figure : state.figures) {
    if (figure.entered_at == sequence) dropped |= drop(figure.text);
    if (figure.returned_at == sequence) dropped |= drop(figure.return_text);
    if (figure.verified_at == sequence) dropped |= drop(figure.verify_text);
    for (FigureRestatement& each : figure.restatements)
      if (each.sequence == sequence) dropped |= drop(each.text);
  }
  return dropped;
}

bool erase_text(IndicatorBook& book, Sequence sequence) {
  bool dropped = false;
  for (TargetSet& each : book.target_sets)
    if (each.sequence == sequence) dropped |= drop(each.text);
  for (PublicationRecord& each : book.publications) {
    if (each.sequence == sequence) dropped |= drop(each.text);
    if (each.taken_back && each.taken_back->sequence == sequence) dropped |= drop(each.taken_back->text);
  }
  for (OfficialFigure& each : book.official_figures)
    if (each.sequence == sequence) dropped |= drop(each.text);
  return dropped;
}

// Of an indicator the reasons of its targets, publications and official figures are protected; the row's stream spans
// the record.
void erase_reasons(World& world, Sequence sequence, Epoch epoch) {
  std::vector<IndicatorBook> books;
  world.indicator_books.for_each([&](const auto& book) {
    const auto* row = world.indicators.find(book->id.value);
    if (row && row->life.first <= sequence && sequence <= row->life.last) books.push_back(*book);
  });
  for (IndicatorBook& book : books)
    if (erase_text(book, sequence)) world.indicator_books.put(std::make_shared<IndicatorBook>(std::move(book)), epoch);
}

bool erase_text(BudgetBook& book, Sequence sequence) {
  bool dropped = book.revised && book.revised->sequence == sequence && drop(book.revised->text);
  for (BudgetComponent& each : book.components)
    if (each.ended_at == sequence) dropped |= drop(each.end_text);
  for (BudgetAllocation& each : book.allocations)
    if (each.sequence == sequence) dropped |= drop(each.text);
  for (OutsideMoney& each : book.outside)
    if (each.sequence == sequence) dropped |= drop(each.text);
  return dropped;
}

// The words of money stand in the book and in its ledger; the line's stream spans the record.
void erase_money(World& world, Sequence sequence, Epoch epoch) {
  std::vector<BudgetBook> books;
  world.budget_books.for_each([&](const auto& row) {
    const auto* line = world.budget_lines.find(row->line.value);
    if (line && line->life.first <= sequence && sequence <= line->life.last) books.push_back(*row);
  });
  for (BudgetBook& book : books) {
    if (const LedgerEntry* entry = world.ledger.find(ledger_place(book.line.value, sequence))) {
      auto next = std::make_shared<LedgerEntry>(*entry);
      if (drop(next->text)) world.ledger.put(std::move(next), epoch);
    }
    if (erase_text(book, sequence)) world.budget_books.put(std::make_shared<BudgetBook>(std::move(book)), epoch);
  }
}

template <class Fact>
bool erase_text(Said<Fact>& said, Sequence sequence) {
  return said.sequence == sequence && drop(said.fact.open);
}
template <class Fact>
bool erase_text(std::optional<Said<Fact>>& said, Sequence sequence) {
  return said && erase_text(*said, sequence);
}

bool erase_text(MissionState& state, Sequence sequence) {
  MissionCourse& course = state.course;
  bool dropped = erase_text(course.follow_up, sequence) || erase_text(course.stop, sequence);
  for (auto& each : course.disbursements) dropped |= erase_text(each, sequence);
  for (auto& each : course.councils) dropped |= erase_text(each, sequence);
  for (MissionCorrection& each : course.corrections)
    if (each.meta.sequence == sequence) dropped |= drop(each.text);
  return dropped;
}
bool erase_text(BigProblemRow& row, Sequence sequence) {
  return erase_text(row.course.closed, sequence);
}
bool erase_text(RegisterEntryState& state, Sequence sequence) {
  return erase_text(state.ended, sequence);
}
bool erase_text(ProposalRow& row, Sequence sequence) {
  if (row.life.first == sequence) return drop(row.made.open);
  return row.life.last == sequence && drop(row.refusal);
}

// The few states that the record can concern are those whose stream spans it.
template <class State>
void erase_in(Table<State>& table, Sequence sequence, Epoch epoch) {
  std::vector<std::shared_ptr<const State>> changed;
  table.for_each([&](const std::shared_ptr<const State>& row) {
    if (row->life.first > sequence || row->life.last < sequence) return;
    auto next = std::make_shared<State>(*row);
    if (erase_text(*next, sequence)) changed.push_back(std::move(next));
  });
  for (auto& row : changed) table.put(std::move(row), epoch);
}

}  // namespace

void evolve_one(World& world, const Recorded& recorded, const RecordErased& event, Epoch epoch) {
  erase_in(world.assignments, event.sequence, epoch);
  erase_in(world.documents, event.sequence, epoch);
  erase_in(world.links, event.sequence, epoch);
  erase_in(world.doubts, event.sequence, epoch);
  erase_in(world.coordinations, event.sequence, epoch);
  erase_in(world.unit_plans, event.sequence, epoch);
  erase_in(world.submissions, event.sequence, epoch);
  erase_reasons(world, event.sequence, epoch);
  erase_money(world, event.sequence, epoch);
  erase_in(world.missions, event.sequence, epoch);
  erase_in(world.big_problems, event.sequence, epoch);
  erase_in(world.register_entries, event.sequence, epoch);
  erase_in(world.proposals, event.sequence, epoch);
  live(world.log_life, recorded);
}

}  // namespace luuvet
