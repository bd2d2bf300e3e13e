// Figures of indicators: entered, submitted, approved, verified or returned, restated; and who has entered for which
// period.
#include <algorithm>
#include <utility>

#include "domain/copy_of.h"
#include "domain/evolve.h"

namespace luuvet {
namespace {

SubmittedFigure& figure_in(Submission& submission, FigureKind kind) {
  auto& figures = submission.figures;
  const auto place = std::find_if(figures.begin(), figures.end(), [&](const auto& each) { return each.kind >= kind; });
  if (place != figures.end() && place->kind == kind) return *place;
  SubmittedFigure figure;
  figure.kind = kind;
  return *figures.insert(place, std::move(figure));
}

void change(SubmittedFigure& figure, const Meta& meta, const SubmissionEntered& event) {
  figure.stage = FigureStage::kDraft;
  figure.figure = {event.value, event.numerator, event.denominator};
  figure.missing = event.missing;
  figure.evidence = event.evidence;
  figure.text = event.open;
  figure.entered_at = meta.sequence;
  figure.time = meta.time;
  figure.actor = meta.actor;
  figure.agency = meta.agency;
}

void change(SubmittedFigure& figure, const Meta&, const SubmissionSubmitted&) {
  figure.stage = FigureStage::kSubmitted;
  figure.returned = false;
}

void change(SubmittedFigure& figure, const Meta&, const SubmissionApproved&) {
  figure.stage = FigureStage::kApproved;
  figure.returned = false;
}

void return_figure(SubmittedFigure& figure, const Meta& meta, const std::optional<ReasonText>& text) {
  figure.stage = FigureStage::kDraft;
  figure.returned = true;
  figure.return_text = text;
  figure.returned_at = meta.sequence;
}

void change(SubmittedFigure& figure, const Meta& meta, const SubmissionDraftReturned& event) {
  return_figure(figure, meta, event.open);
}

void change(SubmittedFigure& figure, const Meta& meta, const SubmissionVerified& event) {
  figure.stage = FigureStage::kVerified;
  figure.verified_by = meta.agency;
  figure.verify_text = event.open;
  figure.verified_at = meta.sequence;
  if (waits_restated(figure)) figure.restatements.back().state = RestatementState::kVerified;
}

void change(SubmittedFigure& figure, const Meta& meta, const SubmissionReturned& event) {
  if (!waits_restated(figure)) return return_figure(figure, meta, event.open);
  FigureRestatement& last = figure.restatements.back();
  last.state = RestatementState::kRefused;
  figure.figure = last.before;
  figure.missing = last.missing_before;
  figure.evidence = last.evidence_before;
  figure.text = last.text_before;
  figure.stage = FigureStage::kVerified;
  figure.return_text = event.open;
  figure.returned_at = meta.sequence;
}

// What is said beside the figure once it is corrected.
std::optional<FigureText> text_after(const SubmittedFigure& figure, bool missing, const RestatementText& said) {
  FigureText text = figure.text.value_or(FigureText{});
  text.reason = missing ? said.reason : std::nullopt;
  if (said.source) text.source = said.source;
  if (said.comment) text.comment = said.comment;
  return text == FigureText{} ? std::nullopt : std::optional(std::move(text));
}

void change(SubmittedFigure& figure, const Meta& meta, const SubmissionRestated& event) {
  const Figure after{event.value, event.numerator, event.denominator};
  const bool missing = event.missing.value_or(false);
  figure.restatements.push_back({figure.figure, after, figure.missing, missing, figure.evidence, figure.text,
                                 event.document, event.open, RestatementState::kWaiting, meta.time, meta.actor,
                                 meta.agency, meta.sequence});
  figure.figure = after;
  figure.missing = missing;
  if (event.evidence) figure.evidence = event.evidence;
  figure.text = text_after(figure, missing, event.open.value_or(RestatementText{}));
  figure.stage = FigureStage::kApproved;
}

template <class T>
bool has(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

void index_period(World& world, const Submission& submission, Epoch epoch) {
  const IndicatorBook* book = world.indicator_books.find(submission.indicator.value);
  if (!book || !has(book->periods, submission.period)) {
    auto next = copy_of(world.indicator_books, submission.indicator.value);
    next->id = submission.indicator;
    next->periods.push_back(submission.period);
    world.indicator_books.put(std::move(next), epoch);
  }
  const std::string key = submission.indicator.value + "." + submission.period;
  auto next = copy_of(world.period_submissions, key);
  next->period = key;
  next->agencies.push_back(submission.agency);
  world.period_submissions.put(std::move(next), epoch);
}

std::shared_ptr<SubmissionState> new_state(const std::string& id) {
  auto state = std::make_shared<SubmissionState>();
  state->id.value = id;
  auto parts = split(state->id).value_or(SubmissionParts{{id}, {}, {}});
  state->indicator = std::move(parts.indicator);
  state->agency = std::move(parts.agency);
  state->period = std::move(parts.period);
  return state;
}

}  // namespace

template <SubmissionEvent E>
void evolve_one(World& world, const Recorded& recorded, const E& event, Epoch epoch) {
  const SubmissionState* now = world.submissions.find(recorded.subject.id);
  auto next = now ? std::make_shared<SubmissionState>(*now) : new_state(recorded.subject.id);
  change(figure_in(*next, event.kind), recorded.meta, event);
  live(next->life, recorded);
  if (!now) index_period(world, *next, epoch);
  world.submissions.put(std::move(next), epoch);
}
template void evolve_one(World&, const Recorded&, const SubmissionEntered&, Epoch);
template void evolve_one(World&, const Recorded&, const SubmissionSubmitted&, Epoch);
template void evolve_one(World&, const Recorded&, const SubmissionApproved&, Epoch);
template void evolve_one(World&, const Recorded&, const SubmissionDraftReturned&, Epoch);
template void evolve_one(World&, const Recorded&, const SubmissionVerified&, Epoch);
template void evolve_one(World&, const Recorded&, const SubmissionReturned&, Epoch);
template void evolve_one(World&, const Recorded&, const SubmissionRestated&, Epoch);

}  // namespace luuvet
