#include "domain/indicators/publishing.h"

#include <algorithm>

namespace luuvet {

std::optional<Date> publication_due(const IndicatorTerms& terms, const DateRange& days) {
  if (!terms.publication) return std::nullopt;
  return Date{days.last.days + static_cast<std::int32_t>(terms.publication->within_days)};
}

const PublicationRecord* standing_publication(const IndicatorBook& book, std::string_view period) {
  const auto last = std::find_if(book.publications.rbegin(), book.publications.rend(),
                                 [&](const PublicationRecord& each) { return each.period == period; });
  return last == book.publications.rend() || last->taken_back ? nullptr : &*last;
}

bool is_web_address(std::string_view text) {
  constexpr std::string_view kUnfit = "\"<>\\^`{|}";
  const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
  if (text.size() > kAddressMax || !text.starts_with(scheme)) return false;
  const bool plain = std::all_of(text.begin(), text.end(), [&](char each) {
    const auto byte = static_cast<unsigned char>(each);
    return byte > ' ' && byte != 0x7f && kUnfit.find(each) == std::string_view::npos;
  });
  const std::string_view host = text.substr(scheme.size(), text.substr(scheme.size()).find_first_of("/?#"));
  return plain && !host.empty() && host.find('@') == std::string_view::npos;
}

}  // namespace luuvet
