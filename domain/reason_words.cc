#include "domain/reason_words.h"

#include <utility>

namespace luuvet {

std::optional<ReasonText> reason_words(std::optional<std::string> reason, std::optional<std::string> note) {
  if (reason && reason->empty()) reason.reset();
  if (note && note->empty()) note.reset();
  if (!reason && !note) return std::nullopt;
  return ReasonText{std::move(reason), std::move(note)};
}

std::optional<ReasonText> note_words(std::optional<std::string> note) {
  return reason_words(std::nullopt, std::move(note));
}

}  // namespace luuvet
