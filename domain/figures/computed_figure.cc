#include "domain/figures/computed_figure.h"

#include "domain/figures/figure.h"

namespace luuvet {
namespace {

CountSpan span_of(const IndicatorTerms& terms, DateRange days) {
  CountSpan span{std::nullopt, days.last};
  if (terms.counting == Counting::kInYear) span.from = date_from_civil({civil_from_date(days.last).year, 1, 1});
  return span;
}

bool is_of_province(const World& world, const Mission& row, const std::string& province) {
  const auto* agency = world.agencies.find(row.managing_agency.value);
  return agency && agency->content.province == province;
}

bool is_among(const World& world, const MissionQuestion& question, const Mission& row) {
  if (question.programme && row.programme != question.programme) return false;
  if (question.agency && !world.succeeds(*question.agency, row.managing_agency)) return false;
  return is_of_province(world, row, question.province);
}

Decimal whole(std::int64_t count) {
  return {count, 0};
}

// Of a fraction both parts have to be said as counted; of a value alone the quotient.
bool says(const Figure& figure, const MissionsCounted& counted) {
  const bool fraction = figure.numerator && figure.denominator;
  if (!fraction || !counted.denominator) return counted.value && compare(*figure.value, *counted.value) == 0;
  return compare(*figure.numerator, whole(counted.numerator)) == 0 &&
         compare(*figure.denominator, whole(*counted.denominator)) == 0;
}

}  // namespace

std::optional<MissionQuestion> mission_question(const World& world, const Indicator& row,
                                                const SubmissionParts& parts) {
  const auto days = parse_period(parts.period);
  const auto* programme = world.programmes.find(row.programme.value);
  if (!days || !programme || row.heading || figures_from(world, row, days->last)) return std::nullopt;
  const IndicatorTerms terms = definition_on(world, row, days->last).terms;
  if (!terms.computed_from) return std::nullopt;
  MissionQuestion question{*terms.computed_from, span_of(terms, *days), {}, {}, programme->content.province};
  if (question.kind.scope == MissionScope::kProgramme) question.programme = row.programme;
  if (question.kind.scope == MissionScope::kAgency) question.agency = parts.agency;
  return question;
}

bool is_counted(const World& world, const MissionQuestion& question, CountedPart part, const MissionState& mission) {
  const MissionFact among = question.kind.denominator.value_or(question.kind.numerator);
  const MissionFact fact = part == CountedPart::kNumerator ? question.kind.numerator : among;
  return counts_as(mission, fact, among, question.span) && is_among(world, question, mission.content);
}

MissionsCounted count_missions(const World& world, const MissionQuestion& question,
                               const std::optional<std::string>& unit) {
  MissionsCounted counted{question.kind, question.span, 0, std::nullopt, std::nullopt};
  std::int64_t whole_count = 0;
  world.missions.for_each([&](const auto& mission) {
    counted.numerator += is_counted(world, question, CountedPart::kNumerator, *mission);
    whole_count += is_counted(world, question, CountedPart::kDenominator, *mission);
  });
  if (question.kind.denominator) counted.denominator = whole_count;
  counted.value = counted.denominator ? ratio(whole(counted.numerator), whole(whole_count), unit)
                                      : std::optional(whole(counted.numerator));
  return counted;
}

std::optional<MissionsCounted> counted_figure(const World& world, const Indicator& row, const SubmissionParts& parts) {
  const auto question = mission_question(world, row, parts);
  if (!question) return std::nullopt;
  return count_missions(world, *question, definition_on(world, row, question->span.until).terms.unit);
}

std::optional<Finding> count_finding(const World& world, const Indicator& row, const SubmissionParts& parts,
                                     const Figure& figure) {
  const auto counted = counted_figure(world, row, parts);
  if (!counted || !figure.value || says(figure, *counted)) return std::nullopt;
  return Finding{CheckKind::kCounted, Importance::kWarning, figure.value, {}, {}, counted->value, {}, {}, {}};
}

}  // namespace luuvet
