// The rows of a staged file as its page shows them, and the sections that they bring.
#pragma once

#include "server/plans/workshop.h"

namespace luuvet::server {

// "rows" and "counts" of the representation.
void write_rows(std::string& out, const std::vector<ComparedRow>& rows, const std::vector<ComparedRegister>& registers);
void write_counts(std::string& out, const std::vector<ComparedRow>& rows,
                  const std::vector<ComparedRegister>& registers);

// Where rows that are added stand, as far as the programme does not have it; by the words of the file's own headings.
std::vector<Section> new_sections(const WorkedOut& work, const Programme& programme);

}  // namespace luuvet::server
