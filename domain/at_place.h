// A refusal that also says at which member of the body it arose.
#pragma once

#include <string>
#include <utility>

#include "domain/base/result.h"

namespace luuvet {

inline Rejection at_place(Rejection rejection, std::string pointer) {
  rejection.errors.push_back({std::move(pointer), rejection.detail});
  return rejection;
}

}  // namespace luuvet
