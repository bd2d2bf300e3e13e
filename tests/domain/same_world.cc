#include "tests/domain/same_world.h"

#include <algorithm>

namespace luuvet::test {
namespace {

template <class Content>
bool same_row(const RegisterState<Content>& a, const RegisterState<Content>& b, Words) {
  const bool imported = a.imported && b.imported ? *a.imported == *b.imported : !a.imported == !b.imported;
  return imported && a.content == b.content && a.life == b.life;
}
bool same_row(const AgencyState& a, const AgencyState& b, Words words) {
  return same_row<Agency>(a, b, words) && a.from_date == b.from_date && a.ended_on == b.ended_on &&
         a.merged_into == b.merged_into && a.former_names == b.former_names && a.predecessors == b.predecessors;
}
template <class Content>
bool same_amendments(const Amendments<Content>& a, const Amendments<Content>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) { return *x == *y; });
}
bool same_row(const DocumentState& a, const DocumentState& b, Words words) {
  return same_row<Document>(a, b, words) && same_amendments(a.amendments, b.amendments) &&
         a.registered_by == b.registered_by && (words == Words::kIgnored || a.files == b.files);
}
bool same_row(const TaskState& a, const TaskState& b, Words words) {
  return same_row<Task>(a, b, words) && same_amendments(a.amendments, b.amendments) && a.assigned == b.assigned &&
         a.mode == b.mode && a.units == b.units && a.cancelled_units == b.cancelled_units && a.group == b.group &&
         a.triggers == b.triggers && a.suspended == b.suspended && a.suspended_until == b.suspended_until &&
         a.cancelled == b.cancelled && a.decided_leads == b.decided_leads && a.carried_to == b.carried_to &&
         a.external_ids == b.external_ids && a.measures == b.measures && a.measures_rejected == b.measures_rejected;
}
bool same_row(const DoubtState& a, const DoubtState& b, Words words) {
  auto x = a.settled, y = b.settled;
  if (words == Words::kIgnored && x) x->text.reset();
  if (words == Words::kIgnored && y) y->text.reset();
  return same_row<Doubt>(a, b, words) && x == y;
}
bool same_row(const LinkState& a, const LinkState& b, Words words) {
  LinkState x = a, y = b;
  if (words == Words::kIgnored) x.text = y.text = std::nullopt;
  return x == y;
}
bool same_row(const LinkedRow& a, const LinkedRow& b, Words) {
  return a == b;
}
bool same_row(const ThreadState& a, const ThreadState& b, Words) {
  return a == b;
}
bool same_row(const TaskPulse& a, const TaskPulse& b, Words) {
  return a.task == b.task && a.sequence == b.sequence;
}

bool same_row(const PostState& a, const PostState& b, Words words) {
  return same_row<Post>(a, b, words) && a.holdings == b.holdings;
}
bool same_row(const AccountState& a, const AccountState& b, Words) {
  return a == b;
}
bool same_row(const SponsoredAgency& a, const SponsoredAgency& b, Words) {
  return a == b;
}

