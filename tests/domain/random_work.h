// Seeded random commands on a few tasks of a small province: mostly sensible, often refused.
#pragma once

#include <random>

#include "tests/support/province.h"

namespace luuvet::test {

class RandomWork {
 public:
  explicit RandomWork(std::uint32_t seed) : random_(seed) {}

  struct Try {
    Command command;
    std::string agency;
  };
  // Something that somebody might do now.
  Try next(const World& world);

  std::size_t below(std::size_t n) { return random_() % n; }
  bool coin() { return below(2) == 0; }

 private:
  template <class T>
  const T& any(const std::vector<T>& from) {
    return from[below(from.size())];
  }
  std::string any_assignment(const World& world);
  CommandBody work(const World& world, const std::string& assignment);
  CommandBody on_task(const TaskState& task);
  Try on_coordination(const World& world);

  std::mt19937 random_;
};

std::vector<Fact> tasks_for_random_work();  // the province, t1 to t4 of several kinds, a group row

}  // namespace luuvet::test
