// Đề nghị phối hợp: who works on a task asks other agencies for something, by a day.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/common.h"

namespace luuvet {

// How one asked agency stands to the request.
enum class CoordinationAnswer : std::uint8_t {
  kWaiting,
  kConfirmed,  // it has done, or does, what is asked
  kDisputed,   // it objects, and whoever asked has not answered yet
  kAnswered,   // its objection was answered: its turn again
};
BOOST_DESCRIBE_ENUM(CoordinationAnswer, kWaiting, kConfirmed, kDisputed, kAnswered)

// The request as a whole.
enum class CoordinationStatus : std::uint8_t {
  kOpen,
  kDisputed,   // an objection waits for whoever asked
  kConfirmed,  // by all that were asked
  kClosed,
};
BOOST_DESCRIBE_ENUM(CoordinationStatus, kOpen, kDisputed, kConfirmed, kClosed)

// The protected words of a request.
struct CoordinationWords {
  std::string what;
  bool operator==(const CoordinationWords&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationWords, (), (what))

// The protected words of an answer to an objection.
struct CoordinationReply {
  std::string text;
  bool operator==(const CoordinationReply&) const = default;
};
BOOST_DESCRIBE_STRUCT(CoordinationReply, (), (text))

inline constexpr std::size_t kAskedAgenciesMax = 50;  // of one request

}  // namespace luuvet
