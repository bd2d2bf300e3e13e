// A seeds folder as commands: what reader, check and importer hand on. Shapes of the rows: seeds/README.md.
#pragma once

#include <string>
#include <vector>

#include "domain/base/result.h"
#include "domain/commands.h"

namespace luuvet::server {

struct SeedRow {
  Command command;    // ImportRow<...> to the row's own subject
  std::string place;  // "lao-cai-de-an-11/tasks.jsonl:17", for people
};

struct SeedFault {
  std::string place;  // a row's, or the name of a file or folder
  FieldError error;
};

struct Seeds {
  std::vector<SeedRow> rows;  // in sending order: what a row refers to stands before it
  std::vector<SeedFault> faults;
};

inline constexpr std::size_t kSeedFaultsMax = 100;

// "lao-cai-de-an-11/tasks.jsonl:17 /deadline/due: Ngày không có thật ... / No real date ..."
std::string to_string(const SeedFault& fault);

template <class Content>
inline constexpr bool kIsImportRow = false;
template <class Content>
inline constexpr bool kIsImportRow<ImportRow<Content>> = true;

// Calls `f` with the content of a row's command; does nothing for other commands.
template <class F>
void visit_content(const CommandBody& body, F&& f) {
  std::visit(
      [&]<class Body>(const Body& one) {
        if constexpr (kIsImportRow<Body>) f(one.row);
      },
      body);
}

}  // namespace luuvet::server
