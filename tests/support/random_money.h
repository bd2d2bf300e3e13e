// Random work on the money of two lines, b1 and b2 of p1, each with components c1 and c2: what decide accepts of it.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/support/budgeted.h"

namespace luuvet::test {

class RandomMoney {
 public:
  static constexpr const char* kLines[] = {"b1", "b2"};

  explicit RandomMoney(unsigned seed);

  const World& world() const { return log_.world; }
  const std::vector<Recorded>& log() const { return log_.log; }

  // One command. Whether it was accepted.
  bool step();

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  Amount amount() { return static_cast<Amount>(1 + below(9'000'000)); }
  FundingSource source() { return static_cast<FundingSource>(below(2)); }
  ComponentId component() { return {below(3) == 0 ? "c2" : "c1"}; }
  std::string some_entry(const std::string& line, bool allocation);
  CommandBody need();
  CommandBody extract(const std::string& line);
  CommandBody payment();
  CommandBody body(const std::string& line);

  std::mt19937 random_;
  Recorder log_;
  int number_ = 0;
};

}  // namespace luuvet::test
