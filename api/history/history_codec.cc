#include "api/history/history_codec.h"

#include "api/history/field_list.h"
#include "api/history/history_money.h"
#include "api/views/coordination_rows.h"
#include "api/views/people_rows.h"
#include "api/views/view_parts.h"
#include "api/views/year_rows.h"
#include "domain/tasks/coordinating.h"

namespace luuvet::api {
namespace {

template <class State>
Fields content_of(const State* state) {
  return state ? FieldList().add_members(state->content).take() : Fields{};
}

Fields fields_of(const DocumentState* state) {
  if (!state) return {};
  const auto file = state->file() ? std::optional(*state->file()) : std::nullopt;
  return FieldList().add_members(state->content).add_protected("file", file).take();
}

Fields fields_of(const AgencyState* state) {
  if (!state) return {};
  FieldList list;
  list.add_members(state->content).add("from_date", state->from_date).add("ended_on", state->ended_on);
  return list.add("merged_into", state->merged_into).add("former_names", state->former_names).take();
}

Fields fields_of(const LinkState* state) {
  if (!state) return {};
  FieldList list;
  list.add("kind", state->pair.kind).add("subjects", state->pair.subjects).add("status", state->status);
  list.add("binding", state->binding).add("document", state->document);
  return list.add_protected("reason", state->text ? state->text->reason : std::nullopt).take();
}

Fields fields_of(const DoubtState* state) {
  if (!state) return {};
  FieldList list;
  list.add_members(state->content);
  const auto& settled = state->settled;
  list.add("status", std::string_view(settled ? "settled" : "open"));
  list.add("outcome", settled ? std::optional(settled->outcome) : std::nullopt);
  list.add("document", settled ? settled->document : std::nullopt);
  return list.add_protected("reason", settled && settled->text ? settled->text->reason : std::nullopt).take();
}

Fields fields_of(const TaskState* state) {
  if (!state) return {};
  FieldList list;
  list.add_members(state->content);
  list.add("assignment_mode", state->assigned ? std::optional(state->mode) : std::nullopt).add("units", state->units);
  list.add("group", state->group).add("suspended", state->suspended).add("suspended_until", state->suspended_until);
  list.add("cancelled", state->cancelled);
  std::vector<Date> triggers;
  for (const auto& trigger : state->triggers) triggers.push_back(trigger.occurred_on);
  list.add("carried_to", state->carried_to ? std::optional(state->carried_to->to) : std::nullopt);
  list.add("external_ids", state->external_ids)
      .add("measures", state->measures)
      .add("measures_rejected", state->measures_rejected);
  return list.add("triggers", triggers).take();
}

void add_statement(FieldList& list, const Statement& statement) {
  const ProgressText text = statement.text.value_or(ProgressText{});
  list.add("reported_percent", statement.percent)
      .add("reported_quantities", statement.quantities)
      .add("statement_state", statement.state);
  list.add("period", statement.period)
      .add_protected("result", text.result)
      .add_protected("obstacle", text.obstacle)
      .add_protected("proposal", text.proposal);
}

void add_opening(FieldList& list, const OpeningState& opening) {
  list.add("opening_status", opening.status)
      .add("opening_percent", opening.percent)
      .add("opening_completed_on", opening.completed_on);
  list.add_protected("opening_note", opening.text ? opening.text->note : std::nullopt)
      .add("opening_confirmed", opening.confirmed);
}

Fields fields_of(const AssignmentState* state) {
  if (!state) return {};
  FieldList list;
  list.add("status", state->status).add("progress_percent", state->percent).add("quantities", state->quantities);
  list.add("started_on", state->started_on).add("completed_on", state->completed_on).add("delivered", state->delivered);
  list.add("document", state->submit_document)
      .add_protected("note", state->submit_text ? state->submit_text->note : std::nullopt);
  list.add("returned", state->returned)
      .add_protected("return_reason", state->return_text ? state->return_text->reason : std::nullopt);
  const auto& asked = state->extension_asked;
  list.add("extension_due", asked ? std::optional(asked->due) : std::nullopt);
  list.add_protected("extension_reason", asked && asked->text ? asked->text->reason : std::nullopt)
      .add("extended_due", state->extended_due);
  if (!state->statements.empty()) add_statement(list, state->statements.back());
  if (state->opening) add_opening(list, *state->opening);
  list.add("taken_over_from", state->taken_over_from);
  std::vector<const AgencyPeople*> people;
  for (const AgencyPeople& each : state->people) people.push_back(&each);
  list.add("people", people_rows(people)).add("milestones_met", milestone_met_rows(state->year_work));
  list.add("year_results", year_result_rows(state->year_work, false));
  for (const YearResult& result : state->year_work.results)
    list.add_protected("year_result_" + std::to_string(result.year), result.text ? result.text->result : std::nullopt);
  return list.take();
}

Fields fields_of(const PostState* state) {
  if (!state) return {};
  return FieldList().add_members(state->content).add("holdings", holding_rows(*state)).take();
}

Fields fields_of(const AccountState* state) {
  if (!state) return {};
  return FieldList()
      .add("kind", state->kind)
      .add("closed", state->closed)
      .add("tokens", token_rows(*state, nullptr))
      .take();
}

Fields fields_of(const CoordinationState* state) {
  if (!state) return {};
  FieldList list;
  list.add("task", state->task).add("asked_by", state->asked_by).add("due", state->due);
  list.add("document", state->document);
  list.add_protected("what", state->words ? std::optional(state->words->what) : std::nullopt);
  list.add("state", status_of(*state)).add_protected("asked", asked_rows(*state, true));
  list.add_protected("close_reason", state->close_text ? state->close_text->reason : std::nullopt);
  return list.take();
}

// A line is a field of its own, so that the history tells which one was set.
Fields fields_of(const UnitPlanState* state) {
  if (!state) return {};
  FieldList list;
  list.add("agency", state->agency).add("year", state->year).add("stage", state->stage);
  list.add("edition", state->editions.empty() ? std::nullopt : std::optional(state->editions.back()->number));
  list.add("returned", state->returned);
  list.add_protected("return_reason", state->return_text ? state->return_text->reason : std::nullopt);
  list.add_protected("amendment_reason", state->amendment_text ? state->amendment_text->reason : std::nullopt);
  std::vector<AgencyId> noted;
  for (const UnitPlanNote& note : state->notes) noted.push_back(note.agency);
  list.add("noted_by", noted);
  if (!state->notes.empty()) list.add_protected("remark", state->notes.back().remark);
  for (const auto& line : state->lines) {
    list.add("line " + line->assignment.value, line->content);
    list.add_protected("note " + line->assignment.value, line->note);
    list.add_protected("not_this_year " + line->assignment.value, line->reason);
  }
  return list.take();
}

// By its record: one that replaces another stands beside it.
void add_publication(FieldList& list, const PublicationRecord& record) {
  const std::string of = record.period + " " + std::to_string(record.sequence);
  list.add("publication " + of, record.document).add("published_on " + of, record.published_on);
  list.add("publication_address " + of, record.address).add("publication_value " + of, record.value);
  list.add("publication_taken_back " + of, record.taken_back ? std::optional(true) : std::nullopt);
  list.add_protected("publication_reason " + of, record.text ? record.text->reason : std::nullopt);
  if (const auto& end = record.taken_back)
    list.add_protected("publication_end_reason " + of, end->text ? end->text->reason : std::nullopt);
}

// By its record: one that replaces another stands beside it.
void add_official_figure(FieldList& list, const OfficialFigure& figure) {
  const std::string of =
      figure.period + (figure.agency ? " " + figure.agency->value : "") + " " + std::to_string(figure.sequence);
  list.add("official_figure " + of, figure.figure).add("official_document " + of, figure.document);
  list.add_protected("official_reason " + of, figure.text ? figure.text->reason : std::nullopt);
}

// What people said of it beside the row.
Fields fields_of_indicator(const World& world, const std::string& id) {
  const auto* state = world.indicators.find(id);
  if (!state) return {};
  FieldList list;
  list.add_members(state->content);
  static const IndicatorBook kNothing;
  const IndicatorBook* found = world.indicator_books.find(id);
  const IndicatorBook& book = found ? *found : kNothing;
  list.add("definition", book.definitions.empty() ? std::nullopt : std::optional(book.definitions.back().terms));
  for (std::size_t i = 0; i < book.target_sets.size(); ++i) {
    const TargetSet& set = book.target_sets[i];
    const std::string of = std::to_string(i + 1) + (set.agency ? " " + set.agency->value : "");
    list.add("target_set " + of, set.targets);
    list.add_protected("target_reason " + of, set.text ? set.text->reason : std::nullopt);
  }
  list.add("baselines", book.baselines).add("breaks", book.breaks).add("checks", book.checks);
  for (const PublicationRecord& each : book.publications) add_publication(list, each);
  for (const OfficialFigure& each : book.official_figures) add_official_figure(list, each);
  return list.take();
}

// Each kind of figure has fields of its own.
Fields fields_of(const SubmissionState* state) {
  if (!state) return {};
  FieldList list;
  for (const SubmittedFigure& figure : state->figures) {
    const std::string name(field_of(figure.kind));
    const FigureText text = figure.text.value_or(FigureText{});
    list.add(name, figure.figure).add(name + "_missing", figure.missing).add(name + "_stage", figure.stage);
    list.add(name + "_evidence", figure.evidence).add(name + "_returned", figure.returned);
    list.add_protected(name + "_reason", text.reason).add_protected(name + "_source", text.source);
    list.add_protected(name + "_comment", text.comment);
    list.add_protected(name + "_return_reason", figure.return_text ? figure.return_text->reason : std::nullopt);
    list.add_protected(name + "_note", figure.verify_text ? figure.verify_text->note : std::nullopt);
    const FigureRestatement* last = figure.restatements.empty() ? nullptr : &figure.restatements.back();
    list.add_protected(name + "_restatement_reason", last && last->text ? last->text->reason : std::nullopt);
  }
  return list.take();
}

Fields fields_of_programme(const World& world, const std::string& id) {
  const auto* state = world.programmes.find(id);
  if (!state) return {};
  const ClosedYears* closed = world.closed_years.find(id);
  return FieldList()
      .add_members(state->content)
      .add("closed_years", closed ? closed->years : std::vector<ClosedYear>{})
      .add("need_rounds", need_round_days(world, id))
      .take();
}

}  // namespace

Fields fields_of(const World& world, const Subject& subject) {
  const std::string& id = subject.id;
  switch (subject.aggregate) {
    case Aggregate::kProgramme:
      return fields_of_programme(world, id);
    case Aggregate::kAgency:
      return fields_of(world.agencies.find(id));
    case Aggregate::kAgencyGroup:
      return content_of(world.agency_groups.find(id));
    case Aggregate::kCommittee:
      return content_of(world.committees.find(id));
    case Aggregate::kMember:
      return content_of(world.members.find(id));
    case Aggregate::kIndicator:
      return fields_of_indicator(world, id);
    case Aggregate::kBudgetLine:
      return fields_of_line(world, id);
    case Aggregate::kReportingDuty:
      return content_of(world.reporting_duties.find(id));
    case Aggregate::kDoubt:
      return fields_of(world.doubts.find(id));
    case Aggregate::kDocument:
      return fields_of(world.documents.find(id));
    case Aggregate::kTask:
      return fields_of(world.tasks.find(id));
    case Aggregate::kAssignment:
      return fields_of(world.assignments.find(id));
    case Aggregate::kPost:
      return fields_of(world.posts.find(id));
    case Aggregate::kAccount:
      return fields_of(world.accounts.find(id));
    case Aggregate::kLink:
      return fields_of(world.links.find(id));
    case Aggregate::kCoordination:
      return fields_of(world.coordinations.find(id));
    case Aggregate::kUnitPlan:
      return fields_of(world.unit_plans.find(id));
    case Aggregate::kSubmission:
      return fields_of(world.submissions.find(id));
    case Aggregate::kRatio:
      return fields_of(world.ratios.find(id));
    case Aggregate::kTreasuryExtract:
      return fields_of(world.treasury_extracts.find(id));
    case Aggregate::kMission:
    case Aggregate::kBigProblem:
    case Aggregate::kRegisterEntry:
    case Aggregate::kProposal:
      return fields_of_record(world, subject);
    case Aggregate::kLog:
    case Aggregate::kCalendar:
    case Aggregate::kThread:
      break;
  }
  return {};
}

Fields fields_of(const Event& event) {
  return std::visit(
      [](const auto& alternative) -> Fields {
        using Alternative = std::decay_t<decltype(alternative)>;
        FieldList list;
        if constexpr (boost::describe::has_describe_members<Alternative>::value) {
          for_each_member<Alternative>([&](std::size_t, auto member) {
            if (std::string_view(member.name) != "open")
              list.add(member_name(member.name), alternative.*member.pointer);
          });
          if constexpr (requires { alternative.open; }) list.add_open(alternative.open);
        }
        return list.take();
      },
      event);
}

}  // namespace luuvet::api
