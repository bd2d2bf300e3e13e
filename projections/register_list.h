// Lists of the registers: every row that the filter lets through, in printed order (the order of registering).
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/fold.h"
#include "domain/indicators/indicator_terms.h"
#include "domain/people/involvement.h"
#include "projections/indicators/indicator_publication.h"
#include "projections/indicators/statistics_figure.h"
#include "projections/page.h"
#include "projections/views.h"

namespace luuvet::projections {

struct TierOnDay {
  IndicatorTier tier = IndicatorTier::kUnclear;
  Date day;  // on which the definition is in force that says it
};

// Each member filters the registers whose rows have such a member; empty ones do not filter.
struct RegisterFilter {
  std::optional<ProgrammeId> programme;
  std::optional<AgencyId> agency;
  std::optional<CommitteeId> committee;
  std::optional<MemberId> member;  // indicators: who is in charge (X29)
  std::optional<TierOnDay> tier;   // indicators
  std::optional<std::string> annex;
  std::optional<std::string> section;
  std::optional<std::string> kind;
  std::optional<Role> role;
  std::optional<std::string> province;
  std::optional<std::string> subject;  // doubts: one of their places
  std::optional<bool> stub;
  std::optional<bool> heading;
  std::optional<bool> ended;    // agencies
  std::optional<bool> settled;  // doubts
  std::optional<std::string> q;
  PublicationFilter publication;                // indicators
  std::optional<bool> differs_from_statistics;  // indicators: in some period
  Date status_date;                             // on which these stand so
};

template <class Row>
bool matches_row(const Row& row, const RegisterFilter& filter) {
  if constexpr (requires { row.programme; })
    if (filter.programme && row.programme != *filter.programme) return false;
  if constexpr (requires { row.committee; })
    if (filter.committee && !(row.committee == *filter.committee)) return false;
  if constexpr (requires { row.kind; })
    if (filter.kind && row.kind != *filter.kind) return false;
  if constexpr (requires { row.role == Role::kHead; })
    if (filter.role && row.role != *filter.role) return false;
  if constexpr (requires { row.province; })
    if (filter.province && row.province != *filter.province) return false;
  if constexpr (requires { row.stub; })
    if (filter.stub && row.stub != *filter.stub) return false;
  if constexpr (requires { row.heading; })
    if (filter.heading && row.heading != *filter.heading) return false;
  if constexpr (requires { row.source.annex; }) {
    if (filter.annex && row.source.annex != *filter.annex) return false;
    if (filter.section && row.source.section != filter.section) return false;
  }
  if constexpr (requires { row.places; })
    if (filter.subject && std::none_of(row.places.begin(), row.places.end(),
                                       [&](const auto& place) { return place.subject == filter.subject; }))
      return false;
  return true;
}

// A post is of its agency alone, not of the agency that sponsors its holder.
template <class Row>
bool concerns_agency(const World& world, const Row& row, const Subject& subject, const AgencyId& agency) {
  if constexpr (std::is_same_v<Row, Post>)
    return row.agency == agency;
  else
    return involves(world, subject, agency);
}

// A heading is of no tier.
inline bool is_of_tier(const World& world, const Indicator& row, const std::optional<TierOnDay>& wanted) {
  if (!wanted) return true;
  return !row.heading && definition_on(world, row, wanted->day).terms.tier == wanted->tier;
}

template <class State>
Page<std::shared_ptr<const State>> list_register(const Views& views, const Table<State>& table, Aggregate aggregate,
                                                 const RegisterFilter& filter, const PageRequest& request) {
  const auto words = filter.q ? query_words(*filter.q) : std::vector<std::string>{};
  std::vector<std::shared_ptr<const State>> rows;
  table.for_each([&](const std::shared_ptr<const State>& row) {
    if (!matches_row(row->content, filter)) return;
    const Subject subject{aggregate, row->content.id.value};
    if (filter.agency && !concerns_agency(views.world, row->content, subject, *filter.agency)) return;
    if constexpr (std::is_same_v<State, RegisterState<Indicator>>) {
      if (filter.member && member_in_force(views.world, row->content) != filter.member) return;
      if (filter.differs_from_statistics &&
          differs_from_statistics(views.world, row->content, filter.status_date) != *filter.differs_from_statistics)
        return;
      if (!matches_publication(views.world, row->content, filter.publication, filter.status_date)) return;
    }
    if constexpr (requires { row->ended_on; })
      if (filter.ended && row->ended_on.has_value() != *filter.ended) return;
    if constexpr (requires { row->settled; })
      if (filter.settled && row->settled.has_value() != *filter.settled) return;
    if constexpr (std::is_same_v<State, RegisterState<Indicator>>)
      if (!is_of_tier(views.world, row->content, filter.tier)) return;
    if (!words.empty()) {
      const Card* card = views.card(subject);
      if (!card || !matches(*card->text, words)) return;
    }
    rows.push_back(row);
  });
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a->life.first < b->life.first; });
  return page_of(std::move(rows), request, [](const auto& row) { return row->content.id.value; });
}

}  // namespace luuvet::projections
