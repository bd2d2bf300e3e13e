#include "api/sheets/document_names.h"

#include <algorithm>

#include "domain/base/fold.h"

namespace luuvet::api {
namespace {

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// "01/12/2026".
std::string day_text(Date date) {
  const CivilDate civil = civil_from_date(date);
  return two_digits(civil.day) + "/" + two_digits(civil.month) + "/" + std::to_string(civil.year);
}

std::vector<std::string> words_in(const std::string& folded) {
  std::vector<std::string> words(1);
  for (const char letter : folded)
    if (letter == ' ')
      words.emplace_back();
    else
      words.back() += letter;
  return words;
}

bool is_number(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "sau 01/12/2026", "bổ sung sau 1/12/2026", "later 01/12/2026".
std::optional<Date> later_day(std::string_view text) {
  const std::vector<std::string> words = words_in(fold(text));
  if (words.size() < 4) return std::nullopt;
  const auto last = words.end() - 3;
  const bool later = *(last - 1) == "sau" || *(last - 1) == "later";
  if (!later || !std::all_of(last, words.end(), is_number) || last->size() > 2 || last[1].size() > 2)
    return std::nullopt;
  const auto padded = [](const std::string& word) { return word.size() < 2 ? "0" + word : word; };
  return parse_date(last[2] + "-" + padded(last[1]) + "-" + padded(last[0]));
}

}  // namespace

DocumentNames::DocumentNames(const World& world) : world_(world) {
  world.documents.for_each([&](const auto& document) {
    const Document& content = document->content;
    if (content.number) by_number_[fold(*content.number)].push_back(content.id);
  });
}

Cell DocumentNames::cell(const std::optional<DocumentRef>& document) const {
  if (!document) return {};
  if (document->later) return Cell(Message{"sau " + day_text(*document->later), "later " + day_text(*document->later)});
  if (!document->id) return {};
  const auto* state = world_.documents.find(document->id->value);
  const auto number = state ? state->content.number : std::nullopt;
  const bool alone = number && by_number_.at(fold(*number)).size() == 1;
  return Cell(alone ? *number : document->id->value);
}

std::optional<DocumentRef> DocumentNames::read(std::string_view text) const {
  if (world_.documents.find(text)) return DocumentRef{DocumentId{std::string(text)}, std::nullopt};
  const auto found = by_number_.find(fold(text));
  if (found != by_number_.end() && found->second.size() == 1) return DocumentRef{found->second.front(), std::nullopt};
  const auto later = later_day(text);
  return later ? std::optional(DocumentRef{std::nullopt, later}) : std::nullopt;
}

}  // namespace luuvet::api
