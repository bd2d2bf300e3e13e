#include "domain/people/readers.h"

#include <algorithm>

#include "domain/people/involvement.h"
#include "domain/people/relations.h"

namespace luuvet {
namespace {

// Of a thread: what it hangs on.
Subject carrier_of(const Subject& subject) {
  if (subject.aggregate != Aggregate::kThread) return subject;
  return parse_subject(subject.id).value_or(subject);
}

bool registered(const World& world, const Subject& subject, const AgencyId& agency) {
  const DocumentState* document =
      subject.aggregate == Aggregate::kDocument ? world.documents.find(subject.id) : nullptr;
  return document && document->registered_by == agency;
}

// A unit that was taken off keeps reading what it was charged with.
bool was_unit(const World& world, const Subject& subject, const AgencyId& agency) {
  const TaskState* task = subject.aggregate == Aggregate::kTask ? world.tasks.find(subject.id) : nullptr;
  return task &&
         std::find(task->cancelled_units.begin(), task->cancelled_units.end(), agency) != task->cancelled_units.end();
}

bool concerns_itself(const World& world, const Subject& subject, const AgencyId& agency) {
  return involves(world, subject, agency) || registered(world, subject, agency) || was_unit(world, subject, agency);
}

// B11: also what concerned the agencies that were merged into it.
bool concerns(const World& world, const Subject& subject, const AgencyId& agency) {
  if (concerns_itself(world, subject, agency)) return true;
  const AgencyState* state = world.agencies.find(agency.value);
  return state && std::any_of(state->predecessors.begin(), state->predecessors.end(),
                              [&](const AgencyId& each) { return concerns_itself(world, subject, each); });
}

bool of_committee(const World& world, const Subject& subject, const std::optional<CommitteeId>& committee) {
  if (!committee) return false;
  if (const Programme* programme = world.programme_of(subject)) return programme->committee == committee;
  if (subject.aggregate == Aggregate::kCommittee) return subject.id == committee->value;
  const auto* member = subject.aggregate == Aggregate::kMember ? world.members.find(subject.id) : nullptr;
  return member && member->content.committee == *committee;
}

// The table of P20.
bool reads(const World& world, const Subject& subject, const Grant& grant) {
  switch (grant.role) {
    case Role::kInspector:
      return true;
    case Role::kStandingAgency:
      return supervises(world, subject, grant.agency, grant);
    case Role::kCommitteeMember:
    case Role::kCommitteeHead:
      return of_committee(world, subject, grant.committee);
    case Role::kFinance:
      return subject.aggregate == Aggregate::kBudgetLine || subject.aggregate == Aggregate::kTreasuryExtract ||
             concerns(world, subject, grant.agency);
    case Role::kStatistics:
      return subject.aggregate == Aggregate::kIndicator || subject.aggregate == Aggregate::kSubmission ||
             concerns(world, subject, grant.agency);
    case Role::kOfficer:
    case Role::kHead:
    case Role::kDeputy:
    case Role::kClerk:
    case Role::kOutsideLead:
      return concerns(world, subject, grant.agency);
    case Role::kSocialSupervision:
    case Role::kIoc:
    case Role::kAdministrator:
    case Role::kPublic:
      return false;
  }
  return false;
}

// Roles that read nothing protected read nothing of their agency's either.
bool reads_own(const Grant& grant) {
  return grant.role != Role::kSocialSupervision && grant.role != Role::kIoc && grant.role != Role::kAdministrator &&
         grant.role != Role::kPublic;
}

// Whom a directive or an urging names.
const std::vector<AgencyId>* asked_by(const Event& event) {
  if (const auto* directed = std::get_if<ThreadDirected>(&event)) return &directed->to;
  if (const auto* urged = std::get_if<ThreadUrged>(&event)) return &urged->to;
  return nullptr;
}

bool asks(const World& world, const std::vector<AgencyId>& asked, const AgencyId& agency) {
  return names_agency(world, asked, agency) ||
         std::any_of(asked.begin(), asked.end(), [&](const AgencyId& each) { return world.succeeds(agency, each); });
}

}  // namespace

Reader::Reader(std::vector<Grant> grants)
    : all_(
          std::any_of(grants.begin(), grants.end(), [](const Grant& grant) { return grant.role == Role::kInspector; })),
      grants_(std::move(grants)) {}

bool Reader::may_read(const World& world, const Subject& subject) const {
  if (all_) return true;
  const Subject carrier = carrier_of(subject);
  if (carrier.aggregate == Aggregate::kLink) return may_read_link(world, carrier.id);
  return std::any_of(grants_.begin(), grants_.end(), [&](const Grant& grant) { return reads(world, carrier, grant); });
}

// Who may read one of its rows.
bool Reader::may_read_link(const World& world, const std::string& id) const {
  const LinkState* link = world.links.find(id);
  return link && std::any_of(link->pair.subjects.begin(), link->pair.subjects.end(), [&](const std::string& row) {
           const auto subject = parse_subject(row);
           return subject && subject->aggregate != Aggregate::kLink && may_read(world, *subject);
         });
}

bool Reader::may_read(const World& world, const Subject& subject, const AgencyId& by) const {
  const bool own = std::any_of(grants_.begin(), grants_.end(), [&](const Grant& grant) {
    return world.succeeds(grant.agency, by) && reads_own(grant);
  });
  return own || may_read(world, subject);
}

bool Reader::may_read(const World& world, const Recorded& recorded) const {
  if (may_read(world, recorded.subject, recorded.meta.agency)) return true;
  const std::vector<AgencyId>* asked = asked_by(recorded.event);
  return asked && std::any_of(grants_.begin(), grants_.end(), [&](const Grant& grant) {
           return reads_own(grant) && asks(world, *asked, grant.agency);
         });
}

Reader reader_of(const World& world, const ActorId& actor, Date date) {
  return is_system(actor) ? Reader() : Reader(grants_of(world, actor, date));
}

}  // namespace luuvet
