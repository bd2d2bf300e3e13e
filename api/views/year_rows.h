// Plans for a year, their milestones and the year's results as they are shown, in representations and in histories.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/world.h"

namespace luuvet::api {

struct MetRow {
  Date on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(MetRow, (), (on, quantity, document))

struct MilestoneRow {
  std::string id;
  std::string name;
  Date due;
  std::optional<std::int64_t> quantity;
  std::optional<MetRow> met;
};
BOOST_DESCRIBE_STRUCT(MilestoneRow, (), (id, name, due, quantity, met))

struct PlannedYearRow {
  AgencyId agency;
  std::int64_t year = 0;
  std::optional<YearProduct> product;
  std::vector<MilestoneRow> milestones;
  bool left_out = false;
};
BOOST_DESCRIBE_STRUCT(PlannedYearRow, (), (agency, year, product, milestones, left_out))

struct MilestoneMetRow {
  AgencyId agency;
  std::int64_t year = 0;
  std::string milestone;
  Date on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
};
BOOST_DESCRIBE_STRUCT(MilestoneMetRow, (), (agency, year, milestone, on, quantity, document))

struct YearResultRow {
  std::int64_t year = 0;
  YearResultState state = YearResultState::kSubmitted;
  Date completed_on;
  std::optional<std::int64_t> quantity;
  std::optional<DocumentRef> document;
  AgencyId submitted_by;
  Sequence sequence = 0;              // of the submission
  std::optional<std::string> result;  // protected
  std::optional<std::string> return_reason;
};
BOOST_DESCRIBE_STRUCT(YearResultRow, (),
                      (year, state, completed_on, quantity, document, submitted_by, sequence, result, return_reason))

std::vector<MilestoneRow> milestone_rows(const std::vector<Milestone>& milestones, const YearWork& work,
                                         const AgencyId& agency, std::int64_t year);
std::vector<PlannedYearRow> planned_year_rows(const YearWork& work);
std::vector<MilestoneMetRow> milestone_met_rows(const YearWork& work);
YearResultRow year_result_row(const YearResult& result, bool readable);
std::vector<YearResultRow> year_result_rows(const YearWork& work, bool readable);

}  // namespace luuvet::api
