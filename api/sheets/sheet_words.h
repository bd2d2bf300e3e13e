// Words in spreadsheets for what JSON says by codes, and cells out of what registers hold.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/language.h"
#include "api/sheets/sheet.h"
#include "domain/deadlines/timeliness.h"
#include "domain/money/budget.h"
#include "domain/world.h"
#include "projections/indicators/indicator_assessment.h"
#include "projections/indicators/indicator_publication.h"

namespace luuvet::api {

const Message& words_of(Status status);
const Message& words_of(Timeliness timeliness);
const Message& words_of(DoubtOutcome outcome);
const Message& words_of(projections::AssessmentResult result);
const Message& words_of(projections::PublicationState state);

// Whether somebody else has looked at an approved figure.
enum class FigureMark : std::uint8_t { kUnverified, kVerified, kRestatementWaiting };
const Message& words_of(FigureMark mark);
const Message& words_of(FundingSource source);

// "Sở Tài chính; Các sở, ban, ngành": each name as the World has it, an unknown id as it is.
std::string name_of_agency(const World& world, const AgencyId& agency);
std::string names_of_agencies(const World& world, const std::vector<AgencyId>& agencies);

// As the World has them; an unknown id as it is.
std::string name_of_programme(const World& world, const ProgrammeId& programme);
std::string title_of_task(const World& world, const TaskId& task);

// One product a line.
std::string lines_of(const std::vector<Deliverable>& deliverables);
std::string lines_of(const std::vector<ExternalId>& ids);  // "hscv: NV-1"

inline Cell cell(const std::optional<std::string>& text) {
  return text && !text->empty() ? Cell(*text) : Cell();
}
inline Cell text_cell(std::string text) {
  return text.empty() ? Cell() : Cell(std::move(text));
}
inline Cell cell(const std::optional<Date>& day) {
  return day ? Cell(*day) : Cell();
}
inline Cell cell(const std::optional<std::int64_t>& number) {
  return number ? Cell(*number) : Cell();
}
inline Cell count_cell(std::size_t count) {
  return Cell(static_cast<std::int64_t>(count));
}
// Blank or "Có".
Cell yes_cell(bool yes);
// The nearest number that a spreadsheet can hold.
Cell number_cell(const std::optional<Decimal>& decimal);
// The document's id, or by when it will be supplied.
Cell document_cell(const std::optional<DocumentRef>& document);

}  // namespace luuvet::api
