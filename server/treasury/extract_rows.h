// The rows of a treasury file out of its tables: head found, columns named, amounts and days read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/tables/table.h"
#include "server/treasury/extract_settings.h"

namespace luuvet::server {

// CSV in UTF-8 (with or without its mark) or XLSX, within the limits of TableLimits; else a sentence. Separated by
// semicolons, commas or tabs, as the first line has most of them that is no title.
std::variant<TablesRead, Message> read_extract(std::string_view bytes);

struct ExtractTableUse {
  std::size_t head_rows = 0;
  std::vector<ExtractColumn> columns;
};

// Without these two no row can be read.
bool names_code_and_amount(const ExtractTableUse& use);
// By the words of the heads; none where no row looks like a head.
std::optional<ExtractTableUse> propose_columns(const Table& table);
// The folded words of all heads: by which columns are remembered.
std::string extract_head_key(const Table& table, std::size_t head_rows);

// One row below the head, as it reads. What cannot be read has a fault.
struct ExtractLine {
  ExtractFact fact;  // `key` is not set yet
  std::optional<std::int64_t> budget_year;
  std::optional<FundingSource> funding_source;
  std::optional<Message> fault;
};

// Blank rows, rows without a code or an amount (signatures) and sums are left out. At most kExtractRowsMax: beyond
// it is said in `too_many`.
struct ExtractLines {
  std::vector<ExtractLine> lines;
  bool too_many = false;
};
ExtractLines lines_of(const Table& table, const ExtractTableUse& use, const ExtractSettings& settings);

}  // namespace luuvet::server
