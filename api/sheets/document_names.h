// Documents as a cell names them: by their number, or, where that says not which, by their id; or by the day until
// which one will follow.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/sheets/sheet.h"
#include "domain/world.h"

namespace luuvet::api {

class DocumentNames {
 public:
  // `world` must outlive it.
  explicit DocumentNames(const World& world);

  // "12/QĐ-UBND", the id, "sau 01/12/2026"; blank of none.
  Cell cell(const std::optional<DocumentRef>& document) const;
  // None: it names no document and no day.
  std::optional<DocumentRef> read(std::string_view text) const;

 private:
  const World& world_;
  std::map<std::string, std::vector<DocumentId>> by_number_;  // folded
};

}  // namespace luuvet::api
