// By when the result of a period is to be published, and what stands recorded of it.
#pragma once

#include <optional>
#include <string_view>

#include "domain/deadlines/reporting_period.h"
#include "domain/indicators/indicator.h"

namespace luuvet {

// By when a period that ends with these days is to be published. None: there is no duty.
std::optional<Date> publication_due(const IndicatorTerms& terms, const DateRange& days);

// The newest record of the period, unless it was taken back. Null: nothing stands. Valid as long as the book.
const PublicationRecord* standing_publication(const IndicatorBook& book, std::string_view period);

// http or https, a host without a name of a user, nothing that an address does not hold, at most kAddressMax bytes.
bool is_web_address(std::string_view text);

}  // namespace luuvet
