// What was found in the words of all rows, kept until a row moves: many readers ask, finding takes some milliseconds.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "projections/links/contradictions.h"
#include "projections/links/link_suggestions.h"

namespace luuvet::server {

struct Found {
  std::shared_ptr<const projections::Suggestions> suggestions;
  std::shared_ptr<const projections::Contradictions> contradictions;
};

// Worker threads; one finds, the others wait.
class Findings {
 public:
  // By the last event that moved a row: of one log the same rows.
  Found of(const World& world);

 private:
  static constexpr std::size_t kKept = 4;  // now, and some moments of the past
  struct Entry {
    Sequence rows_at;
    Found found;
  };

  std::mutex mutex_;
  std::vector<Entry> entries_;  // newest last
};

}  // namespace luuvet::server
