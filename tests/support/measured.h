// An indicator of p1 and its figures, stage by stage: i1, in percent, tracked by so-khcn, carried out by so-tai-chinh,
// at least 70 in 2026 and 90 in 2030.
#pragma once

#include "domain/figures/submission_commands.h"
#include "domain/indicators/indicator_commands.h"
#include "tests/support/province.h"

namespace luuvet::test {

inline constexpr std::string_view kIndicator = "indicator/i1";
inline constexpr std::string_view kFigures = "submission/i1.so-tai-chinh.2026";

Decimal number(std::string_view text);
Target a_target(std::int64_t year, Comparator comparator, std::string_view value);
Indicator an_indicator_row(std::string id);
Fact an_indicator(const Indicator& row);

// As the plan prints it, from 2026 on; combined and submitted as said.
IndicatorTerms terms(Combining combine, std::initializer_list<std::string_view> submitters,
                     Frequency frequency = Frequency::kYear);
Fact defined(IndicatorTerms terms, std::string indicator = "i1");
DefineIndicator a_definition();
SetIndicatorTargets some_targets();

// `terms` to be published by vp-tinh-uy within 15 days.
IndicatorTerms to_publish(IndicatorTerms terms);
// Of a period that is over in 2026, on the given day.
RecordPublication a_publication(std::string period, std::string_view on = "2026-02-10");
Fact published(std::string period, std::string_view on = "2026-02-10", std::string_view value = "60");

// What statistics says of a period that is over in 2026; the fact is by xa-c.
SetOfficialFigure an_official_figure(std::string period, std::string_view value);
Fact officially(std::string period, std::string_view value, std::optional<AgencyId> agency = {});
RegisterIndicator a_new_indicator();  // of p1, tracked by so-tai-chinh

// Two indicators are twins; the targets of `bearing` were decided to bind.
Fact indicator_twins(const std::string& a, const std::string& b, const std::string& bearing);

EnterSubmission a_figure(std::string_view value, FigureKind kind = FigureKind::kActual);
EnterSubmission a_fraction(std::string_view numerator, std::string_view denominator);

// "i1.so-tai-chinh.2026"
Fact entered(std::string id, std::string_view value, FigureKind kind = FigureKind::kActual);
Fact entered_fraction(std::string id, std::string_view numerator, std::string_view denominator, std::string_view value);
Fact approved(std::string id, FigureKind kind = FigureKind::kActual);
Fact verified(std::string id, FigureKind kind = FigureKind::kActual, std::string by = "so-khcn");
// Entered and approved.
std::vector<Fact> counted(std::string id, std::string_view value, FigureKind kind = FigureKind::kActual);

std::vector<Fact> an_indicator_to_measure();  // a_province() and i1
std::vector<Fact> a_drafted_figure();         // 60
std::vector<Fact> a_submitted_figure();
std::vector<Fact> an_approved_figure();
std::vector<Fact> a_verified_figure();

}  // namespace luuvet::test
