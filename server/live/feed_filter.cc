#include "server/live/feed_filter.h"

#include <algorithm>
#include <utility>

namespace luuvet::server {

FeedFilter::FeedFilter(FilterTerms terms, Involves involves)
    : terms_(std::move(terms)), involves_(std::move(involves)) {
  passes_all_ = terms_.types.empty() && !terms_.agency && !terms_.programme && !terms_.subject;
}

bool FeedFilter::matches(const Envelope& envelope) const {
  if (passes_all_) return true;
  if (terms_.programme && *terms_.programme != envelope.programme) return false;
  if (terms_.subject && *terms_.subject != envelope.subject) return false;
  return matches_type(envelope.type) && matches_agency(envelope);
}

bool FeedFilter::matches_type(std::string_view type) const {
  if (terms_.types.empty()) return true;
  return std::ranges::any_of(terms_.types, [&](const std::string& wanted) {
    return type.starts_with(wanted) && (type.size() == wanted.size() || type[wanted.size()] == '.');
  });
}

bool FeedFilter::matches_agency(const Envelope& envelope) const {
  if (!terms_.agency || *terms_.agency == envelope.agency) return true;
  return involves_ && involves_(envelope.subject, *terms_.agency);
}

}  // namespace luuvet::server
