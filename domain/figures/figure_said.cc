#include "domain/figures/figure_said.h"

#include "domain/figures/figure.h"

namespace luuvet {
namespace {

std::optional<std::string> said(const std::optional<std::string>& text) {
  return text && !text->empty() ? text : std::nullopt;
}

template <class Body>
Figure figure_of(const Submitting& at, const Body& body) {
  return entered_figure(at.definition.terms, {body.value, body.numerator, body.denominator});
}

std::optional<FigureText> texts_of(const EnterSubmission& body, bool missing) {
  const FigureText text{missing ? said(body.reason) : std::nullopt, said(body.source), said(body.comment)};
  return text == FigureText{} ? std::nullopt : std::optional(text);
}

bool is_same(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b ? compare(*a, *b) == 0 : a.has_value() == b.has_value();
}

bool is_same(const Figure& a, const Figure& b) {
  return is_same(a.value, b.value) && is_same(a.numerator, b.numerator) && is_same(a.denominator, b.denominator);
}

}  // namespace

SubmissionEntered entered_by(const Submitting& at, const EnterSubmission& body) {
  const Figure figure = figure_of(at, body);
  const bool missing = body.missing.value_or(false);
  return {body.kind, figure.value,  figure.numerator,       figure.denominator,
          missing,   body.evidence, texts_of(body, missing)};
}

SubmissionRestated restated_by(const Submitting& at, const RestateSubmission& body) {
  const Figure figure = figure_of(at, body);
  const auto missing = body.missing.value_or(false) ? std::optional(true) : std::nullopt;
  return {body.kind,        figure.value,
          figure.numerator, figure.denominator,
          body.document,    missing,
          body.evidence,    RestatementText{said(body.reason), said(body.source), said(body.comment)}};
}

bool says_same(const SubmittedFigure& figure, const SubmissionEntered& event) {
  return is_same(figure.figure, {event.value, event.numerator, event.denominator}) && figure.missing == event.missing &&
         figure.evidence == event.evidence && figure.text == event.open;
}

bool says_same(const SubmittedFigure& figure, const SubmissionRestated& event) {
  const FigureText text = figure.text.value_or(FigureText{});
  const bool missing = event.missing.value_or(false);
  return is_same(figure.figure, {event.value, event.numerator, event.denominator}) && figure.missing == missing &&
         (!missing || text.reason == event.open->reason) && (!event.evidence || figure.evidence == event.evidence) &&
         (!event.open->source || text.source == event.open->source) &&
         (!event.open->comment || text.comment == event.open->comment);
}

}  // namespace luuvet
