// A staged file worked out against the programme as it stands: what its page shows, and what is sent to be decided.
#pragma once

#include "api/language.h"
#include "server/plans/compare_registers.h"
#include "server/plans/staging.h"

namespace luuvet::server {

struct WorkedOut {
  StagedAbout about;
  ImportSettings settings;  // `tables` as proposed where nobody chose
  std::vector<Table> tables;
  std::vector<Message> notes;
  std::vector<Heading> headings;
  std::vector<ComparedRow> rows;  // none while it is not said for which programme
  std::vector<ComparedRegister> registers;
  Sequence head = 0;
};

// On the worker. A sentence where the file cannot be read.
std::variant<WorkedOut, Message> work_out(const Staging& staging, const StagedAbout& about, const World& world);

// The representation: "id", "name", ..., "tables", "rows", "counts".
std::string import_body(const WorkedOut& work, const World& world, api::Language language);

// `based_on`: the state of the log that who decided has seen.
ImportPlan plan_of(const WorkedOut& work, const World& world, const AgencyId& standing, const DocumentRef& document,
                   Sequence based_on);

// What is remembered of the columns in use.
std::vector<KnownHead> heads_in_use(const WorkedOut& work);

}  // namespace luuvet::server
