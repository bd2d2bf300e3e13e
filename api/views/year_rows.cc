#include "api/views/year_rows.h"

namespace luuvet::api {

std::vector<MilestoneRow> milestone_rows(const std::vector<Milestone>& milestones, const YearWork& work,
                                         const AgencyId& agency, std::int64_t year) {
  std::vector<MilestoneRow> rows;
  for (const Milestone& each : milestones) {
    MilestoneRow row{each.id, each.name, each.due, each.quantity, std::nullopt};
    if (const MetMilestone* met = find_met(work, agency, year, each.id))
      row.met = MetRow{met->on, met->quantity, met->document};
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<PlannedYearRow> planned_year_rows(const YearWork& work) {
  std::vector<PlannedYearRow> rows;
  for (const PlannedYear& plan : work.planned)
    rows.push_back({plan.agency, plan.year, plan.product, milestone_rows(plan.milestones, work, plan.agency, plan.year),
                    plan.left_out});
  return rows;
}

std::vector<MilestoneMetRow> milestone_met_rows(const YearWork& work) {
  std::vector<MilestoneMetRow> rows;
  for (const MetMilestone& met : work.met)
    rows.push_back({met.agency, met.year, met.milestone, met.on, met.quantity, met.document});
  return rows;
}

YearResultRow year_result_row(const YearResult& result, bool readable) {
  YearResultRow row{result.year,         result.state,        result.completed_on, result.quantity, result.document,
                    result.submitted_by, result.submitted_at, std::nullopt,        std::nullopt};
  if (readable && result.text) row.result = result.text->result;
  if (readable && result.return_text) row.return_reason = result.return_text->reason;
  return row;
}

std::vector<YearResultRow> year_result_rows(const YearWork& work, bool readable) {
  std::vector<YearResultRow> rows;
  for (const YearResult& result : work.results) rows.push_back(year_result_row(result, readable));
  return rows;
}

}  // namespace luuvet::api
