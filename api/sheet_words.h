// Words in spreadsheets for what JSON says by codes, and cells out of what registers hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/language.h"
#include "api/sheet.h"
#include "domain/timeliness.h"
#include "domain/world.h"
#include "projections/indicator_assessment.h"

namespace luuvet::api {

const Message& words_of(Status status);
const Message& words_of(Timeliness timeliness);
const Message& words_of(DoubtOutcome outcome);
const Message& words_of(projections::AssessmentResult result);

// "Sở Tài chính; Các sở, ban, ngành": each name as the World has it, an unknown id as it is.
std::string name_of_agency(const World& world, const AgencyId& agency);
std::string names_of_agencies(const World& world, const std::vector<AgencyId>& agencies);

// One product a line.
std::string lines_of(const std::vector<Deliverable>& deliverables);

inline Cell cell(const std::optional<std::string>& text) {
  return text && !text->empty() ? Cell(*text) : Cell();
}
inline Cell cell(const std::optional<Date>& day) {
  return day ? Cell(*day) : Cell();
}
inline Cell cell(const std::optional<std::int64_t>& number) {
  return number ? Cell(*number) : Cell();
}

}  // namespace luuvet::api
