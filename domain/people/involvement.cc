#include "domain/people/involvement.h"

#include <algorithm>

#include "domain/figures/submitting.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/plans/unit_planning.h"

namespace luuvet {
namespace {

bool lists(const std::vector<AgencyId>& units, const AgencyId& agency) {
  return std::find(units.begin(), units.end(), agency) != units.end();
}

bool works_on(const World& world, const TaskState& task, const AgencyId& agency) {
  return names_agency(world, task.content.lead_agencies, agency) || lists(task.units, agency);
}

// The few outside leads are looked through, not the posts.
bool sponsors(const World& world, const TaskState& task, const AgencyId& agency) {
  bool found = false;
  world.sponsored.for_each([&](const auto& row) {
    const bool sponsor = std::any_of(row->sponsors.begin(), row->sponsors.end(),
                                     [&](const auto& each) { return each.agency == agency; });
    found = sponsor && works_on(world, task, row->agency);
    return !found;
  });
  return found;
}

bool involves_task(const World& world, const TaskState& task, const AgencyId& agency) {
  const Task& row = task.content;
  return row.confirming_agency == agency || works_on(world, task, agency) ||
         names_agency(world, row.coordinating_agencies, agency) || sponsors(world, task, agency);
}

bool involves_request(const CoordinationState* state, const AgencyId& agency) {
  return state &&
         (state->asked_by == agency || std::any_of(state->asked.begin(), state->asked.end(),
                                                   [&](const AskedAgency& each) { return each.agency == agency; }));
}

bool sponsors(const World& world, const UnitPlan& plan, const AgencyId& agency) {
  const SponsoredAgency* row = world.sponsored.find(plan.agency.value);
  return row && std::any_of(row->sponsors.begin(), row->sponsors.end(),
                            [&](const auto& each) { return each.agency == agency; });
}

bool invests(const World& world, const BudgetLineId& line, const AgencyId& agency) {
  const BudgetBook* book = world.budget_books.find(line.value);
  return book && std::any_of(book->components.begin(), book->components.end(),
                             [&](const BudgetComponent& each) { return each.content.investor_agency == agency; });
}

// Whoever confirms the work of one of its lines.
bool confirms(const World& world, const UnitPlan& plan, const AgencyId& agency) {
  return confirming_agencies(world, plan.lines).count(agency) != 0;
}

// By the row, or by what people have defined since.
bool involves_indicator(const World& world, const Indicator& row, const AgencyId& agency) {
  if (names_agency(world, row.tracking_agencies, agency) || names_agency(world, row.implementing_agencies, agency))
    return true;
  const IndicatorBook* book = book_of(world, row.id);
  return book && std::any_of(book->definitions.begin(), book->definitions.end(), [&](const IndicatorDefinition& each) {
           const IndicatorTerms& terms = each.terms;
           return names_agency(world, terms.tracking_agencies, agency) ||
                  names_agency(world, terms.implementing_agencies, agency) ||
                  names_agency(world, terms.submitters, agency) || terms.verifier == agency ||
                  (terms.publication && terms.publication->agency == agency);
         });
}

bool is_body(const std::optional<Organisation>& body, const AgencyId& agency) {
  return body && body->agency == agency;
}

bool leads_one(const World& world, const std::vector<TaskId>& tasks, const AgencyId& agency) {
  return std::any_of(tasks.begin(), tasks.end(), [&](const TaskId& id) {
    const TaskState* task = world.tasks.find(id.value);
    return task && works_on(world, *task, agency);
  });
}

bool involves_mission(const World& world, const MissionState& row, const AgencyId& agency) {
  const bool receives = row.course.transfer && row.course.transfer->receiver.agency == agency;
  return receives || row.content.managing_agency == agency || is_body(row.content.host, agency) ||
         leads_one(world, row.content.tasks, agency);
}

bool involves_entry(const World& world, const RegisterEntry& row, const AgencyId& agency) {
  const auto* line = row.budget_line ? world.budget_lines.find(row.budget_line->value) : nullptr;
  return row.agency == agency || names_agency(world, row.users, agency) ||
         (row.task && leads_one(world, {*row.task}, agency)) ||
         (line && names_agency(world, line->content.lead_agencies, agency));
}

template <class State, class F>
bool found_and(const State* state, F&& holds) {
  return state && holds(state->content);
}

// Of what links and doubts are about: rows, never links or doubts again.
bool involves_row(const World& world, const std::string& text, const AgencyId& agency) {
  const auto row = parse_subject(text);
  return row && row->aggregate != Aggregate::kLink && row->aggregate != Aggregate::kDoubt &&
         row->aggregate != Aggregate::kThread && involves(world, *row, agency);
}

}  // namespace

bool names_agency(const World& world, const std::vector<AgencyId>& list, const AgencyId& agency) {
  return std::any_of(list.begin(), list.end(),
                     [&](const AgencyId& named) { return named == agency || world.in_group(named, agency); });
}

bool involves(const World& world, const Subject& subject, const AgencyId& agency) {
  switch (subject.aggregate) {
    case Aggregate::kTask: {
      const TaskState* task = world.tasks.find(subject.id);
      return task && involves_task(world, *task, agency);
    }
    case Aggregate::kAssignment: {
      const auto parts = split(AssignmentId{subject.id});
      return parts && (parts->unit == agency || involves(world, {Aggregate::kTask, parts->task.value}, agency));
    }
    case Aggregate::kThread: {
      const auto on = parse_subject(subject.id);
      return on && involves(world, *on, agency);
    }
    case Aggregate::kCoordination:
      return involves_request(world.coordinations.find(subject.id), agency);
    case Aggregate::kIndicator:
      return found_and(world.indicators.find(subject.id),
                       [&](const Indicator& row) { return involves_indicator(world, row, agency); });
    case Aggregate::kSubmission:
      return has_to_do_with(world, {subject.id}, agency);
    case Aggregate::kBudgetLine:
      return found_and(world.budget_lines.find(subject.id), [&](const BudgetLine& row) {
        return names_agency(world, row.lead_agencies, agency) ||
               names_agency(world, row.coordinating_agencies, agency) || invests(world, row.id, agency);
      });
    case Aggregate::kReportingDuty:
      return found_and(world.reporting_duties.find(subject.id),
                       [&](const ReportingDuty& row) { return names_agency(world, row.from_agencies, agency); });
    case Aggregate::kMember:
      return found_and(world.members.find(subject.id), [&](const Member& row) {
        return row.agency == agency || names_agency(world, row.in_charge_agencies, agency);
      });
    case Aggregate::kAgency:
      return subject.id == agency.value;
    case Aggregate::kProgramme:
      return found_and(world.programmes.find(subject.id),
                       [&](const Programme& row) { return row.standing_agency == agency; });
    case Aggregate::kLink: {
      const LinkState* link = world.links.find(subject.id);
      return link && std::any_of(link->pair.subjects.begin(), link->pair.subjects.end(),
                                 [&](const std::string& row) { return involves_row(world, row, agency); });
    }
    case Aggregate::kDoubt:
      return found_and(world.doubts.find(subject.id), [&](const Doubt& row) {
        return std::any_of(row.places.begin(), row.places.end(), [&](const DoubtPlace& place) {
          return place.subject && involves_row(world, *place.subject, agency);
        });
      });
    case Aggregate::kPost:
      return found_and(world.posts.find(subject.id),
                       [&](const Post& row) { return row.agency == agency || row.sponsor == agency; });
    case Aggregate::kMission: {
      const MissionState* row = world.missions.find(subject.id);
      return row && involves_mission(world, *row, agency);
    }
    case Aggregate::kBigProblem:
      return found_and(world.big_problems.find(subject.id), [&](const BigProblem& row) {
        return row.lead_agency == agency || is_body(row.receiver, agency) || leads_one(world, row.tasks, agency);
      });
    case Aggregate::kRegisterEntry:
      return found_and(world.register_entries.find(subject.id),
                       [&](const RegisterEntry& row) { return involves_entry(world, row, agency); });
    case Aggregate::kProposal: {
      const ProposalRow* row = world.proposals.find(subject.id);
      return row && (row->by == agency || involves(world, {Aggregate::kTask, row->made.task.value}, agency));
    }
    case Aggregate::kUnitPlan: {
      const UnitPlanState* plan = world.unit_plans.find(subject.id);
      return plan && (plan->agency == agency || sponsors(world, *plan, agency) || confirms(world, *plan, agency));
    }
    default:
      return false;
  }
}

}  // namespace luuvet
