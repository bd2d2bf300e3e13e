// Documents as people name them in a cell.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/result.h"
#include "domain/world.h"

namespace luuvet::api {

// Of the documents of one world, which must outlive it; made in one walk over them.
class EvidenceNames {
 public:
  explicit EvidenceNames(const World& world);

  // The number where no other document bears it, else the id.
  std::string text_of(const DocumentId& document) const;
  // By id, or by number, whatever its case and marks. A sentence where there is none, or several bear the number.
  std::variant<DocumentId, Message> find(std::string_view text) const;

 private:
  const World& world_;
  std::map<std::string, std::vector<DocumentId>> by_number_;  // folded
};

}  // namespace luuvet::api
