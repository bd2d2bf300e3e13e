#include "api/evidence_names.h"

#include <memory>

#include "domain/fold.h"

namespace luuvet::api {

EvidenceNames::EvidenceNames(const World& world) : world_(world) {
  world.documents.for_each([&](const std::shared_ptr<const DocumentState>& state) {
    const Document& document = state->content;
    if (document.number) by_number_[fold(*document.number)].push_back(document.id);
  });
}

std::string EvidenceNames::text_of(const DocumentId& document) const {
  const DocumentState* state = world_.documents.find(document.value);
  if (!state || !state->content.number) return document.value;
  const auto found = by_number_.find(fold(*state->content.number));
  return found != by_number_.end() && found->second.size() == 1 ? *state->content.number : document.value;
}

std::variant<DocumentId, Message> EvidenceNames::find(std::string_view text) const {
  const std::string plain(text);
  if (world_.documents.find(plain)) return DocumentId{plain};
  const auto found = by_number_.find(fold(text));
  if (found == by_number_.end() || found->first.empty())
    return Message{"Không có văn bản \"" + plain + "\" trong hệ thống; xin ghi số, ký hiệu hoặc mã văn bản.",
                   "There is no document \"" + plain + "\": give its number or its id."};
  if (found->second.size() == 1) return found->second.front();
  return Message{"Có nhiều văn bản cùng số \"" + plain + "\"; xin ghi mã văn bản.",
                 "Several documents bear the number \"" + plain + "\": give the document's id."};
}

}  // namespace luuvet::api
