// The entry of the treasury's files: whatever they are, each row is a fact within its limits or at fault.
#include "server/treasury/extract_match.h"
#include "tests/fuzz/entries.h"
#include "tests/fuzz/must.h"

namespace luuvet::fuzz {
namespace {

using namespace server;

void must_be_within(const ExtractLine& line, ExtractProfile profile) {
  const ExtractFact& fact = line.fact;
  must(!fact.code.empty() && fact.code.size() <= kFactBytesMax && fact.text.size() <= kFactBytesMax);
  must(!fact.voucher || (!fact.voucher->empty() && fact.voucher->size() <= kFactBytesMax));
  must(fact.kind.has_value() == (profile == ExtractProfile::kVouchers));
  must(fact.amount >= 0 && fact.amount <= kAmountMax);
  must(line.fault || fact.amount > 0 || profile == ExtractProfile::kCumulative);
}

void read_as(const server::Table& table, const ExtractTableUse& use, ExtractProfile profile) {
  ExtractSettings settings;
  settings.profile = profile;
  settings.as_at = Date{20'000};
  const ExtractLines read = lines_of(table, use, settings);
  must(read.lines.size() <= kExtractRowsMax);
  for (const ExtractLine& line : read.lines) must_be_within(line, profile);
  // Where nothing is known, nothing is booked.
  const MatchedRows matched = match_extract(World{}, {"so-tai-chinh"}, read.lines, settings);
  must(matched.rows.size() == read.lines.size() && matched.cells.empty());
  for (const MatchedRow& row : matched.rows)
    must(!row.place && row.state == (row.fault ? MatchState::kFaulty : MatchState::kUnmatched));
}

}  // namespace

void treasury_file(std::string_view bytes) {
  const auto read = read_extract(bytes);
  if (const auto* fault = std::get_if<Message>(&read)) return must(!fault->vi.empty() && !fault->en.empty());
  for (const server::Table& table : std::get<TablesRead>(read).tables) {
    must(!table.rows.empty());
    const auto use = propose_columns(table).value_or(
        ExtractTableUse{0, {{0, ExtractField::kCode}, {1, ExtractField::kAmount}, {2, ExtractField::kPaidOn}}});
    must(use.head_rows <= table.rows.size());
    extract_head_key(table, use.head_rows);
    for (const auto profile : {ExtractProfile::kVouchers, ExtractProfile::kCumulative}) read_as(table, use, profile);
  }
}

}  // namespace luuvet::fuzz
