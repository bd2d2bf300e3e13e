// The numbers that each annex and section of the five papers prints, made by eye from the papers.
//
// Numbers stand in printed order, parted by spaces. "2.1-2.16" and "a-m" are all numbers in between; a number twice is
// printed twice; "3+2" is 3 and two rows without a number below it; brackets mark rows that only group others; "->"
// before a number marks a row that only points to another plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace luuvet::server::testing {

enum class PrintedKind { kTask, kIndicator, kBudgetLine };

struct PrintedSection {
  std::string_view document;
  PrintedKind kind;
  std::string_view annex;
  std::string_view section;  // "" where the annex has none
  std::string_view numbers;
  std::size_t rows;
};

const std::vector<PrintedSection>& printed_sections();

struct PrintedNumber {
  std::string number;
  bool group = false;
  bool link = false;
  bool operator==(const PrintedNumber&) const = default;
};

std::vector<PrintedNumber> expand(std::string_view numbers);

}  // namespace luuvet::server::testing