CoordinationState without_words(CoordinationState state) {
  state.words.reset();
  state.close_text.reset();
  for (AskedAgency& each : state.asked) {
    each.text.reset();
    each.reply.reset();
  }
  return state;
}
bool same_row(const CoordinationState& a, const CoordinationState& b, Words words) {
  return words == Words::kCompared ? a == b : without_words(a) == without_words(b);
}
bool same_row(const TaskCoordinations& a, const TaskCoordinations& b, Words) {
  return a == b;
}
bool same_line(const UnitPlanLine& a, const UnitPlanLine& b, Words words) {
  return a.assignment == b.assignment && a.content == b.content &&
         (words == Words::kIgnored || (a.note == b.note && a.reason == b.reason)) && a.product_at == b.product_at &&
         a.milestones_at == b.milestones_at && a.left_out_at == b.left_out_at && a.note_at == b.note_at;
}
bool same_lines(const UnitPlanLines& a, const UnitPlanLines& b, Words words) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const auto& x, const auto& y) { return same_line(*x, *y, words); });
}
bool same_edition(const UnitPlanEdition& a, const UnitPlanEdition& b, Words words) {
  return a.number == b.number && a.approved_at == b.approved_at && a.approved_by == b.approved_by &&
         a.approved_for == b.approved_for && a.document == b.document && same_lines(a.lines, b.lines, words);
}
bool same_row(const UnitPlanState& a, const UnitPlanState& b, Words words) {
  const bool texts = words == Words::kIgnored ||
                     (a.notes == b.notes && a.return_text == b.return_text && a.amendment_text == b.amendment_text);
  return texts && a.id == b.id && a.agency == b.agency && a.year == b.year && a.stage == b.stage &&
         a.notes.size() == b.notes.size() && a.returned == b.returned && a.returned_at == b.returned_at &&
         a.amendment_at == b.amendment_at && a.life == b.life && same_lines(a.lines, b.lines, words) &&
         std::equal(a.editions.begin(), a.editions.end(), b.editions.begin(), b.editions.end(),
                    [&](const auto& x, const auto& y) { return same_edition(*x, *y, words); });
}
BudgetBook without_words(BudgetBook book) {
  if (book.revised) book.revised->text.reset();
  for (BudgetComponent& each : book.components) each.end_text.reset();
  for (BudgetAllocation& each : book.allocations) each.text.reset();
  for (OutsideMoney& each : book.outside) each.text.reset();
  return book;
}
bool same_row(const BudgetBook& a, const BudgetBook& b, Words words) {
  return words == Words::kCompared ? a == b : without_words(a) == without_words(b);
}
bool same_row(const LedgerEntry& a, const LedgerEntry& b, Words words) {
  LedgerEntry x = a, y = b;
  if (words == Words::kIgnored) x.text = y.text = std::nullopt;
  return x == y;
}
bool same_row(const PaymentPlace& a, const PaymentPlace& b, Words) {
  return a == b;
}
bool same_row(const NeedRounds& a, const NeedRounds& b, Words) {
  return a == b;
}
bool same_row(const TreasuryRow& a, const TreasuryRow& b, Words) {
  return a == b;
}
bool same_row(const TreasuryCode& a, const TreasuryCode& b, Words) {
  return a.code == b.code && a.line == b.line && a.component == b.component;
}
bool same_row(const TreasuryExtractState& a, const TreasuryExtractState& b, Words) {
  return a.id == b.id && a.name == b.name && a.digest == b.digest && a.profile == b.profile && a.as_at == b.as_at &&
         a.agency == b.agency && a.booked_at == b.booked_at && a.cells == b.cells && a.life == b.life &&
         std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                    [](const auto& x, const auto& y) { return *x == *y; });
}
bool same_row(const RatioState& a, const RatioState& b, Words) {
  return a.id == b.id && a.programme == b.programme && a.name == b.name && a.minimum_percent == b.minimum_percent &&
         a.definitions == b.definitions && a.figures == b.figures && a.life == b.life;
}
bool same_row(const ClosedYears& a, const ClosedYears& b, Words) {
  return a == b;
}

void drop_words(IndicatorBook& book) {
  for (TargetSet& each : book.target_sets) each.text.reset();
  for (PublicationRecord& each : book.publications) {
    each.text.reset();
    if (each.taken_back) each.taken_back->text.reset();
  }
  for (OfficialFigure& each : book.official_figures) each.text.reset();
}

bool same_row(const IndicatorBook& a, const IndicatorBook& b, Words words) {
  IndicatorBook x = a, y = b;
  if (words == Words::kIgnored) {
    drop_words(x);
    drop_words(y);
  }
  return x == y;
}
SubmittedFigure without_words(SubmittedFigure figure) {
  figure.text.reset();
  figure.return_text.reset();
  figure.verify_text.reset();
  for (FigureRestatement& each : figure.restatements) {
    each.text.reset();
    each.text_before.reset();
  }
  return figure;
}
bool same_row(const SubmissionState& a, const SubmissionState& b, Words words) {
  return a.id == b.id && a.life == b.life &&
         std::equal(a.figures.begin(), a.figures.end(), b.figures.begin(), b.figures.end(),
                    [&](const SubmittedFigure& x, const SubmittedFigure& y) {
                      return words == Words::kIgnored ? without_words(x) == without_words(y) : x == y;
                    });
}
bool same_row(const PeriodSubmissions& a, const PeriodSubmissions& b, Words) {
  return a == b;
}
template <class Said>
void drop_words(Said& said) {
  said.fact.open.reset();
}
MissionCourse without_words(MissionCourse course) {
  for (auto& each : course.disbursements) drop_words(each);
  for (auto& each : course.councils) drop_words(each);
  if (course.follow_up) drop_words(*course.follow_up);
  if (course.stop) drop_words(*course.stop);
  return course;
}
bool same_row(const MissionState& a, const MissionState& b, Words words) {
  const bool course =
      words == Words::kCompared ? a.course == b.course : without_words(a.course) == without_words(b.course);
  return course && same_row<Mission>(a, b, words);
}
bool same_row(const BigProblemRow& a, const BigProblemRow& b, Words words) {
  BigProblemCourse x = a.course, y = b.course;
  if (words == Words::kIgnored && x.closed) drop_words(*x.closed);
  if (words == Words::kIgnored && y.closed) drop_words(*y.closed);
  return x == y && same_row<BigProblem>(a, b, words);
}
bool same_row(const RegisterEntryState& a, const RegisterEntryState& b, Words words) {
  auto x = a.ended, y = b.ended;
  if (words == Words::kIgnored && x) drop_words(*x);
  if (words == Words::kIgnored && y) drop_words(*y);
  return x == y && same_row<RegisterEntry>(a, b, words);
}
bool same_row(const ExternalIdRow& a, const ExternalIdRow& b, Words) {
  return a == b;
}
bool same_row(const ProposalRow& a, const ProposalRow& b, Words words) {
  ProposalRow x = a, y = b;
  if (words == Words::kIgnored) x.made.open = y.made.open = x.refusal = y.refusal = std::nullopt;
  return x == y;
}

