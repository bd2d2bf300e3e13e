// What the bench programs share: options, a stopwatch, latencies, and one JSON line with the result.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace luuvet::bench {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

// "--name value" pairs of a command line. Throws std::invalid_argument for anything else.
class Options {
 public:
  Options(int count, char** words) {
    for (int i = 1; i < count; i += 2) {
      const std::string name = words[i];
      if (name.rfind("--", 0) != 0 || i + 1 == count)
        throw std::invalid_argument("not an option with a value: " + name);
      values_[name.substr(2)] = words[i + 1];
    }
  }

  std::string text(const std::string& name, const std::string& otherwise = "") const {
    const auto value = values_.find(name);
    return value == values_.end() ? otherwise : value->second;
  }
  std::uint64_t number(const std::string& name, std::uint64_t otherwise) const {
    const auto value = values_.find(name);
    return value == values_.end() ? otherwise : std::stoull(value->second);
  }
  Seconds seconds(double otherwise) const {
    const auto value = values_.find("seconds");
    return Seconds(value == values_.end() ? otherwise : std::stod(value->second));
  }

 private:
  std::map<std::string, std::string> values_;
};

inline double seconds_since(Clock::time_point begin) {
  return Seconds(Clock::now() - begin).count();
}

// Latencies of many operations.
class Latencies {
 public:
  void add(Clock::duration span) {
    spans_.push_back(std::chrono::duration_cast<std::chrono::nanoseconds>(span).count());
  }
  void add(const Latencies& other) { spans_.insert(spans_.end(), other.spans_.begin(), other.spans_.end()); }
  std::size_t count() const { return spans_.size(); }

  // Microseconds that this part of the operations stayed below; 0 if there were none.
  double at(double part) {
    if (spans_.empty()) return 0;
    const auto place = spans_.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(spans_.size() - 1));
    std::nth_element(spans_.begin(), place, spans_.end());
    return static_cast<double>(*place) / 1000;
  }

 private:
  std::vector<std::int64_t> spans_;
};

// Prints {"name": value, ...} on one line.
inline void print_result(const std::vector<std::pair<const char*, double>>& values) {
  const char* before = "{";
  for (const auto& [name, value] : values) {
    std::printf("%s\"%s\": %.6g", before, name, value);
    before = ", ";
  }
  std::puts("}");
}

// The usual result: so many operations in so long a time.
inline void print_rate(double operations, double seconds, Latencies& latencies) {
  print_result({{"per_s", operations / seconds}, {"p50_us", latencies.at(0.5)}, {"p99_us", latencies.at(0.99)}});
}

}  // namespace luuvet::bench
