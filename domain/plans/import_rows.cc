#include "domain/plans/import_rows.h"

#include "domain/people/post_check.h"

namespace luuvet {
namespace {

using Bodies = BodyCheck::Bodies;

void check_id(BodyCheck& check, const std::string& id) {
  if (!is_valid_id(id)) check.fault("/id", "Mã không đúng quy cách.", "The id is not well formed.");
}

// Agencies and groups share one name space (R01); "joint" is the unit of joint assignments (R02).
template <class Other>
void check_body_id(BodyCheck& check, const AgencyId& id, const Table<Other>& others) {
  if (!is_valid_agency_id(id.value))
    check.fault("/id", "Mã cơ quan không đúng quy cách.", "The id is not well formed.");
  if (id.value == kJointUnit)
    check.fault("/id", "Mã \"joint\" dành cho phần việc chung.", "\"joint\" names joint assignments.");
  if (others.find(id.value))
    check.fault("/id", "Mã này đã dùng cho một cơ quan hoặc nhóm cơ quan khác.",
                "An agency and a group cannot share an id.");
}

void check_programme(BodyCheck& check, const ProgrammeId& programme) {
  if (!check.world().programmes.find(programme.value)) check.unknown("/programme", programme.value);
}

template <class State, class Id>
void check_there(BodyCheck& check, std::string_view pointer, const Table<State>& table, const std::optional<Id>& id) {
  if (id && !table.find(id->value)) check.unknown(pointer, id->value);
}

}  // namespace

void check_row(BodyCheck& check, const Programme& row) {
  check_id(check, row.id.value);
  check.document("/document", std::optional(row.document));
  check_there(check, "/committee", check.world().committees, row.committee);
  check.agency("/standing_agency", row.standing_agency, Bodies::kAgencies);
}

void check_row(BodyCheck& check, const Agency& row) {
  check_body_id(check, row.id, check.world().agency_groups);
}

void check_row(BodyCheck& check, const AgencyGroup& row) {
  check_body_id(check, row.id, check.world().agencies);
  check.agencies("/members", row.members, Bodies::kAgencies);
}

void check_row(BodyCheck& check, const Committee& row) {
  check_id(check, row.id.value);
  check.agency("/standing_agency", row.standing_agency, Bodies::kAgencies);
  check.document("/document", row.document);
}

void check_row(BodyCheck& check, const Member& row) {
  check_id(check, row.id.value);
  check_there(check, "/committee", check.world().committees, std::optional(row.committee));
  if (row.agency) check.agency("/agency", *row.agency, Bodies::kAgenciesAndGroups);
  check.agencies("/in_charge_agencies", row.in_charge_agencies, Bodies::kAgenciesAndGroups);
}

void check_row(BodyCheck& check, const Indicator& row) {
  check_id(check, row.id.value);
  check_programme(check, row.programme);
  check_there(check, "/parent", check.world().indicators, row.parent);
  check.agencies("/tracking_agencies", row.tracking_agencies, Bodies::kAgenciesAndGroups);
  check.agencies("/implementing_agencies", row.implementing_agencies, Bodies::kAgenciesAndGroups);
  check_there(check, "/member", check.world().members, row.member);
}

void check_row(BodyCheck& check, const BudgetLine& row) {
  check_id(check, row.id.value);
  check_programme(check, row.programme);
  check_there(check, "/parent", check.world().budget_lines, row.parent);
  check.agencies("/lead_agencies", row.lead_agencies, Bodies::kAgenciesAndGroups);
  check.agencies("/coordinating_agencies", row.coordinating_agencies, Bodies::kAgenciesAndGroups);
}

void check_row(BodyCheck& check, const ReportingDuty& row) {
  check_id(check, row.id.value);
  check_programme(check, row.programme);
  check.agencies("/from_agencies", row.from_agencies, Bodies::kAgenciesAndGroups);
}

void check_row(BodyCheck& check, const Doubt& row) {
  check_id(check, row.id.value);
  check_programme(check, row.programme);
}

void check_row(BodyCheck& check, const Document& row) {
  check_id(check, row.id.value);
}

void check_row(BodyCheck& check, const Task& row) {
  check_id(check, row.id.value);
  check_programme(check, row.programme);
  check_there(check, "/parent", check.world().tasks, row.parent);
  check.agencies("/lead_agencies", row.lead_agencies, Bodies::kAgenciesAndGroups);
  check.agencies("/coordinating_agencies", row.coordinating_agencies, Bodies::kAgenciesAndGroups);
  if (!row.confirming_agency.empty()) check.agency("/confirming_agency", row.confirming_agency, Bodies::kAgencies);
  check.document("/mandate", row.mandate);
  check.document("/links_to", row.links_to);
}

void check_row(BodyCheck& check, const Post& row) {
  check_id(check, row.id.value);
  check_post(check, "", row);
}

}  // namespace luuvet