AssignmentState without_words(AssignmentState state) {
  for (YearResult& result : state.year_work.results) {
    result.text.reset();
    result.return_text.reset();
  }

  for (Statement& statement : state.statements) statement.text.reset();
  state.submit_text.reset();
  state.return_text.reset();
  if (state.extension_asked) state.extension_asked->text.reset();
  if (state.opening) state.opening->text.reset();
  return state;
}
bool same_row(const AssignmentState& a, const AssignmentState& b, Words words) {
  return words == Words::kCompared ? a == b : without_words(a) == without_words(b);
}

template <class State>
bool same_table(const Table<State>& a, const Table<State>& b, Words words) {
  bool equal = a.size() == b.size();
  a.for_each([&](const auto& row) {
    const State* other = b.find(row->key());
    equal = equal && other && same_row(*row, *other, words);
    return equal;
  });
  return equal;
}

}  // namespace

bool same(const World& a, const World& b, Words words) {
  return same_table(a.programmes, b.programmes, words) && same_table(a.agencies, b.agencies, words) &&
         same_table(a.agency_groups, b.agency_groups, words) && same_table(a.committees, b.committees, words) &&
         same_table(a.members, b.members, words) && same_table(a.indicators, b.indicators, words) &&
         same_table(a.budget_lines, b.budget_lines, words) &&
         same_table(a.reporting_duties, b.reporting_duties, words) && same_table(a.doubts, b.doubts, words) &&
         same_table(a.documents, b.documents, words) && same_table(a.tasks, b.tasks, words) &&
         same_table(a.task_pulses, b.task_pulses, words) && same_table(a.assignments, b.assignments, words) &&
         same_table(a.threads, b.threads, words) && same_table(a.posts, b.posts, words) &&
         same_table(a.accounts, b.accounts, words) && same_table(a.sponsored, b.sponsored, words) &&
         same_table(a.links, b.links, words) && same_table(a.linked, b.linked, words) &&
         same_table(a.unit_plans, b.unit_plans, words) && same_table(a.closed_years, b.closed_years, words) &&
         same_table(a.indicator_books, b.indicator_books, words) && same_table(a.submissions, b.submissions, words) &&
         same_table(a.period_submissions, b.period_submissions, words) &&
         same_table(a.budget_books, b.budget_books, words) && same_table(a.ledger, b.ledger, words) &&
         same_table(a.payment_places, b.payment_places, words) && same_table(a.need_rounds, b.need_rounds, words) &&
         same_table(a.treasury_extracts, b.treasury_extracts, words) &&
         same_table(a.treasury_rows, b.treasury_rows, words) && same_table(a.treasury_codes, b.treasury_codes, words) &&
         same_table(a.ratios, b.ratios, words) && same_table(a.missions, b.missions, words) &&
         same_table(a.big_problems, b.big_problems, words) &&
         same_table(a.register_entries, b.register_entries, words) &&
         same_table(a.external_ids, b.external_ids, words) && same_table(a.proposals, b.proposals, words) &&
         same_table(a.coordinations, b.coordinations, words) &&
         same_table(a.task_coordinations, b.task_coordinations, words) && a.log == b.log && a.day == b.day &&
         a.calendar == b.calendar && a.log_life == b.log_life && a.head == b.head;
}

bool same_apart_from_life(const World& a, const World& b, const Subject& subject) {
  if (subject.aggregate == Aggregate::kAssignment) {
    AssignmentState before = a.assignment({subject.id}).value_or(AssignmentState{});
    const AssignmentState after = b.assignment({subject.id}).value_or(AssignmentState{});
    before.life = after.life;
    return before == after;
  }
  if (subject.aggregate == Aggregate::kCoordination) {
    const CoordinationState* old = a.coordinations.find(subject.id);
    CoordinationState before = old ? *old : CoordinationState{};
    const CoordinationState& after = *b.coordinations.find(subject.id);
    before.life = after.life;
    return before == after;
  }
  TaskState before = *a.tasks.find(subject.id);
  const TaskState& after = *b.tasks.find(subject.id);
  before.life = after.life;
  return same_row(before, after, Words::kCompared);
}

}  // namespace luuvet::test
