// Which records a reader asked for.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/live/record_envelope.h"

namespace luuvet::server {

// As given in the query; what is absent or empty does not filter. All that is given must hold.
struct FilterTerms {
  std::vector<std::string> types;  // any of: a type, or its beginning up to a full stop
  std::optional<std::string> agency;
  std::optional<std::string> programme;
  std::optional<std::string> subject;
};

// Whether `agency` is now lead, coordinating, confirming or tracking agency of `subject`. Called on net.
using Involves = std::function<bool(std::string_view subject, std::string_view agency)>;

class FeedFilter {
 public:
  FeedFilter() = default;
  FeedFilter(FilterTerms terms, Involves involves);

  // Lets everything through: there is no need to read envelopes.
  bool passes_all() const { return passes_all_; }
  bool matches(const Envelope& envelope) const;
  const FilterTerms& terms() const { return terms_; }

 private:
  bool matches_type(std::string_view type) const;
  bool matches_agency(const Envelope& envelope) const;

  FilterTerms terms_;
  Involves involves_;
  bool passes_all_ = true;
};

}  // namespace luuvet::server
