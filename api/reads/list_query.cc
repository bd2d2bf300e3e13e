#include "api/reads/list_query.h"

#include <algorithm>

namespace luuvet::api {

using projections::AccountFilter;
using projections::AssignmentFilter;
using projections::CoordinationFilter;
using projections::OpeningFilter;
using projections::RegisterFilter;
using projections::TaskFilter;

namespace {

// In place of an agency: the leads hold a group, and nobody has decided yet who works on it.
constexpr std::string_view kUndecided = "undecided";

}  // namespace

TaskFilter task_filter(Query& query) {
  TaskFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.agency = query.agency("agency");
  filter.lead = query.agency("lead");
  filter.undecided_lead = filter.lead && filter.lead->value == kUndecided;
  if (filter.undecided_lead) filter.lead.reset();
  filter.coordinator = query.agency("coordinator");
  filter.confirming = query.agency("confirming");
  filter.parent = query.id<TaskTag>("parent");
  filter.group = query.boolean("group");
  filter.area = query.text("area");
  filter.annex = query.text("annex");
  filter.section = query.text("section");
  filter.status = query.words<Status>("status");
  filter.timeliness = query.words<Timeliness>("timeliness");
  filter.kind = query.word<DeadlineKind>("kind");
  filter.document = query.id<DocumentTag>("document");
  filter.obstacle = query.boolean("obstacle");
  filter.ids = query.ids<TaskTag>("ids");
  if (const auto system = query.id<struct SystemTag>("system")) filter.system = system->value;
  filter.external_id = query.text("external_id");
  filter.q = query.text("q");
  return filter;
}

AssignmentFilter assignment_filter(Query& query) {
  static constexpr std::string_view kOpenings[] = {"missing", "entered", "confirmed"};
  AssignmentFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.agency = query.agency("agency");
  filter.task = query.id<TaskTag>("task");
  filter.status = query.words<Status>("status");
  filter.timeliness = query.words<Timeliness>("timeliness");
  if (const auto place = query.one_of("opening", kOpenings)) filter.opening = static_cast<OpeningFilter>(*place);
  filter.handled_by = query.id<AccountTag>("handled_by");
  filter.q = query.text("q");
  return filter;
}

AccountFilter account_filter(Query& query) {
  AccountFilter filter;
  filter.agency = query.agency("agency");
  filter.kind = query.word<AccountKind>("kind");
  filter.closed = query.boolean("closed");
  return filter;
}

CoordinationFilter coordination_filter(Query& query) {
  CoordinationFilter filter;
  filter.programme = query.id<ProgrammeTag>("programme");
  filter.task = query.id<TaskTag>("task");
  filter.to = query.agency("to");
  filter.from = query.agency("from");
  filter.state = query.words<CoordinationStatus>("state");
  filter.answer = query.words<CoordinationAnswer>("answer");
  filter.overdue = query.boolean("overdue");
  return filter;
}

RegisterFilter register_filter(Aggregate aggregate, Query& query, Date status_date) {
  static constexpr std::string_view kStates[] = {"in-force", "ended"};
  static constexpr std::string_view kStatuses[] = {"open", "settled"};
  RegisterFilter filter;
  filter.status_date = status_date;
  const auto of = [&](std::initializer_list<Aggregate> which) {
    return std::find(which.begin(), which.end(), aggregate) != which.end();
  };
  using enum Aggregate;
  if (of({kIndicator, kBudgetLine, kReportingDuty, kDoubt})) filter.programme = query.id<ProgrammeTag>("programme");
  if (of({kIndicator, kBudgetLine, kReportingDuty, kPost})) filter.agency = query.agency("agency");
  if (of({kMember, kPost})) filter.committee = query.id<CommitteeTag>("committee");
  if (of({kIndicator})) {
    filter.member = query.id<MemberTag>("member");
    filter.publication.states = query.words<projections::PublicationState>("publication");
    filter.publication.publisher = query.agency("publisher");
    filter.differs_from_statistics = query.boolean("differs_from_statistics");
  }
  if (of({kIndicator, kBudgetLine})) {
    filter.annex = query.text("annex");
    filter.section = query.text("section");
    filter.heading = query.boolean("heading");
  }
  if (of({kAgency, kDocument, kDoubt})) filter.kind = query.text("kind");
  if (of({kProgramme, kAgency, kAgencyGroup, kCommittee})) filter.province = query.text("province");
  if (of({kAgency}))
    if (const auto place = query.one_of("state", kStates)) filter.ended = *place == 1;
  if (of({kDoubt})) {
    if (const auto subject = query.subject("subject")) filter.subject = subject->text();
    if (const auto place = query.one_of("status", kStatuses)) filter.settled = *place == 1;
  }
  if (of({kPost})) filter.role = query.word<Role>("role");
  if (of({kDocument})) filter.stub = query.boolean("stub");
  if (of({kIndicator}))
    if (const auto tier = query.word<IndicatorTier>("tier")) filter.tier = {*tier, status_date};
  if (!of({kReportingDuty})) filter.q = query.text("q");
  return filter;
}

}  // namespace luuvet::api
