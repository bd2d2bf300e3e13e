// What a subscriber of the live feed says of itself: which record is on its screen, and which field it types in.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/ids.h"

namespace luuvet::api {

struct Looking {
  std::optional<std::string> subject;  // nothing: at no record
  std::optional<std::string> field;    // of the form that is open: "report-progress.percent", "comment"
  std::optional<bool> typing;          // something was entered lately
  std::optional<AgencyId> agency;      // acted for
};
BOOST_DESCRIBE_STRUCT(Looking, (), (subject, field, typing, agency))

inline constexpr std::size_t kLookingBytesMax = 1024;
inline constexpr std::size_t kLookingFieldMax = 60;

// The data of a CloudEvent `vn.luuvet.live.looking.v1`, strictly. Nothing for any other text.
std::optional<Looking> read_looking(std::string_view bytes);

}  // namespace luuvet::api
