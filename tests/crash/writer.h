// One officer who writes as fast as the server answers, until the server is gone; remembers what was asked and what was
// promised.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/work.h"

namespace luuvet::test {

struct Attempt {
  WorkRequest request;
  std::string text;                      // unique in the whole test
  std::optional<Sequence> acknowledged;  // the sequence that the server promised
};

class Writer {
 public:
  // `name`: unique, begins every key and text.
  Writer(OwnTask task, std::string name) : task_(std::move(task)), name_(std::move(name)) {}

  // Comments and progress statements in turn, on the calling thread, until `stop` or the connection breaks.
  void write_until(std::uint16_t port, const std::atomic<bool>& stop);

  const std::vector<Attempt>& attempts() const { return attempts_; }
  // An answer that nobody expected, in words.
  const std::optional<std::string>& surprise() const { return surprise_; }

 private:
  Attempt next_attempt() const;

  OwnTask task_;
  std::string name_;
  std::vector<Attempt> attempts_;
  std::optional<std::string> surprise_;
};

}  // namespace luuvet::test
