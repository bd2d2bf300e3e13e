#include "projections/indicators/submission_list.h"

#include <algorithm>

#include "domain/figures/figure_checks.h"
#include "domain/figures/submitting.h"

namespace luuvet::projections {
namespace {

using Row = std::shared_ptr<const SubmissionState>;

bool matches(const World& world, const SubmissionFilter& filter, const SubmissionState& state) {
  if (filter.indicator && state.indicator != *filter.indicator) return false;
  if (filter.agency && state.agency != *filter.agency) return false;
  if (filter.period && state.period != *filter.period) return false;
  if (!filter.programme) return true;
  const auto* row = world.indicators.find(state.indicator.value);
  return row && row->content.programme == *filter.programme;
}

bool is_wanted_kind(const SubmissionFilter& filter, const SubmittedFigure& figure) {
  return !filter.kind || figure.kind == *filter.kind;
}

bool is_wanted(const SubmissionFilter& filter, const SubmittedFigure& figure, bool readable) {
  if (!is_wanted_kind(filter, figure)) return false;
  if (filter.state.empty()) return true;
  if (!readable && !is_approved(figure)) return false;
  return std::find(filter.state.begin(), filter.state.end(), standing_of(figure)) != filter.state.end();
}

void add(SubmissionTotals& totals, SubmissionStanding standing) {
  switch (standing) {
    case SubmissionStanding::kDraft:
      ++totals.draft;
      break;
    case SubmissionStanding::kSubmitted:
      ++totals.submitted;
      break;
    case SubmissionStanding::kApproved:
      ++totals.approved;
      break;
    case SubmissionStanding::kVerified:
      ++totals.verified;
      break;
    case SubmissionStanding::kReturned:
      ++totals.returned;
      break;
  }
}

// f(state) says whether the row stands in the list; what does not still marks the cursor's place.
template <class F>
SubmissionList list(const Views& views, const SubmissionFilter& filter, const PageRequest& page, const F& f) {
  SubmissionList result;
  std::vector<Row> rows;
  bool marked = false;
  views.world.submissions.for_each([&](const Row& row) {
    const bool at_cursor = page.after == row->id.value;
    const bool wanted = matches(views.world, filter, *row) && f(*row, result.totals);
    marked = marked || (at_cursor && !wanted);
    if (wanted || at_cursor) rows.push_back(row);
  });
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a->life.first < b->life.first; });
  result.page = page_of(
      std::move(rows), page, [](const Row& row) { return row->id.value; }, marked);
  return result;
}

bool waits(const SubmittedFigure& figure) {
  return figure.stage == FigureStage::kApproved;
}

bool is_warned(const World& world, const Submitting& at, const SubmissionState& state) {
  return std::any_of(state.figures.begin(), state.figures.end(), [&](const SubmittedFigure& each) {
    return waits(each) && !findings_on(world, *at.row, at.parts, each.kind, each.figure).empty();
  });
}

bool is_statistical(const World& world, const AgencyId& agency) {
  bool found = false;
  world.posts.for_each([&](const auto& post) {
    found = post->content.agency == agency && post->content.role == Role::kStatistics;
    return !found;
  });
  return found;
}

}  // namespace

SubmissionStanding standing_of(const SubmittedFigure& figure) {
  switch (figure.stage) {
    case FigureStage::kDraft:
      return figure.returned ? SubmissionStanding::kReturned : SubmissionStanding::kDraft;
    case FigureStage::kSubmitted:
      return SubmissionStanding::kSubmitted;
    case FigureStage::kApproved:
      return SubmissionStanding::kApproved;
    case FigureStage::kVerified:
      return SubmissionStanding::kVerified;
  }
  return SubmissionStanding::kDraft;
}

SubmissionList list_submissions(const Views& views, const SubmissionFilter& filter, const PageRequest& page,
                                const MayRead& may_read) {
  return list(views, filter, page, [&](const SubmissionState& state, SubmissionTotals& totals) {
    const bool readable = filter.state.empty() || may_read({Aggregate::kSubmission, state.id.value});
    bool wanted = false;
    for (const SubmittedFigure& figure : state.figures) {
      if (is_wanted_kind(filter, figure)) add(totals, standing_of(figure));
      wanted = wanted || is_wanted(filter, figure, readable);
    }
    return wanted;
  });
}

SubmissionList list_queue(const Views& views, const AgencyId& agency, const SubmissionFilter& filter,
                          const PageRequest& page) {
  Grant grant;
  grant.role = is_statistical(views.world, agency) ? Role::kStatistics : Role::kHead;
  grant.agency = agency;
  return list(views, filter, page, [&](const SubmissionState& state, SubmissionTotals& totals) {
    const auto waiting = std::count_if(state.figures.begin(), state.figures.end(), waits);
    if (waiting == 0) return false;
    const auto at = find_submitting(views.world, {Aggregate::kSubmission, state.id.value});
    if (!at || !verifies(views.world, *at, agency, grant)) return false;
    if (filter.warned && is_warned(views.world, *at, state) != *filter.warned) return false;
    totals.approved += waiting;
    return true;
  });
}

}  // namespace luuvet::projections
