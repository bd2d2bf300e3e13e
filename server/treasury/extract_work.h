// A staged treasury file worked out against the ledgers as they stand: what its page shows, and what is sent to be
// booked.
#pragma once

#include "api/language.h"
#include "domain/money/treasury_commands.h"
#include "server/treasury/extract_match.h"
#include "server/treasury/extract_shelf.h"

namespace luuvet::server {

struct ExtractWork {
  StagedAbout about;
  std::string digest;
  ExtractSettings settings;
  std::vector<Table> tables;
  std::size_t table = 0;  // that is read
  ExtractTableUse use;
  std::vector<Message> notes;
  MatchedRows matched;
  std::optional<TreasuryExtractId> same_file;  // booked before
  Sequence head = 0;
};

// On the worker. A sentence where the file cannot be read.
std::variant<ExtractWork, Message> work_out(const ExtractShelf& shelf, const StagedAbout& about, const World& world);

// TreasuryExtract of openapi.yaml.
std::string extract_body(const ExtractWork& work, const World& world, api::Language language);

// What is booked, and what waits; rows that are known, skipped or cannot be read are left out.
BookTreasuryExtract booking_of(const ExtractWork& work, const std::optional<DocumentRef>& document, Sequence based_on);

}  // namespace luuvet::server
